package graphtest

import (
	"github.com/newsgraph/newsgraph/graph"
)

// hits gives what a search finds: names, texts of statements, keys of articles.
func (b *bench) hits(q graph.SearchQuery) []string {
	b.Helper()
	out := []string{}
	for _, e := range ok(b.graph.Search(b.ctx, &q))(b).Edges {
		switch n := e.Node.(type) {
		case *graph.Entity:
			out = append(out, n.Name)
		case *graph.Statement:
			out = append(out, "“"+n.Text+"”")
		case *graph.Article:
			out = append(out, "/"+n.Key)
		}
	}
	return out
}

func searchCases() []testCase {
	return []testCase{
		{"entities, then statements, then articles", func(b *bench) {
			b.load(newsroom()...)
			b.load(story{key: "four", text: "Trade Union met.", who: []who{organization("Trade Union", "Trade Union")}})
			equal(b, "trade", b.hits(graph.SearchQuery{Text: "trade"}), []string{
				"Trade Union", "“Trade is naïve.”", "“No trade.”", "/two", "/one", "/four",
			})
			equal(b, "articles", b.hits(graph.SearchQuery{Text: "trade", Types: []graph.SearchType{graph.SearchArticles}}), []string{"/two", "/one", "/four"})
			equal(b, "articles and entities", b.hits(graph.SearchQuery{
				Text: "TRADE", Types: []graph.SearchType{graph.SearchArticles, graph.SearchEntities},
			}), []string{"Trade Union", "/two", "/one", "/four"})
		}},
		{"names by the beginnings of words, texts by whole words", func(b *bench) {
			b.load(newsroom()...)
			equal(b, "beginning", b.hits(graph.SearchQuery{Text: "smi a"}), []string{"Ada Smith"})
			equal(b, "of two names", b.hits(graph.SearchQuery{Text: "in waits", Types: []graph.SearchType{graph.SearchEntities}}), []string{})
			equal(b, "beginning in a text", b.hits(graph.SearchQuery{Text: "trad"}), []string{})
			equal(b, "all words", b.hits(graph.SearchQuery{Text: "trade naive"}), []string{"“Trade is naïve.”", "/one"})
		}},
		{"exact names first, then the most mentioned", func(b *bench) {
			b.load(
				note("1", "", "Ann Lee", "Ann"), note("2", "", "Ann Lee", "Ann Berg"), note("3", "", "Ann Lee", "Ann Berg"),
				story{key: "4", text: "ANN!", who: []who{person("Ann Aalto", "ANN")}},
			)
			types := []graph.SearchType{graph.SearchEntities}
			got := b.hits(graph.SearchQuery{Text: "ann", Types: types})
			equal(b, "exact ones", map[string]bool{got[0]: true, got[1]: true}, map[string]bool{"Ann": true, "Ann Aalto": true})
			equal(b, "the others", got[2:], []string{"Ann Lee", "Ann Berg"})
			equal(b, "not exact when longer", b.hits(graph.SearchQuery{Text: "ann b", Types: types}), []string{"Ann Berg"})
		}},
		{"names with the words before those with longer ones", wordsFirst},
		{"a word that nothing has is corrected to the nearest of the names", corrected},
		{"a text without a word finds nothing", func(b *bench) {
			b.load(newsroom()...)
			for _, text := range []string{"", " ", "…", `"`, "*"} {
				equal(b, text, ok(b.graph.Search(b.ctx, &graph.SearchQuery{Text: text, Page: graph.Page{Count: true}}))(b), graph.SearchPage{
					Edges: []graph.SearchEdge{}, Corrections: []graph.Correction{},
				})
			}
		}},
		{"a text has no syntax", func(b *bench) {
			b.load(newsroom()...)
			for _, text := range []string{"trade OR slept", `"trade" AND`, "NEAR(trade slept)", "trade*slept", "title:trade", "trade\x00slept", "-slept trade"} {
				equal(b, text, b.hits(graph.SearchQuery{Text: text}), []string{})
			}
			equal(b, "stars and quotes are no words", b.hits(graph.SearchQuery{Text: `"slept"*`}), []string{"/three"})
		}},
		{"pages run through all types", func(b *bench) {
			b.load(newsroom()...)
			b.load(story{key: "four", text: "Trade Union met.", who: []who{organization("Trade Union", "Trade Union")}})
			want := b.hits(graph.SearchQuery{Text: "trade"})
			for _, n := range []int{1, 2, 4} {
				q := graph.SearchQuery{Text: "trade", Page: graph.Page{First: &n, Count: true}}
				got := []string{}
				for more := true; more; {
					got = append(got, b.hits(q)...)
					page := ok(b.graph.Search(b.ctx, &q))(b)
					equal(b, "total", page.Total, len(want))
					equal(b, "has previous", page.PageInfo.HasPreviousPage, len(got) > n)
					q.Page.After, more = page.PageInfo.EndCursor, page.PageInfo.HasNextPage
				}
				equal(b, "hits", got, want)
			}
		}},
		{"what is deleted is not found", func(b *bench) {
			b.load(newsroom()...)
			b.remove("one", "two")
			equal(b, "trade", b.hits(graph.SearchQuery{Text: "trade"}), []string{})
			equal(b, "smith", b.hits(graph.SearchQuery{Text: "smith"}), []string{})
			equal(b, "bank", b.hits(graph.SearchQuery{Text: "bank"}), []string{"Adam Bank", "/three"})
		}},
	}
}

func wordsFirst(b *bench) {
	b.load(
		note("1", "", "Annan"), note("2", "", "Annan"), note("3", "", "Zoe Ann"), note("4", "", "Anna Lee"),
	)
	types := []graph.SearchType{graph.SearchEntities}
	equal(b, "ann", b.hits(graph.SearchQuery{Text: "ann", Types: types}), []string{"Zoe Ann", "Annan", "Anna Lee"})
	one, got := 1, []string{}
	q := graph.SearchQuery{Text: "ann", Types: types, Page: graph.Page{First: &one}}
	for more := true; more; {
		got = append(got, b.hits(q)...)
		page := ok(b.graph.Search(b.ctx, &q))(b)
		q.Page.After, more = page.PageInfo.EndCursor, page.PageInfo.HasNextPage
	}
	equal(b, "in pages of one", got, []string{"Zoe Ann", "Annan", "Anna Lee"})
}

func corrected(b *bench) {
	b.load(
		story{key: "1", text: "Lavrov met Lavrow and Lavral. The sessoin on ministers ended.", who: []who{
			person("Lavrov", "Lavrov"), person("Lavrow", "Lavrow"), person("Lavral", "Lavral"),
		}},
		story{key: "2", text: "Lavrow went to Tillersonville 1975.", who: []who{
			person("Lavrow", "Lavrow"), country("Tillersonville 1975", "Tillersonville 1975"), person("Mia Session", "Tillersonville"),
		}},
	)
	entities := []graph.SearchType{graph.SearchEntities}
	type correction = []graph.Correction
	for _, c := range []struct {
		text  string
		types []graph.SearchType
		want  correction
		first string
	}{
		{"lavrof", nil, correction{{Word: "lavrof", Replacement: "lavrow"}}, "Lavrow"}, // two are as near, and one is mentioned more
		{"Larvov", nil, correction{{Word: "larvov", Replacement: "lavrov"}}, "Lavrov"},
		{"lavro", nil, correction{}, "Lavrow"}, // the beginning of a word is a word
		{"lavr", entities, correction{}, "Lavrow"},
		{"xavrov", nil, correction{}, ""}, // the first letter must be right
		{"lavrol", entities, correction{{Word: "lavrol", Replacement: "lavrow"}}, "Lavrow"},
		{"tilersonvile", nil, correction{{Word: "tilersonvile", Replacement: "tillersonville"}}, "Mia Session"},
		{"tilersonvil", nil, correction{}, ""}, // three edits
		{"1976", nil, correction{}, ""},
		{"ministre", nil, correction{}, ""},  // words of texts correct nothing
		{"sessoin", nil, correction{}, "/1"}, // an article has it
		{"sessoin", entities, correction{{Word: "sessoin", Replacement: "session"}}, "Mia Session"},
		{"Larvov met LARVOV", nil, correction{{Word: "larvov", Replacement: "lavrov"}}, "/1"},
		{"one two three four five six seven eight nine ten larvov", nil, correction{}, ""},
	} {
		page := ok(b.graph.Search(b.ctx, &graph.SearchQuery{Text: c.text, Types: c.types}))(b)
		equal(b, c.text, page.Corrections, c.want)
		got := append(b.hits(graph.SearchQuery{Text: c.text, Types: c.types}), "")
		equal(b, c.text+": first", got[0], c.first)
	}
	b.remove("2")
	equal(b, "what is deleted corrects nothing", ok(b.graph.Search(b.ctx, &graph.SearchQuery{Text: "tilersonvile"}))(b).Corrections, correction{})
	equal(b, "nor counts", ok(b.graph.Search(b.ctx, &graph.SearchQuery{Text: "lavrof"}))(b).Corrections, correction{{Word: "lavrof", Replacement: "lavrov"}})
}
