package gold

import (
	"archive/tar"
	"cmp"
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
// which the mentions of one person, organization or event have one chain, in all texts of a topic. Mentions of nobody in
// particular, and those of other things, are left out; an event that is told once has a chain of its own. A text's ID is its topic, a slash
// and its name.
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
		out = append(out, d.coref(topic+"/"+strings.TrimSuffix(path.Base(h.Name), ".xml")))
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
func (d *ecbDocument) coref(id string) Coref {
	text, spans := d.text()
	c := Coref{ID: id, Text: text}
	across, inside := d.chains("CROSS_DOC_COREF"), d.chains("INTRA_DOC_COREF")
	for _, m := range d.Markables.All {
		span, there := m.span(spans)
		if !there {
			continue
		}
		kind, chain := m.kind(), across[m.ID]
		switch {
		case kind == article.Event:
			own := cmp.Or(inside[m.ID], strconv.Itoa(m.ID))
			c.Events = append(c.Events, Mention{Chain: cmp.Or(chain, id+"/"+own), Kind: kind, Span: span})
		case kind != "" && chain != "":
			c.Mentions = append(c.Mentions, Mention{Chain: chain, Kind: kind, Span: span})
		}
	}
	for _, list := range [][]Mention{c.Mentions, c.Events} {
		slices.SortFunc(list, func(a, b Mention) int { return a.Span.End - b.Span.End })
	}
	return c
}

// text joins the tokens, and tells where each is.
func (d *ecbDocument) text() (string, map[int]article.Span) {
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
	return text.String(), spans
}

// kind is that of the entities here that the markable's is, or "".
func (m *ecbMarkable) kind() article.Kind {
	switch name := m.XMLName.Local; {
	case name == "HUMAN_PART_PER":
		return article.Person
	case name == "HUMAN_PART_ORG":
		return article.Organization
	case strings.HasPrefix(name, "ACTION_"), strings.HasPrefix(name, "NEG_ACTION_"):
		return article.Event
	}
	return ""
}

// span goes from the first token of the markable to the last.
func (m *ecbMarkable) span(of map[int]article.Span) (span article.Span, there bool) {
	if len(m.Anchors) == 0 {
		return span, false
	}
	span, there = of[m.Anchors[0].Token]
	for _, a := range m.Anchors {
		s, ok := of[a.Token]
		there = there && ok
		span.Start, span.End = min(span.Start, s.Start), max(span.End, s.End)
	}
	return span, there
}

// chains gives the chain of each markable that is in one of that kind. One that is in none is of somebody whom no other text names,
// or was not looked at: only some sentences are annotated in full.
func (d *ecbDocument) chains(kind string) map[int]string {
	out := map[int]string{}
	for _, r := range d.Relations.All {
		if r.XMLName.Local != kind {
			continue
		}
		for _, s := range r.Sources {
			out[s.Markable] = cmp.Or(r.Note, r.ID)
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
