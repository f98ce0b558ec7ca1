package graph

// FilterTree is a filter with others of its type in it: [*EntityFilter], [*ArticleFilter], [*StatementFilter] or [*EventFilter].
type FilterTree[F any] interface {
	*F
	inner() (and, or []F, not *F)
}

func (f *EntityFilter) inner() (and, or []EntityFilter, not *EntityFilter) { return f.And, f.Or, f.Not }

func (f *ArticleFilter) inner() (and, or []ArticleFilter, not *ArticleFilter) {
	return f.And, f.Or, f.Not
}

func (f *StatementFilter) inner() (and, or []StatementFilter, not *StatementFilter) {
	return f.And, f.Or, f.Not
}

// EachFilter calls visit for a filter and all filters in it.
func EachFilter[F any, T FilterTree[F]](f T, visit func(T)) {
	visit(f)
	and, or, not := f.inner()
	for _, group := range [][]F{and, or} {
		for i := range group {
			EachFilter(T(&group[i]), visit)
		}
	}
	if not != nil {
		EachFilter(T(not), visit)
	}
}

// RequiredFilters lists a filter and those in it that hold whenever it holds.
func RequiredFilters[F any, T FilterTree[F]](f T) []T {
	out := []T{f}
	and, or, _ := f.inner()
	if len(or) == 1 {
		and = append(and[:len(and):len(and)], or...)
	}
	for i := range and {
		out = append(out, RequiredFilters(T(&and[i]))...)
	}
	return out
}

// Logic joins conditions of some language of queries.
type Logic[C any] struct {
	All func(...C) C // of none: holds always
	Any func(...C) C // of at least one
	Not func(C) C
}

// JoinFilter gives the condition of a filter and of all filters in it; own is that of a filter's own part.
func JoinFilter[F, C any, T FilterTree[F]](f T, l Logic[C], own func(T) C) C {
	and, or, not := f.inner()
	conds := []C{own(f)}
	for i := range and {
		conds = append(conds, JoinFilter(T(&and[i]), l, own))
	}
	if len(or) > 0 {
		var some []C
		for i := range or {
			some = append(some, JoinFilter(T(&or[i]), l, own))
		}
		conds = append(conds, l.Any(some...))
	}
	if not != nil {
		conds = append(conds, l.Not(JoinFilter(T(not), l, own)))
	}
	return l.All(conds...)
}
