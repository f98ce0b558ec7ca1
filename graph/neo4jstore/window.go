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

// timeWindow reads the cursors of a page in an order by time.
func timeWindow(p graph.Page, order graph.Order) (graph.Window[place], error) {
	read := func(c graph.Cursor) place { return place{rank: timeRank(c.Ints[0], c.Texts[0], order)} }
	return graph.NewWindow(p, order, 1, 1, read, place.compare)
}
