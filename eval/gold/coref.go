package gold

import (
	"archive/tar"
	"bufio"
	"compress/gzip"
	"errors"
	"fmt"
	"io"
	"path"
	"slices"
	"strconv"
	"strings"

	"github.com/newsgraph/newsgraph/loader/article"
)

// Coref is a text with its mentions and the chains that they belong to.
type Coref struct {
	ID       string
	Text     string
	Mentions []Mention // in the order of their ends
	Events   []Mention // words that tell an event, in the order of their ends; only where a set marks them
}

// Mention is a mention of an entity.
type Mention struct {
	Chain   string
	Kind    article.Kind // empty for kinds that are none here
	Span    article.Span
	Name    article.Span // the proper noun at its head without titles; zero when the head is no proper noun
	Pronoun bool         // the mention is a pronoun
}

// ReadCoref reads a text in CoNLL-U with GUM's Entity annotation in the last column. It returns [ErrFormat] for lines that are not so.
func ReadCoref(name string, r io.Reader) (Coref, error) {
	c := &corefReader{open: map[string][]openMention{}}
	if err := lines(name, r, c.line); err != nil {
		return Coref{}, err
	}
	for chain, list := range c.open {
		if len(list) > 0 {
			return Coref{}, fmt.Errorf("%s: %w: a mention of entity %s is never closed", name, ErrFormat, clip(chain))
		}
	}
	if c.text.Len() == 0 {
		return Coref{}, fmt.Errorf("%s: %w: no token in it", name, ErrFormat)
	}
	return Coref{ID: c.id, Text: strings.TrimRight(c.text.String(), " "), Mentions: c.mentions}, nil
}

// ReadCorefArchive reads the texts of one split ("train", "dev") from a gzipped tar of CoNLL-U files, with a list of the splits in a
// file splits.md that stands before them.
func ReadCorefArchive(name string, r io.Reader, split string) ([]Coref, error) {
	z, err := gzip.NewReader(r)
	if err != nil {
		return nil, fmt.Errorf("%s: %w: %w", name, ErrFormat, err)
	}
	var out []Coref
	wanted := map[string]bool{}
	for files := tar.NewReader(z); ; {
		h, err := files.Next()
		switch {
		case errors.Is(err, io.EOF) && len(out) == 0:
			return nil, fmt.Errorf("%s: %w: no text of the split %s in it", name, ErrFormat, split)
		case errors.Is(err, io.EOF):
			return out, nil
		case err != nil:
			return nil, fmt.Errorf("%s: %w: %w", name, ErrFormat, err)
		}
		id, isText := strings.CutSuffix(path.Base(h.Name), ".conllu")
		switch {
		case path.Base(h.Name) == "splits.md":
			wanted = splitOf(files, split)
		case isText && wanted[id]:
			c, err := ReadCoref(name+"/"+h.Name, files)
			if err != nil {
				return nil, err
			}
			out = append(out, c)
		}
	}
}

// splitOf reads the names of the texts of a split: a heading "## dev", and lines "* NAME" below it.
func splitOf(r io.Reader, split string) map[string]bool {
	out, in := map[string]bool{}, false
	for s := bufio.NewScanner(r); s.Scan(); {
		line := strings.TrimSpace(s.Text())
		if h, ok := strings.CutPrefix(line, "## "); ok {
			in = h == split
		}
		if name, ok := strings.CutPrefix(line, "* "); ok && in {
			out[name] = true
		}
	}
	return out
}

// corefReader makes a text of the lines.
type corefReader struct {
	id       string
	text     strings.Builder
	tokens   []corefToken
	open     map[string][]openMention // by entity, the innermost last
	mentions []Mention
}

type corefToken struct {
	span            article.Span
	proper, pronoun bool
}

// openMention is a mention of which the last token is still to come.
type openMention struct {
	first, head int // tokens
	kind        article.Kind
}

// line reads a comment or a token. Ranges of tokens ("3-4") and empty nodes ("5.1") repeat what others say.
func (c *corefReader) line(_ int, line string) error {
	switch {
	case strings.HasPrefix(line, "# newdoc id ="):
		c.id = strings.TrimSpace(strings.TrimPrefix(line, "# newdoc id ="))
	case (line == "# newpar" || strings.HasPrefix(line, "# newpar ")) && c.text.Len() > 0:
		c.text.WriteString("\n\n")
	}
	if line == "" || line[0] == '#' {
		return nil
	}
	f := strings.Split(line, "\t")
	if len(f) != 10 {
		return malformed("%d columns, not 10", len(f))
	}
	if strings.ContainsAny(f[0], ".-") {
		return nil
	}
	if strings.TrimSpace(f[1]) == "" {
		return malformed("token %s has no word", clip(f[0]))
	}
	start := c.text.Len()
	c.text.WriteString(strings.ToValidUTF8(f[1], "�"))
	c.tokens = append(c.tokens, corefToken{article.Span{Start: start, End: c.text.Len()}, f[3] == "PROPN", f[3] == "PRON"})
	misc := strings.Split(f[9], "|")
	if !slices.Contains(misc, "SpaceAfter=No") {
		c.text.WriteString(" ")
	}
	for _, field := range misc {
		if e, ok := strings.CutPrefix(field, "Entity="); ok {
			if err := c.entity(e); err != nil {
				return err
			}
		}
	}
	return nil
}

// entity reads "(1-person-new-snnsn-cf1-2-coref(3-…)" and "1)": mentions that begin and end at the last token.
func (c *corefReader) entity(e string) error {
	for e != "" {
		if e[0] != '(' {
			chain, rest, ok := strings.Cut(e, ")")
			if !ok {
				return malformed("the entity %q is neither opened nor closed", clip(e))
			}
			if err := c.end(chain); err != nil {
				return err
			}
			e = rest
			continue
		}
		end := strings.IndexAny(e[1:], "()") + 1
		if end == 0 {
			end = len(e)
		}
		chain, err := c.begin(e[1:end])
		if err != nil {
			return err
		}
		if end < len(e) && e[end] == ')' {
			if err := c.end(chain); err != nil {
				return err
			}
			end++
		}
		e = e[end:]
	}
	return nil
}

// begin opens a mention: entity, type, information status, salience, centering, minimal span (tokens of it, from 1), and more.
func (c *corefReader) begin(e string) (chain string, err error) {
	parts := strings.Split(e, "-")
	if len(parts) < 6 {
		return "", malformed("the entity %q has %d parts, fewer than 6", clip(e), len(parts))
	}
	head, err := strconv.Atoi(strings.Split(parts[5], ",")[0])
	if err != nil || head < 1 || head > 1<<20 {
		return "", malformed("the entity %q has no head", clip(e))
	}
	at := len(c.tokens) - 1
	kinds := map[string]article.Kind{
		"person": article.Person, "organization": article.Organization, "place": article.Place, "event": article.Event,
	}
	c.open[parts[0]] = append(c.open[parts[0]], openMention{at, at + head - 1, kinds[parts[1]]})
	return parts[0], nil
}

// end closes the innermost mention of the entity.
func (c *corefReader) end(chain string) error {
	list := c.open[chain]
	if len(list) == 0 {
		return malformed("a mention of entity %q is closed that was never opened", clip(chain))
	}
	o, last := list[len(list)-1], len(c.tokens)-1
	c.open[chain] = list[:len(list)-1]
	c.mentions = append(c.mentions, Mention{
		Chain:   chain,
		Kind:    o.kind,
		Span:    article.Span{Start: c.tokens[o.first].span.Start, End: c.tokens[last].span.End},
		Name:    c.name(o, last),
		Pronoun: o.first == last && c.tokens[last].pronoun,
	})
	return nil
}

// name is the run of proper nouns around the mention's head, titles left out.
func (c *corefReader) name(o openMention, end int) article.Span {
	if o.head > end || !c.tokens[o.head].proper {
		return article.Span{}
	}
	first, last := o.head, o.head
	for first > o.first && c.tokens[first-1].proper {
		first--
	}
	for last < end && c.tokens[last+1].proper {
		last++
	}
	for first < last && isTitle(c.tokens[first].span.Of(c.text.String())) {
		first++
	}
	return article.Span{Start: c.tokens[first].span.Start, End: c.tokens[last].span.End}
}

// isTitle tells the words before a person's name that are no part of it here, and are proper nouns in the data.
func isTitle(w string) bool {
	return slices.Contains([]string{
		"Mr.", "Mrs.", "Ms.", "Miss", "Dr.", "Professor", "Prof.", "President", "Sir", "King", "Queen", "Lord", "Lady",
		"Senator", "Governor", "Judge", "Justice", "Captain", "General", "Minister", "Prime", "Chief", "Officer", "Emperor", "Pope", "Saint",
	}, w)
}
