package entity

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/newsgraph/newsgraph/loader/article"
)

// completer makes the names of persons whole by what stands beside them.
type completer struct {
	a      *article.Article
	lex    *lexicon
	names  []article.Name
	common map[string]bool // words that the article has without a capital
	last   map[string]bool // surnames of the article
}

// complete takes titles off persons' names that the reader left on them, and adds what it cut off: "[Donald Falk] Jr.", "Anna [Marsh]",
// "George W. [Holt]", "[Theresa] Byrne", "[Kim Jong]-un". A saint's name is a place's, and a storm's an event's.
func complete(lex *lexicon, a *article.Article, names []article.Name) []article.Name {
	c := &completer{a: a, lex: lex, names: joinParts(a.Text, lex, names), common: map[string]bool{}, last: map[string]bool{}}
	for _, t := range a.Tokens {
		if text := t.Span.Of(a.Text); !startsUpper(text) {
			c.common[text] = true
		}
	}
	for _, n := range c.names {
		if words := strings.Fields(n.Span.Of(a.Text)); n.Kind == article.Person && len(words) > 1 {
			c.last[words[len(words)-1]] = true
		}
	}
	for i := range c.names {
		if c.names[i].Kind == article.Person {
			c.withoutTitle(i)
			c.behind(i)
			c.before(i)
		}
	}
	return slices.DeleteFunc(c.names, c.isCommonWord)
}

// joinParts joins "[Ada Holt] [Byrne]": a first and a middle name, and a surname by itself, that no other writing of the article tells apart.
func joinParts(text string, lex *lexicon, names []article.Name) []article.Name {
	alone := map[string]bool{}
	for i, n := range names {
		if i+1 == len(names) || !areBeside(text, n, names[i+1]) {
			alone[n.Span.Of(text)] = true
		}
	}
	out := names[:0]
	for _, n := range names {
		if last := len(out) - 1; last >= 0 && n.Kind == article.Person && out[last].Kind == article.Person && isWord(text, n.Span) &&
			areBeside(text, out[last], n) && isGiven(lex, out[last].Span.Of(text)) && !alone[out[last].Span.Of(text)] {
			out[last].Span.End = n.Span.End
			continue
		}
		out = append(out, n)
	}
	return out
}

// areBeside tells whether one blank parts the names.
func areBeside(text string, x, y article.Name) bool {
	return y.Span.Start == x.Span.End+1 && text[x.Span.End] == ' '
}

// isGiven tells whether the text is a first name and one more word.
func isGiven(lex *lexicon, text string) bool {
	words := strings.Fields(text)
	return len(words) == 2 && lex.first[fold(words[0])] != unknown
}

func startsUpper(text string) bool {
	r, _ := utf8.DecodeRuneInString(text)
	return unicode.IsUpper(r)
}

func (c *completer) text(i int) string { return c.names[i].Span.Of(c.a.Text) }

// withoutTitle takes a title off the name: "[Justice Holt]".
func (c *completer) withoutTitle(i int) {
	first, rest, ok := strings.Cut(c.text(i), " ")
	switch lower(first) {
	case "pope", "justice", "president", "senator", "sen.", "congressman", "congresswoman", "rep.", "gov.":
		if ok && startsUpper(rest) && !strings.EqualFold(rest, "ii") {
			c.names[i].Span.Start = c.names[i].Span.End - len(rest)
		}
	}
}

// behind adds what was cut off behind the name.
func (c *completer) behind(i int) {
	n := &c.names[i]
	limit := len(c.a.Text)
	if i+1 < len(c.names) {
		limit = max(c.names[i+1].Span.Start, n.Span.End)
	}
	rest := c.a.Text[n.Span.End:limit]
	if part := hungOn(rest, !isWord(c.a.Text, n.Span)); part > 0 {
		n.Span.End += part
	} else if word := c.surnameIn(i, rest); word > 0 {
		n.Span.End += word
	}
	n.Span.End += generation(c.a.Text[n.Span.End:limit])
}

// hungOn is how many bytes of the text are the rest of a word: "’Rourke", and "-un" behind several words.
func hungOn(rest string, several bool) int {
	for _, mark := range []string{"’", "'", "-"} {
		word, ok := strings.CutPrefix(rest, mark)
		if !ok || mark != "-" && !startsUpper(word) {
			continue
		}
		n := strings.IndexFunc(word, func(r rune) bool { return !unicode.IsLetter(r) })
		if n < 0 {
			n = len(word)
		}
		if n > 1 && (mark != "-" || several && isSyllable(word[:n])) {
			return len(mark) + n
		}
	}
	return 0
}

// isSyllable tells whether the letters behind a hyphen can end a name ("-un", "-hye") and are no word ("-led").
func isSyllable(word string) bool {
	switch word {
	case "led", "era", "run", "ish", "own", "like", "owned", "style":
		return false
	}
	return len(word) <= 3
}

// surnameIn is how many bytes of the text behind a first name, or a first name and initials, are its surname.
func (c *completer) surnameIn(i int, rest string) int {
	word, ok := strings.CutPrefix(rest, " ")
	n := strings.IndexFunc(word, func(r rune) bool { return !unicode.IsLetter(r) && r != '-' })
	if !ok || n < 3 || !startsUpper(word) || isShouted(word[:n]) {
		return 0
	}
	words := strings.Fields(c.text(i))
	if len(words) == 2 && isInitial(words[1]) || len(words) == 1 && c.isFirst(words[0]) && (c.last[word[:n]] || c.isSurname(c.names[i].Span.Start, word[:n], word[n:])) {
		return 1 + n
	}
	return 0
}

// isFirst tells whether the word is a first name, and nobody's surname in the article.
func (c *completer) isFirst(word string) bool {
	return c.lex.first[fold(word)] != unknown && !c.last[word]
}

// isSurname tells whether a word with a capital behind the first name at the offset can be nothing but a surname: it is no common word, or stands
// within a sentence, and no headline goes on.
func (c *completer) isSurname(start int, word, rest string) bool {
	low, after := strings.ToLower(word), strings.TrimLeft(rest, " ’'")
	inside := c.isMidSentence(tokenFrom(c.a, start))
	return (inside || !c.common[low]) && !c.lex.bodies[low] && after != "" && !startsUpper(after)
}

func isInitial(word string) bool {
	return word != "" && len(word) <= 2 && 'A' <= word[0] && word[0] <= 'Z' && (len(word) == 1 || word[1] == '.')
}

// generation is how many bytes of the text are a suffix of a name: " Jr.", ", III".
func generation(rest string) int {
	word := strings.TrimPrefix(rest, ",")
	comma := len(rest) - len(word)
	word, ok := strings.CutPrefix(word, " ")
	if !ok {
		return 0
	}
	n := strings.IndexFunc(word, func(r rune) bool { return !unicode.IsLetter(r) })
	if n < 0 {
		n = len(word)
	}
	switch word[:n] {
	case "Jr", "Sr", "JR", "SR":
		if n+1 < len(word) && word[n] == '.' && !(word[n+1] == '\n' || word[n+1] == ' ' && n+2 < len(word) && startsUpper(word[n+2:])) {
			n++
		}
	case "II", "III":
	default:
		return 0
	}
	return comma + 1 + n
}

// before adds what was cut off before the name.
func (c *completer) before(i int) {
	n := &c.names[i]
	if !isWord(c.a.Text, n.Span) {
		return
	}
	t, from := tokenFrom(c.a, n.Span.Start), 0
	if i > 0 {
		from = c.names[i-1].Span.End
	}
	first := t
	for first > 0 && t-first < 2 && isInitial(c.wordBefore(first, from)) {
		first--
	}
	word := c.wordBefore(first, from)
	switch {
	case word == "St." || word == "Saint":
		n.Span.Start, n.Kind = c.a.Tokens[first-1].Span.Start, article.Place
	case word == "Hurricane":
		n.Span.Start, n.Kind = c.a.Tokens[first-1].Span.Start, article.Event
	case startsUpper(word) && c.isFirstBefore(first-1, word, first < t):
		n.Span.Start = c.a.Tokens[first-1].Span.Start
	}
}

// wordBefore is the token before the token, when one blank parts them and it lies behind the offset; else "".
func (c *completer) wordBefore(t, from int) string {
	if t < 1 || t >= len(c.a.Tokens) {
		return ""
	}
	s := c.a.Tokens[t-1].Span
	if s.Start < from || c.a.Text[s.End:c.a.Tokens[t].Span.Start] != " " {
		return ""
	}
	return s.Of(c.a.Text)
}

// isFirstBefore tells whether the word, which is the token, is a first name: one that people have, or any before an initial or behind a title. At
// the start of a sentence it must not be a common word ("Will").
func (c *completer) isFirstBefore(t int, word string, initial bool) bool {
	inside, titled := c.isMidSentence(t), c.isHeadOrHonorific(c.wordBefore(t, 0))
	known := c.lex.first[fold(word)] != unknown || initial && inside || titled && len(word) > 2 && !c.isTitle(word) && !strings.HasSuffix(word, ".") && !isShouted(word)
	return known && (inside || !c.common[strings.ToLower(word)]) && !c.isWhen(t)
}

// isTitle tells whether the word is of a title or of a body, or an honorific.
func (c *completer) isTitle(word string) bool {
	low := lower(word)
	return c.isHeadOrHonorific(word) || c.lex.modifiers[low] || c.lex.bodies[low]
}

// isHeadOrHonorific tells whether a title ends in the word, or is it.
func (c *completer) isHeadOrHonorific(word string) bool {
	low := strings.TrimSuffix(lower(word), ".")
	_, head := c.lex.heads[low]
	_, honor := c.lex.honorifics[low]
	return head || honor
}

// isMidSentence tells whether a word in lower case stands before the token, or a title.
func (c *completer) isMidSentence(t int) bool {
	before := c.wordBefore(t, 0)
	return before != "" && (c.isTitle(before) || !startsUpper(before) && isLetter(lower(before)))
}

// isWhen tells whether the token stands for a time, or a place, behind its preposition: "in April".
func (c *completer) isWhen(t int) bool {
	switch lower(c.wordBefore(t, 0)) {
	case "in", "last", "since", "until", "this", "next", "early", "late":
		return true
	}
	return false
}

// isCommonWord tells whether the name of a person is a word without a capital within a line, in a text that has capitals.
func (c *completer) isCommonWord(n article.Name) bool {
	text := n.Span.Of(c.a.Text)
	if n.Kind != article.Person || n.Span.Start == 0 || strings.ToLower(text) != text || !isASCII(text) || strings.ContainsAny(text, " -.@_") {
		return false
	}
	return c.a.Text[n.Span.Start-1] == ' ' && !strings.HasPrefix(c.a.Text[n.Span.End:], ":") && c.hasCapitals()
}

// hasCapitals tells whether a quarter of the persons' names of the article start with a capital.
func (c *completer) hasCapitals() bool {
	capital, all := 0, 0
	for _, n := range c.names[:min(len(c.names), 64)] {
		if n.Kind == article.Person {
			all++
			capital += number(startsUpper(n.Span.Of(c.a.Text)))
		}
	}
	return capital > 0 && 4*capital >= all
}
