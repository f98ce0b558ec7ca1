package entity

import (
	"context"

	"github.com/newsgraph/newsgraph/loader/article"
)

// Options are the settings of the stage; the zero value has the defaults.
type Options struct {
	// Reach is how many sentences a title or a pronoun looks back for its person; 0 stands for 6.
	Reach int
}

// Stage adds actors and roles to articles. It may be used by many goroutines at once.
type Stage struct {
	places *atlas
	lex    *lexicon
	reach  int
}

// New returns the stage; nil options are the defaults. It builds the tables of countries and words, which takes some milliseconds.
func New(o *Options) *Stage {
	s := &Stage{places: newAtlas(), lex: newLexicon(), reach: 6}
	if o != nil && o.Reach > 0 {
		s.reach = o.Reach
	}
	return s
}

// Contract implements [article.Stage].
func (s *Stage) Contract() article.Contract {
	return article.Contract{
		Name:     "entity",
		Requires: []article.Layer{article.LayerText, article.LayerSegments, article.LayerNames, article.LayerAttributions},
		Adds:     []article.Layer{article.LayerActors},
	}
}

// Annotate implements [article.Stage]. It returns the context's error and no other.
func (s *Stage) Annotate(ctx context.Context, a *article.Article) error {
	if err := ctx.Err(); err != nil {
		return err
	}
	d := newDraft(s, a)
	d.group()
	d.readTitles()
	d.refer()
	d.finish()
	return nil
}
