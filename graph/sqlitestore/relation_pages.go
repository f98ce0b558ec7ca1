package sqlitestore

import (
	"cmp"
	"context"
	"database/sql"
	"slices"

	"github.com/newsgraph/newsgraph/graph"
)

// heavy is a tie that weighs enough to be in the list.
type heavy struct {
	*tally
	*tied
}

// relationPages ranks what was counted.
func (c *conn) relationPages(ctx context.Context, r *relationCount) ([]graph.RelationPage, error) {
	lists, behind := r.ranked()
	ends, err := c.relationEnds(ctx, r, lists)
	if err != nil {
		return nil, err
	}
	out := make([]graph.RelationPage, len(lists))
	for i, of := range lists {
		relations := make([]graph.Relation, 0, len(of))
		for _, h := range of {
			if end := ends[h.other]; len(r.Filter.Ends) == 0 || slices.Contains(r.Filter.Ends, end.kind) {
				relations = append(relations, r.relation(h, ends))
			}
		}
		if out[i], err = graph.PageRelations(relations, behind[i], r.Page); err != nil {
			return nil, err
		}
		for driver, partial := range r.partial {
			out[i].Partial = out[i].Partial || partial && (r.Among || driver == i)
		}
	}
	return out, nil
}

// ranked gives the ties of each page. Of a page at the beginning of a list it leaves out those that are behind it: their
// ends need not be looked up. behind is how many these are.
func (r *relationCount) ranked() (lists [][]heavy, behind []int) {
	lists = make([][]heavy, len(r.drivers))
	if r.Among {
		lists = make([][]heavy, 1)
	}
	behind = make([]int, len(lists))
	for _, t := range r.tallies {
		i := pick(r.Among, 0, t.driver)
		for at := range t.ties {
			if t.ties[at].weight >= r.MinWeight {
				lists[i] = append(lists[i], heavy{t, &t.ties[at]})
			}
		}
	}
	if r.Page.First == nil || r.Page.After != "" || r.Page.Before != "" || len(r.Filter.Ends) > 0 {
		return lists, behind
	}
	for i, of := range lists {
		slices.SortFunc(of, func(a, b heavy) int { return cmp.Compare(b.weight, a.weight) })
		end := *r.Page.First
		for end > 0 && end < len(of) && of[end].weight == of[end-1].weight {
			end++ // ties are broken by what is not known yet
		}
		end = min(end, len(of))
		lists[i], behind[i] = of[:end], len(of)-end
	}
	return lists, behind
}

type relationEnd struct {
	id   graph.NodeID
	kind graph.Kind
}

const sqlRelationEnds = `SELECT e.n, e.id, e.kind FROM json_each(?) f CROSS JOIN entities e ON e.n = f.value`

func (c *conn) relationEnds(ctx context.Context, r *relationCount, lists [][]heavy) (map[int64]relationEnd, error) {
	ends := map[int64]relationEnd{}
	for _, d := range r.drivers {
		if n, there := d.(int64); there {
			ends[n] = relationEnd{}
		}
	}
	for _, of := range lists {
		for _, h := range of {
			ends[h.other] = relationEnd{}
		}
	}
	ns := make([]int64, 0, len(ends))
	for n := range ends {
		ns = append(ns, n)
	}
	slices.Sort(ns)
	err := c.query(ctx, sqlRelationEnds, []any{list(ns)}, func(rows *sql.Rows) error {
		var n int64
		var e relationEnd
		err := rows.Scan(&n, &e.id, &e.kind)
		ends[n] = e
		return err
	})
	return ends, err
}

func (r *relationCount) relation(h heavy, ends map[int64]relationEnd) graph.Relation {
	driver, _ := r.drivers[h.driver].(int64)
	out := graph.Relation{
		Kind: h.kind, From: ends[driver].id, To: ends[h.other].id, Weight: h.weight,
		FirstSeen: seen(sql.NullInt64{Int64: h.first, Valid: true}), LastSeen: seen(sql.NullInt64{Int64: h.last, Valid: true}),
	}
	if h.kind == graph.SaidAbout {
		out.Tones = h.tones
	}
	if h.in || !h.kind.Directed() && out.From > out.To {
		out.From, out.To = out.To, out.From
	}
	return out
}
