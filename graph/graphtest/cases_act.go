package graphtest

import (
	"errors"
	"time"

	"github.com/newsgraph/newsgraph/graph"
)

// opinion is one so many microseconds after noon.
func opinion(after int) graph.Opinion {
	return graph.Opinion{Author: "ana", Reason: "I know them", At: noon().Add(time.Duration(after) * time.Microsecond)}
}

// do applies what a person judges at once, and returns it.
func (b *bench) do(act []graph.Judgement, err error) []graph.Judgement {
	b.Helper()
	if err != nil {
		b.Fatal(err)
	}
	b.apply(&graph.Batch{Judge: act})
	return act
}

func (b *bench) merge(names ...string) []graph.Judgement {
	b.Helper()
	var ids []graph.NodeID
	for _, name := range names {
		ids = append(ids, entityID(name))
	}
	return b.do(b.graph.Merge(b.ctx, ids, opinion(0)))
}

func (b *bench) split(of string, names ...string) []graph.Judgement {
	b.Helper()
	var keys []graph.Key
	for _, name := range names {
		keys = append(keys, personKey(name))
	}
	return b.do(b.graph.Split(b.ctx, entityID(of), keys, opinion(0)))
}

func (b *bench) rename(of, name string) []graph.Judgement {
	b.Helper()
	return b.do(b.graph.Rename(b.ctx, entityID(of), name, opinion(0)))
}

// undoAct takes back what was judged at once, by any of its judgements.
func (b *bench) undoAct(act []graph.Judgement) {
	b.Helper()
	whole := ok(b.graph.Act(b.ctx, act[len(act)-1].ID))(b)
	equal(b, "judgements of the act", len(whole), len(act))
	b.apply(&graph.Batch{Undo: []graph.NodeID{act[0].Act}})
}

func actCases() []testCase {
	return []testCase{
		{"a merge holds against all that was judged before", func(b *bench) {
			b.load(spellings()...)
			b.judge(notSame(graph.KindPerson, sergey, sergei), notSame(graph.KindPerson, sergei, lavrov))
			before := b.dump()
			apart := b.do(b.graph.Judge(b.ctx, string(personKey(sergey)), string(entityID(lavrov)), graph.NotSame, opinion(9)))
			act := b.merge(sergey, sergei, lavrov, sergey)
			equal(b, "one man", b.people(), map[string]int{sergei: 3, "Ada": 1})
			for _, name := range []string{sergey, sergei, lavrov} {
				equal(b, "old ids answer", b.entity(entityID(name)).ID, entityID(lavrov))
			}
			b.undoAct(act)
			b.undoAct(apart)
			equal(b, "undone", b.dump(), before)
		}},
		{"a split holds against all that was judged before", func(b *bench) {
			b.load(append(spellings(), note("four", "", "Ada", "S. Lavrov"))...)
			b.judge(same(graph.KindPerson, sergey, sergei), same(graph.KindPerson, sergei, lavrov), same(graph.KindPerson, lavrov, "S. Lavrov"))
			b.merge(sergey, "Ada")
			before := b.dump()
			act := b.split(sergey, lavrov, "Ada")
			equal(b, "two", b.people(), map[string]int{"S. Lavrov": 3, "Ada": 3})
			equal(b, "keys", ok(b.graph.Keys(b.ctx, []graph.NodeID{entityID(lavrov)}))(b), [][]graph.KeyCount{
				{{Key: personKey("Ada"), Articles: 2}, {Key: personKey(lavrov), Articles: 1}},
			})
			b.merge(sergey, lavrov)
			equal(b, "merged again", len(b.people()), 1)
			b.undoAct(ok(b.graph.Act(b.ctx, ok(b.graph.Judgements(b.ctx, &graph.JudgementQuery{Keys: []graph.Key{personKey("Ada")}}))(b)[0].ID))(b))
			b.undoAct(act)
			equal(b, "undone", b.dump(), before)
		}},
		{"a person judges otherwise than a rule", func(b *bench) {
			b.load(spellings()...)
			b.judge(same(graph.KindPerson, sergey, sergei))
			b.do(b.graph.Judge(b.ctx, string(personKey(sergey)), string(personKey(sergei)), graph.NotSame, opinion(0)))
			equal(b, "apart", len(b.people()), 4)
			b.do(b.graph.Judge(b.ctx, string(personKey(sergey)), string(personKey(sergei)), graph.Same, opinion(0)))
			equal(b, "the newest word counts", len(b.people()), 3)
		}},
		{"a chosen name beats that of articles", chosenName},
		{"a chosen name is looked up and searched like a full name", chosenNameIsFound},
		{"a chosen name goes with its key", func(b *bench) {
			b.load(spellings()...)
			b.merge(sergey, sergei)
			b.rename(sergei, "S. V. Lavrov")
			b.split(sergei, sergey)
			equal(b, "split", b.people(), map[string]int{"S. V. Lavrov": 1, sergey: 1, lavrov: 1, "Ada": 1})
			b.rename(sergey, "Another")
			b.merge(sergey, sergei, lavrov)
			equal(b, "the newest name", b.people(), map[string]int{"Another": 3, "Ada": 1})
		}},
		{"what cannot be done is refused", refusedActs},
		{"judgements are found by their id and that of their act", func(b *bench) {
			b.load(spellings()...)
			act := b.merge(sergey, sergei, lavrov)
			b.merge(sergey, "Ada")
			equal(b, "by id", ok(b.graph.Judgements(b.ctx, &graph.JudgementQuery{IDs: []graph.NodeID{act[0].ID}}))(b), act[:1])
			equal(b, "by act", len(ok(b.graph.Judgements(b.ctx, &graph.JudgementQuery{IDs: []graph.NodeID{act[0].Act, act[1].ID}}))(b)), 2)
			equal(b, "by act or key", len(ok(b.graph.Judgements(b.ctx, &graph.JudgementQuery{
				IDs: []graph.NodeID{act[0].Act}, Keys: []graph.Key{personKey("Ada")},
			}))(b)), 5)
			equal(b, "by none", ok(b.graph.Judgements(b.ctx, &graph.JudgementQuery{IDs: []graph.NodeID{}}))(b), []graph.Judgement{})
		}},
		{"identity tells what each judgement does", identityExplains},
	}
}

func chosenName(b *bench) {
	b.load(spellings()...)
	before := b.dump()
	first := b.rename(sergey, "Sergey V. Lavrov")
	after := b.dump()
	second := b.rename(sergey, "Sergey Viktorovich Lavrov")
	equal(b, "name", b.entity(entityID(sergey)).Name, "Sergey Viktorovich Lavrov")
	b.load(note("four", "2018-01-01T00:00:00Z", sergey))
	b.remove("four")
	equal(b, "name after load and delete", b.entity(entityID(sergey)).Name, "Sergey Viktorovich Lavrov")
	b.undoAct(second)
	equal(b, "the name before it", b.dump(), after)
	b.remove("one", "two", "three")
	b.load(spellings()...)
	equal(b, "after another load", b.dump(), after)
	b.undoAct(first)
	equal(b, "undone", b.dump(), before)
}

func chosenNameIsFound(b *bench) {
	b.load(append(spellings(), note("four", "", "Zoltan"), note("five", "", "Zoltan"))...)
	b.rename(sergey, "Zoltan")
	equal(b, "entities by name", b.entities(graph.EntityQuery{Order: graph.ByNameAsc}), [][]string{{"Ada", lavrov, sergei, "Zoltan", "Zoltan"}})
	found := ok(b.graph.Lookup(b.ctx, []graph.NameQuery{{Name: "zoltan"}}))(b)[0]
	equal(b, "lookup", []graph.NodeID{found[0].ID, found[1].ID}, []graph.NodeID{entityID("Zoltan"), entityID(sergey)})
	hits := ok(b.graph.Search(b.ctx, &graph.SearchQuery{Text: "zolt", Types: []graph.SearchType{graph.SearchEntities}}))(b)
	equal(b, "search", len(hits.Edges), 2)
	b.rename(sergey, "Xaver")
	equal(b, "an older choice is a name still", len(ok(b.graph.Lookup(b.ctx, []graph.NameQuery{{Name: "zoltan"}}))(b)[0]), 2)
	b.remove("one")
	equal(b, "gone with its last mention", len(ok(b.graph.Lookup(b.ctx, []graph.NameQuery{{Name: "Xaver"}}))(b)[0]), 0)
	hits = ok(b.graph.Search(b.ctx, &graph.SearchQuery{Text: "xaver"}))(b)
	equal(b, "nothing has the word", len(hits.Edges), 0)
}

func refusedActs(b *bench) {
	b.load(append(spellings(), meeting())...)
	b.merge(sergey, sergei)
	id, nobody := entityID(sergey), entityID("Nobody")
	fails := func(what string, want error) func([]graph.Judgement, error) {
		return func(_ []graph.Judgement, err error) {
			if !errors.Is(err, want) {
				b.Errorf("%s: error %v, want %v", what, err, want)
			}
		}
	}
	o := opinion(0)
	fails("merge one", graph.ErrInvalid)(b.graph.Merge(b.ctx, []graph.NodeID{id, entityID(sergei)}, o))
	fails("merge nobody", graph.ErrNotFound)(b.graph.Merge(b.ctx, []graph.NodeID{id, nobody}, o))
	fails("merge kinds", graph.ErrInvalid)(b.graph.Merge(b.ctx, []graph.NodeID{id, graph.EntityID(keyOf(graph.KindPlace, "Moscow"))}, o))
	fails("split nobody", graph.ErrNotFound)(b.graph.Split(b.ctx, nobody, []graph.Key{personKey(sergey)}, o))
	fails("split all", graph.ErrInvalid)(b.graph.Split(b.ctx, id, []graph.Key{personKey(sergey), personKey(sergei)}, o))
	fails("split nothing", graph.ErrInvalid)(b.graph.Split(b.ctx, id, nil, o))
	fails("split another's", graph.ErrInvalid)(b.graph.Split(b.ctx, id, []graph.Key{personKey(lavrov)}, o))
	fails("rename nobody", graph.ErrNotFound)(b.graph.Rename(b.ctx, nobody, "x", o))
	fails("rename to nothing", graph.ErrInvalid)(b.graph.Rename(b.ctx, id, " ", o))
	fails("judge nobody", graph.ErrNotFound)(b.graph.Judge(b.ctx, string(id), "PERSON:nobody", graph.Same, o))
	fails("judge no key", graph.ErrInvalid)(b.graph.Judge(b.ctx, string(id), "nobody", graph.Same, o))
	fails("judge a name", graph.ErrInvalid)(b.graph.Judge(b.ctx, string(id), string(entityID(lavrov)), graph.Named, o))
	fails("an act that is none", graph.ErrNotFound)(b.graph.Act(b.ctx, graph.ActID("", "", time.Time{})))
}

func identityExplains(b *bench) {
	b.load(spellings()...)
	b.judge(
		judged(graph.KindPerson, sergey, sergei, graph.NotSame, graph.ByRule, 0.7), judged(graph.KindPerson, sergey, lavrov, graph.Unsure, graph.ByRule, 0.6),
		judged(graph.KindPerson, sergei, "Ada", graph.NotSame, graph.ByRule, 1), judged(graph.KindPerson, lavrov, "Ada", graph.NotSame, graph.ByRule, 1),
	)
	b.rename(sergey, "Old")
	b.rename(sergey, "New")
	b.merge(sergey, sergei)
	id := ok(b.graph.Identity(b.ctx, entityID(sergey)))(b)
	equal(b, "entity", []any{id.Entity.Name, len(id.Keys)}, []any{"New", 2})
	page := ok(b.graph.PageOf(id, nil, graph.Page{}))(b)
	var found [][3]any
	for _, e := range page.Edges {
		found = append(found, [3]any{e.Node.Effect, e.Node.Verdict, e.Node.Name})
	}
	equal(b, "judgements", found, [][3]any{
		{graph.Joins, graph.Same, ""},
		{graph.Parts, graph.NotSame, ""},
		{graph.Names, graph.Named, "New"},
		{graph.Doubts, graph.Unsure, ""},
		{graph.Idle, graph.Named, "Old"},
		{graph.Idle, graph.NotSame, ""},
	})
	two := 2
	next := ok(b.graph.PageOf(id, nil, graph.Page{First: &two, After: page.Edges[1].Cursor}))(b)
	equal(b, "next page", next.Edges, page.Edges[2:4])
	equal(b, "sides", []bool{next.PageInfo.HasPreviousPage, next.PageInfo.HasNextPage}, []bool{true, true})
	last := ok(b.graph.PageOf(id, nil, graph.Page{Last: &two, Before: page.Edges[1].Cursor}))(b)
	equal(b, "page before", last.Edges, page.Edges[:1])
	some := ok(b.graph.PageOf(id, []graph.Effect{graph.Idle}, graph.Page{}))(b)
	equal(b, "with an effect", []any{some.Edges[0].Node.Name, some.Total}, []any{"Old", 2})
	if _, err := b.graph.Identity(b.ctx, entityID("Nobody")); !errors.Is(err, graph.ErrNotFound) {
		b.Errorf("error %v, want ErrNotFound", err)
	}
}

func suggestionCases() []testCase {
	unsure := func(x, y string, score float64) graph.Judgement {
		return judged(graph.KindPerson, x, y, graph.Unsure, graph.ByRule, score)
	}
	return []testCase{
		{"the surest open pair comes first", func(b *bench) {
			b.load(spellings()...)
			b.judge(unsure(sergey, sergei, 0.6), unsure(sergey, lavrov, 0.8), unsure(sergei, lavrov, 0.7))
			equal(b, "scores", b.suggestions(graph.SuggestionQuery{}), []float64{0.8, 0.7, 0.6})
			equal(b, "at least", b.suggestions(graph.SuggestionQuery{MinScore: 0.7}), []float64{0.8, 0.7})
			equal(b, "of a kind", b.suggestions(graph.SuggestionQuery{Kinds: []graph.Kind{graph.KindPlace}}), []float64{})
			equal(b, "of kinds", b.suggestions(graph.SuggestionQuery{Kinds: []graph.Kind{graph.KindPlace, graph.KindPerson}}), []float64{0.8, 0.7, 0.6})
			page := ok(b.graph.Suggestions(b.ctx, &graph.SuggestionQuery{Page: graph.Page{Count: true}}))(b)
			one := 1
			next := ok(b.graph.Suggestions(b.ctx, &graph.SuggestionQuery{Page: graph.Page{First: &one, After: page.Edges[0].Cursor}}))(b)
			equal(b, "next", next.Edges, page.Edges[1:2])
			equal(b, "total", page.Total, 3)
		}},
		{"a pair is open until a person judges it or it is in one entity", func(b *bench) {
			b.load(spellings()...)
			b.judge(unsure(sergey, sergei, 0.6), unsure(sergey, lavrov, 0.8), unsure(sergei, lavrov, 0.7), unsure(sergei, "Nobody", 0.9))
			equal(b, "both have mentions", b.suggestions(graph.SuggestionQuery{}), []float64{0.8, 0.7, 0.6})
			act := b.do(b.graph.Judge(b.ctx, string(personKey(lavrov)), string(personKey(sergey)), graph.Unsure, opinion(0)))
			equal(b, "judged", b.suggestions(graph.SuggestionQuery{}), []float64{0.7, 0.6})
			b.undoAct(act)
			act = b.merge(sergey, sergei)
			equal(b, "merged", b.suggestions(graph.SuggestionQuery{}), []float64{0.8, 0.7})
			b.undoAct(act)
			b.remove("three")
			equal(b, "gone", b.suggestions(graph.SuggestionQuery{}), []float64{0.6})
		}},
		{"bad requests are refused", func(b *bench) {
			for _, q := range []graph.SuggestionQuery{{Kinds: []graph.Kind{"X"}}, {MinScore: 2}, {Page: graph.Page{After: "x"}}} {
				if _, err := b.graph.Suggestions(b.ctx, &q); !errors.Is(err, graph.ErrInvalid) {
					b.Errorf("%+v: error %v, want ErrInvalid", q, err)
				}
			}
		}},
	}
}

// suggestions gives the scores of the open pairs.
func (b *bench) suggestions(q graph.SuggestionQuery) []float64 {
	b.Helper()
	out := []float64{}
	for _, e := range ok(b.graph.Suggestions(b.ctx, &q))(b).Edges {
		out = append(out, e.Node.Score)
	}
	return out
}
