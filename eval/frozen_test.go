package eval_test

import (
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/newsgraph/newsgraph/eval"
	"github.com/newsgraph/newsgraph/loader/article"
)

func TestFrozen(t *testing.T) {
	t.Parallel()
	set, err := eval.Choose("statements-dev")
	if err != nil {
		t.Fatal(err)
	}
	result, err := eval.Run(t.Context(), []article.Stage{scripted(func(*article.Article) {})}, set, nil)
	if err != nil {
		t.Fatal(err)
	}
	score := func(measures ...any) *eval.Result {
		r := *result
		r.Scores = nil
		for i := 0; i < len(measures); i += 2 {
			r.Scores = append(r.Scores, eval.Score{Measure: measures[i].(string), Value: measures[i+1].(float64)})
		}
		return &r
	}
	quick := score("a", 30.0)
	quick.Every, quick.Articles = 8, 3
	path := filepath.Join(t.TempDir(), "scores.json")
	f, err := eval.ReadFrozen(path)
	if err != nil || len(f.Sets) != 0 {
		t.Fatalf("of no file: %v, %v", f, err)
	}
	if _, _, err := f.Compare(score()); !errors.Is(err, eval.ErrNotFrozen) {
		t.Errorf("compared with nothing: %v", err)
	}
	for range 2 { // the second replaces the first
		if err := f.Put(score("b", 70.123, "a", 50.0, "c", 10.0, "gone", 1.0), quick); err != nil {
			t.Fatal(err)
		}
	}
	if err := f.Write(path); err != nil {
		t.Fatal(err)
	}
	if f, err = eval.ReadFrozen(path); err != nil || len(f.Sets) != 1 || f.Sets[0].Scores["b"] != 70.12 {
		t.Fatalf("%+v, %v", f, err)
	}
	worse, better, err := f.Compare(score("a", 49.6, "b", 69.9, "c", 10.4, "new", 3.0))
	if err != nil {
		t.Fatal(err)
	}
	wantWorse := []string{"statements-dev a: fallen from 50.00 to 49.60", "statements-dev gone: frozen at 1.00, not measured any more"}
	wantBetter := []string{"statements-dev c: risen from 10.00 to 10.40", "statements-dev new: new, 3.00"}
	if diff := cmp.Diff([][]string{wantWorse, wantBetter}, [][]string{worse, better}); diff != "" {
		t.Error(diff)
	}
	some := score("a", 29.0)
	some.Every, some.Articles = 8, 3
	if worse, _, err := f.Compare(some); err != nil || len(worse) != 1 {
		t.Errorf("compared with the quick scores: %v, %v", worse, err)
	}
	fewer := score("a", 50.0)
	fewer.Articles--
	if _, _, err := f.Compare(fewer); !errors.Is(err, eval.ErrNotFrozen) {
		t.Errorf("compared with other articles: %v", err)
	}
}

func TestFrozenRefuses(t *testing.T) {
	t.Parallel()
	result, err := eval.Run(t.Context(), []article.Stage{scripted(func(*article.Article) {})}, file(t, "names", names), nil)
	if err != nil {
		t.Fatal(err)
	}
	if err := (&eval.Frozen{}).Put(result, nil); !errors.Is(err, eval.ErrNotFrozen) {
		t.Errorf("scores of a file of the user's: %v", err)
	}
	path := filepath.Join(t.TempDir(), "scores.json")
	for _, broken := range []string{"{", `{"set":[]}`, `[1]`} {
		if err := os.WriteFile(path, []byte(broken), 0o600); err != nil {
			t.Fatal(err)
		}
		if _, err := eval.ReadFrozen(path); !errors.Is(err, eval.ErrFrozen) || !strings.Contains(err.Error(), path) {
			t.Errorf("%q: %v", broken, err)
		}
	}
}
