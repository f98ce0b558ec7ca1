package statement

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/newsgraph/newsgraph/loader/article"
)

// fromAttributions makes a statement of each attribution.
func (d *draft) fromAttributions() {
	byCue := map[article.Span]int{} // statements by the first span of their cue
	for i := range d.a.Attributions {
		t := &d.a.Attributions[i]
		m := made{cues: t.Cue, sources: t.Source}
		m.Confidence = t.Confidence
		if len(t.Source) == 0 && len(t.Cue) == 0 && d.isLabel(t.Content) {
			continue
		}
		m.Content = d.trimAll(d.wholeQuotes(t.Content))
		if len(m.Content) == 0 {
			continue
		}
		m.Cue = d.cover(t.Cue)
		if !m.Cue.Empty() && d.pointsBack(m.Content) || d.isFrame(&m) && !d.wordsOf(&m) {
			continue
		}
		d.findSource(&m)
		d.unfold(&m)
		if at, ok := byCue[m.Cue]; ok && !m.Cue.Empty() && d.merge(at, &m) {
			continue
		}
		if !m.Cue.Empty() {
			byCue[m.Cue] = len(d.made)
		}
		d.add(m)
	}
}

// add completes a statement with what its own spans tell, and keeps it.
func (d *draft) add(m made) {
	m.Within = none
	m.Kind, m.length = d.kindOf(m.Content, m.Cue)
	if last := &m.Content[len(m.Content)-1]; m.Kind != article.Direct && d.stopInMarks(*last) {
		*last = trim(d.a.Text, article.Span{Start: last.Start, End: last.End - 1})
	}
	for i := range m.Content {
		m.Content[i] = d.balance(m.Content[i])
	}
	m.sentence = d.sentenceAt(m.Content[0].Start)
	if len(m.cues) > 0 {
		m.sentence = d.sentenceAt(m.cues[0].Start)
	}
	d.link(&m)
	d.when(&m)
	d.made = append(d.made, m)
}

// stopInMarks tells that the span ends in the full stop of its sentence, put inside the closing mark of its last words.
func (d *draft) stopInMarks(s article.Span) bool {
	if !strings.HasSuffix(s.Of(d.a.Text), ".") {
		return false
	}
	r, _ := utf8.DecodeRuneInString(d.a.Text[s.End:])
	return strings.ContainsRune("\"'”’»", r) && s.Len() > 1
}

// merge adds the content of a second attribution with the same cue to the statement: a quotation that its cue splits.
func (d *draft) merge(at int, m *made) bool {
	s := &d.made[at]
	last := s.Content[len(s.Content)-1]
	if m.Content[0].Start < last.End || s.Kind == article.Indirect {
		return false
	}
	if kind, _ := d.kindOf(m.Content, m.Cue); kind == article.Indirect {
		return false
	}
	s.Content = append(s.Content, m.Content...)
	s.Kind, s.length = d.kindOf(s.Content, s.Cue)
	return true
}

// cover is the span of the cue's words, with the source between them when they are near: "as Lavrov put it".
func (d *draft) cover(cues []article.Span) article.Span {
	if len(cues) == 0 {
		return article.Span{}
	}
	out := cues[0]
	for _, c := range cues[1:] {
		if c.Start >= out.End && c.Start-out.End <= 80 {
			out.End = c.End
		}
	}
	return out
}

// maxParagraphs is over how many paragraphs a quotation is followed.
const maxParagraphs = 64

// wholeQuotes adds to the content the paragraphs in which its last quotation goes on.
func (d *draft) wholeQuotes(content []article.Span) []article.Span {
	out := append([]article.Span(nil), content...)
	last := out[len(out)-1]
	q := d.quoteAt(last.End - 1)
	if q == none || d.a.Quotes[q].Span.End > last.End {
		return out
	}
	for n := d.a.Quotes[q].Next; n > q && n < len(d.a.Quotes) && len(out) < maxParagraphs; n = d.a.Quotes[n].Next {
		if d.a.Quotes[n].Span.Start >= out[len(out)-1].End {
			out = append(out, d.a.Quotes[n].Span)
		}
		q = n
	}
	return out
}

// quoteAt is the quotation, an outermost one, that the offset lies in, or none.
func (d *draft) quoteAt(offset int) int {
	lo, hi := 0, len(d.a.Quotes)
	for lo < hi {
		if mid := (lo + hi) / 2; d.a.Quotes[mid].Span.Start <= offset {
			lo = mid + 1
		} else {
			hi = mid
		}
	}
	// Quotations nest two or three deep at most: a few steps back reach the outermost.
	found := none
	for i := lo - 1; i >= max(0, lo-4); i-- {
		if d.a.Quotes[i].Span.End > offset {
			found = i
		}
	}
	return found
}

// trimAll trims each span, takes "that" and "as saying" off the first, and leaves out spans without a letter or digit.
func (d *draft) trimAll(spans []article.Span) []article.Span {
	var out []article.Span
	for i, s := range spans {
		s = trim(d.a.Text, s)
		for _, opener := range []string{"as saying ", "that "} {
			if rest, ok := strings.CutPrefix(s.Of(d.a.Text), opener); ok && i == 0 {
				s = trim(d.a.Text, article.Span{Start: s.End - len(rest), End: s.End})
			}
		}
		if s.Empty() || len(out) > 0 && s.Start < out[len(out)-1].End {
			continue
		}
		out = append(out, s)
	}
	return out
}

// trim takes quote marks, dangling commas and space off both ends of the span.
func trim(text string, s article.Span) article.Span {
	for s.Start < s.End {
		r, n := utf8.DecodeRuneInString(text[s.Start:s.End])
		if !isMargin(r) && r != '.' && r != '?' && r != '!' && r != '…' || r == '…' {
			break
		}
		s.Start += n
	}
	for s.Start < s.End {
		r, n := utf8.DecodeLastRuneInString(text[s.Start:s.End])
		if !isMargin(r) || r == '\'' && endsPlural(text[s.Start:s.End-n]) {
			break
		}
		s.End -= n
	}
	if !strings.ContainsFunc(s.Of(text), isWordRune) {
		return article.Span{}
	}
	return s
}

// endsPlural guards the apostrophe of "the ministers'".
func endsPlural(s string) bool { return strings.HasSuffix(s, "s") }

func isWordRune(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) }

func isMargin(r rune) bool {
	return unicode.IsSpace(r) || strings.ContainsRune("\"'“”‘’„‟«»‹›`,;:–—-\u200b\ufeff", r)
}

// maxContent is how many bytes of a passage are looked at for its kind and its targets, so that contents that lie in each other by the
// thousand take no more than linear time. It is longer than any real quotation.
const maxContent = 8 << 10

// isTurn tells a cue that is a mark alone: the colon behind a speaker's label or the dash before an answer. What it
// introduces is the speaker's own words, though no quote marks say so.
func (d *draft) isTurn(cue article.Span) bool {
	return !cue.Empty() && !strings.ContainsFunc(cue.Of(d.a.Text), isWordRune)
}

// kindOf tells how much of the content is in quote marks, and the content's length. Names and single
// capitalized phrases in quote marks ('New Syrian Army') do not make a statement a quotation, and neither does a
// quotation that has the cue in it too: its marks are another's.
func (d *draft) kindOf(content []article.Span, cue article.Span) (article.StatementKind, int) {
	in, all, length := 0, 0, 0
	for _, s := range content {
		length += s.Len()
		s.End = min(s.End, s.Start+maxContent)
		all += letters(s.Of(d.a.Text))
		in += d.quotedLetters(s, cue)
	}
	switch {
	case in == 0 && d.isTurn(cue):
		return article.Direct, length
	case in == 0:
		return article.Indirect, length
	case in == all:
		return article.Direct, length
	}
	return article.Mixed, length
}

// quotedLetters counts the letters of the span that are in quote marks.
func (d *draft) quotedLetters(s, cue article.Span) int {
	count, done := 0, s.Start
	first := d.quoteAt(s.Start)
	if first == none {
		first = d.quoteFrom(s.Start)
	}
	for i := first; i < len(d.a.Quotes) && d.a.Quotes[i].Span.Start < s.End; i++ {
		q := d.a.Quotes[i].Inner
		part := article.Span{Start: max(q.Start, done), End: min(q.End, s.End)}
		others := !cue.Empty() && q.Contains(cue)
		if part.Empty() || !q.Overlaps(s) || others || !q.Contains(s) && d.isName(withoutStop(d.a.Text, q)) {
			continue
		}
		count += letters(part.Of(d.a.Text))
		done = part.End
	}
	return count
}

// withoutStop leaves the full stop or comma out that typesetters put inside the closing mark.
func withoutStop(text string, s article.Span) article.Span {
	s.End = s.Start + len(strings.TrimRight(s.Of(text), ".,"))
	return s
}

// quoteFrom is the first quotation that starts at the offset or later.
func (d *draft) quoteFrom(offset int) int {
	lo, hi := 0, len(d.a.Quotes)
	for lo < hi {
		if mid := (lo + hi) / 2; d.a.Quotes[mid].Span.Start < offset {
			lo = mid + 1
		} else {
			hi = mid
		}
	}
	return lo
}

func letters(s string) int {
	n := 0
	for _, r := range s {
		if isWordRune(r) {
			n++
		}
	}
	return n
}

// isLabel tells whether the content is nothing but a name or a title in quote marks.
func (d *draft) isLabel(content []article.Span) bool {
	return len(content) == 1 && d.isName(trim(d.a.Text, content[0]))
}

// isName tells whether all longer words of the passage are capitalized, as in names and titles of works, and there are two or more.
func (d *draft) isName(s article.Span) bool {
	text := s.Of(d.a.Text)
	if len(text) > 80 || strings.HasSuffix(text, ".") || strings.HasSuffix(text, "!") || strings.HasSuffix(text, "?") {
		return false
	}
	words := strings.Fields(text)
	for _, w := range words {
		r, _ := utf8.DecodeRuneInString(strings.TrimLeft(w, "“‘\"'("))
		if !unicode.IsUpper(r) && len(w) > 3 {
			return false
		}
	}
	return len(words) >= 2
}
