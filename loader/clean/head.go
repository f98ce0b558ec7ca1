package clean

import (
	"strings"
	"unicode"
	"unicode/utf8"
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

// mastheads takes out the outlet's name above the headline, or above the byline or the date, and lifts it.
func (c *cleaner) mastheads() {
	for i := 0; i < min(c.head, len(c.units)-1, 6); i++ {
		u := &c.units[i]
		if !u.open() || !c.headlineBehind(i) && c.units[i+1].why != "date" && c.units[i+1].why != "byline" {
			continue
		}
		if name := c.outlet(u.text); name != "" {
			u.why = "source"
			lift(&c.article.Source, name)
		}
	}
}

// headlineBehind tells whether another headline stands between the unit and the text.
func (c *cleaner) headlineBehind(i int) bool {
	for i++; i < c.head; i++ {
		if u := &c.units[i]; u.open() && u.headline() && len(u.words) >= 3 {
			return true
		}
	}
	return false
}

// outlet returns the name when the line, or its part before a dash, is the name of an outlet: a few words with
// capitals, one of which such names have, or that somebody "told" something in the text.
func (c *cleaner) outlet(line string) string {
	name := line
	for _, mark := range []string{" – ", " | ", " - ", " — ", " · "} {
		name, _, _ = strings.Cut(name, mark)
	}
	words := strings.Fields(name)
	if len(words) == 0 || len(words) > 5 || len(strings.Fields(line)) > 7 || strings.ContainsAny(line, "0123456789?!:,\"“‘") {
		return ""
	}
	press := false
	for _, w := range words {
		if !capital(w) && !oneOf(w, "of", "the", "de", "la", "du", "and") {
			return ""
		}
		press = press || pressWord(strings.ToLower(w))
	}
	if press || strings.Contains(c.article.Raw, "told "+name) || strings.Contains(c.article.Raw, "told the "+strings.TrimPrefix(name, "The ")) {
		return name
	}
	return ""
}

// pressWord tells the words that names of outlets are made of.
func pressWord(w string) bool {
	switch w {
	case "post", "times", "news", "chronicle", "herald", "tribune", "gazette", "journal", "courier", "observer", "guardian", "telegraph", "press", "agency", "mail",
		"daily", "weekly", "desk", "mirror", "examiner", "standard", "express", "sentinel", "dispatch", "bulletin", "broadcasting", "radio", "tv", "newswire", "wire",
		"magazine", "newsroom", "advertiser", "inquirer", "globe", "monitor", "argus":
		return true
	}
	return false
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
		if u.headline() && len(u.words) >= 3 && !u.mixed() && len(people(u.text)) < 2 && dateline(u.text) == 0 {
			c.article.Title = strings.Join(strings.Fields(strings.TrimLeft(u.text, "# ")), " ")
			u.why = "title"
			return
		}
	}
}

// mixed tells a line that is more than a headline: a part was cut off it, or a caption or a sentence ends in it.
func (u *unit) mixed() bool {
	if u.prefixWhy != "" || strings.Contains(u.text, " | ") {
		return true
	}
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
