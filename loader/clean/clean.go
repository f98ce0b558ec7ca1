// Package clean takes out of what was read all that is not the article's text: runs of icon names, menus, share
// bars, promotions, captions, bylines, dates, notices; and lifts title, date, authors and outlet out of it.
//
// It looks at lines: their shape, their place and how they begin and end. What it is not sure of stays. A
// paragraph with a quotation and a verb of saying always stays. Everything removed is reported, with its bytes in
// Raw and a reason.
package clean

import (
	"context"
	"errors"
	"fmt"
	"strings"
	"unicode/utf8"

	"github.com/newsgraph/newsgraph/loader/article"
)

// The errors of the package.
var (
	// ErrEmpty is returned for an article of which nothing is left as text.
	ErrEmpty = errors.New("no text is left after cleaning")
	// ErrRaw is returned for an article whose Raw is not valid UTF-8.
	ErrRaw = errors.New("not valid UTF-8")
)

// Options sets how the stage works.
type Options struct {
	// Raw takes the whole of Raw as the text: nothing is removed, nothing lifted, no dateline marked.
	Raw bool
}

// Stage is the clean stage. It may be used by many goroutines at once.
type Stage struct{ raw bool }

var _ article.Stage = (*Stage)(nil)

// New returns the stage; nil options are the default ones.
func New(o *Options) *Stage { return &Stage{raw: o != nil && o.Raw} }

// Contract tells that the stage reads what the source gave and adds the text.
func (*Stage) Contract() article.Contract {
	return article.Contract{
		Name:     "clean",
		Requires: []article.Layer{article.LayerRaw},
		Adds:     []article.Layer{article.LayerText},
	}
}

// Annotate sets Text, Removed and Dateline, and Title, PublishedAt, Authors and Source where the source gave none. Text
// holds the paragraphs that stay, as they are in Raw, with a blank line between them. It returns [ErrEmpty]
// when none stay, and [ErrRaw] for bytes that are no UTF-8.
func (s *Stage) Annotate(ctx context.Context, a *article.Article) error {
	if err := ctx.Err(); err != nil {
		return err
	}
	if !utf8.ValidString(a.Raw) {
		return fmt.Errorf("%s is %w: convert it first", a.Key, ErrRaw)
	}
	if s.raw {
		a.Text = a.Raw
		return nil
	}
	c := &cleaner{article: a, units: units(a.Raw)}
	c.run()
	c.write()
	if a.Text == "" {
		return fmt.Errorf("%w of %s: load it raw, if its lines are the text", ErrEmpty, a.Key)
	}
	return nil
}

// cleaner goes through the units of one article.
type cleaner struct {
	article *article.Article
	units   []unit
	given   bool // the source gave a title
	head    int  // number of the first unit that is a paragraph; len(units) when none is
}

// run decides about each unit. The order matters: what says what it is goes first, then what is certain by its
// shape; what depends on its place comes when only content is left around it.
func (c *cleaner) run() {
	c.given = c.article.Title != ""
	c.head = c.firstParagraph()
	c.labels()
	for i := range c.units {
		if c.units[i].open() {
			c.classify(i)
		}
	}
	c.followers()
	c.stamps()
	c.dates()
	c.bylines()
	c.mastheads()
	c.title()
}

// firstParagraph is the number of the first unit that reads as running text.
func (c *cleaner) firstParagraph() int {
	for i := range c.units {
		if u := &c.units[i]; u.paragraph() && !u.iconRun() && !notice(u) {
			return i
		}
	}
	return len(c.units)
}

// write builds Text and Removed.
func (c *cleaner) write() {
	a := c.article
	var b strings.Builder
	b.Grow(len(a.Raw))
	for i := range c.units {
		u := &c.units[i]
		if u.why != "" {
			c.remove(u.span, u.why)
			continue
		}
		c.remove(article.Span{Start: u.span.Start, End: u.keep.Start}, u.prefixWhy)
		if u.keep.Empty() {
			continue
		}
		if b.Len() > 0 {
			b.WriteString("\n\n")
		}
		start := b.Len()
		c.keep(&b, u)
		c.markDateline(i, b.String()[start:], start)
		c.remove(article.Span{Start: u.keep.End, End: u.span.End}, u.suffixWhy)
	}
	a.Text = b.String()
}

// keep writes what stays of a unit, without its insets.
func (c *cleaner) keep(b *strings.Builder, u *unit) {
	at := u.keep.Start
	for _, inset := range u.insets(c.article.Raw) {
		b.WriteString(strings.TrimRight(c.article.Raw[at:inset.Start], " "))
		c.remove(inset, "promo")
		at = inset.End
	}
	b.WriteString(c.article.Raw[at:u.keep.End])
}

// remove reports the span of Raw, without the space around it.
func (c *cleaner) remove(s article.Span, why string) {
	if s = s.Trim(c.article.Raw, blank); s.Empty() {
		return
	}
	c.article.Removed = append(c.article.Removed, article.Removed{Span: s, Text: s.Of(c.article.Raw), Why: why})
}
