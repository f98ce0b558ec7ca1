package graphtest

import (
	"fmt"

	"github.com/newsgraph/newsgraph/graph"
)

// pageCase asks for a part of the list a b c d e. Cursors are given by their item; "bb" is the place of an item that
// is gone, between b and c.
type pageCase struct {
	first, last   int // -1 for not set
	after, before string
	want          string
	previous      bool
	next          bool
}

func pageTable() []pageCase {
	return []pageCase{
		{2, -1, "", "", "ab", false, true},
		{5, -1, "", "", "abcde", false, false},
		{9, -1, "", "", "abcde", false, false},
		{2, -1, "b", "", "cd", true, true},
		{3, -1, "b", "", "cde", true, false},
		{2, -1, "e", "", "", true, false},
		{0, -1, "", "", "", false, true},
		{0, -1, "b", "", "", true, true},
		{0, -1, "e", "", "", true, false},
		{2, -1, "bb", "", "cd", true, true},
		{5, -1, "", "d", "abc", false, true},
		{2, -1, "", "d", "ab", false, true},
		{5, -1, "a", "d", "bc", true, true},
		{5, -1, "bb", "c", "", true, true},
		{5, -1, "d", "b", "", true, true},
		{5, -1, "e", "a", "", true, false},
		{5, -1, "c", "c", "", true, true},
		{-1, 2, "", "", "de", true, false},
		{-1, 9, "", "", "abcde", false, false},
		{-1, 2, "", "d", "bc", true, true},
		{-1, 3, "", "d", "abc", false, true},
		{-1, 2, "", "a", "", false, true},
		{-1, 0, "", "", "", true, false},
		{-1, 0, "", "a", "", false, true},
		{-1, 2, "", "bb", "ab", false, true},
		{-1, 5, "b", "", "cde", true, false},
		{-1, 2, "b", "", "de", true, false},
		{-1, 5, "a", "d", "bc", true, true},
		{-1, 1, "a", "d", "c", true, true},
		{-1, 5, "d", "b", "", true, true},
		{-1, 5, "e", "a", "", false, true},
	}
}

func (c pageCase) String() string {
	return fmt.Sprintf("first %d after %q, last %d before %q", c.first, c.after, c.last, c.before)
}

func (c pageCase) page(cursors map[string]string) graph.Page {
	p := graph.Page{After: cursors[c.after], Before: cursors[c.before], Count: true}
	if c.first >= 0 {
		p.First = &c.first
	}
	if c.last >= 0 {
		p.Last = &c.last
	}
	return p
}

// paged is a page, whatever it is of.
type paged struct {
	names, cursors []string
	info           graph.PageInfo
	total          int
}

// letters loads articles a to e, each a second older than the one before, with one mention and one statement of its
// own person and of the person Hub.
func (b *bench) letters() {
	b.Helper()
	var stories []story
	for i, name := range []string{"a", "b", "bb", "c", "d", "e"} {
		stories = append(stories, story{
			key: name, at: fmt.Sprintf("2017-01-01T00:00:%02dZ", 50-i), source: "Wire", text: "Hub, " + name + ": says",
			who: []who{person("Hub", "Hub"), person(name, ", "+name)}, said: []said{{what: "says", by: "Hub", about: []string{name, "Hub"}, to: []string{"Hub"}}},
		})
	}
	b.load(stories...)
}

// lists are the lists that have an item for each letter.
func (b *bench) lists() map[string]func(graph.Page) paged {
	hub := []graph.NodeID{entityID("Hub")}
	statements := func(anchor graph.StatementAnchor, of []graph.NodeID, f graph.StatementFilter) func(graph.Page) paged {
		return func(p graph.Page) (out paged) {
			got := ok(b.graph.Statements(b.ctx, &graph.StatementQuery{Anchor: anchor, Of: of, Filter: f, Page: p}))(b)[0]
			for _, e := range got.Edges {
				out.add(b.articleKey(e.Node.Article), e.Cursor)
			}
			return out.with(got.PageInfo, got.Total)
		}
	}
	return map[string]func(graph.Page) paged{
		"articles": b.pagedArticles(nil, graph.ArticleFilter{}), "articles on": b.pagedArticles(hub, graph.ArticleFilter{}),
		"articles with words": b.pagedArticles(nil, graph.ArticleFilter{Text: "says"}),
		"statements":          statements(graph.NoAnchor, nil, graph.StatementFilter{}),
		"statements by":       statements(graph.SpokenBy, hub, graph.StatementFilter{}),
		"statements about":    statements(graph.AboutWhom, hub, graph.StatementFilter{}),
		"statements to":       statements(graph.ToWhom, hub, graph.StatementFilter{Text: "says"}),
		"statements of two":   statements(graph.NoAnchor, nil, graph.StatementFilter{About: []graph.NodeID{hub[0], entityID("c")}}),
		"mentions": func(p graph.Page) (out paged) {
			got := ok(b.graph.Mentions(b.ctx, &graph.MentionQuery{Anchor: graph.OfEntity, Of: hub, Page: p}))(b)[0]
			for _, e := range got.Edges {
				out.add(b.articleKey(e.Node.Article), e.Cursor)
			}
			return out.with(got.PageInfo, got.Total)
		},
		"entities": func(p graph.Page) (out paged) {
			got := ok(b.graph.Entities(b.ctx, &graph.EntityQuery{
				Order: graph.ByNameAsc, Filter: graph.EntityFilter{Not: &graph.EntityFilter{Text: "hub"}}, Page: p,
			}))(b)[0]
			for _, e := range got.Edges {
				out.add(e.Node.Name, e.Cursor)
			}
			return out.with(got.PageInfo, got.Total)
		},
	}
}

func (b *bench) pagedArticles(of []graph.NodeID, f graph.ArticleFilter) func(graph.Page) paged {
	return func(p graph.Page) (out paged) {
		got := ok(b.graph.Articles(b.ctx, &graph.ArticleQuery{Mentioning: of, Filter: f, Page: p}))(b)[0]
		for _, e := range got.Edges {
			out.add(e.Node.Key, e.Cursor)
		}
		return out.with(got.PageInfo, got.Total)
	}
}

func (p *paged) add(name, cursor string) {
	p.names, p.cursors = append(p.names, name), append(p.cursors, cursor)
}

func (p *paged) with(info graph.PageInfo, total int) paged {
	p.info, p.total = info, total
	return *p
}

func pageCases() []testCase {
	return []testCase{
		{"run both ways, know their sides, and stand when items go", func(b *bench) {
			b.letters()
			cursors := map[string]map[string]string{}
			for name, list := range b.lists() {
				cursors[name] = map[string]string{}
				all := list(graph.Page{})
				for i := range all.names {
					cursors[name][all.names[i]] = all.cursors[i]
				}
			}
			b.remove("bb")
			for name, list := range b.lists() {
				for _, c := range pageTable() {
					b.checkPage(name+": "+c.String(), list(c.page(cursors[name])), c)
				}
			}
		}},
		{"cursors stay good when items come", func(b *bench) {
			b.letters()
			list := b.pagedArticles(nil, graph.ArticleFilter{})
			one := 1
			cursor := list(graph.Page{First: &one}).cursors[0]
			b.load(note("a2", "2017-01-01T00:00:49Z", "Zoe"), note("0", "2018-01-01T00:00:00Z", "Zoe"))
			p := list(graph.Page{First: &one, After: cursor})
			equal(b, "next", p.names[0] == "a2" || p.names[0] == "b", true)
			equal(b, "has previous", p.info.HasPreviousPage, true)
		}},
		{"no total unless asked for", func(b *bench) {
			b.letters()
			for name, list := range b.lists() {
				equal(b, name, list(graph.Page{}).total, 0)
			}
		}},
	}
}

func (b *bench) checkPage(what string, got paged, c pageCase) {
	b.Helper()
	names := ""
	for _, name := range got.names {
		names += name
	}
	want := graph.PageInfo{HasPreviousPage: c.previous, HasNextPage: c.next}
	if n := len(got.cursors); n > 0 {
		want.StartCursor, want.EndCursor = got.cursors[0], got.cursors[n-1]
	}
	equal(b, what, names, c.want)
	equal(b, what, got.info, want)
	equal(b, what+": total", got.total, 5)
}
