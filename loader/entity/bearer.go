package entity

import "slices"

// settleFamily gives each use to a bearer, or to somebody who is never named in full.
func (d *draft) settleFamily(fam *family) {
	main := d.mainBearer(fam)
	if main == none && len(fam.bearers) > 1 {
		return // what stands near each use decides
	}
	for _, u := range fam.uses {
		d.names[u.name].actor = d.bearerOf(fam, u, main)
	}
}

// contradicted tells that the words beside the uses speak against the bearer's gender.
func (fam *family) contradicted(b *bearer) bool {
	if b.gender == unknown {
		return false
	}
	same, other := fam.votes[b.gender], fam.votes[male+female-b.gender]
	return other >= 3 && other > 2*same
}

// manyEarly is how many uses of a surname before the only full name of a bearer tell that it is of another.
const manyEarly = 3

// doubtful tells that a surname is rather of another than of this bearer.
func (fam *family) doubtful(b *bearer) bool {
	same, other := 0, 0
	if b.gender != unknown {
		same, other = fam.votes[b.gender], fam.votes[male+female-b.gender]
	}
	isOffice := fam.office > 0 && other+fam.office >= same
	return isOffice && fam.allPartners() || fam.early > 0 && fam.comesLate(b, same, other)
}

// allPartners tells that no bearer is the head of state of the surname.
func (fam *family) allPartners() bool {
	return !slices.ContainsFunc(fam.bearers, func(b bearer) bool { return !b.isPartner() })
}

// comesLate tells that a bearer whom the surname alone comes before is introduced as a junior, a relative or once, or is not of the
// gender that words beside it tell.
func (fam *family) comesLate(b *bearer, same, other int) bool {
	once := fam.early >= manyEarly && b.full == 1 && !b.entitled
	switch {
	case b.junior, b.kin && (other == same || once), once && same == 0:
		return true
	}
	return other > same+1 || other > same && fam.early >= manyEarly
}

// mainBearer is the actor whom the article calls by the surname alone, or none.
func (d *draft) mainBearer(fam *family) int {
	var left []*bearer
	for i := range fam.bearers {
		if b := &fam.bearers[i]; !fam.contradicted(b) && !fam.doubtful(b) {
			left = append(left, b)
		}
	}
	switch len(left) {
	case 0:
		return d.hiddenOf(fam)
	case 1:
		return left[0].actor
	}
	slices.SortFunc(left, func(x, y *bearer) int { return x.first - y.first })
	for _, u := range fam.uses {
		if u.word > left[0].first && u.word < left[1].first {
			return left[0].actor
		}
	}
	return none
}

// hiddenOf is the actor for somebody of the surname whom the article never names in full.
func (d *draft) hiddenOf(fam *family) int {
	if fam.hidden == none {
		f := d.names[fam.uses[0].name].form
		fam.hidden = d.newActor(&d.forms[f])
		d.actors[fam.hidden].name = d.cleanName(&d.forms[f])
	}
	return fam.hidden
}

// bearerOf is the actor of a use: the main bearer, unless a title or an honorific beside it tells another.
func (d *draft) bearerOf(fam *family, u use, main int) int {
	if who := fam.holder(u.head); who != none {
		return who
	}
	if u.office {
		main = d.rulerOf(fam, main)
	}
	if !u.sure {
		return main
	}
	who, fits := none, 0
	for i := range fam.bearers {
		if b := &fam.bearers[i]; b.gender == u.gender || b.gender == unknown {
			if b.actor == main {
				return main
			}
			who, fits = b.actor, fits+1
		}
	}
	switch {
	case fits == 1:
		return who
	case main == fam.hidden && main != none:
		return main
	}
	return d.hiddenOf(fam)
}

// rulerOf is the main bearer, or when a head of state is rather another, the one bearer who may be it, or the hidden one.
func (d *draft) rulerOf(fam *family, main int) int {
	who, fits := none, 0
	for i := range fam.bearers {
		if b := &fam.bearers[i]; !b.isPartner() {
			if b.actor == main {
				return main
			}
			who, fits = b.actor, fits+1
		}
	}
	if fits == 1 && main != fam.hidden {
		return who
	}
	return d.hiddenOf(fam)
}

// holder is the one bearer whose title has the head, or none.
func (fam *family) holder(head string) int {
	who := none
	for i := range fam.bearers {
		if fam.bearers[i].heads[head] {
			if who != none {
				return none
			}
			who = fam.bearers[i].actor
		}
	}
	return who
}
