package entity

import "strings"

// learn notes evidence for a person's gender; the weight is in votes.
func (d *draft) learn(a int, g gender, weight float64) {
	if g != unknown && weight >= 2 {
		d.actors[a].sure = true
	}
	switch g {
	case male:
		d.actors[a].male += weight
	case female:
		d.actors[a].female += weight
	}
}

func (x *actor) gender() gender {
	switch {
	case x.male-x.female >= 0.5:
		return male
	case x.female-x.male >= 0.5:
		return female
	}
	return unknown
}

// honorific reads what stands right before a name ("Mrs.", "his wife") and in it for the person's gender.
func (d *draft) honorific(name int) {
	n := d.names[name]
	g, sure := d.genderBefore(n.first)
	f := &d.forms[n.form]
	if h, ok := d.lex.honorifics[f.honor]; ok && h != unknown {
		g, sure = h, 3
	}
	if n.actor == none {
		d.names[name].actor = d.rivalOf(f.rivals, g)
		return
	}
	if f.names[0] == name {
		d.firstName(n.actor, f)
	}
	d.learn(n.actor, g, sure)
	d.learn(n.actor, d.genderAround(n), 2)
}

// genderAround reads "Ada Byrne and her brother" and "her brother, the businessman Karl Byrne".
func (d *draft) genderAround(n nameAt) gender {
	if d.at(n.last, n.last+1) == "and" {
		if p := d.lex.pronouns[d.at(n.last, n.last+2)]; p.owner {
			return p.gender
		}
	}
	w := n.first - 1
	for w > 0 && w > n.first-maxTitle && d.sameSentence(w, n.first) && (d.isTitleWord(w) || d.words[w].low == "the") {
		w--
	}
	if w > 1 && d.at(n.first, w) == "," && d.sameSentence(w-2, n.first) && d.lex.pronouns[d.words[w-2].low].owner {
		return d.lex.kin[d.words[w-1].low]
	}
	return unknown
}

func (d *draft) genderBefore(first int) (gender, float64) {
	for w := first - 1; w >= 0 && w >= first-2 && d.sameSentence(w, first); w-- {
		low := d.words[w].low
		if g := d.lex.honorifics[low]; g != unknown {
			return g, 3
		}
		if g := d.lex.kin[low]; g != unknown && !d.isOther(w) {
			return g, 2
		}
	}
	return unknown, 0
}

// isOther tells that the kinship noun is of somebody else than the name: "the mother of Anna" is not Anna.
func (d *draft) isOther(w int) bool {
	switch d.at(w, w+1) {
	case "of", "and", "'s", "'":
		return true
	}
	return false
}

// firstName reads the gender of a first name. Slavic surnames tell too.
func (d *draft) firstName(a int, f *form) {
	if len(f.words) < 2 {
		return
	}
	g := d.lex.first[f.words[0]]
	switch {
	case g != unknown:
		d.learn(a, g, 2)
	case strings.HasSuffix(f.words[0], "a"):
		d.learn(a, female, 0.3)
	}
	last := f.words[len(f.words)-1]
	for _, ending := range []string{"ova", "eva", "skaya", "ieva"} {
		if strings.HasSuffix(last, ending) {
			d.learn(a, female, 1)
			return
		}
	}
}

// rivalOf returns the one of the persons that can be of the gender, or none.
func (d *draft) rivalOf(rivals []int, g gender) int {
	if g == unknown {
		return none
	}
	who := none
	for _, a := range rivals {
		if of := d.actors[a].gender(); of == unknown {
			return none
		} else if of == g {
			if who != none {
				return none
			}
			who = a
		}
	}
	return who
}
