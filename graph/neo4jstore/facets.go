package neo4jstore

import (
	"cmp"
	"context"
	"slices"
	"strconv"
	"strings"
	"time"

	"github.com/newsgraph/newsgraph/graph"
)

// countedList is a list whose items are counted, and the property with their time.
func (t *tx) countedList(l *graph.List) (q *listQuery, at string, err error) {
	none := 0
	page := graph.Page{First: &none}
	switch {
	case l.Entities != nil:
		of := *l.Entities
		of.Order, of.Page = graph.ByMentionsDesc, page
		q, err = t.entityList(&of)
		return q, "", err
	case l.Articles != nil:
		of := *l.Articles
		of.Order, of.Page = graph.ByTimeDesc, page
		q, err = t.articleList(&of)
		return q, "x.publishedAt", err
	}
	if l.Events != nil {
		of := *l.Events
		of.Order, of.Page = graph.ByTimeDesc, page
		q, err = t.eventList(&of)
		return q, "x.at", err
	}
	of := *l.Statements
	of.Order, of.Page = graph.ByTimeDesc, page
	q, err = t.statementList(&of)
	return q, "x.at", err
}

// lists is the number of pages.
func (q *listQuery) lists() int {
	if q.of == nil {
		return 1
	}
	return len(q.of)
}

// Facets counts items by the values of facets, see [graph.Store].
func (s *Store) Facets(ctx context.Context, q *graph.FacetQuery) ([]graph.Facets, error) {
	return read(ctx, s, func(t *tx) ([]graph.Facets, error) { return t.facets(q) })
}

func (t *tx) facets(q *graph.FacetQuery) ([]graph.Facets, error) {
	list, at, err := t.countedList(&q.List)
	if err != nil {
		return nil, err
	}
	out := make([]graph.Facets, list.lists())
	for i := range out {
		out[i] = graph.Facets{}
	}
	if len(out) == 0 || len(q.Facets) == 0 {
		return out, nil
	}
	list.anchors(len(out))
	list.add("CALL {", "WITH i, of", list.match, where(list.where, list.filter), "RETURN collect(DISTINCT x) AS xs", "}")
	columns := "RETURN i"
	for n, f := range q.Facets {
		name := "f" + strconv.Itoa(n)
		list.addFacet(name, facetValues(&q.List, f, at), q.Top, f != graph.FacetSource && f != graph.FacetLanguage)
		columns += ", " + name
	}
	list.add(columns)
	rows, err := t.run(list.String(), list.params)
	if err != nil {
		return nil, err
	}
	for _, r := range rows {
		for n, f := range q.Facets {
			out[r.int("i")][f] = facetCounts(r.row("f"+strconv.Itoa(n)), q.Top)
		}
		if err := r.err(); err != nil {
			return nil, err
		}
	}
	return out, nil
}

// facetValues gives the clauses from an item x to the values that it counts for, "" for none.
func facetValues(l *graph.List, f graph.Facet, at string) string {
	link := func(pattern, value string) string {
		return "OPTIONAL MATCH " + pattern + "\nWITH x, coalesce(" + value + ", '') AS value"
	}
	switch f {
	case graph.FacetSource:
		if l.Articles == nil {
			return "MATCH (x)-[:IN]->(a)\nWITH x, a.source AS value"
		}
		return "WITH x, x.source AS value"
	case graph.FacetKind:
		return "WITH x, x.kind AS value"
	case graph.FacetType, graph.FacetStatus:
		return "WITH x, x." + strings.ToLower(string(f)) + " AS value"
	case graph.FacetParticipant:
		return link("(x)<-[:TOOK_PART]-(e)", "e.id")
	case graph.FacetPlace:
		return link("(x)-[:AT]->(e)", "e.id")
	case graph.FacetMode:
		return "WITH x, x.mode AS value"
	case graph.FacetTone:
		pattern := "(x)-[l:ABOUT]->()"
		if l.Statements.Anchor == graph.AboutWhom {
			pattern += " WHERE l.hub = of"
		}
		return link(pattern, "l.tone")
	case graph.FacetSpeaker:
		return link("(x)<-[:SAID]-(e)", "e.id")
	case graph.FacetTarget:
		return link("(x)-[:ABOUT]->(e)", "e.id")
	case graph.FacetAddressee:
		return link("(x)-[:TO]->(e)", "e.id")
	case graph.FacetMonth:
		return "WITH x, coalesce(left(toString(" + at + "), 7), '') AS value"
	case graph.FacetLanguage:
	}
	return "WITH x, x.language AS value"
}

// addFacet counts the items "xs" by values, under a name. The server cuts those values to the top that it sorts by their bytes.
func (q *listQuery) addFacet(name, values string, top int, sortable bool) {
	cut := ""
	if sortable {
		cut = "[.." + q.bind(top) + "]"
	}
	q.add(
		"CALL {", "WITH of, xs", "UNWIND xs AS x", values, "WITH value, count(DISTINCT x) AS n ORDER BY n DESC, value",
		"WITH collect({value: value, n: n}) AS counts",
		"WITH [c IN counts WHERE c.value <> ''] AS known, [c IN counts WHERE c.value = '' | c.n] AS without",
		"RETURN {top: known"+cut+", values: size(known), missing: coalesce(head(without), 0)} AS "+name, "}",
	)
}

func facetCounts(r row, top int) graph.FacetCounts {
	out := graph.FacetCounts{Values: []graph.FacetCount{}, Missing: r.int("missing")}
	for _, v := range r.rows("top") {
		out.Values = append(out.Values, graph.FacetCount{Value: v.text("value"), Count: v.int("n")})
	}
	slices.SortFunc(out.Values, func(a, b graph.FacetCount) int {
		return cmp.Or(cmp.Compare(b.Count, a.Count), cmp.Compare(a.Value, b.Value))
	})
	out.Values = out.Values[:min(top, len(out.Values))]
	out.Omitted = r.int("values") - len(out.Values)
	return out
}

// Timeline counts items by time, see [graph.Store].
func (s *Store) Timeline(ctx context.Context, q *graph.TimelineQuery) ([][]graph.Bucket, error) {
	return read(ctx, s, func(t *tx) ([][]graph.Bucket, error) { return t.timeline(q) })
}

func (t *tx) timeline(q *graph.TimelineQuery) ([][]graph.Bucket, error) {
	list, at, err := t.countedList(&q.List)
	if err != nil {
		return nil, err
	}
	out := make([][]graph.Bucket, list.lists())
	if len(out) == 0 {
		return out, nil
	}
	articles, reports := "0", "WITH x, start"
	switch {
	case q.CountArticles && q.Events != nil:
		articles, reports = "count(DISTINCT a)", "MATCH (x)-[:REPORTED_IN]->(a)\nWITH x, start, a"
	case q.CountArticles && q.Articles != nil:
		articles = "count(x)"
	case q.CountArticles:
		articles = "count(DISTINCT x.article)"
	}
	list.anchors(len(out))
	list.add(
		"CALL {", "WITH i, of", list.match, where(list.where, list.filter, at+" IS NOT NULL"), "WITH DISTINCT x",
		"WITH x, toString(date.truncate("+list.bind(truncations()[q.Interval])+", "+at+")) AS start", reports,
		"WITH start, count(DISTINCT x) AS n, "+articles+" AS articles ORDER BY start LIMIT "+list.bind(q.Limit),
		"RETURN collect({start: start, n: n, articles: articles}) AS buckets", "}", "RETURN i, buckets",
	)
	rows, err := t.run(list.String(), list.params)
	if err != nil {
		return nil, err
	}
	for _, r := range rows {
		buckets := []graph.Bucket{}
		for _, b := range r.rows("buckets") {
			start, err := time.Parse(time.DateOnly, b.text("start"))
			if err != nil {
				return nil, err
			}
			buckets = append(buckets, graph.Bucket{Start: start, Count: b.int("n"), Articles: b.int("articles")})
		}
		out[r.int("i")] = buckets
		if err := r.err(); err != nil {
			return nil, err
		}
	}
	return out, nil
}

// truncations are the server's names of intervals.
func truncations() map[graph.Interval]string {
	return map[graph.Interval]string{graph.Day: "day", graph.Week: "week", graph.Month: "month", graph.Year: "year"}
}
