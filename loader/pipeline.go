package loader

import (
	"context"
	"errors"
	"fmt"
	"runtime/debug"
	"slices"

	"github.com/newsgraph/newsgraph/loader/article"
)

// The errors of the package.
var (
	// ErrOrder is returned by [New] for stages that cannot work in their order.
	ErrOrder = errors.New("stages out of order")
	// ErrStage is returned when a stage failed on an article by its own fault.
	ErrStage = errors.New("stage failed")
)

// Pipeline is an order of stages that works. It may be used by many goroutines at once.
type Pipeline struct{ stages []article.Stage }

// New returns the pipeline of the stages. It returns [ErrOrder] when a stage requires a layer that
// no stage before it adds, or adds one that is there already. The first stage finds [article.LayerRaw].
func New(stages ...article.Stage) (*Pipeline, error) {
	there := []article.Layer{article.LayerRaw}
	for _, s := range stages {
		c := s.Contract()
		for _, l := range c.Requires {
			if !slices.Contains(there, l) {
				return nil, fmt.Errorf("%w: %s requires %s, which no stage before it adds", ErrOrder, c.Name, l)
			}
		}
		for _, l := range c.Adds {
			if slices.Contains(there, l) {
				return nil, fmt.Errorf("%w: %s adds %s, which is there already", ErrOrder, c.Name, l)
			}
			there = append(there, l)
		}
	}
	return &Pipeline{stages: stages}, nil
}

// Annotate takes one article through all stages. An error is about this article alone, or the context's.
func (p *Pipeline) Annotate(ctx context.Context, a *article.Article) error {
	for _, s := range p.stages {
		if err := ctx.Err(); err != nil {
			return err
		}
		if err := annotate(ctx, s, a); err != nil {
			return err
		}
	}
	return nil
}

// annotate runs one stage. A panic becomes an error, so that one article cannot end a load of thousands.
func annotate(ctx context.Context, s article.Stage, a *article.Article) (err error) {
	name := s.Contract().Name
	defer func() {
		if r := recover(); r != nil {
			err = fmt.Errorf("%w: %s: %v\n%s", ErrStage, name, r, debug.Stack())
		}
	}()
	if err := s.Annotate(ctx, a); err != nil {
		return fmt.Errorf("%s: %w", name, err)
	}
	return nil
}
