package toponym_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"github.com/newsgraph/newsgraph/internal/gazetteer"
	"github.com/newsgraph/newsgraph/internal/toponym"
)

// textOf is a text whose places stand in [brackets].
func textOf(marked, url string) *toponym.Text {
	t := &toponym.Text{URL: url}
	at := map[string]int{}
	for {
		before, rest, ok := strings.Cut(marked, "[")
		t.Text += before
		if !ok {
			return t
		}
		name, after, _ := strings.Cut(rest, "]")
		t.Text += name
		i, known := at[name]
		if !known {
			i = len(t.Names)
			at[name] = i
			t.Names = append(t.Names, toponym.Name{Names: []string{name}})
		}
		t.Names[i].Ends = append(t.Names[i].Ends, len(t.Text))
		marked = after
	}
}

// readable is the place as "name type region country".
func readable(g *gazetteer.Gazetteer, p toponym.Place) string {
	if p.ID == gazetteer.None {
		return "none"
	}
	e := g.Place(p.ID)
	out := e.Name + " " + e.Type.String()
	if e.Region != gazetteer.None && e.Region != e.ID {
		out += " " + g.Place(e.Region).Name
	}
	if e.Country != gazetteer.None && e.Country != e.ID {
		out += " " + g.Place(e.Country).Code
	}
	return out
}

func TestResolve(t *testing.T) {
	t.Parallel()
	g := gazetteer.Open()
	r := toponym.New(g)
	tests := []struct {
		name, text, url string
		want            []string
	}{
		{"the largest", "He flew to [Paris] for the talks.", "", []string{"Paris CITY Île-de-France FR"}},
		{"the state beside it", "A barn burned down near [Paris], Texas, on Monday.", "", []string{"Paris CITY Texas US"}},
		{"abbreviated", "A barn burned down near [Paris], Tenn., on Monday.", "", []string{"Paris CITY Tennessee US"}},
		{"in one name", "A barn in [Paris, Texas] burned down.", "", []string{"Paris CITY Texas US"}},
		{"the country beside it", "Shops closed in [Tripoli], Lebanon.", "", []string{"Tripoli CITY Ash Shimāl LB"}},
		{
			"the neighbours", "The road from [Beirut] to [Tripoli] and on to [Homs] in [Syria] was closed.", "",
			[]string{"Beirut CITY Bayrūt LB", "Tripoli CITY Ash Shimāl LB", "Homs CITY Ḩimş SY", "Syria COUNTRY"},
		},
		{
			"other neighbours", "Flights from [Benghazi] to [Tripoli] resumed, said [Libya].", "",
			[]string{"Benghazi CITY Banghāzī LY", "Tripoli CITY Ţarābulus LY", "Libya COUNTRY"},
		},
		{"a country", "[Georgia] and [Armenia] signed in [Tbilisi].", "", []string{"Georgia COUNTRY", "Armenia COUNTRY", "Tbilisi CITY Tbilisi GE"}},
		{
			"a state", "[Georgia] and [Alabama] share the river, officials in [Atlanta] and [Columbus] said.", "",
			[]string{"Georgia REGION US", "Alabama REGION US", "Atlanta CITY Georgia US", "Columbus CITY Georgia US"},
		},
		{"the host's country", "Police in [Cambridge] and [Ely] closed the road.", "http://news.example.co.uk/a", []string{"Cambridge CITY England GB", "Ely CITY England GB"}},
		{"a state of a capital's name", "Rain fell in [Washington] state.", "", []string{"Washington REGION US"}},
		{"a state of a capital's name, in one", "Rain fell in [Washington State].", "", []string{"Washington REGION US"}},
		{"unknown", "He lives in [Qwxyz].", "", []string{"none"}},
		{"a part", "Troops left [northern Iraq].", "", []string{"Iraq COUNTRY"}},
		{"nothing", "Nobody came.", "", nil},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			t.Parallel()
			var got []string
			for _, p := range r.Resolve(textOf(test.text, test.url)) {
				got = append(got, readable(g, p))
			}
			if diff := cmp.Diff(test.want, got); diff != "" {
				t.Errorf("(-want +got):\n%s", diff)
			}
		})
	}
}

func TestWhy(t *testing.T) {
	t.Parallel()
	r := toponym.New(gazetteer.Open())
	usual := r.Resolve(textOf("He flew to [Paris].", ""))[0]
	told := r.Resolve(textOf("He drove to [Paris], Texas.", ""))[0]
	if !usual.Usual || usual.Told || told.Usual || !told.Told {
		t.Errorf("usual %+v, told %+v", usual, told)
	}
}

func TestDateline(t *testing.T) {
	t.Parallel()
	g := gazetteer.Open()
	text := textOf("[NEW YORK] – Rain fell.", "")
	text.Names[0].Dateline = true
	p := toponym.New(g).Resolve(text)[0]
	if got := readable(g, p); got != "New York City CITY New York US" || p.Usual {
		t.Errorf("%s, %+v", got, p)
	}
}

// The order in which the names are given makes no difference, and shares are shares.
func TestOrderOfNames(t *testing.T) {
	t.Parallel()
	r := toponym.New(gazetteer.Open())
	some := []string{"Paris", "Texas", "Tripoli", "Lebanon", "Springfield", "Columbus", "Georgia", "London", "Ontario", "Qwxyz", "Victoria"}
	rapid.Check(t, func(t *rapid.T) {
		names := rapid.SliceOfNDistinct(rapid.SampledFrom(some), 1, len(some), rapid.ID).Draw(t, "names")
		shuffled := rapid.Permutation(names).Draw(t, "shuffled")
		resolve := func(list []string) map[string]string {
			text := &toponym.Text{}
			for _, n := range list {
				text.Names = append(text.Names, toponym.Name{Names: []string{n}})
			}
			out := map[string]string{}
			for i, p := range r.Resolve(text) {
				if p.Confidence < 0 || p.Confidence > 1 {
					t.Fatalf("%s: %+v", list[i], p)
				}
				out[list[i]] = fmt.Sprintf("%d %.4f", p.ID, p.Confidence)
			}
			return out
		}
		if diff := cmp.Diff(resolve(names), resolve(shuffled)); diff != "" {
			t.Fatalf("(-given +shuffled):\n%s", diff)
		}
	})
}

func BenchmarkResolve(b *testing.B) {
	r := toponym.New(gazetteer.Open())
	text := textOf(strings.Repeat("The road from [Beirut] to [Tripoli], Lebanon, and [San Antonio] was closed, the mayor of [Springfield] said. ", 10), "")
	for b.Loop() {
		r.Resolve(text)
	}
}
