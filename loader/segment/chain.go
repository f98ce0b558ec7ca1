package segment

import (
	"slices"

	"github.com/newsgraph/newsgraph/loader/article"
)

// link makes the quote the continuation of the one that the paragraph before left open.
func (q *quoter) link(next int) {
	if q.carry == 0 || next >= len(q.quotes) {
		return
	}
	if k := q.carry - 1; q.quotes[k].mark.family == q.quotes[next].mark.family {
		q.quotes[k].Next = next
	}
}

// closeCarried handles a closing mark that no opening mark of its paragraph belongs to: a quote that the paragraph
// before left open ends here.
func (q *quoter) closeCarried(p article.Span, first int, m mark) {
	if q.carry == 0 || len(q.quotes) > first || m.family == single {
		return
	}
	k := q.carry - 1
	if q.quotes[k].mark.family != m.family {
		return
	}
	q.setRole(m, closes)
	q.quotes[k].Next = len(q.quotes)
	q.quotes = append(q.quotes, found{mark: m, Quote: article.Quote{
		Span:  article.Span{Start: p.Start, End: m.span.End},
		Inner: article.Span{Start: p.Start, End: m.span.Start},
		Next:  -1,
	}})
}

// endParagraph ends what is open; the outermost quote may go on in the next paragraph.
func (q *quoter) endParagraph(p article.Span) {
	q.carry = 0
	if len(q.stack) > 0 {
		outer := q.stack[0]
		q.forget(0, p.End)
		if !q.quotes[outer].dropped {
			q.carry = outer + 1
		}
	}
}

// finish returns the quotes that are left, with their links.
func (q *quoter) finish() []article.Quote {
	place := make([]int, len(q.quotes))
	n := 0
	for i, f := range q.quotes {
		place[i] = n
		if !f.dropped {
			n++
		}
	}
	out := make([]article.Quote, 0, n)
	for _, f := range q.quotes {
		if f.dropped {
			continue
		}
		if f.Next >= 0 {
			if q.quotes[f.Next].dropped {
				f.Next = -1
			} else {
				f.Next = place[f.Next]
			}
		}
		out = append(out, f.Quote)
	}
	return slices.Clip(out)
}

// balanced tells whether the directed marks of the paragraph pair up as brackets do, not too deep.
func balanced(marks []mark) bool {
	depth := 0
	for _, m := range marks {
		switch m.glyph {
		case '“', '«', '‹', '「', '『':
			depth++
		case '”', '»', '›', '」', '』':
			depth--
		}
		if depth < 0 || depth >= deepest {
			return false
		}
	}
	return depth == 0
}
