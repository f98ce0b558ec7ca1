package statement

import (
	"sort"
	"strings"

	"github.com/newsgraph/newsgraph/loader/article"
)

// deep is how deep quotations nest at most.
const deep = 4

// balance gives a passage back the quote mark whose other half stands in it: the content of "he had “mixed feelings”"
// ends with the mark. Marks around the whole passage stay off.
func (d *draft) balance(s article.Span) article.Span {
	quotes := d.a.Quotes
	after := sort.Search(len(quotes), func(i int) bool { return quotes[i].Span.Start >= s.End })
	for i := after - 1; i >= max(0, after-deep); i-- {
		q := quotes[i]
		if q.Span.Start >= s.Start && q.Span.End > s.End && !q.Open && d.onlyMarks(s.End, q.Span.End) {
			s.End = q.Span.End
		}
	}
	after = sort.Search(len(quotes), func(i int) bool { return quotes[i].Span.Start >= s.Start })
	for i := after - 1; i >= max(0, after-deep); i-- {
		q := quotes[i]
		if q.Inner.End < s.End && q.Span.End > s.Start && q.Span.End <= s.End && !q.Open && d.onlyMarks(q.Span.Start, s.Start) {
			s.Start = q.Span.Start
		}
	}
	return s
}

// onlyMarks tells that there is nothing but punctuation and space between the offsets.
func (d *draft) onlyMarks(start, end int) bool {
	return start <= end && !strings.ContainsFunc(d.a.Text[start:end], isWordRune)
}
