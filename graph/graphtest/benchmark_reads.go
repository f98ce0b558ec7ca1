package graphtest

import (
	"context"
	"testing"

	"github.com/newsgraph/newsgraph/graph"
)

// typicalRead is a request as users make it.
type typicalRead struct {
	name string
	run  func() error
}

// typicalReads are the ten most typical requests, made on the most and on a less mentioned person.
func typicalReads(b *testing.B, g *graph.Graph) []typicalRead {
	ctx := b.Context()
	people, err := g.Entities(ctx, &graph.EntityQuery{Filter: graph.EntityFilter{Kinds: []graph.Kind{graph.KindPerson}}})
	if err != nil || len(people[0].Edges) < 10 {
		b.Fatalf("people: %d, %v", len(people[0].Edges), err)
	}
	hub, other := people[0].Edges[0].Node, people[0].Edges[9].Node
	articles, err := g.Articles(ctx, &graph.ArticleQuery{})
	if err != nil {
		b.Fatal(err)
	}
	var recent []graph.NodeID
	for _, e := range articles[0].Edges {
		recent = append(recent, e.Node.ID)
	}
	return []typicalRead{
		{"entity by name", func() error { return entityByName(ctx, g, hub.Name) }},
		{"most mentioned people", func() error {
			_, err := g.Entities(ctx, &graph.EntityQuery{Filter: graph.EntityFilter{Kinds: []graph.Kind{graph.KindPerson}}})
			return err
		}},
		{"statements by a hub", statements(ctx, g, graph.StatementQuery{Anchor: graph.SpokenBy, Of: []graph.NodeID{hub.ID}})},
		{"statements about a hub", statements(ctx, g, graph.StatementQuery{Anchor: graph.AboutWhom, Of: []graph.NodeID{hub.ID}})},
		{"who said what about whom", statements(ctx, g, graph.StatementQuery{
			Filter: graph.StatementFilter{Speakers: []graph.NodeID{hub.ID}, About: []graph.NodeID{other.ID}},
		})},
		{"mentions of a hub", func() error {
			_, err := g.Mentions(ctx, &graph.MentionQuery{Anchor: graph.OfEntity, Of: []graph.NodeID{hub.ID}})
			return err
		}},
		{"articles on a hub", func() error {
			_, err := g.Articles(ctx, &graph.ArticleQuery{Mentioning: []graph.NodeID{hub.ID}})
			return err
		}},
		{"statements of 20 articles", statements(ctx, g, graph.StatementQuery{Anchor: graph.InArticle, Of: recent})},
		{"entities of 20 articles", func() error {
			_, err := g.Entities(ctx, &graph.EntityQuery{In: recent})
			return err
		}},
		{"relations of a hub", func() error {
			_, err := g.Relations(ctx, &graph.RelationQuery{Of: []graph.NodeID{hub.ID}})
			return err
		}},
		{"network of 100 mentioned with a hub", func() error {
			_, err := g.Network(ctx, &graph.NetworkQuery{Around: []graph.NodeID{hub.ID}, Kinds: []graph.RelationKind{graph.CoMentioned}})
			return err
		}},
		{"network of two steps", func() error {
			_, err := g.Network(ctx, &graph.NetworkQuery{Around: []graph.NodeID{other.ID}, Depth: 2})
			return err
		}},
		{"search", func() error {
			_, err := g.Search(ctx, &graph.SearchQuery{Text: other.Name})
			return err
		}},
		{"search, mistyped", func() error {
			_, err := g.Search(ctx, &graph.SearchQuery{Text: mistyped(other.Name)})
			return err
		}},
		{"facets of statements about a hub", facetsOf(ctx, g, graph.StatementQuery{Anchor: graph.AboutWhom, Of: []graph.NodeID{hub.ID}})},
		{"facets of all statements", facetsOf(ctx, g, graph.StatementQuery{})},
		{"timeline of statements by a hub", timelineOf(ctx, g, graph.StatementQuery{Anchor: graph.SpokenBy, Of: []graph.NodeID{hub.ID}})},
		{"timeline of all statements", timelineOf(ctx, g, graph.StatementQuery{})},
	}
}

func entityByName(ctx context.Context, g *graph.Graph, name string) error {
	_, err := g.Lookup(ctx, []graph.NameQuery{{Name: name}})
	return err
}

func statements(ctx context.Context, g *graph.Graph, q graph.StatementQuery) func() error {
	return func() error {
		_, err := g.Statements(ctx, &q)
		return err
	}
}

// mistyped swaps the last two letters.
func mistyped(name string) string {
	letters := []rune(name)
	n := len(letters)
	letters[n-1], letters[n-2] = letters[n-2], letters[n-1]
	return string(letters)
}

func facetsOf(ctx context.Context, g *graph.Graph, q graph.StatementQuery) func() error {
	return func() error {
		_, err := g.Facets(ctx, &graph.FacetQuery{
			List: graph.List{Statements: &q}, Facets: []graph.Facet{graph.FacetSource, graph.FacetKind, graph.FacetSpeaker, graph.FacetTarget},
		})
		return err
	}
}

func timelineOf(ctx context.Context, g *graph.Graph, q graph.StatementQuery) func() error {
	return func() error {
		_, err := g.Timeline(ctx, &graph.TimelineQuery{List: graph.List{Statements: &q}, Interval: graph.Month})
		return err
	}
}
