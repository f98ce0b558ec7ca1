package entity

import (
	"cmp"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/newsgraph/newsgraph/loader/article"
)

// none stands for "no index".
const none = -1

// word is a token of the article, cut where names begin and end. It is small, for a long article has a million of them.
type word struct {
	span     article.Span
	low      string // as in the lexicon
	sentence int32  // index into Sentences, or none
	name     int32  // index into Names, or none
	content  int32  // the attribution in whose content the word is, the innermost, or none
	source   int32  // the attribution in whose source the word is, or none
	quoted   bool   // in quote marks
}

// nameAt is what the draft knows of a name of the article.
type nameAt struct {
	first, last int // its words; first > last when it has none
	form        int // index into forms, or none for a name without letters
	actor       int // index into actors, or none
	actsFor     int // index into actors: the country for which a capital acts; or none
}

// draft is the work on one article.
type draft struct {
	*Stage
	a        *article.Article
	given    []article.Name // the reader's names, and words that are names by what is said elsewhere
	called   map[int]string // what alliances are called in every article, by where their names start
	words    []word
	names    []nameAt
	forms    []form
	actors   []actor
	roles    []article.Role
	roleSeen map[roleKey]bool
	// byNoun finds organizations by the nouns in their names.
	byNoun map[string][]int
	// byCountry finds the actors that are countries, by their everyday names.
	byCountry map[string]int
	// titled tells of each word whether it is part of a role's title.
	titled  []bool
	related map[[2]int]string // by what noun an actor was another's: "brother"
	held    map[string]bool   // the heads of all titles that somebody holds
	recent  []seen            // the last mentions of persons and organizations, in order
	// speakers has the actor that is each attribution's source, as far as the names tell, or none.
	speakers []int
}

// actor is an actor in the making.
type actor struct {
	kind     article.Kind
	name     string
	country  bool
	mentions []article.Mention
	male     float64
	female   float64
	sure     bool // the gender is told by more than pronouns
	count    int  // how many names stand for it alone
	titles   []held
	nouns    []string // words of its names that can stand for an organization
	full     []string // the words of a person's longest name
	// introduced tells that a name of it was read already.
	introduced bool
}

// held is a title that a person holds.
type held struct {
	words []string
	of    int // index into actors, or none
}

func newDraft(s *Stage, a *article.Article) *draft {
	given, called := s.withAlliances(a, givenNames(s.lex, a))
	d := &draft{Stage: s, a: a, given: given, called: called, byCountry: map[string]int{}, byNoun: map[string][]int{}, held: map[string]bool{}, related: map[[2]int]string{}, roleSeen: map[roleKey]bool{}}
	d.names = make([]nameAt, len(d.given))
	for i := range d.names {
		d.names[i] = nameAt{first: 0, last: none, form: none, actor: none, actsFor: none}
	}
	d.cutWords()
	d.markSentences()
	d.markAttributions()
	d.markQuotes()
	d.titled = make([]bool, len(d.words))
	return d
}

// cutWords makes the words out of tokens and names.
func (d *draft) cutWords() {
	d.words = make([]word, 0, len(d.a.Tokens)+2*len(d.given)) // a name cuts two tokens at most
	n := 0
	for _, t := range d.a.Tokens {
		for start := t.Span.Start; start < t.Span.End; {
			for n < len(d.given) && d.given[n].Span.End <= start {
				n++
			}
			end, name := t.Span.End, none
			if n < len(d.given) {
				switch s := d.given[n].Span; {
				case s.Start > start:
					end = min(end, s.Start)
				default:
					end, name = min(end, s.End), n
				}
			}
			d.addWord(article.Span{Start: start, End: end}, name)
			start = end
		}
	}
}

func (d *draft) addWord(s article.Span, name int) {
	low := lower(s.Of(d.a.Text))
	if len(low) > 1 {
		low = strings.TrimSuffix(low, ".")
	}
	if name != none {
		at := &d.names[name]
		if at.last == none {
			at.first = len(d.words)
		}
		at.last = len(d.words)
	}
	d.words = append(d.words, word{span: s, low: low, sentence: none, name: int32(name), content: none, source: none})
}

func (d *draft) markSentences() {
	i := 0
	for w := range d.words {
		for i < len(d.a.Sentences) && d.a.Sentences[i].Span.End <= d.words[w].span.Start {
			i++
		}
		if i < len(d.a.Sentences) && d.a.Sentences[i].Span.Start <= d.words[w].span.Start {
			d.words[w].sentence = int32(i)
		}
	}
}

// markAttributions gives each word the attribution that began last among those in whose content, or source, it lies.
func (d *draft) markAttributions() {
	d.sweep(spansOf(d.a, func(t *article.Attribution) []article.Span { return t.Content }), func(w *word, owner int) { w.content = int32(owner) })
	d.sweep(spansOf(d.a, func(t *article.Attribution) []article.Span { return t.Source }), func(w *word, owner int) { w.source = int32(owner) })
}

// sweep calls mark for each word that lies in one of the spans, which are in order, with the innermost span's owner.
func (d *draft) sweep(spans []owned, mark func(w *word, owner int)) {
	var open []owned
	next := 0
	for w := range d.words {
		at := d.words[w].span.Start
		for next < len(spans) && spans[next].span.Start <= at {
			open = append(closed(open, spans[next].span.Start), spans[next])
			next++
		}
		if open = closed(open, at); len(open) > 0 {
			mark(&d.words[w], open[len(open)-1].owner)
		}
	}
}

// closed takes the spans that end before the offset off the stack.
func closed(open []owned, at int) []owned {
	for len(open) > 0 && open[len(open)-1].span.End <= at {
		open = open[:len(open)-1]
	}
	return open
}

func (d *draft) markQuotes() {
	q, end := 0, 0
	for w := range d.words {
		at := d.words[w].span.Start
		for q < len(d.a.Quotes) && d.a.Quotes[q].Span.Start <= at {
			end = max(end, d.a.Quotes[q].Span.End)
			q++
		}
		d.words[w].quoted = at < end
	}
}

// wordAt is the first word that starts at the offset or behind it.
func (d *draft) wordAt(offset int) int {
	w, _ := slices.BinarySearchFunc(d.words, offset, func(w word, at int) int { return cmp.Compare(w.span.Start, at) })
	return w
}

// text is the passage from the first to the last of the words.
func (d *draft) text(first, last int) string {
	return d.a.Text[d.words[first].span.Start:d.words[last].span.End]
}

// paragraph is the paragraph of a word, or none.
func (d *draft) paragraph(w int) int {
	if s := d.words[w].sentence; s != none {
		return d.a.Sentences[s].Paragraph
	}
	return none
}

// isCapital tells whether the word starts with a capital letter.
func (d *draft) isCapital(w int) bool {
	r, _ := utf8.DecodeRuneInString(d.words[w].span.Of(d.a.Text))
	return unicode.IsUpper(r)
}

// at returns the lower-case word at the index, or "" outside the text and across the end of a sentence from w.
func (d *draft) at(w, i int) string {
	if i < 0 || i >= len(d.words) || d.words[i].sentence != d.words[w].sentence {
		return ""
	}
	return d.words[i].low
}

func isPossessive(low string) bool { return low == "'s" || low == "'" }
