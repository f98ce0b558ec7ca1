package decode

import (
	"context"
	"encoding/json"
	"errors"
	"strings"
	"sync"
	"testing"

	gocmp "github.com/google/go-cmp/cmp"

	"github.com/newsgraph/newsgraph/loader/article"
	"github.com/newsgraph/newsgraph/loader/reader/encoder"
	"github.com/newsgraph/newsgraph/loader/reader/encoder/invented"
	"github.com/newsgraph/newsgraph/loader/reader/kernel"
)

const text = "MARBURG — The minister said: “We will open the 2027 festival”, she told the union.\n\n" +
	`"Nothing is ready," the union of Zürich replied on Monday. It did not say why.`

// check holds what Read promises of any text.
func check(t testing.TB, text string, m *Marks) {
	t.Helper()
	last := 0
	for _, n := range m.Names {
		checkSpan(t, text, m, n.Span)
		if n.Bytes.Start < last {
			t.Errorf("the name %v begins before %d", n, last)
		}
		last = n.Bytes.End
	}
	last = -1
	for _, a := range m.Attributions {
		if len(a.Content) == 0 || len(a.Cue) > 1 || len(a.Source) > len(a.Cue) || a.Content[0].Bytes.Start <= last {
			t.Errorf("the attribution %v is not in order after %d", a, last)
			return
		}
		last = a.Content[0].Bytes.Start
		for _, spans := range [][]Span{a.Source, a.Cue, a.Content} {
			for _, s := range spans {
				checkSpan(t, text, m, s)
				if a.Confidence > s.Confidence {
					t.Errorf("the attribution %v is surer than its parts", a)
				}
			}
		}
	}
	last = -1
	for _, p := range m.Predicates {
		if p.Unit <= last || p.Unit >= len(m.Units) || !sure(p.Confidence) {
			t.Errorf("the predicate %+v is not in order after %d", p, last)
			return
		}
		last = p.Unit
		for i, a := range p.Arguments {
			if a.Label == 0 || int(a.Unit) == p.Unit || i > 0 && a.Unit <= p.Arguments[i-1].Unit || !sure(float64(a.Confidence)) {
				t.Errorf("the predicate %+v has the argument %+v", p, a)
			}
		}
	}
	last = -1
	for _, x := range m.Tones {
		if x.Unit <= last || x.Unit >= len(m.Units) || !sure(x.Positive) || !sure(x.Negative) || x.Positive+x.Negative < 1-certain-1e-6 {
			t.Errorf("the tone %+v after %d", x, last)
		}
		last = x.Unit
	}
	if len(m.POS) != len(m.Units) {
		t.Errorf("%d of %d units have a part of speech", len(m.POS), len(m.Units))
	}
}

func checkSpan(t testing.TB, text string, m *Marks, s Span) {
	t.Helper()
	want := article.Span{Start: int(m.Units[s.Units.Start].Start), End: int(m.Units[s.Units.End-1].End)}
	if s.Bytes != want || s.Bytes.Empty() || s.Bytes.End > len(text) || !sure(s.Confidence) {
		t.Errorf("the span %+v should be of the bytes %v", s, want)
	}
	for u := s.Units.Start + 1; u < s.Units.End; u++ {
		if m.Units[u].Break == encoder.BreakParagraph {
			t.Errorf("the span %v crosses a blank line", s)
		}
	}
}

func sure(confidence float64) bool { return confidence > 0 && confidence <= 1.000001 }

func TestRead(t *testing.T) {
	t.Parallel()
	m, err := usual(t, kernel.New()).Read(t.Context(), text)
	if err != nil {
		t.Fatal(err)
	}
	check(t, text, m)
	if len(m.Names) == 0 || len(m.Attributions) == 0 || len(m.Predicates) == 0 || len(m.Tones) == 0 {
		t.Errorf("the marks are few: %+v", m)
	}
}

func TestReadAtOnce(t *testing.T) {
	t.Parallel()
	d := usual(t, kernel.New())
	texts := []string{text, strings.Repeat(text+"\n", 5), "word", ""}
	var want []*Marks
	for _, s := range texts {
		m, err := d.Read(t.Context(), s)
		if err != nil {
			t.Fatal(err)
		}
		want = append(want, m)
	}
	var all sync.WaitGroup
	for i := range 16 {
		all.Go(func() {
			got, err := d.Read(t.Context(), texts[i%len(texts)])
			if err != nil {
				t.Error(err)
				return
			}
			if diff := gocmp.Diff(want[i%len(texts)], got, gocmp.AllowUnexported(encoder.Unit{})); diff != "" {
				t.Errorf("marks differ when others read at the same time:\n%s", diff)
			}
		})
	}
	all.Wait()
}

func TestReadEnds(t *testing.T) {
	t.Parallel()
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	if _, err := usual(t, kernel.New()).Read(ctx, text); !errors.Is(err, context.Canceled) {
		t.Errorf("got %v, want the context's error", err)
	}
}

// TestReadHard reads texts that nobody wrote; they are long enough for several sections.
func TestReadHard(t *testing.T) {
	t.Parallel()
	d := usual(t, kernel.New())
	for name, s := range map[string]string{
		"quote marks":        strings.Repeat(`"`, 40_000),
		"single quote marks": strings.Repeat(`'`, 20_000),
		"one line":           strings.Repeat("the minister said “we agreed” ", 3_000),
		"one word":           strings.Repeat("a", 1_000_000),
		"controls":           strings.Repeat("\x00\x1b\u200f", 100_000),
		"emoji":              strings.Repeat("🙂 👩‍👩‍👧 ", 10_000),
		"right to left":      strings.Repeat("\u202bשלום\u202c ", 20_000),
		"not UTF-8":          strings.Repeat("\xff\xfe the", 20_000),
		"blank lines":        strings.Repeat("\n\nsaid", 20_000),
		"combining marks":    strings.Repeat("\u0301", 200_000),
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			m, err := d.Read(t.Context(), s)
			if err != nil {
				t.Fatal(err)
			}
			check(t, s, m)
		})
	}
}

// TestNewRefuses has models whose header lacks what marks are made of.
func TestNewRefuses(t *testing.T) {
	t.Parallel()
	for _, tt := range []struct{ old, new, says string }{
		{`"name":"content","scheme"`, `"name":"contenu","scheme"`, "which has none"},
		{`"name":"names","scheme"`, `"name":"nomes","scheme"`, "names"},
		{`"name":"pos","scheme":"plain"`, `"name":"pox","scheme":"plain"`, "pos"},
		{`"from":"content","to":"cue"`, `"from":"source","to":"cue"`, "links"},
	} {
		_, err := loaded(t, tt.old, tt.new)
		if !errors.Is(err, encoder.ErrWeights) || !strings.Contains(err.Error(), tt.says) {
			t.Errorf("%s: got %v, want ErrWeights with %q", tt.new, err, tt.says)
		}
	}
}

// loaded is a decoder of an invented file in whose header a text is replaced.
func loaded(t *testing.T, old, replacement string) (*Decoder, error) {
	t.Helper()
	raw := invented.File(invented.Tiny(), 1)
	size := int(raw[12]) | int(raw[13])<<8 | int(raw[14])<<16
	header := string(raw[16 : 16+size])
	if changed := strings.Replace(header, old, replacement, 1); changed != header && json.Valid([]byte(changed)) {
		header = changed
	} else {
		t.Fatalf("the header has no %s: %s", old, header)
	}
	m, err := encoder.Load(invented.Frame([]byte(header), raw[16+size:len(raw)-32]), kernel.New())
	if err != nil {
		return nil, err
	}
	return New(m)
}

func FuzzRead(f *testing.F) {
	d := usual(f, kernel.New())
	f.Add(text)
	f.Add("\"\"\n\n\"a\" '' said \u202e\x00\xff")
	f.Add(strings.Repeat("“said ”", 60))
	f.Fuzz(func(t *testing.T, text string) {
		m, err := d.Read(t.Context(), text)
		if err != nil {
			t.Fatal(err)
		}
		check(t, text, m)
	})
}

// BenchmarkRead reads an article with a network of the usual size: units, encoder, heads, decoding.
func BenchmarkRead(b *testing.B) {
	raw := invented.File(invented.Usual(), 1)
	long := strings.Repeat(strings.Repeat("the minister of zu said “ we of the said ” , said the minister . ", 5)+"\n\n", 12)
	for _, k := range kernel.All() {
		b.Run(k.String(), func(b *testing.B) {
			model, err := encoder.Load(raw, k)
			if err != nil {
				b.Fatal(err)
			}
			d, err := New(model)
			if err != nil {
				b.Fatal(err)
			}
			b.ReportAllocs()
			units := 0
			for b.Loop() {
				m, err := d.Read(b.Context(), long)
				if err != nil {
					b.Fatal(err)
				}
				units += len(m.Units)
			}
			b.ReportMetric(float64(units)/b.Elapsed().Seconds(), "units/s")
		})
	}
}
