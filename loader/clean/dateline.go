package clean

import (
	"strings"
	"time"
	"unicode"
	"unicode/utf8"

	"github.com/newsgraph/newsgraph/internal/newsdate"
	"github.com/newsgraph/newsgraph/loader/article"
)

// longestDateline is the length in bytes of the longest head of a paragraph that is read as a dateline.
const longestDateline = 120

// markDateline marks the dateline of unit i, whose text starts at the offset of Text, when the unit is near the head.
func (c *cleaner) markDateline(i int, text string, start int) {
	a := c.article
	if !a.Dateline.Empty() || i > c.head+2 {
		return
	}
	n := dateline(text)
	if n == 0 {
		return
	}
	a.Dateline = article.Span{Start: start, End: start + n}
	if a.PublishedAt.IsZero() {
		a.PublishedAt = datelineDate(text[:n])
	}
}

// dateline returns the length of the dateline at the head of the paragraph, with its dash; 0 when there is none:
//
//	MOSCOW, Dec 25 (Agency) –    LONDON/PARIS, 3 March —    Washington (CNN)    (Reuters) -    Geneva, May 3 —
func dateline(s string) int {
	head, n, dashed := datelineHead(s)
	if n == 0 {
		return 0
	}
	place, agency := cutAgency(head)
	switch {
	case agency != "" && !dashed && !agencyOnly(agency):
		return 0
	case agency != "" && place == "":
		return n
	case !placeWords(place):
		return 0
	case agency != "" || dashed && (strings.Contains(place, ",") && datePart(place) || capitals(place)):
		return n
	}
	return 0
}

// datelineHead cuts the head of the paragraph at its first dash, or behind its first bracket, and returns the head and its
// length with the dash.
func datelineHead(s string) (head string, n int, dashed bool) {
	limit := min(len(s), longestDateline)
	depth := 0
	for i, r := range s[:limit] {
		switch {
		case r == '(' || r == '[':
			depth++
		case r == ')' || r == ']':
			depth--
			if end, ok := dashAfter(s, i+1); depth == 0 && ok {
				return s[:i+1], end, true
			}
			if depth == 0 {
				return s[:i+1], i + 1, false
			}
		case depth == 0 && i > 0 && dashAt(s, i):
			end := i + len(s[i:]) - len(strings.TrimLeft(s[i:], "-–—―"))
			if !startsText(s[end:]) {
				return "", 0, false
			}
			return s[:i], end, true
		case strings.ContainsRune("!?;\"“”:", r):
			return "", 0, false
		}
	}
	return "", 0, false
}

// dashAt tells a dash that sets off: long, or with space around it.
func dashAt(s string, i int) bool {
	if s[i] == '-' {
		return s[i-1] == ' ' && i+1 < len(s) && (s[i+1] == ' ' || s[i+1] == '-') || strings.HasPrefix(s[i:], "--")
	}
	return strings.HasPrefix(s[i:], "–") || strings.HasPrefix(s[i:], "—") || strings.HasPrefix(s[i:], "―")
}

// dashAfter returns the end of a dash that follows the offset, space between aside.
func dashAfter(s string, at int) (int, bool) {
	rest := strings.TrimLeft(s[at:], " \u00a0")
	cut := strings.TrimLeft(rest, "-–—―")
	if len(cut) == len(rest) || !startsText(cut) {
		return 0, false
	}
	return len(s) - len(cut), true
}

// startsText tells whether a sentence starts here.
func startsText(s string) bool {
	r, _ := utf8.DecodeRuneInString(strings.TrimLeft(s, " \u00a0\"“‘'«„`"))
	return unicode.IsUpper(r) || unicode.IsDigit(r) || unicode.IsLetter(r) && !unicode.IsLower(r)
}

// cutAgency takes the brackets off the end of the head.
func cutAgency(head string) (place, agency string) {
	head = strings.TrimSpace(head)
	at := strings.LastIndexAny(head, "([")
	if at < 0 {
		return head, ""
	}
	agency = strings.Trim(head[at:], "()[] ")
	if len(strings.Fields(agency)) > 4 || !capital(agency) {
		return head, ""
	}
	return strings.TrimSpace(head[:at]), agency
}

// placeWords tells the words of a dateline: names, dates and their marks, no small words save in names.
func placeWords(s string) bool {
	words := strings.Fields(s)
	if len(words) == 0 || len(words) > 9 {
		return false
	}
	for part := range strings.FieldsFuncSeq(s, func(r rune) bool { return r == ',' || r == '/' }) {
		if len(strings.Fields(part)) > 4 {
			return false
		}
	}
	for _, w := range words {
		w = strings.Trim(w, ".,/()")
		r, _ := utf8.DecodeRuneInString(w)
		if unicode.IsLower(r) && !oneOf(w, "of", "de", "al", "el", "la", "and", "du", "da", "do", "am", "on", "the") {
			return false
		}
	}
	return !oneOf(strings.ToLower(strings.Trim(words[0], ".,:")), "update", "updated", "breaking", "exclusive", "analysis", "opinion", "live", "watch", "video", "note", "editor", "correction", "file",
		"the", "a", "an", "but", "and", "if", "when", "he", "she", "it", "they", "we", "i", "this", "that", "here", "yes", "no", "in", "on", "at")
}

// capitals tells whether the first word of the place is in capitals: a name of at least three letters, and no acronym
// alone.
func capitals(place string) bool {
	words := strings.FieldsFunc(place, func(r rune) bool { return r == ',' || r == '/' || unicode.IsSpace(r) })
	if len(words) == 0 {
		return false
	}
	first, letters := words[0], 0
	for _, r := range first {
		if unicode.IsLower(r) {
			return strings.HasPrefix(first, "Mc") || strings.HasPrefix(first, "al-")
		}
		if unicode.IsLetter(r) {
			letters++
		}
	}
	return letters >= 3
}

// datePart tells whether a month's name is among the words.
func datePart(place string) bool {
	for w := range strings.FieldsFuncSeq(place, func(r rune) bool { return r == ',' || r == ' ' || r == '.' }) {
		if _, err := newsdate.Parse("1 " + w + " 2000"); err == nil && !unicode.IsDigit(rune(w[0])) {
			return true
		}
	}
	return false
}

// datelineDate reads a date with its year out of the dateline.
func datelineDate(s string) time.Time {
	s, _ = cutAgency(strings.TrimRight(s, " -–—―"))
	for {
		_, rest, ok := strings.Cut(s, ",")
		if !ok {
			return time.Time{}
		}
		if t, err := newsdate.Parse(rest); err == nil {
			return t
		}
		s = rest
	}
}
