package timex

import (
	"strconv"
	"strings"
	"time"
	"unicode"
	"unicode/utf8"
)

// word is a word, a number or a mark of a sentence.
type word struct {
	start, end int
	low        string // in small letters, with straight apostrophes and without a possessive ending
	capital    bool
	number     int  // of digits and number words; 0 when it is none
	digits     bool // written in digits alone
	ordinal    bool
}

// split cuts a sentence into words, in linear time.
func split(s string) []word {
	var out []word
	for i := 0; i < len(s); {
		r, size := utf8.DecodeRuneInString(s[i:])
		end := i + size
		switch {
		case unicode.IsSpace(r):
			i = end
			continue
		case r >= '0' && r <= '9':
			end = digitsEnd(s, i)
		case unicode.IsLetter(r):
			end = lettersEnd(s, i)
		}
		out = append(out, newWord(s, i, end))
		i = end
	}
	return out
}

// digitsEnd takes "2,014" and "3.5" as one, and the letters of "25th" and "1990s".
func digitsEnd(s string, i int) int {
	for i < len(s) {
		switch c := s[i]; {
		case c >= '0' && c <= '9':
		case (c == ',' || c == '.') && i+1 < len(s) && s[i+1] >= '0' && s[i+1] <= '9' && !dotted(s, i):
		case c|0x20 >= 'a' && c|0x20 <= 'z':
		default:
			return i
		}
		i++
	}
	return i
}

// dotted tells whether the dot stands in a date as "30.11.2017".
func dotted(s string, i int) bool {
	return s[i] == '.' && (dateDot(s, i, 1) || dateDot(s, i, -1))
}

// dateDot looks for a second dot one or two digits away on one side.
func dateDot(s string, i, step int) bool {
	for n := 1; n <= 3; n++ {
		at := i + n*step
		if at < 0 || at >= len(s) {
			return false
		}
		if s[at] == '.' {
			return n > 1
		}
		if s[at] < '0' || s[at] > '9' {
			return false
		}
	}
	return false
}

func lettersEnd(s string, i int) int {
	for i < len(s) {
		r, size := utf8.DecodeRuneInString(s[i:])
		apostrophe := r == '\'' || r == '’'
		if next, _ := utf8.DecodeRuneInString(s[i+size:]); apostrophe && !unicode.IsLetter(next) || !apostrophe && !unicode.IsLetter(r) {
			return i
		}
		i += size
	}
	return i
}

func newWord(s string, start, end int) word {
	text := s[start:end]
	first, _ := utf8.DecodeRuneInString(text)
	w := word{start: start, end: end, low: strings.ReplaceAll(strings.ToLower(text), "’", "'"), capital: unicode.IsUpper(first)}
	if w.low != "new year's" {
		w.low = strings.TrimSuffix(w.low, "'s")
	}
	plain := w.low
	for _, ending := range []string{"st", "nd", "rd", "th"} {
		if cut, ok := strings.CutSuffix(plain, ending); ok && cut != "" && cut[0] <= '9' {
			plain, w.ordinal = cut, true
		}
	}
	if n, err := strconv.Atoi(plain); err == nil && n > 0 {
		w.number, w.digits = n, !w.ordinal
	} else {
		w.number = numberWord(w.low)
	}
	return w
}

func numberWord(low string) int {
	switch low {
	case "a", "an":
		return 1
	case "couple":
		return 2
	}
	for i, name := range [...]string{
		"one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve",
	} {
		if low == name {
			return i + 1
		}
	}
	switch low {
	case "dozen":
		return 12
	case "fifteen":
		return 15
	case "twenty":
		return 20
	case "thirty":
		return 30
	case "forty":
		return 40
	case "fifty":
		return 50
	case "hundred":
		return 100
	}
	return 0
}

// span is the unit that a word names, how many of them it is, and whether it names one.
func span(low string) (u unit, n int, ok bool) {
	switch strings.TrimSuffix(low, "s") {
	case "day", "night":
		return day, 1, true
	case "week":
		return week, 1, true
	case "fortnight":
		return week, 2, true
	case "month":
		return month, 1, true
	case "year":
		return year, 1, true
	case "decade":
		return year, 10, true
	case "centurie", "century":
		return year, 100, true
	}
	return 0, 0, false
}

// weekday is the day of the week that a word names; abbreviations need a dot behind them.
func (p *parser) weekday(i int) (time.Weekday, bool) {
	low := p.low(i)
	for d := time.Sunday; d <= time.Saturday; d++ {
		name := strings.ToLower(d.String())
		if low == name || len(low) >= 3 && len(low) <= 5 && strings.HasPrefix(name, low) && p.low(i+1) == "." {
			return d, p.words[i].capital
		}
	}
	return 0, false
}

// monthName is the month that a word names, and the number of words, with the dot of an abbreviation.
func (p *parser) monthName(i int) (time.Month, int) {
	if low := p.low(i); len(low) >= 3 && p.words[i].capital {
		for m := time.January; m <= time.December; m++ {
			switch name := strings.ToLower(m.String()); {
			case low == name:
				return m, 1
			case low == name[:3] || low == "sept" && m == time.September:
				if p.low(i+1) == "." {
					return m, 2
				}
				return m, 1
			}
		}
	}
	return 0, 0
}

// season is the first month of a season.
func season(low string) (time.Month, bool) {
	switch low {
	case "spring":
		return time.March, true
	case "summer":
		return time.June, true
	case "autumn", "fall":
		return time.September, true
	case "winter":
		return time.December, true
	}
	return 0, false
}
