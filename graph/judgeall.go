package graph

import (
	"cmp"
	"maps"
	"slices"
)

// JudgeAll gives all that the rules judge on a set of records: what a store holds after a batch of them. It takes each article
// once, goes through all of them, and is for tests and measurements.
func JudgeAll(rules Rules, records []*Record) []Judgement {
	sightings, articles := sightingsOf(records)
	blocks := map[string]*Block{}
	for _, key := range slices.Sorted(maps.Keys(articles)) {
		for _, name := range rules.Blocks(key) {
			if blocks[name] == nil {
				blocks[name] = &Block{Name: name}
			}
			blocks[name].Keys = append(blocks[name].Keys, Facts{Key: key, Articles: RoundArticles(articles[key])})
		}
	}
	var out []Judgement
	for _, name := range slices.Sorted(maps.Keys(blocks)) {
		if b := blocks[name]; len(b.Keys) <= MaxBlock {
			out = append(out, judgeBlock(rules, b, sightings)...)
		}
	}
	return out
}

// judgeBlock judges all parts of a block.
func judgeBlock(rules Rules, b *Block, sightings map[Key][]Sighting) (out []Judgement) {
	all := make([]Key, len(b.Keys))
	for i, f := range b.Keys {
		all[i] = f.Key
	}
	for _, part := range b.parts(rules, all) {
		seen := map[Key][]Sighting{}
		wanted := rules.Wanted(part)
		for _, key := range wanted {
			seen[key] = sightings[key][:min(len(sightings[key]), MaxSightings)]
		}
		part.see(wanted, seen)
		out = append(out, ruled(rules, part)...)
	}
	return out
}

// sightingsOf gives those of each key, by article, and how many articles have it.
func sightingsOf(records []*Record) (out map[Key][]Sighting, articles map[Key]int) {
	out, articles = map[Key][]Sighting{}, map[Key]int{}
	for _, r := range records {
		var with []Key
		for _, a := range r.Actors {
			articles[a.Key]++
			if len(a.Mentions) > 0 {
				with = append(with, a.Key)
			}
		}
		slices.Sort(with)
		for i := range r.Actors {
			if key := r.Actors[i].Key; len(r.Actors[i].Mentions) > 0 {
				out[key] = append(out[key], sightingOf(r, &r.Actors[i], with))
			}
		}
	}
	for _, seen := range out {
		slices.SortFunc(seen, func(x, y Sighting) int { return cmp.Compare(x.Article, y.Article) })
	}
	return out, articles
}

func sightingOf(r *Record, a *Actor, with []Key) Sighting {
	s := Sighting{Article: r.Article.ID, At: r.Article.PublishedAt, Name: a.Name, With: with}
	for _, m := range a.Mentions {
		if m.Form == FormName {
			s.Aliases = append(s.Aliases, r.Text[m.Span.Start:m.Span.End])
		}
	}
	slices.Sort(s.Aliases)
	s.Aliases = slices.Compact(s.Aliases)
	for _, role := range r.Roles {
		if role.Person == a.Key {
			s.Titles = append(s.Titles, Title{Title: role.Title, Of: role.Of})
		}
	}
	slices.SortFunc(s.Titles, Title.Compare)
	return s
}
