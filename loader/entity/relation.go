package entity

import (
	"cmp"
	"slices"

	"github.com/newsgraph/newsgraph/loader/article"
)

// maxOwned is how many words may stand between "his" and the noun: "his old western counterpart".
const maxOwned = 3

// relationReach is how many sentences back the other of a relation may be named.
const relationReach = 3

// relationMention reads "his western counterpart" and "Byrne's sister", which stand for somebody by another: for the one other person
// near, and a relative for one of the same surname. Who is named next counts where nobody was named before.
func (d *draft) relationMention(w int) {
	first, owner, ok := d.ownerOf(w)
	if !ok || d.beforePerson(w) || d.at(w, w+1) == "," && d.namesAhead(w+2) {
		return
	}
	who, several := d.otherBefore(w, first, owner)
	how := "It is the one other person who was named near."
	if who == none && !several {
		who = d.otherAhead(w, owner)
		how = "It is the one other person, and is named next."
	}
	if who == none {
		return
	}
	d.related[[2]int{owner, who}] = d.words[w].low
	d.mention(who, first+1, w, article.Mention{
		Span: d.span(first+1, w), Form: article.FormTitle, Confidence: 0.6, Reason: article.Reason{Code: "relation", Text: how},
	})
}

// ownerOf finds the "his" or "Byrne's" before the noun: its last word, and the actor that it stands for.
func (d *draft) ownerOf(w int) (word, owner int, ok bool) {
	for i := w - 1; i >= max(0, w-1-maxOwned) && d.sameSentence(i, w); i-- {
		low := d.words[i].low
		if isPossessive(low) || d.lex.pronouns[low].owner {
			who := d.mentionedAt(i)
			return i, who, who != none && d.actors[who].kind == article.Person && d.at(w, d.ownerStart(i)-1) != ","
		}
		if !isLetter(low) || d.lex.preps[low] || d.lex.clauses[low] || low == "the" {
			break
		}
	}
	return 0, none, false
}

// ownerStart is the first word of the owner that ends at the word; a comma before it opens an apposition.
func (d *draft) ownerStart(w int) int {
	if !isPossessive(d.words[w].low) || w == 0 || d.words[w-1].name == none {
		return w
	}
	return d.names[d.words[w-1].name].first
}

// mentionedAt is the actor of the mention that ends at the word, or right before it when that is a possessive ending.
func (d *draft) mentionedAt(w int) int {
	for i := len(d.recent) - 1; i >= max(0, len(d.recent)-maxRecent) && d.recent[i].end >= w; i-- {
		if s := &d.recent[i]; s.end == w+1 || s.end == w && isPossessive(d.words[w].low) {
			return s.actor
		}
	}
	return none
}

// namesAhead tells whether a person is named in the few words from this on, with a title: "his counterpart, Prime Minister Ada Byrne".
func (d *draft) namesAhead(w int) bool {
	for i := w; i < min(w+maxTitle, len(d.words)) && d.sameSentence(i, w-1); i++ {
		if n := d.words[i].name; n != none {
			return d.names[n].form != none && d.forms[d.names[n].form].kind == article.Person
		}
		if !isLetter(d.words[i].low) {
			return false
		}
	}
	return false
}

// otherBefore is the one person besides the owner who was named in reach, or none; several tells that there were more.
func (d *draft) otherBefore(w, first, owner int) (who int, several bool) {
	who = none
	for i := len(d.recent) - 1; i >= max(0, len(d.recent)-maxRecent); i-- {
		s := &d.recent[i]
		if d.sentencesBetween(s.word, w) > relationReach {
			break
		}
		if s.actor == who || s.word >= first || !d.canBe(s.actor, owner, w) {
			continue
		}
		if who != none {
			return none, true
		}
		who = s.actor
	}
	return who, false
}

// otherAhead is the one person besides the owner who is named in what is left of the sentence and in the next, or none.
func (d *draft) otherAhead(w, owner int) int {
	who := none
	n, _ := slices.BinarySearchFunc(d.names, w, func(n nameAt, w int) int { return cmp.Compare(n.first, w) })
	for last := min(n+maxRecent, len(d.names)); n < last && d.names[n].first <= d.names[n].last && d.sentencesBetween(w, d.names[n].first) <= 1; n++ {
		a := d.names[n].actor
		if a == none || a == who || !d.canBe(a, owner, w) {
			continue
		}
		if who != none {
			return none
		}
		who = a
	}
	return who
}

// canBe tells whether the noun can stand for the person as the owner's.
func (d *draft) canBe(a, owner, w int) bool {
	if a == owner || d.actors[a].kind != article.Person {
		return false
	}
	g, kin := d.lex.kin[d.words[w].low]
	if !kin {
		return true
	}
	of := d.actors[a].gender()
	if as := d.related[[2]int{owner, a}]; as != "" && as != d.words[w].low {
		return false
	}
	if as := d.related[[2]int{a, owner}]; as != "" && isSibling(as) != isSibling(d.words[w].low) {
		return false
	}
	return (of == unknown || of == g) && d.surname(a) != "" && d.surname(a) == d.surname(owner)
}

// surname is the last word of the person's longest name, "" for one who is named by one word only.
func (d *draft) surname(a int) string {
	best := d.actors[a].full
	if len(best) < 2 {
		return ""
	}
	return best[len(best)-1]
}

func isSibling(low string) bool { return low == "brother" || low == "sister" }
