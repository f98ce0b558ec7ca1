package encoder

import (
	"fmt"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// maxWord is the number of code points above which a unit is the unknown piece.
const maxWord = 100

// vocabulary cuts units into pieces (WordPiece).
type vocabulary struct {
	heads, tails      map[string]int32 // tails are the pieces that begin with ##, without it
	longest           int              // bytes of the longest piece
	max               int              // pieces of a unit that are kept
	unknown, cls, sep int32
}

func (f *file) vocabulary() (*vocabulary, error) {
	at := f.header.Vocabulary
	raw, err := f.part("the vocabulary", at.Offset, at.Bytes)
	if err != nil {
		return nil, err
	}
	pieces := strings.Split(strings.TrimSuffix(string(raw), "\n"), "\n")
	if len(pieces) != f.header.Architecture.Vocabulary {
		return nil, fmt.Errorf("%w: its vocabulary has %d pieces, which should be %d", ErrWeights, len(pieces), f.header.Architecture.Vocabulary)
	}
	return newVocabulary(pieces, f.header.Architecture.MaxPieces)
}

func newVocabulary(pieces []string, most int) (*vocabulary, error) {
	v := &vocabulary{heads: make(map[string]int32, len(pieces)), tails: map[string]int32{}, max: most}
	for i, piece := range pieces {
		if tail, ok := strings.CutPrefix(piece, "##"); ok {
			v.tails[tail] = int32(i)
		}
		v.heads[piece] = int32(i)
		v.longest = max(v.longest, len(piece))
	}
	for name, id := range map[string]*int32{"[UNK]": &v.unknown, "[CLS]": &v.cls, "[SEP]": &v.sep} {
		found, ok := v.heads[name]
		if !ok {
			return nil, fmt.Errorf("%w: its vocabulary has no piece %s", ErrWeights, name)
		}
		*id = found
	}
	return v, nil
}

// appendPieces appends the pieces of a unit, at least one.
func (v *vocabulary) appendPieces(out []int32, unit string) []int32 {
	word, begin := normalForm(unit), len(out)
	if word == "" || utf8.RuneCountInString(word) > maxWord {
		return append(out, v.unknown)
	}
	known := v.heads
	for word != "" {
		id, n := v.prefix(known, word)
		if n == 0 {
			return append(out[:begin], v.unknown)
		}
		out, word, known = append(out, id), word[n:], v.tails
	}
	return out[:min(len(out), begin+v.max)]
}

// prefix finds the longest prefix of a word that is known, and its length in bytes, 0 if there is none.
func (v *vocabulary) prefix(known map[string]int32, word string) (id int32, n int) {
	for n := min(len(word), v.longest); n > 0; n-- {
		if n < len(word) && !utf8.RuneStart(word[n]) {
			continue
		}
		if id, ok := known[word[:n]]; ok {
			return id, n
		}
	}
	return 0, 0
}

// normalForm is what the vocabulary sees of a unit: without dropped code points and accents, in lower case.
func normalForm(unit string) string {
	if isPlain(unit) {
		return strings.ToLower(unit)
	}
	kept := strings.Map(func(r rune) rune {
		if classOf(r) == classDropped {
			return -1
		}
		return r
	}, unit)
	return strings.Map(func(r rune) rune {
		if unicode.Is(unicode.Mn, r) {
			return -1
		}
		return unicode.ToLower(r)
	}, norm.NFD.String(kept))
}

// isPlain tells whether a unit is in printable ASCII.
func isPlain(unit string) bool {
	for i := range len(unit) {
		if unit[i] <= ' ' || unit[i] >= 0x7f {
			return false
		}
	}
	return true
}
