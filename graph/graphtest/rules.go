package graphtest

import (
	"encoding/json"
	"fmt"
	"hash/fnv"
	"slices"
	"strings"

	"github.com/newsgraph/newsgraph/graph"
)

// chance are rules for tests: they judge at random, but by all that the facts of a block hold, so that a fact that is
// wrong, missing or out of date gives other judgements.
type chance struct{}

// Blocks has keys compared that end in the same word, and those that start with the same letter.
func (chance) Blocks(key graph.Key) []string {
	words := strings.Fields(key.Name())
	first, last := string([]rune(words[0])[:1]), words[len(words)-1]
	if last == "li" { // one that is compared with nobody
		return nil
	}
	return []string{string(key.Kind()) + " " + first + "…", string(key.Kind()) + " …" + last}
}

// Wanted wants to know more of every other key.
func (chance) Wanted(b *graph.Block) (keys []graph.Key) {
	for i := 0; i < len(b.Keys); i += 2 {
		keys = append(keys, b.Keys[i].Key)
	}
	return keys
}

// Judge judges a pair in the first of the blocks that its keys share.
func (c chance) Judge(b *graph.Block) (judged []graph.Judgement) {
	facts, err := json.Marshal(b)
	if err != nil {
		panic(err) // facts always marshal
	}
	for i, x := range b.Keys {
		for _, y := range b.Keys[:i] {
			shared := c.Blocks(x.Key)
			shared = slices.DeleteFunc(shared, func(name string) bool { return !slices.Contains(c.Blocks(y.Key), name) })
			if slices.Min(shared) != b.Name {
				continue
			}
			h := fnv.New32a()
			fmt.Fprint(h, x.Key, y.Key, string(facts))
			if roll := h.Sum32() % 8; roll < 5 {
				judged = append(judged, graph.Judgement{
					A: x.Key, B: y.Key, Author: "chance", Reason: "drawn",
					Verdict: []graph.Verdict{graph.Same, graph.Same, graph.Same, graph.NotSame, graph.Unsure}[roll],
					Score:   float64(h.Sum32()%64) / 64,
				})
			}
		}
	}
	return judged
}

// rule judges all blocks anew, as the contract of [graph.Rules] says it.
func (m *model) rule(rules graph.Rules) {
	if rules == nil {
		return
	}
	for id, j := range m.judgements {
		if j.Block != "" {
			delete(m.judgements, id)
		}
	}
	blocks := map[string]*graph.Block{}
	sightings := m.sightings()
	for key, seen := range sightings {
		for _, name := range rules.Blocks(key) {
			if blocks[name] == nil {
				blocks[name] = &graph.Block{Name: name}
			}
			blocks[name].Keys = append(blocks[name].Keys, graph.Facts{Key: key, Articles: graph.RoundArticles(len(seen))})
		}
	}
	for _, b := range blocks {
		if len(b.Keys) < 2 || len(b.Keys) > graph.MaxBlock {
			continue
		}
		slices.SortFunc(b.Keys, func(x, y graph.Facts) int { return strings.Compare(string(x.Key), string(y.Key)) })
		wanted := rules.Wanted(b)
		for i := range b.Keys {
			if seen := sightings[b.Keys[i].Key]; slices.Contains(wanted, b.Keys[i].Key) {
				b.Keys[i].Sightings = seen[:min(len(seen), graph.MaxSightings)]
			}
		}
		for _, j := range graph.Ruled(rules, b) {
			m.judgements[j.ID] = j
		}
	}
}

// sightings gives those of each key, by article.
func (m *model) sightings() map[graph.Key][]graph.Sighting {
	out := map[graph.Key][]graph.Sighting{}
	for _, r := range m.records {
		var with []graph.Key
		for _, a := range r.Actors {
			with = append(with, a.Key)
		}
		slices.Sort(with)
		for _, a := range r.Actors {
			s := graph.Sighting{Article: r.Article.ID, At: r.Article.PublishedAt, Name: a.Name, With: with}
			for _, m := range a.Mentions {
				if m.Form == graph.FormName {
					s.Aliases = append(s.Aliases, r.Text[m.Span.Start:m.Span.End])
				}
			}
			slices.Sort(s.Aliases)
			s.Aliases = slices.Compact(s.Aliases)
			for _, role := range r.Roles {
				if role.Person == a.Key {
					s.Titles = append(s.Titles, graph.Title{Title: role.Title, Of: role.Of})
				}
			}
			slices.SortFunc(s.Titles, graph.Title.Compare)
			out[a.Key] = append(out[a.Key], s)
		}
	}
	for _, seen := range out {
		slices.SortFunc(seen, func(x, y graph.Sighting) int { return strings.Compare(string(x.Article), string(y.Article)) })
	}
	return out
}
