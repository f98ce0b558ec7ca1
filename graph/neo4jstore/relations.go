package neo4jstore

import (
	"context"
	"math"
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
	r := &relationCount{RelationQuery: q, of: []string{}}
	for _, id := range q.Of {
		if e := f.entities[id].id; !q.Among || e != "" && !slices.Contains(r.of, e) {
			r.of = append(r.of, e)
		}
	}
	pages := 1
	if !q.Among {
		pages = len(q.Of)
	}
	r.found, r.behind, r.partial = make([][]graph.Relation, pages), make([]int, pages), make([]bool, pages)
	if err := t.countRelations(r); err != nil {
		return nil, err
	}
	out := make([]graph.RelationPage, pages)
	for i := range out {
		if out[i], err = graph.PageRelations(r.found[i], r.behind[i], q.Page); err != nil {
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
	behind  []int // how many more there are, lighter than all that were found
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
		if !kind.Directed() && r.Among {
			if err := t.countBoth(r, kind); err != nil {
				return err
			}
			continue
		}
		out := r.Direction != graph.Inward || !kind.Directed()
		in := r.Direction != graph.Outward && kind.Directed() && !r.Among
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

// countOne counts the relations of one kind in one direction. Until it is known which are the heaviest, the query handles nodes and the
// places of what was found, never strings: it is four times as fast so.
func (t *tx) countOne(r *relationCount, kind graph.RelationKind, in bool) error {
	b := r.query()
	if kind == graph.HoldsRole {
		r.roles(b, in)
		r.heaviest(b)
		b.add("RETURN i, false AS more, total, ties")
	} else {
		r.newest(b, relationMatch(kind, in)+"(x)", "x", "collect([rank, x])")
		b.add("WITH i, s, size(found) > " + b.bind(r.Newest) + " AS more, found[.." + b.bind(r.Newest) + "] AS found")
		r.others(b, kind, in)
		r.heaviest(b)
		b.add("RETURN i, more, total, [t IN ties | [t[0], t[1], coalesce(found[t[2]][0], ''), coalesce(found[t[3]][0], ''), t[4], t[5]]] AS ties")
	}
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
	b.add("MATCH (s:Entity {id: "+b.bind(r.of)+"[i]})", "WITH i, s, s.hub AS of")
	return b
}

// relationMatch leads from an entity to what is counted.
func relationMatch(kind graph.RelationKind, in bool) string {
	switch {
	case kind == graph.CoMentioned:
		return "MATCH ()-[m:MENTIONED_IN]->"
	case kind.ByEvents():
		return "MATCH ()-[m:TOOK_PART]->"
	case !in:
		return "MATCH ()-[m:SAID]->"
	case kind == graph.SaidTo:
		return "MATCH ()<-[m:TO]-"
	}
	return "MATCH ()<-[m:ABOUT]-"
}

// newest reads the newest of what hangs on the entity "of" as a list, "found", of one more than is looked at. The columns beside "rank", and
// what is gathered of them, are given.
func (r *relationCount) newest(b *builder, match, columns, gathered string) {
	b.add("CALL {", "WITH of", match, where("m.hub = of", r.seen(b)),
		"WITH DISTINCT "+strings.TrimSuffix("m.hub AS lead, m.newest AS rank, "+columns, ", "),
		"ORDER BY lead, rank LIMIT "+b.bind(r.Newest+1), "RETURN "+gathered+" AS found", "}")
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

// others goes on from each "x" to the other ends "e", and counts. What was found is in order, so that its place tells its time.
func (r *relationCount) others(b *builder, kind graph.RelationKind, in bool) {
	missing := b.bind(missingTime)
	b.add("CALL {", "WITH s, found", "WITH s, found, size([f IN found WHERE f[0] < "+missing+"]) AS timed",
		"UNWIND range(0, size(found) - 1) AS at", "WITH s, timed, at, found[at][1] AS x", where(r.counts(b, kind)))
	link := map[graph.RelationKind]string{
		graph.CoMentioned: "<-[:MENTIONED_IN]-", graph.SaidAbout: "-[o:ABOUT]->", graph.SaidTo: "-[:TO]->", graph.TookPartWith: "<-[:TOOK_PART]-",
	}[kind]
	ends := where("e <> s", r.end(b))
	switch {
	case kind == graph.ActedOn:
		own, others := graph.AsActor, graph.AsRecipient
		if in {
			own, others = others, own
		}
		b.add("MATCH (x)<-[:TOOK_PART {as: '"+string(others)+"'}]-(e)", where("e <> s", r.end(b), "EXISTS { (x)<-[:TOOK_PART {as: '"+string(own)+"'}]-(s) }"))
	case in && kind == graph.SaidAbout:
		b.add("MATCH (x)<-[:SAID]-(e)", ends, "MATCH (x)"+link+"(s)")
	case in:
		b.add("MATCH (x)<-[:SAID]-(e)", ends)
	default:
		b.add("MATCH (x)"+link+"(e)", ends)
	}
	const times = "min(at) AS last, max(CASE WHEN at < timed THEN at END) AS first"
	if kind != graph.SaidAbout {
		b.add("WITH e, count(DISTINCT at) AS weight, " + times + ", 0 AS positive, 0 AS negative")
		return
	}
	b.add("WITH e, timed, at, collect(DISTINCT o.tone) AS tones",
		"WITH e, timed, at, CASE size(tones) WHEN 1 THEN tones[0] ELSE '"+string(graph.Neutral)+"' END AS tone",
		"WITH e, count(*) AS weight, "+times+", sum(CASE tone WHEN '"+string(graph.Positive)+"' THEN 1 ELSE 0 END) AS positive,",
		"  sum(CASE tone WHEN '"+string(graph.Negative)+"' THEN 1 ELSE 0 END) AS negative")
}

// counts holds for what counts of what is looked at, as the filter says.
func (r *relationCount) counts(b *builder, kind graph.RelationKind) cond {
	switch {
	case kind == graph.CoMentioned:
		return r.fromSources(b, "x")
	case kind.ByEvents():
		f := r.Filter.Events()
		return (&filters{builder: b}).event(&f)
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

// heaviest ends the part of a query that counts: of a page at the beginning of a list it leaves out those that are behind it. "total"
// is how many there are.
func (r *relationCount) heaviest(b *builder) {
	n := math.MaxInt32
	if r.Page.First != nil && r.Page.After == "" && r.Page.Before == "" {
		n = max(1, *r.Page.First)
	}
	b.add("WITH e, weight, last, first, positive, negative", "WHERE weight >= "+b.bind(r.MinWeight),
		"WITH * ORDER BY weight DESC",
		"WITH collect([e, weight, last, first, positive, negative]) AS ties",
		"WITH ties, coalesce(ties["+b.bind(n-1)+"][1], 0) AS least", // ties are broken by more than the weight
		"RETURN size(ties) AS total, [t IN ties WHERE t[1] >= least | [t[0].id, t[1], t[2], t[3], t[4], t[5]]] AS ties", "}")
}

// roles counts the passages with titles.
func (r *relationCount) roles(b *builder, in bool) {
	f := &filters{builder: b}
	link := "-[h:HOLDS]->"
	if in {
		link = "<-[h:HOLDS]-"
	}
	conds := []cond{"e <> s", r.end(b), f.within("h.seen", r.Filter.Seen)}
	if from := r.fromSources(b, "a"); from != "" {
		conds = append(conds, "EXISTS { MATCH (a:Article) WHERE a.id = h.article AND "+from+" }")
	}
	b.add("CALL {", "WITH s", "MATCH (s)"+link+"(e)", where(conds...),
		"WITH e, count(h) AS weight, min(h.seen) AS least, max(h.seen) AS greatest",
		"WITH e, weight, coalesce(toString(least.epochSeconds), '') AS first, coalesce(toString(greatest.epochSeconds), '') AS last,",
		"  0 AS positive, 0 AS negative")
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
	ties := list[[]any](of, "ties")
	r.behind[at] += of.int("total") - len(ties)
	for _, values := range ties {
		tie := of.named(values, "other", "weight", "last", "first", "positive", "negative")
		from, to := graph.NodeID(r.of[i]), tie.id("other")
		if in || !kind.Directed() && from > to {
			from, to = to, from
		}
		relation := graph.Relation{
			Kind: kind, From: from, To: to, Weight: tie.int("weight"), FirstSeen: when(tie.text("first")), LastSeen: when(tie.text("last")),
		}
		if kind == graph.SaidAbout {
			positive, negative := tie.int("positive"), tie.int("negative")
			relation.Tones = graph.ToneBalance{Positive: positive, Neutral: relation.Weight - positive - negative, Negative: negative}
		}
		r.found[at] = append(r.found[at], relation)
	}
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
