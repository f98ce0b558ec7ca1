package statements

import (
	"cmp"
	"errors"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/newsgraph/newsgraph/eval/halves"
)

func loadAll(t *testing.T) map[halves.Half][]*Article {
	t.Helper()
	out := map[halves.Half][]*Article{}
	for _, half := range []halves.Half{halves.Dev, halves.Test} {
		articles, err := Load(half)
		if err != nil {
			t.Fatal(err)
		}
		out[half] = articles
	}
	return out
}

// TestSize holds what the README promises of each half.
func TestSize(t *testing.T) {
	t.Parallel()
	all := map[string]bool{}
	for half, articles := range loadAll(t) {
		hard, statements := 0, 0
		for _, a := range articles {
			if all[a.ID] {
				t.Errorf("two articles are called %s", a.ID)
			}
			all[a.ID] = true
			statements += len(a.Statements)
			if a.Hard {
				hard++
			}
			if n := len(strings.Fields(a.Text())); n < 80 || n > 250 {
				t.Errorf("%s has %d words", a.ID, n)
			}
		}
		t.Logf("%s: %d articles, %d of them hard, %d statements", half, len(articles), hard, statements)
		if len(articles) < 20 || hard*3 < len(articles) || statements < 100 {
			t.Errorf("%s is too small: %d articles, %d hard, %d statements", half, len(articles), hard, statements)
		}
	}
}

// TestMarks holds the rules of the README that a program can check.
func TestMarks(t *testing.T) {
	t.Parallel()
	for _, articles := range loadAll(t) {
		for _, a := range articles {
			t.Run(a.ID, func(t *testing.T) {
				t.Parallel()
				if _, err := time.Parse(time.DateOnly, a.Published); err != nil {
					t.Error(err)
				}
				for i := range a.Statements {
					checkStatement(t, a, i)
				}
				if !slices.IsSortedFunc(a.Statements, func(x, y Statement) int {
					return cmp.Or(cmp.Compare(x.start(), y.start()), cmp.Compare(y.end(), x.end()))
				}) {
					t.Error("the statements are not in order")
				}
			})
		}
	}
}

func checkStatement(t *testing.T, a *Article, i int) {
	t.Helper()
	s := &a.Statements[i]
	known := func(name string) {
		if !slices.ContainsFunc(a.Entities, func(e Entity) bool { return e.Name == name }) {
			t.Errorf("statement %d names %q, which is no entity of the article", i, name)
		}
	}
	oneOf := func(what, got string, want ...string) {
		if !slices.Contains(want, got) {
			t.Errorf("statement %d has the %s %q", i, what, got)
		}
	}
	oneOf("kind", s.Kind, "DIRECT", "MIXED", "INDIRECT")
	oneOf("mode", s.Mode, "", "NOT_SAID", "HYPOTHETICAL")
	if s.Speaker != nil {
		known(*s.Speaker)
	}
	for _, name := range s.Addressees {
		known(name)
	}
	for _, target := range s.About {
		known(target.Name)
		oneOf("tone", target.Tone, "POSITIVE", "NEGATIVE", "NEUTRAL")
		if s.Speaker != nil && target.Name == *s.Speaker {
			t.Errorf("statement %d is about its own speaker", i)
		}
	}
	if quoted := strings.ContainsAny(s.text(), "\"“”«»‘"); s.Kind == "INDIRECT" && quoted {
		t.Errorf("statement %d is INDIRECT and has quote marks: %s", i, s.text())
	}
	checkPlace(t, a, i)
}

// checkPlace holds that content is not empty, in order, and within what reports it; and only there.
func checkPlace(t *testing.T, a *Article, i int) {
	t.Helper()
	s := &a.Statements[i]
	if len(s.Content) == 0 {
		t.Fatalf("statement %d has no content", i)
	}
	if !slices.IsSortedFunc(s.Content, func(x, y Passage) int { return cmp.Compare(x.Start, y.Start) }) {
		t.Errorf("the content of statement %d is not in order", i)
	}
	for j := range a.Statements {
		outer := &a.Statements[j]
		holds := i != j && outer.start() <= s.start() && s.end() <= outer.end()
		if within := s.Within != nil && *s.Within == j; within && !holds {
			t.Errorf("statement %d is within %d and does not lie in it", i, j)
		} else if holds && s.Within == nil {
			t.Errorf("statement %d lies in %d and is not within any", i, j)
		}
	}
}

func (s *Statement) start() int { return s.Content[0].Start }

func (s *Statement) end() int { return s.Content[len(s.Content)-1].End }

func (s *Statement) text() string {
	var parts []string
	for _, p := range s.Content {
		parts = append(parts, p.Text)
	}
	return strings.Join(parts, " … ")
}

func TestResolve(t *testing.T) {
	t.Parallel()
	tests := []struct {
		name  string
		p     Passage
		start int
		err   error
	}{
		{"only one", Passage{Text: "two"}, 4, nil},
		{"second", Passage{Text: "one", n: 2}, 8, nil},
		{"ambiguous", Passage{Text: "one"}, 0, halves.ErrGold},
		{"missing", Passage{Text: "three"}, 0, halves.ErrGold},
		{"beyond", Passage{Text: "one", n: 3}, 0, halves.ErrGold},
		{"number not needed", Passage{Text: "two", n: 1}, 0, halves.ErrGold},
		{"empty", Passage{}, 0, halves.ErrGold},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			t.Parallel()
			err := tt.p.resolve("one two one")
			if !errors.Is(err, tt.err) || err == nil && tt.p.Start != tt.start {
				t.Errorf("at %d, %v", tt.p.Start, err)
			}
		})
	}
}

func TestLoadOfNoHalf(t *testing.T) {
	t.Parallel()
	if _, err := Load("third"); !errors.Is(err, halves.ErrGold) {
		t.Errorf("error %v", err)
	}
}
