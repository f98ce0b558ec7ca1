package graphtest

import (
	"cmp"
	"slices"
	"time"

	"github.com/newsgraph/newsgraph/graph"
)

// row is an item of a list with its cursor.
type row[T any] struct {
	node   T
	cursor graph.Cursor
}

// before orders rows by the values of their cursors; those of less stand first if up, else behind.
type before func(a, b graph.Cursor) int

// byValues compares cursors. Of the ints, the first desc of them are in descending order.
func byValues(desc int) before {
	return func(a, b graph.Cursor) int {
		for i := range a.Ints {
			c := cmp.Compare(a.Ints[i], b.Ints[i])
			if i < desc {
				c = -c
			}
			// The first text breaks the ties of the first int: mentions have ints behind their article's id.
			if c == 0 && i == 0 && len(a.Ints) == 3 && len(a.Texts) == 2 {
				c = cmp.Compare(a.Texts[0], b.Texts[0])
			}
			if c != 0 {
				return c
			}
		}
		return slices.Compare(a.Texts, b.Texts)
	}
}

// listed is a page, whatever it is of.
type listed[T any] struct {
	nodes   []T
	cursors []string
	info    graph.PageInfo
	total   int
}

// pageOf sorts rows and takes a page.
func pageOf[T any](rows []row[T], p graph.Page, order before) listed[T] {
	slices.SortFunc(rows, func(a, b row[T]) int { return order(a.cursor, b.cursor) })
	from, to := 0, len(rows)
	if p.After != "" {
		after := decode(p.After)
		for from < len(rows) && order(rows[from].cursor, after) <= 0 {
			from++
		}
	}
	if p.Before != "" {
		limit := decode(p.Before)
		for to > 0 && order(rows[to-1].cursor, limit) >= 0 {
			to--
		}
	}
	switch {
	case p.Last != nil:
		from = max(min(from, to), to-*p.Last)
	default:
		to = min(max(from, to), from+*p.First)
	}
	if p.Last == nil && to < from {
		to = from
	}
	out := listed[T]{info: graph.PageInfo{HasPreviousPage: from > 0, HasNextPage: to < len(rows)}}
	for _, r := range rows[from:to] {
		out.nodes = append(out.nodes, r.node)
		out.cursors = append(out.cursors, graph.EncodeCursor(r.cursor))
	}
	if n := len(out.cursors); n > 0 {
		out.info.StartCursor, out.info.EndCursor = out.cursors[0], out.cursors[n-1]
	}
	if p.Count {
		out.total = len(rows)
	}
	return out
}

func decode(s string) graph.Cursor {
	var c graph.Cursor
	for ints := range 4 {
		for texts := range 4 {
			for _, order := range []graph.Order{
				graph.ByTimeAsc, graph.ByTimeDesc, graph.ByMentionsDesc, graph.ByNameAsc, graph.BySearchRank, graph.ByWeightDesc, graph.ByScoreDesc,
			} {
				if found, err := graph.DecodeCursor(s, order, ints, texts); err == nil {
					c = found
				}
			}
		}
	}
	return c
}

// byTime is the order of lists by time.
func byTime(order graph.Order) before {
	if order == graph.ByTimeAsc {
		return byValues(0)
	}
	return byValues(1)
}

// anchors calls list for each id, with its place among them and its current form ("" when it is not in the graph), or once with nothing.
func anchors[P any](ids []graph.NodeID, none bool, resolve func(graph.NodeID) graph.NodeID, list func(page int, node graph.NodeID) P) []P {
	if none {
		return []P{list(0, "")}
	}
	out := make([]P, len(ids))
	for i, id := range ids {
		out[i] = list(i, resolve(id))
	}
	return out
}

// edges makes the edges of a page.
func edges[T, E any](p listed[T], edge func(cursor string, node T) E) []E {
	out := make([]E, len(p.nodes))
	for i, n := range p.nodes {
		out[i] = edge(p.cursors[i], n)
	}
	return out
}

// timePage takes a page of a list by time.
func timePage[T any](nodes []T, order graph.Order, p graph.Page, key func(T) (time.Time, graph.NodeID)) listed[T] {
	rows := make([]row[T], len(nodes))
	for i, n := range nodes {
		at, id := key(n)
		rows[i] = row[T]{n, graph.Cursor{Order: order, Ints: []int64{graph.SortTime(at, order)}, Texts: []string{string(id)}}}
	}
	return pageOf(rows, p, byTime(order))
}
