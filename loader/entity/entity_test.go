package entity_test

import (
	"context"
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/newsgraph/newsgraph/loader/article"
	"github.com/newsgraph/newsgraph/loader/entity"
	"github.com/newsgraph/newsgraph/loader/entity/marked"
)

// show writes an article's actors and roles a line each: "PERSON Ada Byrne: Ada Byrne, Byrne, t:the minister, p:she".
func show(a *article.Article) []string {
	var out []string
	for _, x := range a.Actors {
		var names []string
		for _, m := range x.Mentions {
			prefix := map[article.Form]string{article.FormTitle: "t:", article.FormPronoun: "p:"}[m.Form]
			names = append(names, prefix+m.Span.Of(a.Text))
		}
		out = append(out, fmt.Sprintf("%s %s: %s", x.Kind, x.Name, strings.Join(names, ", ")))
	}
	for _, r := range a.Roles {
		of := "-"
		if r.Of >= 0 {
			of = a.Actors[r.Of].Name
		}
		out = append(out, fmt.Sprintf("ROLE %s: %s of %s", a.Actors[r.Person].Name, r.Title, of))
	}
	return out
}

func annotate(t *testing.T, s *entity.Stage, text string) *article.Article {
	t.Helper()
	a, err := marked.Article(text)
	if err != nil {
		t.Fatal(err)
	}
	if err := s.Annotate(context.Background(), a); err != nil {
		t.Fatal(err)
	}
	return a
}

func TestActors(t *testing.T) {
	t.Parallel()
	s := entity.New(nil)
	for _, test := range slices.Concat(cases(), moreCases(), surnameCases(), allianceCases()) {
		t.Run(test.name, func(t *testing.T) {
			t.Parallel()
			if diff := cmp.Diff(test.want, show(annotate(t, s, test.text))); diff != "" {
				t.Errorf("actors (-want +got):\n%s", diff)
			}
		})
	}
}

// TestUnsureKinds has names that the reader takes for organizations' with more or less confidence.
func TestUnsureKinds(t *testing.T) {
	t.Parallel()
	s := entity.New(nil)
	for name, c := range map[string]struct {
		confidence float64
		want       article.Kind
	}{"Martin Byrne": {0.4, article.Person}, "Martin Works": {0.8, article.Organization}, "Tano Byrne": {0.4, article.Organization}, "Martin University": {0.4, article.Organization}} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			a, err := marked.Article("They were led by [O|" + name + "] on Monday.")
			if err != nil {
				t.Fatal(err)
			}
			a.Names[0].Confidence = c.confidence
			if err := s.Annotate(t.Context(), a); err != nil {
				t.Fatal(err)
			}
			if a.Actors[0].Kind != c.want {
				t.Errorf("%s is %s, want %s", name, a.Actors[0].Kind, c.want)
			}
		})
	}
}
