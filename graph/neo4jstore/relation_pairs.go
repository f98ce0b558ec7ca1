package neo4jstore

import (
	"cmp"
	"slices"
	"time"

	"github.com/newsgraph/newsgraph/graph"
)

// countBoth brings together entities that have an article or event in common among the newest of both. The database lists those of
// each; pairs, of which there are many more, are made here.
func (t *tx) countBoth(r *relationCount, kind graph.RelationKind) error {
	b := r.query()
	match := relationMatch(kind, false)
	if counts := r.counts(b, kind); counts != "" {
		r.newest(b, match+"(x)", "x", "collect(CASE WHEN "+counts+" THEN rank ELSE '' END)")
	} else {
		r.newest(b, match+"()", "", "collect(rank)")
	}
	b.add("RETURN i, found")
	rows, err := t.run(b.String(), b.params)
	if err != nil {
		return err
	}
	slices.SortFunc(rows, func(a, b row) int { return cmp.Compare(a.int("i"), b.int("i")) })
	together := map[string]*shared{} // what was seen
	for _, row := range rows {
		found := list[string](row, "found")
		r.partial[0] = r.partial[0] || len(found) > r.Newest
		r.pair(kind, row.int("i"), found[:min(len(found), r.Newest)], together)
		if err := row.err(); err != nil {
			return err
		}
	}
	return nil
}

// shared is an article or event of several entities.
type shared struct {
	at  time.Time
	who []int
}

// pair counts the pairs of an entity with those before it; it has the articles or events with the ranks.
func (r *relationCount) pair(kind graph.RelationKind, i int, ranks []string, together map[string]*shared) {
	pairs := make([]graph.Relation, i)
	for _, rank := range ranks {
		if rank == "" {
			continue
		}
		item := together[rank]
		if item == nil {
			item = &shared{at: rankTime(rank)}
			together[rank] = item
		}
		for _, before := range item.who {
			pairs[before].Weight++
			pairs[before].See(item.at, item.at)
		}
		item.who = append(item.who, i)
	}
	for before, p := range pairs {
		if p.Weight >= max(1, r.MinWeight) {
			x, y := graph.NodeID(r.of[before]), graph.NodeID(r.of[i])
			p.Kind, p.From, p.To = kind, min(x, y), max(x, y)
			r.found[0] = append(r.found[0], p)
		}
	}
}
