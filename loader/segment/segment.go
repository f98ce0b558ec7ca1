// Package segment marks the paragraphs, sentences, tokens and quotations of an article.
//
// All marks are byte spans of the text. Paragraphs are blocks of lines; a sentence, a token and a closed
// quotation lie in one paragraph. The stage works by rules for text in scripts with spaces between words, and cuts
// Chinese and Japanese into characters. Time and memory are linear in the length of the text.
package segment

import (
	"context"
	"errors"
	"fmt"
	"sort"
	"unicode/utf8"

	"github.com/newsgraph/newsgraph/loader/article"
)

// ErrText is returned for an article whose text this stage cannot work on.
var ErrText = errors.New("text cannot be segmented")

// Stage is the segment stage. It may be used by many goroutines at once.
type Stage struct{}

var _ article.Stage = (*Stage)(nil)

// New returns the stage.
func New() *Stage { return &Stage{} }

// Contract tells that the stage reads the text and adds the segments.
func (*Stage) Contract() article.Contract {
	return article.Contract{
		Name:     "segment",
		Requires: []article.Layer{article.LayerText},
		Adds:     []article.Layer{article.LayerSegments},
	}
}

// Annotate sets Paragraphs, Sentences, Tokens and Quotes. It returns [ErrText] when the text is
// not valid UTF-8 or the dateline lies outside of it.
func (*Stage) Annotate(ctx context.Context, a *article.Article) error {
	if err := ctx.Err(); err != nil {
		return err
	}
	if !utf8.ValidString(a.Text) {
		return fmt.Errorf("%w: %s is not valid UTF-8", ErrText, a.Key)
	}
	if d := a.Dateline; d.Start < 0 || d.End < d.Start || d.End > len(a.Text) {
		return fmt.Errorf("%w: the dateline of %s lies outside of it", ErrText, a.Key)
	}
	a.Paragraphs = paragraphs(a.Text)
	a.Tokens = make([]article.Token, 0, len(a.Text)/5)
	for _, p := range a.Paragraphs {
		a.Tokens = appendTokens(a.Tokens, a.Text, p)
	}
	q := &quoter{text: a.Text, tokens: a.Tokens, roles: make([]role, len(a.Tokens))}
	s := &splitter{text: a.Text, tokens: a.Tokens, roles: q.roles, dateline: a.Dateline}
	eachParagraph(a, func(i, from, to int) { q.paragraph(a.Paragraphs[i], from, to) })
	a.Quotes = q.finish()
	eachParagraph(a, s.paragraph)
	a.Sentences = s.sentences
	return nil
}

// eachParagraph calls f with the number of each paragraph and the range of its tokens.
func eachParagraph(a *article.Article, f func(i, from, to int)) {
	from := 0
	for i, p := range a.Paragraphs {
		rest := a.Tokens[from:]
		to := from + sort.Search(len(rest), func(k int) bool { return rest[k].Span.Start >= p.End })
		f(i, from, to)
		from = to
	}
}
