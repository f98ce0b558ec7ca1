package neo4jstore

import (
	"maps"
	"slices"

	"github.com/newsgraph/newsgraph/graph"
)

// sightings returns those of each key.
func (c *change) sightings(keys []graph.Key) (map[graph.Key][]graph.Sighting, error) {
	if len(keys) == 0 {
		return nil, nil
	}
	byID := keysByID(keys)
	rows, err := c.run(cypherSightings, map[string]any{"ids": slices.Sorted(maps.Keys(byID)), "limit": graph.MaxSightings})
	if err != nil {
		return nil, err
	}
	seenIn := map[graph.Key][]graph.NodeID{}
	articles := map[graph.NodeID]*graph.Seen{}
	for _, r := range rows {
		for _, id := range list[string](r, "articles") {
			key := byID[r.id("id")]
			seenIn[key] = append(seenIn[key], graph.NodeID(id))
			articles[graph.NodeID(id)] = nil
		}
		if err := r.err(); err != nil {
			return nil, err
		}
	}
	if err := c.seen(articles); err != nil {
		return nil, err
	}
	out := map[graph.Key][]graph.Sighting{}
	for key, in := range seenIn {
		for _, id := range in {
			s, err := articles[id].Of(key)
			if err != nil {
				return nil, err
			}
			out[key] = append(out[key], s)
		}
	}
	return out, nil
}

// keysByID gives the keys by the ids of their nodes.
func keysByID(keys []graph.Key) map[graph.NodeID]graph.Key {
	byID := make(map[graph.NodeID]graph.Key, len(keys))
	for _, key := range keys {
		byID[graph.EntityID(key)] = key
	}
	return byID
}

// seen reads what the articles say.
func (c *change) seen(articles map[graph.NodeID]*graph.Seen) error {
	rows, err := c.run(cypherSeen, map[string]any{"ids": slices.Sorted(maps.Keys(articles))})
	if err != nil {
		return err
	}
	for _, r := range rows {
		id, at, packed := r.id("id"), r.time("at"), r.text("seen")
		if err := r.err(); err != nil {
			return err
		}
		if articles[id], err = graph.UnpackSeen(id, at, packed); err != nil {
			return err
		}
	}
	return nil
}
