package entity_test

import (
	"context"
	"fmt"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"github.com/newsgraph/newsgraph/loader/article"
	"github.com/newsgraph/newsgraph/loader/entity"
	"github.com/newsgraph/newsgraph/loader/entity/marked"
	"github.com/newsgraph/newsgraph/loader/reader"
	"github.com/newsgraph/newsgraph/loader/segment"
)

// faults tells what is unsound in an article's actors and roles.
func faults(a *article.Article) []string {
	var out []string
	owner := map[article.Span]int{}
	for i, x := range a.Actors {
		if len(x.Mentions) == 0 || strings.TrimSpace(x.Name) == "" {
			out = append(out, fmt.Sprintf("actor %d has %d mentions and the name %q", i, len(x.Mentions), x.Name))
		}
		end := 0
		for _, m := range x.Mentions {
			if m.Span.Start < end || m.Span.Empty() || m.Span.End > len(a.Text) {
				out = append(out, fmt.Sprintf("actor %d: the mention %v is not a passage after %d", i, m.Span, end))
			}
			end = m.Span.End
			if m.Confidence <= 0 || m.Confidence > 1 || m.Reason.Code == "" || m.Reason.Text == "" {
				out = append(out, fmt.Sprintf("actor %d: %+v has no confidence or reason", i, m))
			}
			if m.Reason.Code == "capital" {
				continue // it stands for its country and for itself
			}
			if j, ok := owner[m.Span]; ok {
				out = append(out, fmt.Sprintf("actors %d and %d share the mention %v", i, j, m.Span))
			}
			owner[m.Span] = i
		}
	}
	for _, r := range a.Roles {
		if r.Person < 0 || r.Person >= len(a.Actors) || r.Of < -1 || r.Of >= len(a.Actors) || r.Span.Empty() || r.Title == "" {
			out = append(out, fmt.Sprintf("role %+v", r))
		}
	}
	return out
}

// pieces are parts of texts; a random order of them makes all sorts of unexpected neighbours.
func pieces() []string {
	return strings.Split("[P|Ada Byrne]~[P|Byrne]~[P|Karl Byrne]~[P|Karl]~[O|Harbour Organization]~[O|HO]~[L|Norway]~[L|US]~[L|Oslo]~[L|Moscow] has said ~[P|Mrs. Byrne]~"+
		"Norwegian ~South Korean ~ Foreign Minister ~ the minister ~ the ministry ~ he ~ she ~ her ~ himself ~ it ~, ~. ~\n\n~“~”~(~)~, formerly ~'s ~ of ~"+
		"{s1| he }~{q1| said }~{c1|it [L|US] is}~{s2| [P|Karl] }~{c2|“he” said}~ president of ~ the ~ spokesman ~’s~ Mr. ~[E|Oslo Talks]~[P|Şule Ağa]~ — ", "~")
}

func TestSound(t *testing.T) {
	t.Parallel()
	s := entity.New(nil)
	rapid.Check(t, func(t *rapid.T) {
		text := strings.Join(rapid.SliceOfN(rapid.SampledFrom(pieces()), 1, 60).Draw(t, "pieces"), "")
		a, err := marked.Article(text)
		if err != nil {
			t.Skip(err)
		}
		if err := s.Annotate(context.Background(), a); err != nil {
			t.Fatal(err)
		}
		for _, f := range faults(a) {
			t.Error(f)
		}
	})
}

func FuzzAnnotate(f *testing.F) {
	f.Add("Russian Foreign Minister Sergey Lavrov told RT that he would go. “No,” the minister said.")
	f.Add("Islamic State (IS, formerly ISIS) and ( IS ).")
	f.Add("Mr. Mr. Mr. 's the the president of President of")
	read, err := reader.New()
	if err != nil {
		f.Fatal(err)
	}
	stages := []article.Stage{segment.New(), read, entity.New(nil)}
	f.Fuzz(func(t *testing.T, text string) {
		a := &article.Article{Text: strings.ToValidUTF8(text, "?")}
		for _, s := range stages {
			if err := s.Annotate(context.Background(), a); err != nil {
				t.Skip(err)
			}
		}
		for _, fault := range faults(a) {
			t.Error(fault)
		}
	})
}
