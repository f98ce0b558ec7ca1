package graphtest

import (
	"errors"
	"fmt"

	"github.com/newsgraph/newsgraph/graph"
)

// chain is a row of people, each in two articles with the next, the first in one with an outsider.
func chain() []story {
	var out []story
	names := []string{"Ada", "Bob", "Cid", "Dan", "Eve"}
	for i := range names[1:] {
		for n := range 2 {
			out = append(out, note(fmt.Sprintf("%d %d", i, n), fmt.Sprintf("2017-01-0%dT00:00:00Z", i+1), names[i], names[i+1]))
		}
	}
	return append(out, note("other", "2018-01-01T00:00:00Z", "Ada", "Zoe"))
}

func (b *bench) network(q graph.NetworkQuery) (nodes, edges []string, omitted []graph.Omission) {
	b.Helper()
	n := ok(b.graph.Network(b.ctx, &q))(b)
	nodes, edges = []string{}, []string{}
	for _, x := range n.Nodes {
		nodes = append(nodes, fmt.Sprintf("%s %d", x.Entity.Name, x.Depth))
	}
	for _, e := range n.Edges {
		edges = append(edges, fmt.Sprintf("%s %s ×%d", b.entity(e.From).Name, b.entity(e.To).Name, e.Weight))
	}
	return nodes, edges, n.Omitted
}

func networkCases() []testCase { return append(networkSizeCases(), pathCases()...) }

func networkSizeCases() []testCase {
	return []testCase{
		{"a network has the entities around, the relations between them, and what was left out", func(b *bench) {
			b.load(chain()...)
			nodes, edges, omitted := b.network(graph.NetworkQuery{Around: []graph.NodeID{entityID("Ada")}, MinWeight: 2})
			equal(b, "nodes", nodes, []string{"Ada 0", "Bob 1"})
			equal(b, "edges", len(edges), 1)
			equal(b, "omitted", omitted, []graph.Omission{{Reason: graph.OverDepth, Count: 1}})
			nodes, edges, _ = b.network(graph.NetworkQuery{Around: []graph.NodeID{entityID("Bob")}, Depth: 3, MinWeight: 2})
			equal(b, "three steps", nodes, []string{"Bob 0", nodes[1], nodes[2], "Dan 2", "Eve 3"})
			equal(b, "edges", len(edges), 4)
		}},
		{"a network ends at its limit, and counts what leads beyond it", func(b *bench) {
			b.load(chain()...)
			nodes, _, omitted := b.network(graph.NetworkQuery{Around: []graph.NodeID{entityID("Ada")}, Limit: 2})
			equal(b, "who is mentioned with nobody else tells most", nodes, []string{"Ada 0", "Zoe 1"})
			equal(b, "omitted", omitted, []graph.Omission{{Reason: graph.OverLimit, Count: 1}, {Reason: graph.OverDepth, Count: 1}})
		}},
		{"a network is around what is in the graph, each once", func(b *bench) {
			b.load(chain()...)
			b.judge(same(graph.KindPerson, "Ada", "Bob"))
			nodes, _, _ := b.network(graph.NetworkQuery{Around: []graph.NodeID{entityID("Ada"), entityID("Nobody"), entityID("Bob")}, MinWeight: 2})
			equal(b, "nodes", len(nodes), 2)
			nodes, edges, _ := b.network(graph.NetworkQuery{Around: []graph.NodeID{entityID("Nobody")}})
			equal(b, "nothing", []int{len(nodes), len(edges)}, []int{0, 0})
		}},
		{"a network says that only the newest were looked at", func(b *bench) {
			b.load(chain()...)
			few := graph.New(b.store, &graph.Options{MaxNewest: 1})
			n := ok(few.Network(b.ctx, &graph.NetworkQuery{Around: []graph.NodeID{entityID("Ada")}}))(b)
			equal(b, "entities", len(n.Nodes), 2)
			equal(b, "omitted", n.Omitted[len(n.Omitted)-1].Reason, graph.OverNewest)
		}},
		{"a network over its bounds is refused", func(b *bench) {
			for _, q := range []graph.NetworkQuery{
				{},
				{Around: []graph.NodeID{entityID("Ada")}, Depth: 4},
				{Around: []graph.NodeID{entityID("Ada")}, Limit: 501},
				{Around: []graph.NodeID{entityID("Ada")}, Limit: -1},
				{Around: []graph.NodeID{entityID("Ada")}, Kinds: []graph.RelationKind{"KNOWS"}},
				{Around: articleIDs("one")},
			} {
				if _, err := b.graph.Network(b.ctx, &q); !errors.Is(err, graph.ErrInvalid) {
					b.Errorf("%+v: %v", q, err)
				}
			}
		}},
	}
}

func pathCases() []testCase {
	return []testCase{
		{"paths lead from one to the other, up to their length", func(b *bench) {
			b.load(chain()...)
			for length, want := range map[int]int{3: 0, 4: 1} {
				paths := ok(b.graph.Paths(b.ctx, &graph.PathQuery{From: entityID("Ada"), To: entityID("Eve"), MaxLength: length}))(b)
				equal(b, fmt.Sprintf("paths of length %d", length), len(paths), want)
			}
			p := ok(b.graph.Paths(b.ctx, &graph.PathQuery{From: entityID("Cid"), To: entityID("Ada")}))(b)[0]
			names := []string{}
			for _, e := range p.Nodes {
				names = append(names, e.Name)
			}
			equal(b, "over", names, []string{"Cid", "Bob", "Ada"})
			equal(b, "relations", []int{p.Relations[0].Weight, p.Relations[1].Weight}, []int{2, 2})
			none := ok(b.graph.Paths(b.ctx, &graph.PathQuery{From: entityID("Cid"), To: entityID("Nobody")}))(b)
			equal(b, "to nobody", none, []graph.Path{})
			_, err := b.graph.Paths(b.ctx, &graph.PathQuery{From: entityID("Cid"), To: entityID("Ada"), MaxLength: 5})
			equal(b, "too long", errors.Is(err, graph.ErrInvalid), true)
		}},
		{"a comparison tells what both talked about, and how differently", func(b *bench) {
			b.load(debate()...)
			b.load(story{
				key: "late", text: "Ada, Bob, Dan: Dan is great. Dan is bad. Eve sleeps.",
				who: []who{person("Ada", "Ada"), person("Bob", "Bob"), person("Dan", "Dan"), person("Eve", "Eve")},
				said: []said{
					{what: "Dan is great.", by: "Ada", about: []string{"Dan+"}},
					{what: "Dan is bad.", by: "Bob", about: []string{"Dan-"}},
					{what: "Eve sleeps.", by: "Bob", about: []string{"Eve"}},
				},
			})
			c := ok(b.graph.Compare(b.ctx, &graph.CompareQuery{A: entityID("Ada"), B: entityID("Bob")}))(b)
			names := func(topics []graph.Topic) []string {
				out := []string{}
				for _, x := range topics {
					out = append(out, x.Entity.Name)
				}
				return out
			}
			equal(b, "both", names(c.Both), []string{"Dan"})
			equal(b, "tone", c.Both[0].ToneDifference, 2.0)
			equal(b, "only one", len(c.OnlyA)+len(c.OnlyB), 4)
			equal(b, "together", names(c.Together)[:2], []string{names(c.Together)[0], names(c.Together)[1]})
			equal(b, "together", len(c.Together), 3)
			_, err := b.graph.Compare(b.ctx, &graph.CompareQuery{A: entityID("Ada"), B: entityID("Nobody")})
			equal(b, "with nobody", errors.Is(err, graph.ErrNotFound), true)
			_, err = b.graph.Compare(b.ctx, &graph.CompareQuery{A: entityID("Ada"), B: entityID("Ada")})
			equal(b, "with itself", errors.Is(err, graph.ErrNotFound), true)
		}},
	}
}
