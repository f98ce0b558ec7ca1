package graph

import (
	"context"
	"fmt"
	"slices"
	"time"
	"unicode/utf8"
)

// AuditEntry is a line of the log of changes: who did what, when, to what. It stays when what it tells of goes.
type AuditEntry struct {
	ID NodeID    `json:"id"` // computed from what follows, without Applied; filled in by [Graph]
	At time.Time `json:"at"` // in UTC, to the microsecond
	// By is who did it: the name of a token or the subject of a JSON Web Token; "" when nobody had to say.
	By     string `json:"by"`
	Action string `json:"action"` // what was asked for, as the API calls it: "loadArticles"
	// Outcome tells how it ended.
	Outcome AuditOutcome `json:"outcome"`
	// Nodes are the ids of what it was about, each once, ascending; they need not be in the graph (any more).
	Nodes  []NodeID `json:"nodes"`
	Detail string   `json:"detail"` // more of it in words, or ""
	// Applied is what the batch changed, without Records. A store fills it in.
	Applied Applied `json:"applied"`
}

// AuditOutcome tells how something ended that somebody did.
type AuditOutcome string

// The outcomes.
const (
	AuditDone    AuditOutcome = "DONE"    // all of it was done, even if that changed nothing
	AuditPartly  AuditOutcome = "PARTLY"  // a part of it was refused
	AuditRefused AuditOutcome = "REFUSED" // nothing of it was done
)

// AuditOutcomes lists the outcomes in their fixed order.
func AuditOutcomes() []AuditOutcome { return []AuditOutcome{AuditDone, AuditPartly, AuditRefused} }

// AuditQuery asks for a page of the log of changes, the newest entry first, those of one time by id.
type AuditQuery struct {
	Filter AuditFilter
	Page   Page
}

// AuditFilter selects entries; all that is set must hold.
type AuditFilter struct {
	By       []string // any of these people
	Actions  []string
	Outcomes []AuditOutcome
	Node     NodeID // about this; "" for any
	At       TimeRange
}

// AuditPage is a page of the log of changes.
type AuditPage struct {
	Edges    []AuditEdge
	PageInfo PageInfo
	Total    int // set when Page.Count was
}

// AuditEdge is an entry in a page.
type AuditEdge struct {
	Cursor string
	Node   *AuditEntry
}

// Receipt remembers that a request was carried out, so that the same request, sent again, is not carried out twice.
type Receipt struct {
	Key    string    `json:"key"`    // names the request; at most [MaxReceiptKey] bytes
	Digest string    `json:"digest"` // of what was asked for
	At     time.Time `json:"at"`     // when, in UTC, to the second
	Until  time.Time `json:"until"`  // from when on it counts as not there; to the second
	Answer string    `json:"answer"` // what is needed to answer again, besides Applied
	// Applied is what the batch changed. A store fills it in.
	Applied Applied `json:"applied"`
}

// MaxReceiptKey is the greatest length of a receipt's key, in bytes.
const MaxReceiptKey = 200

// Audit returns a page of the log of changes, see [Store.Audit].
func (g *Graph) Audit(ctx context.Context, q *AuditQuery) (AuditPage, error) {
	sound := *q
	err := firstError(
		g.checkPage(&sound.Page, ByTimeDesc, timeInts, timeTexts),
		sound.Filter.check(),
	)
	if err != nil {
		return AuditPage{}, fmt.Errorf("audit: %w", err)
	}
	return call(g, "audit", func(s Store) (AuditPage, error) { return s.Audit(ctx, &sound) })
}

// Receipt returns the receipt with the key that is good at a time, or [ErrNotFound], see [Store.Receipt].
func (g *Graph) Receipt(ctx context.Context, key string, at time.Time) (Receipt, error) {
	return call(g, "receipt", func(s Store) (Receipt, error) { return s.Receipt(ctx, key, seconds(at)) })
}

func (f *AuditFilter) check() error {
	if f.Node != "" {
		if err := checkIDTypes([]NodeID{f.Node}, ""); err != nil {
			return err
		}
	}
	for _, o := range f.Outcomes {
		if !slices.Contains(AuditOutcomes(), o) {
			return fmt.Errorf("%w: unknown outcome %q", ErrInvalid, o)
		}
	}
	return f.At.check()
}

// prepareAudit checks an entry and returns a copy with its id; nil for nil.
func prepareAudit(e *AuditEntry) (*AuditEntry, error) {
	if e == nil {
		return nil, nil //nolint:nilnil // no entry is fine
	}
	out := *e
	out.At, out.Applied = microseconds(e.At), Applied{}
	out.Nodes = append([]NodeID{}, slices.Compact(slices.Sorted(slices.Values(e.Nodes)))...)
	switch {
	case e.Action == "" || e.At.IsZero():
		return nil, fmt.Errorf("%w: an audit entry without action or time", ErrInvalid)
	case !slices.Contains(AuditOutcomes(), e.Outcome):
		return nil, fmt.Errorf("%w: unknown outcome %q", ErrInvalid, e.Outcome)
	case !utf8.ValidString(e.By + e.Action + e.Detail):
		return nil, fmt.Errorf("%w: an audit entry that is not UTF-8", ErrInvalid)
	}
	if err := checkIDTypes(out.Nodes, ""); err != nil {
		return nil, fmt.Errorf("audit entry: %w", err)
	}
	out.ID = auditID(&out)
	return &out, nil
}

// auditID is the same for the same entry, so that a batch that is tried again after the answer was lost is not told of twice.
func auditID(e *AuditEntry) NodeID {
	parts := []string{"audit", micros(e.At), e.By, e.Action, string(e.Outcome), e.Detail}
	for _, id := range e.Nodes {
		parts = append(parts, string(id))
	}
	return NodeID(prefixAudit + hash(parts...))
}

// prepareReceipt checks a receipt and returns a copy; nil for nil.
func prepareReceipt(r *Receipt) (*Receipt, error) {
	if r == nil {
		return nil, nil //nolint:nilnil // no receipt is fine
	}
	out := *r
	out.At, out.Until, out.Applied = seconds(r.At), seconds(r.Until), Applied{}
	switch {
	case r.Key == "" || len(r.Key) > MaxReceiptKey:
		return nil, fmt.Errorf("%w: a receipt's key of %d bytes, it must have 1 to %d", ErrInvalid, len(r.Key), MaxReceiptKey)
	case !out.Until.After(out.At):
		return nil, fmt.Errorf("%w: a receipt that ends before it begins", ErrInvalid)
	case !utf8.ValidString(r.Key + r.Digest + r.Answer):
		return nil, fmt.Errorf("%w: a receipt that is not UTF-8", ErrInvalid)
	}
	return &out, nil
}
