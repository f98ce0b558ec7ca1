package newsdate

import (
	"fmt"
	"strings"
	"time"
	"unicode"
)

// parser collects the parts of a date.
type parser struct {
	year, month, day   int
	hour, minute, sec  int
	clock, pm, am      bool
	zone               *time.Location
	zoned              string // name of a zone whose offset depends on the date: ET, CT, MT, PT
	numbers            []int  // numbers that stand alone: the day, the year
	extra              int    // words that belong to no date
	badClock, conflict bool
}

// read takes the text apart; false when it holds what no date has.
func (p *parser) read(s string) bool {
	for i := 0; i < len(s); {
		switch c := s[i]; {
		case digit(c):
			i = p.number(s, i)
		case p.clock && isOffset(s, i):
			i = p.offset(s, i)
		case unicode.IsLetter(rune(c)) || c >= 0x80:
			end := i
			for end < len(s) && !strings.ContainsRune(" ,:;|/()[]\t\n", rune(s[end])) && !digit(s[end]) {
				end++
			}
			p.word(s[i:end])
			i = end
		default:
			i++
		}
		if p.extra > 0 || p.badClock || p.conflict {
			return false
		}
	}
	return true
}

// isOffset tells a sign between a time and a number: 11:06+03, 11:06 -0500.
func isOffset(s string, i int) bool {
	if s[i] != '+' && s[i] != '-' || i == 0 || i+1 == len(s) {
		return false
	}
	return (digit(s[i-1]) || s[i-1] == ' ') && digit(s[i+1])
}

func digit(b byte) bool { return '0' <= b && b <= '9' }

// number reads a number, or the numbers of a date or a time that are joined by marks; it returns where it ends.
func (p *parser) number(s string, i int) int {
	n, end := integer(s, i)
	if end < len(s)-1 && digit(s[end+1]) {
		switch s[end] {
		case ':':
			return p.time(s, i)
		case '-', '/', '.':
			if next, ok := p.joined(s, i); ok {
				return next
			}
		}
	}
	p.numbers = append(p.numbers, n)
	if len(p.numbers) > 3 || end-i > 4 {
		p.conflict = true
	}
	return end
}

func integer(s string, i int) (n, end int) {
	for end = i; end < len(s) && digit(s[end]); end++ {
		if end-i < 6 {
			n = n*10 + int(s[end]-'0')
		}
	}
	return n, end
}

// joined reads 2017-12-25, 12/25/2017 and 25.12.2017.
func (p *parser) joined(s string, i int) (int, bool) {
	var n [3]int
	at, widths := i, [3]int{}
	mark := byte(0)
	for k := range n {
		value, end := integer(s, at)
		if end == at {
			return 0, false
		}
		n[k], widths[k] = value, end-at
		at = end
		if k < 2 {
			if at >= len(s) || mark != 0 && s[at] != mark {
				return 0, false
			}
			mark = s[at]
			at++
		}
	}
	if p.year != 0 || p.month != 0 {
		p.conflict = true
		return at, true
	}
	p.assign(n, widths, mark)
	return at, true
}

// assign decides which of three joined numbers is what.
func (p *parser) assign(n, widths [3]int, mark byte) {
	switch {
	case widths[0] == 4:
		p.year, p.month, p.day = n[0], n[1], n[2]
	case mark == '/' && n[0] <= 12:
		p.year, p.month, p.day = n[2], n[0], n[1]
	default:
		p.year, p.month, p.day = n[2], n[1], n[0]
	}
	if widths[2] == 2 && widths[0] != 4 {
		p.year = century(p.year)
	}
}

// century completes a year of two digits: 69 to 99 are of the twentieth century, as in POSIX strptime.
func century(y int) int {
	if y >= 69 {
		return 1900 + y
	}
	return 2000 + y
}

// time reads 11:06 and 11:06:30.250.
func (p *parser) time(s string, i int) int {
	var end int
	p.hour, end = integer(s, i)
	p.minute, end = integer(s, end+1)
	if end < len(s)-1 && s[end] == ':' && digit(s[end+1]) {
		p.sec, end = integer(s, end+1)
		if end < len(s)-1 && s[end] == '.' && digit(s[end+1]) {
			_, end = integer(s, end+1)
		}
	}
	p.badClock = p.clock || p.hour > 24 || p.minute > 59 || p.sec > 60
	p.clock = true
	if end < len(s) && s[end] == 'Z' {
		end++
	}
	return end
}

// offset reads +03, +0300 and +03:00.
func (p *parser) offset(s string, i int) int {
	sign := 1
	if s[i] == '-' {
		sign = -1
	}
	hours, end := integer(s, i+1)
	minutes := 0
	switch {
	case end-i-1 == 4:
		hours, minutes = hours/100, hours%100
	case end < len(s)-1 && s[end] == ':' && digit(s[end+1]):
		minutes, end = integer(s, end+1)
	}
	p.badClock = hours > 14 || minutes > 59
	p.zone = time.FixedZone("", sign*(hours*3600+minutes*60))
	return end
}

// word takes in a word of a date.
func (p *parser) word(w string) {
	w = strings.ToLower(strings.Trim(w, ".-–—·•"))
	if m := month(w); m > 0 {
		p.conflict = p.month != 0
		p.month = m
		return
	}
	switch w {
	case "am", "a.m":
		p.am = true
	case "pm", "p.m":
		p.pm = true
	case "et", "ct", "mt", "pt", "eastern", "central", "mountain", "pacific":
		p.zoned = w[:1]
	default:
		if hours, ok := zone(w); ok {
			p.zone = time.FixedZone("", int(hours*3600))
		} else if !filler(w) {
			p.extra++
		}
	}
	if (p.am || p.pm) && !p.clock {
		p.bareHour()
	}
}

// bareHour takes the last number as the hour: "5 p.m.".
func (p *parser) bareHour() {
	if len(p.numbers) == 0 {
		p.conflict = true
		return
	}
	last := len(p.numbers) - 1
	p.hour, p.clock = p.numbers[last], true
	p.numbers = p.numbers[:last]
	p.badClock = p.hour > 12
}

// result checks the parts and puts them together.
func (p *parser) result(s string) (time.Time, error) {
	p.fill()
	if p.pm && p.hour < 12 {
		p.hour += 12
	}
	if p.am && p.hour == 12 {
		p.hour = 0
	}
	t := time.Date(p.year, time.Month(p.month), p.day, p.hour, p.minute, p.sec, 0, p.zone)
	if p.zoned != "" {
		t = t.Add(-american(p.zoned, t))
	}
	wrong := p.conflict || len(p.numbers) > 0 || p.month < 1 || p.month > 12 || p.day < 1 || p.day > daysIn(p.year, p.month) || p.year < 1600 || p.year > 2200
	if wrong {
		return time.Time{}, fmt.Errorf("%w: %.40q", ErrDate, s)
	}
	return t.UTC(), nil
}

// fill finds the day and the year among the numbers that stand alone, beside a month's name.
func (p *parser) fill() {
	if p.month == 0 || p.year != 0 || len(p.numbers) != 2 {
		return
	}
	p.day, p.year = p.numbers[0], p.numbers[1]
	if p.day > 31 {
		p.day, p.year = p.year, p.day
	}
	p.numbers = nil
}

func daysIn(year, month int) int {
	return time.Date(year, time.Month(month)+1, 0, 0, 0, 0, 0, time.UTC).Day()
}
