package clean

import (
	"strings"
	"time"
	"unicode"
	"unicode/utf8"

	"github.com/newsgraph/newsgraph/internal/newsdate"
)

// followers takes out the headlines that stand behind a line like "READ MORE:" or "Related articles": one behind a
// line that ends in a colon, and all of them behind the last paragraph.
func (c *cleaner) followers() {
	last, tail := c.lastParagraph(), false
	for i := range c.units {
		u := &c.units[i]
		switch {
		case u.why == "promo" && len(u.words) <= 4 && !leadMark(u.text):
			tail = i > last || strings.HasSuffix(u.text, ":")
		case tail && u.open() && u.headline():
			u.why, tail = "promo", i > last
		case u.open():
			tail = false
		}
	}
}

// lastParagraph is the number of the last unit that stays and reads as running text; -1 when none does.
func (c *cleaner) lastParagraph() int {
	for i := len(c.units) - 1; i >= 0; i-- {
		if u := &c.units[i]; u.open() && u.paragraph() {
			return i
		}
	}
	return -1
}

// headline tells the shape of one: a line without a full stop, not long, with a capital at its head.
func (u *unit) headline() bool {
	if n := len(u.words); n < 2 || n > 25 || len(u.text) > 220 || strings.HasSuffix(u.text, ".") || strings.HasSuffix(u.text, ":") || strings.HasSuffix(u.text, ",") {
		return false
	}
	if strings.HasSuffix(u.text, ".”") || strings.HasSuffix(u.text, ".\"") {
		return false
	}
	first, _ := utf8.DecodeRuneInString(strings.TrimLeft(u.text, "# \"'“”‘„«([¿¡…."))
	return (unicode.IsLetter(first) || unicode.IsDigit(first)) && !unicode.IsLower(first)
}

// stamps takes out the times of a live blog: whole lines, and at the heads of paragraphs.
func (c *cleaner) stamps() {
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
		if n := stamp(u.text); n > 0 && n < u.keep.Len() {
			u.keep.Start += n
			u.prefixWhy = "time"
		}
	}
}

// stamp returns the length of a time of day at the head of a paragraph, with the mark or the zone behind it and the
// space; 0 when the paragraph starts with none.
func stamp(s string) int {
	if s == "" || s[0] != '[' && (s[0] < '0' || s[0] > '9') {
		return 0
	}
	best := 0
	for at, k := 0, 0; at < len(s) && at < 24 && k < 4; k++ {
		end := strings.IndexByte(s[at:], ' ')
		if end < 0 {
			break
		}
		at += end
		head := s[:at]
		at++
		if strings.Contains(head, ":") && newsdate.Clock(head) && stampEnd(head, s[at:]) {
			best = at
		}
	}
	for best > 0 && best < len(s) {
		rest := strings.TrimLeft(s[best:], " -–—|:")
		if len(rest) == len(s)-best {
			break
		}
		best = len(s) - len(rest)
	}
	return best
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
		marked := u.starts("updated", "update", "published", "posted", "last updated", "last modified", "first published", "publication date", "date", "originally published", "created")
		if i > c.head && !marked {
			continue
		}
		t, isDate := newsdate.Line(dateText(u.text))
		if !isDate && !u.relativeDate(marked) {
			continue
		}
		u.why = "date"
		switch {
		case !isDate:
		case u.starts("published", "posted", "first published", "publication date", "date", "originally published"):
			published = earlier(published, t)
		case first.IsZero() || !u.starts("updated", "update", "last updated", "last modified"):
			first = earlier(first, t)
		}
	}
	if c.article.PublishedAt.IsZero() {
		c.article.PublishedAt = earlier(published, first)
		if !published.IsZero() {
			c.article.PublishedAt = published
		}
	}
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

// labels reads lines like "Title: …" and "Source: …" before the text.
func (c *cleaner) labels() {
	a := c.article
	for i := 0; i < min(c.head, 12); i++ {
		u := &c.units[i]
		name, value, ok := strings.Cut(u.text, ":")
		value = strings.TrimSpace(value)
		if !u.open() || !ok || value == "" {
			continue
		}
		switch strings.ToLower(name) {
		case "title", "headline":
			u.why = "title"
			lift(&a.Title, value)
		case "source", "publisher", "outlet":
			if len(u.words) <= 6 && names(value) {
				u.why = "source"
				lift(&a.Source, value)
			}
		case "author", "authors", "byline":
			if c.isByline(value) {
				u.why = "byline"
				c.liftAuthors(value)
			}
		}
	}
}

func lift(field *string, value string) {
	if *field == "" {
		*field = value
	}
}

// title takes the headline out of the text: what equals the given title near the head, or, without one, the first
// line before the text that has the shape of a headline.
func (c *cleaner) title() {
	if c.given {
		c.repeatedTitle()
		return
	}
	if c.article.Title != "" {
		return
	}
	for i := 0; i < min(c.head, c.lastParagraph()); i++ {
		u := &c.units[i]
		if !u.open() {
			continue
		}
		if u.headline() && len(u.words) >= 3 && u.prefixWhy == "" && !u.sentenceInside() && dateline(u.text) == 0 {
			c.article.Title = strings.Join(strings.Fields(strings.TrimLeft(u.text, "# ")), " ")
			u.why = "title"
			return
		}
	}
}

// sentenceInside tells whether a sentence ends within the line: then it is no headline.
func (u *unit) sentenceInside() bool {
	for i, w := range u.words[:len(u.words)-1] {
		if i >= 3 && len(w) > 4 && strings.HasSuffix(w, ".") && !strings.Contains(w[:len(w)-1], ".") && capital(u.words[i+1]) {
			return true
		}
	}
	return false
}

// repeatedTitle takes out the given title where the text repeats it.
func (c *cleaner) repeatedTitle() {
	want, last := essence(c.article.Title), c.lastParagraph()
	seen := 0
	for i := range c.units {
		u := &c.units[i]
		if !u.open() {
			continue
		}
		if seen++; seen > 6 {
			return
		}
		if len(u.words) <= 40 && i < last && essence(u.text) == want {
			u.why = "title"
		}
	}
}

// essence is the text without marks, space and capitals.
func essence(s string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsLetter(r) || unicode.IsDigit(r) {
			return unicode.ToLower(r)
		}
		return -1
	}, s)
}
