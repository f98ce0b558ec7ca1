package gold

import (
	"fmt"
	"io"
	"slices"
	"strings"

	"github.com/newsgraph/newsgraph/loader/article"
)

// Tagged is a text with its names.
type Tagged struct {
	ID    string
	Text  string
	Names []article.Name // in order; of the kinds that the set marks
}

// kindOf tells the kind of the labels that are names here, of the world newswire set and of CrossNER's domains. Others (nationalities,
// works, dates, money, chemicals) are no names here.
func kindOf(label string) article.Kind {
	switch strings.ToLower(label) {
	case "person", "politician", "writer", "musicalartist", "scientist", "researcher":
		return article.Person
	case "organization", "organisation", "politicalparty", "band", "university":
		return article.Organization
	case "location", "country", "facility":
		return article.Place
	case "event", "election", "conference":
		return article.Event
	}
	return ""
}

// ReadTagged reads a file with a token and its BIO tag a line, with a tab between, and an empty line after a sentence. A third
// column (nested labels) is not read. Texts begin at lines "# doc = ID"; in a file without such lines each sentence is a
// text. Lines of one field are not tokens and are left out. Tokens are joined as in print, sentences with an empty line. It
// returns [ErrFormat] for tags that are none.
func ReadTagged(name string, r io.Reader) ([]Tagged, error) {
	t := &taggedReader{}
	if err := lines(name, r, t.line); err != nil {
		return nil, err
	}
	t.endText()
	if len(t.texts) == 0 {
		return nil, fmt.Errorf("%s: %w: no token and tag in it", name, ErrFormat)
	}
	return t.texts, nil
}

// taggedReader makes texts of the lines.
type taggedReader struct {
	texts        []Tagged
	whole        bool // texts are marked: a sentence is a part of one
	id           string
	text         strings.Builder
	names        []article.Name
	inName       bool
	last, before string // the last words of the sentence
	quoted       bool   // within straight quote marks
}

func (t *taggedReader) line(n int, line string) error {
	if id, ok := strings.CutPrefix(line, "# doc"); ok {
		t.endText()
		t.whole, t.id = true, strings.TrimSpace(strings.TrimPrefix(strings.TrimSpace(id), "="))
		return nil
	}
	if strings.TrimSpace(line) == "" {
		t.endSentence()
		return nil
	}
	fields := strings.Split(line, "\t")
	if len(fields) < 2 || strings.TrimSpace(fields[0]) == "" {
		return nil
	}
	if t.id == "" {
		t.id = fmt.Sprintf("line %d", n)
	}
	label, begins, err := tagOf(strings.TrimSpace(fields[1]))
	if err != nil {
		return err
	}
	t.token(strings.Join(strings.Fields(strings.ToValidUTF8(fields[0], "�")), "_"), kindOf(label), begins)
	return nil
}

// tagOf splits "B-Person" into the label and whether a name begins; the label of "O" is empty.
func tagOf(tag string) (label string, begins bool, err error) {
	if tag == "O" {
		return "", false, nil
	}
	label, begins = strings.CutPrefix(tag, "B-")
	if !begins {
		var inside bool
		if label, inside = strings.CutPrefix(tag, "I-"); !inside {
			return "", false, malformed("the tag %q is not O, B-… or I-…", clip(tag))
		}
	}
	if label == "" {
		return "", false, malformed("the tag %q has no label", tag)
	}
	return label, begins, nil
}

// token adds a word. An I tag that continues nothing begins a name, as it does for CoNLL's scorer.
func (t *taggedReader) token(word string, kind article.Kind, begins bool) {
	if t.text.Len() > 0 && t.last != "" && !t.glued(word) {
		t.text.WriteByte(' ')
	}
	s := article.Span{Start: t.text.Len(), End: t.text.Len() + len(word)}
	t.text.WriteString(word)
	if word == `"` {
		t.quoted = !t.quoted
	}
	t.before, t.last = t.last, word
	switch {
	case kind == "":
		t.inName = false
	case !begins && t.inName && t.names[len(t.names)-1].Kind == kind:
		t.names[len(t.names)-1].Span.End = s.End
	default:
		t.names = append(t.names, article.Name{Span: s, Kind: kind, Confidence: 1})
		t.inName = true
	}
}

// glued tells whether the word follows the one before without a blank, as in print: the files have one around every mark.
func (t *taggedReader) glued(word string) bool {
	letter := func(s string) bool { return len(s) == 1 && s[0] >= 'A' && s[0] <= 'Z' }
	switch {
	case word == "-" || t.last == "-":
		return true
	case word == `"` || t.last == `"`:
		return t.quoted
	case letter(word) && t.last == "." && letter(t.before):
		return true
	}
	after := []string{",", ".", ";", ":", "?", "!", ")", "]", "%", "’", "”", "'s", "’s", "n't", "n’t"}
	before := []string{"(", "[", "$", "“", "‘"}
	return slices.Contains(after, word) || slices.Contains(before, t.last) || t.last == "’" && len(word) <= 2
}

// endSentence ends the sentence, and the text where sentences are texts.
func (t *taggedReader) endSentence() {
	t.inName, t.quoted = false, false
	if t.last == "" {
		return
	}
	t.last, t.before = "", ""
	if t.whole {
		t.text.WriteString("\n\n")
		return
	}
	t.endText()
}

func (t *taggedReader) endText() {
	if text := strings.TrimRight(t.text.String(), "\n"); text != "" {
		t.texts = append(t.texts, Tagged{ID: t.id, Text: text, Names: t.names})
	}
	t.text.Reset()
	t.id, t.names, t.inName, t.quoted, t.last, t.before = "", nil, false, false, "", ""
}
