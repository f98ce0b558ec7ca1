// Package intake is what the API takes in: articles that somebody sends, what became of them, and how far loads are.
package intake

import (
	"context"
	"time"

	"github.com/newsgraph/newsgraph/graph"
)

// Article is an article as somebody sends it: its text, its HTML, or only the address from which to fetch it.
type Article struct {
	Text        string    `json:"text,omitempty"`
	HTML        string    `json:"html,omitempty"`
	URL         string    `json:"url,omitempty"`
	Title       string    `json:"title,omitempty"`
	Source      string    `json:"source,omitempty"` // the outlet
	Authors     []string  `json:"authors,omitempty"`
	PublishedAt time.Time `json:"publishedAt,omitzero"`
	Language    string    `json:"language,omitempty"` // ISO 639-1
}

// Outcome is what became of an article that was sent.
type Outcome string

// The outcomes.
const (
	Added     Outcome = "ADDED"     // new in the graph
	Replaced  Outcome = "REPLACED"  // in the graph before, with another text or reading
	Unchanged Outcome = "UNCHANGED" // in the graph before, just so
	Repeated  Outcome = "REPEATED"  // followed by another of the same name in the same request, which was taken instead
	Refused   Outcome = "REFUSED"   // not taken
)

// Loaded tells what was read of one article, and what became of it.
type Loaded struct {
	Outcome      Outcome      `json:"outcome,omitempty"`
	ID           graph.NodeID `json:"id,omitempty"` // "" for one that was refused before it had a name
	Entities     int          `json:"entities"`     // that it mentions
	Mentions     int          `json:"mentions"`     // of entities
	Statements   int          `json:"statements"`
	RemovedCount int          `json:"removedCount"` // passages that are no news and were taken out
	Removed      []Removed    `json:"removed"`      // the first [MaxRemoved] of them
	Problem      *Problem     `json:"problem,omitempty"`
}

// Removed is a passage that was taken out of an article.
type Removed struct {
	Why  string `json:"why"`  // a stable code: "promo", "caption"
	Text string `json:"text"` // its first [MaxRemovedText] bytes
}

// How much is told of what was removed.
const (
	MaxRemoved     = 100
	MaxRemovedText = 300
)

// Problem tells why an article was not taken, and what to do.
type Problem struct {
	Code    string `json:"code"`
	Message string `json:"message"`
}

// The codes of problems.
const (
	CodeInput    = "BAD_USER_INPUT" // it cannot be read as it is
	CodeFetchOff = "FETCH_DISABLED" // it gives only an address, and the server does not fetch
	CodeFetch    = "FETCH_FAILED"   // its address gave no page
	CodeInternal = "INTERNAL"       // the server failed on it; its log tells more
)

// Deletion is an article that was taken out of the graph.
type Deletion struct {
	ID graph.NodeID `json:"id"`
}

// Loader reads articles that somebody sends, and writes them into the graph. It may be used by many goroutines at once.
type Loader interface {
	// Load reads the articles and writes those that can be read, all in one transaction. What it tells of each comes in their order; of
	// those that were written Outcome is left open, for the records of what was applied tell it, in the same order. Before it writes, batch is called with that; its
	// batch, of audit entry and receipt, is completed and applied, with no records when no article could be read. An error means that nothing was written; it
	// wraps [graph.ErrRepeated] when the receipt is there.
	Load(ctx context.Context, articles []*Article, batch func([]*Loaded) *graph.Batch) ([]*Loaded, graph.Applied, error)
	// Key returns the key of the article with a web address. An error wraps [graph.ErrInvalid].
	Key(url string) (string, error)
}
