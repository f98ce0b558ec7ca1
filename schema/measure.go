package schema

import (
	"encoding/json"
	"math"
	"strings"

	"github.com/vektah/gqlparser/v2/ast"

	"github.com/newsgraph/newsgraph/graph"
)

// measure is the size of a selection.
type measure struct {
	cost        int // saturates, as the next
	aliases     int
	depth       int
	page        int // greatest that is asked for
	ids         int // most in a list that is an argument, or within one
	network     int // most entities of a network
	steps       int // most steps of a network
	articles    int // that are sent
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
		sum = sum.plus(m.selection(s))
	}
	return sum
}

// plus is the size of a selection of both.
func (m measure) plus(other measure) measure {
	return measure{
		cost:        saturate(m.cost + other.cost),
		aliases:     saturate(m.aliases + other.aliases),
		depth:       max(m.depth, other.depth),
		page:        max(m.page, other.page),
		ids:         max(m.ids, other.ids),
		network:     max(m.network, other.network),
		steps:       max(m.steps, other.steps),
		articles:    saturate(m.articles + other.articles),
		introspects: m.introspects || other.introspects,
	}
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
	own := measure{cost: fieldCost(f)}
	if f.Alias != f.Name {
		own.aliases = 1
	}
	if f.Name == "__schema" || f.Name == "__type" {
		// Their depth is the validator's business, and their answers are small.
		own.depth, own.introspects = 1, true
		return own
	}
	args := f.ArgumentMap(m.vars)
	own.ids = longest(args)
	own.articles = sentArticles(f, args)
	own.cost = saturate(own.cost + own.articles*articleCost)
	top, _ := asInt(args["top"])
	if n := max(pageArgument(args), top); n < math.MaxInt32 { // a greater one is not an Int, and refused as such
		own.page = max(n, 0)
	}
	if isNetwork(f) {
		own.network, own.steps = argument(args, "limit"), argument(args, "depth")
		own.cost = saturate(networkStep * max(1, own.steps))
	}
	inner := m.set(f.SelectionSet)
	inner.cost = saturate(m.items(f, args) * inner.cost)
	inner.depth++
	return own.plus(inner)
}

// networkStep is what a step of a network costs: it looks at some thousands of statements, articles and events.
const networkStep = 1000

// isNetwork tells whether the field gathers a network.
func isNetwork(f *ast.Field) bool {
	return f.ObjectDefinition.Name == "Query" && (f.Name == "network" || f.Name == "influence")
}

// argument is the value of a number among the arguments, 0 for none.
func argument(args map[string]any, name string) int {
	n, _ := asInt(args[name])
	if n == math.MaxInt32 { // refused as no Int
		return 0
	}
	return max(0, n)
}

// articleCost is what it costs to read an article.
const articleCost = 500

// sentArticles is how many articles a mutation sends.
func sentArticles(f *ast.Field, args map[string]any) int {
	switch {
	case f.ObjectDefinition.Name != "Mutation":
		return 0
	case args["input"] != nil:
		return 1
	}
	switch inputs := args["inputs"].(type) {
	case []any:
		return len(inputs)
	case map[string]any: // stands for a list of one
		return 1
	}
	return 0
}

// longest is the length of the longest list within a value.
func longest(v any) int {
	n := 0
	switch v := v.(type) {
	case []any:
		n = len(v)
		for _, one := range v {
			n = max(n, longest(one))
		}
	case map[string]any:
		for _, one := range v {
			n = max(n, longest(one))
		}
	}
	return n
}

func saturate(n int) int { return min(n, math.MaxInt32) }

// shortList is what a list without pages (aliases, targets, roles) is taken to hold.
const shortList = 3

// longList is what a timeline is taken to hold.
const longList = 50

// items is how many objects the field gives at most.
func (m measurer) items(f *ast.Field, args map[string]any) int {
	if ids, ok := args["ids"].([]any); ok {
		return len(ids)
	}
	switch of := f.ObjectDefinition.Name; {
	case isNetwork(f) || of == "Query" && (f.Name == "compare" || f.Name == "paths"):
		return max(1, argument(args, "limit"))
	case of == "Network" && f.Name == "edges":
		return graph.NetworkEdges
	case of == "Network", of == "Comparison": // their lists count in their limit
		return 1
	}
	if strings.HasSuffix(f.Definition.Type.Name(), "Connection") {
		return m.pageSize(args)
	}
	return m.unpaged(f, args)
}

// unpaged is how many objects a field without pages gives.
func (m measurer) unpaged(f *ast.Field, args map[string]any) int {
	switch of := f.ObjectDefinition.Name; {
	case f.Name == "facets":
		return m.top(args)
	case f.Name == "timeline":
		return longList
	case f.Definition.Type.Elem == nil, f.Name == "edges", of == "Facet", of == "EntityFacet":
		return 1 // edges count in their connection, values in their facets
	}
	return shortList
}

// top is how many values of a facet the graph gives at most.
func (m measurer) top(args map[string]any) int {
	if n, ok := asInt(args["top"]); ok {
		return max(1, min(n, m.pages.MaxPage))
	}
	return 10
}

// pageSize is what the graph gives at most.
func (m measurer) pageSize(args map[string]any) int {
	if n := pageArgument(args); n >= 0 {
		return max(1, min(n, m.pages.MaxPage))
	}
	return m.pages.DefaultPage
}

// pageArgument is the greatest page that the arguments ask for, -1 when they leave its size open.
func pageArgument(args map[string]any) int {
	size := -1
	for _, name := range []string{"first", "last"} {
		if n, ok := asInt(args[name]); ok {
			size = max(size, n)
		}
	}
	return size
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
	case f.ObjectDefinition.Name == "Article" && f.Name == "text", f.Name == "highlights", f.Name == "facets", f.Name == "timeline":
		return 20
	case f.Name == "totalCount":
		return 5
	}
	return 1
}
