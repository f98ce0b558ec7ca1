package identity

import (
	"cmp"
	"fmt"
	"slices"
	"strings"
	"time"

	"github.com/newsgraph/newsgraph/graph"
)

// eventBlock is the kind of blocks of coded events: those of a type with a participant, in two weeks, or years of what happens once.
const eventBlock = "event/"

// worthEvent is the score from which on two events are suggested as one. Of events there are many, and what joins them seldom matters as much as
// with people.
const worthEvent = 0.8

// Limits of what is compared.
const (
	maxEventDays = 31  // an event of more days is joined by its key alone
	maxEventPart = 120 // keys; where so many events of a type have a participant in a week, nobody could tell them apart
)

// eventFacts reads from a key what it tells of its event; ok tells whether it is one of a coded event with days.
func eventFacts(key graph.Key) (f EventFacts, ok bool) {
	e, ok := key.Identity()
	if !ok {
		return f, false
	}
	f = EventFacts{Type: string(e.Type), Actors: e.Actors, Recipients: e.Recipients, Place: e.Place}
	if day, reported := strings.CutPrefix(e.On, reportedOn); reported {
		f.Published, ok = readDay(day)
		return f, ok
	}
	from, to, interval := strings.Cut(e.On, "..")
	if f.From, ok = readDay(from); ok {
		f.To = f.From.AddDate(0, 0, 1)
		if interval {
			f.To, ok = readDay(to)
		}
		return f, ok
	}
	month, err := time.Parse("2006-01", e.On)
	f.From, f.To = month, month.AddDate(0, 1, 0)
	return f, err == nil
}

func readDay(day string) (time.Time, bool) {
	t, err := time.Parse(time.DateOnly, day)
	return t, err == nil
}

// codedEvent is what a key tells of its event, and its blocks. Two keys with a participant who may be the same and with days that may fit share one.
func codedEvent(key graph.Key) (f EventFacts, blocks []string) {
	f, ok := eventFacts(key)
	if !ok || f.To.Sub(f.From) > maxEventDays*dayApart {
		return f, nil
	}
	from, to, _ := f.days()
	unit := weekApart
	if once[f.Type] {
		unit = yearApart
	}
	first, last := from.Unix()/int64(unit.Seconds()), to.Unix()/int64(unit.Seconds())+1
	for _, who := range slices.Concat(f.Actors, f.Recipients) {
		for n := first; n <= last; n++ {
			name := fmt.Sprintf("%s%s/%s/%d", eventBlock, f.Type, lastWord(who), n)
			if len(name) <= graph.MaxBlockName && !slices.Contains(blocks, name) {
				blocks = append(blocks, name)
			}
		}
	}
	return f, blocks
}

// lastWord is what keys that [sameActor] takes for one have in common.
func lastWord(key graph.Key) string {
	words := strings.Fields(key.Name())
	if len(words) == 0 {
		return ""
	}
	if key.Kind() == graph.KindPerson {
		p := parsePerson(key.Name())
		return "person " + canonOrWord(p.last())
	}
	return words[len(words)-1]
}

// events judges the pairs of a block of events, or of a part of it.
type events struct {
	block *graph.Block
	all   []*name
}

func newEvents(b *graph.Block, all []*name) *events { return &events{b, all} }

func (e *events) score(i, j int) float64 {
	score, _ := CompareEvents(&e.all[i].event, &e.all[j].event)
	return score
}

// parts are events that have nothing to do with the others.
func (e *events) parts(of []graph.Key) (parts [][]graph.Key) {
	for _, part := range linked(len(e.all), places(e.block, of), func(i, j int) bool { return e.score(i, j) >= worthEvent }) {
		parts = append(parts, keysAt(e.block, part))
	}
	return parts
}

// wanted is nothing: their keys tell all.
func (e *events) wanted() []graph.Key { return nil }

// judge judges the pairs that are first in this block. Of the events that are one, each is joined once: their pairs are the branches of a tree.
func (e *events) judge() (out []graph.Judgement) {
	if len(e.all) > maxEventPart {
		return nil
	}
	scores := map[[2]int]float64{}
	var pairs [][2]int
	for i := range e.all {
		for j := range i {
			at := [2]int{i, j}
			if scores[at] = e.score(i, j); scores[at] >= worthEvent {
				pairs = append(pairs, at)
			}
		}
	}
	slices.SortStableFunc(pairs, func(x, y [2]int) int { return cmp.Compare(scores[y], scores[x]) })
	l := newLinkage(len(e.all), func(i, j int) bool { return i == j || scores[[2]int{max(i, j), min(i, j)}] > 0 })
	for _, p := range pairs {
		i, j := p[0], p[1]
		if l.together(i, j) {
			continue
		}
		if scores[p] >= SureEvent {
			l.link(i, j)
		}
		if owner(e.all[i], e.all[j], eventBlock) == e.block.Name {
			out = append(out, e.judged(i, j, l.together(i, j)))
		}
	}
	return out
}

func (e *events) judged(i, j int, together bool) graph.Judgement {
	score, why := CompareEvents(&e.all[i].event, &e.all[j].event)
	out := graph.Judgement{A: e.block.Keys[i].Key, B: e.block.Keys[j].Key, Verdict: graph.Unsure, Score: score, Author: "event", Reason: why + "."}
	if together {
		out.Verdict = graph.Same
	}
	return out
}
