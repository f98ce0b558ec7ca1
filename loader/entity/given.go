package entity

import (
	"cmp"
	"slices"
	"strings"

	"github.com/newsgraph/newsgraph/loader/article"
)

// givenNames returns the reader's names, and with them the words that are names by what the article says elsewhere:
// an acronym that a bracket gives to a name, and the surname or first name of a person who is named in full.
func givenNames(a *article.Article) []article.Name {
	known := partsOfPersons(a)
	addAcronyms(a, known)
	if len(known) == 0 {
		return a.Names
	}
	var extra []article.Name
	n := 0
	for i, t := range a.Tokens {
		for n < len(a.Names) && a.Names[n].Span.End <= t.Span.Start {
			n++
		}
		kind, ok := known[t.Span.Of(a.Text)]
		if !ok || kind == "" || n < len(a.Names) && a.Names[n].Span.Overlaps(t.Span) || kind == article.Person && besideCapital(a, i) {
			continue
		}
		extra = append(extra, article.Name{Span: t.Span, Kind: kind, Confidence: 0.6})
	}
	if len(extra) == 0 {
		return a.Names
	}
	all := append(slices.Clone(a.Names), extra...)
	slices.SortFunc(all, func(x, y article.Name) int { return cmp.Compare(x.Span.Start, y.Span.Start) })
	return all
}

// minPart is how long a surname or first name must be: shorter ones are words of English too often.
const minPart = 5

// partsOfPersons are the first and last words of full names of persons; a word of something else's name too has no kind.
func partsOfPersons(a *article.Article) map[string]article.Kind {
	known := map[string]article.Kind{}
	for _, n := range a.Names {
		words := strings.Fields(n.Span.Of(a.Text))
		if n.Kind != article.Person || len(words) < 2 {
			continue
		}
		for _, w := range []string{words[0], words[len(words)-1]} {
			if len(w) >= minPart && !isAcronym(w) && !strings.HasSuffix(w, ".") {
				known[w] = article.Person
			}
		}
	}
	for _, n := range a.Names {
		if text := n.Span.Of(a.Text); n.Kind != article.Person && known[text] != "" {
			known[text] = ""
		}
	}
	return known
}

// addAcronyms adds the acronyms that stand in brackets after the names they stand for.
func addAcronyms(a *article.Article, known map[string]article.Kind) {
	t := 0
	for _, n := range a.Names {
		for t < len(a.Tokens) && a.Tokens[t].Span.Start < n.Span.End {
			t++
		}
		if n.Kind == article.Person || t+1 >= len(a.Tokens) || a.Tokens[t].Span.Of(a.Text) != "(" {
			continue
		}
		short := a.Tokens[t+1].Span.Of(a.Text)
		words := strings.Fields(strings.TrimPrefix(fold(n.Span.Of(a.Text)), "the "))
		if isAcronym(short) && len(words) > 1 && stands(fold(short), words) {
			known[short] = n.Kind
		}
	}
}

// besideCapital tells whether the token stands next to another capitalized word: then it may be part of another name.
func besideCapital(a *article.Article, i int) bool {
	capital := func(i int) bool {
		if i < 0 || i >= len(a.Tokens) {
			return false
		}
		c := a.Text[a.Tokens[i].Span.Start]
		return 'A' <= c && c <= 'Z'
	}
	return capital(i-1) || capital(i+1)
}
