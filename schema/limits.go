package schema

import (
	"context"
	"encoding/json"
	"math"
	"net/http"
	"strings"

	"github.com/99designs/gqlgen/graphql"
	"github.com/vektah/gqlparser/v2/ast"
	"github.com/vektah/gqlparser/v2/gqlerror"

	"github.com/newsgraph/newsgraph/graph"
)

// limits is the extension that refuses queries which are too deep or too costly, before anything
// is asked of the graph.
type limits struct {
	opts  Options
	pages graph.Options
}

var _ interface {
	graphql.OperationContextMutator
	graphql.HandlerExtension
} = limits{}

// ExtensionName names the extension.
func (limits) ExtensionName() string { return "Limits" }

// Validate has nothing to check.
func (limits) Validate(graphql.ExecutableSchema) error { return nil }

// MutateOperationContext refuses an operation that is over a limit.
func (l limits) MutateOperationContext(ctx context.Context, op *graphql.OperationContext) *gqlerror.Error {
	f := l.check(op)
	if f == nil {
		return nil
	}
	req := requestOf(ctx)
	req.mu.Lock()
	defer req.mu.Unlock()
	req.status = f.status
	return f.err
}

func (l limits) check(op *graphql.OperationContext) *refusal {
	m := measurer{limits: l, vars: op.Variables, fragments: map[string]measure{}}
	size := m.set(op.Operation.SelectionSet)
	switch {
	case l.opts.DisableIntrospection && size.introspects:
		return refuse(http.StatusBadRequest, "INTROSPECTION_DISABLED", "questions about the schema are switched off")
	case size.depth > l.opts.MaxDepth:
		return refuse(http.StatusBadRequest, "DEPTH_LIMIT_EXCEEDED", "the query is %d fields deep, the limit is %d", size.depth, l.opts.MaxDepth).
			limit("maxDepth", l.opts.MaxDepth)
	case size.cost > l.opts.MaxComplexity:
		return refuse(http.StatusBadRequest, "COMPLEXITY_LIMIT_EXCEEDED", "the query has a complexity of %d, the limit is %d: ask for fewer fields or smaller pages", size.cost, l.opts.MaxComplexity).
			limit("maxComplexity", l.opts.MaxComplexity)
	}
	return nil
}

// measure is the size of a selection.
type measure struct {
	cost        int // saturates
	depth       int
	introspects bool
}

// measurer measures each fragment once, so that fragments within fragments cost no more than their text.
type measurer struct {
	limits
	vars      map[string]any
	fragments map[string]measure
}

func (m measurer) set(selections ast.SelectionSet) measure {
	var sum measure
	for _, s := range selections {
		one := m.selection(s)
		sum.cost = saturate(sum.cost + one.cost)
		sum.depth = max(sum.depth, one.depth)
		sum.introspects = sum.introspects || one.introspects
	}
	return sum
}

func (m measurer) selection(s ast.Selection) measure {
	switch s := s.(type) {
	case *ast.Field:
		return m.field(s)
	case *ast.InlineFragment:
		return m.set(s.SelectionSet)
	case *ast.FragmentSpread:
		if _, known := m.fragments[s.Name]; !known {
			m.fragments[s.Name] = m.set(s.Definition.SelectionSet)
		}
		return m.fragments[s.Name]
	}
	return measure{}
}

func (m measurer) field(f *ast.Field) measure {
	if f.Name == "__schema" || f.Name == "__type" {
		// Their depth is the validator's business, and their answers are small.
		return measure{cost: 1, depth: 1, introspects: true}
	}
	inner := m.set(f.SelectionSet)
	items := m.items(f)
	return measure{
		cost:        saturate(fieldCost(f) + items*inner.cost),
		depth:       inner.depth + 1,
		introspects: inner.introspects,
	}
}

func saturate(n int) int { return min(n, math.MaxInt32) }

// shortList is what a list without pages (aliases, targets, roles) is taken to hold.
const shortList = 3

// items is how many objects the field gives at most.
func (m measurer) items(f *ast.Field) int {
	args := f.ArgumentMap(m.vars)
	if ids, ok := args["ids"].([]any); ok {
		return len(ids)
	}
	if strings.HasSuffix(f.Definition.Type.Name(), "Connection") {
		return m.pageSize(args)
	}
	if f.Definition.Type.Elem != nil && f.Name != "edges" { // the edges count in their connection
		return shortList
	}
	return 1
}

// pageSize is what the graph gives at most; a size that it will refuse counts as the greatest.
func (m measurer) pageSize(args map[string]any) int {
	for _, name := range []string{"first", "last"} {
		if n, ok := asInt(args[name]); ok {
			return max(1, min(n, m.pages.MaxPage))
		}
	}
	return m.pages.DefaultPage
}

func asInt(v any) (int, bool) {
	switch v := v.(type) {
	case int64:
		return clamp(v), true
	case int:
		return clamp(int64(v)), true
	case float64:
		return clamp(int64(v)), true
	case json.Number:
		n, err := v.Int64()
		return clamp(n), err == nil
	}
	return 0, false
}

func clamp(n int64) int { return int(max(-1, min(n, math.MaxInt32))) }

// fieldCost is what a field costs by itself. A load from the graph costs more than a value that is
// there, and a text more than a name.
func fieldCost(f *ast.Field) int {
	switch {
	case f.ObjectDefinition.Name == "Article" && f.Name == "text":
		return 20
	case f.Name == "totalCount":
		return 5
	}
	return 1
}
