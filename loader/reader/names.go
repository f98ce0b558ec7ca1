package reader

import (
	"slices"
	"strings"

	"github.com/newsgraph/newsgraph/loader/article"
)

// candidate is a passage that is likely a name: words [from, to), with what is believed about its kind.
type candidate struct {
	from, to int
	kind     kind    // "" while it is open
	weight   float64 // how sure the kind is: 1 is a guess, 3 is known
	start    bool    // it stands where any word has a capital: evidence is needed that it is a name
}

// ballot counts the votes for the kinds of a name.
type ballot struct{ person, organization, place, event float64 }

// namer finds the names of one document.
type namer struct {
	*document
	caps   map[string]int // words seen with a capital where it means something
	lows   map[string]int // words seen without
	found  []candidate
	votes  map[string]*ballot
	parts  map[string]*ballot // for single words of the persons' names
	places []article.Name     // of the dateline
	title  []bool             // by sentence: written in Title Case or CAPITALS
}

func newNamer(d *document) *namer {
	return &namer{
		document: d,
		caps:     make(map[string]int, 128),
		lows:     make(map[string]int, 512),
		votes:    make(map[string]*ballot, 128),
		parts:    make(map[string]*ballot, 64),
		title:    make([]bool, len(d.sentences)),
	}
}

// names returns the names in order.
func (n *namer) names() []article.Name {
	n.count()
	n.dateline()
	for i := range n.sentences {
		n.chunks(i)
	}
	n.brackets()
	n.tally()
	n.tallyVoted()
	return n.settle()
}

// dateline marks the known place at the head of the text, which is in no sentence.
func (n *namer) dateline() {
	d := n.Dateline
	if d.Empty() || d.End > len(n.Text) {
		return
	}
	end := strings.IndexAny(n.lower[d.Start:d.End], ",(–—-:")
	if end < 0 {
		end = d.Len()
	}
	place := strings.TrimRight(n.lower[d.Start:d.Start+end], " ")
	if n.lex.names[place] == article.Place {
		n.places = append(n.places, article.Name{
			Span: article.Span{Start: d.Start, End: d.Start + len(place)}, Kind: article.Place, Confidence: 0.9,
		})
	}
}

// count sees which words have capitals where they need not.
func (n *namer) count() {
	for i, s := range n.sentences {
		n.title[i] = n.titleCase(s[0], s[1])
		for k := s[0]; k < s[1]; k++ {
			switch w := &n.words[k]; {
			case w.shape == shapeLower:
				n.lows[w.lower]++
			case w.capital() && !n.title[i] && !n.initial(k):
				n.caps[w.lower]++
			}
		}
	}
}

// titleCase tells whether the sentence is a headline in Title Case, or in capitals: then capitals tell nothing.
func (n *namer) titleCase(from, to int) bool {
	capital, lower, allCaps := 0, 0, 0
	for k := from; k < to; k++ {
		w := &n.words[k]
		if w.end-w.start < 4 && w.shape == shapeCap {
			continue
		}
		switch w.shape {
		case shapeCaps:
			allCaps++
			capital++
		case shapeCap:
			capital++
		case shapeLower:
			if !w.is(functionWord) && !w.possessive() {
				lower++
			}
		}
	}
	return capital >= 4 && lower == 0 || allCaps >= 4 && lower <= 1
}

// initial tells whether the word has its capital from its place: after the start of the sentence or an opening mark.
func (n *namer) initial(k int) bool {
	s := n.sentences[n.words[k].sentence]
	if k == s[0] {
		return true
	}
	p := &n.words[k-1]
	if p.shape == shapeNumber && k-1 == s[0] {
		return true
	}
	if p.shape != shapePunct || p.possessive() && p.gluedTo(&n.words[k]) && k-2 >= s[0] && n.words[k-2].end == p.start {
		return false
	}
	switch p.lower {
	case ",", ")", "&", "-", "/", ";", "%", "$":
		return false
	case "(":
		return false
	}
	return true
}

// add files a candidate and its vote.
func (n *namer) add(c candidate) {
	for c.to > c.from && n.words[c.to-1].shape == shapePunct && n.words[c.to-1].lower != "." {
		c.to--
	}
	if c.to <= c.from {
		return
	}
	n.found = append(n.found, c)
}

func (n *namer) spanOf(c candidate) article.Span {
	return article.Span{Start: n.words[c.from].start, End: n.words[c.to-1].end}
}

func (n *namer) key(c candidate) string {
	s := n.spanOf(c)
	return n.lower[s.Start:s.End]
}

// settle decides the kinds and drops what has not enough evidence.
func (n *namer) settle() []article.Name {
	names := make([]article.Name, 0, len(n.found)+1)
	names = append(names, n.places...)
	slices.SortStableFunc(n.found, func(a, b candidate) int { return a.from - b.from })
	last := n.Dateline.End
	for _, c := range n.found {
		k, confidence := n.decide(c)
		s := n.spanOf(c)
		if k == "" || s.Start < last {
			continue
		}
		names = append(names, article.Name{Span: s, Kind: k, Confidence: confidence})
		last = s.End
	}
	return names
}
