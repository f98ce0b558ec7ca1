package event

import (
	"cmp"
	"math"
	"slices"
	"strings"

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
	if word.sentence == none || word.mention != none || d.inTitle(w) || d.beforeLinks(w) {
		return nil
	}
	var best *entry
	for _, e := range d.lexicon[word.low] {
		if e.noun != d.nounAt(w, e) || !e.noun && word.predicate == none || len(e.follows) > 0 && !d.soonAfter(w, e.follows, e.noun) || d.avoided(w, e) {
			continue
		}
		if best == nil || len(e.follows) > 0 && len(best.follows) == 0 {
			best = e
		}
	}
	return best
}

// soonAfter tells whether one of the words comes soon after the word. "of" and "by" must come right behind a noun.
func (d *draft) soonAfter(w int, words []string, noun bool) bool {
	for v := w + 1; v <= w+soon && d.sameSentence(v, w); v++ {
		if slices.Contains(words, d.low(v)) && (!noun || v <= w+2 || !d.is(v, "of", "by")) {
			return true
		}
		if d.is(v, ".", ";", ":") {
			return false
		}
	}
	return false
}

// avoided tells whether a word stands behind it that makes something else of it.
func (d *draft) avoided(w int, e *entry) bool {
	for v := w + 1; v <= w+9 && d.sameSentence(v, w) && !d.is(v, ".", ";", ":"); v++ {
		if slices.Contains(e.avoids, d.low(v)) || v == w+1 && slices.Contains(e.avoids, "+"+d.low(v)) {
			return true
		}
	}
	return !e.noun && d.somethingElse(w, e)
}

// somethingElse tells whether a verb means something else by what stands before it: "was met with silence", "a man named Wick", "free to go".
func (d *draft) somethingElse(w int, e *entry) bool {
	switch v := d.verbPlace(w); {
	case e.kind == article.Meet:
		return d.passive(w) && (!d.is(w+1, "by") || !d.nameAt(w+2))
	case e.base == "call":
		return !d.is(w+1, "on", "upon")
	case e.base == "shoot":
		return d.shotNobody(w)
	case e.base == "name":
		return d.low(w) == "named" && !auxiliary(d.low(v)) && d.words[v].mention == none && !d.pronounAt(v) && !d.is(v, "and", ",", "later", "recently")
	default:
		return d.low(w) == e.base && d.is(v, "is", "are", "was", "were", "be", "been", "'re", "'s") && !slices.Contains(e.irregular, e.base)
	}
}

// shotNobody tells whether a gun, a film or an idea is shot.
func (d *draft) shotNobody(w int) bool {
	if d.is(w+1, "down") {
		return !d.sentenceHas(w, []string{"plane", "jet", "aircraft", "airliner", "helicopter", "drone", "missile", "balloon", "pilot"})
	}
	return d.is(d.phraseEnd(w)-1, "gun", "guns", "rifle", "rifles", "pistol", "skeet", "look", "glance", "movie", "video", "scene", "selfie", "hoops", "basketball")
}

// beforeLinks tells whether the word stands in headlines that a page has put into a sentence; their last word is "MORE".
func (d *draft) beforeLinks(w int) bool {
	for v := w + 1; v < w+reach && d.sameSentence(v, w); v++ {
		if text := d.words[v].span.Of(d.a.Text); strings.HasPrefix(text, "MORE") && (text == "MORE" || len(text) > 4 && text[4] == 0xE2) {
			return true
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
	if d.notDone(w, e) {
		return
	}
	p := d.participants(w, e)
	place := d.place(w, e, &p)
	if e.base == "capture" && p.recipient == none && place != none {
		e = &entry{kind: article.Assault, base: e.base}
	}
	if d.idle(w, e, &p) || d.natural(w, e, &p) || d.peaceful(w, e) || d.missed(w, e, &p) || !d.fit(w, e, &p, place) {
		return
	}
	if place == none {
		place = d.dateline(w, e.kind)
	}
	f := found{at: w, sentence: d.words[w].sentence}
	f.Mode = modes[d.kind(w, e, &p)][e.base]
	f.Type, f.Trigger, f.Named, f.Place, f.ReportedBy = d.kind(w, e, &p), d.words[w].span, none, none, d.words[w].statement
	if place != none {
		f.Place = d.mentions[place].actor
	}
	f.add(d, p.actor, article.ActorRole)
	f.add(d, p.recipient, article.RecipientRole)
	f.addJoined(d, w, &p)
	f.Status = d.status(w)
	if by := d.saidIn(w, e, &p); by != none {
		f.ReportedBy = by
	}
	d.date(&f, w)
	f.Confidence, f.Reason = d.sure(w, &p)
	d.found = append(d.found, f)
}

// notDone tells whether the word only tells what did not take place, what somebody wants, or what another noun is like.
func (d *draft) notDone(w int, e *entry) bool {
	return d.calledOff(w) || d.wished(w) || e.noun && (d.wanted(w) || d.partOfNoun(w))
}

// kind is the type of the event: an attack of words is an accusation, a strike without weapons a protest.
func (d *draft) kind(w int, e *entry, p *parts) article.EventType {
	switch {
	case e.kind != article.Assault || d.armed(w, p):
		return e.kind
	case e.base == "launch" && d.kindOf(p.actor) == article.Person:
		return article.Accuse
	case strings.HasPrefix(d.low(w), "strike") && d.kindOf(p.recipient) == article.Organization && !d.is(w+1, "on"):
		return article.Protest
	case d.verbal(w, p):
		return article.Accuse
	}
	return e.kind
}

// idle tells whether a verb is told to somebody rather than of somebody ("Blame the rain"), or what it is done to shows that it is a figure of
// speech ("killed the plan").
func (d *draft) idle(w int, e *entry, p *parts) bool {
	switch {
	case e.noun:
		return false
	case e.base == "patrol":
		return d.kindOf(p.actor) == article.Person
	case e.base == "kill" && p.recipient == none && determiner(d.low(w+1)) && !d.passive(w):
		return !living(d.low(d.phraseEnd(w) - 1))
	case d.low(w) == e.base && p.actor == none && !slices.Contains(e.irregular, e.base):
		return w == d.sentenceStart(w) || d.is(w-1, "“", "\"", "maybe", "please", "don't", "just", ":", "—")
	}
	return false
}

// natural tells whether an illness or an accident did it, and nobody, or whether machines alone are attacked.
func (d *draft) natural(w int, e *entry, p *parts) bool {
	return e.kind == article.Assault && (p.actor == none && d.sentenceHas(w, disasters) || d.sentenceHas(w, []string{"cyber", "hack"}))
}

// peaceful tells whether a strike is not said to be one of workers.
func (d *draft) peaceful(w int, e *entry) bool {
	return e.kind == article.Protest && strings.HasPrefix(d.low(w), "strike") && !d.is(w-1, "on", "general", "hunger", "labor", "labour", "nationwide", "wildcat", "rail", "dock", "teachers", "day")
}

// fit tells whether those who take part are enough for the event, and of a kind that can take part in it.
func (d *draft) fit(w int, e *entry, p *parts, place int) bool {
	switch {
	case p.actor == none && p.recipient == none:
		return place != none && (e.kind == article.Assault || e.kind == article.Protest)
	case e.needed && p.recipient == none && (place == none || mutual(e.kind) || e.kind == article.Yield):
		return false
	case e.kind == article.Yield && slices.Contains([]string{"retreat", "withdraw", "withdrawal", "pull"}, e.base):
		return p.recipient != none || d.sentenceHas(w, []string{"troop", "force", "soldier", "army", "fighter", "military", "tank"}) || d.placeBehind(w, p, "from") != none
	}
	return whoFits(e.kind, d.kindOf(p.actor), d.kindOf(p.recipient))
}

// whoFits tells whether entities of these kinds, "" for nobody, can take part in an event of the type.
func whoFits(kind article.EventType, actor, recipient article.Kind) bool {
	switch kind {
	case article.Request, article.Threaten, article.Reject, article.Support, article.Aid, article.Mobilize:
		return actor != ""
	case article.Die, article.Resign:
		return actor == article.Person
	case article.Visit:
		return actor != "" && actor != article.Place
	case article.Appoint, article.Arrest:
		return recipient != "" && recipient != article.Place
	case article.Elect:
		return recipient != ""
	case article.Acquire:
		return recipient != "" && recipient != article.Place
	}
	return true
}

// kindOf is the kind of a mention's actor; "" of none.
func (d *draft) kindOf(m int) article.Kind {
	if m == none {
		return ""
	}
	return d.a.Actors[d.mentions[m].actor].Kind
}

// saidIn is the statement by which its speaker does what the word tells: who accuses in words that the article reports does so there.
func (d *draft) saidIn(w int, e *entry, p *parts) int {
	if p.actor == none || !slices.Contains([]article.EventType{article.Accuse, article.Request, article.Threaten, article.Reject, article.Support}, e.kind) {
		return none
	}
	if i := d.words[w].cue; i != none && d.a.Statements[i].Speaker == d.mentions[p.actor].actor {
		return i
	}
	return none
}

func (f *found) add(d *draft, m int, as article.ParticipantRole) {
	if m != none {
		f.Participants = append(f.Participants, article.Participant{Actor: d.mentions[m].actor, As: as, Span: d.mentions[m].span})
	}
}

// addJoined adds who is joined to those who take part, unless they are already in it.
func (f *found) addJoined(d *draft, w int, p *parts) {
	for _, side := range []struct {
		of int
		as article.ParticipantRole
	}{{p.actor, article.ActorRole}, {p.recipient, article.RecipientRole}} {
		m := d.joined(side.of, w)
		if m == none || slices.ContainsFunc(f.Participants, func(x article.Participant) bool { return x.Actor == d.mentions[m].actor }) {
			continue
		}
		f.add(d, m, side.as)
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
	for j := i - 1; j >= max(0, i-reach) && d.found[j].sentence == f.sentence; j-- {
		if same(j) {
			return true
		}
	}
	for j := i + 1; j < min(len(d.found), i+reach) && d.found[j].sentence == f.sentence; j++ {
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
