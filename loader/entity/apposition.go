package entity

import "strings"

// titleAfter reads ", the mayor of Valdera," after the last word of a person's name.
func (d *draft) titleAfter(name int) (phrase, bool) {
	w := name + 1
	if d.at(name, w) != "," {
		return phrase{}, false
	}
	p := phrase{of: none, from: w + 1, first: name}
	w = d.skipOwner(name, w+1, &p)
	p.first = w
	for w < len(d.words) && w < p.first+maxTitle && d.sameSentence(w, name) && d.isTitleWord(w) {
		w++
	}
	p.last = w - 1
	if p.last < p.first || !d.isHead(p.last) {
		return phrase{}, false
	}
	switch d.at(name, w) {
	case "of", "for", "at", "with", "in", "to":
		w = d.ofAfter(name, w+1, &p)
	}
	return p, d.endsApposition(name, w)
}

// skipOwner steps over "the", "a", "Russia's" and "Russian" before a title, and notes the country or body.
func (d *draft) skipOwner(name, w int, p *phrase) int {
	switch d.at(name, w) {
	case "the", "a", "an":
		w++
	}
	if w >= len(d.words) || !d.sameSentence(w, name) {
		return w
	}
	if n := d.words[w].name; n != none {
		if p.of = d.bodyOf(int(n)); p.of != none {
			w = d.names[n].last + 1
		}
	} else if d.lex.bodies[d.words[w].low] && isPossessive(d.at(name, w+1)) {
		p.of = d.onlyBody(d.words[w].low)
		w++
	} else if d.adjectiveAt(w, w+1, p) {
		w += 2
	} else if d.adjectiveAt(w, w, p) {
		w++
	}
	if isPossessive(d.at(name, w)) {
		w++
	}
	return w
}

// onlyBody is the one organization of the article with the noun in its name, or none.
func (d *draft) onlyBody(noun string) int {
	if list := d.byNoun[noun]; len(list) == 1 {
		return list[0]
	}
	return none
}

// ofAfter reads what comes after "of": a few words with the name of a body in them.
func (d *draft) ofAfter(name, w int, p *phrase) int {
	for end := w + 6; w < end && w < len(d.words) && d.sameSentence(w, name); w++ {
		if n := d.words[w].name; n != none {
			if a := d.bodyOf(int(n)); a != none && p.of == none {
				p.of = a
			}
			w = d.names[n].last
			continue
		}
		if strings.ContainsAny(d.words[w].low, ",.;:—–-()\"“”") {
			break
		}
	}
	return w
}

// endsApposition tells whether what was read as an apposition ends as one.
func (d *draft) endsApposition(name, w int) bool {
	switch d.at(name, w) {
	case "", ",", ".", ";", ":", "—", "–", "--", "who", "and", "said", "says", "told", ")", "”", "\"", "?", "!":
		return true
	}
	return false
}
