package statement

import (
	"context"

	"github.com/newsgraph/newsgraph/loader/article"
)

// Options are the settings of the stage; the zero value has the defaults.
type Options struct {
	// FloatingWords is how many words a quotation without a source must have to be a statement when it is not
	// a whole sentence; 0 stands for 5.
	FloatingWords int
}

// Stage adds statements to articles. It may be used by many goroutines at once.
type Stage struct {
	lex      *lexicon
	floating int
}

// New returns the stage; nil options are the defaults.
func New(o *Options) *Stage {
	s := &Stage{lex: newLexicon(), floating: 5}
	if o != nil && o.FloatingWords > 0 {
		s.floating = o.FloatingWords
	}
	return s
}

// Contract implements [article.Stage].
func (s *Stage) Contract() article.Contract {
	return article.Contract{
		Name:     "statement",
		Requires: []article.Layer{article.LayerText, article.LayerSegments, article.LayerAttributions, article.LayerActors},
		Adds:     []article.Layer{article.LayerStatements},
	}
}

// Annotate implements [article.Stage]. It returns the context's error and no other.
func (s *Stage) Annotate(ctx context.Context, a *article.Article) error {
	if err := ctx.Err(); err != nil {
		return err
	}
	d := newDraft(s, a)
	d.fromAttributions()
	d.nestedInQuotes()
	d.sort()
	d.floatingQuotes()
	d.sort()
	d.findWithin()
	d.findAddressees()
	d.findTargets()
	d.findTones()
	d.finish()
	return nil
}
