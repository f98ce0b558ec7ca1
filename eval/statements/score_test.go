package statements_test

import (
	"fmt"
	"slices"
	"testing"

	"github.com/newsgraph/newsgraph/eval/statements"
	"github.com/newsgraph/newsgraph/loader"
	"github.com/newsgraph/newsgraph/loader/article"
	"github.com/newsgraph/newsgraph/loader/clean"
	"github.com/newsgraph/newsgraph/loader/entity"
	"github.com/newsgraph/newsgraph/loader/reader"
	"github.com/newsgraph/newsgraph/loader/segment"
	"github.com/newsgraph/newsgraph/loader/statement"
)

// share is how many of all.
type share struct{ right, all int }

func (s *share) add(right bool) {
	s.all++
	if right {
		s.right++
	}
}

func (s share) value() float64 { return float64(s.right) / float64(max(s.all, 1)) }

func (s share) String() string {
	return fmt.Sprintf("%.1f %% (%d of %d)", 100*s.value(), s.right, s.all)
}

// score measures a half. All but precision and recall are of the gold statements that were found.
type score struct {
	recall, precision             share // of statements
	kind, speaker, words          share
	addressees, within            share
	targetRecall, targetPrecision share

	note func(format string, args ...any) // is told of each fault
}

func f1(recall, precision share) float64 {
	r, p := recall.value(), precision.value()
	return 2 * r * p / max(r+p, 1e-9)
}

// TestScore measures the extraction on both halves, and fails when it has become worse than what has been reached. What it logs of
// the test half are numbers only, on purpose.
func TestScore(t *testing.T) {
	t.Parallel()
	p, err := loader.New(
		clean.New(&clean.Options{Raw: true}), segment.New(), reader.New(nil), entity.New(nil), statement.New(nil))
	if err != nil {
		t.Fatal(err)
	}
	// What has been reached, rounded down: statements F1, speaker, targets F1.
	floors := map[statements.Half][3]float64{statements.Dev: {0.83, 0.80, 0.65}, statements.Test: {0.82, 0.78, 0.72}}
	for half, floor := range floors {
		t.Run(string(half), func(t *testing.T) {
			t.Parallel()
			s := measure(t, p, half)
			found, targets := f1(s.recall, s.precision), f1(s.targetRecall, s.targetPrecision)
			t.Logf("statements: F1 %.1f, recall %v, precision %v", 100*found, s.recall, s.precision)
			t.Logf("of those found: kind %v, speaker %v, source words %v, addressees %v, nesting %v",
				s.kind, s.speaker, s.words, s.addressees, s.within)
			t.Logf("targets: F1 %.1f, recall %v, precision %v", 100*targets, s.targetRecall, s.targetPrecision)
			for i, got := range []float64{found, s.speaker.value(), targets} {
				if got < floor[i] {
					t.Errorf("%s has fallen from %.3f to %.3f", []string{"statements F1", "speaker", "targets F1"}[i], floor[i], got)
				}
			}
		})
	}
}

func measure(t *testing.T, p *loader.Pipeline, half statements.Half) *score {
	t.Helper()
	gold, err := statements.Load(half)
	if err != nil {
		t.Fatal(err)
	}
	s := score{note: t.Logf}
	if half == statements.Test {
		s.note = func(string, ...any) {}
	}
	for _, g := range gold {
		a := &article.Article{Key: g.ID, Title: g.Title, Raw: g.Text()}
		if err := p.Annotate(t.Context(), a); err != nil {
			t.Fatal(err)
		}
		s.compare(g, a)
	}
	return &s
}

// compare pairs each gold statement with the one that shares most of its content, if that is half of both together.
func (s *score) compare(g *statements.Article, a *article.Article) {
	pair, used := make([]int, len(g.Statements)), map[int]bool{}
	for i := range g.Statements {
		pair[i] = -1
		best := 0.5
		for j := range a.Statements {
			if o := overlap(g.Statements[i].Content, a.Statements[j].Content); o >= best && !used[j] {
				pair[i], best = j, o
			}
		}
		used[pair[i]] = true
		if s.recall.add(pair[i] >= 0); pair[i] < 0 {
			s.note("%s: not found: %q", g.ID, g.Statements[i].Content[0].Text)
		}
	}
	for j := range a.Statements {
		if s.precision.add(used[j]); !used[j] {
			s.note("%s: not in the gold data: %q", g.ID, a.Statements[j].Content[0].Of(a.Text))
		}
	}
	for i, j := range pair {
		if j >= 0 {
			s.details(g, i, a, j, pair)
		}
	}
}

func (s *score) details(g *statements.Article, i int, a *article.Article, j int, pair []int) {
	want, got := &g.Statements[i], &a.Statements[j]
	s.kind.add(want.Kind == string(got.Kind))
	speaker := want.Speaker == nil && got.Speaker < 0 || want.Speaker != nil && isActor(a, got.Speaker, *want.Speaker)
	if s.speaker.add(speaker); !speaker {
		s.note("%s: wrong speaker of %q", g.ID, want.Content[0].Text)
	}
	if want.Source != nil {
		s.words.add(want.Source.Start < got.SpeakerSpan.End && got.SpeakerSpan.Start < want.Source.End)
	}
	s.addressees.add(len(want.Addressees) == len(got.Addressees) &&
		!slices.ContainsFunc(got.Addressees, func(actor int) bool {
			return !slices.ContainsFunc(want.Addressees, func(name string) bool { return isActor(a, actor, name) })
		}))
	within := -1
	if want.Within != nil {
		within = pair[*want.Within]
	}
	s.within.add(within == got.Within)
	s.targets(want, a, got)
}

func (s *score) targets(want *statements.Statement, a *article.Article, got *article.Statement) {
	for _, w := range want.About {
		if !w.Optional {
			s.targetRecall.add(slices.ContainsFunc(got.About, func(t article.Target) bool {
				return isActor(a, t.Actor, w.Name)
			}))
		}
	}
	for _, t := range got.About {
		i := slices.IndexFunc(want.About, func(w statements.Target) bool { return isActor(a, t.Actor, w.Name) })
		if i < 0 || !want.About[i].Optional {
			s.targetPrecision.add(i >= 0)
		}
	}
}

// isActor tells whether the actor has that name: its own, or one of its mentions of form NAME.
func isActor(a *article.Article, actor int, name string) bool {
	return actor >= 0 && (a.Actors[actor].Name == name ||
		slices.ContainsFunc(a.Actors[actor].Mentions, func(m article.Mention) bool {
			return m.Form == article.FormName && m.Span.Of(a.Text) == name
		}))
}

// overlap is the share of bytes that two contents have in common, of those that either has.
func overlap(gold []statements.Passage, spans []article.Span) float64 {
	common, all := 0, 0
	for _, g := range gold {
		all += g.End - g.Start
		for _, s := range spans {
			common += max(0, min(g.End, s.End)-max(g.Start, s.Start))
		}
	}
	for _, s := range spans {
		all += s.Len()
	}
	return float64(common) / float64(max(all-common, 1))
}
