package neo4jstore

import (
	"strconv"
	"strings"

	"github.com/newsgraph/newsgraph/graph"
)

// builder puts a query together from constant clauses, and gathers its parameters.
type builder struct {
	strings.Builder
	params map[string]any
}

func newBuilder() *builder { return &builder{params: map[string]any{}} }

// bind makes a value a parameter, and returns what stands for it in the query.
func (b *builder) bind(v any) string {
	name := "p" + strconv.Itoa(len(b.params))
	b.params[name] = v
	return "$" + name
}

// add appends clauses, each on a line.
func (b *builder) add(clauses ...string) {
	for _, c := range clauses {
		b.WriteString(c)
		b.WriteByte('\n')
	}
}

// cond is a condition; "" holds always. It is true or false, never null, so that it can be negated.
type cond = string

func all(conds ...cond) cond { return combine(" AND ", conds) }

func anyOf(conds ...cond) cond {
	for _, c := range conds {
		if c == "" {
			return ""
		}
	}
	return combine(" OR ", conds)
}

func not(c cond) cond {
	if c == "" {
		return "false"
	}
	return "NOT (" + c + ")"
}

func logic() graph.Logic[cond] { return graph.Logic[cond]{All: all, Any: anyOf, Not: not} }

func combine(with string, conds []cond) cond {
	var parts []string
	for _, c := range conds {
		if c != "" {
			parts = append(parts, c)
		}
	}
	if len(parts) < 2 {
		return strings.Join(parts, "")
	}
	return "(" + strings.Join(parts, with) + ")"
}

// where gives the conditions as a WHERE clause, or "".
func where(conds ...cond) string {
	if c := combine(" AND ", conds); c != "" {
		return "WHERE " + c
	}
	return ""
}
