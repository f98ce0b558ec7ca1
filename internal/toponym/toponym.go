// Package toponym tells which place of the gazetteer each place name of a text means: Paris in France or in Texas. It weighs how many people
// live there, what the text says beside the name ("Paris, Texas"), and which countries, regions and neighbours the text's other names
// mean. It reads no text for names itself.
package toponym

import (
	"math"

	"github.com/newsgraph/newsgraph/internal/gazetteer"
)

// Name is a place name of a text, with all the passages that it has there.
type Name struct {
	// Names are its spellings, the full one first. The first that the gazetteer has gives the candidates.
	Names []string
	// Ends are where its mentions end in the text.
	Ends []int
	// Dateline tells that the text begins with it, as the place where it was written.
	Dateline bool
}

// Text is what is resolved at once.
type Text struct {
	Text  string
	URL   string // of the article; "" when it is not known
	Names []Name
}

// Place is what a name means.
type Place struct {
	ID gazetteer.ID // None when the gazetteer has no such name
	// Confidence is its share among the candidates, 0 to 1.
	Confidence float64
	// Usual tells that nothing sets it apart: the full name means it where nothing else is known, or means nothing at all.
	Usual bool
	// Part tells that the name is that of an area in the place or around it: "Northern Iraq", "Readington Township".
	Part bool
	// Told tells that the text says beside the name in which country or region it is.
	Told bool
}

// Resolver resolves texts. It may be used by many goroutines at once.
type Resolver struct {
	places  *gazetteer.Gazetteer
	weights Weights
	admins  admins
}

// New returns a resolver over a gazetteer with the weights that were fitted for it.
func New(g *gazetteer.Gazetteer) *Resolver { return NewWith(g, fitted) }

// NewWith returns a resolver with other weights.
func NewWith(g *gazetteer.Gazetteer, w Weights) *Resolver {
	return &Resolver{places: g, weights: w, admins: newAdmins(g)}
}

// Resolve returns what each name of the text means, in their order. Time is linear in the names and in the length of the text.
func (r *Resolver) Resolve(t *Text) []Place {
	d := r.draft(t)
	for pass := range r.weights {
		d.features(pass)
		d.weigh(&r.weights[pass])
	}
	out := make([]Place, len(d.names))
	for i := range d.names {
		out[i] = d.names[i].best()
	}
	return out
}

// candidate is a place that a name may mean.
type candidate struct {
	gazetteer.Place
	features Features
	share    float64
}

// weigh gives each candidate its share: the softmax of the weighted features.
func (d *draft) weigh(w *Features) {
	for i := range d.names {
		n := &d.names[i]
		greatest := math.Inf(-1)
		for j := range n.candidates {
			c := &n.candidates[j]
			c.share = c.features.dot(w)
			greatest = max(greatest, c.share)
		}
		sum := 0.0
		for j := range n.candidates {
			n.candidates[j].share = math.Exp(n.candidates[j].share - greatest)
			sum += n.candidates[j].share
		}
		for j := range n.candidates {
			n.candidates[j].share /= sum
		}
	}
}

// village is below how many people a town is meant only where something else in the text speaks for it: names of other things are names of
// villages too ("Middle East", Maryland).
const village = 2000

// town is from how many people on a place is meant by its name alone.
const town = 15_000

func (c *candidate) isKnown() bool { return c.Type != gazetteer.City || c.Population >= town }

// isSupported tells whether the text speaks for the candidate's region.
func (c *candidate) isSupported() bool {
	f := &c.features
	return f[told] > 0 || f[regionNamed] > 0 || f[inRegion] > 0.1 || f[near] > 0.1
}

// best is the candidate of the greatest share, the first of several.
func (n *named) best() Place {
	if len(n.candidates) == 0 {
		return Place{ID: gazetteer.None}
	}
	at := 0
	for j := range n.candidates {
		if n.candidates[j].share > n.candidates[at].share {
			at = j
		}
	}
	c := &n.candidates[at]
	if c.Type == gazetteer.City && c.Population < village && !c.isSupported() {
		return Place{ID: gazetteer.None}
	}
	return Place{ID: c.ID, Confidence: c.share, Usual: n.other || c.ID == n.usual, Part: n.part, Told: c.features[told] > 0}
}

// Candidate is a place that a name may mean, with what is known of it in a pass.
type Candidate struct {
	gazetteer.Place
	Features Features
}

// Usual is what a name means where nothing else is known, None when the gazetteer has no such name or only small towns. Unlike
// [Resolver.Resolve] it knows no name by a part of it ("Northern Iraq").
func (r *Resolver) Usual(name string) gazetteer.ID {
	return r.usual(withoutTwins(r.candidates(r.places.Find(name))))
}

// IsTold tells whether the text says beside the name that it lies where the candidate does.
func (c Candidate) IsTold() bool { return c.Features[told] > 0 }

// Candidates are the places that each name of a text may mean, before a pass (from 0) weighs them. It is there to fit the weights of
// the pass; those of the passes before must be right.
func (r *Resolver) Candidates(t *Text, pass int) [][]Candidate {
	d := r.draft(t)
	for p := range pass {
		d.features(p)
		d.weigh(&r.weights[p])
	}
	d.features(pass)
	out := make([][]Candidate, len(d.names))
	for i := range d.names {
		for _, c := range d.names[i].candidates {
			out[i] = append(out[i], Candidate{Place: c.Place, Features: c.features})
		}
	}
	return out
}
