package encoder_test

import (
	"encoding/hex"
	"encoding/json"
	"flag"
	"fmt"
	"math"
	"os"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/newsgraph/newsgraph/loader/reader/encoder"
	"github.com/newsgraph/newsgraph/loader/reader/encoder/invented"
	"github.com/newsgraph/newsgraph/loader/reader/kernel"
)

// The tests hold Go to what PyTorch makes of a weights file, by default of invented.File(invented.Tiny(), 1). The
// fixture is written by train/reference.py; `go test -run TestPyTorch -write /tmp/tiny.bin` writes the file for it.
var (
	weightsFlag = flag.String("weights", "", "the weights file of the fixture")
	fixtureFlag = flag.String("fixture", "testdata/tiny.json", "what PyTorch makes of the weights file")
	writeFlag   = flag.String("write", "", "write the invented weights file here")
)

// fixture is what train/reference.py writes.
type fixture struct {
	Weights string `json:"weights"`
	Cases   []struct {
		Text     string    `json:"text"`
		Units    [][2]int  `json:"units"`
		Pieces   [][]int32 `json:"pieces"`
		Features struct {
			Shape []int `json:"shape"`
			Quote []int `json:"quote"`
			Break []int `json:"break"`
		} `json:"features"`
		Windows []struct {
			Start int    `json:"start"`
			End   int    `json:"end"`
			Kept  [2]int `json:"kept"`
		} `json:"windows"`
		Logits  [][]float64 `json:"logits"`
		Vectors [][]float64 `json:"vectors"`
		Links   struct {
			From   [][2]int               `json:"from"`
			To     [][2]int               `json:"to"`
			Scores map[string][][]float64 `json:"scores"`
		} `json:"links"`
		Roles struct {
			Predicate int         `json:"predicate"`
			Words     []int       `json:"words"`
			Scores    [][]float64 `json:"scores"`
		} `json:"roles"`
	} `json:"cases"`
}

func loadFixture(t *testing.T, k kernel.Kernel) (*encoder.Model, *fixture) {
	t.Helper()
	raw := invented.File(invented.Tiny(), 1)
	if *writeFlag != "" {
		if err := os.WriteFile(*writeFlag, raw, 0o600); err != nil {
			t.Fatal(err)
		}
	}
	if *weightsFlag != "" {
		raw = read(t, *weightsFlag)
	}
	var f fixture
	if err := json.Unmarshal(read(t, *fixtureFlag), &f); err != nil {
		t.Fatal(err)
	}
	if got := hex.EncodeToString(raw[len(raw)-32:]); got != f.Weights {
		t.Fatalf("the fixture is of the weights %s, not of %s", f.Weights, got)
	}
	m, err := encoder.Load(raw, k)
	if err != nil {
		t.Fatal(err)
	}
	return m, &f
}

func read(t testing.TB, path string) []byte {
	t.Helper()
	raw, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	return raw
}

func TestPyTorchUnits(t *testing.T) {
	t.Parallel()
	m, f := loadFixture(t, kernel.New())
	for i, c := range f.Cases {
		text := split(t, m, c.Text)
		var pieces [][]int32
		spans, shapes, quotes, breaks := make([][2]int, 0), make([]int, 0), make([]int, 0), make([]int, 0)
		for _, u := range text.Units {
			spans = append(spans, [2]int{int(u.Start), int(u.End)})
			shapes, quotes, breaks = append(shapes, int(u.Shape)), append(quotes, int(u.Quote)), append(breaks, int(u.Break))
			pieces = append(pieces, text.Pieces(u))
		}
		for what, pair := range map[string][2]any{
			"units": {c.Units, spans}, "pieces": {c.Pieces, append([][]int32{}, pieces...)}, "shapes": {c.Features.Shape, shapes},
			"quotes": {c.Features.Quote, quotes}, "breaks": {c.Features.Break, breaks},
		} {
			if diff := cmp.Diff(pair[0], pair[1]); diff != "" {
				t.Errorf("text %d: %s (-PyTorch +Go):\n%s", i, what, diff)
			}
		}
	}
}

// The activations are rounded to 14 bits, which PyTorch does not: single values may differ by this much of the deviation
// of all, and by so much on average.
const (
	mostOff = 0.01
	meanOff = 0.002
)

func TestPyTorchScores(t *testing.T) {
	t.Parallel()
	for _, k := range kernel.All() {
		t.Run(k.String(), func(t *testing.T) {
			t.Parallel()
			m, f := loadFixture(t, k)
			vectors, logits, links, roles := new(deviation), new(deviation), new(deviation), new(deviation)
			for _, c := range f.Cases {
				text := split(t, m, c.Text)
				h := m.Vectors(nil, text, 0, len(text.Units))
				for u, row := range c.Vectors {
					vectors.add(row, h[u*m.Width():])
				}
				scores := m.Tag(nil, h)
				step := 1
				if len(c.Logits) < len(text.Units) { // then it has one in so many
					step = len(text.Units) / 20
				}
				for i, row := range c.Logits {
					logits.add(row, scores[i*step*m.TagStride():])
				}
				if c.Roles.Scores == nil {
					continue
				}
				for _, l := range m.Links() {
					s := l.Between(h, ranges(c.Links.From), ranges(c.Links.To))
					for i, row := range c.Links.Scores[l.Header().Name] {
						links.add(row, []float32{s.Score(i, 0), s.Score(i, 1)})
					}
				}
				got, stride := m.Roles().In(h, []int{c.Roles.Predicate}).Of(0, c.Roles.Words[0], c.Roles.Words[len(c.Roles.Words)-1]+1)
				for i, row := range c.Roles.Scores {
					roles.add(row, got[i*stride:])
				}
			}
			for what, d := range map[string]*deviation{"vectors": vectors, "logits": logits, "links": links, "roles": roles} {
				t.Logf("%s: %s", what, d)
				if d.count == 0 || d.most > mostOff*d.spread() || d.mean() > meanOff*d.spread() {
					t.Errorf("%s: %s", what, d)
				}
			}
		})
	}
}

func split(t *testing.T, m *encoder.Model, text string) *encoder.Text {
	t.Helper()
	out, err := m.Split(text)
	if err != nil {
		t.Fatal(err)
	}
	return out
}

func ranges(pairs [][2]int) []encoder.Range {
	var out []encoder.Range
	for _, p := range pairs {
		out = append(out, encoder.Range{Start: p[0], End: p[1]})
	}
	return out
}

// deviation gathers how far values are off.
type deviation struct {
	count                        int
	most, total, wants, squares2 float64
}

func (d *deviation) add(want []float64, got []float32) {
	for i, w := range want {
		off := math.Abs(w - float64(got[i]))
		if math.IsNaN(off) {
			off = math.Inf(1)
		}
		d.count++
		d.most, d.total = max(d.most, off), d.total+off
		d.wants, d.squares2 = d.wants+w, d.squares2+w*w
	}
}

func (d *deviation) mean() float64 { return d.total / float64(d.count) }

func (d *deviation) spread() float64 {
	mean := d.wants / float64(d.count)
	return math.Sqrt(d.squares2/float64(d.count) - mean*mean)
}

func (d *deviation) String() string {
	return fmt.Sprintf("%d values of deviation %.3f are off by %.4f at most, %.4f on average", d.count, d.spread(), d.most, d.mean())
}
