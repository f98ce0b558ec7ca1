package clean

import (
	"strings"
	"time"
	"unicode/utf8"

	"github.com/newsgraph/newsgraph/internal/newsdate"
)

// stamps takes out the times of a live blog: whole lines, and at the heads of paragraphs.
func (c *cleaner) stamps() {
	live := c.live()
	for i := range c.units {
		u := &c.units[i]
		if !u.open() {
			continue
		}
		if len(u.words) <= 6 && newsdate.Clock(strings.Trim(u.text, "-–—:|[]() ")) {
			u.why = "time"
			if u.starts("update", "updated") {
				u.why = "date"
			}
			continue
		}
		if n := stamp(u.text, live); n > 0 && n < u.keep.Len() {
			u.keep.Start += n
			u.prefixWhy = "time"
		}
	}
}

// live tells a live blog: three times or more stand alone in a line.
func (c *cleaner) live() bool {
	n := 0
	for i := range c.units {
		if u := &c.units[i]; len(u.words) <= 4 && newsdate.Clock(strings.Trim(u.text, "-–—:|[]() ")) {
			n++
		}
	}
	return n >= 3
}

// stamp returns the length of a time of day at the head of a paragraph, with the mark or the zone behind it and the
// space; 0 when the paragraph starts with none. In a live blog no mark is needed.
func stamp(s string, live bool) int {
	if s == "" || s[0] != '[' && (s[0] < '0' || s[0] > '9') {
		return 0
	}
	best := 0
	for at, k := 0, 0; at < min(len(s), 24) && k < 4; k++ {
		end := strings.IndexByte(s[at:], ' ')
		if end < 0 {
			break
		}
		head, rest := s[:at+end], s[at+end+1:]
		at += end + 1
		if strings.Contains(head, ":") && newsdate.Clock(head) && (stampEnd(head, rest) || live && capital(rest)) {
			best = at
		}
	}
	if best == 0 {
		return 0
	}
	return len(s) - len(strings.TrimLeft(s[best:], " -–—|:"))
}

// stampEnd tells whether the time is set off from what follows: by a colon or a bracket, by a zone, or by a dash.
func stampEnd(head, rest string) bool {
	last := head[len(head)-1]
	if last == ':' || last == ']' || last == '|' {
		return true
	}
	word := head[strings.LastIndexByte(head, ' ')+1:]
	if !capital(strings.TrimLeft(rest, " -–—|:\"“‘'")) {
		return false
	}
	if zone := strings.Trim(word, "()"); zone != "" && zone == strings.ToUpper(zone) && zone[0] >= 'A' && strings.Contains(head, " ") {
		return true
	}
	for _, dash := range []string{"- ", "– ", "— ", "| "} {
		if strings.HasPrefix(rest, dash) {
			return true
		}
	}
	return false
}

// dates takes out the lines that hold a date and nothing else, before the text and wherever they say
// "Updated" or "Published"; the first one, or one that says "Published", is the article's.
func (c *cleaner) dates() {
	var first, published time.Time
	for i := range c.units {
		u := &c.units[i]
		if !u.open() || len(u.words) > 16 || u.paragraph() {
			continue
		}
		t, is := c.dateLine(i)
		if !is {
			continue
		}
		u.why = "date"
		switch {
		case u.starts("published", "posted", "first published", "publication date", "date", "originally published"):
			published = earlier(published, t)
		case first.IsZero() || !u.starts("updated", "update", "last updated", "last modified"):
			first = earlier(first, t)
		}
	}
	if c.article.PublishedAt.IsZero() {
		c.article.PublishedAt = earlier(published, first)
	}
}

// dateLine tells whether unit i is a line of dates, and returns its date; the zero time when it names none.
func (c *cleaner) dateLine(i int) (time.Time, bool) {
	u := &c.units[i]
	marked := u.starts("updated", "update", "published", "posted", "last updated", "last modified", "first published", "publication date", "date", "originally published", "created")
	if i > c.head && !marked {
		return time.Time{}, false
	}
	if t, is := newsdate.Line(dateText(u.text)); is {
		return t, true
	}
	if i < c.head {
		if t, is := c.datedLine(u); is || marked && len(u.words) == 1 {
			return t, true
		}
	}
	return time.Time{}, u.relativeDate(marked)
}

// datedLine reads a line that ends in a date behind a few names, as pages have it above the text: "Velin Chronicle, 21
// September 2031", "Arts Desk | 18 July 2028", "15:20, 24 Aug 2029 | UPDATED 18:05, 24 Aug 2029". An outlet's name is lifted.
func (c *cleaner) datedLine(u *unit) (time.Time, bool) {
	if u.ended() {
		return time.Time{}, false
	}
	if head, tail, ok := strings.Cut(u.text, "|"); ok {
		if t, isDate := newsdate.Line(head); isDate && strings.ContainsAny(tail, "0123456789") {
			return t, true
		}
	}
	for i, r := range u.text {
		if !strings.ContainsRune(",|–—•·", r) {
			continue
		}
		head := strings.TrimSpace(u.text[:i])
		if t, isDate := newsdate.Line(u.text[i+utf8.RuneLen(r):]); isDate && len(strings.Fields(head)) <= 4 && names(head) {
			lift(&c.article.Source, c.outlet(head))
			return t, true
		}
	}
	return time.Time{}, false
}

// earlier keeps the first of the two that is set.
func earlier(a, b time.Time) time.Time {
	if a.IsZero() {
		return b
	}
	return a
}

// dateText leaves out what stands beside a date: "· 3 min read".
func dateText(s string) string {
	for _, mark := range []string{" · ", " • ", " | "} {
		if head, tail, ok := strings.Cut(s, mark); ok && strings.Contains(tail, "min") {
			return head
		}
	}
	return s
}

// relativeDate tells lines of time that name no date: "6 years ago", "3 min read", "Updated at 5:30 p.m. ET".
func (u *unit) relativeDate(marked bool) bool {
	if len(u.words) > 8 {
		return false
	}
	s := u.bare()
	if s != "" && s[0] >= '0' && s[0] <= '9' && len(u.words) <= 4 {
		if strings.HasSuffix(s, " ago") || strings.HasSuffix(s, "min read") || strings.HasSuffix(s, "minute read") {
			return true
		}
	}
	if !marked {
		return false
	}
	_, rest, _ := strings.Cut(s, " ")
	rest = strings.TrimPrefix(strings.TrimPrefix(rest, "at "), "on ")
	return newsdate.Clock(rest) || strings.HasSuffix(rest, " ago")
}
