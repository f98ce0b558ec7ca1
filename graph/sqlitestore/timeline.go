package sqlitestore

import (
	"math"
	"time"

	"github.com/newsgraph/newsgraph/graph"
)

// byTime is the sorting of an order by time.
func byTime(order graph.Order) sorting {
	return sorting{column: "down", oldest: order == graph.ByTimeAsc}
}

// timeWindow reads the cursors of a page in an order by time.
func timeWindow(p graph.Page, order graph.Order) (graph.Window[place], error) {
	return graph.NewWindow(p, order, 1, 1, func(c graph.Cursor) place {
		return place{number: sortValue(c.Ints[0], order), id: c.Texts[0]}
	}, place.compare)
}

// sortValue turns a [graph.SortTime] into the number of a place, and the other way round.
func sortValue(at int64, order graph.Order) int64 {
	switch {
	case order == graph.ByTimeAsc:
		return at
	case at == graph.MissingTime:
		return missing
	case at == missing:
		return graph.MissingTime
	}
	return -at
}

// timeCursors gives the cursors of items in an order by time.
func timeCursors(order graph.Order) func(place) graph.Cursor {
	return func(at place) graph.Cursor {
		return graph.Cursor{Order: order, Ints: []int64{sortValue(at.number, order)}, Texts: []string{at.id}}
	}
}

// ceilUnix rounds a time up to seconds: t < u holds for a whole second t when t < ceilUnix(u).
func ceilUnix(t time.Time) int64 {
	s := t.Unix()
	if t.Nanosecond() > 0 && s < math.MaxInt64 {
		s++
	}
	return s
}
