package graphtest

import (
	"context"
	"errors"
	"strings"

	"github.com/newsgraph/newsgraph/graph"
)

// meeting has two people, a place and two statements:
//
//	Sergey Lavrov ──said──▶ "Talks go on." ──about──▶ Rex Tillerson
//	                            └──to──▶ RT
//	(Some officials) ──said──▶ "nothing is agreed"
func meeting() story {
	return story{
		key: "meeting", at: "2017-12-25T11:06:00Z", source: "RT", title: "Lavrov on Tillerson",
		text: "Foreign Minister Sergey Lavrov told RT in Moscow: \"Talks go on.\" Lavrov meant Tillerson; he smiled. " +
			"Some officials claim nothing is agreed.",
		who: []who{
			person("Sergey Lavrov", "Sergey Lavrov", "Lavrov", "~he "), person("Rex Tillerson", "Tillerson"),
			organization("RT", "RT"), country("Moscow", "Moscow"),
		},
		said: []said{
			{what: "Talks go on.", by: "Sergey Lavrov", about: []string{"Rex Tillerson"}, to: []string{"RT"}},
			{what: "nothing is agreed", byText: "Some officials", kind: graph.Indirect, confidence: 0.5},
		},
		roles: []role{{person: "Sergey Lavrov", title: "Foreign Minister"}},
	}
}

// note is an article that only mentions people, each by the full name.
func note(key, at string, names ...string) story {
	s := story{key: key, at: at, source: "Wire", title: "Note", text: strings.Join(names, " and ") + "."}
	for _, name := range names {
		s.who = append(s.who, person(name, name))
	}
	return s
}

func applyCases() []testCase {
	return []testCase{
		{"counts what changed", func(b *bench) {
			equal(b, "new", b.load(meeting(), note("note", "", "Ada")), graph.Applied{Added: 2})
			changed := meeting()
			changed.title = "Another title"
			equal(b, "one changed", b.load(changed, note("note", "", "Ada")), graph.Applied{Replaced: 1, Unchanged: 1})
			equal(b, "deleted", b.remove("note", "note", "never there"), graph.Applied{Deleted: 1})
		}},
		{"a record with the stored digest changes nothing", func(b *bench) {
			b.load(meeting())
			before := b.dump()
			equal(b, "again", b.load(meeting()), graph.Applied{Unchanged: 1})
			equal(b, "graph", b.dump(), before)
		}},
		{"a changed article replaces its old self", func(b *bench) {
			b.load(note("note", "2017-01-01T00:00:00Z", "Ada", "Bob"), meeting())
			b.load(note("note", "2017-01-02T00:00:00Z", "Bob", "Cid"))
			equal(b, "entities", b.entities(graph.EntityQuery{In: articleIDs("note"), Order: graph.ByNameAsc}), [][]string{{"Bob", "Cid"}})
			equal(b, "found by text", b.articles(graph.ArticleQuery{Filter: graph.ArticleFilter{Text: "ada"}}), [][]string{{}})
			equal(b, "last seen", b.entity(entityID("Bob")).LastSeen, when("2017-01-02T00:00:00Z"))
		}},
		{"delete and load is as never loaded", func(b *bench) {
			empty := b.dump()
			b.load(meeting())
			equal(b, "applied", b.remove("meeting"), graph.Applied{Deleted: 1})
			equal(b, "graph", b.dump(), empty)
		}},
		{"what another article supports stays", func(b *bench) {
			b.load(note("one", "2017-01-01T00:00:00Z", "Ada", "Bob"))
			before := b.dump()
			b.load(note("two", "2016-01-01T00:00:00Z", "Ada", "Cid"))
			b.remove("two")
			equal(b, "graph", b.dump(), before)
		}},
		{"the parts of a batch apply in order", func(b *bench) {
			b.load(note("note", "", "Ada"))
			j := same(graph.KindPerson, "Ada", "Bob")
			b.judge(j)
			applied := b.apply(&graph.Batch{
				Delete: articleIDs("note"), Records: records(b, note("note", "", "Ada")),
				Undo: []graph.NodeID{graph.JudgementID(&j)}, Judge: []graph.Judgement{j},
			})
			equal(b, "applied", applied, graph.Applied{Deleted: 1, Added: 1, Undone: 1, Judged: 1})
		}},
		{"a batch is applied as a whole or not at all", func(b *bench) {
			b.load(note("note", "", "Ada"))
			before := b.dump()
			bad := records(b, meeting(), note("bad", "", "Bob"))
			bad[1].Actors[0].Mentions[0].Span.End = 1000
			_, err := b.graph.Apply(b.ctx, &graph.Batch{Delete: articleIDs("note"), Records: bad})
			if !errors.Is(err, graph.ErrInvalid) {
				b.Errorf("error is %v, want ErrInvalid", err)
			}
			equal(b, "graph", b.dump(), before)
		}},
		{"an ended context applies nothing", func(b *bench) {
			before := b.dump()
			ctx, cancel := context.WithCancel(b.ctx)
			cancel()
			_, err := b.graph.Apply(ctx, &graph.Batch{Records: records(b, meeting())})
			if !errors.Is(err, context.Canceled) {
				b.Errorf("error is %v, want context.Canceled", err)
			}
			equal(b, "graph", b.dump(), before)
		}},
		{"an empty batch is nothing", func(b *bench) {
			equal(b, "applied", b.apply(&graph.Batch{}), graph.Applied{})
		}},
		{"the caller's batch is not changed", func(b *bench) {
			batch := &graph.Batch{Records: records(b, meeting())}
			b.apply(batch)
			equal(b, "records", batch.Records, records(b, meeting()))
		}},
	}
}
