package statement_test

import (
	"context"
	"fmt"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"github.com/newsgraph/newsgraph/loader/article"
	"github.com/newsgraph/newsgraph/loader/entity"
	"github.com/newsgraph/newsgraph/loader/entity/marked"
	"github.com/newsgraph/newsgraph/loader/statement"
)

// show writes each statement in a line: kind, speaker or the words for it in brackets, to whom, content, about whom, within, when.
func show(a *article.Article) []string {
	var out []string
	for _, s := range a.Statements {
		who := "?"
		if !s.SpeakerSpan.Empty() {
			who = "(" + s.SpeakerSpan.Of(a.Text) + ")"
		}
		if s.Speaker >= 0 {
			who = a.Actors[s.Speaker].Name
		}
		for _, to := range s.Addressees {
			who += " > " + a.Actors[to].Name
		}
		var parts []string
		for _, c := range s.Content {
			parts = append(parts, c.Of(a.Text))
		}
		line := fmt.Sprintf("%s %s: %s", s.Kind, who, strings.Join(parts, " | "))
		var about []string
		for _, t := range s.About {
			sign := map[article.Tone]string{article.Positive: "+", article.Negative: "-"}[t.Tone]
			about = append(about, fmt.Sprintf("%s%s/%s", a.Actors[t.Actor].Name, sign, t.Reason.Code))
		}
		if len(about) > 0 {
			line += " ~ " + strings.Join(about, ", ")
		}
		if s.Within >= 0 {
			line += fmt.Sprintf(" in %d", s.Within)
		}
		if !s.SaidAt.IsZero() {
			line += " @ " + s.SaidAt.Format(time.DateOnly)
			if s.SaidAtPrecision != article.ToDay {
				line += " " + string(s.SaidAtPrecision)
			}
		}
		if code := s.Reason.Code; strings.Contains(code, "-") && code != "no-source" {
			line += " " + code
		}
		if s.Mode != article.Said {
			line += " " + string(s.Mode)
		}
		out = append(out, line)
	}
	return out
}

func annotate(t *testing.T, text string) *article.Article {
	t.Helper()
	a, err := marked.Article(text)
	if err != nil {
		t.Fatal(err)
	}
	a.PublishedAt = time.Date(2031, 6, 13, 16, 20, 0, 0, time.UTC) // a Friday
	for _, s := range []article.Stage{entity.New(nil), statement.New(nil)} {
		if err := s.Annotate(context.Background(), a); err != nil {
			t.Fatal(err)
		}
	}
	return a
}

func TestStatements(t *testing.T) {
	t.Parallel()
	for _, test := range append(cases(), targetCases()...) {
		t.Run(test.name, func(t *testing.T) {
			t.Parallel()
			if diff := cmp.Diff(test.want, show(annotate(t, test.text))); diff != "" {
				t.Errorf("statements (-want +got):\n%s", diff)
			}
		})
	}
}
