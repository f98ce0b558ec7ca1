package statement

import (
	"cmp"
	"math"
	"slices"
	"strings"

	"github.com/newsgraph/newsgraph/internal/timex"
	"github.com/newsgraph/newsgraph/loader/article"
)

// none stands for "no index".
const none = -1

// word is a token with its form in the lexicon.
type word struct {
	span     article.Span
	low      string
	sentence int // index into Sentences, or none
}

// mention is a mention of one of the article's actors.
type mention struct {
	*article.Mention
	actor int
}

// made is a statement in the making.
type made struct {
	article.Statement
	cues    []article.Span
	sources []article.Span
	length  int // bytes of content
	// where is the passage outside the content that belongs to the statement: its sentence.
	sentence int
	told     bool // addressees are known already
}

// draft is the work on one article.
type draft struct {
	*Stage
	a        *article.Article
	words    []word
	mentions []mention // of all actors, by their first byte, the longer first
	roles    []article.Span
	made     []made
	outlets  map[int]bool         // organizations to which something is said
	times    [][]timex.Expression // of each sentence; nil until one is needed
}

func newDraft(s *Stage, a *article.Article) *draft {
	d := &draft{Stage: s, a: a}
	d.cutWords()
	for i := range a.Actors {
		for j := range a.Actors[i].Mentions {
			d.mentions = append(d.mentions, mention{Mention: &a.Actors[i].Mentions[j], actor: i})
		}
	}
	slices.SortFunc(d.mentions, func(x, y mention) int {
		return cmp.Or(cmp.Compare(x.Span.Start, y.Span.Start), cmp.Compare(y.Span.End, x.Span.End),
			cmp.Compare(acting(x), acting(y)), cmp.Compare(x.actor, y.actor))
	})
	// A capital that acts mentions its country besides the city; here the country counts.
	d.mentions = slices.CompactFunc(d.mentions, func(x, y mention) bool { return x.Span == y.Span })
	for _, r := range a.Roles {
		d.roles = append(d.roles, r.Span)
	}
	slices.SortFunc(d.roles, byStart)
	return d
}

// acting sorts the country for which a capital acts before the city.
func acting(m mention) int {
	if m.Reason.Code == "capital" {
		return 0
	}
	return 1
}

func byStart(x, y article.Span) int {
	return cmp.Or(cmp.Compare(x.Start, y.Start), cmp.Compare(x.End, y.End))
}

func (d *draft) cutWords() {
	d.words = make([]word, len(d.a.Tokens))
	i := 0
	for w, t := range d.a.Tokens {
		low := strings.ToLower(strings.ReplaceAll(t.Span.Of(d.a.Text), "’", "'"))
		if len(low) > 1 {
			low = strings.TrimSuffix(low, ".")
		}
		for i < len(d.a.Sentences) && d.a.Sentences[i].Span.End <= t.Span.Start {
			i++
		}
		sentence := none
		if i < len(d.a.Sentences) && d.a.Sentences[i].Span.Start <= t.Span.Start {
			sentence = i
		}
		d.words[w] = word{span: t.Span, low: low, sentence: sentence}
	}
}

// wordAt is the first word that ends after the offset.
func (d *draft) wordAt(offset int) int {
	i, _ := slices.BinarySearchFunc(d.words, offset, func(w word, at int) int {
		if w.span.End <= at {
			return -1
		}
		return 1
	})
	return i
}

// wordsIn are the words [from, to) that start in the span.
func (d *draft) wordsIn(s article.Span) (from, to int) {
	from = d.wordAt(s.Start)
	to = from
	for to < len(d.words) && d.words[to].span.Start < s.End {
		to++
	}
	return from, to
}

// low is the word at the index, or "" outside the text.
func (d *draft) low(w int) string {
	if w < 0 || w >= len(d.words) {
		return ""
	}
	return d.words[w].low
}

func (d *draft) isCapital(w int) bool {
	c := d.a.Text[d.words[w].span.Start]
	return c >= 'A' && c <= 'Z'
}

// mentionsIn are the mentions that lie in the span.
func (d *draft) mentionsIn(s article.Span) []mention {
	i, _ := slices.BinarySearchFunc(d.mentions, s.Start, func(m mention, at int) int { return cmp.Compare(m.Span.Start, at) })
	var out []mention
	for ; i < len(d.mentions) && d.mentions[i].Span.Start < s.End; i++ {
		if d.mentions[i].Span.End <= s.End {
			out = append(out, d.mentions[i])
		}
	}
	return out
}

// mentionAt is the longest mention that starts in the word and ends by the limit.
func (d *draft) mentionAt(w, limit int) (mention, bool) {
	s := d.words[w].span
	i, _ := slices.BinarySearchFunc(d.mentions, s.Start, func(m mention, at int) int { return cmp.Compare(m.Span.Start, at) })
	for ; i < len(d.mentions) && d.mentions[i].Span.Start < s.End; i++ {
		if d.mentions[i].Span.End <= limit {
			return d.mentions[i], true
		}
	}
	return mention{}, false
}

// sentenceAt is the sentence of the offset, or none.
func (d *draft) sentenceAt(offset int) int {
	if w := d.wordAt(offset); w < len(d.words) {
		return d.words[w].sentence
	}
	return none
}

// sort puts the statements into the order of the first byte of their content, the longer first.
func (d *draft) sort() {
	slices.SortStableFunc(d.made, func(x, y made) int {
		return cmp.Or(cmp.Compare(x.Content[0].Start, y.Content[0].Start), cmp.Compare(y.length, x.length))
	})
}

// finish writes the statements into the article.
func (d *draft) finish() {
	for i := range d.made {
		s := d.made[i].Statement
		s.Confidence = min(max(s.Confidence, 0.05), 1)
		s.Confidence = percent(s.Confidence)
		if s.Mode == "" {
			s.Mode = article.Said
		}
		d.a.Statements = append(d.a.Statements, s)
	}
}

// percent rounds a confidence: it is a rule's estimate, and more digits would claim too much.
func percent(confidence float64) float64 { return math.Round(confidence*100) / 100 }

func span(start, end int) article.Span { return article.Span{Start: start, End: end} }
