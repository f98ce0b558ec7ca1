package graphtest

import (
	"reflect"

	"github.com/google/go-cmp/cmp"
	"github.com/newsgraph/newsgraph/graph"
)

// fieldCases ask for some fields of what is in lists.
func fieldCases() []testCase {
	first := 10
	page := graph.Page{First: &first}
	ada := []graph.NodeID{entityID("Ada")}
	statements := func(q graph.StatementQuery) func(*bench, graph.Fields) []graph.Node {
		return func(b *bench, fields graph.Fields) []graph.Node {
			q.Fields = fields
			return nodesOf(b, ok(b.graph.Statements(b.ctx, &q))(b)[0].Edges, func(e graph.StatementEdge) graph.Node { return e.Node })
		}
	}
	entities := func(q graph.EntityQuery) func(*bench, graph.Fields) []graph.Node {
		return func(b *bench, fields graph.Fields) []graph.Node {
			q.Fields = fields
			return nodesOf(b, ok(b.graph.Entities(b.ctx, &q))(b)[0].Edges, func(e graph.EntityEdge) graph.Node { return e.Node })
		}
	}
	articles := func(q graph.ArticleQuery) func(*bench, graph.Fields) []graph.Node {
		return func(b *bench, fields graph.Fields) []graph.Node {
			q.Fields = fields
			return nodesOf(b, ok(b.graph.Articles(b.ctx, &q))(b)[0].Edges, func(e graph.ArticleEdge) graph.Node { return e.Node })
		}
	}
	search := func(of graph.SearchType) func(*bench, graph.Fields) []graph.Node {
		return func(b *bench, fields graph.Fields) []graph.Node {
			found := ok(b.graph.Search(b.ctx, &graph.SearchQuery{Text: "ada", Types: []graph.SearchType{of}, Page: page, Fields: fields}))(b)
			return nodesOf(b, found.Edges, func(e graph.SearchEdge) graph.Node { return e.Node })
		}
	}
	return []testCase{
		{"fields of statements", eachField(statements(graph.StatementQuery{Page: page}))},
		{"fields of statements, oldest first", eachField(statements(graph.StatementQuery{Order: graph.ByTimeAsc, Page: page}))},
		{"fields of statements of a speaker", eachField(statements(graph.StatementQuery{Anchor: graph.SpokenBy, Of: ada, Page: page}))},
		{"fields of articles", eachField(articles(graph.ArticleQuery{Page: page}))},
		{"fields of articles that mention somebody", eachField(articles(graph.ArticleQuery{Mentioning: ada, Page: page}))},
		{"fields of entities", eachField(entities(graph.EntityQuery{Page: page}))},
		{"fields of entities by name", eachField(entities(graph.EntityQuery{Order: graph.ByNameAsc, Page: page}))},
		{"fields of entities in an article", eachField(entities(graph.EntityQuery{In: articleIDs("march"), Page: page}))},
		{"fields of entities that are found", eachField(search(graph.SearchEntities))},
		{"fields of articles that are found", eachField(search(graph.SearchArticles))},
	}
}

func nodesOf[E any](b *bench, edges []E, node func(E) graph.Node) []graph.Node {
	b.Helper()
	out := []graph.Node{}
	for _, e := range edges {
		out = append(out, node(e))
	}
	if len(out) == 0 {
		b.Fatal("the list is empty")
	}
	return out
}

// eachField asks for each field alone: it is as it is among all, and each other is so too or zero.
func eachField(list func(*bench, graph.Fields) []graph.Node) func(*bench) {
	return func(b *bench) {
		b.load(debate()...)
		whole := list(b, nil)
		of := reflect.TypeOf(whole[0]).Elem()
		for i := range of.NumField() {
			name := of.Field(i).Name
			for n, node := range list(b, graph.Fields{name}) {
				got, want := reflect.ValueOf(node).Elem(), reflect.ValueOf(whole[n]).Elem()
				for k := range of.NumField() {
					value, in := got.Field(k), want.Field(k)
					// An empty list is as good as none.
					empty := value.IsZero() || value.Kind() == reflect.Slice && value.Len() == 0
					if wanted := of.Field(k).Name == name || of.Field(k).Name == "ID"; empty && !wanted {
						continue
					}
					if diff := cmp.Diff(in.Interface(), value.Interface()); diff != "" {
						b.Errorf("%s of item %d, when %s is asked for (-all +alone):\n%s", of.Field(k).Name, n, name, diff)
					}
				}
			}
		}
	}
}
