package graphtest

import (
	"github.com/newsgraph/newsgraph/graph"
)

// spellings are three articles that name one man in three ways:
//
//	one ──▶ Sergey Lavrov    two ──▶ Sergei Lavrov    three ──▶ Lavrov
func spellings() []story {
	return []story{
		note("one", "2017-01-01T00:00:00Z", "Sergey Lavrov"),
		note("two", "2017-02-01T00:00:00Z", "Sergei Lavrov", "Ada"),
		note("three", "2017-03-01T00:00:00Z", "Lavrov"),
	}
}

const (
	sergey = "Sergey Lavrov"
	sergei = "Sergei Lavrov"
	lavrov = "Lavrov"
)

// people gives the names of all people with how often they are mentioned.
func (b *bench) people() map[string]int {
	b.Helper()
	out := map[string]int{}
	for _, p := range ok(b.graph.Entities(b.ctx, &graph.EntityQuery{Filter: graph.EntityFilter{Kinds: []graph.Kind{graph.KindPerson}}}))(b) {
		for _, e := range p.Edges {
			out[e.Node.Name] = e.Node.MentionCount
		}
	}
	return out
}

func undo(judgements ...graph.Judgement) *graph.Batch {
	b := &graph.Batch{}
	for _, j := range judgements {
		b.Undo = append(b.Undo, graph.JudgementID(&j))
	}
	return b
}

func judgeCases() []testCase {
	return []testCase{
		{"counts judgements that are new or say something else", func(b *bench) {
			j := same(graph.KindPerson, sergey, sergei)
			equal(b, "new", b.judge(j), graph.Applied{Judged: 1})
			equal(b, "again", b.judge(j), graph.Applied{})
			j.Reason = "another"
			equal(b, "another reason", b.judge(j), graph.Applied{Judged: 1})
			equal(b, "stored", ok(b.graph.Judgements(b.ctx, &graph.JudgementQuery{}))(b)[0].Reason, "another")
			equal(b, "undone", b.apply(undo(j, j)), graph.Applied{Undone: 1})
			equal(b, "gone", b.apply(undo(j)), graph.Applied{})
		}},
		{"groups are those of Groups", func(b *bench) {
			b.load(spellings()...)
			b.judge(same(graph.KindPerson, sergey, sergei), same(graph.KindPerson, sergei, lavrov))
			equal(b, "one man", b.people(), map[string]int{sergei: 3, "Ada": 1})
			b.judge(judged(graph.KindPerson, sergey, lavrov, graph.NotSame, graph.ByPerson, 1))
			// The scores are equal: the pair that sorts first, "lavrov" and "sergei lavrov", is joined first.
			equal(b, "split", b.people(), map[string]int{sergei: 2, sergey: 1, "Ada": 1})
		}},
		{"a person's judgement beats a rule's", func(b *bench) {
			b.load(spellings()...)
			b.judge(same(graph.KindPerson, sergey, sergei), judged(graph.KindPerson, sergey, sergei, graph.NotSame, graph.ByPerson, 0.1))
			equal(b, "apart", b.people(), map[string]int{sergei: 1, sergey: 1, lavrov: 1, "Ada": 1})
		}},
		{"unsure joins nothing", func(b *bench) {
			b.load(spellings()...)
			b.judge(judged(graph.KindPerson, sergey, sergei, graph.Unsure, graph.ByRule, 0.5))
			equal(b, "apart", b.people(), map[string]int{sergei: 1, sergey: 1, lavrov: 1, "Ada": 1})
		}},
		{"judgements before articles hold for them", func(b *bench) {
			j := same(graph.KindPerson, sergey, sergei)
			b.load(spellings()...)
			b.judge(j)
			after := b.dump()
			b.remove("one", "two", "three")
			equal(b, "judgements stay when articles go", len(ok(b.graph.Judgements(b.ctx, &graph.JudgementQuery{}))(b)), 1)
			b.load(spellings()...)
			equal(b, "graph", b.dump(), after)
		}},
		{"undo restores the graph", func(b *bench) {
			b.load(append(spellings(), meeting())...)
			before := b.dump()
			js := []graph.Judgement{same(graph.KindPerson, sergey, "Rex Tillerson"), same(graph.KindPerson, sergei, sergey)}
			b.judge(js...)
			b.apply(undo(js...))
			equal(b, "graph", b.dump(), before)
		}},
		{"an entity's id is that of the least key of its group", func(b *bench) {
			b.load(spellings()...)
			b.judge(same(graph.KindPerson, sergey, "A. Nobody"))
			equal(b, "id", b.entity(entityID(sergey)).ID, entityID("A. Nobody"))
			equal(b, "by the id of the key without mentions", b.entity(entityID("A. Nobody")).Name, sergey)
			equal(b, "keys with mentions", ok(b.graph.Keys(b.ctx, []graph.NodeID{entityID(sergey)}))(b), [][]graph.KeyCount{{{Key: personKey(sergey), Articles: 1}}})
			b.remove("one")
			equal(b, "gone with its last mention", ok(b.graph.Nodes(b.ctx, []graph.NodeID{entityID(sergey), entityID("A. Nobody")}))(b),
				[]graph.Node{nil, nil})
		}},
		{"old ids answer in every method after a merge", oldIDsAnswer},
		{"a merge moves what hangs on the keys", mergeMoves},
		{"judgements are found by their keys", judgementsByKeys},
		{"a judgement comes back as it was given", func(b *bench) {
			j := judged(graph.KindPerson, "Zoë", "Ada", graph.Same, graph.ByPerson, 0.25)
			j.Author, j.Reason = "O'Neil", "same “role”"
			b.judge(j)
			want := j
			want.A, want.B, want.ID = j.B, j.A, graph.JudgementID(&j)
			equal(b, "judgements", ok(b.graph.Judgements(b.ctx, &graph.JudgementQuery{}))(b), []graph.Judgement{want})
		}},
	}
}

func oldIDsAnswer(b *bench) {
	b.load(append(spellings(), meeting())...)
	b.judge(same(graph.KindPerson, sergey, "Rex Tillerson"))
	old, current := entityID(sergey), entityID("Rex Tillerson")
	ids := []graph.NodeID{old}
	equal(b, "nodes", b.entity(old).ID, current)
	equal(b, "keys", ok(b.graph.Keys(b.ctx, ids))(b), [][]graph.KeyCount{{{Key: personKey("Rex Tillerson"), Articles: 1}, {Key: personKey(sergey), Articles: 2}}})
	equal(b, "roles", ok(b.graph.Roles(b.ctx, ids))(b)[0][0].Person, current)
	equal(b, "articles", b.articles(graph.ArticleQuery{Mentioning: ids}), [][]string{{"meeting", "one"}})
	equal(b, "article filter", b.articles(graph.ArticleQuery{Filter: graph.ArticleFilter{Mentions: ids}}), [][]string{{"meeting", "one"}})
	equal(b, "statements", b.statements(graph.StatementQuery{Anchor: graph.AboutWhom, Of: ids}), [][]string{{"Talks go on."}})
	equal(b, "statement filter", b.statements(graph.StatementQuery{Filter: graph.StatementFilter{About: ids, Speakers: ids}}),
		[][]string{{"Talks go on."}})
	equal(b, "mentions", b.mentions(graph.MentionQuery{Anchor: graph.OfEntity, Of: ids})[0][4:], []string{"one: Sergey Lavrov"})
}

func mergeMoves(b *bench) {
	b.load(append(spellings(), meeting())...)
	b.judge(same(graph.KindPerson, sergey, "Rex Tillerson"), same(graph.KindPerson, sergey, sergei))
	id := entityID("Rex Tillerson")
	e := b.entity(id)
	equal(b, "articles", e.ArticleCount, 3)
	equal(b, "mentions", e.MentionCount, 6)
	equal(b, "first seen", e.FirstSeen, when("2017-01-01T00:00:00Z"))
	equal(b, "name of the most articles", e.Name, sergey)
	st := ok(b.graph.Statements(b.ctx, &graph.StatementQuery{Anchor: graph.SpokenBy, Of: []graph.NodeID{id}}))(b)[0].Edges[0].Node
	equal(b, "speaker", []any{st.Speaker, st.SpeakerKey}, []any{id, personKey(sergey)})
	equal(b, "about", []any{st.About[0].Entity, st.About[0].Key}, []any{id, personKey("Rex Tillerson")})
	equal(b, "people", b.people(), map[string]int{sergey: 6, lavrov: 1, "Ada": 1})
}

func judgementsByKeys(b *bench) {
	ab, bc := same(graph.KindPerson, "Ada", "Bob"), notSame(graph.KindPerson, "Bob", "Cid")
	person := judged(graph.KindPerson, "Bob", "Ada", graph.Unsure, graph.ByPerson, 1)
	b.judge(bc, person, ab)
	var found [][2]any
	for _, j := range ok(b.graph.Judgements(b.ctx, &graph.JudgementQuery{Keys: []graph.Key{personKey("Ada"), personKey("Zoe"), personKey("Bob")}}))(b) {
		found = append(found, [2]any{j.B, j.By})
	}
	equal(b, "sorted", found, [][2]any{
		{personKey("Bob"), graph.ByPerson}, {personKey("Bob"), graph.ByRule}, {personKey("Cid"), graph.ByRule},
	})
	equal(b, "none of a key", ok(b.graph.Judgements(b.ctx, &graph.JudgementQuery{Keys: []graph.Key{personKey("Zoe")}}))(b), []graph.Judgement{})
	equal(b, "none of no keys", ok(b.graph.Judgements(b.ctx, &graph.JudgementQuery{Keys: []graph.Key{}}))(b), []graph.Judgement{})
	equal(b, "all", len(ok(b.graph.Judgements(b.ctx, &graph.JudgementQuery{}))(b)), 3)
}
