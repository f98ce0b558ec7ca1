package reader

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/newsgraph/newsgraph/loader/article"
)

// shape is how a word is written.
type shape uint8

const (
	shapePunct  shape = iota
	shapeLower        // word
	shapeCap          // Word, McDonald
	shapeCaps         // US, NATO, U.S.
	shapeNumber       // 45, 1990s
	shapeOther        // iPhone, @name
)

// word is a token, or a part of a compound, with what the lexicon knows of it. It may stand for a whole quotation in a stream.
type word struct {
	start, end int
	lower      string
	class      class
	shape      shape
	quote      int // in a stream: the quotation that stands here; otherwise -1
	sentence   int
	first      int // in a stream: the sentence that it starts in
}

func (w *word) is(c class) bool { return w.class&c != 0 }
func (w *word) capital() bool   { return w.shape == shapeCap || w.shape == shapeCaps }
func (w *word) isQuote() bool   { return w.quote >= 0 }
func (w *word) possessive() bool {
	return w.lower == "'s" || w.lower == "’s" || w.lower == "'" || w.lower == "’"
}
func (w *word) gluedTo(next *word) bool { return w.end == next.start }
func (w *word) oneOf(words ...string) bool {
	for _, s := range words {
		if w.lower == s {
			return true
		}
	}
	return false
}

// document is an article with its words.
type document struct {
	*article.Article
	lex       *lexicon
	lower     string // Text with ASCII letters in lower case, byte for byte
	words     []word
	sentences [][2]int // the words of each sentence
}

func newDocument(a *article.Article, lex *lexicon) *document {
	d := &document{
		Article: a, lex: lex, lower: asciiLower(a.Text),
		words:     make([]word, 0, len(a.Tokens)+len(a.Tokens)/16),
		sentences: make([][2]int, len(a.Sentences)),
	}
	for i, s := range a.Sentences {
		from := len(d.words)
		for _, t := range a.Tokens[s.Tokens[0]:s.Tokens[1]] {
			d.addToken(t.Span, i)
		}
		d.sentences[i] = [2]int{from, len(d.words)}
	}
	return d
}

// asciiLower keeps the length in bytes, which strings.ToLower does not.
func asciiLower(s string) string {
	b := []byte(s)
	for i, c := range b {
		if 'A' <= c && c <= 'Z' {
			b[i] = c + 'a' - 'A'
		}
	}
	return string(b)
}

// addToken appends the token, cut at a hyphen that parts a name from something else.
func (d *document) addToken(s article.Span, sentence int) {
	if cut := d.compound(s); cut > 0 {
		d.addWord(article.Span{Start: s.Start, End: cut}, sentence)
		if r, _ := utf8.DecodeRuneInString(d.Text[cut+1:]); unicode.IsUpper(r) {
			d.addWord(article.Span{Start: cut, End: cut + 1}, sentence)
			d.addToken(article.Span{Start: cut + 1, End: s.End}, sentence)
			return
		}
		s.Start = cut
	}
	d.addWord(s, sentence)
}

// compound returns the hyphen at which the token falls apart: "US-led", "Russia-US", "pro-Assad"; not "Al-Nusra", "Jean-Paul".
func (d *document) compound(s article.Span) int {
	cut := strings.IndexByte(d.Text[s.Start:s.End], '-')
	if cut <= 0 || s.Start+cut+1 >= s.End {
		return 0
	}
	cut += s.Start
	left, right := d.lower[s.Start:cut], d.lower[cut+1:s.End]
	upperLeft, upperRight := startsUpper(d.Text[s.Start:]), startsUpper(d.Text[cut+1:])
	if d.lex.names[d.lower[s.Start:s.End]] != "" || d.lex.words[d.lower[s.Start:s.End]] != 0 {
		return 0
	}
	parted := false
	switch {
	case upperLeft && upperRight:
		parted = d.lex.known(left) && d.lex.known(right) || d.lex.words[left]&cNation != 0
	case upperLeft:
		parted = startsLower(d.Text[cut+1:]) && len(left) > 1 && !d.syllables(left, right)
	case upperRight:
		parted = !articleOfArabic(left)
	}
	if parted {
		return cut
	}
	return 0
}

// syllables tells the two syllables of a given name of East Asia: Jae-in, Suk-yeol; not US-led, Bush-era.
func (d *document) syllables(left, right string) bool {
	if len(left) > 5 || len(right) > 6 || d.lex.names[left] != "" || d.lex.words[left]&^cGiven != 0 || strings.Contains(right, "-") {
		return false
	}
	switch right {
	case "in", "on", "an", "un", "so", "no", "man", "sun", "hun", "won", "me", "he", "do":
		return len(d.words) > 0 && d.words[len(d.words)-1].capital()
	case "era", "style", "type", "esque", "linked", "ish", "tied":
		return false
	}
	return d.lex.words[right] == 0 && !strings.HasSuffix(right, "ed") && !strings.HasSuffix(right, "ing")
}

// known tells whether the word alone names a place or is a nationality, and no given name.
func (l *lexicon) known(w string) bool {
	return l.names[w] != "" && l.words[w]&cGiven == 0 || l.words[w]&cNation != 0
}

func startsUpper(s string) bool {
	r, _ := utf8.DecodeRuneInString(s)
	return unicode.IsUpper(r)
}

func startsLower(s string) bool {
	r, _ := utf8.DecodeRuneInString(s)
	return unicode.IsLower(r)
}

func (d *document) addWord(s article.Span, sentence int) {
	if s.Empty() {
		return
	}
	w := word{start: s.Start, end: s.End, lower: d.lower[s.Start:s.End], quote: -1, sentence: sentence}
	w.shape = shapeOf(d.Text[s.Start:s.End])
	w.class = d.lex.words[w.lower]
	if n := len(w.lower); n > 2 && w.lower[n-1] == '.' {
		w.class |= d.lex.words[w.lower[:n-1]]
	}
	if w.class == 0 && w.shape == shapeLower {
		w.class = guess(w.lower)
	}
	d.words = append(d.words, w)
}

// guess reads the class of an unknown lower-case word from its ending.
func guess(w string) class {
	if strings.HasSuffix(w, "ly") && len(w) > 4 {
		return cAdv
	}
	if len(w) > 5 && (strings.HasSuffix(w, "men") || strings.HasSuffix(w, "man")) {
		return cHuman
	}
	return 0
}

// shapeOf looks at the letters of the word.
func shapeOf(s string) shape {
	first, n := utf8.DecodeRuneInString(s)
	switch {
	case unicode.IsUpper(first):
		return upperShape(s[n:])
	case unicode.IsLower(first):
		return lowerShape(s[n:])
	case unicode.IsDigit(first):
		return shapeNumber
	case unicode.IsLetter(first):
		return shapeLower
	case first == '@' || first == '#':
		return shapeOther
	case len(s) > n && startsLower(s[n:]):
		return shapeLower
	}
	return shapePunct
}

func upperShape(rest string) shape {
	letters := false
	for _, r := range rest {
		if unicode.IsLower(r) {
			return shapeCap
		}
		letters = letters || unicode.IsLetter(r)
	}
	if letters {
		return shapeCaps
	}
	return shapeCap
}

func lowerShape(rest string) shape {
	for _, r := range rest {
		if unicode.IsUpper(r) {
			return shapeOther
		}
	}
	return shapeLower
}
