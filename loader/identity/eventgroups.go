package identity

import (
	"cmp"
	"slices"
)

// GroupEvents puts reports of one event together: the number of the group of each report. The order of the reports makes no difference to
// who is with whom; a group has no two reports that exclude each other.
func GroupEvents(reports []EventFacts) []int {
	order := make([]int, len(reports))
	for i := range order {
		order[i] = i
	}
	slices.SortFunc(order, func(i, j int) int { return compareReports(&reports[i], &reports[j]) })
	sorted := make([]*EventFacts, len(reports))
	for at, i := range order {
		sorted[at] = &reports[i]
	}
	groups := make([]int, len(reports))
	for at, group := range groupSorted(sorted) {
		groups[order[at]] = group
	}
	return groups
}

// groupSorted links the most certain pairs first.
func groupSorted(reports []*EventFacts) []int {
	type pair struct {
		i, j  int
		score float64
	}
	scores := make([][]float64, len(reports))
	var pairs []pair
	for i := range reports {
		scores[i] = make([]float64, i)
		for j := range i {
			scores[i][j], _ = CompareEvents(reports[i], reports[j])
			if scores[i][j] >= SureEvent {
				pairs = append(pairs, pair{i, j, scores[i][j]})
			}
		}
	}
	slices.SortStableFunc(pairs, func(x, y pair) int { return cmp.Compare(y.score, x.score) })
	l := newLinkage(len(reports), func(i, j int) bool { return i == j || scores[max(i, j)][min(i, j)] > 0 })
	for _, p := range pairs {
		l.link(p.i, p.j)
	}
	return l.group
}

// compareReports is an order of reports that depends on what they tell alone.
func compareReports(a, b *EventFacts) int {
	return cmp.Or(
		cmp.Compare(a.Type, b.Type), slices.Compare(a.Actors, b.Actors), slices.Compare(a.Recipients, b.Recipients), cmp.Compare(a.Place, b.Place),
		a.From.Compare(b.From), a.To.Compare(b.To), a.Published.Compare(b.Published), cmp.Compare(a.Trigger, b.Trigger),
	)
}
