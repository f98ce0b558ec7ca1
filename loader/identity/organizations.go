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
	names []organizationName
}

func newOrganizations(b *graph.Block) *organizations {
	o := &organizations{block: b}
	if len(b.Keys) > maxFullNames {
		return o
	}
	for i := range b.Keys {
		o.names = append(o.names, parseOrganization(b.Keys[i].Key.Name()))
	}
	return o
}

// pairs are those that are judged in this block and score enough, best first.
func (o *organizations) pairs() (out []orgPair) {
	for i := range o.names {
		for j := range i {
			v := compareOrganizations(&o.names[i], &o.names[j])
			if v.score >= worth && owner(o.block.Keys[i].Key, o.block.Keys[j].Key, organizationBlock) == o.block.Name {
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
	l := newLinkage(len(o.names), func(i, j int) bool { return compareOrganizations(&o.names[i], &o.names[j]).score > 0 })
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
		out = append(out, judged(a, b, p.score, "organization", names(a, b)+": "+p.why+"."))
	}
	return out
}

// acronym judges which of the names in a block its acronym stands for.
type acronym struct {
	short *graph.Facts // nil when no article uses the acronym alone
	long  []cluster
}

func newAcronym(b *graph.Block) *acronym {
	a := &acronym{}
	letters := strings.TrimPrefix(b.Name, acronymBlock)
	var long []*graph.Facts
	for i := range b.Keys {
		o := parseOrganization(b.Keys[i].Key.Name())
		switch {
		case b.Keys[i].Key.Name() == letters:
			a.short = &b.Keys[i]
		case slices.Contains(o.acronyms(), letters):
			long = append(long, &b.Keys[i])
		}
	}
	a.long = clusters(long, func(f *graph.Facts) string {
		o := parseOrganization(f.Key.Name())
		return stem(o.words)
	})
	return a
}

// maxLong is on how many names that an acronym may stand for the rules want to know more.
const maxLong = 6

func (a *acronym) wanted() []graph.Key {
	if a.short == nil || len(a.long) == 0 {
		return nil
	}
	keys := []graph.Key{a.short.Key}
	for _, c := range a.long[:min(len(a.long), maxLong)] {
		keys = append(keys, c.best.Key)
	}
	return keys
}

func (a *acronym) judge() []graph.Judgement {
	if a.short == nil || len(a.long) == 0 {
		return nil
	}
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
	shared := here.shared(&there)
	switch fits := shared > 0 || !here.known() || !there.known(); {
	case len(a.long) > 1 && top.articles < 8*others(a.long):
		return nil
	case len(a.short.Key.Name()) >= 3 && a.capitals() && fits:
		return []graph.Judgement{a.on(top, 0.91, "the letters are the initials of this name only")}
	case shared >= 3 && a.capitals():
		return []graph.Judgement{a.on(top, 0.9, "the letters are its initials, and the same people and organizations stand beside both")}
	}
	return []graph.Judgement{a.on(top, 0.6, "the letters are its initials")}
}

func (a *acronym) on(c cluster, score float64, why string) graph.Judgement {
	return judged(a.short.Key, c.best.Key, score, "acronym", names(a.short.Key, c.best.Key)+": "+why+".")
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
