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
// full name that the graph makes clear. Places and events are joined by their keys alone.
func Rules() graph.Rules { return rules{} }

type rules struct{}

// The kinds of blocks.
const (
	surnameBlock      = "person/"
	fullNameBlock     = "persons/"
	organizationBlock = "organization/"
	acronymBlock      = "acronym/"
)

// Blocks implements [graph.Rules].
func (rules) Blocks(key graph.Key) []string {
	if strings.TrimSpace(key.Name()) == "" {
		return nil
	}
	switch key.Kind() {
	case graph.KindPerson:
		p := parsePerson(key.Name())
		return p.blocks()
	case graph.KindOrganization:
		o := parseOrganization(key.Name())
		return o.blocks()
	case graph.KindPlace, graph.KindEvent:
	}
	return nil
}

// owner is the block in which a pair is judged: the first of those of the kind that its keys share.
func owner(a, b graph.Key, kind string) string {
	of := rules{}.Blocks(b)
	for _, name := range (rules{}).Blocks(a) {
		if strings.HasPrefix(name, kind) && slices.Contains(of, name) {
			return name
		}
	}
	return ""
}

// Wanted implements [graph.Rules].
func (rules) Wanted(b *graph.Block) []graph.Key {
	switch kind(b) {
	case surnameBlock:
		return newSurnames(b).wanted()
	case fullNameBlock:
		return newFullNames(b).wanted()
	case organizationBlock:
		return newOrganizations(b).wanted()
	case acronymBlock:
		return newAcronym(b).wanted()
	}
	return nil
}

// Judge implements [graph.Rules].
func (rules) Judge(b *graph.Block) []graph.Judgement {
	switch kind(b) {
	case surnameBlock:
		return newSurnames(b).judge()
	case fullNameBlock:
		return newFullNames(b).judge()
	case organizationBlock:
		return newOrganizations(b).judge()
	case acronymBlock:
		return newAcronym(b).judge()
	}
	return nil
}

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

func names(a, b graph.Key) string { return fmt.Sprintf("“%s” and “%s”", a.Name(), b.Name()) }
