package eval

import (
	"io"
	"strings"
	"unicode"

	"github.com/newsgraph/newsgraph/eval/gold"
	"github.com/newsgraph/newsgraph/loader/article"
)

// noise is a way in which texts are spoiled before they are read: each character becomes others, or none.
type noise struct {
	name, what string
	change     func(rune) string
}

// noises are the ways in which real texts are spoiled.
func noises() []noise {
	return []noise{
		{"caps", "in capitals", func(r rune) string { return string(unicode.ToUpper(r)) }},
		{"lower", "without capitals", func(r rune) string { return string(unicode.ToLower(r)) }},
		{"plain", "quote marks straight, no commas", plain},
	}
}

// plain is what is left of a character by careless scraping.
func plain(r rune) string {
	switch r {
	case '“', '”', '„', '«', '»':
		return `"`
	case '’', '‘':
		return "'"
	case ',':
		return ""
	}
	return string(r)
}

// spoiled are the sets with names and attributions once more, in each kind of noise.
func spoiled(sets []*Set) []*Set {
	var out []*Set
	for _, s := range sets {
		for _, n := range noises() {
			noisy := *s
			noisy.Name, noisy.What = s.Name+"-"+n.name, "the same, "+n.what
			noisy.Noisy = true
			switch s.Name {
			case "polnear":
				noisy.load = n.attributions
			case "worldwide":
				noisy.load = n.names
			default:
				continue
			}
			out = append(out, &noisy)
		}
	}
	return out
}

func (n noise) names(_ *Set, name string, r io.Reader) ([]sample, error) {
	texts, err := gold.ReadTagged(name, r)
	for i := range texts {
		g := &texts[i]
		text, place := n.spoil(g.Text)
		for j := range g.Names {
			g.Names[j].Span = place(g.Names[j].Span)
		}
		g.Text = text
	}
	return nameSamples(texts), err
}

func (n noise) attributions(_ *Set, name string, r io.Reader) ([]sample, error) {
	texts, err := gold.ReadAttributed(name, r)
	for i := range texts {
		g := &texts[i]
		text, place := n.spoil(g.Text)
		for _, a := range g.Attributions {
			move(place, a.Source, a.Cue, a.Content)
		}
		move(place, g.Discard)
		g.Text = text
	}
	return attributionSamples(texts), err
}

func move(place func(article.Span) article.Span, parts ...[]article.Span) {
	for _, spans := range parts {
		for i := range spans {
			spans[i] = place(spans[i])
		}
	}
}

// spoil changes the text, and tells where its spans are then: without the space that a lost mark leaves at their ends.
func (n noise) spoil(text string) (string, func(article.Span) article.Span) {
	var b strings.Builder
	at := make([]int, len(text)+1) // where each byte goes
	for i, r := range text {
		at[i] = b.Len()
		b.WriteString(n.change(r))
	}
	at[len(text)] = b.Len()
	changed := b.String()
	return changed, func(s article.Span) article.Span {
		out := article.Span{Start: at[s.Start], End: at[s.End]}
		words := out.Of(changed)
		out.Start += len(words) - len(strings.TrimLeft(words, " "))
		out.End -= len(words) - len(strings.TrimRight(words, " "))
		return out
	}
}
