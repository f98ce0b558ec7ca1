package timex

import "strings"

// word is a time of a single word, or of a part of a day.
func (p *parser) word(i int) (interval, int) {
	switch p.low(i) {
	case "today", "tonight", "overnight":
		return day.of(p.today), 1
	case "yesterday":
		return day.of(p.today.AddDate(0, 0, -1)), p.withPart(i)
	case "tomorrow":
		return day.of(p.today.AddDate(0, 0, 1)), p.withPart(i)
	case "this":
		if p.is(i+1, "morning", "afternoon", "evening") {
			return day.of(p.today), 2
		}
	case "last":
		if p.is(i+1, "night") {
			return day.of(p.today.AddDate(0, 0, -1)), 2
		}
	case "hours", "minutes":
		if p.is(i+1, "ago", "earlier") {
			return day.of(p.today), 2
		}
	}
	return none()
}

func (p *parser) withPart(i int) int {
	if p.is(i+1, "morning", "afternoon", "evening", "night") {
		return 2
	}
	return 1
}

// thisLastNext is "last week", "this year", "next month", and weekends.
func (p *parser) thisLastNext(i int) (interval, int) {
	if p.is(i, "the", "a") && p.is(i+1, "weekend") && p.is(i-1, "over", "at", "on", "during") {
		return p.weekend(-1), 2
	}
	which, ok := map[string]int{"last": -1, "this": 0, "next": 1}[p.low(i)]
	if !ok {
		return none()
	}
	if p.is(i+1, "weekend") {
		if which == 0 && !p.ahead(i) {
			which = -1
		}
		return p.weekend(which), 2
	}
	u, n, ok := span(p.low(i + 1))
	if !ok || n != 1 || u == day || strings.HasSuffix(p.low(i+1), "s") {
		return none()
	}
	if p.is(i-1, "the") && which < 0 {
		return p.before(u, 1), 2
	}
	v := u.of(p.today)
	return u.of(u.shift(v.from, which)), 2
}

// weekend is the Saturday and Sunday that were last, that come, or that come a week later. On one of the two days they are
// those that come.
func (p *parser) weekend(which int) interval {
	saturday := week.of(p.today).from.AddDate(0, 0, 5)
	if which > 0 || which < 0 && p.today.Before(saturday) {
		saturday = saturday.AddDate(0, 0, 7*which)
	}
	return interval{saturday, saturday.AddDate(0, 0, 2), day}
}

// before is so many units up to today.
func (p *parser) before(u unit, n int) interval {
	return interval{u.shift(p.today, -n), p.today.AddDate(0, 0, 1), u}
}

// past is "the past six months", "the last three days", "the past year".
func (p *parser) past(i int) (interval, int) {
	start := i
	if p.is(i, "the") {
		i++
	}
	if !p.is(i, "past", "last", "previous") {
		return none()
	}
	count, i := p.count(i + 1)
	if p.is(i, "hours") && count > 0 {
		return p.before(day, (count+23)/24), i + 1 - start
	}
	u, n, ok := span(p.low(i))
	if !ok || count == 0 && (!p.is(start+1, "past") || strings.HasSuffix(p.low(i), "s")) {
		return none()
	}
	return p.before(u, n*max(1, count)), i + 1 - start
}

// count reads a number, "a couple of" too; 0 when there is none.
func (p *parser) count(i int) (n, next int) {
	if n = p.number(i); n == 0 || n > 500 || p.words[i].ordinal {
		return 0, i
	}
	i++
	if n == 1 && p.is(i, "couple", "dozen", "hundred") {
		n = p.number(i)
		i++
	}
	if p.is(i, "of") {
		i++
	}
	return n, i
}

// ago is "two weeks ago", "a year ago".
func (p *parser) ago(i int) (interval, int) {
	count, next := p.count(i)
	if count == 0 {
		return none()
	}
	if p.is(next, "hours", "hour", "minutes", "minute") && p.is(next+1, "ago") {
		return day.of(p.today.AddDate(0, 0, -p.hours(next, count)/24)), next + 2 - i
	}
	u, n, ok := span(p.low(next))
	if !ok || !p.is(next+1, "ago") {
		return none()
	}
	return u.of(u.shift(p.today, -count*n)), next + 2 - i
}

func (p *parser) hours(i, count int) int {
	if strings.HasPrefix(p.low(i), "hour") {
		return count
	}
	return 0
}

// within is "in two weeks", where the sentence looks ahead, and "within a week".
func (p *parser) within(i int) (interval, int) {
	if !p.is(i, "in", "within") {
		return none()
	}
	count, next := p.count(i + 1)
	u, n, ok := span(p.low(next))
	switch {
	case count == 0 || !ok || !p.ahead(i):
		return none()
	case p.is(i, "within"):
		return interval{p.today, u.shift(p.today, count*n).AddDate(0, 0, 1), u}, next + 1 - i
	}
	return u.of(u.shift(p.today, count*n)), next + 1 - i
}

// anaphor counts from the expression before: "two days later", "the day before", "the following month", "the same day".
func (p *parser) anaphor(i int) (interval, int) {
	base := day.of(p.today)
	if p.last != nil {
		base = *p.last
	}
	if p.is(i, "the", "that") {
		return p.neighbour(i, base)
	}
	count, next := p.count(i)
	u, n, ok := span(p.low(next))
	if count == 0 || !ok {
		return none()
	}
	switch {
	case p.is(next+1, "earlier"), p.is(next+1, "before") && !p.followed(next+2):
		return u.of(u.shift(base.from, -count*n)), next + 2 - i
	case p.is(next+1, "later"), p.is(next+1, "after", "afterwards") && !p.followed(next+2):
		return u.of(u.shift(base.from, count*n)), next + 2 - i
	}
	return none()
}

// followed tells whether something stands behind the word to which "before" or "after" belongs.
func (p *parser) followed(i int) bool {
	return i < len(p.words) && !p.is(i, ",", ".", ";", ":", "”", "\"", "and")
}

// neighbour is "the day before", "the previous day", "the next day", "the following month", "that same day".
func (p *parser) neighbour(i int, base interval) (interval, int) {
	step, same := map[string]int{"previous": -1, "next": 1, "following": 1}[p.low(i+1)]
	if u, n, ok := span(p.low(i + 1)); ok && n == 1 {
		switch {
		case p.is(i+2, "before") && !p.followed(i+3):
			return u.of(u.shift(base.from, -1)), 3
		case p.is(i+2, "after") && !p.followed(i+3):
			return u.of(u.shift(base.from, 1)), 3
		}
	}
	if !same && !p.is(i+1, "same") || strings.HasSuffix(p.low(i+2), "s") {
		return none()
	}
	u, n, ok := span(p.low(i + 2))
	if !ok || n != 1 {
		return none()
	}
	return u.of(u.shift(base.from, step)), 3
}
