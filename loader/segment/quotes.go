package segment

import (
	"github.com/newsgraph/newsgraph/loader/article"
)

// deepest is how many quotations may lie in each other; deeper ones are not looked for, which keeps the time linear.
const deepest = 6

// quoter pairs quote marks. Quotes are in the order of their first byte; one that turns out to be none is dropped at
// the end.
type quoter struct {
	text   string
	tokens []article.Token
	roles  []role // for each token
	quotes []found
	buffer []mark

	stack []int // indexes into quotes, outermost first
	nest  bool  // the curly marks of this paragraph pair up as brackets do
	carry int   // 1 + index of the quote that the paragraph before left open; 0 for none
}

// found is a quote with what is needed while it is open.
type found struct {
	article.Quote
	mark    mark
	dropped bool
}

// paragraph pairs the marks among the tokens [from, to) of the paragraph.
func (q *quoter) paragraph(p article.Span, from, to int) {
	marks := q.marks(p, from, to)
	q.nest = balanced(marks)
	first := len(q.quotes)
	for i, m := range marks {
		switch q.role(m) {
		case opens:
			q.open(m)
			if i == 0 && m.span.Start == p.Start {
				q.link(first)
			}
		case closes:
			if !q.close(m) {
				q.closeCarried(p, first, m)
			}
		}
	}
	q.endParagraph(p)
}

// role decides what the mark does, from its glyph, what is around it and what is open.
func (q *quoter) role(m mark) role {
	switch m.family {
	case double:
		return q.doubleRole(m)
	case single:
		return q.singleRole(m)
	}
	return q.pairRole(m)
}

func (q *quoter) doubleRole(m mark) role {
	inner, is := q.innermost(double)
	ends := false
	switch m.glyph {
	case '„':
	case '“': // it closes what „ opened, and what stands right before it: “so“
		ends = is && !m.left && (inner.glyph == '„' || m.right)
	case '”': // it opens where nothing is open: ”so”
		ends = !m.opensOnly() || is && inner.glyph != '”'
	default:
		ends = !m.opensOnly() && (m.closesOnly() || is)
	}
	if ends {
		return closes
	}
	return opens
}

// singleRole is about the marks that are apostrophes, too: those with no partner are.
func (q *quoter) singleRole(m mark) role {
	_, is := q.innermost(single)
	switch {
	case m.opensOnly():
		if m.glyph != '’' && (m.later || m.glyph == '‘') {
			return opens
		}
	case is && m.closesOnly():
		if !m.plural || !m.later {
			return closes
		}
	}
	return noRole
}

func (q *quoter) pairRole(m mark) role {
	inner, is := q.innermost(m.family)
	switch m.glyph {
	case '«', '‹', '「', '『':
		if is && inner.glyph != m.glyph && !m.left {
			return closes
		}
		return opens
	}
	if m.opensOnly() && (!is || inner.glyph == m.glyph) {
		return opens
	}
	return closes
}

// innermost returns the mark of the innermost open quote of the family.
func (q *quoter) innermost(f family) (mark, bool) {
	for i := len(q.stack) - 1; i >= 0; i-- {
		if m := q.quotes[q.stack[i]].mark; m.family == f {
			return m, true
		}
	}
	return mark{}, false
}

// open starts a quote. A quote of the same marks that is still open has lost its closing mark, and ends here.
func (q *quoter) open(m mark) {
	nests := q.nest && (m.glyph == '“' || m.family != double && m.family != single)
	for i, k := range q.stack {
		if q.quotes[k].mark.glyph == m.glyph && !nests {
			q.forget(i, m.span.Start)
			break
		}
	}
	if len(q.stack) >= deepest {
		return
	}
	q.setRole(m, opens)
	q.stack = append(q.stack, len(q.quotes))
	q.quotes = append(q.quotes, found{mark: m, Quote: article.Quote{
		Span:  article.Span{Start: m.span.Start, End: m.span.End},
		Inner: article.Span{Start: m.span.End, End: m.span.End},
		Next:  -1,
	}})
}

// close ends the innermost quote that the mark fits, one of the very same style before others. It returns false
// when there is none.
func (q *quoter) close(m mark) bool {
	at := -1
	for i := len(q.stack) - 1; i >= 0; i-- {
		open := q.quotes[q.stack[i]].mark
		if open.family != m.family {
			continue
		}
		if at < 0 || partner(open.glyph) == m.glyph {
			at = i
		}
		if partner(open.glyph) == m.glyph {
			break
		}
	}
	if at < 0 {
		return false
	}
	q.setRole(m, closes)
	q.forget(at+1, m.span.Start)
	f := &q.quotes[q.stack[at]]
	f.Span.End, f.Inner.End = m.span.End, m.span.Start
	q.stack = q.stack[:at]
	return true
}

// partner is the mark that closes what the glyph opens.
func partner(glyph rune) rune {
	switch glyph {
	case '“', '„':
		return '”'
	case '‘':
		return '’'
	case '«':
		return '»'
	case '»':
		return '«'
	case '‹':
		return '›'
	case '›':
		return '‹'
	case '「':
		return '」'
	case '『':
		return '』'
	}
	return glyph
}

func (q *quoter) setRole(m mark, r role) {
	for i := range m.tokens {
		q.roles[m.token+i] = r
	}
}

// forget ends the open quotes from the place in the stack on at the offset, without a closing mark.
func (q *quoter) forget(from, end int) {
	for _, k := range q.stack[from:] {
		f := &q.quotes[k]
		inner := article.Span{Start: f.mark.span.End, End: end}.Trim(q.text, blank)
		if inner.Empty() || f.mark.family == single && !q.longSingle(f) {
			f.dropped = true
			q.setRole(f.mark, noRole)
			continue
		}
		f.Open, f.Span.End, f.Inner.End = true, inner.End, inner.End
	}
	q.stack = q.stack[:from]
}

// longSingle tells whether a single mark without a partner opens a quote all the same: ‘ at the head of a
// paragraph, as in texts whose quotes run over paragraphs.
func (q *quoter) longSingle(f *found) bool {
	return f.mark.glyph == '‘' && q.atHead(f.mark.span.Start)
}

// atHead tells whether a line starts at the offset.
func (q *quoter) atHead(at int) bool {
	return at == 0 || q.text[at-1] == '\n' || q.text[at-1] == '\r'
}
