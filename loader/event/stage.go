package event

import (
	"context"

	"github.com/newsgraph/newsgraph/loader/article"
)

// Stage finds the events of articles. It may be used by many goroutines at once.
type Stage struct{ lexicon lexicon }

var _ article.Stage = (*Stage)(nil)

// New returns the stage.
func New() *Stage { return &Stage{newLexicon()} }

// Contract tells what the stage needs and adds. The predicates may be missing from an article; then it has no coded events.
func (*Stage) Contract() article.Contract {
	return article.Contract{
		Name:     "event",
		Requires: []article.Layer{article.LayerSegments, article.LayerActors, article.LayerStatements},
		Adds:     []article.Layer{article.LayerEvents},
	}
}

// Annotate sets the events of the article.
func (s *Stage) Annotate(ctx context.Context, a *article.Article) error {
	if err := ctx.Err(); err != nil {
		return err
	}
	d := newDraft(s.lexicon, a)
	d.code()
	d.named()
	a.Events = d.finish()
	return nil
}
