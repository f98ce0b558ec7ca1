package decode

import (
	"encoding/hex"
	"encoding/json"
	"flag"
	"os"
	"testing"

	gocmp "github.com/google/go-cmp/cmp"

	"github.com/newsgraph/newsgraph/loader/reader/encoder"
	"github.com/newsgraph/newsgraph/loader/reader/encoder/invented"
	"github.com/newsgraph/newsgraph/loader/reader/kernel"
)

// The tests hold Go to what train/reference.py makes of a weights file, by default the invented one of package encoder.
var (
	weightsFlag = flag.String("weights", "", "the weights file of the fixture")
	fixtureFlag = flag.String("fixture", "../encoder/testdata/tiny.json", "what PyTorch makes of the weights file")
)

// reading is what the taggings and the roles of a text give, before attributions are joined.
type reading struct {
	Names []nameOf `json:"names"`
	Spans struct {
		Source, Cue, Content [][2]int
	} `json:"spans"`
	Roles []roleOf `json:"roles"`
	POS   []string `json:"pos"`
}

type nameOf struct {
	Span [2]int `json:"span"`
	Kind string `json:"kind"`
}

type roleOf struct {
	Predicate [2]int
	Arguments [][2]any
}

// usual is a decoder of an invented model, or of the file of the flag.
func usual(t testing.TB, k kernel.Kernel) *Decoder {
	t.Helper()
	raw := invented.File(invented.Tiny(), 1)
	if *weightsFlag != "" {
		var err error
		if raw, err = os.ReadFile(*weightsFlag); err != nil {
			t.Fatal(err)
		}
	}
	m, err := encoder.Load(raw, k)
	if err != nil {
		t.Fatal(err)
	}
	d, err := New(m)
	if err != nil {
		t.Fatal(err)
	}
	return d
}

func TestPyTorchMarks(t *testing.T) {
	t.Parallel()
	raw, err := os.ReadFile(*fixtureFlag)
	if err != nil {
		t.Fatal(err)
	}
	var f struct {
		Weights string `json:"weights"`
		Cases   []struct {
			Text    string  `json:"text"`
			Reading reading `json:"reading"`
		} `json:"cases"`
	}
	if err := json.Unmarshal(raw, &f); err != nil {
		t.Fatal(err)
	}
	if file := invented.File(invented.Tiny(), 1); *weightsFlag == "" && hex.EncodeToString(file[len(file)-32:]) != f.Weights {
		t.Fatal("the fixture is of other weights")
	}
	for _, k := range kernel.All() {
		t.Run(k.String(), func(t *testing.T) {
			t.Parallel()
			d, count := usual(t, k), 0
			for i, c := range f.Cases {
				got := d.plain(t, c.Text)
				want := c.Reading
				want.Roles = onlyFew(want.Roles)
				if diff := gocmp.Diff(want, got); diff != "" {
					t.Errorf("text %d (-PyTorch +Go):\n%s", i, diff)
				}
				count += len(got.Names) + len(got.Spans.Content) + len(got.Roles)
			}
			if count < 50 {
				t.Errorf("the texts have only %d marks, so that the test says little", count)
			}
		})
	}
}

// plain reads a text as Python does: names do not vote, attributions are not joined.
func (d *Decoder) plain(t *testing.T, text string) reading {
	t.Helper()
	split, err := d.model.Split(text)
	if err != nil {
		t.Fatal(err)
	}
	vectors := d.model.Vectors(nil, split, 0, len(split.Units))
	s := section{decoder: d, text: text, units: split.Units, vectors: vectors, scores: d.model.Tag(nil, vectors)}
	at := func(from, to int) [2]int { return [2]int{int(s.units[from].Start), int(s.units[to-1].End)} }
	places := func(tag *tagging) [][2]int {
		out := [][2]int{}
		for _, f := range s.spans(tag, 0) {
			out = append(out, at(f.Start, f.End))
		}
		return out
	}
	r := reading{Names: []nameOf{}, Roles: []roleOf{}, POS: []string{}}
	for _, f := range s.spans(&d.names, 0) {
		r.Names = append(r.Names, nameOf{at(f.Start, f.End), f.kind})
	}
	r.Spans.Source, r.Spans.Cue, r.Spans.Content = places(&d.source), places(&d.cue), places(&d.content)
	labels := d.model.Header().Roles.Labels
	for _, p := range s.predicates() {
		role := roleOf{at(p.Unit, p.Unit+1), [][2]any{}}
		for _, a := range p.Arguments {
			span := at(int(a.Unit), int(a.Unit)+1)
			role.Arguments = append(role.Arguments, [2]any{labels[a.Label], []any{float64(span[0]), float64(span[1])}})
		}
		r.Roles = append(r.Roles, role)
	}
	r.Roles = onlyFew(r.Roles)
	for u := range s.units {
		r.POS = append(r.POS, d.speech.labels[best(s.row(u, &d.speech))])
	}
	return r
}

// onlyFew leaves out the arguments of a predicate that has more than are kept.
func onlyFew(roles []roleOf) []roleOf {
	out := []roleOf{}
	for _, r := range roles {
		if len(r.Arguments) >= maxArguments {
			r.Arguments = nil
		}
		out = append(out, r)
	}
	return out
}
