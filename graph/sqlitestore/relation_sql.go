package sqlitestore

import (
	"fmt"
	"slices"

	"github.com/newsgraph/newsgraph/graph"
)

// newestOf reads the rows of a list of a driver along their index.
func (r *relationCount) newestOf(item, table, where string) cond {
	seen := all(is(where), within("d.down", r.Filter.Seen))
	return is(fmt.Sprintf("SELECT %s FROM %s WHERE %s GROUP BY d.down, d.id ORDER BY d.down, d.id", item, table, seen.sql), seen.args...)
}

// limited is a list of the newest of a driver as a subquery.
func (r *relationCount) limited(newest cond) cond {
	return is("("+newest.sql+" LIMIT ?)", append(slices.Clone(newest.args), r.Newest)...)
}

// amongst holds for a number that is one of the drivers, if it has to be. The plus keeps it from leading: to go from what all
// drivers have, for each of them, takes them by the square.
func (r *relationCount) amongst(value string) cond {
	if !r.Among {
		return cond{}
	}
	return is("+"+value+" IN (SELECT value FROM json_each(?))", list(r.drivers))
}

// saidBySQL goes from a speaker to those that its statements are about or made to.
func (r *relationCount) saidBySQL(role int) (rows, newest cond) {
	newest = r.newestOf("d.n", "statements d INDEXED BY statements_speaker", "d.speaker = f.value")
	from := r.limited(newest)
	where := all(r.amongst("l.entity"), r.statementHolds("l.statement"))
	text := "SELECT f.key, l.statement, l.down, l.entity, l.tone FROM json_each(?) f CROSS JOIN links l ON l.statement IN " + from.sql +
		fmt.Sprintf(" AND l.role = %d AND l.entity <> f.value WHERE ", role) + where.where()
	return is(text, slices.Concat([]any{list(r.drivers)}, from.args, where.args)...), newest
}

// saidToSQL goes the other way.
func (r *relationCount) saidToSQL(role int) (rows, newest cond) {
	newest = r.newestOf("d.statement", "links d INDEXED BY links_down", fmt.Sprintf("d.role = %d AND d.entity = f.value", role))
	from := r.limited(newest)
	where := all(r.amongst("t.speaker"), r.statementHolds("t.n"))
	text := "SELECT f.key, t.n, t.down, t.speaker, l.tone FROM json_each(?) f CROSS JOIN statements t ON t.n IN " + from.sql +
		fmt.Sprintf(" AND t.speaker <> f.value CROSS JOIN links l ON l.statement = t.n AND l.role = %d AND l.entity = f.value WHERE ", role) +
		where.where()
	return is(text, slices.Concat([]any{list(r.drivers)}, from.args, where.args)...), newest
}

// statementHolds is the condition of the filter on the statement with the number.
func (r *relationCount) statementHolds(n string) cond {
	where := all(
		cond{sql: "s.n = " + n},
		unlessZero(r.Filter.MinConfidence, "s.confidence >= ?"),
		unlessEmpty(r.Filter.Sources, func() cond { return r.fromSources("s.article") }),
	)
	if len(where.args) == 0 {
		return cond{}
	}
	return is("EXISTS (SELECT 1 FROM statements s WHERE "+where.sql+")", where.args...)
}

func unlessZero(value float64, sql string) cond {
	if value == 0 {
		return cond{}
	}
	return is(sql, value)
}

// fromSources holds for the number of an article of one of the outlets of the filter.
func (r *relationCount) fromSources(article string) cond {
	return unlessEmpty(r.Filter.Sources, func() cond {
		return is("EXISTS (SELECT 1 FROM articles a WHERE a.n = "+article+" AND a.source IN (SELECT value FROM json_each(?)))", list(r.Filter.Sources))
	})
}

func (r *relationCount) rolesSQL(in bool) cond {
	index, of, other := "roles_person", "r.person = f.value AND r.of IS NOT NULL", "r.of"
	if in {
		index, of, other = "roles_of", "r.of = f.value", "r.person"
	}
	where := all(is(of+" AND r.of <> r.person"), within("r.down", r.Filter.Seen), r.amongst(other), r.fromSources("r.article"))
	// A passage has no number; this one is the number of no other.
	text := "SELECT f.key, r.article << 20 | r.ord, r.down, " + other + ", '' FROM json_each(?) f CROSS JOIN roles r INDEXED BY " + index + " WHERE "
	return is(text+where.sql, append([]any{list(r.drivers)}, where.args...)...)
}

// ofDriver lists the articles that mention a driver, or the events in which it takes part, as columns that begin with "item".
func (r *relationCount) ofDriver(kind graph.RelationKind, columns string) cond {
	if kind.ByEvents() {
		return r.newestOf("d.event AS "+columns, "event_links d INDEXED BY event_links_down", "d.place = 0 AND d.entity = f.value")
	}
	return r.newestOf("d.article AS "+columns, "mentions d INDEXED BY mentions_down", "d.entity = f.value")
}

// tookPartSQL goes from an entity to those with which it takes part in events, on which it acts, or who act on it. The plus keeps the index of
// all who take part from leading, which would read them all.
func (r *relationCount) tookPartSQL(kind graph.RelationKind, in bool) (rows, newest cond) {
	newest = r.ofDriver(kind, "item")
	from := r.limited(newest)
	var roles cond
	if kind == graph.ActedOn {
		own, others := pick(in, partRecipient, partActor), pick(in, partActor, partRecipient)
		roles = is(fmt.Sprintf("l.role = %d AND EXISTS (SELECT 1 FROM event_links m WHERE m.event = l.event AND m.role = %d AND m.entity = f.value)", others, own))
	}
	where := all(roles, r.amongst("l.entity"), r.eventHolds("l.event"))
	text := "SELECT f.key, l.event, l.down, l.entity, '' FROM json_each(?) f CROSS JOIN event_links l ON l.event IN " + from.sql +
		" AND +l.place = 0 AND l.entity <> f.value WHERE " + where.where()
	return is(text, slices.Concat([]any{list(r.drivers)}, from.args, where.args)...), newest
}

// eventHolds is the condition of the filter on the event with the number.
func (r *relationCount) eventHolds(n string) cond {
	f := r.Filter.Events()
	where := (&terms{}).event(&f)
	if where.sql == "" {
		return cond{}
	}
	return is("EXISTS (SELECT 1 FROM events t WHERE t.n = "+n+" AND "+where.sql+")", where.args...)
}
