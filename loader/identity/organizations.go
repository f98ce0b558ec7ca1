package identity

import (
	"cmp"
	"slices"
	"strings"

	"github.com/newsgraph/newsgraph/graph"
	"github.com/newsgraph/newsgraph/graph/fold"
)

// organizations judges the pairs of a block of organizations with one stem.
type organizations struct {
	block *graph.Block
	all   []*name
}

func newOrganizations(b *graph.Block, all []*name) *organizations {
	return &organizations{block: b, all: all}
}

// parts are names that have nothing to do with the others, by their spelling. A part is left out when no pair of it is judged in this block.
func (o *organizations) parts(of []graph.Key) (parts [][]graph.Key) {
	for _, part := range linked(len(o.all), places(o.block, of), func(i, j int) bool { return o.compare(i, j).score > 0 }) {
		if o.owns(part) {
			parts = append(parts, keysAt(o.block, part))
		}
	}
	return parts
}

func (o *organizations) owns(part []int) bool {
	for x, i := range part {
		for _, j := range part[:x] {
			if o.compare(i, j).score >= worth && owner(o.all[i], o.all[j], organizationBlock) == o.block.Name {
				return true
			}
		}
	}
	return false
}

func (o *organizations) compare(i, j int) verdictOn {
	return compareOrganizations(&o.all[i].organization, &o.all[j].organization)
}

// pairs are those that are judged in this block and score enough, best first.
func (o *organizations) pairs() (out []orgPair) {
	if len(o.all) > maxFullNames {
		return nil
	}
	for i := range o.all {
		for j := range i {
			v := o.compare(i, j)
			if v.score >= worth && owner(o.all[i], o.all[j], organizationBlock) == o.block.Name {
				out = append(out, orgPair{i, j, v})
			}
		}
	}
	slices.SortStableFunc(out, func(a, b orgPair) int { return cmp.Compare(b.score, a.score) })
	return out
}

type orgPair struct {
	i, j int
	verdictOn
}

func (o *organizations) wanted() (keys []graph.Key) {
	for _, p := range o.pairs() {
		if p.score < sure {
			keys = append(keys, o.block.Keys[p.i].Key, o.block.Keys[p.j].Key)
		}
	}
	return keys
}

func (o *organizations) judge() (out []graph.Judgement) {
	pairs := o.pairs()
	for i := range pairs {
		p := &pairs[i]
		if p.score >= sure || p.score == 0.7 {
			continue
		}
		x, y := surroundingsOf(&o.block.Keys[p.i]), surroundingsOf(&o.block.Keys[p.j])
		if x.shared(&y) >= 3 {
			p.score, p.why = 0.91, p.why+", and the same people and organizations stand beside both"
		}
	}
	l := newLinkage(len(o.all), func(i, j int) bool { return o.compare(i, j).score > 0 })
	for _, p := range pairs {
		if p.score >= sure {
			l.link(p.i, p.j)
		}
	}
	for _, p := range pairs {
		a, b := o.block.Keys[p.i].Key, o.block.Keys[p.j].Key
		if !l.together(p.i, p.j) {
			p.score = min(p.score, 0.8)
		}
		out = append(out, judged(a, b, p.score, "organization", both(a, b)+": "+p.why+"."))
	}
	return out
}

// acronym judges which of the names in a block its acronym stands for.
type acronym struct {
	short *graph.Facts // nil when no article uses the acronym alone
	full  []*graph.Facts
	stems map[graph.Key]string // of the full names
	long  []cluster            // of the full names; made when they are needed
}

func newAcronym(b *graph.Block, all []*name) *acronym {
	a := &acronym{}
	letters := strings.TrimPrefix(b.Name, acronymBlock)
	var short *name
	for i := range b.Keys {
		if b.Keys[i].Key.Name() == letters {
			a.short, short = &b.Keys[i], all[i]
		}
	}
	if a.short == nil {
		return a
	}
	a.stems = map[graph.Key]string{}
	for i := range b.Keys {
		o := &all[i].organization
		if f := &b.Keys[i]; f != a.short && slices.Contains(o.initials, letters) && !areSpellings(short, all[i]) {
			a.full = append(a.full, f)
			a.stems[f.Key] = o.stem
		}
	}
	return a
}

// cluster puts the full names together that are spellings of one name.
func (a *acronym) cluster() {
	a.long = clusters(a.full, func(f *graph.Facts) string { return a.stems[f.Key] })
}

// areSpellings tells whether a name and its initials are judged as spellings of one name: "IRA" and "I R A".
func areSpellings(short, long *name) bool {
	return short != nil && owner(short, long, organizationBlock) != "" && compareOrganizations(&short.organization, &long.organization).score >= worth
}

// parts gives one: all names with these initials bear on what they stand for.
func (a *acronym) parts(of []graph.Key) [][]graph.Key {
	if a.short == nil || len(a.full) == 0 {
		return nil
	}
	keys := []graph.Key{a.short.Key}
	for _, f := range a.full {
		keys = append(keys, f.Key)
	}
	return onePart(keys, of)
}

// maxLong is on how many names that an acronym may stand for the rules want to know more.
const maxLong = 6

func (a *acronym) wanted() []graph.Key {
	a.cluster()
	keys := []graph.Key{a.short.Key}
	for _, c := range a.long[:min(len(a.long), maxLong)] {
		keys = append(keys, c.best.Key)
	}
	return keys
}

func (a *acronym) judge() []graph.Judgement {
	a.cluster()
	// Articles that use both for one organization decide.
	said := slices.DeleteFunc(slices.Clone(a.long), func(c cluster) bool { return !a.saidOf(c.best) })
	if len(said) > 0 {
		if rest := others(said); said[0].articles >= 8*rest {
			return []graph.Judgement{a.on(said[0], 0.96, "articles use both for one organization")}
		}
		return []graph.Judgement{a.on(said[0], 0.7, "articles use both for one organization, but use it for others as well")}
	}
	top := a.long[0]
	here, there := surroundingsOf(a.short), surroundingsOf(top.best)
	if len(a.long) > 1 && top.articles < 8*others(a.long) {
		return nil
	}
	shared := here.shared(&there)
	switch fits := shared > 0 || !here.known() || !there.known(); {
	case len(a.short.Key.Name()) >= 3 && a.capitals() && fits:
		return []graph.Judgement{a.on(top, 0.91, "the letters are the initials of this name only")}
	case shared >= 3 && a.capitals():
		return []graph.Judgement{a.on(top, 0.9, "the letters are its initials, and the same people and organizations stand beside both")}
	}
	return []graph.Judgement{a.on(top, 0.6, "the letters are its initials")}
}

func (a *acronym) on(c cluster, score float64, why string) graph.Judgement {
	return judged(a.short.Key, c.best.Key, score, "acronym", both(a.short.Key, c.best.Key)+": "+why+".")
}

// saidOf tells whether an article calls the organization by the acronym.
func (a *acronym) saidOf(f *graph.Facts) bool {
	for _, s := range f.Sightings {
		for _, alias := range s.Aliases {
			if fold.Name(alias) == a.short.Key.Name() {
				return true
			}
		}
	}
	return false
}

// capitals tells whether an article writes the acronym in capitals.
func (a *acronym) capitals() bool {
	return slices.ContainsFunc(a.short.Sightings, func(s graph.Sighting) bool { return s.Name == strings.ToUpper(s.Name) })
}
