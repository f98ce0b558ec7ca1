package clean

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/newsgraph/newsgraph/internal/hardwrap"
	"github.com/newsgraph/newsgraph/loader/article"
)

// unit is a line, or the lines of a paragraph that was wrapped.
type unit struct {
	span  article.Span // bytes of Raw
	text  string
	words []string
	fold  string // the text in small letters, its space made single; of short units only
	why   string // why the whole unit goes; "" while it stays

	keep                 article.Span // what stays of it
	prefixWhy, suffixWhy string       // why the rest goes
}

// The lengths that tell lines from paragraphs, in words.
const (
	shortLine = 30  // longer lines are hardly headlines or menus
	notices   = 120 // longer units are no notices or captions
)

// units cuts Raw into its lines, the wrapped ones joined, without the empty ones.
func units(raw string) []unit {
	var out []unit
	var block []article.Span
	flush := func() {
		out = appendUnits(out, raw, block)
		block = block[:0]
	}
	for at := 0; at < len(raw); {
		end := strings.IndexAny(raw[at:], "\n\r\u2028\u2029")
		if end < 0 {
			end = len(raw) - at
		}
		line := article.Span{Start: at, End: at + end}.Trim(raw, blank)
		if line.Empty() {
			flush()
		} else {
			block = append(block, line)
		}
		at += end
		if at < len(raw) {
			_, n := utf8.DecodeRuneInString(raw[at:])
			if strings.HasPrefix(raw[at:], "\r\n") {
				n = 2
			}
			at += n
		}
	}
	flush()
	return out
}

func appendUnits(out []unit, raw string, block []article.Span) []unit {
	lines := make([]string, len(block))
	for i, l := range block {
		lines[i] = l.Of(raw)
	}
	joins := hardwrap.Joins(lines)
	for i := 0; i < len(block); {
		span := block[i]
		for i++; i < len(block) && joins[i-1]; i++ {
			span.End = block[i].End
		}
		out = append(out, newUnit(raw, span))
	}
	return out
}

func newUnit(raw string, s article.Span) unit {
	u := unit{span: s, keep: s, text: s.Of(raw)}
	u.words = strings.Fields(u.text)
	if len(u.words) <= notices {
		u.fold = strings.ToLower(strings.Join(u.words, " "))
		u.fold = strings.ReplaceAll(u.fold, "’", "'")
	}
	return u
}

// blank tells space and the marks that show nothing.
func blank(r rune) bool {
	return unicode.IsSpace(r) || r == '\ufeff' || r == '\u200b' || r == '\u200e' || r == '\u200f' || r == '\u2060'
}

// ended tells whether the unit ends as a sentence does.
func (u *unit) ended() bool { return hardwrap.Ended(u.text) }

// paragraph tells running text: a sentence of some length.
func (u *unit) paragraph() bool {
	return u.ended() && len(u.words) >= 8 || len(u.words) > shortLine
}

// open tells a unit about which nothing is decided yet.
func (u *unit) open() bool { return u.why == "" }

// protected tells a paragraph with a quotation and a verb of saying; it is never removed.
func (u *unit) protected() bool {
	if !strings.ContainsAny(u.text, "\"“”„«»‘''") && !strings.Contains(u.text, "''") {
		return false
	}
	return (u.ended() || len(u.words) > shortLine) && u.quotes() && u.says()
}

// quotes tells whether the unit has two quote marks, or one that opens.
func (u *unit) quotes() bool {
	n := 0
	for _, r := range u.text {
		switch r {
		case '"', '“', '”', '„', '«', '»', '‘':
			n++
		}
	}
	return n >= 1 || strings.Contains(u.text, "''") || strings.Contains(u.text, " '")
}

// says tells whether the unit has a verb of saying.
func (u *unit) says() bool {
	for _, w := range u.words {
		if cue(strings.ToLower(strings.Trim(w, `.,;:!?"'“”‘’()[]—–-`))) {
			return true
		}
	}
	return strings.Contains(u.fold, "according to")
}

// cue tells the verbs that attribute.
func cue(w string) bool {
	switch w {
	case "said", "says", "say", "saying", "told", "tells", "tell", "added", "adds", "asked", "asks", "wrote", "writes", "tweeted", "called", "calls",
		"claimed", "claims", "argued", "argues", "noted", "notes", "explained", "explains", "insisted", "insists", "warned", "warns", "stated", "states",
		"replied", "responded", "announced", "declared", "admitted", "acknowledged", "denied", "vowed", "urged", "recalled", "continued", "described",
		"according", "put", "quoted", "testified", "read", "reads", "believes", "believe", "thinks", "concluded", "suggested", "promised", "pledged",
		"reported", "stressed", "emphasized", "confirmed", "joked", "shouted", "criticized", "accused", "praised":
		return true
	}
	return false
}

// starts tells whether the folded text starts with one of the phrases, and no word goes on behind it.
func (u *unit) starts(phrases ...string) bool {
	for _, p := range phrases {
		if rest, ok := strings.CutPrefix(u.fold, p); ok {
			if r, _ := utf8.DecodeRuneInString(rest); rest == "" || !unicode.IsLetter(r) {
				return true
			}
		}
	}
	return false
}

// has tells whether the folded text has one of the phrases.
func (u *unit) has(phrases ...string) bool {
	for _, p := range phrases {
		if strings.Contains(u.fold, p) {
			return true
		}
	}
	return false
}

// bare is the folded text without the marks around it.
func (u *unit) bare() string {
	return strings.TrimFunc(u.fold, func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) })
}
