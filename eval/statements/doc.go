// Package statements is the gold data for who said what to whom about whom: short invented articles with every
// statement marked by hand. README.md beside it has the format and the rules of marking.
//
// The package reads the data and resolves their passages to spans; package eval scores with them.
package statements

import (
	"embed"
	"encoding/json"
	"fmt"
	"strings"

	"github.com/newsgraph/newsgraph/eval/halves"
)

//go:embed dev/*.json test/*.json
var files embed.FS

// Article is one marked article.
type Article struct {
	ID         string      `json:"id"`
	Style      string      `json:"style"`
	Hard       bool        `json:"hard"` // on purpose
	Title      string      `json:"title"`
	Published  string      `json:"published"` // a day, as 2031-03-04
	Paragraphs []string    `json:"text"`
	Entities   []Entity    `json:"entities"`
	Statements []Statement `json:"statements"`
}

// Text is the text into which spans point.
func (a *Article) Text() string { return strings.Join(a.Paragraphs, "\n\n") }

// Entity is somebody or something that speaks, is spoken to or is spoken about.
type Entity struct {
	Kind string `json:"kind"` // PERSON, ORGANIZATION or PLACE
	Name string `json:"name"` // full
}

// Statement is a marked statement; the README tells what its fields mean.
type Statement struct {
	Kind       string    `json:"kind"`
	Content    []Passage `json:"content"`
	Cue        []Passage `json:"cue"`
	Source     *Passage  `json:"source"`
	Speaker    *string   `json:"speaker"`
	Addressees []string  `json:"addressees"`
	About      []Target  `json:"about"`
	Within     *int      `json:"within"`
	Mode       string    `json:"mode"` // "" (said), NOT_SAID or HYPOTHETICAL
}

// Target is an entity that a statement is about.
type Target struct {
	Name     string `json:"name"`
	Tone     string `json:"tone"`     // POSITIVE, NEGATIVE or NEUTRAL
	Optional bool   `json:"optional"` // good readers would differ
}

// Passage is words of the text. Start and End are their bytes in [Article.Text].
type Passage struct {
	Text       string
	Start, End int
	n          int // which occurrence, from 1; 0: the only one
}

// UnmarshalJSON reads a string, or {"text": …, "n": …}.
func (p *Passage) UnmarshalJSON(b []byte) error {
	if json.Unmarshal(b, &p.Text) == nil {
		return nil
	}
	var counted struct {
		Text string `json:"text"`
		N    int    `json:"n"`
	}
	if err := json.Unmarshal(b, &counted); err != nil {
		return fmt.Errorf("passage: %w", err)
	}
	if counted.N < 1 {
		return fmt.Errorf("%w: occurrence %d of %q", halves.ErrGold, counted.N, counted.Text)
	}
	p.Text, p.n = counted.Text, counted.N
	return nil
}

// Load returns the articles of a half, by id, with all passages resolved. It returns [halves.ErrGold] when a
// passage does not occur in its text as it should.
func Load(half halves.Half) ([]*Article, error) {
	entries, err := files.ReadDir(string(half))
	if err != nil {
		return nil, fmt.Errorf("%w: no half %q", halves.ErrGold, half)
	}
	var out []*Article
	for _, e := range entries {
		a, err := load(string(half) + "/" + e.Name())
		if err != nil {
			return nil, fmt.Errorf("%s/%s: %w", half, e.Name(), err)
		}
		out = append(out, a)
	}
	return out, nil
}

func load(name string) (*Article, error) {
	f, err := files.Open(name)
	if err != nil {
		return nil, err
	}
	defer f.Close() //nolint:errcheck // read from memory
	var a Article
	d := json.NewDecoder(f)
	d.DisallowUnknownFields()
	if err := d.Decode(&a); err != nil {
		return nil, err
	}
	text := a.Text()
	for i := range a.Statements {
		for _, p := range a.Statements[i].passages() {
			if err := p.resolve(text); err != nil {
				return nil, fmt.Errorf("statement %d: %w", i, err)
			}
		}
	}
	return &a, nil
}

func (s *Statement) passages() []*Passage {
	var out []*Passage
	for i := range s.Content {
		out = append(out, &s.Content[i])
	}
	for i := range s.Cue {
		out = append(out, &s.Cue[i])
	}
	if s.Source != nil {
		out = append(out, s.Source)
	}
	return out
}

// resolve finds the passage. A passage without a number must be the only one of its kind.
func (p *Passage) resolve(text string) error {
	var starts []int
	for from := 0; p.Text != ""; {
		i := strings.Index(text[from:], p.Text)
		if i < 0 {
			break
		}
		starts = append(starts, from+i)
		from += i + 1
	}
	switch {
	case p.n == 0 && len(starts) == 1:
		p.Start = starts[0]
	case p.n > 0 && p.n <= len(starts) && len(starts) > 1:
		p.Start = starts[p.n-1]
	default:
		return fmt.Errorf("%w: %q (occurrence %d) occurs %d times", halves.ErrGold, p.Text, p.n, len(starts))
	}
	p.End = p.Start + len(p.Text)
	return nil
}
