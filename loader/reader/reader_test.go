package reader_test

import (
	"context"
	"errors"
	"os"
	"path/filepath"
	"runtime"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/newsgraph/newsgraph/loader/article"
	"github.com/newsgraph/newsgraph/loader/reader"
	"github.com/newsgraph/newsgraph/loader/reader/encoder"
	"github.com/newsgraph/newsgraph/loader/reader/encoder/invented"
	"github.com/newsgraph/newsgraph/loader/segment"
)

// harborStory is invented.
const harborStory = `The Port Authority of Selmora closed the northern docks on Monday after a fire, officials said.

“We lost everything,” said Ilka Brandt, a crane driver, “and nobody told us why.” She accused the Harbor Ministry of hiding a report. According to the Selmora Fire Department, the blaze began in a warehouse owned by Norvik Shipping Inc. in 1990.

Transport Minister Tomas Okeke told the Selmora Herald that the docks would open again in May. “There is no danger,” he added. Brandt said the minister’s promise was “a joke.”

`

// annotated returns the text as an article with all marks.
func annotated(tb testing.TB, r *reader.Reader, text string) *article.Article {
	tb.Helper()
	a := &article.Article{Key: tb.Name(), Text: text}
	if err := segment.New().Annotate(context.Background(), a); err != nil {
		tb.Fatal(err)
	}
	if err := r.Annotate(context.Background(), a); err != nil {
		tb.Fatal(err)
	}
	return a
}

// usual is the reader with the program's own network.
func usual(tb testing.TB) *reader.Reader {
	tb.Helper()
	r, err := reader.New()
	if err != nil {
		tb.Fatal(err)
	}
	return r
}

// random is a reader with random weights: what it marks means nothing.
func random(tb testing.TB, seed uint64) *reader.Reader {
	tb.Helper()
	path := filepath.Join(tb.TempDir(), "weights.bin")
	if err := os.WriteFile(path, invented.File(invented.Tiny(), seed), 0o600); err != nil {
		tb.Fatal(err)
	}
	r, err := reader.Open(path)
	if err != nil {
		tb.Fatal(err)
	}
	return r
}

func join(text string, spans []article.Span) string {
	var parts []string
	for _, s := range spans {
		parts = append(parts, s.Of(text))
	}
	return strings.Join(parts, " … ")
}

// TestStory holds what the program's own network makes of an easy text.
func TestStory(t *testing.T) {
	t.Parallel()
	a := annotated(t, usual(t), harborStory)
	var names, attributions []string
	for _, n := range a.Names {
		names = append(names, string(n.Kind)+" "+n.Span.Of(a.Text))
	}
	for _, x := range a.Attributions {
		attributions = append(attributions, join(a.Text, x.Source)+" | "+join(a.Text, x.Cue)+" | "+join(a.Text, x.Content))
	}
	wantNames := []string{
		"ORGANIZATION Port Authority of Selmora", "PERSON Ilka Brandt", "ORGANIZATION Harbor Ministry",
		"ORGANIZATION Selmora Fire Department", "ORGANIZATION Norvik Shipping Inc", "PERSON Tomas Okeke",
		"ORGANIZATION Selmora Herald", "PERSON Brandt",
	}
	if d := cmp.Diff(wantNames, names); d != "" {
		t.Error(d)
	}
	want := []string{
		"officials | said | The Port Authority of Selmora closed the northern docks on Monday after a fire",
		"Ilka Brandt, a crane driver, | said | “We lost everything,” … “and nobody told us why.”",
		"She | accused | the Harbor Ministry of hiding a report",
		"the Selmora Fire Department | According to | the blaze began in a warehouse owned by Norvik Shipping Inc. in 1990",
		"Transport Minister Tomas Okeke | told | that the docks would open again in May",
		"he | added | “There is no danger,”",
		"Brandt | said | the minister’s promise was “a joke.”",
	}
	if d := cmp.Diff(want, attributions); d != "" {
		t.Error(d)
	}
}

// TestRolesAndTones holds that predicates and tones of the network's marks come through.
func TestRolesAndTones(t *testing.T) {
	t.Parallel()
	a := annotated(t, usual(t), "The Harbor Ministry sacked Tomas Okeke on Monday. Ilka Brandt called him a liar, a thief and a disgrace.")
	i := slices.IndexFunc(a.Predicates, func(p article.Predicate) bool { return p.Span.Of(a.Text) == "sacked" })
	if i < 0 {
		t.Fatalf("no predicate is “sacked”: %+v", a.Predicates)
	}
	got := map[string]string{}
	for _, x := range a.Predicates[i].Arguments {
		got[x.Label] = x.Head.Of(a.Text)
	}
	if d := cmp.Diff(map[string]string{"ARG0": "Ministry", "ARG1": "Tomas", "ARGM-TMP": "Monday"}, got); d != "" {
		t.Error(d)
	}
	him := strings.Index(a.Text, "him")
	i = slices.IndexFunc(a.Tones, func(x article.WordTone) bool { return x.Span.Start == him })
	if i < 0 || a.Tones[i].Negative < 0.5 {
		t.Errorf("“him” is not spoken ill of: %+v", a.Tones)
	}
}

func TestContract(t *testing.T) {
	t.Parallel()
	want := article.Contract{
		Name:     "reader",
		Requires: []article.Layer{article.LayerText, article.LayerSegments},
		Adds:     []article.Layer{article.LayerNames, article.LayerAttributions, article.LayerTones, article.LayerPredicates},
	}
	if d := cmp.Diff(want, (*reader.Reader)(nil).Contract()); d != "" {
		t.Error(d)
	}
}

func TestCancelled(t *testing.T) {
	t.Parallel()
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	if err := random(t, 1).Annotate(ctx, &article.Article{Text: harborStory}); !errors.Is(err, context.Canceled) {
		t.Errorf("got %v", err)
	}
}

func TestOpenRefusesWhatIsNoModel(t *testing.T) {
	t.Parallel()
	good, path := invented.File(invented.Tiny(), 1), filepath.Join(t.TempDir(), "weights.bin")
	damaged := slices.Clone(good)
	damaged[len(damaged)/2] ^= 1
	for name, raw := range map[string][]byte{
		"foreign": []byte("NGREADER but not really"), "empty": nil, "cut off": good[:len(good)/2], "damaged": damaged,
	} {
		if err := os.WriteFile(path, raw, 0o600); err != nil {
			t.Fatal(err)
		}
		if _, err := reader.Open(path); !errors.Is(err, encoder.ErrWeights) || !strings.Contains(err.Error(), path) {
			t.Errorf("%s: error %v, want ErrWeights with the path", name, err)
		}
	}
	if _, err := reader.Open(filepath.Join(t.TempDir(), "missing")); !errors.Is(err, os.ErrNotExist) {
		t.Errorf("error %v, want ErrNotExist", err)
	}
}

// FuzzAnnotate reads with random weights, which mark far more than any text has.
func FuzzAnnotate(f *testing.F) {
	readers := []*reader.Reader{random(f, 1), random(f, 2)}
	for _, s := range []string{
		harborStory, "", "“", "said", "“” said ‘", "A (B (C) said: “x” – “y", "according to X", "“a\n\n“b\n\n“c” said X",
		"İ said. ＡＢＣ told “\u00a0”", "''a'' said Mr.", "\x00\u202eabc\u200f🙂", strings.Repeat("“he said ” ", 50),
	} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, text string) {
		text = strings.ToValidUTF8(text, "?")
		for _, r := range readers {
			a := annotated(t, r, text)
			checkNames(t, a)
			checkAttributions(t, a)
			checkWords(t, a)
		}
	})
}

func checkSpan(t *testing.T, text string, s article.Span) {
	t.Helper()
	if s.Start < 0 || s.End <= s.Start || s.End > len(text) || !strings.HasPrefix(text[s.Start:], strings.ToValidUTF8(s.Of(text), "\x00")) {
		t.Fatalf("span %v is no passage of %q", s, text)
	}
}

func checkNames(t *testing.T, a *article.Article) {
	t.Helper()
	last := 0
	for _, n := range a.Names {
		checkSpan(t, a.Text, n.Span)
		if n.Span.Start < last || n.Kind == "" || n.Confidence <= 0 || n.Confidence > 1 {
			t.Fatalf("name %v after %d", n, last)
		}
		last = n.Span.End
	}
}

func checkAttributions(t *testing.T, a *article.Article) {
	t.Helper()
	last := 0
	for _, x := range a.Attributions {
		if len(x.Content) == 0 || x.Content[0].Start < last || x.Confidence <= 0 || x.Confidence > 1 {
			t.Fatalf("attribution %v after %d", x, last)
		}
		last = x.Content[0].Start
		for _, spans := range [][]article.Span{x.Source, x.Cue, x.Content} {
			end := 0
			for _, s := range spans {
				checkSpan(t, a.Text, s)
				if s.Start < end {
					t.Fatalf("spans out of order: %v in %q", spans, a.Text)
				}
				end = s.End
			}
		}
	}
}

// checkWords holds predicates and tones.
func checkWords(t *testing.T, a *article.Article) {
	t.Helper()
	last := -1
	for _, p := range a.Predicates {
		checkSpan(t, a.Text, p.Span)
		if p.Span.Start <= last {
			t.Fatalf("predicate %v after %d", p, last)
		}
		last = p.Span.Start
		for _, x := range p.Arguments {
			checkSpan(t, a.Text, x.Head)
		}
	}
	last = -1
	for _, x := range a.Tones {
		checkSpan(t, a.Text, x.Span)
		if x.Span.Start <= last || x.Positive < 0 || x.Negative < 0 || x.Positive+x.Negative > 1.00001 {
			t.Fatalf("tone %v after %d", x, last)
		}
		last = x.Span.Start
	}
}

// TestMemoryIsLinear holds that what reading takes from the memory, and what stays of it, grows with the text and no faster.
func TestMemoryIsLinear(t *testing.T) { // not parallel: the counters are those of the whole process
	r := random(t, 1)
	measure := func(times int) (made, left uint64) {
		a := &article.Article{Text: strings.Repeat(harborStory, times)}
		if err := segment.New().Annotate(t.Context(), a); err != nil {
			t.Fatal(err)
		}
		var before, after, end runtime.MemStats
		runtime.GC()
		runtime.ReadMemStats(&before)
		if err := r.Annotate(t.Context(), a); err != nil {
			t.Fatal(err)
		}
		runtime.ReadMemStats(&after)
		runtime.GC()
		runtime.GC() // what pools keep is gone after the second
		runtime.ReadMemStats(&end)
		runtime.KeepAlive(a)
		return after.TotalAlloc - before.TotalAlloc, end.HeapAlloc - before.HeapAlloc
	}
	made, left := measure(25) // more than a section
	moreMade, moreLeft := measure(100)
	if moreMade > 5*made || moreLeft > 5*left {
		t.Errorf("of four times the text: %d bytes made after %d, %d left after %d", moreMade, made, moreLeft, left)
	}
}
