package entity

import (
	"slices"
	"strings"

	"github.com/newsgraph/newsgraph/loader/article"
)

// bearer is a person of the article who is named in full with a surname.
type bearer struct {
	actor    int
	gender   gender
	first    int             // the first word of the first full name
	full     int             // how many full names
	kin      bool            // introduced as somebody's relative: "his wife Ada Byrne"
	junior   bool            // named "Otto Falk Jr." to tell him from his father
	heads    map[string]bool // the heads of the titles beside the full names
	entitled bool            // the article's title has the first name
}

// use is a surname that stands alone.
type use struct {
	name, word int
	gender     gender
	sure       bool // the gender is told by an honorific and not by a pronoun
	head       string
	office     bool // of the head of a state: "President Byrne", "the Byrne administration"
}

// family is a surname with its bearers and its uses.
type family struct {
	surname string
	bearers []bearer
	uses    []use
	votes   [3]int // of the uses, by gender
	early   int    // how many uses come before every full name
	office  int    // how many uses are of the head of a state
	hidden  int    // the actor for somebody of the surname whom the article never names in full, or none
}

// settleSurnames gives surnames that stand alone to their bearers. Mostly there is one. News names a person in full before it calls him
// by the surname, so a surname that comes before, or beside which words of the other gender stand, is of somebody whom every reader
// knows: then it is an actor of its own, whom the graph may know too.
func (d *draft) settleSurnames(r *roster) {
	bySurname := map[string]*family{}
	var order []*family
	for i := range d.forms {
		f := &d.forms[i]
		if f.kind != article.Person || len(f.words) != 1 || f.suffix != "" {
			continue
		}
		fam := bySurname[f.words[0]]
		if fam == nil {
			fam = &family{surname: f.words[0], hidden: none}
			for _, a := range r.ofGeneration(bounded(r.byLast[f.words[0]]), f) {
				if len(r.full[a]) > 1 {
					fam.bearers = append(fam.bearers, bearer{actor: a, junior: r.suffix[a] == "jr", first: len(d.words)})
				}
			}
			bySurname[f.words[0]] = fam
			if len(fam.bearers) > 0 {
				order = append(order, fam)
			}
		}
		for _, n := range f.names {
			fam.uses = append(fam.uses, use{name: n})
		}
	}
	if len(order) == 0 {
		return
	}
	full := d.fullNames()
	for _, fam := range order {
		d.readFamily(fam, full)
		d.settleFamily(fam)
	}
}

// fullNames are the names of several words of each actor that is a person, in order.
func (d *draft) fullNames() map[int][]int {
	full := map[int][]int{}
	for i := range d.names {
		if f := d.names[i].form; f != none && d.forms[f].kind == article.Person && len(d.forms[f].words) > 1 && d.forms[f].actor != none {
			full[d.forms[f].actor] = append(full[d.forms[f].actor], i)
		}
	}
	return full
}

// readFamily reads what stands beside the names of a family.
func (d *draft) readFamily(fam *family, full map[int][]int) {
	start := len(d.words)
	for i := range fam.bearers {
		b := &fam.bearers[i]
		d.readBearer(b, full[b.actor])
		start = min(start, b.first)
	}
	slices.SortFunc(fam.uses, func(x, y use) int { return x.name - y.name })
	for i := range fam.uses {
		u := &fam.uses[i]
		d.readUse(u)
		if u.sure {
			fam.votes[u.gender]++
		}
		fam.votes[u.gender]++
		fam.early += number(u.word < start)
		fam.office += number(u.office)
	}
}

func (d *draft) readBearer(b *bearer, names []int) {
	b.full, b.heads = len(names), map[string]bool{}
	var votes [3]int
	for k, n := range bounded(names) {
		at := d.names[n]
		if k == 0 {
			words := d.forms[at.form].words
			b.first = at.first
			votes[d.lex.first[words[0]]] += 4
			b.junior = b.junior && len(words) == 2
			b.entitled = slices.Contains(strings.Fields(fold(d.a.Title)), words[0])
		}
		g, _ := d.genderBefore(at.first)
		votes[g] += 2
		votes[d.pronounBehind(at.last)]++
		if head := d.headBeside(n); head != "" {
			b.heads[head] = true
			votes[d.lex.heads[head]] += 2
		}
		b.kin = b.kin || k < 2 && d.isKin(at)
	}
	b.gender = most(votes)
}

// most is the gender with clearly more votes.
func most(votes [3]int) gender {
	switch {
	case votes[male] > 2*votes[female]:
		return male
	case votes[female] > 2*votes[male]:
		return female
	}
	return unknown
}

func (d *draft) readUse(u *use) {
	at := d.names[u.name]
	u.word = at.first
	u.head = d.headBeside(u.name)
	u.office = u.head == "president" || isReign(d.at(at.last, at.last+1))
	u.gender = d.lex.honorifics[d.at(at.first, at.first-1)]
	if h := d.lex.honorifics[d.forms[at.form].honor]; h != unknown {
		u.gender = h
	}
	if u.gender == unknown {
		u.gender = d.lex.heads[u.head]
	}
	if u.sure = u.gender != unknown; !u.sure {
		u.gender = d.pronounBehind(at.last)
	}
}

// isReign tells the nouns before which the name is of the head of a state.
func isReign(low string) bool {
	switch low {
	case "administration", "administrations", "presidency", "era", "years":
		return true
	}
	return false
}

// isRuler tells whether one of the bearer's titles is of who rules.
func (b *bearer) isRuler() bool {
	for _, head := range []string{"president", "minister", "premier", "chancellor", "governor", "gov", "mayor"} {
		if b.heads[head] {
			return true
		}
	}
	return false
}

// isPartner tells of a bearer that a head of state of the surname is rather another: she is introduced as a relative, or is a woman without
// such a title.
func (b *bearer) isPartner() bool { return !b.isRuler() && (b.kin || b.gender == female) }

// headBeside is the head of the title before the name, or "".
func (d *draft) headBeside(n int) string {
	if p, ok := d.titleBefore(d.names[n].first); ok {
		return d.headOf(p)
	}
	return ""
}

// maxBehind is how far behind a name a pronoun still tells of it.
const maxBehind = 14

// pronounBehind is the gender of the first pronoun behind a name in its paragraph, when no other person is named between.
func (d *draft) pronounBehind(last int) gender {
	quoted := d.words[last].quoted
	for w := last + 1; w < len(d.words) && w <= last+maxBehind; w++ {
		if d.isPersonAt(w) || d.words[w].quoted != quoted || d.paragraph(w) != d.paragraph(last) {
			break
		}
		if p, ok := d.lex.pronouns[d.words[w].low]; ok {
			return p.gender
		}
	}
	return unknown
}

// isPersonAt tells whether the word is of a person's name.
func (d *draft) isPersonAt(w int) bool {
	n := d.words[w].name
	return n != none && d.names[n].form != none && d.forms[d.names[n].form].kind == article.Person
}

// isKin tells that the name is introduced by whose relative it is: "his wife, Ada Byrne", "first lady Ada Byrne", "Ada Byrne, his wife".
func (d *draft) isKin(at nameAt) bool {
	if d.at(at.first, at.first+1) == "and" || len(strings.Fields(d.given[d.words[at.first].name].Span.Of(d.a.Text))) == 1 {
		return true // "[Otto] and Ada Byrne"
	}
	for w := at.first - 1; w >= max(0, at.first-3); w-- {
		low := d.at(at.first, w)
		if _, kin := d.lex.kin[low]; kin && !d.isOther(w) || low == "lady" && d.at(at.first, w-1) == "first" {
			return true
		}
	}
	if d.at(at.last, at.last+1) != "," {
		return false
	}
	for w := at.last + 2; w <= at.last+6; w++ {
		low := d.at(at.last, w)
		if _, kin := d.lex.kin[low]; kin {
			return true
		}
		if low == "" || !isLetter(low) && !isPossessive(low) {
			break
		}
	}
	return false
}
