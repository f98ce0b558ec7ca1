package timex

import (
	"slices"
	"time"
)

// quarter is "the third quarter of 2016", "the first half of the year"; without a year the last one that is over.
func (p *parser) quarter(i int) (interval, int) {
	start := i
	if p.is(i, "the") {
		i++
	}
	q := slices.Index([]string{"first", "second", "third", "fourth"}, p.low(i))
	if q < 0 || !p.is(i+1, "quarter", "half") || p.is(i+1, "half") && q > 1 {
		return none()
	}
	size := 3
	if p.is(i+1, "half") {
		size = 6
	}
	m := time.Month(1 + q*size)
	y, k := p.yearAt(i + 2)
	if k == 0 && p.is(i+2, "of") && p.is(i+3, "the") && p.is(i+4, "year") {
		y, k = p.today.Year(), 3
	}
	if k == 0 {
		if size == 6 {
			return none() // of a match, a century, a book
		}
		y = p.over(m, size)
	}
	return months(y, m, size), i + 2 + k - start
}

// over is the year in which the months that begin so were over the last time.
func (p *parser) over(m time.Month, n int) int {
	y := p.today.Year()
	for months(y, m, n).to.After(p.today) {
		y--
	}
	return y
}

// seasonAt is "last summer", "spring 2016", "the winter of 2015".
func (p *parser) seasonAt(i int) (interval, int) {
	start := i
	if p.is(i, "the") {
		i++
	}
	which := ""
	if p.is(i, "last", "this", "next") {
		which = p.low(i)
		i++
	}
	m, ok := season(p.low(i))
	if !ok {
		return none()
	}
	y, k := p.yearAt(i + 1)
	switch {
	case k > 0:
	case which == "last":
		y = p.over(m, 3)
	case which == "this":
		y = p.today.Year()
	case which == "next":
		y = p.over(m, 3) + 1
	default:
		return none()
	}
	return months(y, m, 3), i + 1 + k - start
}

// decade is "the 1990s".
func (p *parser) decade(i int) (interval, int) {
	start := i
	if p.is(i, "the") {
		i++
	}
	low := p.low(i)
	if len(low) != 5 || low[3] != '0' || low[4] != 's' {
		return none()
	}
	y := 0
	for _, c := range low[:4] {
		if c < '0' || c > '9' {
			return none()
		}
		y = 10*y + int(c-'0')
	}
	if y < 1000 || y > 2190 {
		return none()
	}
	return years(y, 10), i + 1 - start
}

// century is "the 19th century".
func (p *parser) century(i int) (interval, int) {
	start := i
	if p.is(i, "the") {
		i++
	}
	n := p.number(i)
	if n < 1 || n > 21 || !p.words[i].ordinal || !p.is(i+1, "century") {
		return none()
	}
	return years(100*(n-1)+1, 100), i + 2 - start
}

// yearAlone is a year that a preposition or an article tells from a number, or years as "2014-15".
func (p *parser) yearAlone(i int) (interval, int) {
	y := p.number(i)
	if y < 1000 || y > 2100 || !p.words[i].digits || !p.is(i-1, "in", "of", "since", "the", "by", "until", "till", "from", "to", "between", "and", "before", "after",
		"during", "early", "mid", "late", "-", "around", "for", "through") {
		return none()
	}
	if p.is(i+1, "-", "–") && p.words[i+1].start == p.words[i].end {
		end := p.number(i + 2)
		if end < 100 && end > 0 {
			end += y - y%100
		}
		if end > y && end < y+100 {
			return years(y, end-y+1), 3
		}
	}
	if p.is(i-1, "for", "to", "of", "by", "from", "around", "and") && p.countedThing(i+1) {
		return none()
	}
	return years(y, 1), 1
}

// countedThing tells whether a noun in the plural follows, of which the number before it may be the count.
func (p *parser) countedThing(i int) bool {
	low := p.low(i)
	return low != "" && (low == "people" || len(low) > 3 && low[len(low)-1] == 's' && !p.words[i].capital)
}
