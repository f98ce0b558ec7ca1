package resolver

import (
	"context"

	"github.com/newsgraph/newsgraph/graph"
)

// placeFacts is where a place is; nothing where that is not known.
func placeFacts(p *graph.Place) graph.PlaceFacts {
	if p.Place == nil {
		return graph.PlaceFacts{}
	}
	return *p.Place
}

// country returns the country of a place; null when that is not known, or no article mentions it.
func (r *placeResolver) country(ctx context.Context, of *graph.Place) (*graph.Place, error) {
	key := placeFacts(of).CountryKey
	if key == "" {
		return nil, nil
	}
	nodes, err := links(ctx, r.Graph, countryIDs)
	if err != nil || nodes[graph.EntityID(key)] == nil {
		return nil, err
	}
	country, ok := nodes[graph.EntityID(key)].(*graph.Entity).Typed().(*graph.Place)
	if !ok {
		return nil, nil
	}
	return country, nil
}

// countryIDs is the id of the country of an entity, if it has one.
func countryIDs(n graph.Node) []graph.NodeID {
	e, ok := n.(graph.EntityNode)
	if !ok || e.Base().Place == nil || e.Base().Place.CountryKey == "" {
		return nil
	}
	return []graph.NodeID{graph.EntityID(e.Base().Place.CountryKey)}
}
