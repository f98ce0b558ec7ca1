package graph_test

import (
	"errors"
	"math"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"github.com/newsgraph/newsgraph/graph"
	"github.com/newsgraph/newsgraph/graph/graphtest"
)

// sound is a batch that every check lets pass.
func sound() *graph.Batch {
	key := graph.Key("PERSON:ada")
	return &graph.Batch{
		Records: []*graph.Record{{
			Article: graph.Article{ID: graph.ArticleID("note"), Key: "note"},
			Text:    "Ada said: Über.",
			Actors: []graph.Actor{{
				Key: key, Name: "Ada", Mentions: []graph.ActorMention{{Span: graph.Span{Start: 0, End: 3}, Form: graph.FormName}},
			}},
			Statements: []graph.StatementRecord{{
				WithinIndex: -1,
				Statement: graph.Statement{
					Kind: graph.Direct, Spans: []graph.Span{{Start: 10, End: 15}}, SpeakerKey: key, Confidence: 1,
					AddresseeKeys: []graph.Key{key}, About: []graph.Target{{Key: key, Confidence: 0.5}},
				},
			}},
			Roles: []graph.RoleRecord{{Person: key, Title: "Über", Span: graph.Span{Start: 10, End: 15}}},
		}},
		Judge: []graph.Judgement{{A: key, B: "PERSON:bob", Verdict: graph.Same, By: graph.ByRule, Score: 1}},
	}
}

func TestApplyRefusesUnsoundBatches(t *testing.T) {
	t.Parallel()
	const bad = "\xff"
	for name, spoil := range map[string]func(b *graph.Batch, r *graph.Record, s *graph.Statement){
		"an id of something else": func(b *graph.Batch, _ *graph.Record, _ *graph.Statement) {
			b.Delete = []graph.NodeID{graph.EntityID("x")}
		},
		"an article twice":             func(b *graph.Batch, r *graph.Record, _ *graph.Statement) { b.Records = append(b.Records, r) },
		"a judgement twice":            func(b *graph.Batch, _ *graph.Record, _ *graph.Statement) { b.Judge = append(b.Judge, b.Judge[0]) },
		"an id that is not the key's":  func(_ *graph.Batch, r *graph.Record, _ *graph.Statement) { r.Article.Key = "other" },
		"a text that is not UTF-8":     func(_ *graph.Batch, r *graph.Record, _ *graph.Statement) { r.Text = "Ada said: xxx" + bad },
		"a title that is not UTF-8":    func(_ *graph.Batch, r *graph.Record, _ *graph.Statement) { r.Article.Title = bad },
		"an author that is not UTF-8":  func(_ *graph.Batch, r *graph.Record, _ *graph.Statement) { r.Article.Authors = []string{bad} },
		"a name that is not UTF-8":     func(_ *graph.Batch, r *graph.Record, _ *graph.Statement) { r.Actors[0].Name = bad },
		"no name":                      func(_ *graph.Batch, r *graph.Record, _ *graph.Statement) { r.Actors[0].Name = "" },
		"an actor without mentions":    func(_ *graph.Batch, r *graph.Record, _ *graph.Statement) { r.Actors[0].Mentions = nil },
		"an actor twice":               func(_ *graph.Batch, r *graph.Record, _ *graph.Statement) { r.Actors = append(r.Actors, r.Actors[0]) },
		"a key without a kind":         func(_ *graph.Batch, r *graph.Record, _ *graph.Statement) { r.Actors[0].Key = "ada" },
		"an unknown form":              func(_ *graph.Batch, r *graph.Record, _ *graph.Statement) { r.Actors[0].Mentions[0].Form = "NICKNAME" },
		"a span behind the text":       func(_ *graph.Batch, r *graph.Record, _ *graph.Statement) { r.Actors[0].Mentions[0].Span.End = 100 },
		"an empty span":                func(_ *graph.Batch, r *graph.Record, _ *graph.Statement) { r.Actors[0].Mentions[0].Span.End = 0 },
		"a span that cuts a character": func(_ *graph.Batch, r *graph.Record, _ *graph.Statement) { r.Roles[0].Span.Start = 11 },
		"a role of an unknown person":  func(_ *graph.Batch, r *graph.Record, _ *graph.Statement) { r.Roles[0].Person = "PERSON:bob" },
		"a title of nothing":           func(_ *graph.Batch, r *graph.Record, _ *graph.Statement) { r.Roles[0].Title = "" },
		"a role's title not UTF-8":     func(_ *graph.Batch, r *graph.Record, _ *graph.Statement) { r.Roles[0].Title = bad },
		"a statement without content":  func(_ *graph.Batch, _ *graph.Record, s *graph.Statement) { s.Spans = nil },
		"an unknown kind of statement": func(_ *graph.Batch, _ *graph.Record, s *graph.Statement) { s.Kind = "SHOUTED" },
		"a confidence over 1":          func(_ *graph.Batch, _ *graph.Record, s *graph.Statement) { s.Confidence = 1.1 },
		"a confidence that is none":    func(_ *graph.Batch, _ *graph.Record, s *graph.Statement) { s.Confidence = math.NaN() },
		"words that are not UTF-8":     func(_ *graph.Batch, _ *graph.Record, s *graph.Statement) { s.SpeakerText = bad },
		"an unknown speaker":           func(_ *graph.Batch, _ *graph.Record, s *graph.Statement) { s.SpeakerKey = "PERSON:bob" },
		"an unknown addressee":         func(_ *graph.Batch, _ *graph.Record, s *graph.Statement) { s.AddresseeKeys = []graph.Key{"PERSON:bob"} },
		"an unknown target":            func(_ *graph.Batch, _ *graph.Record, s *graph.Statement) { s.About[0].Key = "PERSON:bob" },
		"a target twice":               func(_ *graph.Batch, _ *graph.Record, s *graph.Statement) { s.About = append(s.About, s.About[0]) },
		"a target's confidence":        func(_ *graph.Batch, _ *graph.Record, s *graph.Statement) { s.About[0].Confidence = -1 },
		"a target's reason not UTF-8":  func(_ *graph.Batch, _ *graph.Record, s *graph.Statement) { s.About[0].Reason.Text = bad },
		"within itself":                func(_ *graph.Batch, r *graph.Record, _ *graph.Statement) { r.Statements[0].WithinIndex = 0 },
		"within each other": func(_ *graph.Batch, r *graph.Record, _ *graph.Statement) {
			r.Statements = append(r.Statements, r.Statements[0])
			r.Statements[0].WithinIndex, r.Statements[1].WithinIndex = 1, 0
		},
		"a time that JSON has not": func(_ *graph.Batch, r *graph.Record, _ *graph.Statement) {
			r.Article.PublishedAt = time.Date(10000, 1, 1, 0, 0, 0, 0, time.UTC)
		},
		"a judgement on one key":    func(b *graph.Batch, _ *graph.Record, _ *graph.Statement) { b.Judge[0].B = b.Judge[0].A },
		"a judgement on two kinds":  func(b *graph.Batch, _ *graph.Record, _ *graph.Statement) { b.Judge[0].B = "PLACE:bob" },
		"an unknown verdict":        func(b *graph.Batch, _ *graph.Record, _ *graph.Statement) { b.Judge[0].Verdict = "PERHAPS" },
		"an unknown authority":      func(b *graph.Batch, _ *graph.Record, _ *graph.Statement) { b.Judge[0].By = "NOBODY" },
		"a score over 1":            func(b *graph.Batch, _ *graph.Record, _ *graph.Statement) { b.Judge[0].Score = 2 },
		"a score that is no number": func(b *graph.Batch, _ *graph.Record, _ *graph.Statement) { b.Judge[0].Score = math.NaN() },
		"a judge who is not UTF-8":  func(b *graph.Batch, _ *graph.Record, _ *graph.Statement) { b.Judge[0].Author = bad },
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			g := graph.New(graphtest.NewModel(), nil)
			b := sound()
			spoil(b, b.Records[0], &b.Records[0].Statements[0].Statement)
			if _, err := g.Apply(t.Context(), b); !errors.Is(err, graph.ErrInvalid) {
				t.Errorf("error is %v, want ErrInvalid", err)
			}
		})
	}
}

func TestApplyTakesSoundBatches(t *testing.T) {
	t.Parallel()
	g := graph.New(graphtest.NewModel(), nil)
	applied, err := g.Apply(t.Context(), sound())
	if err != nil || !cmp.Equal(applied, graph.Applied{Added: 1, Judged: 1, Records: []graph.Change{graph.Added}}) {
		t.Errorf("applied %+v, %v", applied, err)
	}
}
