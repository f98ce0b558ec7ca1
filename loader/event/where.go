package event

import (
	"slices"
	"strings"
	"time"

	"github.com/newsgraph/newsgraph/loader/article"
)

// place is the mention of where it happened: a town that is the object of what was done, or the place of the sentence that
// stands best for it. A place that is only there is no participant.
func (d *draft) place(w int, e *entry, p *parts) int {
	if e.kind == article.Visit {
		if m := d.placeArgument(w, "ARG1", "ARG2", "ARGM-LOC", "ARGM-DIR", "ARGM-GOL"); m != none && m != p.actor {
			return m
		}
		return d.placeBehind(w, p, "to", "in", "at")
	}
	if m := p.recipient; m != none && (placed(e.kind) && d.onlyThere(m) || e.base == "capture" && d.isPlace(m)) {
		p.recipient = none
		return m
	}
	return d.whereabouts(w, p, e.kind, plain)
}

// reach is how many words away from its trigger what belongs to an event may stand: sentences have no longest length.
const reach = 80

// plain is how well a place must stand for an event to have happened there.
const plain = 0.8

// whereabouts is the place mention of the sentence that stands best for where it happened, and better than least; none when none does.
func (d *draft) whereabouts(w int, p *parts, kind article.EventType, least float64) int {
	best, most := none, least
	from, _ := slices.BinarySearchFunc(d.mentions, max(d.sentenceStart(w), w-reach), func(m mention, start int) int { return m.from - start })
	for i := from; i < len(d.mentions) && d.mentions[i].from < w+reach && d.sameSentence(d.mentions[i].from, w); i++ {
		if i == p.actor || i == p.recipient || !d.isPlace(i) || d.people(i) || d.words[d.mentions[i].from].mention != i {
			continue
		}
		if s := d.stands(w, i, kind); s > most {
			best, most = i, s
		}
	}
	return best
}

// local are the types of what happens in one place, so that the place of writing may be it.
func local(t article.EventType) bool {
	return slices.Contains([]article.EventType{article.Assault, article.Protest, article.Meet, article.Arrest, article.Die, article.Coerce}, t)
}

// dateline is the place of writing, for what the first paragraph tells in a sentence that names no place; none elsewhere.
func (d *draft) dateline(w int, t article.EventType) int {
	sentence := d.a.Sentences[d.words[w].sentence]
	if d.a.Dateline.Empty() || !local(t) || d.words[w].statement != none || !d.a.Paragraphs[sentence.Paragraph].Contains(d.a.Dateline) {
		return none
	}
	from, _ := slices.BinarySearchFunc(d.mentions, max(d.sentenceStart(w), w-reach), func(m mention, start int) int { return m.from - start })
	for i := from; i < len(d.mentions) && d.mentions[i].from < w+reach && d.sameSentence(d.mentions[i].from, w); i++ {
		if d.isPlace(i) {
			return none
		}
	}
	return d.writtenAt()
}

// writtenAt is the first place that the dateline names.
func (d *draft) writtenAt() int {
	from, to := d.wordsIn(d.a.Dateline)
	for w := from; w < to; w++ {
		if m := d.words[w].mention; m != none && d.kindOf(m) == article.Place {
			return m
		}
	}
	return none
}

// people tells whether the mention is of a country's people: "Korvian".
func (d *draft) people(m int) bool {
	text, name := d.mentions[m].span.Of(d.a.Text), d.a.Actors[d.mentions[m].actor].Name
	if text == name && d.sameSentence(d.mentions[m].to, d.mentions[m].from) && !d.words[d.mentions[m].to].capital && !stops(d.low(d.mentions[m].to)) {
		return strings.HasSuffix(text, "ian") || strings.HasSuffix(text, "ish") || strings.HasSuffix(text, "ese")
	}
	if text == name || len(text) < 4 {
		return false
	}
	for _, end := range []string{"ian", "an", "i", "ish", "ese", "ch", "ians", "ans", "is", "ic"} {
		if strings.HasSuffix(text, end) && strings.HasPrefix(name, text[:3]) {
			return true
		}
	}
	return false
}

// stands tells how well a place mention stands for where that happened which the word tells.
func (d *draft) stands(w, m int, kind article.EventType) float64 {
	at := &d.mentions[m]
	s := d.preposed(m, kind) - 0.06*float64(max(at.from-w, w-at.to))
	if d.placeOf(w, m, "ARGM-LOC") {
		s += 3
	} else if d.placeOf(w, m, "ARG1", "ARG2", "ARGM-DIR", "ARGM-GOL", "ARG4") {
		s += 2
	}
	if at.from < w {
		s -= 0.4
	}
	if d.is(at.to, "'s", "'") {
		s -= 1.5
	}
	if d.inChain(m) {
		s -= 1.2 // "Lisk, Korvia": the smaller place goes first
	}
	return s + d.between(w, m)
}

// between tells what the clauses between a word and a place take from the place's standing: it may be the place of one of them.
func (d *draft) between(w, m int) (s float64) {
	at := &d.mentions[m]
	for v := min(w, at.to) + 1; v < max(w, at.from); v++ {
		i := d.words[v].predicate
		switch {
		case i != none && !auxiliary(d.low(v)) && d.has(i, w): // "talks broke down in Grell"
			if d.placeOf(v, m, "ARGM-LOC") {
				s += 1.5
			}
		case i != none && !auxiliary(d.low(v)):
			s -= 0.4
			if d.placeOf(v, m, "ARGM-LOC", "ARG1", "ARG2") {
				s--
			}
		case d.is(v, ";", "said", "who", "which", "that"):
			s -= 0.7
		}
	}
	return s
}

// inChain tells whether another place right before says more exactly where: "Lisk, Korvia", "the town of Lisk in Korvia".
func (d *draft) inChain(m int) bool {
	v := d.mentions[m].from - 1
	for end := v - 3; v > max(end, 0) && !d.is(v, "'s") && (d.is(v, ",", "in", "of", "the", "(") || !stops(d.low(v)) && d.words[v].mention == none); v-- {
	}
	before := d.words[max(v, 0)].mention
	return before != none && before != m && d.isPlace(before) && !d.people(before) && d.sameSentence(v, d.mentions[m].from)
}

// preposed tells how well the words before a place make it one where something happens: "in", "the town of", "near".
func (d *draft) preposed(m int, kind article.EventType) float64 {
	v := d.mentions[m].from - 1
	for end := v - 5; v > max(end, 0) && d.sameSentence(v, d.mentions[m].from); v-- {
		low := d.low(v)
		switch {
		case low == "'s" && d.words[v-1].mention != none: // "in Velmark's northern district of Lisk"
			v = d.mentions[d.words[v-1].mention].from
		case low == "of" && d.placeWord(v-1):
		case goal(low, kind):
			return 2
		case prepositions[low] != 0:
			return prepositions[low]
		case d.words[v].mention != none:
			return 0.4
		case stops(low) || d.words[v].predicate != none && !d.placeWord(v):
			return 0.6
		}
	}
	return 0.6
}

// goal tells whether the preposition leads to the place of such an event.
func goal(low string, kind article.EventType) bool {
	return goals[low] && (kind == article.Aid || kind == article.Mobilize || kind == "") || low == "from" && kind == article.Yield
}

// prepositions tell how well what stands behind them is where something happens; goals where it goes.
var (
	prepositions = map[string]float64{
		"in": 2.5, "at": 2.5, "near": 2.5, "off": 2.5, "outside": 2.5, "inside": 2.5, "around": 2.5, "across": 2.5, "over": 2.5, "throughout": 2.5, "on": 2.5, "along": 2.5,
		"within": 2.5, "through": 2.5, "between": 2.5, "north": 2.5, "south": 2.5, "east": 2.5, "west": 2.5, "of": 0.9, "from": 0.6, "to": 0.2, "into": 0.2, "towards": 0.2, "toward": 0.2,
		"by": -1, "with": -1, "against": -1, "for": -1, "than": -1, "about": -1, "as": -1,
	}
	goals = set("to into towards toward")
)

// placeWord tells nouns for places, whose name follows behind "of".
func (d *draft) placeWord(v int) bool {
	return d.is(v, "town", "city", "village", "province", "district", "region", "state", "capital", "port", "suburb", "suburbs", "outskirts", "area", "areas", "neighborhood", "neighbourhood", "island",
		"part", "parts", "north", "south", "east", "west", "northeast", "northwest", "southeast", "southwest", "center", "centre", "heart", "streets", "coast", "border", "governorate", "countryside",
		"county", "department", "municipality", "settlement", "camp", "country", "republic", "villages", "towns", "cities", "provinces", "miles", "kilometers", "kilometres", "edge", "side", "sides")
}

// placeOf tells whether the mention is, or belongs to, an argument of the word with one of the labels.
func (d *draft) placeOf(w, m int, labels ...string) bool {
	if d.words[w].predicate == none {
		return false
	}
	for _, arg := range d.a.Predicates[d.words[w].predicate].Arguments {
		if !slices.Contains(labels, arg.Label) || arg.Confidence < sureEnough {
			continue
		}
		head := d.wordAt(arg.Head.Start)
		if head < d.mentions[m].to && head+5 > d.mentions[m].from && (head >= d.mentions[m].from || !d.stopsBetween(head+1, d.mentions[m].from)) {
			return true
		}
	}
	return false
}

// stopsBetween tells whether a word other than those that hold a name of a place together stands in between.
func (d *draft) stopsBetween(from, to int) bool {
	for v := from; v < to; v++ {
		if stops(d.low(v)) && !d.is(v, "of", "in", "the", ",") {
			return true
		}
	}
	return false
}

// Place gives the words for the place where that happened which the word at the span tells, whether the stage takes it for an event or not; the zero
// span when the text does not tell. The article needs the layers of [Stage.Contract].
func (s *Stage) Place(a *article.Article, at article.Span) article.Span {
	d := newDraft(s.lexicon, a)
	w := d.wordAt(at.Start)
	if w >= len(d.words) || d.words[w].sentence == none {
		return article.Span{}
	}
	e := d.entryAt(w)
	if e == nil {
		e = &entry{actor: []string{"ARG0"}, recipient: []string{"ARG1"}}
	}
	p := d.participants(w, e)
	if m := d.place(w, e, &p); m != none {
		return d.proper(m)
	}
	if m := d.whereabouts(w, &parts{actor: none, recipient: none}, "", 0); m != none {
		return d.proper(m)
	}
	return article.Span{}
}

// proper is the name of a place alone: "Lisk" of "northern Lisk", "Pell County" of "Pell County of East Lisk".
func (d *draft) proper(m int) article.Span {
	s := d.mentions[m].span
	for v := d.mentions[m].from; v < d.mentions[m].to-1 && !d.words[v].capital && d.words[v].low == d.words[v].span.Of(d.a.Text); v++ {
		s.Start = d.words[v+1].span.Start
	}
	for v := d.mentions[m].from + 1; v < d.mentions[m].to-1; v++ {
		if d.is(v, "of") && d.is(v-1, "district", "county", "province", "city", "region", "village", "governorate", "town") {
			s.End = d.words[v-1].span.End
			break
		}
	}
	return s
}

// placed tells the types whose object may be a place that is struck, helped or left rather than somebody.
func placed(t article.EventType) bool {
	return slices.Contains([]article.EventType{article.Assault, article.Aid, article.Yield, article.Coerce, article.Mobilize, article.Protest}, t)
}

// onlyThere tells whether a mention is of a place that does nothing in the article.
func (d *draft) onlyThere(m int) bool {
	actor := d.mentions[m].actor
	return d.a.Actors[actor].Kind == article.Place && !d.acting[actor]
}

func (d *draft) isPlace(m int) bool {
	return m != none && d.a.Actors[d.mentions[m].actor].Kind == article.Place && d.mentions[m].form == article.FormName
}

func (d *draft) placeArgument(w int, labels ...string) int {
	if d.words[w].predicate == none {
		return none
	}
	for _, arg := range d.a.Predicates[d.words[w].predicate].Arguments {
		if !slices.Contains(labels, arg.Label) || arg.Confidence < sureEnough {
			continue
		}
		head := d.wordAt(arg.Head.Start)
		if head >= len(d.words) || !d.sameSentence(head, w) {
			continue
		}
		if m := d.words[head].mention; d.isPlace(m) {
			return m
		}
		if d.is(head+1, "of") {
			if m := d.words[d.skip(head+2)].mention; d.isPlace(m) {
				return m
			}
		}
	}
	return none
}

// placeBehind is the place behind a preposition after the word, before another predicate begins.
func (d *draft) placeBehind(w int, p *parts, links ...string) int {
	for v := w + 1; v < w+16 && d.sameSentence(v, w) && !d.is(v, ";", ":", "said", "who", "which", "that"); v++ {
		if !slices.Contains(links, d.low(v)) {
			continue
		}
		next := d.skip(v + 1)
		if d.is(next, "of") {
			next = d.skip(next + 1)
		}
		if m := d.words[next].mention; d.isPlace(m) && d.sameSentence(next, w) && m != p.actor && m != p.recipient {
			return m
		}
	}
	return none
}

// date sets the days of the nearest time expression of the sentence that stands on the event's side of the quotation: what
// dates the saying does not date what is said.
func (d *draft) date(f *found, w int) {
	best, distance := none, 1<<30
	from, _ := slices.BinarySearchFunc(d.moments, max(d.sentenceStart(w), w-reach), func(m moment, start int) int { return m.word - start })
	for i := from; i < len(d.moments) && d.moments[i].word < w+reach && d.sameSentence(d.moments[i].word, w); i++ {
		v := d.moments[i].word
		if d.words[v].statement != d.words[w].statement || d.farther(v, w) {
			continue
		}
		if n := max(v-w, w-v); n < distance {
			best, distance = i, n
		}
	}
	if best == none {
		return
	}
	m := d.moments[best]
	f.From, f.To, f.Precision = m.From, m.To, string(m.Precision)
	if f.Status == article.Happened && f.From.After(d.a.PublishedAt) {
		f.From, f.To, f.Precision = time.Time{}, time.Time{}, ""
	}
}

func (d *draft) sentenceStart(w int) int {
	return d.wordAt(d.a.Sentences[d.words[w].sentence].Span.Start)
}

// farther tells whether another verb stands between the time and the word, so that the time is likely that verb's.
func (d *draft) farther(v, w int) bool {
	low, high := min(v, w), max(v, w)
	for u := low + 1; u < high; u++ {
		if i := d.words[u].predicate; i != none && d.timed(i, v) && !d.has(i, w) {
			return true
		}
	}
	return false
}

// has tells whether the word is an argument of the predicate.
func (d *draft) has(predicate, w int) bool {
	return slices.ContainsFunc(d.a.Predicates[predicate].Arguments, func(arg article.Argument) bool { return d.wordAt(arg.Head.Start) == w })
}

// timed tells whether the time at the word is an argument of the predicate.
func (d *draft) timed(predicate, v int) bool {
	for _, arg := range d.a.Predicates[predicate].Arguments {
		if at := d.wordAt(arg.Head.Start); arg.Label == "ARGM-TMP" && at >= v && at < v+4 {
			return true
		}
	}
	return false
}
