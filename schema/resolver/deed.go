package resolver

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"errors"
	"fmt"
	"time"

	"github.com/99designs/gqlgen/graphql"

	"github.com/newsgraph/newsgraph/graph"
	"github.com/newsgraph/newsgraph/schema/auth"
)

// receiptLife is how long a request is remembered by its idempotency key.
const receiptLife = 24 * time.Hour

// IdempotencyHeader may name a request, as the argument idempotencyKey does.
const IdempotencyHeader = "Idempotency-Key"

// deed is something that somebody does to the graph, at most once where it has a key.
type deed struct {
	action string
	by     string
	at     time.Time
	key    string // of the receipt; "" for none
	digest string // of the input
}

// newDeed begins the mutation of the context's field. Keys of different people, and of different fields of one request, are different.
func newDeed(ctx context.Context, key *string, input any) (deed, error) {
	field := graphql.GetFieldContext(ctx).Field
	d := deed{action: field.Name, by: auth.From(ctx).Name, at: time.Now()}
	given := deref(key)
	if given == "" {
		if given = graphql.GetOperationContext(ctx).Headers.Get(IdempotencyHeader); given != "" {
			given += " " + field.Alias
		}
	}
	if given == "" {
		return d, nil
	}
	if len(given) > graph.MaxReceiptKey {
		return d, fmt.Errorf("%w: an idempotency key of %d bytes, at most %d are allowed", graph.ErrInvalid, len(given), graph.MaxReceiptKey)
	}
	raw, err := json.Marshal(input)
	if err != nil {
		return d, fmt.Errorf("marshal input: %w", err)
	}
	d.key, d.digest = hashOf(d.by, given), hashOf(d.action, string(raw))
	return d, nil
}

func hashOf(parts ...string) string {
	h := sha256.New()
	for _, p := range parts {
		fmt.Fprintf(h, "%d:%s", len(p), p)
	}
	return hex.EncodeToString(h.Sum(nil))
}

// answered returns what was answered when the deed was done before; nil when it was not.
func (r *Resolver) answered(ctx context.Context, d deed) (*graph.Receipt, error) {
	if d.key == "" {
		return nil, nil //nolint:nilnil // not done before, as the comment says
	}
	receipt, err := r.Graph.Receipt(ctx, d.key, d.at)
	switch {
	case errors.Is(err, graph.ErrNotFound):
		return nil, nil //nolint:nilnil // not done before, as the comment says
	case err != nil:
		return nil, err
	case receipt.Digest != d.digest:
		return nil, fmt.Errorf("%w: the idempotency key was used within a day for another request; use a new one", graph.ErrInvalid)
	}
	return &receipt, nil
}

// batch is what is written beside the change: the audit entry, and the receipt with what is needed to answer again.
func (d deed) batch(outcome graph.AuditOutcome, detail string, nodes []graph.NodeID, answer any) *graph.Batch {
	b := &graph.Batch{Audit: &graph.AuditEntry{
		At: d.at, By: d.by, Action: d.action, Outcome: outcome, Detail: detail, Nodes: nodes,
	}}
	// What was refused as a whole may be tried again: its reason may have gone.
	if d.key != "" && outcome != graph.AuditRefused {
		text, err := json.Marshal(answer)
		if err != nil {
			panic(fmt.Sprintf("resolver: marshal %T: %v", answer, err)) // answers are texts and numbers
		}
		b.Receipt = &graph.Receipt{Key: d.key, Digest: d.digest, At: d.at, Until: d.at.Add(receiptLife), Answer: string(text)}
	}
	return b
}

// once does a deed that was not done before. When somebody else does it meanwhile, their answer is taken. do returns [graph.ErrRepeated] for that.
func once[A any](ctx context.Context, r *Resolver, d deed, again func(*graph.Receipt) (A, error), do func() (A, error)) (A, error) {
	var none A
	receipt, err := r.answered(ctx, d)
	if err != nil {
		return none, err
	}
	if receipt == nil {
		answer, err := do()
		if !errors.Is(err, graph.ErrRepeated) {
			return answer, err
		}
		if receipt, err = r.answered(ctx, d); err != nil {
			return none, err
		}
		if receipt == nil {
			return none, fmt.Errorf("%s: %w", d.action, graph.ErrConflict)
		}
	}
	return again(receipt)
}
