// Package batch loads what an answer needs once for all objects that stand in the same place of it:
// the speakers of forty statements cost one call of the store, not forty.
//
// A place is a field of the query's text, on one way to it from the root; the objects there are
// those that one load delivered. The first resolver that asks for a field of an object loads it
// for every object of the place, and the others take their part of that. So the number of loads is
// at most the number of fields in the query's text, whatever the lists hold; and unlike loaders
// that collect keys for some milliseconds, no load waits, and none depends on timing.
package batch

import (
	"context"
	"errors"
	"sync"

	"github.com/99designs/gqlgen/graphql"
	"github.com/vektah/gqlparser/v2/ast"
)

// ErrContext is returned by [Load] in a context that is not one of a field of an answer.
var ErrContext = errors.New("batch: not in the context of an answer")

type contextKey struct{}

// answer holds the places of one answer.
type answer struct {
	mu    sync.Mutex // guards the loads of all places
	root  *place
	begin func() // called at the first load; nil from then on
}

// place is where the objects of one load stand.
type place struct {
	objects []any // complete before any field of theirs is asked for
	loads   map[*ast.Field]*load
}

type load struct {
	run   func() (any, error) // runs once; later calls wait for it and give the same
	place *place              // of the objects that it delivers
}

// New returns the context in which one answer is made.
func New(ctx context.Context) context.Context {
	return context.WithValue(ctx, contextKey{}, &answer{root: newPlace()})
}

// NewEvent returns the context in which one answer to a subscription is made. The first load calls begin.
func NewEvent(ctx context.Context, begin func()) context.Context {
	return context.WithValue(ctx, contextKey{}, &answer{root: newPlace(), begin: begin})
}

func newPlace() *place { return &place{loads: map[*ast.Field]*load{}} }

// Fetch loads a field for all objects of a place; there are none at the root. It returns the values, and
// the objects that it delivers, of which fields may be asked in turn.
type Fetch[V any] func(ctx context.Context, objects []any) (values V, delivered []any, err error)

// Load returns what fetch gives for the place in which the field of the context stands. It runs
// once for the place; all arguments of a field are the same there.
func Load[V any](ctx context.Context, fetch Fetch[V]) (V, error) {
	var none V
	a, ok := ctx.Value(contextKey{}).(*answer)
	field := graphql.GetFieldContext(ctx)
	if !ok || field == nil {
		return none, ErrContext
	}
	values, err := a.load(field, func(at, to *place) (any, error) {
		values, delivered, err := fetch(ctx, at.objects)
		to.objects = delivered
		return values, err
	}).run()
	if err != nil {
		return none, err
	}
	v, _ := values.(V) // nil when V is an interface and there is nothing
	return v, nil
}

func (a *answer) load(field *graphql.FieldContext, run func(at, to *place) (any, error)) *load {
	a.mu.Lock()
	defer a.mu.Unlock()
	if a.begin != nil {
		a.begin()
		a.begin = nil
	}
	at := a.place(field.Parent)
	key := field.Field.Field
	if at.loads[key] == nil {
		to := newPlace()
		at.loads[key] = &load{
			run:   sync.OnceValues(func() (any, error) { return run(at, to) }),
			place: to,
		}
	}
	return at.loads[key]
}

// place follows the loads from the root down to the field's objects. Fields that are read off an
// object (edges, node, about) have no load and so no place of their own.
func (a *answer) place(field *graphql.FieldContext) *place {
	if field == nil {
		return a.root
	}
	p := a.place(field.Parent)
	if field.Field.Field == nil { // an item of a list
		return p
	}
	if l := p.loads[field.Field.Field]; l != nil {
		return l.place
	}
	return p
}

// Of returns those of the objects that are of the type T.
func Of[T any](objects []any) []T {
	var out []T
	for _, o := range objects {
		if t, ok := o.(T); ok {
			out = append(out, t)
		}
	}
	return out
}
