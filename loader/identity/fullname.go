package identity

import (
	"cmp"
	"slices"

	"github.com/newsgraph/newsgraph/graph"
)

// fullNames judges the pairs of a block of full names.
type fullNames struct {
	block *graph.Block
	all   []*name
	pair  [][]verdictOn // of each two keys, below the diagonal; made when they are needed
}

// maxFullNames is how many full names that fit, or that others join, are compared with each other.
const maxFullNames = 50

func newFullNames(b *graph.Block, all []*name) *fullNames { return &fullNames{block: b, all: all} }

// parts are names that have nothing to do with the others, by their spelling. A part is left out when no pair of it is judged in this block.
func (n *fullNames) parts(of []graph.Key) (parts [][]graph.Key) {
	for _, part := range linked(len(n.all), places(n.block, of), n.related) {
		if n.owns(part) {
			parts = append(parts, keysAt(n.block, part))
		}
	}
	return parts
}

func (n *fullNames) related(i, j int) bool {
	v := comparePersons(&n.all[i].person, &n.all[j].person)
	return v.score > 0 || v.clash
}

func (n *fullNames) owns(part []int) bool {
	for x, i := range part {
		for _, j := range part[:x] {
			v := comparePersons(&n.all[i].person, &n.all[j].person)
			if (v.score >= worth || v.clash) && owner(n.all[i], n.all[j], fullNameBlock) == n.block.Name {
				return true
			}
		}
	}
	return false
}

// compare compares each two keys, unless there are too many.
func (n *fullNames) compare() {
	if len(n.all) > maxFullNames {
		n.all = nil
	}
	n.pair = make([][]verdictOn, len(n.all))
	for i := range n.all {
		n.pair[i] = make([]verdictOn, i)
		for j := range i {
			n.pair[i][j] = comparePersons(&n.all[i].person, &n.all[j].person)
		}
	}
}

func (n *fullNames) at(i, j int) *verdictOn {
	if i < j {
		i, j = j, i
	}
	return &n.pair[i][j]
}

func (n *fullNames) wanted() []graph.Key {
	n.compare()
	var keys []graph.Key
	for i := range n.all {
		for j := range n.all {
			if i != j && n.at(i, j).score >= worth {
				keys = append(keys, n.block.Keys[i].Key)
				break
			}
		}
	}
	return keys
}

func (n *fullNames) judge() []graph.Judgement {
	n.compare()
	n.weigh()
	n.doubt()
	l := newLinkage(len(n.all), func(i, j int) bool { return n.at(i, j).score > 0 })
	type pair struct{ i, j int }
	var pairs []pair
	for i := range n.all {
		for j := range i {
			if v := n.at(i, j); (v.score >= worth || v.clash) && owner(n.all[i], n.all[j], fullNameBlock) == n.block.Name {
				pairs = append(pairs, pair{i, j})
			}
		}
	}
	slices.SortStableFunc(pairs, func(a, b pair) int { return cmp.Compare(n.at(b.i, b.j).score, n.at(a.i, a.j).score) })
	for _, p := range pairs {
		if n.at(p.i, p.j).score >= sure {
			l.link(p.i, p.j)
		}
	}
	var out []graph.Judgement
	for _, p := range pairs {
		a, b, v := n.block.Keys[p.i].Key, n.block.Keys[p.j].Key, n.at(p.i, p.j)
		if v.clash {
			out = append(out, graph.Judgement{
				A: a, B: b, Verdict: graph.NotSame, Score: 0.95, Author: "full-name", Reason: both(a, b) + ": " + v.why + ".",
			})
			continue
		}
		if !l.together(p.i, p.j) {
			v.score = min(v.score, 0.8)
		}
		out = append(out, judged(a, b, v.score, "full-name", both(a, b)+": "+v.why+"."))
	}
	return out
}

// weigh has what articles say change the scores that names alone give.
func (n *fullNames) weigh() {
	around := make([]surroundings, len(n.all))
	for i := range n.all {
		around[i] = surroundingsOf(&n.block.Keys[i])
	}
	for i := range n.all {
		for j := range i {
			if n.at(i, j).score >= worth {
				n.weighPair(i, j, &around[i], &around[j])
			}
		}
	}
}

func (n *fullNames) weighPair(i, j int, x, y *surroundings) {
	v := n.at(i, j)
	shared, known := x.shared(y), x.known() && y.known()
	switch {
	case x.clash(y):
		v.lower(0.4, "their work is not of one field")
	case v.other && !x.sameRank(y):
		v.lower(0.8, "but the surname may be another")
	case (v.plain || v.loose) && x.beside(y, n.block.Keys[i].Key, n.block.Keys[j].Key):
		v.lower(0.6, "but articles have both side by side")
	case v.plain && shared == 0:
		v.lower(0.7, "and nobody stands beside both")
	case v.loose && v.score >= sure && shared == 0 && known:
		v.lower(0.8, "but nobody stands beside both")
	case !v.loose:
		n.support(i, j, shared, known, x.sameTitle(y))
	}
}

// lower lowers a score to at most so much, and says why.
func (v *verdictOn) lower(score float64, why string) {
	v.score, v.why = min(v.score, score), v.why+", "+why
}

// support raises the score of two names that fit and beside which so many of the same people stand.
func (n *fullNames) support(i, j, shared int, known, sameTitle bool) {
	v, a, b := n.at(i, j), &n.all[i].person, &n.all[j].person
	switch {
	case a.first().letter() || b.first().letter():
		if v.score >= 0.75 && (shared > 1 || !known) {
			v.score, v.why = 0.9, v.why+", which fits nobody else"
		}
	case v.score >= 0.7 && v.score < sure && a.generation == b.generation && (shared >= 3 || shared > 0 && sameTitle):
		v.score, v.why = 0.92, v.why+", and the same people or titles stand beside both"
	}
}

// doubt lowers the scores of a name that fits two names which do not fit each other: "George Bush" is "George W. Bush" or "George H. W.
// Bush". It stays with one of them that far more articles mention than the others.
func (n *fullNames) doubt() {
	type doubtful struct{ i, j int }
	var all []doubtful
	for i := range n.all {
		fits := n.fitting(i)
		for _, j := range fits {
			rivals := 0
			for _, k := range fits {
				if k != j && n.at(j, k).score == 0 {
					rivals += n.block.Keys[k].Articles
				}
			}
			more := 4
			if n.block.Keys[i].Articles < n.block.Keys[j].Articles && n.all[i].person.first().text == n.all[j].person.first().text {
				more = 16 // it is not the name by which that one is known
			}
			if rivals > 0 && n.block.Keys[j].Articles < more*rivals || n.at(i, j).plain && n.known(i, j) {
				all = append(all, doubtful{i, j})
			}
		}
	}
	for _, d := range all {
		v := n.at(d.i, d.j)
		v.score, v.why = min(v.score, 0.7), v.why+", but others fit as well"
	}
}

// known tells whether one of two names is that of a person who goes by the generation without a middle name as well, in as many
// articles: "Donald Trump Jr." is not his father, and so "Donald J. Trump Jr." is not.
func (n *fullNames) known(i, j int) bool {
	if n.all[j].person.generation != "" {
		i = j
	}
	of := &n.all[i].person
	for k := range n.all {
		p := &n.all[k].person
		if k != i && p.generation == of.generation && len(p.words) == 2 && n.at(i, k).score >= 0.75 && n.block.Keys[k].Articles >= n.block.Keys[i].Articles {
			return true
		}
	}
	return false
}

// fitting are the names that have the first name and the surname of the name, or may have.
func (n *fullNames) fitting(i int) (fits []int) {
	for j := range n.all {
		if j != i && n.at(i, j).score >= 0.75 && !n.at(i, j).part {
			fits = append(fits, j)
		}
	}
	return fits
}
