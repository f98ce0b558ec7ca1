package sqlitestore

import (
	"cmp"
	"fmt"
	"strings"
)

// place is where an item stands in a sorted list: by a number or a text, then by the id, all ascending. In a list
// by time the number is "down" for the newest first; for the oldest first it is the time, or missing.
type place struct {
	number int64
	text   string
	id     string
}

func (p place) compare(q place) int {
	return cmp.Or(cmp.Compare(p.number, q.number), cmp.Compare(p.text, q.text), cmp.Compare(p.id, q.id))
}

// flip turns "down" into the number of a place in a list with the oldest first, and back.
func flip(number int64) int64 {
	if number == missing {
		return missing
	}
	return -number
}

// sorting tells how a list is sorted: by a column, then by the id. All lists are read from indexes that are ascending in
// both; a list with the oldest first from the index of "down", in two stretches.
type sorting struct {
	column string
	text   bool // the column is a text
	oldest bool // first
}

// stretch is a part of a list that an index has in one piece.
type stretch int

const (
	whole   stretch = iota
	dated           // of a list with the oldest first: the items with a time, against the index's direction
	undated         // of a list with the oldest first: those without, at its end
)

func (s sorting) stretches() []stretch {
	if s.oldest {
		return []stretch{dated, undated}
	}
	return []stretch{whole}
}

// rows holds for the rows of a stretch.
func (s sorting) rows(of stretch, alias string) cond {
	switch of {
	case dated:
		return is(alias+"."+s.column+" < ?", int64(missing))
	case undated:
		return is(alias+"."+s.column+" = ?", int64(missing))
	case whole:
	}
	return cond{}
}

func (s sorting) orderBy(of stretch, alias string, backward bool) string {
	column, id := pick(backward != (of == dated), "DESC", "ASC"), pick(backward, "DESC", "ASC")
	return fmt.Sprintf("ORDER BY %[1]s.%[2]s %[3]s, %[1]s.id %[4]s", alias, s.column, column, id)
}

// beyond holds for the rows of a stretch on one side of a place: op is one of < <= > >=. With no place it holds always.
func (s sorting) beyond(of stretch, alias, op string, p *place) cond {
	if p == nil {
		return cond{}
	}
	column, id := alias+"."+s.column, alias+".id"
	switch of {
	case undated:
		if p.number != missing {
			return pick(op[0] == '>', cond{}, never())
		}
		return is(id+" "+op+" ?", p.id)
	case dated:
		if p.number == missing {
			return pick(op[0] == '<', cond{}, never())
		}
		against := pick(op[0] == '>', "<", ">")
		at := flip(p.number)
		return is(fmt.Sprintf("%[1]s %[2]s= ? AND (%[1]s %[2]s ? OR %[3]s %[4]s ?)", column, against, id, op), at, at, p.id)
	case whole:
	}
	var number any = p.number
	if s.text {
		number = p.text
	}
	return is(fmt.Sprintf("(%s, %s) %s (?, ?)", column, id, op), number, p.id)
}

// union joins the SELECTs of the stretches of a list.
func union(selects []cond) cond {
	if len(selects) == 1 {
		return selects[0]
	}
	out := cond{}
	var parts []string
	for _, s := range selects {
		parts = append(parts, "SELECT * FROM ("+s.sql+")")
		out.args = append(out.args, s.args...)
	}
	out.sql = strings.Join(parts, "\nUNION ALL ")
	return out
}
