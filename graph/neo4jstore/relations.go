package neo4jstore

import (
	"context"
	"slices"
	"strconv"
	"strings"
	"time"

	"github.com/newsgraph/newsgraph/graph"
)

// Relations returns pages of relations, see [graph.Store].
func (s *Store) Relations(ctx context.Context, q *graph.RelationQuery) ([]graph.RelationPage, error) {
	return read(ctx, s, func(t *tx) ([]graph.RelationPage, error) { return t.relations(q) })
}

func (t *tx) relations(q *graph.RelationQuery) ([]graph.RelationPage, error) {
	f, err := t.newFilters(newBuilder(), q.Of)
	if err != nil {
		return nil, err
	}
	r := &relationCount{RelationQuery: q, of: f.current(q.Of)}
	if !q.Among {
		r.of = make([]string, len(q.Of))
		for i, id := range q.Of {
			r.of[i] = f.entities[id]
		}
	}
	pages := 1
	if !q.Among {
		pages = len(q.Of)
	}
	r.found, r.partial = make([][]graph.Relation, pages), make([]bool, pages)
	if err := t.countRelations(r); err != nil {
		return nil, err
	}
	out := make([]graph.RelationPage, pages)
	for i := range out {
		if out[i], err = graph.PageRelations(r.found[i], 0, q.Page); err != nil {
			return nil, err
		}
		out[i].Partial = r.partial[i]
	}
	return out, nil
}

// relationCount is a counting of relations.
type relationCount struct {
	*graph.RelationQuery
	of      []string // the entities' current ids; "" for one that is not in the graph
	found   [][]graph.Relation
	partial []bool
}

// page is the number of the page to which an entity's relations belong.
func (r *relationCount) page(i int) int {
	if r.Among {
		return 0
	}
	return i
}

func (t *tx) countRelations(r *relationCount) error {
	for _, kind := range r.Kinds {
		if kind == graph.CoMentioned && r.Among {
			if err := t.countBoth(r); err != nil {
				return err
			}
			continue
		}
		out := r.Direction != graph.Inward || kind == graph.CoMentioned
		in := r.Direction != graph.Outward && kind != graph.CoMentioned && !r.Among
		for _, way := range []struct{ wanted, in bool }{{out, false}, {in, true}} {
			if !way.wanted {
				continue
			}
			if err := t.countOne(r, kind, way.in); err != nil {
				return err
			}
		}
	}
	return nil
}

// countOne counts the relations of one kind in one direction.
func (t *tx) countOne(r *relationCount, kind graph.RelationKind, in bool) error {
	b := r.query()
	if kind == graph.HoldsRole {
		r.roles(b, in)
	} else {
		r.more(b, relationMatch(kind, in))
		r.newest(b, relationMatch(kind, in))
		r.others(b, kind, in)
	}
	b.add("RETURN i, others, weights, firsts, lasts, positives, negatives, more")
	rows, err := t.run(b.String(), b.params)
	if err != nil {
		return err
	}
	for _, row := range rows {
		r.take(row, kind, in)
		if err := row.err(); err != nil {
			return err
		}
	}
	return nil
}

// query begins a query that goes through the entities.
func (r *relationCount) query() *builder {
	b := newBuilder()
	b.add("UNWIND range(0, " + b.bind(len(r.of)-1) + ") AS i")
	b.add("WITH i, " + b.bind(r.of) + "[i] AS of")
	return b
}

// relationMatch leads from an entity to what is counted.
func relationMatch(kind graph.RelationKind, in bool) string {
	switch {
	case kind == graph.CoMentioned:
		return "MATCH ()-[m:MENTIONED_IN]->(x:Article)"
	case !in:
		return matchSaid
	case kind == graph.SaidTo:
		return matchTo
	}
	return matchAbout
}

// more finds out whether there is more on the entity "of" than is looked at.
func (r *relationCount) more(b *builder, match string) {
	b.add("CALL {", "WITH of", match, where("m.entity = of", r.seen(b)),
		"WITH DISTINCT m.entity AS lead, m.newest AS rank", "ORDER BY lead, rank SKIP "+b.bind(r.Newest)+" LIMIT 1",
		"RETURN count(*) > 0 AS more", "}")
}

// newest begins to read the newest of what hangs on the entity "of", as "x" with its "rank".
func (r *relationCount) newest(b *builder, match string) {
	b.add("CALL {", "WITH of", match, where("m.entity = of", r.seen(b)),
		"WITH DISTINCT m.entity AS lead, m.newest AS rank, x", "ORDER BY lead, rank LIMIT "+b.bind(r.Newest))
}

// seen is the range of the sort keys that are in the filter's range of time.
func (r *relationCount) seen(b *builder) cond {
	seen := r.Filter.Seen
	if seen.Open() {
		return "m.newest > ''"
	}
	from, to := "", missingTime
	if !seen.To.IsZero() {
		from = timeRank(ceilUnix(seen.To)-1, "", graph.ByTimeDesc)
	}
	if !seen.From.IsZero() {
		to = timeRank(ceilUnix(seen.From)-1, "", graph.ByTimeDesc)
	}
	return "m.newest >= " + b.bind(from) + " AND m.newest < " + b.bind(to)
}

// ceilUnix rounds a time up to seconds: t < u holds for a whole second t when t < ceilUnix(u).
func ceilUnix(t time.Time) int64 {
	if t.Nanosecond() > 0 {
		return t.Unix() + 1
	}
	return t.Unix()
}

// others goes on from "x" to the other ends, and counts.
func (r *relationCount) others(b *builder, kind graph.RelationKind, in bool) {
	b.add(where(r.counts(b, kind)))
	ends := []cond{"o.entity <> lead", r.end(b)}
	link := map[graph.RelationKind]string{graph.CoMentioned: "<-[o:MENTIONED_IN]-", graph.SaidAbout: "-[o:ABOUT]->", graph.SaidTo: "-[o:TO]->"}[kind]
	tone := "o.tone"
	if in {
		b.add("MATCH (x)<-[o:SAID]-(e:Entity)", where(ends...), "MATCH (x)"+strings.Replace(link, "o:", "l:", 1)+"()", "WHERE l.entity = lead")
		tone = "l.tone"
	} else {
		b.add("MATCH (x)"+link+"(e:Entity)", where(ends...))
	}
	if kind == graph.SaidAbout {
		b.add("WITH o.entity AS other, rank, collect(DISTINCT "+tone+") AS tones",
			"WITH other, rank, CASE size(tones) WHEN 1 THEN tones[0] ELSE '"+string(graph.Neutral)+"' END AS tone")
	} else {
		b.add("WITH DISTINCT o.entity AS other, rank, '' AS tone")
	}
	b.add("WITH other, count(*) AS weight, min(rank) AS last, coalesce(max(CASE WHEN rank < "+b.bind(missingTime)+" THEN rank END), '') AS first,",
		"  sum(CASE tone WHEN '"+string(graph.Positive)+"' THEN 1 ELSE 0 END) AS positive, sum(CASE tone WHEN '"+
			string(graph.Negative)+"' THEN 1 ELSE 0 END) AS negative")
	r.collect(b)
}

// counts holds for what counts of what is looked at, as the filter says.
func (r *relationCount) counts(b *builder, kind graph.RelationKind) cond {
	if kind == graph.CoMentioned {
		return r.fromSources(b, "x")
	}
	var conds []cond
	if r.Filter.MinConfidence > 0 {
		conds = append(conds, "x.confidence >= "+b.bind(r.Filter.MinConfidence))
	}
	if of := r.fromSources(b, "a"); of != "" {
		conds = append(conds, "EXISTS { (x)-[:IN]->(a:Article) WHERE "+of+" }")
	}
	return all(conds...)
}

func (r *relationCount) fromSources(b *builder, article string) cond {
	if len(r.Filter.Sources) == 0 {
		return ""
	}
	return article + ".source IN " + b.bind(r.Filter.Sources)
}

// end holds for the other ends "e" that are wanted.
func (r *relationCount) end(b *builder) cond {
	switch {
	case r.Among:
		return "e.id IN " + b.bind(r.of)
	case len(r.Filter.Ends) > 0:
		return "e.kind IN " + b.bind(r.Filter.Ends)
	}
	return ""
}

// collect ends the part of a query that counts.
func (r *relationCount) collect(b *builder) {
	b.add("WHERE weight >= "+b.bind(r.MinWeight),
		"RETURN collect(other) AS others, collect(weight) AS weights, collect(first) AS firsts, collect(last) AS lasts,",
		"  collect(positive) AS positives, collect(negative) AS negatives", "}")
}

// roles counts the passages with titles.
func (r *relationCount) roles(b *builder, in bool) {
	f := &filters{builder: b}
	link := "-[h:HOLDS]->"
	if in {
		link = "<-[h:HOLDS]-"
	}
	conds := []cond{"e.id <> of", r.end(b), f.within("h.seen", r.Filter.Seen)}
	if from := r.fromSources(b, "a"); from != "" {
		conds = append(conds, "EXISTS { MATCH (a:Article) WHERE a.id = h.article AND "+from+" }")
	}
	b.add("CALL {", "WITH of", "MATCH (:Entity {id: of})"+link+"(e:Entity)", where(conds...),
		"WITH e.id AS other, count(h) AS weight, min(h.seen) AS least, max(h.seen) AS greatest",
		"WITH other, weight, coalesce(toString(least.epochSeconds), '') AS first, coalesce(toString(greatest.epochSeconds), '') AS last,",
		"  0 AS positive, 0 AS negative")
	r.collect(b)
	b.add("WITH *, false AS more")
}

// take reads a row of what was counted.
func (r *relationCount) take(of row, kind graph.RelationKind, in bool) {
	i := of.int("i")
	at := r.page(i)
	r.partial[at] = r.partial[at] || of.bool("more")
	when := rankTime
	if kind == graph.HoldsRole {
		when = epochTime
	}
	weights, firsts, lasts := list[int64](of, "weights"), list[string](of, "firsts"), list[string](of, "lasts")
	positives, negatives := list[int64](of, "positives"), list[int64](of, "negatives")
	for n, other := range list[string](of, "others") {
		from, to := graph.NodeID(r.of[i]), graph.NodeID(other)
		if in || kind == graph.CoMentioned && from > to {
			from, to = to, from
		}
		relation := graph.Relation{
			Kind: kind, From: from, To: to, Weight: int(weights[n]), FirstSeen: when(firsts[n]), LastSeen: when(lasts[n]),
		}
		if kind == graph.SaidAbout {
			relation.Tones.Add(graph.Neutral, int(weights[n]-positives[n]-negatives[n]))
			relation.Tones.Add(graph.Positive, int(positives[n]))
			relation.Tones.Add(graph.Negative, int(negatives[n]))
		}
		r.found[at] = append(r.found[at], relation)
	}
}

// countBoth brings together entities that have an article in common among the newest of both. The database gathers who is in each
// article; pairs, of which there are many more, are made here.
func (t *tx) countBoth(r *relationCount) error {
	match := relationMatch(graph.CoMentioned, false)
	b := r.query()
	r.more(b, match)
	b.add("RETURN more", "ORDER BY more DESC LIMIT 1")
	rows, err := t.run(b.String(), b.params)
	if err != nil {
		return err
	}
	for _, row := range rows {
		r.partial[0] = r.partial[0] || row.bool("more")
	}
	b = r.query()
	r.newest(b, match)
	b.add(where(r.fromSources(b, "x")), "RETURN rank", "}")
	b.add("WITH rank, collect(i) AS here", "WHERE size(here) > 1", "RETURN rank, here")
	if rows, err = t.run(b.String(), b.params); err != nil {
		return err
	}
	return r.pair(rows)
}

// pair counts those that are in the same articles, each article a row.
func (r *relationCount) pair(rows []row) error {
	pairs := map[[2]int64]*graph.Relation{}
	for _, row := range rows {
		at := rankTime(row.text("rank"))
		here := list[int64](row, "here")
		slices.Sort(here)
		for n, a := range here {
			for _, other := range here[n+1:] {
				p := pairs[[2]int64{a, other}]
				if p == nil {
					x, y := graph.NodeID(r.of[a]), graph.NodeID(r.of[other])
					p = &graph.Relation{Kind: graph.CoMentioned, From: min(x, y), To: max(x, y)}
					pairs[[2]int64{a, other}] = p
				}
				p.Weight++
				p.See(at, at)
			}
		}
		if err := row.err(); err != nil {
			return err
		}
	}
	for _, p := range pairs {
		if p.Weight >= r.MinWeight {
			r.found[0] = append(r.found[0], *p)
		}
	}
	return nil
}

// rankTime reads the time in a sort key of the newest first; "" and that of an item without a time give the zero time.
func rankTime(rank string) time.Time {
	if rank == "" || strings.HasPrefix(rank, missingTime) {
		return time.Time{}
	}
	bits, err := strconv.ParseUint(rank[:16], 16, 64)
	if err != nil {
		return time.Time{}
	}
	return time.Unix(int64(^bits^1<<63), 0).UTC()
}

// epochTime reads Unix seconds; "" gives the zero time.
func epochTime(seconds string) time.Time {
	n, err := strconv.ParseInt(seconds, 10, 64)
	if err != nil {
		return time.Time{}
	}
	return time.Unix(n, 0).UTC()
}
