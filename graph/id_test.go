package graph_test

import (
	"errors"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"github.com/newsgraph/newsgraph/graph"
)

func TestNodeIDType(t *testing.T) {
	t.Parallel()
	article := graph.ArticleID("https://example.org/1")
	tests := []struct {
		id   graph.NodeID
		want graph.NodeType
	}{
		{article, graph.TypeArticle},
		{graph.EntityID("PERSON:ana silva"), graph.TypeEntity},
		{graph.StatementID(article, 3), graph.TypeStatement},
		{graph.StatementID(article, 123456), graph.TypeStatement},
		{graph.JudgementID(&graph.Judgement{A: "PERSON:a", B: "PERSON:b", By: graph.ByRule}), graph.TypeJudgement},
		{"", ""},
		{"Lavrov", ""},
		{"e_", ""},
		{"e_0123456789abcdeu", ""},
		{"x_0123456789abcdef", ""},
		{article + "0", ""},
		{"s_0123456789abcdef", ""},
		{"s_0123456789abcdef_12", ""},
		{"s_0123456789abcdef_0000x", ""},
	}
	for _, test := range tests {
		if got := test.id.Type(); got != test.want {
			t.Errorf("NodeID(%q).Type() = %q, want %q", test.id, got, test.want)
		}
	}
}

func TestStatementIDsSortInReadingOrder(t *testing.T) {
	t.Parallel()
	article := graph.ArticleID("x")
	rapid.Check(t, func(t *rapid.T) {
		a, b := rapid.IntRange(0, 99999).Draw(t, "a"), rapid.IntRange(0, 99999).Draw(t, "b")
		if (a < b) != (graph.StatementID(article, a) < graph.StatementID(article, b)) {
			t.Fatalf("statements %d and %d sort otherwise than their ids", a, b)
		}
	})
}

func TestJudgementIDIsOfThePair(t *testing.T) {
	t.Parallel()
	if graph.JudgementID(&graph.Judgement{A: "PERSON:a", B: "PERSON:b", By: graph.ByRule}) != graph.JudgementID(&graph.Judgement{A: "PERSON:b", B: "PERSON:a", By: graph.ByRule}) {
		t.Error("the order of the pair changes the id")
	}
	if graph.JudgementID(&graph.Judgement{A: "PERSON:a", B: "PERSON:b", By: graph.ByRule}) == graph.JudgementID(&graph.Judgement{A: "PERSON:a", B: "PERSON:b", By: graph.ByPerson}) {
		t.Error("the authority does not change the id")
	}
}

func TestBestName(t *testing.T) {
	t.Parallel()
	tests := []struct {
		name       string
		kind       graph.Kind
		candidates []graph.NameCount
		want       string
	}{
		{"none", graph.KindPerson, nil, ""},
		{"person of several words", graph.KindPerson, []graph.NameCount{{"Silva", 9}, {"Ana Silva", 1}}, "Ana Silva"},
		{"place of most articles", graph.KindPlace, []graph.NameCount{{"Port Ellis", 1}, {"Ellis", 2}}, "Ellis"},
		{"not all capitals", graph.KindPlace, []graph.NameCount{{"KORVIA", 2}, {"Korvia", 2}}, "Korvia"},
		{"the lesser string", graph.KindPlace, []graph.NameCount{{"Korvia", 2}, {"Corvia", 2}}, "Corvia"},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			t.Parallel()
			if got := graph.BestName(test.kind, test.candidates); got != test.want {
				t.Errorf("BestName = %q, want %q", got, test.want)
			}
		})
	}
}

func TestCursor(t *testing.T) {
	t.Parallel()
	c := graph.Cursor{Order: graph.ByTimeDesc, Ints: []int64{graph.MissingTime}, Texts: []string{"a_é\x00"}}
	got, err := graph.DecodeCursor(graph.EncodeCursor(c), graph.ByTimeDesc, 1, 1)
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(c, got); diff != "" {
		t.Errorf("cursor (-want +got):\n%s", diff)
	}
	for _, s := range []string{"x", "!", graph.EncodeCursor(graph.Cursor{Order: graph.ByTimeAsc})} {
		if _, err := graph.DecodeCursor(s, graph.ByTimeDesc, 1, 1); !errors.Is(err, graph.ErrInvalid) {
			t.Errorf("DecodeCursor(%q): error %v, want ErrInvalid", s, err)
		}
	}
}

func FuzzDecodeCursor(f *testing.F) {
	f.Add(graph.EncodeCursor(graph.Cursor{Order: graph.ByNameAsc, Ints: []int64{0}, Texts: []string{"a", "b"}}))
	f.Add("")
	f.Fuzz(func(t *testing.T, s string) {
		c, err := graph.DecodeCursor(s, graph.ByNameAsc, 1, 2)
		if err == nil && (len(c.Ints) != 1 || len(c.Texts) != 2) {
			t.Errorf("a cursor of another list was taken: %+v", c)
		}
		if err != nil && !errors.Is(err, graph.ErrInvalid) {
			t.Errorf("error %v is not ErrInvalid", err)
		}
	})
}
