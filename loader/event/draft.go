package event

import (
	"cmp"
	"slices"
	"strings"

	"github.com/newsgraph/newsgraph/internal/timex"
	"github.com/newsgraph/newsgraph/loader/article"
)

// none stands for "no index".
const none = -1

// word is a token.
type word struct {
	span      article.Span
	low       string
	sentence  int // index into Sentences, or none
	mention   int // index into mentions of the one that holds the word, or none
	predicate int // index into Predicates, or none
	statement int // index into Statements of the innermost one whose content holds the word, or none
	cue       int // index into Statements of the first one whose cue holds the word, or none
	capital   bool
}

// mention is a mention of an actor, by words [from, to).
type mention struct {
	actor    int
	from, to int
	span     article.Span
	form     article.Form
}

// moment is a time expression at a word.
type moment struct {
	timex.Expression
	word int
}

// draft is the work on one article.
type draft struct {
	lexicon  lexicon
	a        *article.Article
	words    []word
	mentions []mention
	moments  []moment // in order
	acting   []bool   // by actor: a place that does things as a country does
	found    []found
}

// found is an event in the making.
type found struct {
	article.EventReport
	at       int // the word of the trigger
	sentence int
}

func newDraft(l lexicon, a *article.Article) *draft {
	d := &draft{lexicon: l, a: a}
	d.cutWords()
	d.markPredicates()
	d.markStatements()
	d.markMentions()
	d.readTimes()
	d.findActing()
	return d
}

func (d *draft) cutWords() {
	d.words = make([]word, len(d.a.Tokens))
	i := 0
	for w, t := range d.a.Tokens {
		for i < len(d.a.Sentences) && d.a.Sentences[i].Span.End <= t.Span.Start {
			i++
		}
		sentence := none
		if i < len(d.a.Sentences) && d.a.Sentences[i].Span.Start <= t.Span.Start {
			sentence = i
		}
		text := t.Span.Of(d.a.Text)
		d.words[w] = word{
			span: t.Span, low: strings.ToLower(strings.ReplaceAll(text, "’", "'")), sentence: sentence,
			mention: none, predicate: none, statement: none, cue: none, capital: text != "" && text[0] >= 'A' && text[0] <= 'Z',
		}
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
	for to = from; to < len(d.words) && d.words[to].span.Start < s.End; to++ {
	}
	return from, to
}

// clearPronoun is the least confidence of a pronoun that is believed.
const clearPronoun = 0.65

// markMentions gives each word the longest mention that holds it.
func (d *draft) markMentions() {
	for i := range d.a.Actors {
		for _, m := range d.a.Actors[i].Mentions {
			from, to := d.wordsIn(m.Span)
			if from < to && m.Span.Len() > 1 && (m.Form != article.FormPronoun || m.Confidence == 0 || m.Confidence >= clearPronoun) && !d.compound(m.Span, to-1) {
				d.mentions = append(d.mentions, mention{actor: i, from: from, to: to, span: m.Span, form: m.Form})
			}
		}
	}
	d.addSelves()
	slices.SortFunc(d.mentions, func(x, y mention) int {
		return cmp.Or(cmp.Compare(x.from, y.from), cmp.Compare(y.to, x.to), cmp.Compare(x.actor, y.actor))
	})
	end := 0
	for i, m := range d.mentions {
		for w := max(m.from, end); w < m.to; w++ {
			d.words[w].mention = i
		}
		end = max(end, m.to)
	}
}

// addSelves adds the "I" of those whose words are quoted.
func (d *draft) addSelves() {
	for w := range d.words {
		x := &d.words[w]
		if x.statement == none || x.low != "i" && x.low != "me" && x.low != "my" {
			continue
		}
		if s := &d.a.Statements[x.statement]; s.Kind != article.Indirect && s.Speaker >= 0 && d.a.Actors[s.Speaker].Kind == article.Person {
			d.mentions = append(d.mentions, mention{actor: s.Speaker, from: w, to: w + 1, span: x.span, form: article.FormPronoun})
		}
	}
}

// compound tells whether the name is only part of its last word, which says something else: "Syria-related", "US-backed", and of people "US-led".
func (d *draft) compound(s article.Span, last int) bool {
	word := d.words[last].span
	if word.End <= s.End+1 || d.a.Text[s.End] != '-' {
		return false
	}
	switch ending := strings.ToLower(d.a.Text[s.End+1 : word.End]); ending {
	case "born", "style", "wide", "bound", "held", "like", "era", "run", "made", "built", "friendly":
		return true
	case "led":
		return d.peopleBehind(last + 1)
	default:
		return strings.HasSuffix(ending, "ed")
	}
}

// peopleBehind tells whether people, or a name, stand within a few words: "US-led rebels", not "US-led strikes".
func (d *draft) peopleBehind(w int) bool {
	for v := w; v < w+4 && d.sameSentence(v, w) && !stops(d.low(v)); v++ {
		if people(d.low(v)) || band(d.low(v)) || d.words[v].capital {
			return true
		}
	}
	return false
}

// band tells words for who acts together.
func band(low string) bool {
	switch low {
	case "coalition", "alliance", "force", "mission", "rebels", "militias", "group", "groups", "faction", "factions", "regime", "brigade", "brigades", "allies":
		return true
	}
	return false
}

func (d *draft) markPredicates() {
	for i, p := range d.a.Predicates {
		if w := d.wordAt(p.Span.Start); w < len(d.words) && d.words[w].span.Start <= p.Span.Start {
			d.words[w].predicate = i
		}
	}
}

// markStatements gives each word the innermost statement, which is the shortest content around it.
func (d *draft) markStatements() {
	order := make([]int, len(d.a.Statements))
	size := make([]int, len(order))
	for i, s := range d.a.Statements {
		order[i] = i
		for _, c := range s.Content {
			size[i] += c.Len()
		}
	}
	slices.SortStableFunc(order, func(x, y int) int { return cmp.Compare(size[y], size[x]) })
	for i := len(d.a.Statements) - 1; i >= 0; i-- {
		from, to := d.wordsIn(d.a.Statements[i].Cue)
		for w := from; w < to; w++ {
			d.words[w].cue = i
		}
	}
	for _, i := range order {
		for _, c := range d.a.Statements[i].Content {
			from, to := d.wordsIn(c)
			for w := from; w < to; w++ {
				d.words[w].statement = i
			}
		}
	}
}

func (d *draft) readTimes() {
	r := timex.NewReader(d.a.PublishedAt)
	for _, s := range d.a.Sentences {
		for _, e := range r.Sentence(s.Span.Of(d.a.Text)) {
			d.moments = append(d.moments, moment{e, d.wordAt(s.Span.Start + e.Start)})
		}
	}
}

// findActing tells the places that act: they do something, speak, or are named by their people ("Korvian").
func (d *draft) findActing() {
	d.acting = make([]bool, len(d.a.Actors))
	for _, s := range d.a.Statements {
		if s.Speaker >= 0 {
			d.acting[s.Speaker] = true
		}
	}
	for _, p := range d.a.Predicates {
		for _, arg := range p.Arguments {
			if w := d.wordAt(arg.Head.Start); arg.Label == "ARG0" && w < len(d.words) && d.words[w].mention >= 0 {
				d.acting[d.mentions[d.words[w].mention].actor] = true
			}
		}
	}
}

// low is the word at the index, or "" outside the text.
func (d *draft) low(w int) string {
	if w < 0 || w >= len(d.words) {
		return ""
	}
	return d.words[w].low
}

func (d *draft) is(w int, lows ...string) bool { return slices.Contains(lows, d.low(w)) }

// sameSentence tells whether two words stand in one sentence.
func (d *draft) sameSentence(v, w int) bool {
	return v >= 0 && w >= 0 && v < len(d.words) && w < len(d.words) && d.words[v].sentence == d.words[w].sentence &&
		d.words[v].sentence != none
}
