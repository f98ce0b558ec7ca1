package gold

import (
	"fmt"
	"io"
	"slices"
	"strconv"
	"strings"

	"github.com/newsgraph/newsgraph/loader/article"
)

// Roled is a text with its predicates.
type Roled struct {
	ID         string
	Text       string
	Tokens     []article.Span
	Predicates []RoledPredicate
}

// RoledPredicate is a predicate with the head words of its arguments, by their tokens.
type RoledPredicate struct {
	Token     int
	Arguments []RoledArgument
}

// RoledArgument is the head word of an argument, and its PropBank label.
type RoledArgument struct {
	Token int
	Label string
}

// roleColumn is the first column of the arguments of a predicate, a column a predicate.
const roleColumn = 9

// ReadRoles reads sentences in the columns of the CoNLL-2009 kind: number, word, lemma, universal and Penn part of speech, head, …,
// and from the tenth on the arguments of a predicate in brackets, "(ARG0*", "(V*)". The sentences whose sent_id is the same up to the last
// hyphen are one text; tokens are joined as in print. The head word of an argument is the first of its words that hangs
// outside of it. It returns [ErrFormat] for rows that are too short and for heads that are no numbers.
func ReadRoles(name string, r io.Reader) ([]Roled, error) {
	t := &roleReader{}
	if err := lines(name, r, t.line); err != nil {
		return nil, err
	}
	t.endSentence()
	if len(t.texts) == 0 {
		return nil, fmt.Errorf("%s: %w: no sentence in it", name, ErrFormat)
	}
	return t.texts, nil
}

// roleReader makes texts of the lines.
type roleReader struct {
	texts []Roled
	id    string
	rows  []roleRow
}

// roleRow is a token of a sentence.
type roleRow struct {
	word, tag string
	head      int // by its number in the sentence, from 1; 0 for the root
	marks     []string
}

func (t *roleReader) line(_ int, line string) error {
	switch {
	case strings.TrimSpace(line) == "":
		t.endSentence()
		return nil
	case strings.HasPrefix(line, "#"):
		if _, id, ok := strings.Cut(line, "sent_id = "); ok {
			t.id = id[:max(0, strings.LastIndexByte(id, '-'))]
		}
		return nil
	}
	fields := strings.Split(line, "\t")
	if len(fields) < roleColumn {
		return malformed("a row of %d columns", len(fields))
	}
	head, err := strconv.Atoi(fields[5])
	if err != nil || fields[1] == "" || len(t.rows) > 0 && len(t.rows[0].marks) != len(fields)-roleColumn {
		return malformed("the row %q", clip(line))
	}
	t.rows = append(t.rows, roleRow{fields[1], fields[4], head, fields[roleColumn:]})
	return nil
}

// endSentence adds the sentence to its text.
func (t *roleReader) endSentence() {
	if len(t.rows) == 0 {
		return
	}
	if n := len(t.texts); n == 0 || t.texts[n-1].ID != t.id {
		t.texts = append(t.texts, Roled{ID: t.id})
	}
	text := &t.texts[len(t.texts)-1]
	if text.Text != "" {
		text.Text += " "
	}
	first := len(text.Tokens)
	for i, row := range t.rows {
		start := len(text.Text)
		text.Text += row.word
		text.Tokens = append(text.Tokens, article.Span{Start: start, End: len(text.Text)})
		if i+1 < len(t.rows) && !gluedRow(row, t.rows[i+1]) {
			text.Text += " "
		}
	}
	for column := range t.rows[0].marks {
		if p, ok := predicate(t.rows, column, first); ok {
			text.Predicates = append(text.Predicates, p)
		}
	}
	t.rows = nil
}

// gluedRow tells whether a token stands before the next one without a blank, as in print.
func gluedRow(row, next roleRow) bool {
	switch {
	case slices.Contains([]string{"HYPH", "-LRB-", "``", "$"}, row.tag), slices.Contains([]string{",", ".", "HYPH", "-RRB-", "''", "POS"}, next.tag):
		return true
	case next.tag == ":":
		return next.word == ":" || next.word == ";"
	}
	clitics := []string{"n't", "'ll", "'re", "'ve", "'d", "'m", "'s"}
	return next.word == "%" || slices.Contains(clitics, strings.ReplaceAll(strings.ToLower(next.word), "’", "'"))
}

// predicate reads the column of a predicate; first is the number of the sentence's first token.
func predicate(rows []roleRow, column, first int) (RoledPredicate, bool) {
	p, start, label := RoledPredicate{Token: -1}, -1, ""
	for i, row := range rows {
		mark := row.marks[column]
		if opened, ok := strings.CutPrefix(mark, "("); ok {
			start, label = i, strings.Split(opened, "*")[0]
		}
		if !strings.HasSuffix(mark, ")") || start < 0 {
			continue
		}
		switch label {
		case "V":
			p.Token = first + start
		case "C-V":
		default:
			p.Arguments = append(p.Arguments, RoledArgument{first + headWord(rows, start, i), strings.TrimSuffix(label, "-DSP")})
		}
		start = -1
	}
	return p, p.Token >= 0
}

// headWord is the first of the words [start, end] that hangs outside of them.
func headWord(rows []roleRow, start, end int) int {
	for i := start; i <= end; i++ {
		if h := rows[i].head - 1; h < start || h > end {
			return i
		}
	}
	return start
}
