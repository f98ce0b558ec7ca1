package gold

import (
	"archive/tar"
	"compress/gzip"
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"path"
	"slices"
	"strconv"
	"strings"

	"github.com/newsgraph/newsgraph/loader/article"
)

// ReadECB reads the topics from first to last of a gzipped tar of ECB+ (Cybulska and Vossen, 2014), a folder for each: texts in
// which the mentions of one person or organization have one chain, in all texts of a topic. Mentions of nobody in
// particular, and those of other things, are left out. A text's ID is its topic, a slash and its name.
func ReadECB(name string, r io.Reader, first, last int) ([]Coref, error) {
	z, err := gzip.NewReader(r)
	if err != nil {
		return nil, fmt.Errorf("%s: %w: %w", name, ErrFormat, err)
	}
	var out []Coref
	for files := tar.NewReader(z); ; {
		h, err := files.Next()
		if errors.Is(err, io.EOF) {
			break
		}
		if err != nil {
			return nil, fmt.Errorf("%s: %w: %w", name, ErrFormat, err)
		}
		topic := path.Base(path.Dir(h.Name))
		n, err := strconv.Atoi(topic)
		if err != nil || n < first || n > last || path.Ext(h.Name) != ".xml" {
			continue
		}
		var d ecbDocument
		if err := xml.NewDecoder(files).Decode(&d); err != nil {
			return nil, fmt.Errorf("%s/%s: %w: %w", name, h.Name, ErrFormat, err)
		}
		c := d.coref()
		c.ID = topic + "/" + strings.TrimSuffix(path.Base(h.Name), ".xml")
		out = append(out, c)
	}
	slices.SortFunc(out, func(a, b Coref) int { return strings.Compare(a.ID, b.ID) })
	if len(out) == 0 {
		return nil, fmt.Errorf("%s: %w: no text of the topics %d to %d in it", name, ErrFormat, first, last)
	}
	return out, nil
}

type ecbDocument struct {
	Tokens []struct {
		ID       int    `xml:"t_id,attr"`
		Sentence int    `xml:"sentence,attr"`
		Word     string `xml:",chardata"`
	} `xml:"token"`
	Markables struct {
		All []ecbMarkable `xml:",any"`
	} `xml:"Markables"`
	Relations struct {
		All []ecbRelation `xml:",any"`
	} `xml:"Relations"`
}

type ecbMarkable struct {
	XMLName xml.Name
	ID      int `xml:"m_id,attr"`
	Anchors []struct {
		Token int `xml:"t_id,attr"`
	} `xml:"token_anchor"`
}

type ecbRelation struct {
	XMLName xml.Name
	ID      string `xml:"r_id,attr"`
	Note    string `xml:"note,attr"`
	Sources []struct {
		Markable int `xml:"m_id,attr"`
	} `xml:"source"`
}

// coref makes a text of the tokens, a line a sentence, and mentions of the markables.
func (d *ecbDocument) coref() Coref {
	var text strings.Builder
	spans := map[int]article.Span{}
	skip := -1 // the sentence that is the address of the page
	if len(d.Tokens) > 0 && strings.HasPrefix(d.Tokens[0].Word, "http") {
		skip = d.Tokens[0].Sentence
	}
	before, word := skip, ""
	for _, t := range d.Tokens {
		if t.Sentence == skip {
			continue
		}
		switch {
		case text.Len() == 0:
		case t.Sentence != before:
			text.WriteString("\n\n")
		case !glued(word, t.Word):
			text.WriteByte(' ')
		}
		spans[t.ID] = article.Span{Start: text.Len(), End: text.Len() + len(t.Word)}
		text.WriteString(t.Word)
		before, word = t.Sentence, t.Word
	}
	c := Coref{Text: text.String()}
	chains := d.chains()
	for _, m := range d.Markables.All {
		kind, ok := map[string]article.Kind{"HUMAN_PART_PER": article.Person, "HUMAN_PART_ORG": article.Organization}[m.XMLName.Local]
		if !ok || len(m.Anchors) == 0 {
			continue
		}
		span, there := spans[m.Anchors[0].Token]
		for _, a := range m.Anchors {
			s, ok := spans[a.Token]
			there = there && ok
			span.Start, span.End = min(span.Start, s.Start), max(span.End, s.End)
		}
		if chain := chains[m.ID]; there && chain != "" {
			c.Mentions = append(c.Mentions, Mention{Chain: chain, Kind: kind, Span: span})
		}
	}
	slices.SortFunc(c.Mentions, func(a, b Mention) int { return a.Span.End - b.Span.End })
	return c
}

// chains gives the chain of each markable that is in one across texts. One that is in none is of somebody whom no other text names,
// or was not looked at: only some sentences are annotated in full.
func (d *ecbDocument) chains() map[int]string {
	out := map[int]string{}
	for _, r := range d.Relations.All {
		if r.XMLName.Local != "CROSS_DOC_COREF" {
			continue
		}
		for _, s := range r.Sources {
			out[s.Markable] = r.Note
		}
	}
	return out
}

// glued tells whether no space stands between two tokens.
func glued(before, word string) bool {
	switch word {
	case ".", ",", ";", ":", "!", "?", ")", "]", "%", "'s", "’s", "n't", "'", "’", "”":
		return true
	}
	switch before {
	case "(", "[", "$", "“", "#":
		return true
	}
	return false
}
