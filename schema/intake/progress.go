package intake

import (
	"cmp"
	"context"
	"maps"
	"slices"
	"strconv"
	"sync"
	"time"

	"github.com/newsgraph/newsgraph/graph"
)

// StatementAdded is what a subscription is told of a statement, or the error with which it ends.
type StatementAdded struct {
	Statement *graph.Statement
	Err       error
}

// ArticleLoaded is what a subscription is told of an article, or the error with which it ends.
type ArticleLoaded struct {
	Article *graph.Article
	Err     error
}

// Progress is how far a load is.
type Progress struct {
	ID        graph.NodeID // of this load among those of the process
	Name      string       // what is loaded
	StartedAt time.Time
	Fraction  *float64 // 0 to 1; nil when it is not known
	Read      int
	Added     int
	Replaced  int
	Unchanged int
	Refused   int
	Done      bool // has ended
	Failed    bool // has ended before all was read
}

// keptLoads is how many loads are known that have ended.
const keptLoads = 16

// Loads are the loads of this process, for those who follow them. It may be used by many goroutines at once.
type Loads struct {
	mu      sync.Mutex
	last    int // number of the last load
	ends    int // how many have ended
	loads   map[int]*state
	changed chan struct{} // closed at the next change
}

// state is a load and the number of its last change.
type state struct {
	Progress
	change int
	end    int // the how manieth to end it was; 0 while it runs
}

// NewLoads returns no loads yet.
func NewLoads() *Loads { return &Loads{loads: map[int]*state{}, changed: make(chan struct{})} }

// Begin adds a load. Each call of report tells how far it is; ID, Name and StartedAt need not be set. Nothing may be reported after Done.
func (l *Loads) Begin(name string, at time.Time) (report func(Progress)) {
	l.mu.Lock()
	l.last++
	number := l.last
	l.mu.Unlock()
	report = func(p Progress) {
		p.ID, p.Name, p.StartedAt = graph.NodeID(strconv.Itoa(number)), name, at
		l.set(number, p)
	}
	report(Progress{})
	return report
}

func (l *Loads) set(number int, p Progress) {
	l.mu.Lock()
	defer l.mu.Unlock()
	s := l.loads[number]
	if s == nil {
		s = &state{}
		l.loads[number] = s
	}
	s.Progress = p
	s.change++
	if p.Done {
		l.ends++
		s.end = l.ends
		l.forget()
	}
	close(l.changed)
	l.changed = make(chan struct{})
}

// forget drops loads that ended long ago.
func (l *Loads) forget() {
	maps.DeleteFunc(l.loads, func(_ int, s *state) bool { return s.end > 0 && s.end <= l.ends-keptLoads })
}

// Follow is somebody who follows the loads. One goroutine uses it at a time.
type Follow struct {
	loads *Loads
	told  map[int]int // the number of the last change that was told, by load
}

// Follow returns a follower to whom nothing was told, of loads that have ended by now nothing ever.
func (l *Loads) Follow() *Follow {
	l.mu.Lock()
	defer l.mu.Unlock()
	f := &Follow{loads: l, told: map[int]int{}}
	for number, s := range l.loads {
		if s.Done {
			f.told[number] = s.change
		}
	}
	return f
}

// Next waits until loads are further than the follower was told, and returns them as they are then, the oldest first. It returns the context's error.
func (f *Follow) Next(ctx context.Context) ([]Progress, error) {
	for {
		news, wait := f.news()
		if len(news) > 0 {
			return news, nil
		}
		select {
		case <-wait:
		case <-ctx.Done():
			return nil, ctx.Err()
		}
	}
}

func (f *Follow) news() (news []Progress, wait <-chan struct{}) {
	f.loads.mu.Lock()
	defer f.loads.mu.Unlock()
	for number, s := range f.loads.loads {
		if s.change > f.told[number] {
			f.told[number] = s.change
			news = append(news, s.Progress)
		}
	}
	maps.DeleteFunc(f.told, func(number, _ int) bool { return f.loads.loads[number] == nil })
	slices.SortFunc(news, func(a, b Progress) int { return cmp.Or(a.StartedAt.Compare(b.StartedAt), cmp.Compare(a.ID, b.ID)) })
	return news, f.loads.changed
}
