package event

import (
	"cmp"
	"math"
	"slices"

	"github.com/newsgraph/newsgraph/loader/article"
)

// soon is within how many words what an entry asks for must follow.
const soon = 6

// code finds the coded events.
func (d *draft) code() {
	if len(d.a.Predicates) == 0 {
		return
	}
	for w := range d.words {
		if e := d.entryAt(w); e != nil {
			d.event(w, e)
		}
	}
}

// entryAt is the entry of a word that stands where it can tell an event.
func (d *draft) entryAt(w int) *entry {
	word := &d.words[w]
	if word.sentence == none || word.mention != none || d.inTitle(w) {
		return nil
	}
	var best *entry
	for _, e := range d.lexicon[word.low] {
		if e.noun != d.nounAt(w, e) || !e.noun && word.predicate == none || len(e.follows) > 0 && !d.follows(w, e) {
			continue
		}
		if best == nil || len(e.follows) > 0 && len(best.follows) == 0 {
			best = e
		}
	}
	return best
}

// nounAt tells whether the word stands as a noun stands.
func (d *draft) nounAt(w int, e *entry) bool {
	only := true // of one class alone in the lexicon
	for _, other := range d.lexicon[d.low(w)] {
		only = only && other.noun == e.noun
	}
	if only {
		return e.noun
	}
	if d.gerund(w) {
		return d.is(w+1, "of", "by") || d.is(w-1, "the", "a", "'s")
	}
	if d.is(w-1, "to", "will", "would", "could", "may", "might", "not", "who", "and") {
		return d.is(w-2, "visit", "visits", "due", "according", "prior") && d.is(w-1, "to")
	}
	if d.is(w-1, "the", "a", "an", "'s", "his", "her", "their", "its", "our", "this", "that", "of", "by", "in", "after", "before", "for", "on", "under", "with", "new",
		"first", "last", "any", "no", "joint", "deadly", "planned", "general", "'", "air", "terror", "suicide", "state", "official") {
		return true
	}
	return (w == 0 || d.words[w-1].mention == none) && d.is(w+1, "of", "by", "between", "with", "against", "on")
}

func (d *draft) follows(w int, e *entry) bool {
	for v := w + 1; v <= w+soon && d.sameSentence(v, w); v++ {
		if slices.Contains(e.follows, d.low(v)) {
			return true
		}
		if d.is(v, ".", ";", ":") {
			return false
		}
	}
	return false
}

// inTitle tells whether the word stands in quote marks without being somebody's words: a title, a name, a turn of speech.
func (d *draft) inTitle(w int) bool {
	if i := d.words[w].statement; i != none && (d.a.Statements[i].Speaker >= 0 || !d.a.Statements[i].Cue.Empty()) {
		return false
	}
	i, found := slices.BinarySearchFunc(d.a.Quotes, d.words[w].span.Start, func(q article.Quote, at int) int {
		return cmp.Compare(q.Span.Start, at)
	})
	if !found {
		i--
	}
	return i >= 0 && d.a.Quotes[i].Span.Contains(d.words[w].span)
}

// event adds the event that a word tells, if anybody with a name takes part in it.
func (d *draft) event(w int, e *entry) {
	if d.calledOff(w) || d.wished(w) {
		return
	}
	p := d.participants(w, e)
	place := d.place(w, e, &p)
	if p.actor == none && p.recipient == none || e.needed && p.recipient == none && place == none {
		return
	}
	f := found{at: w, sentence: d.words[w].sentence}
	f.Type, f.Trigger, f.Named, f.Place, f.ReportedBy = e.kind, d.words[w].span, none, none, d.words[w].statement
	if place != none {
		f.Place = d.mentions[place].actor
	}
	f.add(d, p.actor, article.ActorRole)
	f.add(d, p.recipient, article.RecipientRole)
	f.Status = d.status(w)
	d.date(&f, w)
	f.Confidence, f.Reason = d.sure(w, &p)
	d.found = append(d.found, f)
}

func (f *found) add(d *draft, m int, as article.ParticipantRole) {
	if m != none {
		f.Participants = append(f.Participants, article.Participant{Actor: d.mentions[m].actor, As: as, Span: d.mentions[m].span})
	}
}

// sure is how sure the event is, in hundredths: the predicate, and how its participants were found.
func (d *draft) sure(w int, p *parts) (float64, article.Reason) {
	confidence := 0.6
	if i := d.words[w].predicate; i != none {
		confidence = 0.5 + 0.4*d.a.Predicates[i].Confidence
	}
	reason := article.Reason{Code: "roles", Text: "The words around “" + d.words[w].span.Of(d.a.Text) + "” take its roles."}
	if p.guessed {
		confidence -= 0.2
		reason = article.Reason{Code: "position", Text: "They stand beside “" + d.words[w].span.Of(d.a.Text) + "” as its participants stand."}
	}
	return math.Round(100*confidence) / 100, reason
}

// finish gives the events in order, each deed of a sentence once.
func (d *draft) finish() []article.EventReport {
	slices.SortStableFunc(d.found, func(x, y found) int { return cmp.Compare(x.Trigger.Start, y.Trigger.Start) })
	var out []article.EventReport
	for i := range d.found {
		if !d.told(i) {
			out = append(out, d.found[i].EventReport)
		}
	}
	return out
}

// told tells whether another event of the sentence is the same deed with as many participants or more.
func (d *draft) told(i int) bool {
	f := &d.found[i]
	same := func(j int) bool {
		g := &d.found[j]
		return g.sentence == f.sentence && g.Type == f.Type && f.Named == none && f.within(g) && (len(g.Participants) > len(f.Participants) || j < i)
	}
	for j := i - 1; j >= 0 && d.found[j].sentence == f.sentence; j-- {
		if same(j) {
			return true
		}
	}
	for j := i + 1; j < len(d.found) && d.found[j].sentence == f.sentence; j++ {
		if same(j) {
			return true
		}
	}
	return false
}

// within tells whether all participants take part in the other event too.
func (f *found) within(g *found) bool {
	for _, p := range f.Participants {
		if !slices.ContainsFunc(g.Participants, func(q article.Participant) bool { return q.Actor == p.Actor }) {
			return false
		}
	}
	return true
}
