package identity

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"github.com/newsgraph/newsgraph/graph"
)

// sure is the score from which on the rules join two keys by themselves; what scores less, down to worth, is a suggestion.
const (
	sure  = 0.9
	worth = 0.5
)

// Rules returns the rules by which the graph joins the names of persons and of organizations across articles.
//
// Names decide first: spelling, transliteration, order, initials, short forms, forms of companies, acronyms. What
// articles say besides (titles, who else is there, how many there are) decides where names alone do not: a surname joins the one
// full name that the graph makes clear. Coded events are joined by what happened to whom, and when and where, see [CompareEvents]. Places are
// joined when their keys stand for one place of the gazetteer, events with a name by their keys alone.
//
// They keep the names that they took apart last.
func Rules() graph.Rules { return &rules{names{places: newAtlas()}} }

type rules struct{ names names }

// The kinds of blocks.
const (
	surnameBlock      = "person/"
	fullNameBlock     = "persons/"
	organizationBlock = "organization/"
	acronymBlock      = "acronym/"
	placeBlock        = "place/"
)

// Blocks implements [graph.Rules].
func (r *rules) Blocks(key graph.Key) []string { return slices.Clone(r.names.of(key).blocks) }

// owner is the block in which a pair is judged: that of first names and surnames, or else the first of those of the kind that its keys share.
func owner(a, b *name, kind string) string {
	if kind == fullNameBlock && a.main == b.main && slices.Contains(a.blocks, a.main) && slices.Contains(b.blocks, a.main) {
		return a.main
	}
	for _, block := range a.blocks {
		if strings.HasPrefix(block, kind) && slices.Contains(b.blocks, block) {
			return block
		}
	}
	return ""
}

// judge judges the pairs of a block, or of a part of it.
type judge interface {
	parts(of []graph.Key) [][]graph.Key
	wanted() []graph.Key
	judge() []graph.Judgement
}

func (r *rules) judgeOf(b *graph.Block) judge {
	all := make([]*name, len(b.Keys))
	for i := range b.Keys {
		all[i] = r.names.of(b.Keys[i].Key)
	}
	switch kind(b) {
	case surnameBlock:
		return newSurnames(b, all, r.names.places)
	case fullNameBlock:
		return newFullNames(b, all)
	case organizationBlock:
		return newOrganizations(b, all)
	case eventBlock:
		return newEvents(b, all)
	case placeBlock:
		return &placeNames{block: b, atlas: r.names.places}
	}
	return newAcronym(b, all)
}

// Parts implements [graph.Rules].
func (r *rules) Parts(b *graph.Block, of []graph.Key) [][]graph.Key { return r.judgeOf(b).parts(of) }

// Wanted implements [graph.Rules].
func (r *rules) Wanted(b *graph.Block) []graph.Key { return r.judgeOf(b).wanted() }

// Judge implements [graph.Rules].
func (r *rules) Judge(b *graph.Block) []graph.Judgement { return r.judgeOf(b).judge() }

func kind(b *graph.Block) string {
	kind, _, _ := strings.Cut(b.Name, "/")
	return kind + "/"
}

// judged makes a judgement of a score.
func judged(a, b graph.Key, score float64, code, why string) graph.Judgement {
	j := graph.Judgement{A: a, B: b, Verdict: graph.Unsure, Score: float64(int(score*100+0.5)) / 100, Author: code, Reason: why}
	if j.Score >= sure {
		j.Verdict = graph.Same
	}
	return j
}

// byArticles sorts those that more articles mention first, then by key.
func byArticles(a, b *graph.Facts) int {
	return cmp.Or(cmp.Compare(b.Articles, a.Articles), cmp.Compare(a.Key, b.Key))
}

// cluster is keys whose names are one name.
type cluster struct {
	best     *graph.Facts   // the key that most articles mention
	some     []*graph.Facts // it, and others of those that the rules want to know more of
	articles int
}

// clusters puts the keys with one label together, those with the most articles first.
func clusters(keys []*graph.Facts, label func(*graph.Facts) string) []cluster {
	index := map[string]int{}
	var out []cluster
	for _, f := range slices.SortedFunc(slices.Values(keys), byArticles) {
		l := label(f)
		i, there := index[l]
		if !there {
			i = len(out)
			index[l] = i
			out = append(out, cluster{best: f})
		}
		out[i].add(f)
	}
	slices.SortStableFunc(out, func(a, b cluster) int { return cmp.Compare(b.articles, a.articles) })
	return out
}

// maxSome is on how many keys of a cluster the rules want to know more.
const maxSome = 3

func (c *cluster) add(f *graph.Facts) {
	c.articles += f.Articles
	if len(c.some) < maxSome {
		c.some = append(c.some, f)
	}
}

// others is how many articles mention the clusters behind the first.
func others(all []cluster) int {
	n := 0
	for _, c := range all[1:] {
		n += c.articles
	}
	return n
}

// linkage joins the members of a block, best pairs first, and never two groups with a pair that does not fit.
type linkage struct {
	n     int
	fits  func(i, j int) bool
	group []int
}

func newLinkage(n int, fits func(i, j int) bool) *linkage {
	l := &linkage{n: n, fits: fits, group: make([]int, n)}
	for i := range l.group {
		l.group[i] = i
	}
	return l
}

// link joins the groups of two members, if all of them fit.
func (l *linkage) link(i, j int) {
	gi, gj := l.group[i], l.group[j]
	if gi == gj {
		return
	}
	for x := range l.n {
		for y := range l.n {
			if l.group[x] == gi && l.group[y] == gj && !l.fits(x, y) {
				return
			}
		}
	}
	for x := range l.n {
		if l.group[x] == gj {
			l.group[x] = gi
		}
	}
}

func (l *linkage) together(i, j int) bool { return l.group[i] == l.group[j] }

func both(a, b graph.Key) string { return fmt.Sprintf("“%s” and “%s”", a.Name(), b.Name()) }
