package clean

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// bylines takes out the names of the authors, and of the outlet below them, before the text; and at its end the
// names of a line that starts with "By".
func (c *cleaner) bylines() {
	for i := range c.units {
		u := &c.units[i]
		if !u.open() || len(u.words) > 24 || i > c.head+1 && i < len(c.units)-3 {
			continue
		}
		if rest, ok := afterBy(u.text); ok && c.isByline(rest) {
			u.why = "byline"
			c.liftAuthors(rest)
			if i+1 < len(c.units) && i < c.head && c.units[i+1].open() && c.units[i+1].role() {
				c.units[i+1].why = "byline"
			}
			continue
		}
		if i < c.head {
			c.nameLine(i)
		}
	}
}

// afterBy returns what follows "By" at the head of the line.
func afterBy(s string) (string, bool) {
	for _, p := range []string{"By: ", "By ", "by ", "BY ", "Posted by ", "— By ", "- By "} {
		if rest, ok := strings.CutPrefix(s, p); ok {
			return strings.TrimSpace(rest), true
		}
	}
	work, rest, ok := strings.Cut(s, ": ")
	if !ok {
		work, rest, ok = strings.Cut(s, " by ")
	}
	if ok && oneOf(strings.ToLower(work), "exclusive", "text", "words", "interview", "story", "report", "reporter", "analysis", "author", "opinion", "written", "from our correspondent") {
		return strings.TrimSpace(rest), true
	}
	return "", false
}

// isByline tells names, and roles and outlets behind them: no sentence.
func (c *cleaner) isByline(s string) bool {
	s = strings.TrimRight(s, " .")
	if s == "" || strings.ContainsAny(s, "?!") {
		return false
	}
	first := strings.FieldsFunc(s, func(r rune) bool { return r == ',' || r == '|' || r == '•' || r == '·' || r == ';' })
	return len(first) > 0 && len(people(first[0])) > 0
}

// nameLine takes out a line that is the name of a given author or of the outlet, or a name above one of these.
func (c *cleaner) nameLine(i int) {
	u := &c.units[i]
	switch {
	case c.isOutlet(u):
		u.why = "source"
	case c.isAuthor(u):
		u.why = "byline"
	case i+1 < len(c.units) && person(u.text) && len(u.words) <= 4 && c.creditBelow(&c.units[i+1]):
		u.why = "byline"
		c.liftAuthors(u.text)
		if c.units[i+1].role() {
			c.units[i+1].why = "byline"
		}
	}
}

// creditBelow tells what stands below an author's name: a role, the outlet, a date.
func (c *cleaner) creditBelow(u *unit) bool {
	return u.role() || c.isOutlet(u) || u.why == "date" || u.why == "source"
}

// role tells the work of a journalist: "Opinion contributor".
func (u *unit) role() bool {
	if len(u.words) > 6 || u.ended() || len(u.words) == 0 {
		return false
	}
	for _, w := range strings.Fields(u.fold) {
		switch strings.Trim(w, ",.") {
		case "contributor", "correspondent", "reporter", "editor", "columnist", "writer", "staff", "journalist", "analyst", "producer":
			return true
		}
	}
	return false
}

// isOutlet tells the name of the article's outlet alone in a line.
func (c *cleaner) isOutlet(u *unit) bool {
	return c.article.Source != "" && essence(u.text) == essence(c.article.Source)
}

func (c *cleaner) isAuthor(u *unit) bool {
	for _, a := range c.article.Authors {
		if a != "" && len(u.text) < 2*len(a)+8 && essence(a) == essence(u.text) {
			return true
		}
	}
	return false
}

// liftAuthors sets the authors, when the source gave none: the names joined by commas and "and".
func (c *cleaner) liftAuthors(s string) {
	if len(c.article.Authors) > 0 {
		return
	}
	s = strings.TrimRight(s, " .")
	if at := strings.IndexAny(s, "|•·;"); at > 0 {
		s = s[:at]
	}
	parts := strings.Split(s, ",")
	joined := strings.Contains(s, " and ") || strings.Contains(s, " & ")
	for i, p := range parts {
		if i > 0 && !joined {
			break
		}
		c.article.Authors = append(c.article.Authors, people(p)...)
	}
}

// people returns the names in words joined by "and"; none when other words are among them.
func people(s string) []string {
	s = strings.ReplaceAll(s, " & ", " and ")
	var out []string
	for part := range strings.SplitSeq(s, " and ") {
		part = strings.TrimSpace(strings.TrimPrefix(strings.TrimSpace(part), "and "))
		for _, mark := range []string{" in ", " for ", " at ", " - ", " – ", " — ", " of "} {
			part, _, _ = strings.Cut(part, mark)
		}
		if !person(part) {
			return nil
		}
		out = append(out, strings.TrimSpace(part))
	}
	return out
}

// person tells the shape of a person's name: two to five words with capitals, no words of outlets.
func person(s string) bool {
	words := strings.Fields(s)
	if len(words) < 2 || len(words) > 5 {
		return false
	}
	for i, w := range words {
		r, _ := utf8.DecodeRuneInString(w)
		particle := i > 0 && i < len(words)-1 && oneOf(w, "de", "van", "von", "der", "den", "bin", "al", "la", "di", "da", "el", "ibn")
		if !unicode.IsUpper(r) && !particle || strings.ContainsAny(w, "0123456789/:@\"“”") {
			return false
		}
		low := strings.ToLower(strings.Trim(w, ".,"))
		if pressWord(low) || oneOf(low, "staff", "reuters", "agencies", "editor", "correspondent", "reporter", "the", "service", "board", "team", "media", "today", "network",
			"monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "contrast", "comparison", "law") {
			return false
		}
	}
	return true
}

func oneOf(s string, words ...string) bool {
	for _, w := range words {
		if s == w {
			return true
		}
	}
	return false
}
