package graphtest

import (
	"context"
	"errors"
	"fmt"
	"sync"
	"time"

	"github.com/newsgraph/newsgraph/graph"
)

func stateCases() []testCase {
	return []testCase{
		{"each read sees batches as a whole", readsSeeWholeBatches},
		{"writers at once all get through", writersAtOnce},
		{"stats count everything", func(b *bench) {
			b.load(meeting(), note("note", "", "Ada", "Sergey Lavrov"))
			b.judge(same(graph.KindPerson, "Ada", "Nobody"))
			equal(b, "stats", ok(b.graph.Stats(b.ctx))(b), graph.Stats{
				Articles: 2, Mentions: 8, Judgements: 1,
				Entities:   map[graph.Kind]int{graph.KindPerson: 3, graph.KindOrganization: 1, graph.KindPlace: 1, graph.KindEvent: 0},
				Statements: map[graph.StatementKind]int{graph.Direct: 1, graph.Mixed: 0, graph.Indirect: 1},
			})
		}},
		{"an ended context ends a read", func(b *bench) {
			ctx, cancel := context.WithDeadline(b.ctx, time.Unix(0, 0))
			defer cancel()
			if _, err := b.graph.Stats(ctx); !errors.Is(err, context.DeadlineExceeded) {
				b.Errorf("error is %v, want context.DeadlineExceeded", err)
			}
			if _, err := b.graph.Stats(b.ctx); err != nil {
				b.Errorf("the graph after it: %v", err)
			}
		}},
		{"a closed graph says so", func(b *bench) {
			if err := b.graph.Close(); err != nil {
				b.Fatal(err)
			}
			if _, err := b.graph.Stats(b.ctx); !errors.Is(err, graph.ErrClosed) {
				b.Errorf("error is %v, want ErrClosed", err)
			}
		}},
		{"answers are the caller's to keep", func(b *bench) {
			b.load(meeting())
			before := b.dump()
			page := ok(b.graph.Statements(b.ctx, &graph.StatementQuery{}))(b)[0]
			page.Edges[0].Node.Spans[0].Start = 1000
			b.entity(entityID("Sergey Lavrov")).Aliases[0].Name = "nobody"
			equal(b, "graph", b.dump(), before)
		}},
	}
}

// readsSeeWholeBatches loads and deletes two articles again and again, while others look.
func readsSeeWholeBatches(b *bench) {
	both := records(b, note("one", "", "Ada"), note("two", "", "Bob"))
	ctx, stop := context.WithCancel(b.ctx)
	var readers sync.WaitGroup
	errs := make(chan error, 2)
	for range 2 {
		readers.Go(func() {
			for ctx.Err() == nil {
				if err := seesBothOrNone(b.ctx, b.graph); err != nil {
					errs <- err
					return
				}
			}
		})
	}
	for range 10 {
		b.apply(&graph.Batch{Records: both})
		b.apply(&graph.Batch{Delete: articleIDs("one", "two")})
	}
	stop()
	readers.Wait()
	close(errs)
	for err := range errs {
		b.Error(err)
	}
}

func seesBothOrNone(ctx context.Context, g *graph.Graph) error {
	pages, err := g.Articles(ctx, &graph.ArticleQuery{Page: graph.Page{Count: true}})
	if err != nil {
		return err
	}
	if n := len(pages[0].Edges); n == 1 || n != pages[0].Total {
		return fmt.Errorf("a reader saw %d articles, and counted %d", n, pages[0].Total)
	}
	nodes, err := g.Nodes(ctx, []graph.NodeID{entityID("Ada"), entityID("Bob")})
	if err != nil {
		return err
	}
	if (nodes[0] == nil) != (nodes[1] == nil) {
		return fmt.Errorf("a reader saw %v", nodes)
	}
	return nil
}

// writersAtOnce lets writers change the same articles, entities and judgements.
func writersAtOnce(b *bench) {
	var writers sync.WaitGroup
	errs := make(chan error, 8)
	for w := range 4 {
		shared, own := note("shared", "", "Ada", "Bob"), note(fmt.Sprintf("own %d", w), "", "Ada", "Cid")
		batches := []*graph.Batch{
			{Records: records(b, shared)}, {Records: records(b, own), Judge: []graph.Judgement{same(graph.KindPerson, "Ada", "Bob")}},
		}
		writers.Go(func() {
			for _, batch := range batches {
				_, err := b.graph.Apply(b.ctx, batch)
				errs <- err
			}
		})
	}
	writers.Wait()
	close(errs)
	for err := range errs {
		if err != nil {
			b.Error(err)
		}
	}
	equal(b, "people", b.people(), map[string]int{"Ada": 6, "Cid": 4})
}
