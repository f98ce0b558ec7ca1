package graphtest

import (
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"maps"
	"slices"

	"github.com/newsgraph/newsgraph/graph"
)

// Dumped is a graph as [Dump] writes it.
type Dumped struct {
	Stats      graph.Stats       `json:"stats"`
	Articles   []DumpedArticle   `json:"articles"`   // by time, oldest first
	Entities   []DumpedEntity    `json:"entities"`   // by name
	Statements []graph.Statement `json:"statements"` // by time, oldest first
	Events     []DumpedEvent     `json:"events"`     // by time, oldest first
	Judgements []graph.Judgement `json:"judgements"` // by their keys
}

// DumpedArticle is an article with its text and mentions.
type DumpedArticle struct {
	graph.Article
	Text     string          `json:"text"`
	Mentions []graph.Mention `json:"mentions"` // by their place in the text
}

// DumpedEntity is an entity with its keys and roles.
type DumpedEntity struct {
	graph.Entity
	Keys  []graph.Key  `json:"keys"`
	Roles []graph.Role `json:"roles,omitempty"`
}

// DumpedEvent is an event with its keys and reports.
type DumpedEvent struct {
	graph.Entity
	Keys    []graph.KeyCount `json:"keys"`
	Reports []graph.Report   `json:"reports"` // the newest first
}

// Dump writes the whole graph as indented JSON. Equal graphs give equal bytes, in every store. It
// reads page by page through the public methods of the graph, but holds the result in memory: it
// is for tests and golden files.
func Dump(ctx context.Context, g *graph.Graph) ([]byte, error) {
	d, err := dump(ctx, g)
	if err != nil {
		return nil, fmt.Errorf("dump: %w", err)
	}
	var b bytes.Buffer
	enc := json.NewEncoder(&b)
	enc.SetEscapeHTML(false)
	enc.SetIndent("", "  ")
	if err := enc.Encode(d); err != nil {
		return nil, fmt.Errorf("dump: %w", err)
	}
	return b.Bytes(), nil
}

func dump(ctx context.Context, g *graph.Graph) (*Dumped, error) {
	d := &Dumped{Articles: []DumpedArticle{}, Entities: []DumpedEntity{}, Statements: []graph.Statement{}, Events: []DumpedEvent{}}
	var err error
	if d.Stats, err = g.Stats(ctx); err != nil {
		return nil, err
	}
	if err := dumpArticles(ctx, g, d); err != nil {
		return nil, err
	}
	if err := dumpEntities(ctx, g, d); err != nil {
		return nil, err
	}
	if err := dumpStatements(ctx, g, d); err != nil {
		return nil, err
	}
	if err := dumpEvents(ctx, g, d); err != nil {
		return nil, err
	}
	d.Judgements, err = dumpJudgements(ctx, g, d)
	return d, err
}

// everyPage calls read with the cursor of the page before, until a page has no next one.
func everyPage(read func(page graph.Page) (graph.PageInfo, error)) error {
	for after := ""; ; {
		info, err := read(graph.Page{After: after})
		if err != nil || !info.HasNextPage {
			return err
		}
		after = info.EndCursor
	}
}

func dumpArticles(ctx context.Context, g *graph.Graph, d *Dumped) error {
	return everyPage(func(page graph.Page) (graph.PageInfo, error) {
		pages, err := g.Articles(ctx, &graph.ArticleQuery{Order: graph.ByTimeAsc, Page: page})
		if err != nil {
			return graph.PageInfo{}, err
		}
		ids := make([]graph.NodeID, len(pages[0].Edges))
		for i, e := range pages[0].Edges {
			ids[i] = e.Node.ID
		}
		texts, err := g.Texts(ctx, ids)
		if err != nil {
			return graph.PageInfo{}, err
		}
		for i, e := range pages[0].Edges {
			mentions, err := dumpMentions(ctx, g, e.Node.ID)
			if err != nil {
				return graph.PageInfo{}, err
			}
			d.Articles = append(d.Articles, DumpedArticle{Article: *e.Node, Text: texts[i], Mentions: mentions})
		}
		return pages[0].PageInfo, nil
	})
}

func dumpMentions(ctx context.Context, g *graph.Graph, article graph.NodeID) ([]graph.Mention, error) {
	out := []graph.Mention{}
	err := everyPage(func(page graph.Page) (graph.PageInfo, error) {
		pages, err := g.Mentions(ctx, &graph.MentionQuery{Anchor: graph.OfArticle, Of: []graph.NodeID{article}, Page: page})
		if err != nil {
			return graph.PageInfo{}, err
		}
		for _, e := range pages[0].Edges {
			out = append(out, *e.Node)
		}
		return pages[0].PageInfo, nil
	})
	return out, err
}

func dumpEntities(ctx context.Context, g *graph.Graph, d *Dumped) error {
	return everyPage(func(page graph.Page) (graph.PageInfo, error) {
		pages, err := g.Entities(ctx, &graph.EntityQuery{Order: graph.ByNameAsc, Page: page})
		if err != nil {
			return graph.PageInfo{}, err
		}
		ids := make([]graph.NodeID, len(pages[0].Edges))
		for i, e := range pages[0].Edges {
			ids[i] = e.Node.ID
		}
		keys, err := g.Keys(ctx, ids)
		if err != nil {
			return graph.PageInfo{}, err
		}
		roles, err := g.Roles(ctx, ids)
		if err != nil {
			return graph.PageInfo{}, err
		}
		for i, e := range pages[0].Edges {
			of := []graph.Key{}
			for _, key := range keys[i] {
				of = append(of, key.Key)
			}
			d.Entities = append(d.Entities, DumpedEntity{Entity: *e.Node, Keys: of, Roles: roles[i]})
		}
		return pages[0].PageInfo, nil
	})
}

func dumpStatements(ctx context.Context, g *graph.Graph, d *Dumped) error {
	return everyPage(func(page graph.Page) (graph.PageInfo, error) {
		pages, err := g.Statements(ctx, &graph.StatementQuery{Order: graph.ByTimeAsc, Page: page})
		if err != nil {
			return graph.PageInfo{}, err
		}
		for _, e := range pages[0].Edges {
			d.Statements = append(d.Statements, *e.Node)
		}
		return pages[0].PageInfo, nil
	})
}

func dumpEvents(ctx context.Context, g *graph.Graph, d *Dumped) error {
	return everyPage(func(page graph.Page) (graph.PageInfo, error) {
		pages, err := g.Events(ctx, &graph.EventQuery{Order: graph.ByTimeAsc, Page: page})
		if err != nil {
			return graph.PageInfo{}, err
		}
		ids := make([]graph.NodeID, len(pages[0].Edges))
		for i, e := range pages[0].Edges {
			ids[i] = e.Node.ID
		}
		keys, err := g.Keys(ctx, ids)
		if err != nil {
			return graph.PageInfo{}, err
		}
		for i, e := range pages[0].Edges {
			reports, err := dumpReports(ctx, g, e.Node.ID)
			if err != nil {
				return graph.PageInfo{}, err
			}
			d.Events = append(d.Events, DumpedEvent{Entity: *e.Node, Keys: keys[i], Reports: reports})
		}
		return pages[0].PageInfo, nil
	})
}

func dumpReports(ctx context.Context, g *graph.Graph, event graph.NodeID) ([]graph.Report, error) {
	out := []graph.Report{}
	err := everyPage(func(page graph.Page) (graph.PageInfo, error) {
		pages, err := g.Reports(ctx, &graph.ReportQuery{Anchor: graph.OfEvent, Of: []graph.NodeID{event}, Page: page})
		if err != nil {
			return graph.PageInfo{}, err
		}
		for _, e := range pages[0].Edges {
			out = append(out, *e.Node)
		}
		return pages[0].PageInfo, nil
	})
	return out, err
}

// dumpJudgements reads all judgements, and those on the keys of the entities; these must be among them.
func dumpJudgements(ctx context.Context, g *graph.Graph, d *Dumped) ([]graph.Judgement, error) {
	all, err := g.Judgements(ctx, &graph.JudgementQuery{})
	if err != nil {
		return nil, err
	}
	known := map[graph.NodeID]bool{}
	for _, j := range all {
		known[j.ID] = true
	}
	keys := map[graph.Key]bool{}
	for i := range d.Entities {
		for _, key := range d.Entities[i].Keys {
			keys[key] = true
		}
	}
	for i := range d.Events {
		for _, key := range d.Events[i].Keys {
			keys[key.Key] = true
		}
	}
	for chunk := range slices.Chunk(slices.Sorted(maps.Keys(keys)), g.Options().MaxIDs) {
		some, err := g.Judgements(ctx, &graph.JudgementQuery{Keys: chunk})
		if err != nil {
			return nil, err
		}
		for _, j := range some {
			if !known[j.ID] {
				return nil, fmt.Errorf("judgement %s is found by its keys only", j.ID)
			}
		}
	}
	return all, nil
}
