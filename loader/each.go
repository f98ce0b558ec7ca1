package loader

import (
	"context"

	"golang.org/x/sync/errgroup"

	"github.com/newsgraph/newsgraph/loader/article"
)

// ahead is how many articles may wait, annotated, for those before them in the source.
const ahead = 32

// job is an article on its way; done is closed when it is annotated, or err is set.
type job struct {
	article *article.Article
	err     error
	done    chan struct{}
}

// Each annotates the articles of the source on so many workers, and calls f with each of them in the order of
// the source, never concurrently. Where the source or a stage failed on an article, f gets that error (and the article, if
// there is one). Each returns the first error of f, or the context's.
func (p *Pipeline) Each(
	ctx context.Context, src Source, workers int, f func(*article.Article, error) error,
) error {
	queue := make(chan *job, workers+ahead) // in the order of the source
	work := make(chan *job)
	group, ctx := errgroup.WithContext(ctx)
	group.Go(func() error {
		defer close(queue)
		defer close(work)
		return feed(ctx, src, queue, work)
	})
	for range workers {
		group.Go(func() error {
			for j := range work {
				j.err = p.Annotate(ctx, j.article)
				close(j.done)
			}
			return nil
		})
	}
	group.Go(func() error { return drain(ctx, queue, f) })
	return group.Wait()
}

// feed puts each article in the queue, for the order, and gives it to a worker.
func feed(ctx context.Context, src Source, queue, work chan<- *job) error {
	for a, err := range src.Articles(ctx) {
		j := &job{article: a, err: err, done: make(chan struct{})}
		if err := send(ctx, queue, j); err != nil {
			return err
		}
		if j.err != nil {
			close(j.done)
		} else if err := send(ctx, work, j); err != nil {
			return err
		}
	}
	return ctx.Err()
}

func send[T any](ctx context.Context, to chan<- T, j T) error {
	select {
	case to <- j:
		return nil
	case <-ctx.Done():
		return ctx.Err()
	}
}

func drain(ctx context.Context, queue <-chan *job, f func(*article.Article, error) error) error {
	for j := range queue {
		select {
		case <-j.done:
		case <-ctx.Done():
			return ctx.Err()
		}
		// An article that the end of the context cut short was not refused.
		if err := ctx.Err(); err != nil {
			return err
		}
		if err := f(j.article, j.err); err != nil {
			return err
		}
	}
	return ctx.Err()
}
