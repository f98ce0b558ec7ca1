package entity

import (
	"cmp"
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/newsgraph/newsgraph/loader/article"
)

// leaderNames are how the names of alliances have countries that are seldom written in full there; other countries are called by their names.
const leaderNames = `AE UAE
GB UK
SA Saudi
US US`

// maxBetween is how many words stand between "US-led" and the noun: "the US-led international military coalition".
const maxBetween = 3

// isAlliance tells the nouns of alliances. Missions and forces are many; only "the" one that somebody leads is one of its own.
func isAlliance(noun string) bool {
	switch noun {
	case "coalition", "alliance", "bloc":
		return true
	}
	return isContingent(noun)
}

func isContingent(noun string) bool { return noun == "mission" || noun == "force" }

// alliances finds the names of alliances that are called by who leads them: "the US-led coalition", "the coalition led by Saudi Arabia".
// Such a name takes the place of the names in it, for what the alliance does is not done by who leads it. Called has, by the offset of each, what
// it is called in every article: the same for "American-led" and "U.S.-led".
type alliances struct {
	*Stage
	a      *article.Article
	names  []article.Name // in order
	found  []article.Name
	called map[int]string
}

// withAlliances returns the names with those of alliances, and what these are called.
func (s *Stage) withAlliances(a *article.Article, names []article.Name) ([]article.Name, map[int]string) {
	x := &alliances{Stage: s, a: a, names: names, called: map[int]string{}}
	for t := range a.Tokens {
		low := lower(x.text(t))
		if strings.HasSuffix(low, "-led") {
			x.ledBefore(t)
		} else if isAlliance(low) && x.low(t+1) == "led" && x.low(t+2) == "by" {
			x.ledBehind(t)
		}
	}
	x.forces()
	if len(x.found) == 0 {
		return names, nil
	}
	all := slices.DeleteFunc(slices.Clone(names), func(n article.Name) bool {
		return slices.ContainsFunc(x.found, func(f article.Name) bool { return f.Span.Overlaps(n.Span) })
	})
	all = append(all, x.found...)
	slices.SortFunc(all, func(p, q article.Name) int { return cmp.Compare(p.Span.Start, q.Span.Start) })
	return all, x.called
}

func (x *alliances) text(t int) string {
	if t < 0 || t >= len(x.a.Tokens) {
		return ""
	}
	return x.a.Tokens[t].Span.Of(x.a.Text)
}

func (x *alliances) low(t int) string { return lower(x.text(t)) }

// ledBefore reads "US-led coalition" from the word that ends in "-led".
func (x *alliances) ledBefore(t int) {
	noun := x.nounBehind(t)
	if noun == none {
		return
	}
	span := x.a.Tokens[t].Span
	leader := article.Span{Start: span.Start, End: span.End - len("-led")}
	first := t
	if n, ok := x.nameAt(leader.Start); ok {
		if n.Kind == article.Person {
			return
		}
		for leader.Start = n.Span.Start; x.a.Tokens[first].Span.Start > leader.Start; first-- {
		}
	} else if x.places.country(x.text(t-1)+" "+leader.Of(x.a.Text)) != "" { // "South Korean-led"
		first--
		leader.Start = x.a.Tokens[first].Span.Start
	}
	country := x.places.country(leader.Of(x.a.Text))
	definite := x.low(first-1) == "the"
	if x.oneOfTwo(first) || !definite && (country == "" || isContingent(x.low(noun))) || !isNamed(leader.Of(x.a.Text)) {
		return
	}
	x.add(article.Span{Start: leader.Start, End: x.a.Tokens[noun].Span.End}, x.leader(leader.Of(x.a.Text), country)+"-led "+x.low(noun))
}

// nounBehind finds the noun of an alliance a few words behind, or none.
func (x *alliances) nounBehind(t int) int {
	for u := t + 1; u <= t+1+maxBetween; u++ {
		low := x.low(u)
		switch {
		case isAlliance(low):
			if next := x.low(u + 1); next == "government" || next == "partners" || next == "talks" {
				return none
			}
			return u
		case !x.describes(u):
			return none
		}
	}
	return none
}

// describes tells whether a word may stand between "US-led" and its noun.
func (x *alliances) describes(t int) bool {
	low := x.low(t)
	switch {
	case low == "" || !isLetter(low) || x.lex.preps[low] || x.lex.clauses[low], low == "the", low == "a", low == "and":
		return false
	case low == "peacekeeping", low == "ruling", low != x.text(t):
		return true
	}
	return !strings.HasSuffix(low, "s") && !strings.HasSuffix(low, "ed") && !strings.HasSuffix(low, "ing")
}

// oneOfTwo tells whether somebody else leads as well: "Saudi- and Emirati-led".
func (x *alliances) oneOfTwo(first int) bool {
	other := x.text(first - 2)
	return x.low(first-1) == "and" && (strings.HasSuffix(other, "-") || x.places.country(other) != "")
}

// isNamed tells whether who leads is written as a name is, and is one: "Saudi/UAE" is not.
func isNamed(leader string) bool {
	r, _ := utf8.DecodeRuneInString(leader)
	return r >= 'A' && r <= 'Z' && !strings.ContainsAny(leader, "/")
}

// leader is how a leader is called in the name of an alliance.
func (x *alliances) leader(text, country string) string {
	if country == "" {
		return strings.Join(strings.Fields(text), " ")
	}
	if short := x.places.leaders[country]; short != "" {
		return short
	}
	return country
}

// ledBehind reads "coalition led by Saudi Arabia" from its noun.
func (x *alliances) ledBehind(t int) {
	u := t + 3
	if x.low(u) == "the" {
		u++
	}
	if u >= len(x.a.Tokens) {
		return
	}
	n, ok := x.nameAt(x.a.Tokens[u].Span.Start)
	if !ok || n.Span.Start != x.a.Tokens[u].Span.Start || n.Kind == article.Person {
		return
	}
	for ; u < len(x.a.Tokens) && x.a.Tokens[u].Span.End < n.Span.End; u++ {
	}
	country := x.places.country(n.Span.Of(x.a.Text))
	if country == "" || x.places.demonyms[fold(n.Span.Of(x.a.Text))] != "" || u >= len(x.a.Tokens) || x.a.Tokens[u].Span.End != n.Span.End || x.low(u+1) == "and" {
		return
	}
	x.add(article.Span{Start: x.a.Tokens[t].Span.Start, End: n.Span.End}, x.leader("", country)+"-led "+x.low(t))
}

// forces reads "US-led forces" where the article names the coalition that they are of.
func (x *alliances) forces() {
	for t := range x.a.Tokens {
		low := x.low(t)
		if !strings.HasSuffix(low, "-led") || x.low(t+1) != "forces" && x.low(t+1) != "troops" {
			continue
		}
		leader := x.text(t)[:len(low)-len("-led")]
		name := x.leader(leader, x.places.country(leader)) + "-led coalition"
		for _, called := range x.called {
			if called == name {
				x.add(article.Span{Start: x.a.Tokens[t].Span.Start, End: x.a.Tokens[t+1].Span.End}, name)
				break
			}
		}
	}
}

// nameAt is the name that holds the byte.
func (x *alliances) nameAt(at int) (article.Name, bool) {
	i := firstEnding(x.names, at)
	if i < len(x.names) && x.names[i].Span.Start <= at {
		return x.names[i], true
	}
	return article.Name{}, false
}

// add keeps an alliance, unless a name of the reader's goes beyond it.
func (x *alliances) add(s article.Span, called string) {
	for i := firstEnding(x.names, s.Start); i < len(x.names) && x.names[i].Span.Start < s.End; i++ {
		if n := x.names[i].Span; n.Start < s.Start || n.End > s.End {
			return
		}
	}
	x.found = append(x.found, article.Name{Span: s, Kind: article.Organization, Confidence: 0.9})
	x.called[s.Start] = called
}
