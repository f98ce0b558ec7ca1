package gazetteer

import (
	"errors"
	"fmt"
	"math"
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"
)

// has tells whether the name has an entry of that type, in that country, near that point.
func has(g *Gazetteer, name string, t Type, country string, latitude, longitude float64) bool {
	return slices.ContainsFunc(g.Find(name), func(m Match) bool {
		p := g.Place(m.ID)
		in := ""
		if p.Country != None {
			in = g.Place(p.Country).Code
		}
		return p.Type == t && in == country && Distance(p.Latitude, p.Longitude, latitude, longitude) < 100
	})
}

func TestFind(t *testing.T) {
	t.Parallel()
	g := Open()
	tests := []struct {
		name                string
		kind                Type
		country             string
		latitude, longitude float64
	}{
		{"Paris", City, "FR", 48.85, 2.35},
		{"Paris", City, "US", 33.66, -95.56},
		{"Tripoli", City, "LY", 32.89, 13.19},
		{"Tripoli", City, "LB", 34.43, 35.84},
		{"Kyiv", City, "UA", 50.45, 30.52},
		{"Kiev", City, "UA", 50.45, 30.52},
		{"Łódź", City, "PL", 51.77, 19.46},
		{"Lodz", City, "PL", 51.77, 19.46},
		{"St. Louis", City, "US", 38.63, -90.2},
		{"Saint Louis", City, "US", 38.63, -90.2},
		{"The Hague", City, "NL", 52.08, 4.3},
		{"Texas", Region, "US", 31.2, -99.5},
		{"Ont.", Region, "CA", 48, -84.6},
		{"NSW", Region, "AU", -32.7, 147},
		{"Dagestan", Region, "RU", 42.9, 47},
		{"Oxfordshire", District, "GB", 51.8, -1.3},
		{"Georgia", Country, "GE", 42, 43.5},
		{"Georgia", Region, "US", 32.7, -83.2},
		{"the United States", Country, "US", 39.8, -98.6},
		{"U.S.", Country, "US", 39.8, -98.6},
		{"Britain", Country, "GB", 54, -2},
		{"Turkish", Country, "TR", 39, 35},
		{"Palestine", Country, "PS", 31.9, 35.2},
		{"Kosovo", Country, "XK", 42.6, 21},
		{"Africa", Continent, "", 7.2, 21.1},
	}
	for _, test := range tests {
		t.Run(test.name+" "+test.country, func(t *testing.T) {
			t.Parallel()
			if !has(g, test.name, test.kind, test.country, test.latitude, test.longitude) {
				for _, m := range g.Find(test.name) {
					t.Logf("there is %+v", g.Place(m.ID))
				}
				t.Errorf("no %s %q of %q near %v, %v", test.kind, test.name, test.country, test.latitude, test.longitude)
			}
		})
	}
}

func TestFindNothing(t *testing.T) {
	t.Parallel()
	g := Open()
	for _, name := range []string{"", "  ", "!", "Qqqqqq", "\xff", "zzzzzzzzzzzz", "0"} {
		if got := g.Find(name); len(got) > 0 {
			t.Errorf("Find(%q) = %v", name, got)
		}
	}
}

// Each entry is found by its own name, lies in entries of the right types, and has coordinates of the globe.
func TestEntries(t *testing.T) {
	t.Parallel()
	g := Open()
	types := map[Type]int{}
	for id := range ID(g.Len()) {
		p := g.Place(id)
		types[p.Type]++
		if math.Abs(p.Latitude) > 90 || math.Abs(p.Longitude) > 180 || p.Type.String() == "" || p.GeoNames == 0 || p.Name == "" {
			t.Fatalf("broken entry %+v", p)
		}
		for area, want := range map[ID]Type{p.Country: Country, p.Region: Region, p.District: District} {
			if area != None && g.Place(area).Type != want {
				t.Fatalf("%+v lies in %+v, which is no %s", p, g.Place(area), want)
			}
		}
		if id%16 == 0 && !slices.ContainsFunc(g.Find(p.Name), func(m Match) bool { return m.ID == id }) {
			t.Fatalf("%+v is not found by its name", p)
		}
	}
	if types[Country] < 240 || types[Region] < 3000 || types[District] < 30_000 || types[City] < 100_000 {
		t.Errorf("entries by type: %v", types)
	}
}

func TestDistance(t *testing.T) {
	t.Parallel()
	if d := Distance(48.8566, 2.3522, 51.5074, -0.1278); math.Abs(d-343.6) > 1 {
		t.Errorf("Paris to London: %.1f km", d)
	}
	if d := Distance(0, 179.5, 0, -179.5); math.Abs(d-111.2) > 1 {
		t.Errorf("over the date line: %.1f km", d)
	}
}

func TestFold(t *testing.T) {
	t.Parallel()
	for name, want := range map[string]string{
		"São Paulo": "sao paulo", "N'Djamena": "ndjamena", "U.S.": "us", "St. Paul": "saint paul", "St": "st",
		"the Gambia": "gambia", "The": "the", "Москва": "moskva", "Al-Raqqah": "al raqqah", "": "",
	} {
		if got := Fold(name); got != want {
			t.Errorf("Fold(%q) = %q, want %q", name, got, want)
		}
	}
}

// What Encode writes is what is read, each name with its entries in order, and no other.
func TestEncode(t *testing.T) {
	t.Parallel()
	rapid.Check(t, func(t *rapid.T) {
		count := rapid.IntRange(1, 60).Draw(t, "entries")
		var places []Place
		for i := range count {
			places = append(places, Place{
				ID: ID(i), GeoNames: uint32(i + 1), Name: fmt.Sprintf("Place %d", i), Type: City, Latitude: float64(i), Longitude: -float64(i),
				Population: i * 1000, Country: ID(i % 3), Region: None, District: None, Capital: i%5 == 0,
			})
		}
		names := rapid.MapOf(rapid.StringMatching(`[a-c]{1,6}`), rapid.SliceOfNDistinct(rapid.IntRange(0, count-1), 1, 4, rapid.ID)).Draw(t, "names")
		given, sorted := map[string][]Match{}, map[string][]Match{}
		for name, ids := range names {
			for _, id := range ids {
				given[name] = append(given[name], Match{ID: ID(id), Alternate: id%2 == 0})
			}
			slices.Sort(ids)
			for _, id := range ids {
				sorted[name] = append(sorted[name], Match{ID: ID(id), Alternate: id%2 == 0})
			}
		}
		g, err := read(Encode(places, given))
		if err != nil {
			t.Fatal(err)
		}
		for i := range places {
			if diff := cmp.Diff(places[i], g.Place(ID(i))); diff != "" {
				t.Fatalf("entry %d (-want +got):\n%s", i, diff)
			}
		}
		for name, want := range sorted {
			if diff := cmp.Diff(want, g.findFolded(name)); diff != "" {
				t.Fatalf("%q (-want +got):\n%s", name, diff)
			}
		}
		other := rapid.StringMatching(`[a-d]{1,7}`).Draw(t, "other")
		if _, there := given[other]; !there && g.findFolded(other) != nil {
			t.Fatalf("%q is found", other)
		}
	})
}

func TestForeignFiles(t *testing.T) {
	t.Parallel()
	whole := Encode([]Place{{GeoNames: 1, Name: "A", Type: City}}, map[string][]Match{"a": {{}}})
	for name, data := range map[string][]byte{
		"empty": nil, "short": []byte(magic), "foreign": make([]byte, 200), "cut": whole[:len(whole)-1], "longer": append(slices.Clone(whole), 0),
	} {
		if _, err := read(data); !errors.Is(err, errFormat) {
			t.Errorf("%s: %v", name, err)
		}
	}
}

func BenchmarkOpen(b *testing.B) {
	for b.Loop() {
		Open()
	}
}

func BenchmarkFind(b *testing.B) {
	g := Open()
	for b.Loop() {
		g.Find("San Antonio")
	}
}
