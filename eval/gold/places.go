package gold

import (
	"encoding/xml"
	"fmt"
	"io"
	"strconv"
	"strings"

	"github.com/newsgraph/newsgraph/loader/article"
)

// Placed is a text with the places that it names.
type Placed struct {
	ID     string
	Text   string
	URL    string // "" when the set does not tell
	Places []PlacedName
}

// PlacedName is a passage that names a place, and where that is.
type PlacedName struct {
	Span      article.Span
	GeoNames  uint32  // its id at geonames.org; 0 when the set does not tell
	Country   uint32  // that of its country; 0 when the set does not tell
	Latitude  float64 // degrees north
	Longitude float64 // degrees east
}

// placeSet is a file of LGL (https://github.com/milangritta/Pragmatic-Guide-to-Geoparsing-Evaluation) or of GeoVirus (https://github.com/milangritta/Geocoding-with-Map-Vector).
// Places are counted in characters, by
// GeoVirus from 1. Toponyms of LGL that are in no gazetteer have no gaztag.
type placeSet struct {
	Articles []struct {
		ID       string `xml:"docid,attr"`
		Text     string `xml:"text"`
		URL      string `xml:"url"`
		Source   string `xml:"source"`
		Toponyms []struct {
			Start string `xml:"start"`
			End   string `xml:"end"`
			Name  string `xml:"phrase"`
			Place *struct {
				ID      uint32 `xml:"geonameid,attr"`
				Lat     string `xml:"lat"`
				Lon     string `xml:"lon"`
				Country struct {
					ID string `xml:"geonameid,attr"`
				} `xml:"country"`
			} `xml:"gaztag"`
		} `xml:"toponyms>toponym"`
		Locations []struct {
			Start string `xml:"start"`
			End   string `xml:"end"`
			Lat   string `xml:"lat"`
			Lon   string `xml:"lon"`
		} `xml:"locations>location"`
	} `xml:"article"`
}

// ReadPlaced reads the articles of LGL and of GeoVirus. Places without coordinates are left out. It returns [ErrFormat] for files that are
// no such, and for places that are not in the text.
func ReadPlaced(name string, r io.Reader) ([]Placed, error) {
	var set placeSet
	if err := xml.NewDecoder(r).Decode(&set); err != nil {
		return nil, fmt.Errorf("%s: %w: %w", name, ErrFormat, err)
	}
	var out []Placed
	for i, a := range set.Articles {
		p := Placed{ID: a.ID, Text: a.Text, URL: a.URL}
		if p.ID == "" { // GeoVirus: articles that lie side by side can be parts of one
			p.ID, p.URL = strconv.Itoa(i), a.Source
		}
		starts := bytesOf(a.Text)
		for _, t := range a.Toponyms {
			if t.Place == nil {
				continue
			}
			country, _ := strconv.ParseUint(t.Place.Country.ID, 10, 32) // "" for what lies in none
			n := PlacedName{GeoNames: t.Place.ID, Country: uint32(country)}
			if err := p.add(n, starts, 0, t.Start, t.End, t.Place.Lat, t.Place.Lon); err != nil {
				return nil, fmt.Errorf("%s: article %s: %w", name, p.ID, err)
			}
		}
		for _, l := range a.Locations {
			if err := p.add(PlacedName{}, starts, 1, l.Start, l.End, l.Lat, l.Lon); err != nil {
				return nil, fmt.Errorf("%s: article %s: %w", name, p.ID, err)
			}
		}
		out = append(out, p)
	}
	if len(out) == 0 {
		return nil, fmt.Errorf("%s: %w: no article in it", name, ErrFormat)
	}
	return out, nil
}

func (p *Placed) add(n PlacedName, starts []int, first int, start, end, lat, lon string) error {
	from, err1 := strconv.Atoi(start)
	to, err2 := strconv.Atoi(end)
	from, to = from-first, to-first
	var err3, err4 error
	n.Latitude, err3 = strconv.ParseFloat(strings.TrimSpace(lat), 64)
	n.Longitude, err4 = strconv.ParseFloat(strings.TrimSpace(lon), 64)
	if err1 != nil || err2 != nil || err3 != nil || err4 != nil || from < 0 || from >= to || to >= len(starts) {
		return malformed("place at %q to %q, %q %q", clip(start), clip(end), clip(lat), clip(lon))
	}
	n.Span = article.Span{Start: starts[from], End: starts[to]}
	p.Places = append(p.Places, n)
	return nil
}

// bytesOf are the first byte of each character, and the end.
func bytesOf(text string) []int {
	starts := make([]int, 0, len(text)+1)
	for i := range text {
		starts = append(starts, i)
	}
	return append(starts, len(text))
}

// TuningHalf are the articles to tune on: of LGL those with an even number, of GeoVirus those of each second source. The others are
// the test half.
func TuningHalf(all []Placed) []Placed { return half(all, 0) }

// TestHalf are the articles that are not of [TuningHalf]: for scores alone.
func TestHalf(all []Placed) []Placed { return half(all, 1) }

func half(all []Placed, which int) []Placed {
	var out []Placed
	sources := map[string]int{}
	for _, p := range all {
		n, err := strconv.Atoi(p.ID)
		if err != nil {
			n = len(p.ID)
		}
		if len(p.Places) > 0 && p.Places[0].GeoNames == 0 {
			if _, ok := sources[p.URL]; !ok {
				sources[p.URL] = len(sources)
			}
			n = sources[p.URL]
		}
		if n%2 == which {
			out = append(out, p)
		}
	}
	return out
}
