// Package search is what all stores and the API share about searching: which words of a text are mistyped and what was
// meant by them, and where in what was found the words stand.
package search

import (
	"cmp"
	"slices"
	"strings"

	"github.com/newsgraph/newsgraph/graph"
	"github.com/newsgraph/newsgraph/graph/fold"
)

// Candidate is a word of a name that may have been meant by a mistyped one.
type Candidate struct {
	Word     string
	Edits    int // between the two, see [fold.Near]
	Mentions int // of the most mentioned entity that has the word in a name
}

// Best returns the word that was most likely meant: the one of the fewest edits, then of the most mentions, then the least;
// "" when there are none.
func Best(candidates []Candidate) string {
	if len(candidates) == 0 {
		return ""
	}
	return slices.MinFunc(candidates, func(a, b Candidate) int {
		return cmp.Or(cmp.Compare(a.Edits, b.Edits), cmp.Compare(b.Mentions, a.Mentions), cmp.Compare(a.Word, b.Word))
	}).Word
}

// Mistakable returns the different folded words of a text, sorted, that may be mistyped ([fold.Edits]); none when the text has more
// than [graph.MaxCorrected] different words.
func Mistakable(text string) []string {
	words := slices.Compact(slices.Sorted(slices.Values(fold.Words(text))))
	if len(words) > graph.MaxCorrected {
		return nil
	}
	return slices.DeleteFunc(words, func(word string) bool { return fold.Edits(word) == 0 })
}

// Find searches for the text as it is, and for the corrected text if nothing has all its words; while something has, none of them is mistyped.
// corrections gives replacements, by word.
func Find(
	q *graph.SearchQuery, find func(*graph.SearchQuery) (graph.SearchPage, error), corrections func(*graph.SearchQuery) (map[string]string, error),
) (graph.SearchPage, error) {
	out, err := find(q)
	out.Corrections = []graph.Correction{}
	if err != nil || len(out.Edges) > 0 || out.PageInfo.HasNextPage || out.PageInfo.HasPreviousPage {
		return out, err
	}
	replacements, err := corrections(q)
	if err != nil {
		return out, err
	}
	corrected, made := Correct(q, replacements)
	if len(made) == 0 {
		return out, nil
	}
	out, err = find(corrected)
	out.Corrections = made
	return out, err
}

// Correct returns the query with the folded words of its text replaced that have a replacement, and tells which these are, each once, in
// the order of the text.
func Correct(q *graph.SearchQuery, replacements map[string]string) (*graph.SearchQuery, []graph.Correction) {
	corrections := []graph.Correction{}
	words := fold.Words(q.Text)
	for i, word := range words {
		if replacement := replacements[word]; replacement != "" {
			words[i] = replacement
			c := graph.Correction{Word: word, Replacement: replacement}
			if !slices.Contains(corrections, c) {
				corrections = append(corrections, c)
			}
		}
	}
	if len(corrections) == 0 {
		return q, corrections
	}
	out := *q
	out.Text = strings.Join(words, " ")
	return &out, corrections
}

// Words returns the folded words of a text, each with its correction.
func Words(text string, corrections []graph.Correction) []string {
	replacements := map[string]string{}
	for _, c := range corrections {
		replacements[c.Word] = c.Replacement
	}
	q, _ := Correct(&graph.SearchQuery{Text: text}, replacements)
	return fold.Words(q.Text)
}
