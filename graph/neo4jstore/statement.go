package neo4jstore

import (
	"cmp"
	"context"
	"slices"

	"github.com/newsgraph/newsgraph/graph"
)

// statementColumns are what makes a statement.
func statementColumns() []column {
	return []column{
		{"", ".id, .at"},
		{"Article", ".article"},
		{"Kind", ".kind"},
		{"Mode", ".mode"},
		{"Spans", ".spans"},
		{"Text", ".text"},
		{"Cue", ".cue"},
		{"CueSpan", ".cueSpan"},
		{"SpeakerText", ".speakerText"},
		{"SpeakerSpan", ".speakerSpan"},
		{"SaidAt", ".saidAt"},
		{"SaidAtPrecision", ".saidAtPrecision"},
		{"Context", ".context"},
		{"Confidence", ".confidence"},
		{"Reason", ".reason, .why"},
		{"Speaker SpeakerKey", "said: [(x)<-[l:SAID]-(e) | l {entity: e.id, .key}]"},
		{"Addressees AddresseeKeys", "to: [(x)-[l:TO]->(e) | l {entity: e.id, .key}]"},
		{"About", "about: [(x)-[l:ABOUT]->(e) | l {entity: e.id, .key, .spans, .confidence, .reason, .why, .tone, .toneConfidence}]"},
		{"Within", "within: [(x)-[:WITHIN]->(o) | o.id]"},
	}
}

func statement(r row) *graph.Statement {
	s := &graph.Statement{
		ID: r.id("id"), Article: r.id("article"), Kind: graph.StatementKind(r.text("kind")),
		Mode: graph.StatementMode(r.text("mode")), Spans: r.spans("spans"), Text: r.text("text"),
		Cue: r.text("cue"), CueSpan: r.span("cueSpan"),
		SpeakerText: r.text("speakerText"), SpeakerSpan: r.span("speakerSpan"),
		Addressees: []graph.NodeID{}, AddresseeKeys: []graph.Key{}, About: []graph.Target{},
		SaidAt: r.time("saidAt"), SaidAtPrecision: graph.Precision(r.text("saidAtPrecision")), At: r.time("at"),
		Context: r.text("context"), Confidence: r.float("confidence"), Reason: reason(r),
	}
	for _, l := range r.rows("said") {
		s.Speaker, s.SpeakerKey = l.id("entity"), l.key("key")
	}
	for _, l := range byKey(r.rows("to")) {
		s.Addressees = append(s.Addressees, l.id("entity"))
		s.AddresseeKeys = append(s.AddresseeKeys, l.key("key"))
	}
	for _, l := range byKey(r.rows("about")) {
		s.About = append(s.About, graph.Target{
			Entity: l.id("entity"), Key: l.key("key"), Spans: l.spans("spans"), Confidence: l.float("confidence"), Reason: reason(l),
			Tone: graph.Tone(l.text("tone")), ToneConfidence: l.float("toneConfidence"),
		})
	}
	for _, id := range list[string](r, "within") {
		s.Within = graph.NodeID(id)
	}
	return s
}

func reason(r row) graph.Reason { return graph.Reason{Code: r.text("reason"), Text: r.text("why")} }

// byKey sorts links by the bytes of their keys.
func byKey(links []row) []row {
	slices.SortFunc(links, func(a, b row) int { return cmp.Compare(a.text("key"), b.text("key")) })
	return links
}

// Statements returns pages of statements, see [graph.Store].
func (s *Store) Statements(ctx context.Context, q *graph.StatementQuery) ([]graph.StatementPage, error) {
	return read(ctx, s, func(t *tx) ([]graph.StatementPage, error) { return t.statements(q) })
}

func (t *tx) statements(q *graph.StatementQuery) ([]graph.StatementPage, error) {
	list, err := t.statementList(q)
	if err != nil {
		return nil, err
	}
	pages, err := t.pages(list)
	if err != nil {
		return nil, err
	}
	out := make([]graph.StatementPage, len(pages))
	for i, p := range pages {
		if out[i], err = statementPage(p, q.Order); err != nil {
			return nil, err
		}
	}
	return out, nil
}

func statementPage(p listPage, order graph.Order) (graph.StatementPage, error) {
	out := graph.StatementPage{Edges: make([]graph.StatementEdge, len(p.items)), Total: p.total}
	cursors := make([]string, len(p.items))
	for i, r := range p.items {
		s := statement(r)
		if err := r.err(); err != nil {
			return out, err
		}
		cursors[i] = graph.EncodeCursor(graph.Cursor{
			Order: order, Ints: []int64{graph.SortTime(s.At, order)}, Texts: []string{string(s.ID)},
		})
		out.Edges[i] = graph.StatementEdge{Cursor: cursors[i], Node: s}
	}
	out.PageInfo = graph.NewPageInfo(p.hasPrevious, p.hasNext, cursors)
	return out, nil
}

func (t *tx) statementList(q *graph.StatementQuery) (*listQuery, error) {
	out := &listQuery{builder: newBuilder(), item: item(statementColumns(), q.Fields), some: q.Fields != nil, count: q.Page.Count}
	var err error
	if out.Window, err = timeWindow(q.Page, q.Order); err != nil {
		return nil, err
	}
	named := slices.Clone(q.With)
	graph.EachFilter(&q.Filter, func(f *graph.StatementFilter) {
		named = slices.Concat(named, f.Speakers, f.About, f.Addressees)
	})
	f, err := t.newFilters(out.builder, named)
	if err != nil {
		return nil, err
	}
	filter := q.Filter
	if q.Anchor == graph.NoAnchor {
		out.source = f.statementSource(&filter, q.Order)
	} else {
		out.of = append([]graph.NodeID{}, q.Of...) // not nil: a page for each, none for none
		out.source, out.entities = anchored(q.Anchor, q.Order)
	}
	pattern := "(x)<-[o:SAID]-()"
	if q.Anchor == graph.SpokenBy {
		pattern = "(x)-[o:ABOUT]->()"
	}
	out.filter = all(f.statement(&filter, q.Anchor), f.with(pattern, q.With))
	return out, nil
}

// with holds when a relationship "o" leads to the entity of the page; no entities ask nothing.
func (f *filters) with(pattern string, entities []graph.NodeID) cond {
	if entities == nil {
		return ""
	}
	current := make([]string, len(entities))
	for i, id := range entities {
		current[i] = f.entities[id].hub
	}
	return "EXISTS { " + pattern + " WHERE o.hub = " + f.bind(current) + "[i] }"
}

// The relationships between statements and entities.
const (
	matchSaid  = "MATCH ()-[m:SAID]->(x:Statement)"
	matchAbout = "MATCH ()<-[m:ABOUT]-(x:Statement)"
	matchTo    = "MATCH ()<-[m:TO]-(x:Statement)"
)

// anchored is the list of the statements that hang on a node "of", and tells whether that is an entity.
func anchored(anchor graph.StatementAnchor, order graph.Order) (s source, entities bool) {
	rank := "x." + timeProperty(order)
	switch anchor {
	case graph.SpokenBy:
		return linked(matchSaid, "of", order), true
	case graph.AboutWhom:
		return linked(matchAbout, "of", order), true
	case graph.ToWhom:
		return linked(matchTo, "of", order), true
	case graph.InArticle:
		return source{match: "MATCH (:Article {id: of})<-[:IN]-(x:Statement)", rank: rank}, false
	case graph.WithinThat, graph.NoAnchor:
	}
	return source{match: "MATCH (:Statement {id: of})<-[:WITHIN]-(x:Statement)", rank: rank}, false
}

// statementSource finds statements by what in the filter selects most, or else along their order. What it takes care of
// it takes out of the filter.
func (f *filters) statementSource(filter *graph.StatementFilter, order graph.Order) source {
	rank := "x." + timeProperty(order)
	if len(filter.Articles) > 0 {
		ids := f.bind(filter.Articles)
		filter.Articles = nil
		return source{match: "MATCH (a:Article)\nWHERE a.id IN " + ids + "\nMATCH (a)<-[:IN]-(x:Statement)", rank: rank}
	}
	for _, link := range []struct {
		match    string
		entities *[]graph.NodeID
	}{{matchSaid, &filter.Speakers}, {matchAbout, &filter.About}, {matchTo, &filter.Addressees}} {
		if len(*link.entities) > 0 {
			current := f.current(*link.entities)
			if link.entities != &filter.About || len(filter.Tones) == 0 { // else its tones still need it
				*link.entities = nil
			}
			if len(current) == 1 {
				return linked(link.match, f.bind(current[0]), order)
			}
			// The index serves conditions on both of its properties only.
			rank := "m." + timeProperty(order)
			return source{match: link.match, where: "m.hub IN " + f.bind(current) + " AND " + rank + " > ''", rank: rank}
		}
	}
	switch {
	case len(words(filter.Text)) > 0:
		query, found := f.lucene("x.words", filter.Text)
		filter.Text = ""
		return source{
			match: "CALL db.index.fulltext.queryNodes('newsgraph_statements', " + f.bind(query) + ") YIELD node AS x",
			where: found, rank: rank,
		}
	case len(filter.Sources) > 0:
		match := "MATCH (a:Article)\nWHERE a.outlet IN " + f.bind(outlets(filter.Sources)) + " AND a.source IN " + f.bind(filter.Sources) +
			"\nMATCH (a)<-[:IN]-(x:Statement)"
		filter.Sources = nil
		return source{match: match, rank: rank}
	}
	return source{match: "MATCH (x:Statement)", where: rank + " > ''", rank: rank}
}

// statement is the condition of the filter on statements "x" of a list that hangs on the anchor.
func (f *filters) statement(filter *graph.StatementFilter, anchor graph.StatementAnchor) cond {
	return graph.JoinFilter(filter, logic(), func(filter *graph.StatementFilter) cond {
		conds := []cond{
			f.anyLink("(x)<-[o:SAID]-()", filter.Speakers),
			f.about(filter, anchor),
			f.anyLink("(x)-[o:TO]->()", filter.Addressees),
			in(f, "x.kind", filter.Kinds),
			in(f, "x.article", filter.Articles),
			f.hasWords("x.words", filter.Text),
			f.hasWords("x.contextWords", filter.Context),
			f.hasWords("x.cueWords", filter.Cue),
			f.hasWords("x.speakerWords", filter.SpeakerText),
			in(f, "x.mode", filter.Modes),
			f.isWithin(filter.Within),
			isNested(filter.Nested),
			in(f, "x.reason", filter.Reasons),
			f.within("x.at", filter.Said),
		}
		if of := all(in(f, "o.source", filter.Sources), f.within("o.publishedAt", filter.Published)); of != "" {
			conds = append(conds, "EXISTS { (x)-[:IN]->(o:Article) WHERE "+of+" }")
		}
		if filter.MinConfidence > 0 {
			conds = append(conds, "x.confidence >= "+f.bind(filter.MinConfidence))
		}
		return all(conds...)
	})
}

// about holds for statements with the tones toward any of the entities, or about them with any tone.
func (f *filters) about(filter *graph.StatementFilter, anchor graph.StatementAnchor) cond {
	if len(filter.Tones) == 0 {
		return f.anyLink("(x)-[o:ABOUT]->()", filter.About)
	}
	toward := ""
	switch {
	case len(filter.About) > 0:
		toward = "o.hub IN " + f.bind(f.current(filter.About))
	case anchor == graph.AboutWhom:
		toward = "o.hub = of"
	}
	return "EXISTS { (x)-[o:ABOUT]->() WHERE " + all(toward, in(f, "o.tone", filter.Tones)) + " }"
}

func (f *filters) isWithin(statements []graph.NodeID) cond {
	if len(statements) == 0 {
		return ""
	}
	return "EXISTS { (x)-[:WITHIN]->(o) WHERE o.id IN " + f.bind(statements) + " }"
}

func isNested(nested *bool) cond {
	switch {
	case nested == nil:
		return ""
	case *nested:
		return "EXISTS { (x)-[:WITHIN]->() }"
	}
	return "NOT EXISTS { (x)-[:WITHIN]->() }"
}

// anyLink holds when a relationship "o" leads to any of the entities; no entities ask nothing.
func (f *filters) anyLink(pattern string, entities []graph.NodeID) cond {
	if len(entities) == 0 {
		return ""
	}
	return "EXISTS { " + pattern + " WHERE o.hub IN " + f.bind(f.current(entities)) + " }"
}
