// Package examples_test takes the articles of this folder through the whole extraction and compares what it finds with what a
// careful reader marked, by hand and before the program had read them, in testdata/examples.
package examples_test

import (
	"context"
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/google/go-cmp/cmp"

	"github.com/newsgraph/newsgraph/loader"
	"github.com/newsgraph/newsgraph/loader/article"
	"github.com/newsgraph/newsgraph/loader/clean"
	"github.com/newsgraph/newsgraph/loader/entity"
	"github.com/newsgraph/newsgraph/loader/event"
	"github.com/newsgraph/newsgraph/loader/place"
	"github.com/newsgraph/newsgraph/loader/reader"
	"github.com/newsgraph/newsgraph/loader/segment"
	"github.com/newsgraph/newsgraph/loader/source"
	"github.com/newsgraph/newsgraph/loader/statement"
)

var update = flag.Bool("update", false, "rewrite the golden files from the embedded store, and the list of unmet expectations")

func pipeline(t *testing.T) *loader.Pipeline {
	t.Helper()
	read, err := reader.New()
	if err != nil {
		t.Fatal(err)
	}
	p, err := loader.New(clean.New(nil), segment.New(), read, entity.New(nil), place.New(), statement.New(nil), event.New())
	if err != nil {
		t.Fatal(err)
	}
	return p
}

func open(t *testing.T) *source.Source {
	t.Helper()
	src, err := source.New([]string{"."}, &source.Options{Base: "."})
	if err != nil {
		t.Fatal(err)
	}
	return src
}

// extract returns the annotated articles by their file, in the file's order. None may be refused.
func extract(t *testing.T) map[string][]*article.Article {
	t.Helper()
	out := map[string][]*article.Article{}
	err := pipeline(t).Each(t.Context(), open(t), 2, func(a *article.Article, err error) error {
		if err != nil {
			return err
		}
		file := filepath.Base(a.SourcePath)
		out[file] = append(out[file], a)
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	return out
}

// files returns the files of articles in this folder.
func files(t *testing.T) []string {
	t.Helper()
	entries, err := os.ReadDir(".")
	if err != nil {
		t.Fatal(err)
	}
	var out []string
	for _, e := range entries {
		if !strings.HasSuffix(e.Name(), ".go") {
			out = append(out, e.Name())
		}
	}
	return out
}

// TestExpectations checks every expectation. Those that are not met today are listed in testdata/examples/unmet.txt: one that is not in the
// list fails the test, and so does one in the list that is met now, so that the list only tells the truth.
func TestExpectations(t *testing.T) {
	t.Parallel()
	unmet, all := checkAll(t)
	t.Logf("%d of %d expectations are met", all-len(unmet), all)
	golden(t, filepath.Join("..", "testdata", "examples", "unmet.txt"), strings.Join(append(unmet, ""), "\n"))
}

// checkAll returns the expectations that are not met, and how many there are.
func checkAll(t *testing.T) (unmet []string, all int) {
	t.Helper()
	articles := extract(t)
	for _, file := range files(t) {
		expected := readExpectations(t, file)
		if len(articles[file]) != len(expected) {
			t.Errorf("%s: %d articles, and expectations for %d", file, len(articles[file]), len(expected))
			continue
		}
		for i, a := range articles[file] {
			u, n := expected[i].check(a)
			all += n
			for _, line := range u {
				unmet = append(unmet, fmt.Sprintf("%s#%d: %s", file, i, line))
			}
			t.Logf("%s#%d: %d of %d met", file, i, n-len(u), n)
		}
	}
	return unmet, all
}

// maxDiff is how many lines of a difference are shown.
const maxDiff = 60

// golden compares with a golden file, or writes it.
func golden(t *testing.T, path, got string) {
	t.Helper()
	if *update {
		if err := os.WriteFile(path, []byte(got), 0o644); err != nil {
			t.Fatal(err)
		}
		return
	}
	want, err := os.ReadFile(path)
	if err != nil {
		t.Fatalf("%v; make golden writes it", err)
	}
	lines := cmp.Diff(strings.Split(string(want), "\n"), strings.Split(got, "\n"))
	if diff := strings.Split(lines, "\n"); lines != "" {
		t.Errorf("%s has changed (- before, + now); when that is for the better, make golden writes it. %d lines, from:\n%s",
			path, len(diff), strings.Join(diff[:min(len(diff), maxDiff)], "\n"))
	}
}

// TestSpans holds that every mark is a passage of the text, to the byte, and not empty where it must not be.
func TestSpans(t *testing.T) {
	t.Parallel()
	for file, articles := range extract(t) {
		for _, a := range articles {
			for _, span := range spans(a) {
				if span.Start < 0 || span.End > len(a.Text) || span.Empty() {
					t.Errorf("%s: span %v is not a passage of %d bytes", file, span, len(a.Text))
				} else if words := span.Of(a.Text); !utf8.ValidString(words) || strings.TrimSpace(words) != words {
					t.Errorf("%s: span %v is %q", file, span, words)
				}
			}
		}
	}
}

// spans returns all spans of the marks that the graph is made of.
func spans(a *article.Article) []article.Span {
	var out []article.Span
	for _, actor := range a.Actors {
		for _, m := range actor.Mentions {
			out = append(out, m.Span)
		}
	}
	for _, s := range a.Statements {
		out = append(out, s.Content...)
		out = append(out, slices.DeleteFunc([]article.Span{s.Cue, s.SpeakerSpan}, func(s article.Span) bool {
			return s == article.Span{}
		})...)
		for _, target := range s.About {
			out = append(out, target.Spans...)
		}
	}
	for _, r := range a.Roles {
		out = append(out, r.Span)
	}
	return out
}

// TestExpectationsAreOfTheText guards the expectations against slips: each passage stands in its article.
func TestExpectationsAreOfTheText(t *testing.T) {
	t.Parallel()
	raw := map[string][]string{}
	for a, err := range open(t).Articles(context.Background()) {
		if err != nil {
			t.Fatal(err)
		}
		file := filepath.Base(a.SourcePath)
		raw[file] = append(raw[file], a.Title+"\n"+a.Raw)
	}
	for _, file := range files(t) {
		for i, e := range readExpectations(t, file) {
			if i >= len(raw[file]) {
				t.Errorf("%s has no article %d", file, i)
				continue
			}
			for _, passage := range e.passages() {
				if !strings.Contains(raw[file][i], passage) {
					t.Errorf("%s#%d: %q is not in the article", file, i, passage)
				}
			}
		}
	}
}

// passages returns all that an expectation quotes.
func (e *expectations) passages() []string {
	out := append([]string{e.Title}, e.RemovedContains...)
	out = append(out, e.NotStatements...)
	for _, s := range e.Statements {
		out = append(out, s.Contains, s.SpeakerText, s.Within)
		out = append(out, s.With...)
	}
	for _, r := range e.Roles {
		out = append(out, r.Title)
	}
	for _, w := range e.Entities {
		out = append(out, w.Also...)
	}
	return out
}
