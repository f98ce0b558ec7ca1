package segment

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/newsgraph/newsgraph/loader/article"
)

// splitter cuts paragraphs into sentences.
type splitter struct {
	text      string
	tokens    []article.Token
	roles     []role
	dateline  article.Span
	sentences []article.Sentence
}

// paragraph cuts the paragraph with the tokens [from, to). Tokens of the dateline belong to no sentence.
func (s *splitter) paragraph(paragraph, from, to int) {
	for from < to && s.dateline.Overlaps(s.tokens[from].Span) {
		from++
	}
	start := from
	for i := from; i < to; i++ {
		if !s.terminates(i) {
			continue
		}
		end := s.closers(i+1, to)
		if end == to || s.boundary(start, i, end, to) {
			s.add(paragraph, start, end)
			start = end
		}
		i = end - 1
	}
	if start < to {
		s.add(paragraph, start, to)
	}
}

func (s *splitter) add(paragraph, from, to int) {
	s.sentences = append(s.sentences, article.Sentence{
		Span:      article.Span{Start: s.tokens[from].Span.Start, End: s.tokens[to-1].Span.End},
		Paragraph: paragraph,
		Tokens:    [2]int{from, to},
	})
}

// word is the text of the token.
func (s *splitter) word(i int) string { return s.tokens[i].Span.Of(s.text) }

// terminates tells whether a sentence can end with the token.
func (s *splitter) terminates(i int) bool {
	w := s.word(i)
	switch w[len(w)-1] {
	case '.', '!', '?':
		return true
	}
	return len(w) <= 3 && oneOf(w, "…", "。", "！", "？", "؟", "۔", "।", "‼", "⁉", "⁈")
}

// closers returns the first token that is not a stop, a closing mark or a bracket of the sentence that ends
// before the token.
func (s *splitter) closers(i, to int) int {
	for i < to && (s.roles[i] == closes || s.touches(i) && s.closer(i)) {
		i++
	}
	return i
}

// touches tells whether no space is before the token.
func (s *splitter) touches(i int) bool {
	return i > 0 && s.tokens[i-1].Span.End == s.tokens[i].Span.Start
}

func (s *splitter) closer(i int) bool {
	if s.roles[i] == opens {
		return false
	}
	switch w := s.word(i); w {
	case ")", "]", "}", `"`, "”", "’", "'", "''", "»", "›", "」", "』", ".", "!", "?", "…", "...":
		return true
	}
	return false
}

// boundary tells whether the sentence that starts with token start and has a stop at token i ends before token next.
func (s *splitter) boundary(start, i, next, to int) bool {
	if r, _ := utf8.DecodeLastRuneInString(s.word(i)); strings.ContainsRune("。！？", r) {
		return true
	}
	k := s.firstWord(next, to)
	if k == to {
		return !s.touches(next) || s.roles[next] == opens
	}
	return startsSentence(s.word(k)) && s.boundaryBefore(start, i, next, k, to)
}

// boundaryBefore decides where a sentence could start with token k, from the stop at token i.
func (s *splitter) boundaryBefore(start, i, next, k, to int) bool {
	stop, first := s.word(i), s.word(k)
	switch {
	case s.touches(next):
		return s.missingSpace(i, first)
	case stop == "…" || len(stop) > 1 && stop[0] == '.':
		return first != "I"
	case len(stop) > 1:
		return s.afterAbbreviation(i, k)
	case stop == "." && i == start+1 && digits(s.word(start)) && len(s.word(start)) <= 3:
		return false // "1. The first point"
	case next > i+1 && stop != ".":
		return !s.reports(k, to)
	}
	return true
}

// firstWord returns the first token from i on that is not an opening mark, a bracket or a dash. It looks at a few
// tokens only.
func (s *splitter) firstWord(i, to int) int {
	for last := min(to, i+8); i < last; {
		r, _ := utf8.DecodeRuneInString(s.word(i))
		if unicode.IsLetter(r) || unicode.IsDigit(r) || r == '@' || r == '#' {
			return i
		}
		if r == ',' || r == ';' || r == ':' || r == '%' {
			return i
		}
		i++
	}
	return i
}

// startsSentence tells whether a sentence can start with the word: not with a small letter, save in names
// like al-Nusra and eBay, and not with a comma.
func startsSentence(word string) bool {
	r, n := utf8.DecodeRuneInString(word)
	switch {
	case unicode.IsLower(r):
		if h := strings.IndexByte(word, '-'); h >= 0 && h <= 3 {
			n = h + 1
		}
		second, _ := utf8.DecodeRuneInString(word[n:])
		return unicode.IsUpper(second)
	case r == '\'' || strings.HasPrefix(word, "’"):
		return true
	}
	return unicode.IsLetter(r) || unicode.IsDigit(r) || r == '@' || r == '#'
}

// missingSpace tells a boundary whose space was lost: "the end.The next".
func (s *splitter) missingSpace(i int, first string) bool {
	r, n := utf8.DecodeRuneInString(first)
	if !unicode.IsUpper(r) || len(first) < 2 && first != "I" && first != "A" || i == 0 || len(s.word(i)) > 1 {
		return false
	}
	second, _ := utf8.DecodeRuneInString(first[n:])
	before, _ := utf8.DecodeLastRuneInString(s.word(i - 1))
	return (unicode.IsLower(second) || len(first) == 1) && (unicode.IsLetter(before) || unicode.IsDigit(before))
}

// afterAbbreviation tells whether an abbreviation ends its sentence before a word with a capital.
func (s *splitter) afterAbbreviation(i, k int) bool {
	first := s.word(k)
	if r, _ := utf8.DecodeRuneInString(first); unicode.IsDigit(r) {
		return false
	}
	word := strings.TrimSuffix(s.word(i), ".")
	switch classify(word) {
	case noAbbreviation: // a web address or the like
		return true
	case beforeName, beforeNumber:
		return false
	case clock:
		return !timeWord(first)
	}
	if starter(first) {
		// "the U.S. In Geneva" ends; "George A. An" does, too.
		return true
	}
	quoted := k > i+1 && s.roles[k-1] == opens
	return quoted && letters(word) != 1 || strings.EqualFold(word, "etc")
}

// timeWord tells the words that follow a clock time.
func timeWord(w string) bool {
	switch w {
	case "EDT", "EST", "ET", "CDT", "CST", "CT", "MDT", "MST", "MT", "PDT", "PST", "PT", "GMT", "UTC", "BST", "CET", "EET", "MSK", "IST",
		"Eastern", "Central", "Mountain", "Pacific", "Moscow", "London", "Monday", "Tuesday", "Wednesday", "Thursday",
		"Friday", "Saturday", "Sunday", "January", "February", "March", "April", "May", "June", "July", "August",
		"September", "October", "November", "December", "Jan.", "Feb.", "Aug.", "Sept.", "Oct.", "Nov.", "Dec.":
		return true
	}
	return false
}

// starter tells the words that, with a capital, mostly start a sentence.
func starter(w string) bool {
	switch w {
	case "The", "A", "An", "This", "That", "These", "Those", "There", "Here", "He", "She", "It", "They", "We", "You", "I",
		"His", "Her", "Its", "Their", "Our", "My", "Your", "But", "And", "Or", "Nor", "So", "Yet", "If", "When", "While", "As", "Although",
		"Though", "Because", "Since", "After", "Before", "Until", "In", "On", "At", "By", "For", "From", "With", "Without", "To",
		"Under", "Over", "During", "Despite", "Among", "Between", "According", "However", "Meanwhile", "Moreover",
		"Still", "Also", "Then", "Now", "Later", "Earlier", "Last", "What", "Who", "Why", "How", "Where", "Which", "Some",
		"Many", "Most", "Several", "Both", "Each", "All", "No", "Not", "One", "Two", "Three", "Another", "Other", "Others", "Officials",
		"Asked", "Instead", "Even", "Just", "Once", "Only", "Such", "Is", "Are", "Was", "Were", "Do", "Does", "Did", "Have", "Has", "Can",
		"Let", "Mr.", "Mrs.", "Ms.", "Dr.":
		return true
	}
	return false
}

// reports tells whether a short clause follows that says who spoke: “Stop!” Smith said.
func (s *splitter) reports(k, to int) bool {
	for i := k; i < to && i < k+6; i++ {
		w := s.word(i)
		if i > k && cue(w) {
			return true
		}
		if r, _ := utf8.DecodeRuneInString(w); !unicode.IsUpper(r) {
			return false
		}
	}
	return false
}

// cue tells the verbs of a clause that says who spoke.
func cue(w string) bool {
	switch w {
	case "said", "says", "asked", "asks", "told", "replied", "answered", "added", "wrote", "writes", "tweeted", "shouted", "cried", "yelled",
		"exclaimed", "demanded", "wondered", "screamed", "joked", "declared", "warned", "insisted", "recalled", "noted":
		return true
	}
	return false
}
