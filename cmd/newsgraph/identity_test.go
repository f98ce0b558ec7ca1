package main

import (
	"os"
	"path/filepath"
	"testing"

	"github.com/newsgraph/newsgraph/graph"
)

// TestOneLavrov loads articles that name one man in four ways, in both orders, and finds one man.
func TestOneLavrov(t *testing.T) {
	t.Parallel()
	dir := t.TempDir()
	var paths []string
	for name, text := range map[string]string{
		"sergei.txt": "Talks in Geneva\n\nRussian Foreign Minister Sergei Lavrov met US Secretary of State Rex Tillerson in Geneva on Tuesday.\n\n" +
			"“We agreed on little,” Lavrov told reporters. Tillerson left without a word.\n",
		"surname.txt": "Tillerson calls for patience\n\nLavrov has not answered yet, US Secretary of State Rex Tillerson said on Friday.\n\n" +
			"“Lavrov knows what we want,” Tillerson told RT.\n",
		"viktorovich.txt": "A long day in Moscow\n\nSergey Viktorovich Lavrov, Russia's foreign minister, spoke for three hours.\n\n" +
			"“Rex Tillerson listens,” Lavrov said of his American colleague.\n",
	} {
		path := filepath.Join(dir, name)
		if err := os.WriteFile(path, []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
		paths = append(paths, path)
	}
	paths = append(paths, seed(t))
	for i := range paths {
		turned := append(append([]string{"load", "--quiet", "--store", "sqlite:" + filepath.Join(t.TempDir(), "graph.db")}, paths[i:]...), paths[:i]...)
		code, _, errs := newsgraph(t, "", turned...)
		wantCode(t, code, exitDone, errs)
		wantOneLavrov(t, turned[3])
	}
}

func wantOneLavrov(t *testing.T, store string) {
	t.Helper()
	g, err := openGraph(t.Context(), store)
	if err != nil {
		t.Fatal(err)
	}
	defer g.Close() //nolint:errcheck // only read from
	var names []graph.NameQuery
	for _, name := range []string{"Sergey Lavrov", "Sergei Lavrov", "Lavrov", "Sergey Viktorovich Lavrov"} {
		names = append(names, graph.NameQuery{Name: name, Kind: graph.KindPerson})
	}
	found, err := g.Lookup(t.Context(), names)
	if err != nil {
		t.Fatal(err)
	}
	for i, of := range found {
		if len(of) != 1 || of[0].ID != found[0][0].ID || of[0].ArticleCount != 4 {
			for _, e := range of {
				t.Errorf("%s: %+v", names[i].Name, *e)
			}
		}
	}
}
