package decode_test

import (
	"cmp"
	"encoding/hex"
	"encoding/json"
	"flag"
	"os"
	"slices"
	"testing"

	gocmp "github.com/google/go-cmp/cmp"

	"github.com/newsgraph/newsgraph/loader/article"
	"github.com/newsgraph/newsgraph/loader/reader/decode"
	"github.com/newsgraph/newsgraph/loader/reader/encoder"
	"github.com/newsgraph/newsgraph/loader/reader/encoder/invented"
	"github.com/newsgraph/newsgraph/loader/reader/kernel"
)

// The tests hold Go to what train/reference.py makes of a weights file, by default the invented one of package encoder.
var (
	weightsFlag = flag.String("weights", "", "the weights file of the fixture")
	fixtureFlag = flag.String("fixture", "../encoder/testdata/tiny.json", "what PyTorch makes of the weights file")
)

// reading is the part of the fixture with the marks.
type reading struct {
	Names []struct {
		Span [2]int `json:"span"`
		Kind string `json:"kind"`
	} `json:"names"`
	Attributions []attribution `json:"attributions"`
	Roles        []struct {
		Predicate [2]int `json:"predicate"`
		Arguments [][2]any
	} `json:"roles"`
	POS []string `json:"pos"`
}

type attribution struct {
	Source  [][2]int `json:"source"`
	Cue     *[2]int  `json:"cue"`
	Content [][2]int `json:"content"`
}

func decoder(t testing.TB, k kernel.Kernel) *decode.Decoder {
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
	d, err := decode.New(m)
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
			d, count := decoder(t, k), 0
			for i, c := range f.Cases {
				m, err := d.Read(t.Context(), c.Text)
				if err != nil {
					t.Fatal(err)
				}
				want := c.Reading
				slices.SortStableFunc(want.Attributions, func(a, b attribution) int { return cmp.Compare(a.Content[0][0], b.Content[0][0]) })
				if diff := gocmp.Diff(want, readingOf(m)); diff != "" {
					t.Errorf("text %d (-PyTorch +Go):\n%s", i, diff)
				}
				count += len(m.Names) + len(m.Attributions) + len(m.Predicates)
			}
			if count < 50 {
				t.Errorf("the texts have only %d marks, so that the test says little", count)
			}
		})
	}
}

// readingOf puts marks in the form of the fixture.
func readingOf(m *decode.Marks) reading {
	out := reading{}
	encoded := struct {
		Names        []any `json:"names"`
		Attributions []any `json:"attributions"`
		Roles        []any
		POS          []string `json:"pos"`
	}{[]any{}, []any{}, []any{}, []string{}}
	for _, n := range m.Names {
		encoded.Names = append(encoded.Names, map[string]any{"span": pair(n.Bytes), "kind": n.Kind})
	}
	for _, a := range m.Attributions {
		one := map[string]any{"source": pairs(a.Source), "cue": nil, "content": pairs(a.Content)}
		if len(a.Cue) > 0 {
			one["cue"] = pair(a.Cue[0].Bytes)
		}
		encoded.Attributions = append(encoded.Attributions, one)
	}
	for _, p := range m.Predicates {
		args := []any{}
		for _, a := range p.Arguments {
			args = append(args, []any{m.RoleLabels[a.Label], pair(m.Bytes(int(a.Unit)))})
		}
		encoded.Roles = append(encoded.Roles, map[string]any{"predicate": pair(m.Bytes(p.Unit)), "arguments": args})
	}
	for _, i := range m.POS {
		encoded.POS = append(encoded.POS, m.POSLabels[i])
	}
	raw, err := json.Marshal(encoded)
	if err == nil {
		err = json.Unmarshal(raw, &out)
	}
	if err != nil {
		panic(err)
	}
	return out
}

func pair(s article.Span) [2]int { return [2]int{s.Start, s.End} }

func pairs(spans []decode.Span) [][2]int {
	out := [][2]int{}
	for _, s := range spans {
		out = append(out, pair(s.Bytes))
	}
	return out
}
