package neo4jstore

import (
	"cmp"

	"github.com/newsgraph/newsgraph/graph"
)

// place is where an item stands in a sorted list: its sort key, and what it goes on with in a list by name (see nameRank).
type place struct{ rank, rest string }

func (p place) compare(q place) int {
	return cmp.Or(cmp.Compare(p.rank, q.rank), cmp.Compare(p.rest, q.rest))
}

// window is the part of a list that a page may show, and how much of it.
type window[P any] struct {
	after, before *P
	limit         int
	backward      bool
}

// newWindow reads the cursors of a page, which hold the given numbers of sort values.
func newWindow[P any](p graph.Page, order graph.Order, ints, texts int, read func(graph.Cursor) P, compare func(a, b P) int) (window[P], error) {
	w := window[P]{}
	if p.Last != nil {
		w.limit, w.backward = *p.Last, true
	} else {
		w.limit = *p.First
	}
	for _, at := range []struct {
		cursor string
		place  **P
	}{{p.After, &w.after}, {p.Before, &w.before}} {
		if at.cursor == "" {
			continue
		}
		c, err := graph.DecodeCursor(at.cursor, order, ints, texts)
		if err != nil {
			return w, err
		}
		found := read(c)
		*at.place = &found
	}
	if w.after != nil && w.before != nil && compare(*w.after, *w.before) >= 0 {
		// Nothing lies between. The page is an empty one at the cursor where it starts.
		w.limit = 0
		if w.backward {
			w.after = nil
		} else {
			w.before = nil
		}
	}
	return w, nil
}

// timeWindow reads the cursors of a page in an order by time.
func timeWindow(p graph.Page, order graph.Order) (window[place], error) {
	read := func(c graph.Cursor) place { return place{rank: timeRank(c.Ints[0], c.Texts[0], order)} }
	return newWindow(p, order, 1, 1, read, place.compare)
}

// info describes a page by the cursors of its edges.
func info(hasNext, hasPrevious bool, cursors []string) graph.PageInfo {
	out := graph.PageInfo{HasNextPage: hasNext, HasPreviousPage: hasPrevious}
	if n := len(cursors); n > 0 {
		out.StartCursor, out.EndCursor = cursors[0], cursors[n-1]
	}
	return out
}
