package graphtest

import (
	"github.com/newsgraph/newsgraph/graph"
)

// debate has statements of all sorts; arrows are "about", + and - the tone, ⇒ is "to":
//
//	march (2017-03-05, Wire):
//	  "Peace holds."   Ada → Bob+, Cid  ⇒ Dan   DIRECT   0.9   "has told"
//	  "War ends."      Bob → Ada-               MIXED    0.5   within the first, said 2017-03-04 (day), hypothetical
//	  "We don't know." somebody                 INDIRECT 0.1   not said
//	undated (Echo):
//	  "Peace fails."   Ada → Bob-      ⇒ Cid    DIRECT   0.7   "told"
//	  "Straße naïve."  Cid ⇒ Ada, Bob           DIRECT   0.9   said in 2018, by a floating quote
func debate() []story {
	ada, bob, cid, dan := person("Ada", "Ada"), person("Bob", "Bob"), person("Cid", "Cid"), person("Dan", "Dan")
	return []story{
		{
			key: "march", at: "2017-03-05T00:00:00Z", source: "Wire", who: []who{ada, bob, cid, dan},
			text: "Ada, Bob, Cid, Dan: Peace holds. War ends. We don't know. So he has told.",
			said: []said{
				{what: "Peace holds.", around: "Peace holds. War ends.", by: "Ada", about: []string{"Bob+", "Cid"}, to: []string{"Dan"}, cue: "has told"},
				{
					what: "War ends.", by: "Bob", about: []string{"Ada-"}, kind: graph.Mixed, mode: graph.Hypothetical, confidence: 0.5,
					within: 1, at: "2017-03-04T00:00:00Z", precision: graph.ToDay,
				},
				{what: "We don't know.", byText: "somebody", kind: graph.Indirect, mode: graph.NotSaid, confidence: 0.1},
			},
		},
		{
			key: "undated", source: "Echo", who: []who{ada, bob, cid}, text: "Ada, Bob, Cid: Peace fails. Straße naïve. I told.",
			said: []said{
				{what: "Peace fails.", by: "Ada", about: []string{"Bob-"}, to: []string{"Cid"}, cue: "told", confidence: 0.7},
				{
					what: "Straße naïve.", by: "Cid", byText: "Old Cid", to: []string{"Ada", "Bob"}, reason: "floating",
					at: "2018-01-01T00:00:00Z", precision: graph.ToYear,
				},
			},
		},
	}
}

func statementCases() []testCase {
	return append([]testCase{
		{"a statement comes back whole", func(b *bench) {
			r := meeting().record(b)
			b.load(meeting())
			id := graph.StatementID(r.Article.ID, 0)
			want := r.Statements[0].Statement
			want.ID, want.Article, want.Text = id, r.Article.ID, "Talks go on."
			want.Speaker, want.At = entityID("Sergey Lavrov"), r.Article.PublishedAt
			want.Addressees = []graph.NodeID{graph.EntityID(keyOf(graph.KindOrganization, "RT"))}
			want.About[0].Entity, want.About[0].Tone, want.Mode = entityID("Rex Tillerson"), graph.Neutral, graph.Said
			equal(b, "statement", ok(b.graph.Node(b.ctx, id))(b), graph.Node(&want))
		}},
		{"what is not said of a statement has its default", func(b *bench) {
			b.load(meeting())
			st, _ := ok(b.graph.Node(b.ctx, graph.StatementID(graph.ArticleID("meeting"), 0)))(b).(*graph.Statement)
			equal(b, "mode and tone", []string{string(st.Mode), string(st.About[0].Tone)}, []string{"SAID", "NEUTRAL"})
		}},
		{"the precision is that of the time, when there is one", func(b *bench) {
			b.load(debate()...)
			precisions := map[string]graph.Precision{}
			for _, e := range ok(b.graph.Statements(b.ctx, &graph.StatementQuery{}))(b)[0].Edges {
				precisions[e.Node.Text] = e.Node.SaidAtPrecision
			}
			equal(b, "precisions", precisions, map[string]graph.Precision{
				"Peace holds.": "", "War ends.": graph.ToDay, "We don't know.": "", "Peace fails.": "", "Straße naïve.": graph.ToYear,
			})
		}},
		{"tones on a page about somebody are those toward him", func(b *bench) {
			b.load(debate()...)
			about := func(names ...string) (out [][]string) {
				var ids []graph.NodeID
				for _, name := range names {
					ids = append(ids, entityID(name))
				}
				for _, f := range []graph.StatementFilter{
					{Tones: []graph.Tone{graph.Positive}},
					{Not: &graph.StatementFilter{Tones: []graph.Tone{graph.Positive}}},
				} {
					out = append(out, b.statements(graph.StatementQuery{Anchor: graph.AboutWhom, Of: ids, Filter: f})...)
				}
				return out
			}
			equal(b, "apart", about("Bob", "Cid"), [][]string{{"Peace holds."}, {}, {"Peace fails."}, {"Peace holds."}})
			b.judge(same(graph.KindPerson, "Bob", "Cid"))
			equal(b, "two keys of one", about("Cid"), [][]string{{"Peace holds."}, {"Peace fails."}})
		}},
		{"an unknown speaker stays unknown", func(b *bench) {
			b.load(meeting())
			st, _ := ok(b.graph.Node(b.ctx, graph.StatementID(graph.ArticleID("meeting"), 1)))(b).(*graph.Statement)
			equal(b, "speaker", []string{string(st.Speaker), string(st.SpeakerKey), st.SpeakerText}, []string{"", "", "Some officials"})
			equal(b, "lists are empty, not nil", []bool{st.Addressees == nil, st.AddresseeKeys == nil, st.About == nil}, make([]bool, 3))
		}},
	}, statementListCases()...)
}

// statementListCases are those on lists of statements.
func statementListCases() []testCase {
	return []testCase{
		{"by time, those without one last, ties by id", func(b *bench) {
			b.load(debate()...)
			equal(b, "newest first", b.statements(graph.StatementQuery{}), [][]string{
				{"Straße naïve.", "Peace holds.", "We don't know.", "War ends.", "Peace fails."},
			})
			equal(b, "oldest first", b.statements(graph.StatementQuery{Order: graph.ByTimeAsc}), [][]string{
				{"War ends.", "Peace holds.", "We don't know.", "Straße naïve.", "Peace fails."},
			})
		}},
		{"a page for each node", statementPages},
		{"a statement about two keys of an entity is once on its page", func(b *bench) {
			b.load(debate()...)
			b.judge(same(graph.KindPerson, "Bob", "Cid"))
			for _, anchor := range []graph.StatementAnchor{graph.AboutWhom, graph.ToWhom} {
				page := ok(b.graph.Statements(b.ctx, &graph.StatementQuery{
					Anchor: anchor, Of: []graph.NodeID{entityID("Cid")}, Page: graph.Page{Count: true},
				}))(b)[0]
				equal(b, string(anchor), []int{len(page.Edges), page.Total}, []int{2, 2})
			}
			st := ok(b.graph.Statements(b.ctx, &graph.StatementQuery{Anchor: graph.InArticle, Of: articleIDs("march")}))(b)[0].Edges[0].Node
			equal(b, "targets", []graph.NodeID{st.About[0].Entity, st.About[1].Entity}, []graph.NodeID{entityID("Bob"), entityID("Bob")})
		}},
		{"filters", func(b *bench) {
			b.load(debate()...)
			for _, c := range statementFilters() {
				equal(b, c.name, b.statements(graph.StatementQuery{Filter: c.filter, Order: graph.ByTimeAsc})[0], c.want)
			}
		}},
		{"filters hold on the pages of nodes too", func(b *bench) {
			b.load(debate()...)
			for _, c := range statementFilters() {
				want := []string{}
				for _, text := range c.want {
					if text == "Peace fails." || text == "Peace holds." {
						want = append(want, text)
					}
				}
				equal(b, c.name, b.statements(graph.StatementQuery{
					Anchor: graph.SpokenBy, Of: []graph.NodeID{entityID("Ada")}, Filter: c.filter, Order: graph.ByTimeAsc,
				})[0], want)
			}
		}},
	}
}

func statementPages(b *bench) {
	b.load(debate()...)
	people := []graph.NodeID{entityID("Ada"), entityID("Nobody"), entityID("Bob")}
	first := graph.StatementID(graph.ArticleID("march"), 0)
	for _, c := range []struct {
		anchor graph.StatementAnchor
		of     []graph.NodeID
		want   [][]string
	}{
		{graph.SpokenBy, people, [][]string{{"Peace holds.", "Peace fails."}, {}, {"War ends."}}},
		{graph.AboutWhom, people, [][]string{{"War ends."}, {}, {"Peace holds.", "Peace fails."}}},
		{graph.ToWhom, people, [][]string{{"Straße naïve."}, {}, {"Straße naïve."}}},
		{graph.InArticle, articleIDs("undated", "no such"), [][]string{{"Straße naïve.", "Peace fails."}, {}}},
		{graph.WithinThat, []graph.NodeID{first, first + "0", graph.StatementID(graph.ArticleID("no such"), 0)}, [][]string{{"War ends."}, {}, {}}},
		{graph.SpokenBy, nil, [][]string{}},
	} {
		equal(b, string(c.anchor), b.statements(graph.StatementQuery{Anchor: c.anchor, Of: c.of}), c.want)
	}
}

type statementFilterCase struct {
	name   string
	filter graph.StatementFilter
	want   []string // oldest first
}

func statementFilters() []statementFilterCase {
	type f = graph.StatementFilter
	const ends, holds, unknown, street, fails = "War ends.", "Peace holds.", "We don't know.", "Straße naïve.", "Peace fails."
	yes, no := true, false
	span := func(from, to string) graph.TimeRange { return graph.TimeRange{From: when(from), To: when(to)} }
	of := func(names ...string) (ids []graph.NodeID) {
		for _, name := range names {
			ids = append(ids, entityID(name))
		}
		return ids
	}
	return []statementFilterCase{
		{"nothing set", f{}, []string{ends, holds, unknown, street, fails}},
		{"a speaker", f{Speakers: of("Ada")}, []string{holds, fails}},
		{"speakers", f{Speakers: of("Bob", "Cid", "Nobody", "Bob")}, []string{ends, street}},
		{"a speaker who is not there", f{Speakers: of("Nobody")}, []string{}},
		{"about any", f{About: of("Bob", "Cid")}, []string{holds, fails}},
		{"tone toward anybody", f{Tones: []graph.Tone{graph.Negative}}, []string{ends, fails}},
		{"tone toward somebody", f{Tones: []graph.Tone{graph.Negative, graph.Neutral}, About: of("Bob")}, []string{fails}},
		{"tone toward several", f{Tones: []graph.Tone{graph.Neutral, graph.Negative}, About: of("Ada", "Cid")}, []string{ends, holds}},
		{"not of a tone", f{Not: &f{Tones: []graph.Tone{graph.Positive}}}, []string{ends, unknown, street, fails}},
		{"modes", f{Modes: []graph.StatementMode{graph.NotSaid, graph.Hypothetical}}, []string{ends, unknown}},
		{"said only", f{Modes: []graph.StatementMode{graph.Said}}, []string{holds, street, fails}},
		{"words of the cue", f{Cue: "Told"}, []string{holds, fails}},
		{"all words of the cue", f{Cue: "told has"}, []string{holds}},
		{"no part of a word of the cue", f{Cue: "to"}, []string{}},
		{"words of the context", f{Context: "WAR"}, []string{ends, holds}},
		{"all words of the context", f{Context: "ends peace"}, []string{holds}},
		{"not of this context", f{Not: &f{Context: "war"}}, []string{unknown, street, fails}},
		{"words of the context and of the text", f{Context: "war", Text: "peace"}, []string{holds}},
		{"words of the speaker text", f{SpeakerText: "SOMEBODY"}, []string{unknown}},
		{"all words of the speaker text", f{SpeakerText: "cid old"}, []string{street}},
		{"not by these words", f{Not: &f{SpeakerText: "somebody"}}, []string{ends, holds, street, fails}},
		{"within", f{Within: []graph.NodeID{graph.StatementID(graph.ArticleID("march"), 0), graph.StatementID(graph.ArticleID("no"), 0)}}, []string{ends}},
		{"within one that is not there", f{Within: []graph.NodeID{graph.StatementID(graph.ArticleID("no"), 0)}}, []string{}},
		{"not within", f{Not: &f{Within: []graph.NodeID{graph.StatementID(graph.ArticleID("march"), 0)}}}, []string{holds, unknown, street, fails}},
		{"nested ones", f{Nested: &yes}, []string{ends}},
		{"ones that are not nested", f{Nested: &no}, []string{holds, unknown, street, fails}},
		{"reasons", f{Reasons: []string{"floating", "no such"}}, []string{street}},
		{"to any", f{Addressees: of("Dan", "Bob")}, []string{holds, street}},
		{"who, about whom, to whom", f{Speakers: of("Ada"), About: of("Bob"), Addressees: of("Cid")}, []string{fails}},
		{"kinds", f{Kinds: []graph.StatementKind{graph.Mixed, graph.Indirect}}, []string{ends, unknown}},
		{"articles", f{Articles: articleIDs("undated", "no such")}, []string{street, fails}},
		{"an article that is not there", f{Articles: articleIDs("no such")}, []string{}},
		{"sources", f{Sources: []string{"Echo", "wire"}}, []string{street, fails}},
		{"words", f{Text: "PEACE"}, []string{holds, fails}},
		{"all words, folded", f{Text: "naive STRASSE"}, []string{street}},
		{"an apostrophe", f{Text: "don’t"}, []string{unknown}},
		{"whole words only", f{Text: "pea"}, []string{}},
		{"a text without a word", f{Text: "?"}, []string{ends, holds, unknown, street, fails}},
		{"said from", f{Said: span("2017-03-05T00:00:00Z", "")}, []string{holds, unknown, street}},
		{"said before", f{Said: span("", "2017-03-05T00:00:00Z")}, []string{ends}},
		{"published", f{Published: span("2017-01-01T00:00:00Z", "2018-01-01T00:00:00Z")}, []string{ends, holds, unknown}},
		{"confidence", f{MinConfidence: 0.7}, []string{holds, street, fails}},
		{"not this speaker, those unknown too", f{Not: &f{Speakers: of("Ada", "Bob")}}, []string{unknown, street}},
		{"not about", f{Not: &f{About: of("Bob")}}, []string{ends, unknown, street}},
		{"not said in a range", f{Not: &f{Said: span("2017-03-05T00:00:00Z", "")}}, []string{ends, fails}},
		{"and", f{And: []f{{Speakers: of("Ada")}, {Sources: []string{"Wire"}}}}, []string{holds}},
		{"or", f{Or: []f{{Speakers: of("Bob")}, {Text: "fails"}}}, []string{ends, fails}},
		{"one or", f{Or: []f{{About: of("Ada")}}}, []string{ends}},
		{"or of everything", f{Or: []f{{Speakers: of("Bob")}, {}}}, []string{ends, holds, unknown, street, fails}},
		{"not of everything", f{Not: &f{}}, []string{}},
		{"nested", f{
			Kinds: []graph.StatementKind{graph.Direct},
			Or:    []f{{And: []f{{Speakers: of("Ada")}, {Not: &f{About: of("Cid")}}}}, {Addressees: of("Bob")}},
		}, []string{street, fails}},
	}
}
