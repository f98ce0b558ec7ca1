package statement_test

import (
	"context"
	"os"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/newsgraph/newsgraph/eval/gold"
	"github.com/newsgraph/newsgraph/internal/shared"
	"github.com/newsgraph/newsgraph/loader/article"
	"github.com/newsgraph/newsgraph/loader/clean"
	"github.com/newsgraph/newsgraph/loader/entity"
	"github.com/newsgraph/newsgraph/loader/reader"
	"github.com/newsgraph/newsgraph/loader/segment"
	"github.com/newsgraph/newsgraph/loader/statement"
)

// read is the reader stage.
func read(t *testing.T) article.Stage {
	t.Helper()
	r, err := reader.New()
	if err != nil {
		t.Fatal(err)
	}
	return r
}

// extract takes a raw text through all stages.
func extract(t *testing.T, raw string, published time.Time) *article.Article {
	t.Helper()
	a := &article.Article{Key: "test", Raw: raw, PublishedAt: published}
	for _, s := range []article.Stage{clean.New(nil), segment.New(), read(t), entity.New(nil), statement.New(nil)} {
		if err := s.Annotate(context.Background(), a); err != nil {
			t.Fatal(err)
		}
	}
	return a
}

// TestSeed holds what a real article must give.
func TestSeed(t *testing.T) {
	t.Parallel()
	raw, err := os.ReadFile(shared.Path(t, "seed/article.txt"))
	if err != nil {
		t.Fatal(err)
	}
	a := extract(t, string(raw), time.Time{})
	for _, want := range []struct {
		kind           article.StatementKind
		speaker        string
		contains       string
		about          []string
		addressee, who string
	}{
		{article.Indirect, "Sergey Lavrov", "Anti-terrorist missions should not be used", nil, "RT", ""},
		{article.Indirect, "Sergey Lavrov", "Moscow has been concerned by", []string{"Russia", "United States", "Syria"}, "RT", ""},
		{article.Direct, "Sergey Lavrov", "are disturbing", nil, "", ""},
		{article.Mixed, "Sergey Lavrov", "changing unwanted regimes", nil, "", ""},
		{article.Mixed, "Sergey Lavrov", "mixed feelings", []string{"Russia", "United States", "Syria"}, "", ""},
		{article.Direct, "Sergey Lavrov", "Rex Tillerson used to tell me", []string{"Rex Tillerson", "United States", "Syria", "Islamic State"}, "", ""},
		{article.Indirect, "Rex Tillerson", "the main goal of the US in Syria", []string{"United States"}, "Sergey Lavrov", ""},
		{article.Direct, "Sergey Lavrov", "the information claiming that some US military bases", []string{"United States"}, "", ""},
		{article.Indirect, "Reconciliation Center for Syria", "the US-led coalition of creating", []string{"US-led coalition", "New Syrian Army"}, "", ""},
		{article.Indirect, "", "the forces", []string{"Bashar Assad"}, "", "some US officials"},
		{article.Indirect, "", "the refugee camp has been used", nil, "", "ocal refugees"},
	} {
		t.Run(want.contains, func(t *testing.T) {
			i := slices.IndexFunc(a.Statements, func(s article.Statement) bool {
				return nameOf(a, s.Speaker) == want.speaker && s.Kind == want.kind &&
					strings.Contains(s.Content[0].Of(a.Text), want.contains) && strings.Contains(s.SpeakerSpan.Of(a.Text), want.who)
			})
			if i < 0 {
				t.Fatalf("not found; the statements are\n%s", strings.Join(show(a), "\n"))
			}
			s := a.Statements[i]
			for _, about := range want.about {
				if !slices.ContainsFunc(s.About, func(x article.Target) bool { return nameOf(a, x.Actor) == about }) {
					t.Errorf("not about %s", about)
				}
			}
			if want.addressee != "" && !slices.ContainsFunc(s.Addressees, func(x int) bool { return nameOf(a, x) == want.addressee }) {
				t.Errorf("not to %s", want.addressee)
			}
			if want.speaker == "Rex Tillerson" && (s.Within < 0 || nameOf(a, a.Statements[s.Within].Speaker) != "Sergey Lavrov") {
				t.Error("not within Lavrov's statement")
			}
		})
	}
}

func nameOf(a *article.Article, actor int) string {
	if actor < 0 {
		return ""
	}
	return a.Actors[actor].Name
}

// readGold gives the texts of PolNeAR and their attributions in order.
func readGold(t *testing.T, yield func(text string, attributions []article.Attribution)) {
	t.Helper()
	path := shared.Path(t, "data/quotes/polnear.dev.jsonl")
	f, err := os.Open(path)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	texts, err := gold.ReadAttributed(path, f)
	if err != nil {
		t.Fatal(err)
	}
	for _, g := range texts {
		var list []article.Attribution
		for _, x := range g.Attributions {
			list = append(list, article.Attribution{Source: x.Source, Cue: x.Cue, Content: x.Content, Confidence: 1})
		}
		slices.SortFunc(list, func(x, y article.Attribution) int { return x.Content[0].Start - y.Content[0].Start })
		yield(g.Text, list)
	}
}

// TestSpeakersFromGold measures with gold attributions how often a source that names an actor gives that speaker.
func TestSpeakersFromGold(t *testing.T) {
	t.Parallel()
	named, linked, wrong := 0, 0, 0
	readGold(t, func(text string, list []article.Attribution) {
		a := &article.Article{Key: "x", Text: text}
		for _, s := range []article.Stage{segment.New(), read(t)} {
			if err := s.Annotate(context.Background(), a); err != nil {
				t.Fatal(err)
			}
		}
		a.Attributions = list
		for _, s := range []article.Stage{entity.New(nil), statement.New(nil)} {
			if err := s.Annotate(context.Background(), a); err != nil {
				t.Fatal(err)
			}
		}
		for _, s := range a.Statements {
			has := slices.ContainsFunc(a.Actors, func(x article.Actor) bool {
				return slices.ContainsFunc(x.Mentions, func(m article.Mention) bool {
					return s.SpeakerSpan.Contains(m.Span) && m.Form == article.FormName && x.Kind == article.Person
				})
			})
			if has {
				named++
				if s.Speaker >= 0 {
					linked++
				}
				if s.Speaker >= 0 && a.Actors[s.Speaker].Kind != article.Person {
					wrong++
				}
			}
		}
	})
	t.Logf("sources with a person's name: %d, linked %d (%.1f %%), to no person %d", named, linked, percent(linked, named), wrong)
	if percent(linked, named) < 85 {
		t.Error("fewer than 85 % of the sources with a person's name have a speaker")
	}
}

func percent(n, of int) float64 { return 100 * float64(n) / float64(max(of, 1)) }
