package loader_test

import (
	"context"
	"errors"
	"fmt"
	"iter"
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"
	"go.uber.org/goleak"

	"github.com/newsgraph/newsgraph/loader"
	"github.com/newsgraph/newsgraph/loader/article"
)

func TestMain(m *testing.M) { goleak.VerifyTestMain(m) }

// stage is a stage that runs a function.
type stage struct {
	contract article.Contract
	annotate func(*article.Article) error
}

func (s stage) Contract() article.Contract { return s.contract }

func (s stage) Annotate(_ context.Context, a *article.Article) error {
	if s.annotate == nil {
		return nil
	}
	return s.annotate(a)
}

func named(name string, requires, adds []article.Layer) stage {
	return stage{contract: article.Contract{Name: name, Requires: requires, Adds: adds}}
}

func TestNewRefusesOrdersThatCannotWork(t *testing.T) {
	t.Parallel()
	clean := named("clean", []article.Layer{article.LayerRaw}, []article.Layer{article.LayerText})
	segment := named("segment", []article.Layer{article.LayerText}, []article.Layer{article.LayerSegments})
	tests := []struct {
		name   string
		stages []article.Stage
		ok     bool
	}{
		{"none", nil, true},
		{"right", []article.Stage{clean, segment}, true},
		{"wrong way round", []article.Stage{segment, clean}, false},
		{"missing", []article.Stage{segment}, false},
		{"twice", []article.Stage{clean, clean}, false},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			t.Parallel()
			_, err := loader.New(test.stages...)
			if test.ok != (err == nil) || err != nil && !errors.Is(err, loader.ErrOrder) {
				t.Errorf("New: error %v, want ok = %v", err, test.ok)
			}
		})
	}
}

func TestAnnotateTurnsAPanicIntoAnError(t *testing.T) {
	t.Parallel()
	p, err := loader.New(stage{
		contract: article.Contract{Name: "broken"},
		annotate: func(*article.Article) error { panic("no such index") },
	})
	if err != nil {
		t.Fatal(err)
	}
	if err := p.Annotate(t.Context(), &article.Article{}); !errors.Is(err, loader.ErrStage) {
		t.Errorf("error %v, want ErrStage", err)
	}
}

// list is a source of articles and errors.
type list []any

func (l list) Articles(context.Context) iter.Seq2[*article.Article, error] {
	return func(yield func(*article.Article, error) bool) {
		for _, item := range l {
			var ok bool
			switch item := item.(type) {
			case *article.Article:
				ok = yield(item, nil)
			case error:
				ok = yield(nil, item)
			}
			if !ok {
				return
			}
		}
	}
}

func TestEachKeepsTheOrderOfTheSource(t *testing.T) {
	t.Parallel()
	errBad := errors.New("bad")
	var src list
	var want []string
	for i := range 200 {
		if i%7 == 3 {
			src, want = append(src, errBad), append(want, "bad")
			continue
		}
		key := fmt.Sprint(i)
		src, want = append(src, &article.Article{Key: key}), append(want, key)
	}
	p, err := loader.New()
	if err != nil {
		t.Fatal(err)
	}
	for _, workers := range []int{1, 2, 8} {
		var got []string
		err := p.Each(t.Context(), src, workers, func(a *article.Article, err error) error {
			if err != nil {
				got = append(got, err.Error())
			} else {
				got = append(got, a.Key)
			}
			return nil
		})
		if err != nil {
			t.Fatal(err)
		}
		if diff := cmp.Diff(want, got); diff != "" {
			t.Errorf("%d workers: order (-want +got):\n%s", workers, diff)
		}
	}
}

func TestEachStops(t *testing.T) {
	t.Parallel()
	src := slices.Repeat(list{&article.Article{}}, 500)
	errEnough := errors.New("enough")
	ctx, cancel := context.WithCancel(t.Context())
	defer cancel()
	tests := []struct {
		name string
		f    func() error
		want error
	}{
		{"by the caller", func() error { return errEnough }, errEnough},
		{"by the context", func() error { cancel(); return nil }, context.Canceled},
	}
	p, err := loader.New()
	if err != nil {
		t.Fatal(err)
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			calls := 0
			err := p.Each(ctx, src, 3, func(*article.Article, error) error { calls++; return test.f() })
			if !errors.Is(err, test.want) || calls != 1 {
				t.Errorf("error %v after %d calls, want %v after one", err, calls, test.want)
			}
		})
	}
}
