package eval_test

import (
	"context"
	"errors"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/newsgraph/newsgraph/eval"
	"github.com/newsgraph/newsgraph/loader"
	"github.com/newsgraph/newsgraph/loader/article"
)

// scripted is an extraction that marks what a test says.
type scripted func(a *article.Article)

func (scripted) Contract() article.Contract {
	return article.Contract{Name: "scripted", Requires: []article.Layer{article.LayerRaw}, Adds: []article.Layer{article.LayerNames}}
}

func (s scripted) Annotate(_ context.Context, a *article.Article) error {
	a.Text = a.Raw
	s(a)
	return nil
}

// actors is the stage before which given names are put in.
type actors struct{}

func (actors) Contract() article.Contract {
	return article.Contract{Name: "actors", Requires: []article.Layer{article.LayerNames}, Adds: []article.Layer{article.LayerActors}}
}

// Annotate makes an actor of each name, and gives all pronouns to the first.
func (actors) Annotate(_ context.Context, a *article.Article) error {
	for _, n := range a.Names {
		a.Actors = append(a.Actors, article.Actor{Kind: n.Kind, Name: n.Span.Of(a.Text), Mentions: []article.Mention{{Span: n.Span}}})
	}
	for at := 0; ; {
		i := strings.Index(a.Text[at:], "She")
		if i < 0 {
			return nil
		}
		m := article.Mention{Span: article.Span{Start: at + i, End: at + i + 3}, Form: article.FormPronoun}
		a.Actors[0].Mentions = append(a.Actors[0].Mentions, m)
		at += i + 3
	}
}

// find is where the words stand in the text.
func find(a *article.Article, words string) article.Span {
	i := strings.Index(a.Text, words)
	return article.Span{Start: i, End: i + len(words)}
}

// file writes a data set and returns what names it for Choose.
func file(t *testing.T, format, content string) *eval.Set {
	t.Helper()
	path := filepath.Join(t.TempDir(), "data")
	if err := os.WriteFile(path, []byte(content), 0o600); err != nil {
		t.Fatal(err)
	}
	s, err := eval.Choose(format + "=" + path)
	if err != nil {
		t.Fatal(err)
	}
	return s
}

// measure runs the stages and returns right, found and gold of each measure, and the classes of the faults.
func measure(t *testing.T, set *eval.Set, stages ...article.Stage) (counts map[string][3]int, faults []string) {
	t.Helper()
	r, err := eval.Run(t.Context(), stages, set, nil)
	if err != nil {
		t.Fatal(err)
	}
	counts = map[string][3]int{}
	for _, s := range r.Scores {
		counts[s.Measure] = [3]int{s.Right, s.Found, s.Gold}
	}
	for _, f := range r.Faults {
		faults = append(faults, f.Class)
	}
	slices.Sort(faults)
	return counts, faults
}

const names = "Ana\tB-Person\nSilva\tI-Person\nof\tO\nKorvia\tB-Location\nmet\tO\nReis\tB-Person\n" +
	"at\tO\nthe\tO\nPort\tB-Organization\nBank\tI-Organization\n"

func TestNames(t *testing.T) {
	t.Parallel()
	counts, faults := measure(t, file(t, "names", names), scripted(func(a *article.Article) {
		a.Names = []article.Name{
			{Span: find(a, "Ana Silva"), Kind: article.Person},
			{Span: find(a, "Korvia"), Kind: article.Organization}, // another kind
			{Span: find(a, "met"), Kind: article.Person},          // no name
			{Span: find(a, "Bank"), Kind: article.Organization},   // another boundary
			{Span: find(a, "at"), Kind: article.Event},            // nothing of the set
		}
	}))
	want := map[string][3]int{
		"names.exact": {1, 4, 4}, "names.span": {2, 4, 4}, "names.overlap": {2, 4, 4},
		"names.person.exact": {1, 2, 2}, "names.organization.exact": {0, 2, 1}, "names.place.exact": {0, 0, 1},
	}
	if diff := cmp.Diff(want, counts); diff != "" {
		t.Error(diff)
	}
	classes := []string{"name missed: person", "name of another kind", "name with another boundary", "no name: person"}
	if diff := cmp.Diff(classes, faults); diff != "" {
		t.Error(diff)
	}
}

// TestNoise holds that a name in a line of noise is counted, once for the line, and that those elsewhere are not.
func TestNoise(t *testing.T) {
	t.Parallel()
	set, err := eval.Choose("noise")
	if err != nil {
		t.Fatal(err)
	}
	r, err := eval.Run(t.Context(), []article.Stage{scripted(func(a *article.Article) {
		for _, words := range []string{"Facebook", "Twitter", "Lord Ashgrove"} {
			if s := find(a, words); s.Start >= 0 {
				a.Names = append(a.Names, article.Name{Span: s, Kind: article.Organization})
			}
		}
	})}, set, nil)
	if err != nil {
		t.Fatal(err)
	}
	if len(r.Scores) != 1 || r.Scores[0].Right != r.Scores[0].Gold-1 || r.Scores[0].Gold < 30 || len(r.Faults) != 2 {
		t.Errorf("%+v, faults %+v", r.Scores, r.Faults)
	}
}

// TestLocated holds what is counted of articles without gold names: the place that they are about, and names against those of the text before it
// was spoiled.
func TestLocated(t *testing.T) {
	t.Parallel()
	data := t.TempDir()
	path := filepath.Join(data, "bulk", "syria", "FA-KES-Dataset.csv")
	if err := os.MkdirAll(filepath.Dir(path), 0o700); err != nil {
		t.Fatal(err)
	}
	const rows = "unit_id,article_title,article_content,location\n1,Fire in Selmora,\"Ilka Brandt, of Selmora, left the selmorans.\",selmora\n"
	if err := os.WriteFile(path, []byte(rows), 0o600); err != nil {
		t.Fatal(err)
	}
	reader := scripted(func(a *article.Article) { // in capitals it misses the place
		for words, kind := range map[string]article.Kind{"Ilka Brandt": article.Person, "ILKA BRANDT": article.Person, "Selmora": article.Place} {
			if s := find(a, words); s.Start >= 0 {
				a.Names = append(a.Names, article.Name{Span: s, Kind: kind})
			}
		}
	})
	for name, want := range map[string]map[string][3]int{
		"fakes":      {"names.place.read": {1, 0, 2}},
		"fakes-caps": {"names.place.read": {0, 0, 2}, "names.same": {1, 1, 2}, "names.same.span": {1, 1, 2}},
		"fakes-bare": {"names.place.read": {1, 0, 2}, "names.same": {2, 2, 2}, "names.same.span": {2, 2, 2}},
	} {
		set, err := eval.Choose(name)
		if err != nil {
			t.Fatal(err)
		}
		r, err := eval.Run(t.Context(), []article.Stage{reader}, set, &eval.Options{Data: data})
		if err != nil {
			t.Fatal(err)
		}
		got := map[string][3]int{}
		for _, s := range r.Scores {
			got[s.Measure] = [3]int{s.Right, s.Found, s.Gold}
		}
		if diff := cmp.Diff(want, got); diff != "" {
			t.Errorf("%s:\n%s", name, diff)
		}
	}
}

// attributions is a text with two attributions and a passage that nobody has marked.
const attributions = `{"id":"a","text":"“We will not go back,” Ana Silva said. Reis hopes for rain. Look here, x said.","attributions":[` +
	`{"source":[[23,32]],"cue":[[33,37]],"content":[[0,22]],"form":"direct"},` +
	`{"source":[[39,43]],"cue":[[44,49]],"content":[[50,58]],"form":"indirect"}],"discard":[[[60,69]]]}`

func TestAttributions(t *testing.T) {
	t.Parallel()
	spans := func(a *article.Article, words string) []article.Span { return []article.Span{find(a, words)} }
	counts, faults := measure(t, file(t, "attributions", attributions), scripted(func(a *article.Article) {
		a.Attributions = []article.Attribution{
			{Source: spans(a, "Ana Silva"), Cue: spans(a, "said"), Content: spans(a, "“We will not go back,”")},
			{Source: spans(a, "x"), Cue: spans(a, "said"), Content: spans(a, "Look here")}, // discarded
			{Cue: spans(a, "hopes"), Content: spans(a, "rain")},
		}
		a.Actors = []article.Actor{{Name: "Reis", Mentions: []article.Mention{{Span: find(a, "Reis")}}}}
		a.Statements = []article.Statement{
			{Kind: article.Mixed, Content: spans(a, "We will not go back,"), Speaker: -1, SpeakerSpan: find(a, "Silva"), Within: -1},
			{Kind: article.Indirect, Content: spans(a, "for rain"), Speaker: 0, Within: -1},
			{Kind: article.Indirect, Content: spans(a, "Look here"), Speaker: -1, Within: -1}, // discarded
		}
	}))
	want := map[string][3]int{
		"attribution.source.exact": {1, 1, 2}, "attribution.cue.exact": {2, 2, 2}, "attribution.content.exact": {1, 2, 2},
		"attribution.overlap30": {2, 2, 2}, "attribution.overlap80": {1, 2, 2},
		"attribution.found.direct": {1, 0, 1}, "attribution.found.indirect": {1, 0, 1}, "attribution.source.given-content": {1, 0, 2},
		"statement.overlap30": {2, 2, 2}, "statement.overlap80": {2, 2, 2},
		"statement.found.direct": {1, 0, 1}, "statement.found.indirect": {1, 0, 1},
		"statement.kind.given-content": {1, 0, 2}, "statement.speaker.given-content": {2, 0, 2}, "statement.quoted.speaker": {1, 0, 1},
	}
	if diff := cmp.Diff(want, counts); diff != "" {
		t.Error(diff)
	}
	if diff := cmp.Diff([]string{"attribution with another source"}, faults); diff != "" {
		t.Error(diff)
	}
}

// TestGreedyContent holds that a content of half the article finds one attribution at most.
func TestGreedyContent(t *testing.T) {
	t.Parallel()
	counts, _ := measure(t, file(t, "attributions", attributions), scripted(func(a *article.Article) {
		a.Attributions = []article.Attribution{{Content: []article.Span{{Start: 0, End: 60}}}}
	}))
	if got := counts["attribution.overlap80"]; got != [3]int{1, 1, 2} {
		t.Errorf("%v", got)
	}
}

// coref is a text in which "She" is twice somebody with a name, once somebody without.
const coref = "# newdoc id = d\n" +
	"1\tAna\t_\tPROPN\t_\t_\t_\t_\t_\tEntity=(1-person-new-n-cf1-1-x)\n" +
	"2\tBea\t_\tPROPN\t_\t_\t_\t_\t_\tEntity=(2-person-new-n-cf1-1-x)\n" +
	"3\tShe\t_\tPRON\t_\t_\t_\t_\t_\tEntity=(1-person-giv-n-cf1-1-x)\n" +
	"4\tShe\t_\tPRON\t_\t_\t_\t_\t_\tEntity=(2-person-giv-n-cf1-1-x)\n" +
	"5\tShe\t_\tPRON\t_\t_\t_\t_\t_\tEntity=(3-person-new-n-cf1-1-x)\n"

func TestPronouns(t *testing.T) {
	t.Parallel()
	set, none := file(t, "pronouns", coref), scripted(func(*article.Article) {})
	counts, faults := measure(t, set, none, actors{})
	if diff := cmp.Diff(map[string][3]int{"pronoun.person": {1, 0, 2}}, counts); diff != "" {
		t.Error(diff)
	}
	if diff := cmp.Diff([]string{"pronoun for somebody else"}, faults); diff != "" {
		t.Error(diff)
	}
	if _, err := eval.Run(t.Context(), []article.Stage{none}, set, nil); !errors.Is(err, loader.ErrOrder) {
		t.Errorf("without a stage for actors: %v", err)
	}
}

// TestOwn holds that an empty extraction is scored as one, on a set that comes with the program.
func TestOwn(t *testing.T) {
	t.Parallel()
	set, err := eval.Choose("statements-test")
	if err != nil {
		t.Fatal(err)
	}
	r, err := eval.Run(t.Context(), []article.Stage{scripted(func(*article.Article) {})}, set, &eval.Options{Workers: 2, Every: 2})
	if err != nil {
		t.Fatal(err)
	}
	if r.Articles != 11 || !r.Held || len(r.Faults) > 0 || r.Seconds != 0 || r.Command != "newsgraph eval --every 2 statements-test" {
		t.Errorf("%+v", r)
	}
	for _, s := range r.Scores {
		if s.Value != 0 || s.Right != 0 || s.Gold == 0 {
			t.Errorf("%+v", s)
		}
	}
}

func TestRunRefuses(t *testing.T) {
	t.Parallel()
	if _, err := eval.Choose("no such"); !errors.Is(err, eval.ErrNoSet) || !strings.Contains(err.Error(), "polnear") {
		t.Errorf("unknown set: %v", err)
	}
	none := []article.Stage{scripted(func(*article.Article) {})}
	set, _ := eval.Choose("polnear")
	if _, err := eval.Run(t.Context(), none, set, &eval.Options{Data: t.TempDir()}); !errors.Is(err, eval.ErrNoData) {
		t.Errorf("no data: %v", err)
	}
	set = file(t, "names", names)
	changed := []article.Stage{scripted(func(a *article.Article) { a.Text = a.Text[1:] })}
	if _, err := eval.Run(t.Context(), changed, set, nil); err == nil || !strings.Contains(err.Error(), "gold spans") {
		t.Errorf("changed text: %v", err)
	}
	stopped, stop := context.WithCancel(t.Context())
	stop()
	if _, err := eval.Run(stopped, none, set, nil); !errors.Is(err, context.Canceled) {
		t.Errorf("stopped: %v", err)
	}
}
