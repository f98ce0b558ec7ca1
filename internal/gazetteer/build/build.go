package main

import (
	"cmp"
	"slices"
	"strings"

	"golang.org/x/text/language"
	"golang.org/x/text/language/display"

	"github.com/newsgraph/newsgraph/internal/gazetteer"
)

// corrected are coordinates in place of the World Factbook's, which lie off the middle: those of the United States are the
// geographic centre of the 48 states by the National Geodetic Survey.
var corrected = map[string][2]float64{"US": {39.83, -98.58}}

// everydayName is the name of a country in the Unicode CLDR, or that of the press where those are for tables and menus; other is
// for one that it lacks.
func everydayName(code, other string) string {
	if name := everyday[code]; name != "" {
		return name
	}
	region, err := language.ParseRegion(code)
	if err != nil || !region.IsCountry() {
		return other
	}
	return strings.ReplaceAll(display.English.Regions().Name(region), " & ", " and ")
}

// build gives each place an ID, and each name its places.
func (b *builder) build() ([]gazetteer.Place, map[string][]gazetteer.Match) {
	slices.SortFunc(b.cities, func(x, y *draft) int { return cmp.Compare(x.geonames, y.geonames) })
	for _, c := range b.countries {
		c.alternates = append(c.alternates, c.name)
		c.name = everydayName(c.code, c.name)
	}
	b.middle()
	b.capitals()
	b.cities = slices.DeleteFunc(b.cities, func(d *draft) bool { return d.population < b.least && !d.capital })
	names := map[string][]gazetteer.Match{}
	var places []gazetteer.Place
	var all []*draft
	for i, list := range [][]*draft{b.continents, b.countries, b.regions, b.districts, b.cities} {
		list = slices.DeleteFunc(list, func(d *draft) bool { return !d.located })
		slices.SortFunc(list, func(x, y *draft) int {
			return cmp.Or(cmp.Compare(y.population, x.population), cmp.Compare(x.geonames, y.geonames))
		})
		for _, d := range list {
			d.id = int32(len(places))
			places = append(places, d.place(gazetteer.Type(i+1)))
			all = append(all, d)
		}
	}
	for i, d := range all {
		d.lieIn(&places[i])
		d.addNames(names)
	}
	return places, names
}

// middle gives regions and districts their coordinates, the middle of the box round their towns, and the number of people in those. So
// it does for countries that have none.
func (b *builder) middle() {
	for _, t := range b.cities {
		for _, d := range []*draft{t.region, t.district, t.country} {
			if d != nil {
				d.stretch(t)
			}
		}
	}
	for _, d := range slices.Concat(b.regions, b.districts, b.countries) {
		if !d.located && d.towns > 0 {
			d.lat, d.lon, d.located = (d.south+d.north)/2, (d.west+d.east)/2, true
		}
		if d.population == 0 {
			d.population = d.weightOfTowns
		}
		if at, ok := corrected[d.code]; ok {
			d.lat, d.lon = at[0], at[1]
		}
	}
}

func (d *draft) stretch(t *draft) {
	if d.towns == 0 {
		d.south, d.north, d.west, d.east = t.lat, t.lat, t.lon, t.lon
	}
	d.south, d.north = min(d.south, t.lat), max(d.north, t.lat)
	d.west, d.east = min(d.west, t.lon), max(d.east, t.lon)
	d.towns++
	d.weightOfTowns += t.population
}

// capitals marks the largest town of the capital's name in each country.
func (b *builder) capitals() {
	best := map[*draft]*draft{}
	for _, t := range b.cities {
		c := t.country
		if c == nil || c.capitalName == "" || gazetteer.Fold(t.name) != gazetteer.Fold(c.capitalName) {
			continue
		}
		if best[c] == nil || cmp.Or(cmp.Compare(t.population, best[c].population), cmp.Compare(best[c].geonames, t.geonames)) > 0 {
			best[c] = t
		}
	}
	for _, t := range best {
		t.capital = true
	}
}

func (d *draft) place(t gazetteer.Type) gazetteer.Place {
	return gazetteer.Place{
		ID: gazetteer.ID(d.id), GeoNames: d.geonames, Name: d.name, Type: t, Latitude: d.lat, Longitude: d.lon, Population: d.population,
		Code: d.code, Capital: d.capital, English: d.english,
		Country: gazetteer.None, Region: gazetteer.None, District: gazetteer.None,
	}
}

// lieIn tells the place what it lies in.
func (d *draft) lieIn(p *gazetteer.Place) {
	set := func(into *gazetteer.ID, of *draft) {
		if of != nil && of.located {
			*into = gazetteer.ID(of.id)
		}
	}
	set(&p.Country, d.country)
	set(&p.Region, d.region)
	set(&p.District, d.district)
	switch p.Type {
	case gazetteer.Country:
		p.Country = p.ID
	case gazetteer.Region:
		p.Region = p.ID
	case gazetteer.District:
		p.District = p.ID
	}
}

// addNames adds the place to its names.
func (d *draft) addNames(names map[string][]gazetteer.Match) {
	all := slices.Concat([]string{d.name}, d.alternates, otherNames[d.code])
	first := gazetteer.Fold(d.name)
	for _, n := range all {
		key := gazetteer.Fold(n)
		if key == "" {
			continue
		}
		list := names[key]
		if len(list) > 0 && list[len(list)-1].ID == gazetteer.ID(d.id) {
			continue
		}
		names[key] = append(list, gazetteer.Match{ID: gazetteer.ID(d.id), Alternate: key != first && d.code == ""})
	}
}
