package toponym

import (
	"math"

	"github.com/newsgraph/newsgraph/internal/gazetteer"
)

// The features of a candidate.
const (
	people        = iota // the logarithm of its population
	share                // the logarithm of its share in the people of all candidates
	isContinent          // 1 for one of the type
	isCountry            // …
	isRegion             // …
	isDistrict           // …
	isCapital            // …
	alternate            // the name is not its first
	english              // not a country, and in one that speaks English
	told                 // the text says beside the name that it lies there
	toldElse             // the text says that it lies elsewhere
	ofDomain             // the article's host is of its country
	ofOther              // … of another
	regionNamed          // how often the text has its region's name
	countryNamed         // how often the text has its country's name
	inRegion             // how much the other names mean its region, and what lies in it
	inCountry            // …
	inDistrict           // …
	near                 // … what is near
	partRegion           // the same as a part of all
	partCountry          // …
	partNear             // …
	anyRegion            // how many of the other names can mean its region or what lies in it
	anyDistrict          // …
	anyNear              // … what is near
	anyPartRegion        // the same as a part of all
	anyPartNear          // …
	featureCount
)

// Features are what is known of a candidate, or the weight of each.
type Features [featureCount]float64

// Weights are those of each pass: the first knows nothing of the other names, the second what they mean by the first. A third one won
// nothing.
type Weights [2]Features

// PreferCountries raises the weight of countries over what is learned: the sets to learn from are mostly local news of the United States,
// where Georgia is a state.
func PreferCountries(w Features) Features {
	w[isCountry]++
	return w
}

func (f *Features) dot(w *Features) float64 {
	sum := 0.0
	for i, v := range f {
		sum += v * w[i]
	}
	return sum
}

// features sets the features of all candidates for a pass.
func (d *draft) features(pass int) {
	if pass == 0 {
		for i := range d.names {
			d.own(&d.names[i])
		}
		return
	}
	all := newMass()
	for i := range d.names {
		all.add(&d.names[i], 1)
	}
	for i := range d.names {
		all.add(&d.names[i], -1)
		for j := range d.names[i].candidates {
			all.rate(&d.names[i].candidates[j])
		}
		all.add(&d.names[i], 1)
	}
}

// own sets the features that do not depend on other names.
func (d *draft) own(n *named) {
	total, isTold := 1.0, false
	for j := range n.candidates {
		total += float64(n.candidates[j].Population)
		isTold = isTold || n.candidates[j].liesIn(n.within)
	}
	for j := range n.candidates {
		c := &n.candidates[j]
		f := &c.features
		f[people] = math.Log10(float64(c.Population) + 10)
		f[share] = math.Log10((float64(c.Population) + 10) / total)
		f.setType(c.Type)
		f[isCapital] = flag(c.Capital)
		if c.Country != gazetteer.None {
			country := d.places.Place(c.Country)
			f[english] = flag(country.English && c.Type >= gazetteer.Region)
			if d.domain != "" {
				f[ofDomain], f[ofOther] = flag(country.Code == d.domain), flag(country.Code != d.domain)
			}
		}
		if isTold { // else what stands behind is one of a list
			in := c.liesIn(n.within)
			f[told], f[toldElse] = flag(in), flag(!in)
		}
		if c.Region != c.ID {
			f[regionNamed] = math.Log1p(d.outside[c.Region])
		}
		if c.Country != c.ID {
			f[countryNamed] = math.Log1p(d.outside[c.Country])
		}
	}
}

func (f *Features) setType(t gazetteer.Type) {
	switch t {
	case gazetteer.Continent:
		f[isContinent] = 1
	case gazetteer.Country:
		f[isCountry] = 1
	case gazetteer.Region:
		f[isRegion] = 1
	case gazetteer.District:
		f[isDistrict] = 1
	case gazetteer.City:
	}
}

// liesIn tells whether the candidate lies in one of the areas, and is not it.
func (c *candidate) liesIn(areas map[gazetteer.ID]bool) bool {
	for _, area := range [...]gazetteer.ID{c.Country, c.Region, c.District} {
		if areas[area] && area != c.ID {
			return true
		}
	}
	return false
}

func flag(b bool) float64 {
	if b {
		return 1
	}
	return 0
}

// mass is how much names mean places, gathered by what those lie in and by squares of a degree.
type mass struct {
	areas   map[gazetteer.ID]float64
	squares map[[2]int]float64
	all     float64
	// The same, with 1 for a name that can mean something there.
	anyAreas   map[gazetteer.ID]float64
	anySquares map[[2]int]float64
	names      float64
}

func newMass() *mass {
	return &mass{areas: map[gazetteer.ID]float64{}, squares: map[[2]int]float64{}, anyAreas: map[gazetteer.ID]float64{}, anySquares: map[[2]int]float64{}}
}

// add adds the shares of a name's candidates, or takes them out.
func (m *mass) add(n *named, sign float64) {
	for j := range n.candidates {
		c := &n.candidates[j]
		s := sign * c.share
		m.all += s
		for k, area := range [...]gazetteer.ID{c.Country, c.Region, c.District} {
			if area != gazetteer.None && (k == 0 || area != c.Country) {
				m.areas[area] += s
			}
		}
		if c.Type >= gazetteer.District {
			m.squares[square(c)] += s
		}
	}
	m.addAny(n, sign)
}

// addAny counts the name once wherever it can mean something.
func (m *mass) addAny(n *named, sign float64) {
	areas, squares := map[gazetteer.ID]bool{}, map[[2]int]bool{}
	for j := range n.candidates {
		c := &n.candidates[j]
		for _, area := range [...]gazetteer.ID{c.Region, c.District} {
			if area != gazetteer.None && !areas[area] {
				areas[area] = true
				m.anyAreas[area] += sign
			}
		}
		if c.Type < gazetteer.District {
			continue
		}
		at := square(c)
		for dy := -1; dy <= 1; dy++ {
			for dx := -1; dx <= 1; dx++ {
				if s := [2]int{at[0] + dy, at[1] + dx}; !squares[s] {
					squares[s] = true
					m.anySquares[s] += sign
				}
			}
		}
	}
	m.names += sign
}

func square(c *candidate) [2]int {
	return [2]int{int(math.Floor(c.Latitude)), int(math.Floor(c.Longitude))}
}

// rate sets the features of a candidate by the mass of the other names.
func (m *mass) rate(c *candidate) {
	f := &c.features
	in := func(area gazetteer.ID) float64 {
		if area == gazetteer.None {
			return 0
		}
		return max(m.areas[area], 0)
	}
	around := 0.0
	at := square(c)
	for dy := -1; dy <= 1; dy++ {
		for dx := -1; dx <= 1; dx++ {
			around += max(m.squares[[2]int{at[0] + dy, at[1] + dx}], 0)
		}
	}
	if c.Type < gazetteer.District {
		around = 0
	}
	anyAround := 0.0
	if c.Type >= gazetteer.District {
		anyAround = max(m.anySquares[at], 0)
	}
	f[anyRegion], f[anyDistrict], f[anyNear] = math.Log1p(m.anyAreas[c.Region]), math.Log1p(m.anyAreas[c.District]), math.Log1p(anyAround)
	if m.names > 0.5 {
		f[anyPartRegion], f[anyPartNear] = m.anyAreas[c.Region]/m.names, anyAround/m.names
	}
	region, country := in(c.Region), in(c.Country)
	f[inRegion], f[inCountry], f[inDistrict], f[near] = math.Log1p(region), math.Log1p(country), math.Log1p(in(c.District)), math.Log1p(around)
	if all := max(m.all, 1e-9); m.all > 0.01 {
		f[partRegion], f[partCountry], f[partNear] = region/all, country/all, around/all
	}
}

// usual is the candidate that is best by what it is, whatever the text says and whoever writes it; None for one that is not known enough.
func (r *Resolver) usual(candidates []candidate) gazetteer.ID {
	d := &draft{Resolver: r, text: &Text{}}
	d.own(&named{candidates: candidates})
	best, at := math.Inf(-1), gazetteer.None
	for j := range candidates {
		c := &candidates[j]
		clear(c.features[english:])
		if s := c.features.dot(&r.weights[0]); s > best {
			best, at = s, c.ID
			if !c.isKnown() {
				at = gazetteer.None
			}
		}
	}
	return at
}
