package benchmark_test

import (
	"context"
	"fmt"
	"slices"
	"strings"
	"sync"
	"time"

	"golang.org/x/sync/errgroup"
)

const (
	manyClients = 8  // for throughput
	maxClients  = 50 // for the slowest answers under load
)

// run is one question to one server.
type run struct {
	target
	bodies [][]byte
	single []time.Duration // one client, one request at a time
	many   []time.Duration // manyClients at once
	most   []time.Duration // maxClients at once
	spent  time.Duration   // how long the manyClients asked
}

// row is one question to all servers.
type row struct {
	title string
	runs  []*run
}

// measure asks the servers in turns, so that whatever else the machine does slows all of them.
func (r *row) measure(ctx context.Context) error {
	for i := range *oneByOne + len(r.runs[0].bodies) {
		for _, run := range r.runs {
			took, err := run.once(ctx, i)
			if err != nil {
				return err
			}
			if i >= len(run.bodies) { // all have been asked once, to warm up
				run.single = append(run.single, took)
			}
		}
	}
	for range *rounds {
		for _, run := range r.runs {
			start := time.Now()
			took, err := run.together(ctx, manyClients)
			if err != nil {
				return err
			}
			run.many, run.spent = append(run.many, took...), run.spent+time.Since(start)
			if took, err = run.together(ctx, maxClients); err != nil {
				return err
			}
			run.most = append(run.most, took...)
		}
	}
	return nil
}

func (r *run) once(ctx context.Context, i int) (time.Duration, error) {
	start := time.Now()
	_, err := r.ask(ctx, r.bodies[i%len(r.bodies)])
	return time.Since(start), err
}

// together has so many clients ask for a slice of time, each the next question when it has its answer.
func (r *run) together(ctx context.Context, clients int) ([]time.Duration, error) {
	var mu sync.Mutex
	var all []time.Duration
	g, ctx := errgroup.WithContext(ctx)
	end := time.Now().Add(*slice)
	for c := range clients {
		g.Go(func() error {
			var own []time.Duration
			for i := c; time.Now().Before(end); i++ {
				took, err := r.once(ctx, i)
				if err != nil {
					return err
				}
				own = append(own, took)
			}
			mu.Lock()
			defer mu.Unlock()
			all = append(all, own...)
			return nil
		})
	}
	return all, g.Wait()
}

// quantile returns the time within which the given share of the requests was answered.
func quantile(all []time.Duration, share float64) time.Duration {
	if len(all) == 0 {
		return 0
	}
	sorted := slices.Sorted(slices.Values(all))
	return sorted[min(int(share*float64(len(sorted))), len(sorted)-1)]
}

// markdown writes the tables.
func markdown(rows []row) string {
	var b strings.Builder
	write := func(title string, cell func(*run) float64) {
		fmt.Fprintf(&b, "\n%s\n\n| question |", title)
		for _, run := range rows[0].runs {
			fmt.Fprintf(&b, " %s |", run.name)
		}
		b.WriteString(" ours on Neo4j / theirs | embedded / theirs |\n|---|---|---|---|---|---|\n")
		for _, row := range rows {
			fmt.Fprintf(&b, "| %s |", row.title)
			var cells []float64
			for _, run := range row.runs {
				cells = append(cells, cell(run))
				fmt.Fprintf(&b, " %.1f |", cells[len(cells)-1])
			}
			fmt.Fprintf(&b, " %.2f | %.2f |\n", cells[0]/cells[1], cells[2]/cells[1])
		}
	}
	ms := func(d time.Duration) float64 { return float64(d) / float64(time.Millisecond) }
	write("Median latency, one client, milliseconds:", func(r *run) float64 { return ms(quantile(r.single, 0.5)) })
	write(fmt.Sprintf("Requests a second, %d clients:", manyClients), func(r *run) float64 { return float64(len(r.many)) / r.spent.Seconds() })
	write(fmt.Sprintf("Median with %d clients, milliseconds:", maxClients), func(r *run) float64 { return ms(quantile(r.most, 0.5)) })
	write(fmt.Sprintf("99th percentile with %d clients, milliseconds:", maxClients), func(r *run) float64 { return ms(quantile(r.most, 0.99)) })
	write(fmt.Sprintf("99th percentile with %d clients, times the median:", maxClients), func(r *run) float64 {
		return float64(quantile(r.most, 0.99)) / float64(max(1, quantile(r.most, 0.5)))
	})
	return b.String()
}
