package neo4jstore

import (
	"slices"
	"strings"

	"github.com/newsgraph/newsgraph/graph"
	"github.com/newsgraph/newsgraph/graph/fold"
)

// filters makes conditions of the filters of one request.
type filters struct {
	*builder
	entities map[graph.NodeID]present // those that the filters name
}

// present is an entity in the graph: its id, and what its relationships remember of it. The id is that of the least of its keys, and
// changes when a lesser key joins it; the hub stays with the node.
type present struct{ id, hub string }

// newFilters looks up the entities that filters name.
func (t *tx) newFilters(b *builder, entities []graph.NodeID) (*filters, error) {
	f := &filters{builder: b, entities: map[graph.NodeID]present{}}
	if len(entities) == 0 {
		return f, nil
	}
	rows, err := t.run(cypherResolve, map[string]any{"ids": entities})
	if err != nil {
		return nil, err
	}
	for _, r := range rows {
		f.entities[r.id("id")] = present{r.text("entity"), r.text("hub")}
		if err := r.err(); err != nil {
			return nil, err
		}
	}
	return f, nil
}

// current gives the hubs of those of the entities that are in the graph.
func (f *filters) current(ids []graph.NodeID) []string {
	out := []string{}
	for _, id := range ids {
		if e, there := f.entities[id]; there && !slices.Contains(out, e.hub) {
			out = append(out, e.hub)
		}
	}
	return out
}

// in holds when the value, which must not be null, is one of a list; an empty list asks nothing.
func in[T any](f *filters, value string, of []T) cond {
	if len(of) == 0 {
		return ""
	}
	return value + " IN " + f.bind(of)
}

// among is in for a value that an index has before a sort key. It is written so that the server does not use that index: it would
// have to bring together and sort all that the index has for each value, where another index gives the first in order.
func among[T any](f *filters, value string, of []T) cond {
	return in(f, value+" + ''", of)
}

// within holds for a time in the range; the time may be null.
func (f *filters) within(value string, r graph.TimeRange) cond {
	if r.Open() {
		return ""
	}
	conds := []cond{value + " IS NOT NULL"}
	if !r.From.IsZero() {
		conds = append(conds, value+" >= "+f.bind(r.From.UTC()))
	}
	if !r.To.IsZero() {
		conds = append(conds, value+" < "+f.bind(r.To.UTC()))
	}
	return all(conds...)
}

// hasWords holds when all words of a text are among the words in a property.
func (f *filters) hasWords(property, text string) cond {
	if w := words(text); len(w) > 0 {
		return "all(w IN " + f.bind(distinct(w)) + " WHERE w IN split(" + property + ", ' '))"
	}
	return ""
}

// beginWords holds when each word is the beginning of a word of a folded name.
func beginWords(name, words string) cond {
	return "all(w IN " + words + " WHERE any(v IN split(" + name + ", ' ') WHERE v STARTS WITH w))"
}

func distinct(words []string) []string { return slices.Compact(slices.Sorted(slices.Values(words))) }

// maxTerms is how many words of a text are looked up in a full-text index, which takes no more than 1024 terms.
const maxTerms = 200

// lucene is the query of a full-text index for items that have all words; found must hold for the
// items besides when there are more words than it takes.
func (f *filters) lucene(property, text string) (query string, found cond) {
	w := distinct(words(text))
	if len(w) > maxTerms {
		return luceneTerms(w[:maxTerms], ""), f.hasWords(property, text)
	}
	return luceneTerms(w, ""), ""
}

// luceneNames is the query of the full-text index for names with words that begin so. What it finds
// must be checked with beginWords: the index cuts long words.
func luceneNames(text string) string {
	w := distinct(fold.Words(text))
	for i, word := range w {
		if r := []rune(word); len(r) > maxWord {
			w[i] = string(r[:maxWord])
		}
	}
	return luceneTerms(w[:min(len(w), maxTerms)], "*")
}

// luceneTerms needs no escapes: words are letters and digits.
func luceneTerms(words []string, suffix string) string {
	var b strings.Builder
	for _, w := range words {
		b.WriteString(" +" + w + suffix)
	}
	return strings.TrimSpace(b.String())
}
