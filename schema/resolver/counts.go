package resolver

import (
	"context"
	"slices"

	"github.com/newsgraph/newsgraph/graph"
	"github.com/newsgraph/newsgraph/schema/batch"
)

// listed says which lists the pages of a place are of, so that the whole of each can be counted.
type listed struct{ parts []listedPart }

// listedPart is what one call gave.
type listedPart struct {
	list  graph.List
	pages []any // pointers to its pages, in order
}

// listPages notes of which lists pages are, and returns pointers to them.
func listPages[P any](to *listed, list graph.List, pages []P) []*P {
	part := listedPart{list: list}
	out := pointers(pages)
	for _, p := range out {
		part.pages = append(part.pages, p)
	}
	to.parts = append(to.parts, part)
	return out
}

// countOf counts the list that a page is of, with the lists of the other pages of its place. get counts lists; values gives
// the objects of what it gives for one.
func countOf[V any](ctx context.Context, page any, get func(context.Context, graph.List) ([]V, error), values func(V) []any) (V, error) {
	counts, err := batch.Load(ctx, func(ctx context.Context, objects []any) (map[any]V, []any, error) {
		by := map[any]V{}
		var delivered []any
		for _, l := range batch.Of[*listed](objects) {
			for _, part := range l.parts {
				counted, err := get(ctx, part.list)
				if err != nil {
					return nil, nil, err
				}
				for i, v := range counted {
					by[part.pages[i]] = v
					delivered = append(delivered, values(v)...)
				}
			}
		}
		return by, delivered, nil
	})
	return counts[page], err
}

func (r *Resolver) facets(ctx context.Context, page any, top *int) (graph.Facets, error) {
	if err := atLeastOne("top", top); err != nil {
		return nil, err
	}
	f, err := countOf(ctx, page, func(ctx context.Context, l graph.List) ([]graph.Facets, error) {
		return r.Graph.Facets(ctx, &graph.FacetQuery{List: l, Facets: wantedFacets(ctx), Top: deref(top)})
	}, func(f graph.Facets) []any { return []any{f} })
	if f == nil { // the evidence of a relation of another kind: no list was asked for
		f = graph.Facets{}
	}
	return f, err
}

// facetNames are the facets behind the fields of the API.
func facetNames() map[string]graph.Facet {
	return map[string]graph.Facet{
		"sources": graph.FacetSource, "kinds": graph.FacetKind, "modes": graph.FacetMode, "tones": graph.FacetTone,
		"speakers": graph.FacetSpeaker, "targets": graph.FacetTarget, "addressees": graph.FacetAddressee,
		"months": graph.FacetMonth, "languages": graph.FacetLanguage,
		"types": graph.FacetType, "statuses": graph.FacetStatus, "participants": graph.FacetParticipant, "places": graph.FacetPlace,
	}
}

// wantedFacets are those that the query selects of the facets that the field of the context gives.
func wantedFacets(ctx context.Context) []graph.Facet {
	var out []graph.Facet
	for _, name := range selected(ctx) {
		if f, is := facetNames()[name]; is && !slices.Contains(out, f) {
			out = append(out, f)
		}
	}
	return out
}

func counts(f graph.Facets, of graph.Facet) (*graph.FacetCounts, error) {
	c := f[of]
	return &c, nil
}

// entityCounts is counts of a facet of entities. It makes a place of its own for them, so that the entities of one
// facet are loaded together, and without those of another that is selected by the same fragment.
func entityCounts(ctx context.Context, f graph.Facets, of graph.Facet) (*graph.FacetCounts, error) {
	_, err := batch.Load(ctx, func(_ context.Context, objects []any) (struct{}, []any, error) {
		var delivered []any
		for _, f := range batch.Of[graph.Facets](objects) {
			delivered = append(delivered, f[of])
		}
		return struct{}{}, delivered, nil
	})
	if err != nil {
		return nil, err
	}
	return counts(f, of)
}

// facetEntity returns the entity of a value, which is loaded with those of the other values of its facet.
func (r *Resolver) facetEntity(ctx context.Context, value *graph.FacetCount) (graph.EntityNode, error) {
	return entityOf(ctx, r.Graph, graph.NodeID(value.Value), func(c graph.FacetCounts) []graph.NodeID {
		ids := make([]graph.NodeID, len(c.Values))
		for i, v := range c.Values {
			ids[i] = graph.NodeID(v.Value)
		}
		return ids
	})
}

func (r *Resolver) timeline(ctx context.Context, page any, of graph.Interval) ([]*graph.Bucket, error) {
	buckets, err := countOf(ctx, page, func(ctx context.Context, l graph.List) ([][]graph.Bucket, error) {
		return r.Graph.Timeline(ctx, &graph.TimelineQuery{List: l, Interval: of, CountArticles: slices.Contains(selected(ctx), "articles")})
	}, func([]graph.Bucket) []any { return nil })
	return pointers(buckets), err
}

func (r *Resolver) rootTimeline(ctx context.Context, filter *graph.StatementFilter, of graph.Interval) ([]*graph.Bucket, error) {
	return batch.Load(ctx, func(ctx context.Context, _ []any) ([]*graph.Bucket, []any, error) {
		list := graph.StatementQuery{Filter: deref(filter)}
		if err := resolveNames(ctx, r.Graph, func(visit func([]graph.NodeID)) { statementNames(&list.Filter, visit) }); err != nil {
			return nil, nil, err
		}
		buckets, err := r.Graph.Timeline(ctx, &graph.TimelineQuery{
			List: graph.List{Statements: &list}, Interval: of, CountArticles: slices.Contains(selected(ctx), "articles"),
		})
		if err != nil {
			return nil, nil, err
		}
		return pointers(buckets[0]), nil, nil
	})
}

func (r *Resolver) entityTimeline(ctx context.Context, entity graph.NodeID, of graph.Interval, during *graph.TimeRange) ([]*graph.EntityBucket, error) {
	timelines, err := batch.Load(ctx, func(ctx context.Context, objects []any) (map[graph.NodeID][]graph.EntityBucket, []any, error) {
		timelines, err := perID(r.Graph, owners(ctx, objects), func(ids []graph.NodeID) ([][]graph.EntityBucket, error) {
			return r.Graph.EntityTimelines(ctx, ids, of, deref(during))
		})
		return timelines, nil, err
	})
	mine, err := pick(timelines, entity, err)
	return pointers(mine), err
}
