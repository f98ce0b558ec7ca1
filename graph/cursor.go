package graph

import (
	"encoding/base64"
	"encoding/json"
	"fmt"
)

// Cursor is a place in a list: the values by which the list is sorted, as its item has them.
type Cursor struct {
	// Order is what the list was sorted by; a cursor is good in a list of the same order only.
	Order Order `json:"o"`
	// Ints and Texts are the sort values. Entities: mentions (0 in ByNameAsc); folded name ("" in
	// ByMentionsDesc), id. Articles and statements: [SortTime]; id. Mentions: [SortTime] of the article, start,
	// end; article id, key. Search hits: 0 entity, 1 statement, 2 article; 2 for a name that equals the text, 1 for one
	// with its words, else 0; mentions or [SortTime]; id. Relations: weight; kind, From, To.
	// Suggestions: [ScoreRank]; id.
	Ints  []int64  `json:"i,omitempty"`
	Texts []string `json:"t,omitempty"`
}

// EncodeCursor gives the cursor's opaque form.
func EncodeCursor(c Cursor) string {
	b, err := json.Marshal(c)
	if err != nil {
		// Ints and strings always marshal.
		panic(fmt.Sprintf("graph: marshal cursor: %v", err))
	}
	return base64.RawURLEncoding.EncodeToString(b)
}

// DecodeCursor reads an opaque cursor of a list with the given order and numbers of sort values. It
// returns [ErrInvalid] for one that was not made by such a list.
func DecodeCursor(s string, order Order, ints, texts int) (Cursor, error) {
	var c Cursor
	b, err := base64.RawURLEncoding.DecodeString(s)
	if err != nil {
		return c, fmt.Errorf("%w: cursor %q is not one of this server's", ErrInvalid, s)
	}
	if err := json.Unmarshal(b, &c); err != nil {
		return c, fmt.Errorf("%w: cursor %q is not one of this server's", ErrInvalid, s)
	}
	if c.Order != order || len(c.Ints) != ints || len(c.Texts) != texts {
		return c, fmt.Errorf("%w: cursor %q belongs to another list", ErrInvalid, s)
	}
	return c, nil
}
