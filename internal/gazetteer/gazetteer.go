// Package gazetteer knows the places of the world: continents, countries, their first- and second-level regions, and towns, each with
// coordinates, population and names in many spellings. It does not choose between places of one name; package toponym does.
//
// The facts are GeoNames', the World Factbook's and others', see NOTICE; the folder build has the program that makes
// gazetteer.bin of them. The file is part of the program and is read where it lies: opening it costs nothing, and neither does memory.
package gazetteer

import (
	_ "embed"
	"encoding/binary"
	"errors"
	"fmt"
	"math"
)

//go:embed gazetteer.bin
var embedded []byte

// errFormat is returned for data that are not a gazetteer of this version.
var errFormat = errors.New("not a gazetteer of this version")

// ID is the place of an entry in its gazetteer, from 0: continents first, then countries, regions, districts and towns, each
// with more people before fewer.
type ID int32

// None stands for no entry.
const None ID = -1

// Type is what kind of a place an entry is.
type Type uint8

// The types.
const (
	Continent Type = iota + 1
	Country
	Region   // of the first level: a state, a province
	District // of the second level: a county, a département
	City     // a city, town or village
)

// String returns the type's name: "CITY".
func (t Type) String() string {
	if t < Continent || t > City {
		return ""
	}
	return [...]string{"CONTINENT", "COUNTRY", "REGION", "DISTRICT", "CITY"}[t-1]
}

// Place is an entry.
type Place struct {
	ID         ID
	GeoNames   uint32 // its id at geonames.org
	Name       string
	Type       Type
	Latitude   float64 // degrees north
	Longitude  float64 // degrees east
	Population int     // 0 where it is not known
	Code       string  // ISO 3166-1 alpha-2 of a country; "" for others
	// Country, Region and District are those that it lies in, itself for one of that type; or None.
	Country, Region, District ID
	Capital                   bool // of its country
	English                   bool // a country whose first language is English
}

// Match is an entry of a name.
type Match struct {
	ID ID
	// Alternate tells that the name is not the entry's first: another spelling, an abbreviation, a demonym.
	Alternate bool
}

// Gazetteer is an opened file. It may be used by many goroutines at once.
type Gazetteer struct {
	entries, texts, blocks, index []byte
	count                         int
}

// Open returns the gazetteer that is part of the program.
func Open() *Gazetteer {
	g, err := read(embedded)
	if err != nil {
		panic(fmt.Sprintf("gazetteer: the embedded file: %v", err)) // a test reads it
	}
	return g
}

// read returns the gazetteer of a file's bytes, which must not change afterwards. It returns [errFormat] for others.
func read(data []byte) (*Gazetteer, error) {
	if len(data) < headerSize || string(data[:len(magic)]) != magic {
		return nil, errFormat
	}
	g := &Gazetteer{}
	at := headerSize
	for i, part := range []*[]byte{&g.entries, &g.texts, &g.blocks, &g.index} {
		size := int(binary.LittleEndian.Uint32(data[len(magic)+4*i:]))
		if size > len(data)-at {
			return nil, fmt.Errorf("%w: cut short", errFormat)
		}
		*part = data[at : at+size]
		at += size
	}
	if at != len(data) || len(g.entries)%entrySize != 0 || len(g.blocks)%4 != 0 {
		return nil, fmt.Errorf("%w: sizes that do not add up", errFormat)
	}
	g.count = len(g.entries) / entrySize
	return g, nil
}

// Len is the number of entries.
func (g *Gazetteer) Len() int { return g.count }

// Place returns an entry of the gazetteer.
func (g *Gazetteer) Place(id ID) Place {
	e := g.entries[int(id)*entrySize:]
	u32 := func(at int) uint32 { return binary.LittleEndian.Uint32(e[at:]) }
	flags := e[atFlags]
	p := Place{
		ID: id, GeoNames: u32(atGeoNames), Type: Type(flags & typeMask),
		Latitude: degrees(u32(atLatitude)), Longitude: degrees(u32(atLongitude)), Population: int(u32(atPopulation)),
		Country: ID(int32(u32(atCountry))), Region: ID(int32(u32(atRegion))), District: ID(int32(u32(atDistrict))),
		Capital: flags&capitalFlag != 0, English: flags&englishFlag != 0,
	}
	from := u32(atName)
	p.Name = string(g.texts[from : from+uint32(e[atNameSize])])
	if p.Type == Country {
		p.Code = string(e[atCode : atCode+2])
	}
	return p
}

func degrees(v uint32) float64 { return float64(int32(v)) / coordinateScale }

// Distance is that of two points on the globe along its surface, in kilometres (the haversine formula, with the mean radius of 6371 km).
func Distance(latitude1, longitude1, latitude2, longitude2 float64) float64 {
	const radian, radius = math.Pi / 180, 6371.0
	dLat, dLon := (latitude2-latitude1)*radian, (longitude2-longitude1)*radian
	h := math.Pow(math.Sin(dLat/2), 2) + math.Cos(latitude1*radian)*math.Cos(latitude2*radian)*math.Pow(math.Sin(dLon/2), 2)
	return 2 * radius * math.Asin(math.Sqrt(min(h, 1)))
}

// CodeOf is the code of the country with that id at geonames.org; "" when it is none.
func (g *Gazetteer) CodeOf(geonames uint32) string {
	for id := range ID(g.count) {
		if p := g.Place(id); p.Type > Country {
			break
		} else if p.GeoNames == geonames {
			return p.Code
		}
	}
	return ""
}
