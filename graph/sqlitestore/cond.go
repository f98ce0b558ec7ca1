package sqlitestore

import (
	"slices"
	"strings"

	"github.com/newsgraph/newsgraph/graph"
)

// cond is a condition of SQL with its parameters. It is never NULL, so that it can be negated. The
// zero value holds always.
type cond struct {
	sql  string
	args []any
}

func is(sql string, args ...any) cond { return cond{sql, args} }

// never holds for nothing. It is a parameter, because SQLite folds constants, and then finds no use for the index
// that it is told to use.
func never() cond { return is("?", 0) }

func all(conds ...cond) cond { return combine(" AND ", conds) }

func anyOf(conds ...cond) cond {
	if slices.ContainsFunc(conds, func(c cond) bool { return c.sql == "" }) {
		return cond{}
	}
	c := combine(" OR ", conds)
	if c.sql != "" {
		c.sql = "+" + c.sql // or else SQLite unites ranges of the index and sorts what they give
	}
	return c
}

func not(c cond) cond {
	if c.sql == "" {
		return never()
	}
	return cond{"NOT (" + c.sql + ")", c.args}
}

func logic() graph.Logic[cond] { return graph.Logic[cond]{All: all, Any: anyOf, Not: not} }

func combine(with string, conds []cond) cond {
	var parts []string
	var args []any
	for _, c := range conds {
		if c.sql == "" {
			continue
		}
		parts = append(parts, c.sql)
		args = append(args, c.args...)
	}
	if len(parts) < 2 {
		return cond{strings.Join(parts, ""), args}
	}
	return cond{"(" + strings.Join(parts, with) + ")", args}
}

// where gives the condition as it stands after WHERE.
func (c cond) where() string {
	if c.sql == "" {
		return "1"
	}
	return c.sql
}

// in holds when the value is one of a list of texts or numbers, which must not be NULL.
func in[T any](value string, of []T) cond {
	return is(value+" IN (SELECT value FROM json_each(?))", list(of))
}

// within holds for a column like "down" whose time is in the range.
func within(column string, r graph.TimeRange) cond {
	if r.Open() {
		return cond{}
	}
	conds := []cond{is(column+" < ?", int64(missing))}
	if !r.From.IsZero() {
		conds = append(conds, is(column+" <= ?", -ceilUnix(r.From)))
	}
	if !r.To.IsZero() {
		conds = append(conds, is(column+" > ?", -ceilUnix(r.To)))
	}
	return all(conds...)
}

func pick[T any](first bool, a, b T) T {
	if first {
		return a
	}
	return b
}
