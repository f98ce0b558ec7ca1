package statement

import (
	"cmp"
	"slices"
	"strings"

	"github.com/newsgraph/newsgraph/loader/article"
)

// maxPairBack is how many sentences before "both countries" the two are looked for.
const maxPairBack = 4

// maxNamed is how many mentions are gone back over for them.
const maxNamed = 48

// group reads words for others in the content that say how many they are: "both countries", "the two men", "neither", "them both", "its
// neighbour", and "they" right behind "Norway and Peru". They stand for the last of their kind that were named before, without the speaker.
func (t *targets) group() {
	w, to := t.wordsIn(shortened(t.m.Content[0]))
	for to = min(to, w+maxClause); w < to; w++ {
		kinds, words, sure := t.pairWord(w)
		if words == 0 {
			continue
		}
		those := t.those(w, kinds, sure)
		if t.words[w].span.Start == t.m.Content[0].Start && t.isUrged() {
			t.m.Addressees = slices.Compact(slices.Sorted(slices.Values(slices.Concat(t.m.Addressees, those))))
		}
		for _, actor := range those {
			t.add(mention{actor: actor, Mention: &article.Mention{Span: span(t.words[w].span.Start, t.words[w+words-1].span.End)}},
				link{0.6, "group", "The content speaks of the two that were named before."})
		}
		return
	}
}

// isUrged tells that the content begins with those of whom it wants something: "urged [both countries to go]".
func (t *targets) isUrged() bool {
	if t.m.Cue.Empty() || t.m.Kind == article.Direct {
		return false
	}
	w := t.wordAt(t.m.Cue.End - 1)
	return t.lex.tell[t.low(w)] || t.low(w) == "on" && strings.HasPrefix(t.low(w-1), "call")
}

// those are the two for whom the words at w stand, or the one country for "its neighbour".
func (t *targets) those(w int, kinds []article.Kind, sure bool) []int {
	if !isNeighbour(t.low(w + 1)) {
		return t.two(w, kinds, sure)
	}
	if list := t.namedBefore(w, true)[article.Place]; len(list) > 0 && t.words[w].sentence-t.words[t.wordAt(list[0].Span.Start)].sentence <= 1 {
		return []int{list[0].actor}
	}
	return nil
}

func isNeighbour(low string) bool { return low == "neighbour" || low == "neighbor" }

// pairWord tells of what kinds the words at w are a pair, how many words they are, and whether they say that there are two.
func (t *targets) pairWord(w int) (kinds []article.Kind, words int, sure bool) {
	all := []article.Kind{article.Person, article.Place, article.Organization}
	next := t.low(w + 1)
	switch low := t.low(w); low {
	case "both", "two", "either", "neither":
		return t.countedPair(w, all)
	case "its":
		if isNeighbour(next) {
			return []article.Kind{article.Place}, 2, true
		}
	case "they":
		return all, 1, false
	case "them":
		if next == "both" {
			return all, 2, true
		}
		return all, 1, false
	}
	return nil, 0, false
}

// countedPair reads "both sides", "two ministers", "neither of them" and "neither".
func (t *targets) countedPair(w int, all []article.Kind) (kinds []article.Kind, words int, sure bool) {
	next := t.low(w + 1)
	kind := kindOfNoun(next)
	switch low := t.low(w); {
	case next == "of" && t.low(w+2) == "them":
		return all, 3, true
	case next == "sides" && (low == "both" || low == "two"):
		return []article.Kind{article.Place, article.Organization, article.Person}, 2, true
	case kind != "" && (low == "both" || low == "two"):
		return []article.Kind{kind}, 2, true
	case low == "neither" && next != "nor" && kind == "":
		return all, 1, true
	}
	return nil, 0, false
}

// kindOfNoun is the kind of those that the plural noun stands for, or "".
func kindOfNoun(low string) article.Kind {
	switch low {
	case "countries", "nations", "governments", "states", "neighbours", "neighbors", "capitals", "powers", "cities", "towns":
		return article.Place
	case "companies", "firms", "clubs", "teams", "banks", "parties", "groups", "unions", "agencies", "organizations", "organisations", "airlines":
		return article.Organization
	case "men", "women", "leaders", "presidents", "ministers", "candidates", "politicians", "brothers", "sisters", "rivals", "mayors", "senators",
		"families", "players", "coaches", "lawyers", "diplomats":
		return article.Person
	}
	return ""
}

// two are the last two of a kind that were named before the word; of several kinds the first that has two. Without words that say
// that there are two, they must be the last that were named, and together: "Norway and Peru".
func (t *targets) two(w int, kinds []article.Kind, sure bool) []int {
	found := t.namedBefore(w, false)
	for _, kind := range kinds {
		if list := found[kind]; len(list) > 1 && (sure || t.together(list[1], list[0], t.words[w].sentence)) {
			return []int{list[1].actor, list[0].actor}
		}
	}
	return nil
}

// namedBefore are the last mentions, one an actor and the last first, of those who are named near before the word; of places that only
// tell where something is when where is set.
func (t *targets) namedBefore(w int, where bool) map[article.Kind][]mention {
	found := map[article.Kind][]mention{}
	i, _ := slices.BinarySearchFunc(t.mentions, t.words[w].span.Start, func(m mention, at int) int { return cmp.Compare(m.Span.Start, at) })
	last := i - 1
	for i = last; i >= 0 && last-i < maxNamed; i-- {
		x := t.mentions[i]
		first, kind := t.wordAt(x.Span.Start), t.a.Actors[x.actor].Kind
		if t.words[w].sentence-t.words[first].sentence > maxPairBack {
			break
		}
		if x.actor == t.m.Speaker || t.outlets[x.actor] || t.a.Dateline.Contains(x.Span) || !where && kind == article.Place && x.Reason.Code != "capital" && t.isWhere(first) || t.isTitleOf(x) ||
			slices.ContainsFunc(found[kind], func(y mention) bool { return y.actor == x.actor }) {
			continue
		}
		found[kind] = append(found[kind], x)
	}
	return found
}

// isTitleOf tells that the mention only says whose title follows: "Norwegian" in "Norwegian Prime Minister".
func (d *draft) isTitleOf(x mention) bool {
	w := d.wordAt(x.Span.End)
	if isOwner(d.low(w)) {
		w++
	}
	_, titled := d.roleAt(min(w, len(d.words)-1))
	return titled && d.a.Actors[x.actor].Kind != article.Person
}

// together tells that two mentions are joined by "and" in the sentence or the one before.
func (t *targets) together(x, y mention, here int) bool {
	w := t.wordAt(x.Span.End)
	return t.low(w) == "and" && here-t.words[w].sentence <= 1 && t.wordAt(y.Span.Start)-w <= 2
}
