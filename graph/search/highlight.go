package search

import (
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/newsgraph/newsgraph/graph"
	"github.com/newsgraph/newsgraph/graph/fold"
)

// Field tells of which part of a hit a highlight is.
type Field string

// The fields of highlights.
const (
	FieldName  Field = "NAME"  // a name of an entity
	FieldText  Field = "TEXT"  // the text of a statement, or a passage of an article's
	FieldTitle Field = "TITLE" // the title of an article
)

// Highlight is a text of a hit and where in it the words stand that were searched for.
type Highlight struct {
	Field Field
	Text  string
	Spans []graph.Span // bytes of Text, in order
	// Start is where Text begins in the text of the article, in bytes; 0 for all but a passage of an article.
	Start int
}

// Highlights shows where the folded words of a search, all of which the node has, stand in it: in the best of an entity's names (its display name
// if that has all words, else the most mentioned alias that has), in the text of a statement, in title and text of an article. Of
// an article's text, which is given for articles only, it takes a passage of at most [MaxSnippet] bytes, the first of those
// with the most of the words. Words of entities begin words of the name. It returns none for an entity all whose names with the words are no aliases.
func Highlights(n graph.Node, words []string, text string) []Highlight {
	switch n := n.(type) {
	case *graph.Entity:
		return inNames(n, words)
	case *graph.Statement:
		return whole(FieldText, n.Text, words)
	case *graph.Article:
		out := whole(FieldTitle, n.Title, words)
		if h, found := snippet(text, words); found {
			out = append(out, h)
		}
		return out
	}
	return []Highlight{}
}

func inNames(e *graph.Entity, words []string) []Highlight {
	names := []string{e.Name}
	for _, a := range e.Aliases {
		names = append(names, a.Name)
	}
	for _, name := range names {
		has := fold.Words(name)
		if !slices.ContainsFunc(words, func(w string) bool {
			return !slices.ContainsFunc(has, func(word string) bool { return strings.HasPrefix(word, w) })
		}) {
			h := Highlight{Field: FieldName, Text: name}
			for _, m := range matches(name, words, strings.HasPrefix) {
				h.Spans = append(h.Spans, m.span)
			}
			return []Highlight{h}
		}
	}
	return []Highlight{}
}

// whole highlights all of a text, if it has any of the words.
func whole(field Field, text string, words []string) []Highlight {
	h := Highlight{Field: field, Text: text}
	for _, m := range matches(text, words, equal) {
		h.Spans = append(h.Spans, m.span)
	}
	if len(h.Spans) == 0 {
		return []Highlight{}
	}
	return []Highlight{h}
}

func equal(a, b string) bool { return a == b }

// match is a place in a text where one of the words stands.
type match struct {
	span graph.Span
	word int // which
}

func matches(text string, words []string, fits func(word, wanted string) bool) []match {
	var out []match
	fold.Each(text, func(word string, start, end int) {
		if i := slices.IndexFunc(words, func(w string) bool { return fits(word, w) }); i >= 0 {
			out = append(out, match{graph.Span{Start: start, End: end}, i})
		}
	})
	return out
}

const (
	// MaxSnippet is how long the passage of an article is at most, in bytes, unless a single word is longer.
	MaxSnippet = 240
	lead       = 60 // about so much of it stands before the first word
)

// snippet takes from a text the first of the passages that have the most of the words.
func snippet(text string, words []string) (Highlight, bool) {
	all := matches(text, words, equal)
	if len(all) == 0 {
		return Highlight{}, false
	}
	first := densest(all)
	start := blankAfter(text, all[first].span.Start-lead, all[first].span.Start)
	end := max(blankBefore(text, start+MaxSnippet), all[first].span.End)
	h := Highlight{Field: FieldText, Text: text[start:end], Start: start}
	for _, m := range all {
		if m.span.Start >= start && m.span.End <= end {
			h.Spans = append(h.Spans, graph.Span{Start: m.span.Start - start, End: m.span.End - start})
		}
	}
	return h, true
}

// densest is the first of the matches from which on the most words stand in the room that a snippet has behind its lead.
func densest(all []match) int {
	best, most := 0, 0
	in := map[int]int{} // how often each word stands in the window
	to := 0
	for from, m := range all {
		for to < len(all) && all[to].span.End <= m.span.Start+MaxSnippet-lead {
			in[all[to].word]++
			to++
		}
		if len(in) > most {
			best, most = from, len(in)
		}
		if to <= from { // a word longer than the window
			to = from + 1
			continue
		}
		if in[m.word]--; in[m.word] == 0 {
			delete(in, m.word)
		}
	}
	return best
}

// blankAfter is the start of the first word at or behind at, and not behind limit.
func blankAfter(text string, at, limit int) int {
	if at <= 0 {
		return 0
	}
	if i := strings.IndexAny(text[at:limit], " \n"); i >= 0 {
		return at + i + 1
	}
	return limit
}

// blankBefore is the end of the last word that ends at or before at.
func blankBefore(text string, at int) int {
	if at >= len(text) {
		return len(text)
	}
	for !utf8.RuneStart(text[at]) {
		at--
	}
	if text[at] == ' ' || text[at] == '\n' {
		return at
	}
	if i := strings.LastIndexAny(text[:at], " \n"); i >= 0 {
		return i
	}
	return at
}
