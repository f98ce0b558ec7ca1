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
	out := map[graph.Key][]graph.Sighting{}
	articles := map[graph.NodeID]bool{}
	for _, r := range rows {
		for _, s := range r.rows("seen") {
			seen := sighting(s)
			articles[seen.Article] = true
			key := byID[r.id("id")]
			out[key] = append(out[key], seen)
		}
		if err := r.err(); err != nil {
			return nil, err
		}
	}
	said, err := c.articlesSay(slices.Sorted(maps.Keys(articles)))
	if err != nil {
		return nil, err
	}
	for key, of := range out {
		for i := range of {
			of[i].With, of[i].Titles = said[of[i].Article].keys, said[of[i].Article].titles[key]
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

func sighting(r row) graph.Sighting {
	s := graph.Sighting{Article: r.id("article"), At: r.time("at"), Name: r.text("name")}
	forms := list[string](r, "forms")
	for i, name := range list[string](r, "names") {
		if graph.MentionForm(forms[i]) == graph.FormName {
			s.Aliases = append(s.Aliases, name)
		}
	}
	slices.Sort(s.Aliases)
	s.Aliases = slices.Compact(s.Aliases)
	return s
}

// said is what an article says of its keys.
type said struct {
	keys   []graph.Key
	titles map[graph.Key][]graph.Title
}

func (c *change) articlesSay(articles []graph.NodeID) (map[graph.NodeID]said, error) {
	rows, err := c.run(cypherSeenWith, map[string]any{"ids": articles})
	if err != nil {
		return nil, err
	}
	out := map[graph.NodeID]said{}
	for _, r := range rows {
		s := said{keys: sortedList[graph.Key](r, "keys"), titles: map[graph.Key][]graph.Title{}}
		for _, t := range r.rows("titles") {
			key := t.key("key")
			s.titles[key] = append(s.titles[key], graph.Title{Title: t.text("title"), Of: t.key("of")})
		}
		for _, titles := range s.titles {
			slices.SortFunc(titles, graph.Title.Compare)
		}
		if err := r.err(); err != nil {
			return nil, err
		}
		out[r.id("id")] = s
	}
	return out, nil
}
