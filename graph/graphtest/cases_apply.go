package graphtest

import (
	"github.com/newsgraph/newsgraph/graph"
)

// meeting has two people, a place and two statements:
//
//	Lavrov ──said──▶ "Talks go on" ──about──▶ Tillerson
//	                      └──to──▶ RT
//	(some officials) ──said──▶ "nothing is agreed"
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

func applyCases() []testCase {
	return []testCase{
		{"loading twice changes nothing", func(b *bench) {
			equal(b, "first", b.load(meeting()), graph.Applied{Added: 1})
			before := b.dump()
			equal(b, "second", b.load(meeting()), graph.Applied{Unchanged: 1})
			equal(b, "graph", b.dump(), before)
		}},
		{"delete and load is as never loaded", func(b *bench) {
			empty := b.dump()
			b.load(meeting())
			applied := b.apply(&graph.Batch{Delete: []graph.NodeID{graph.ArticleID("meeting"), graph.ArticleID("other")}})
			equal(b, "applied", applied, graph.Applied{Deleted: 1})
			equal(b, "graph", b.dump(), empty)
		}},
		{"a merge can be undone", func(b *bench) {
			b.load(meeting())
			before := b.dump()
			j := same(graph.KindPerson, "Sergey Lavrov", "Rex Tillerson")
			b.judge(j)
			node, err := b.graph.Node(b.ctx, entityID("Sergey Lavrov"))
			if err != nil || node.NodeID() != entityID("Rex Tillerson") {
				b.Errorf("node is %v, %v", node, err)
			}
			b.apply(&graph.Batch{Undo: []graph.NodeID{graph.JudgementID(j.A, j.B, j.By)}})
			equal(b, "graph", b.dump(), before)
		}},
	}
}

func entityCases() []testCase { return nil }
