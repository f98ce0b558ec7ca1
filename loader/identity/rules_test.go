package identity_test

import (
	"math/rand/v2"
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"github.com/newsgraph/newsgraph/graph"
	"github.com/newsgraph/newsgraph/graph/fold"
	"github.com/newsgraph/newsgraph/loader/identity"
)

// story is an article that names people, the first of them with a title.
func story(key, title string, names ...string) *graph.Record {
	r := &graph.Record{Article: graph.Article{ID: graph.ArticleID(key), Key: key}}
	for _, name := range names {
		k := graph.MakeKey(graph.KindPerson, fold.Name(name))
		span := graph.Span{Start: len(r.Text), End: len(r.Text) + len(name)}
		r.Text += name + "\n"
		r.Actors = append(r.Actors, graph.Actor{Key: k, Name: name, Mentions: []graph.ActorMention{{Span: span, Form: graph.FormName}}})
	}
	if title != "" {
		r.Roles = []graph.RoleRecord{{Person: r.Actors[0].Key, Title: title}}
	}
	return r
}

// groups gives the names that the rules join, each group sorted.
func groups(records []*graph.Record) [][]string {
	var keys []graph.Key
	for _, r := range records {
		for _, a := range r.Actors {
			keys = append(keys, a.Key)
		}
	}
	byLeast := map[graph.Key][]string{}
	for key, least := range graph.Groups(keys, graph.JudgeAll(identity.Rules(), records)) {
		byLeast[least] = append(byLeast[least], key.Name())
	}
	var out [][]string
	for _, g := range byLeast {
		if slices.Sort(g); len(g) > 1 {
			out = append(out, g)
		}
	}
	slices.SortFunc(out, slices.Compare[[]string])
	return out
}

func TestRules(t *testing.T) {
	t.Parallel()
	tests := []struct {
		name    string
		records []*graph.Record
		want    [][]string
	}{
		{"spellings of one name", []*graph.Record{
			story("1", "", "Sergey Lavrov", "Ana Reis"), story("2", "", "Sergei Lavrov", "Rui Costa"),
		}, [][]string{{"sergei lavrov", "sergey lavrov"}}},
		{"a surname that nobody else has, beside the same people", []*graph.Record{
			story("1", "", "Ana Varela", "Rui Costa", "Eva Horn"), story("2", "", "Varela", "Rui Costa", "Eva Horn"),
		}, [][]string{{"ana varela", "varela"}}},
		{"a surname that two have", []*graph.Record{
			story("1", "", "Ana Varela", "Rui Costa", "Eva Horn"), story("2", "", "Varela", "Rui Costa", "Eva Horn"),
			story("3", "", "Luis Varela", "Rui Costa", "Eva Horn"),
		}, nil},
		{"a surname of somebody else's world", []*graph.Record{
			story("1", "minister", "Ana Varela", "Rui Costa"), story("2", "goalkeeper", "Varela", "Ike Odhiambo"),
		}, nil},
		{"a name that fits two", []*graph.Record{
			story("1", "", "George W. Bush"), story("2", "", "George H. W. Bush"), story("3", "", "George Bush"),
		}, nil},
		{"father and son", []*graph.Record{story("1", "", "Ivo Brand", "Ana Reis"), story("2", "", "Ivo Brand Jr.", "Ana Reis")}, nil},
		{"a formal name with a generation", []*graph.Record{
			story("1", "", "Ivo Brand", "Ana Reis"), story("2", "", "Ivo K. Brand Jr.", "Ana Reis"),
		}, [][]string{{"ivo brand", "ivo k brand jr"}}},
		{"the same, of a man known by the generation", []*graph.Record{
			story("1", "", "Ivo Brand", "Ana Reis"), story("2", "", "Ivo K. Brand Jr.", "Ana Reis"), story("3", "", "Ivo Brand Jr.", "Ana Reis"),
		}, [][]string{{"ivo brand jr", "ivo k brand jr"}}},
		{"a generation as a number", []*graph.Record{
			story("1", "", "Ivo Brand", "Ana Reis"), story("2", "", "Ivo Brand III", "Ana Reis"), story("3", "", "Ada Brand IV", "Ana Reis"),
		}, [][]string{{"ivo brand", "ivo brand iii"}}},
		{"the same, beside his father", []*graph.Record{
			story("1", "", "Ivo Brand", "Ana Reis"), story("2", "", "Ivo K. Brand Jr.", "Ana Reis", "Ivo Brand"),
		}, nil},
		{"a father told from his son", []*graph.Record{
			story("1", "", "Ivo Brand", "Ana Reis"), story("2", "", "Ivo K. Brand Sr.", "Ana Reis"),
		}, nil},
		{"letters turned round", []*graph.Record{
			story("1", "", "Rudy Galviani", "Ana Reis"), story("2", "", "Rudy Glaviani", "Rudy Galviani", "Ana Reis"),
		}, [][]string{{"rudy galviani", "rudy glaviani"}}},
		{"another surname behind an ordinary first name", []*graph.Record{
			story("1", "", "John McCord", "Ana Reis", "Rui Costa"), story("2", "", "John McCard", "Ana Reis", "Rui Costa"),
		}, nil},
		{"the same with one title", []*graph.Record{
			story("1", "senator", "John Brannan", "Ana Reis"), story("2", "senator", "John Brennan", "Ana Reis"),
		}, [][]string{{"john brannan", "john brennan"}}},
		{"two first names of three", []*graph.Record{
			story("1", "", "John Paul", "Ana Reis", "Rui Costa", "Eva Horn"), story("2", "", "John Paul Varro", "Ana Reis", "Rui Costa", "Eva Horn"),
		}, nil},
		{"a short first name in two fields of work", []*graph.Record{
			story("1", "senator", "Chris Malone", "Ana Reis"), story("2", "guitarist", "Christopher Malone", "Ike Odhiambo"),
		}, nil},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			t.Parallel()
			if diff := cmp.Diff(test.want, groups(test.records)); diff != "" {
				t.Errorf("groups (-want +got):\n%s", diff)
			}
		})
	}
}

// TestRulesDoNotDependOnOrder draws articles about namesakes, and people with short names.
func TestRulesDoNotDependOnOrder(t *testing.T) {
	t.Parallel()
	names := strings.Split("George Bush|George W. Bush|George H. W. Bush|Bush|G. Bush|Jeb Bush|Li Na|Li|Na Li|Sergey Lavrov|Sergei Lavrov|Lavrov|"+
		"S. Lavrov|Владимир Путин|Vladimir Putin|Wladimir Putin|Putin|Ana Silva|Anna Silva|Ana Silva Jr.", "|")
	rapid.Check(t, func(t *rapid.T) {
		var records []*graph.Record
		for range rapid.IntRange(1, 12).Draw(t, "articles") {
			who := rapid.SliceOfNDistinct(rapid.SampledFrom(names), 1, 4, func(name string) string { return fold.Name(name) }).Draw(t, "names")
			title := rapid.SampledFrom([]string{"", "president", "goalkeeper"}).Draw(t, "title")
			records = append(records, story(string(rune('a'+len(records))), title, who...))
		}
		want := groups(records)
		rand.New(rand.NewPCG(1, 2)).Shuffle(len(records), func(i, j int) { records[i], records[j] = records[j], records[i] })
		if diff := cmp.Diff(want, groups(records)); diff != "" {
			t.Fatalf("groups in another order (-want +got):\n%s", diff)
		}
	})
}

func FuzzBlocks(f *testing.F) {
	for _, name := range []string{"Sergey Lavrov", "U.N.", "Владимир Путин", "习近平", "of the", "Jr.", "𝕊", "al", strings.Repeat("x ", 400)} {
		f.Add(name)
	}
	f.Fuzz(func(t *testing.T, name string) {
		for _, kind := range graph.Kinds() {
			key := graph.MakeKey(kind, fold.Name(name))
			if key.Kind() == "" {
				continue
			}
			blocks := identity.Rules().Blocks(key)
			if len(slices.Compact(slices.Sorted(slices.Values(blocks)))) != len(blocks) {
				t.Errorf("%q: a block twice: %q", key, blocks)
			}
			for _, b := range blocks {
				if b == "" || len(b) > graph.MaxBlockName || !utf8.ValidString(b) {
					t.Errorf("%q: block %q", key, b)
				}
			}
		}
	})
}
