// Package marked makes articles whose names and attributions are written into the text. It is for tests of the stages
// after the reader.
//
//	{s1|[O|Halden Port] officials} {q1|said} {c1|[P|Ada Byrne] would leave [L|Norway]}.
//
// [P|…] is a person's name, [O|…] an organization's, [L|…] a place's, [E|…] an event's; {s1|…}, {q1|…} and {c1|…}
// are source, cue and content of attribution 1, and may be given several times. Marks nest.
package marked

import (
	"cmp"
	"context"
	"fmt"
	"slices"
	"strings"

	"github.com/newsgraph/newsgraph/loader/article"
	"github.com/newsgraph/newsgraph/loader/segment"
)

// open is a mark that is not yet closed.
type open struct {
	closer byte
	label  string
	start  int
}

// Article reads a marked text and segments it. An error tells of marks that do not fit together.
func Article(text string) (*article.Article, error) {
	r := &reading{attributions: map[string]*article.Attribution{}}
	for i := 0; i < len(text); {
		i += r.step(text[i:])
	}
	if len(r.stack) > 0 {
		return nil, fmt.Errorf("the mark %q is not closed", r.stack[len(r.stack)-1].label)
	}
	if r.err != nil {
		return nil, r.err
	}
	a := &article.Article{Key: "marked", Text: r.out.String(), Names: r.names}
	for _, t := range r.attributions {
		if len(t.Content) > 0 {
			a.Attributions = append(a.Attributions, *t)
		}
	}
	slices.SortFunc(a.Names, func(x, y article.Name) int { return cmp.Compare(x.Span.Start, y.Span.Start) })
	slices.SortFunc(a.Attributions, func(x, y article.Attribution) int {
		return cmp.Compare(x.Content[0].Start, y.Content[0].Start)
	})
	if err := segment.New().Annotate(context.Background(), a); err != nil {
		return nil, err
	}
	return a, nil
}

// reading is the state of reading a marked text.
type reading struct {
	out          strings.Builder
	stack        []open
	names        []article.Name
	attributions map[string]*article.Attribution
	err          error
}

// step reads a mark, the end of one, or a byte, and returns how much it read.
func (r *reading) step(rest string) int {
	switch c := rest[0]; {
	case c == '[' || c == '{':
		label, _, ok := strings.Cut(rest[1:], "|")
		if !ok || len(label) > 4 {
			r.err = fmt.Errorf("no mark starts at %q", rest[:min(20, len(rest))])
			return len(rest)
		}
		r.stack = append(r.stack, open{closer: c + 2, label: label, start: r.out.Len()})
		return len(label) + 2
	case c == ']' || c == '}':
		if len(r.stack) == 0 || r.stack[len(r.stack)-1].closer != c {
			r.err = fmt.Errorf("a mark ends that did not start, at %q", rest[:min(20, len(rest))])
			return len(rest)
		}
		r.close()
	default:
		r.out.WriteByte(c)
	}
	return 1
}

func (r *reading) close() {
	top := r.stack[len(r.stack)-1]
	r.stack = r.stack[:len(r.stack)-1]
	span := article.Span{Start: top.start, End: r.out.Len()}
	if top.closer == ']' {
		r.names = append(r.names, article.Name{Span: span, Kind: kind(top.label), Confidence: 0.9})
		return
	}
	t := r.attributions[top.label[1:]]
	if t == nil {
		t = &article.Attribution{Confidence: 0.9}
		r.attributions[top.label[1:]] = t
	}
	switch top.label[0] {
	case 's':
		t.Source = append(t.Source, span)
	case 'q':
		t.Cue = append(t.Cue, span)
	default:
		t.Content = append(t.Content, span)
	}
}

func kind(label string) article.Kind {
	switch label {
	case "P":
		return article.Person
	case "O":
		return article.Organization
	case "E":
		return article.Event
	}
	return article.Place
}
