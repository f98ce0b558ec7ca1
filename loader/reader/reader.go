// Package reader finds the names and the attributions of an article: who is named, and who said what.
//
// This reader works by rules: it knows the closed classes of English, attributing verbs, titles, the words that
// organizations and places are called by, and well-known names; and it takes the article itself as evidence. It gives
// the marks of loader/article and nothing else, so that another reader can take its place. It must not resolve
// pronouns, merge names or judge what a statement is about: that is the work of the stages after it.
package reader

import (
	"context"

	"github.com/newsgraph/newsgraph/loader/article"
)

// Options are the settings of a Reader.
type Options struct {
	// MinConfidence is the confidence from 0 to 1 below which marks are left out; 0 keeps all.
	MinConfidence float64
}

// Reader is the reader stage by rules. It may be used by many goroutines at once.
type Reader struct {
	options Options
	lex     *lexicon
}

var _ article.Stage = (*Reader)(nil)

// New returns a reader; nil options are the defaults. It builds the word tables, which takes some milliseconds: one
// reader serves a whole run.
func New(o *Options) *Reader {
	r := &Reader{lex: newLexicon()}
	if o != nil {
		r.options = *o
	}
	return r
}

// Contract tells that the reader needs the segments and adds names and attributions.
func (*Reader) Contract() article.Contract {
	return article.Contract{
		Name:     "reader",
		Requires: []article.Layer{article.LayerText, article.LayerSegments},
		Adds:     []article.Layer{article.LayerNames, article.LayerAttributions},
	}
}

// Annotate sets the names and the attributions of the article. It fails only when the context is done.
func (r *Reader) Annotate(ctx context.Context, a *article.Article) error {
	if err := ctx.Err(); err != nil {
		return err
	}
	d := newDocument(a, r.lex)
	a.Names = r.keepNames(newNamer(d).names())
	if err := ctx.Err(); err != nil {
		return err
	}
	a.Attributions = r.keepAttributions(newAttributor(d, a.Names).attributions())
	return nil
}

func (r *Reader) keepNames(names []article.Name) []article.Name {
	kept := names[:0]
	for _, n := range names {
		if n.Confidence >= r.options.MinConfidence {
			kept = append(kept, n)
		}
	}
	return kept
}

func (r *Reader) keepAttributions(all []article.Attribution) []article.Attribution {
	kept := all[:0]
	for _, a := range all {
		if a.Confidence >= r.options.MinConfidence {
			kept = append(kept, a)
		}
	}
	return kept
}
