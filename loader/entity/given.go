package entity

import (
	"cmp"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/newsgraph/newsgraph/loader/article"
)

// givenNames returns the reader's names, and with them the words that are names by what the article says elsewhere:
// an acronym that a bracket gives to a name, and the surname or first name of a person who is named in full.
func givenNames(lex *lexicon, a *article.Article) []article.Name {
	known := partsOfPersons(a)
	addAcronyms(a, known)
	names := slices.Concat(complete(lex, a, wholeNames(a)), labels(a), told(lex, a))
	slices.SortFunc(names, func(x, y article.Name) int { return cmp.Compare(x.Span.Start, y.Span.Start) })
	names = slices.CompactFunc(names, func(x, y article.Name) bool { return x.Span.Overlaps(y.Span) })
	if len(known) == 0 {
		return names
	}
	var extra []article.Name
	n := 0
	for i, t := range a.Tokens {
		for n < len(names) && names[n].Span.End <= t.Span.Start {
			n++
		}
		kind, ok := known[t.Span.Of(a.Text)]
		if !ok || kind == "" || n < len(names) && names[n].Span.Overlaps(t.Span) || kind == article.Person && besideCapital(a, i) {
			continue
		}
		extra = append(extra, article.Name{Span: t.Span, Kind: kind, Confidence: 0.6})
	}
	if len(extra) == 0 {
		return names
	}
	all := append(slices.Clone(names), extra...)
	slices.SortFunc(all, func(x, y article.Name) int { return cmp.Compare(x.Span.Start, y.Span.Start) })
	return all
}

// wholeNames are the reader's names, those lengthened that the article elsewhere names with the capitalized word before them:
// "Northern [Tano]" where "Northern Tano" is a name too.
func wholeNames(a *article.Article) []article.Name {
	long := map[string]article.Kind{}
	for _, n := range a.Names {
		if text := n.Span.Of(a.Text); strings.Contains(text, " ") {
			long[text] = n.Kind
		}
	}
	out := slices.DeleteFunc(slices.Clone(a.Names), func(n article.Name) bool { return isSeat(n.Span.Of(a.Text)) })
	end := 0
	for i := range out {
		s := out[i].Span
		before := strings.LastIndexByte(a.Text[end:max(end, s.Start-1)], ' ') + 1 + end
		if s.Start > 0 && a.Text[s.Start-1] == ' ' && before < s.Start {
			whole := article.Span{Start: before, End: s.End}
			whole.Start += strings.LastIndexAny(a.Text[before:s.Start-1], "\n“\"‘(") + 1
			if kind, ok := long[whole.Of(a.Text)]; ok {
				out[i].Span, out[i].Kind = whole, kind
			}
		}
		end = s.End
	}
	return joinHalves(a.Text, out)
}

// isSeat tells the party and state of a politician, which name nobody: "R-Texas".
func isSeat(text string) bool {
	return len(text) > 2 && text[1] == '-' && strings.ContainsRune("DIR", rune(text[0])) && text[2] >= 'A' && text[2] <= 'Z'
}

// joinHalves joins a first name and a surname that the reader gives as two persons side by side.
func joinHalves(text string, names []article.Name) []article.Name {
	out := names[:0]
	for _, n := range names {
		if last := len(out) - 1; last >= 0 && n.Kind == article.Person && out[last].Kind == article.Person && isWord(text, n.Span) && isWord(text, out[last].Span) &&
			text[out[last].Span.End:n.Span.Start] == " " {
			out[last].Span.End = n.Span.End
			continue
		}
		out = append(out, n)
	}
	return out
}

func isWord(text string, s article.Span) bool { return !strings.ContainsAny(s.Of(text), " \n") }

// labels are the names of several capitalized words that no reader found, and that a colon sets before two turns of an interview
// or more: an outlet's.
func labels(a *article.Article) []article.Name {
	count := map[string]int{}
	var found []article.Name
	for i := range a.Attributions {
		t := &a.Attributions[i]
		if len(t.Source) != 1 || len(t.Cue) != 1 || strings.TrimSpace(t.Cue[0].Of(a.Text)) != ":" {
			continue
		}
		s := t.Source[0]
		if text := s.Of(a.Text); strings.Contains(text, " ") && isTitled(text) && !overlapsName(a, s) {
			count[text]++
			found = append(found, article.Name{Span: s, Kind: article.Organization, Confidence: 0.6})
		}
	}
	return slices.DeleteFunc(found, func(n article.Name) bool { return count[n.Span.Of(a.Text)] < 2 })
}

// told are the capitalized words right behind the cue "told" that no reader took for a name: an outlet's, or a person's.
func told(lex *lexicon, a *article.Article) []article.Name {
	var found []article.Name
	for i := range a.Attributions {
		for _, cue := range a.Attributions[i].Cue {
			if !strings.HasSuffix(cue.Of(a.Text), "told") {
				continue
			}
			t := tokenFrom(a, cue.End)
			if t < len(a.Tokens) && a.Tokens[t].Span.Of(a.Text) == "the" {
				t++
			}
			first := t
			for t < len(a.Tokens) && t < first+4 && isTitled(a.Tokens[t].Span.Of(a.Text)) {
				t++
			}
			if t == first {
				continue
			}
			s := article.Span{Start: a.Tokens[first].Span.Start, End: a.Tokens[t-1].Span.End}
			if !overlapsName(a, s) && len(s.Of(a.Text)) > 3 {
				found = append(found, article.Name{Span: s, Kind: kindTold(lex, s.Of(a.Text)), Confidence: 0.5})
			}
		}
	}
	return found
}

// kindTold is a person for a common first name and a word or two behind it.
func kindTold(lex *lexicon, text string) article.Kind {
	words := strings.Fields(fold(text))
	if (len(words) == 2 || len(words) == 3) && lex.first[words[0]] != unknown && !lex.bodies[words[len(words)-1]] {
		return article.Person
	}
	return article.Organization
}

func isTitled(text string) bool {
	for _, w := range strings.Fields(text) {
		if r, _ := utf8.DecodeRuneInString(w); !unicode.IsUpper(r) {
			return false
		}
	}
	return true
}

// firstEnding is the first of the names, which are in order, that holds the byte or lies behind it.
func firstEnding(names []article.Name, at int) int {
	i, _ := slices.BinarySearchFunc(names, at, func(n article.Name, at int) int { return cmp.Compare(n.Span.End-1, at) })
	return i
}

// tokenFrom is the first token that starts at the offset or behind it.
func tokenFrom(a *article.Article, offset int) int {
	t, _ := slices.BinarySearchFunc(a.Tokens, offset, func(t article.Token, at int) int { return cmp.Compare(t.Span.Start, at) })
	return t
}

func overlapsName(a *article.Article, s article.Span) bool {
	i := firstEnding(a.Names, s.Start)
	return i < len(a.Names) && a.Names[i].Span.Overlaps(s)
}

// minPart is how long a surname or first name must be: shorter ones are words of English too often.
const minPart = 4

// partsOfPersons are the first and last words of full names of persons; a word of something else's name too has no kind.
func partsOfPersons(a *article.Article) map[string]article.Kind {
	known := map[string]article.Kind{}
	common := map[string]bool{} // words that the article has without a capital
	for _, t := range a.Tokens {
		common[t.Span.Of(a.Text)] = true
	}
	for _, n := range a.Names {
		words := strings.Fields(n.Span.Of(a.Text))
		if n.Kind != article.Person || len(words) < 2 {
			continue
		}
		for _, w := range []string{words[0], words[len(words)-1]} {
			if len(w) >= minPart && !isAcronym(w) && !strings.HasSuffix(w, ".") && !common[strings.ToLower(w)] {
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
