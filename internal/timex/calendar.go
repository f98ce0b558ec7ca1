package timex

import (
	"time"
)

// numeric is "2017-11-30", "30/11/2017", "30.11.2017"; with slashes the month comes first unless the first number is above 12.
func (p *parser) numeric(i int) (interval, int) {
	if i+4 >= len(p.words) || p.low(i+1) != p.low(i+3) || p.words[i].end != p.words[i+1].start {
		return none()
	}
	if !p.words[i].digits || !p.words[i+2].digits || !p.words[i+4].digits {
		return none()
	}
	if v, ok := written(p.low(i+1), p.number(i), p.number(i+2), p.number(i+4)); ok {
		return v, 5
	}
	return none()
}

// written is the day that three numbers with marks between them give.
func written(mark string, a, b, c int) (interval, bool) {
	switch {
	case mark == "-" && a > 999:
		return valid(a, time.Month(b), c)
	case c < 1000 || mark != "." && mark != "/":
		return interval{}, false
	case mark == "/" && a <= 12:
		return valid(c, time.Month(a), b)
	}
	return valid(c, time.Month(b), a)
}

// yearAt reads a year behind a date: ", 2015", "2015", "of last year".
func (p *parser) yearAt(i int) (y, n int) {
	start := i
	if p.is(i, ",", "of") {
		i++
	}
	if v := p.number(i); v > 999 && v < 2200 && p.words[i].digits {
		return v, i + 1 - start
	}
	if p.is(i+1, "year") {
		switch p.low(i) {
		case "last":
			return p.today.Year() - 1, i + 2 - start
		case "this":
			return p.today.Year(), i + 2 - start
		case "next":
			return p.today.Year() + 1, i + 2 - start
		}
	}
	return 0, 0
}

// dayFirst is "3 December", "the 25th of June, 1971".
func (p *parser) dayFirst(i int) (interval, int) {
	start := i
	if p.is(i, "the") {
		i++
	}
	d := p.number(i)
	if d < 1 || d > 31 || !p.words[i].digits && !p.words[i].ordinal {
		return none()
	}
	i++
	if p.is(i, "of") {
		i++
	}
	m, n := p.month(i)
	if n == 0 {
		return none()
	}
	y, k := p.yearAt(i + n)
	v, ok := p.placed(y, m, d, p.ahead(start))
	if !ok {
		return none()
	}
	return v, i + n + k - start
}

func (p *parser) month(i int) (time.Month, int) {
	if i >= len(p.words) {
		return 0, 0
	}
	return p.monthName(i)
}

// monthFirst is "December 3", "Dec. 3, 2015", "Nov. 3-5", "May 1998", "March".
func (p *parser) monthFirst(i int) (interval, int) {
	m, n := p.month(i)
	if n == 0 {
		return none()
	}
	d := p.number(i + n)
	if d < 1 || d > 31 || !p.words[i+n].digits && !p.words[i+n].ordinal {
		return p.monthAlone(i, m, n)
	}
	n++
	last := d
	if p.is(i+n, "-", "–") && p.number(i+n+1) > d && p.number(i+n+1) <= 31 && p.words[i+n].start == p.words[i+n-1].end {
		last = p.number(i + n + 1)
		n += 2
	}
	y, k := p.yearAt(i + n)
	v, ok := p.placed(y, m, d, p.ahead(i))
	if !ok {
		return none()
	}
	if last > d {
		v.to = v.from.AddDate(0, 0, last-d+1)
	}
	return v, n + k
}

// monthAlone is a month with a year, or one that a preposition tells from a name or a verb.
func (p *parser) monthAlone(i int, m time.Month, n int) (interval, int) {
	if y, k := p.yearAt(i + n); k > 0 {
		return months(y, m, 1), n + k
	}
	lastOf := p.is(i-1, "last")
	if !lastOf && !p.is(i-1, "in", "of", "since", "until", "till", "by", "this", "next", "early", "mid", "late", "-", "between", "from", "to", "and", "before",
		"after", "during", "through", "throughout") {
		return none()
	}
	if next := i + n; next < len(p.words) && p.words[next].capital && !p.is(next, "and") {
		return none()
	}
	y := p.today.Year()
	switch ahead := p.ahead(i); {
	case ahead && m < p.today.Month():
		y++
	case !ahead && (m > p.today.Month() || lastOf && m == p.today.Month()):
		y--
	}
	return months(y, m, 1), n
}

// placed is the day of a year, or without one (0) the last one up to today, or the next one.
func (p *parser) placed(y int, m time.Month, d int, ahead bool) (interval, bool) {
	if y != 0 {
		return valid(y, m, d)
	}
	y = p.today.Year()
	v, ok := valid(y, m, d)
	switch {
	case ok && ahead && v.from.Before(p.today):
		return valid(y+1, m, d)
	case ok && (ahead || !v.from.After(p.today)):
		return v, true
	case ahead:
		return valid(y+1, m, d)
	}
	return valid(y-1, m, d)
}

// weekdayAt is "Monday", "last Friday", "next Tuesday", "Sunday night".
func (p *parser) weekdayAt(i int) (interval, int) {
	start := i
	before := ""
	if p.is(i, "last", "next", "this", "past", "coming") && i+1 < len(p.words) {
		before = p.low(i)
		i++
	}
	d, ok := p.weekday(i)
	if !ok || before == "" && p.title(i) {
		return none()
	}
	n := 1
	if p.is(i+1, ".") && len(p.low(i)) < 6 {
		n = 2
	}
	if p.is(i+n, "night", "morning", "afternoon", "evening") {
		n++
	}
	return p.weekdayIs(d, before, p.ahead(start)), i + n - start
}

// weekdayIs is the day that a weekday means behind a word ("last", "next", …), or "".
func (p *parser) weekdayIs(d time.Weekday, before string, ahead bool) interval {
	back := (int(p.today.Weekday()-d) + 7) % 7
	switch {
	case before == "next":
		return day.of(week.of(p.today).to.AddDate(0, 0, int(d+6)%7))
	case before == "coming" || ahead && before != "last" && before != "past":
		return day.of(p.today.AddDate(0, 0, (int(d-p.today.Weekday())+6)%7+1))
	case before == "last" && back == 0:
		back = 7
	}
	return day.of(p.today.AddDate(0, 0, -back))
}

// title tells whether a weekday stands in a title: "the Sunday Mirror".
func (p *parser) title(i int) bool {
	return p.is(i-1, "the", "a") && i+1 < len(p.words) && p.words[i+1].capital
}

// holiday is a feast with a fixed date.
func (p *parser) holiday(i int) (interval, int) {
	m, d, n := time.December, 25, 1
	switch {
	case p.is(i, "christmas") && p.is(i+1, "eve"):
		d, n = 24, 2
	case p.is(i, "christmas") && p.is(i+1, "day"):
		n = 2
	case p.is(i, "christmas"):
	case p.is(i, "new") && p.is(i+1, "year") && p.is(i+2, "eve"):
		d, n = 31, 3
	case p.is(i, "new") && p.is(i+1, "year") && p.is(i+2, "day"):
		m, d, n = time.January, 1, 3
	default:
		return none()
	}
	y, k := p.yearAt(i + n)
	v, ok := p.placed(y, m, d, p.ahead(i))
	if !ok || !p.words[i].capital {
		return none()
	}
	return v, n + k
}
