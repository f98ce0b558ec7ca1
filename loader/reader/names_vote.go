package reader

import "github.com/newsgraph/newsgraph/loader/article"

func (b *ballot) vote(k kind, weight float64) {
	switch k {
	case article.Person:
		b.person += weight
	case article.Organization:
		b.organization += weight
	case article.Place:
		b.place += weight
	case article.Event:
		b.event += weight
	}
}

// best returns the kind with the most votes and its lead over the next.
func (b *ballot) best() (kind, float64) {
	k, most, next := article.Person, b.person, 0.0
	for _, o := range [...]struct {
		kind  kind
		votes float64
	}{{article.Place, b.place}, {article.Organization, b.organization}, {article.Event, b.event}} {
		if o.votes > most {
			k, most, next = o.kind, o.votes, most
		} else {
			next = max(next, o.votes)
		}
	}
	if most == 0 {
		return "", 0
	}
	return k, most - next
}

func ballotOf(m map[string]*ballot, key string) *ballot {
	b := m[key]
	if b == nil {
		b = &ballot{}
		m[key] = b
	}
	return b
}

// tally counts the votes of all candidates, and those of the parts of persons' names.
func (n *namer) tally() {
	for _, c := range n.found {
		b := ballotOf(n.votes, n.key(c))
		if c.kind != "" {
			b.vote(c.kind, c.weight)
		} else {
			n.context(c, b)
		}
		if c.kind == article.Person && c.weight >= 1 {
			n.tallyParts(c)
		}
	}
}

// tallyVoted does the same for the full names that only the votes made persons.
func (n *namer) tallyVoted() {
	for _, c := range n.found {
		if c.kind != "" || c.to-c.from < 2 {
			continue
		}
		if k, _ := n.votes[n.key(c)].best(); k == article.Person {
			c.weight = 1
			n.tallyParts(c)
		}
	}
}

// tallyParts lets the words of a full name stand for the person: the surname more than the given name.
func (n *namer) tallyParts(c candidate) {
	for k := c.from; k < c.to; k++ {
		w := &n.words[k]
		if !w.capital() && w.shape != shapeOther || w.is(cHonor|cSuffix) || len(w.lower) < 3 {
			continue
		}
		weight := c.weight
		if k < c.to-1 {
			weight /= 2
		}
		ballotOf(n.parts, w.lower).vote(article.Person, weight)
	}
}

// decide returns the kind of the candidate and how sure it is; "" when it is no name.
func (n *namer) decide(c candidate) (kind, float64) {
	if c.weight >= 3 {
		return c.kind, 0.95
	}
	b := *n.votes[n.key(c)]
	single := c.to-c.from == 1
	if p := n.parts[n.words[c.to-1].lower]; p != nil && (single || b.person > 0 || b == ballot{}) {
		b.person += p.person
	}
	k, lead := b.best()
	if c.start && single && c.weight < 2 && !n.licensed(c, b) {
		return "", 0
	}
	if k == "" {
		return n.byDefault(c)
	}
	if single && c.kind == "" && lead < 0.6 && n.doubtful(c) {
		return "", 0
	}
	return k, 0.6 + 0.3*min(lead, 3)/3
}

// doubtful tells that nothing but the votes around speaks for a word's being a name.
func (n *namer) doubtful(c candidate) bool {
	return n.votes[n.key(c)].person < 1 && n.parts[n.words[c.from].lower] == nil
}

// licensed tells whether the article shows elsewhere that a word with an initial capital is a name.
func (n *namer) licensed(c candidate, b ballot) bool {
	w := n.words[c.from].lower
	if n.caps[w] > 0 && n.lows[w] == 0 || n.parts[w] != nil {
		return true
	}
	return n.lows[w] == 0 && b.person+b.organization+b.place >= 1 && !n.words[c.from].is(cCommon)
}

// byDefault is the kind of a name of which nothing is known.
func (n *namer) byDefault(c candidate) (kind, float64) {
	if n.title[n.words[c.from].sentence] {
		return "", 0
	}
	for k := c.from; k < c.to; k++ {
		if n.words[k].is(cCommon|cFaith) || abstract(n.words[k].lower) || n.lows[n.words[k].lower] > 0 {
			return "", 0
		}
	}
	if c.to-c.from == 1 || c.to-c.from > 3 {
		return "", 0
	}
	return article.Person, 0.5
}
