package timex

import (
	"slices"
	"time"
)

// parser reads the words of one sentence. Its rules take the index of a word and return an interval and
// how many words it took, 0 where the rule does not hold.
type parser struct {
	words []word
	today time.Time
	last  *interval // the expression before
}

func (p *parser) low(i int) string {
	if i < 0 || i >= len(p.words) {
		return ""
	}
	return p.words[i].low
}

func (p *parser) is(i int, lows ...string) bool {
	return slices.Contains(lows, p.low(i)) && p.low(i) != ""
}

func (p *parser) number(i int) int {
	if i < 0 || i >= len(p.words) {
		return 0
	}
	return p.words[i].number
}

// none is what a rule returns that does not hold.
func none() (interval, int) { return interval{}, 0 }

// expression reads the expression that begins at a word.
func (p *parser) expression(i int) (interval, int) {
	for _, rule := range []func(int) (interval, int){p.open, p.between, p.eve, p.joined} {
		if v, n := rule(i); n > 0 {
			return v, n
		}
	}
	return none()
}

// open is "since X", which goes on until today.
func (p *parser) open(i int) (interval, int) {
	if !p.is(i, "since") {
		return none()
	}
	v, n := p.point(i + 1)
	if n == 0 || !v.from.Before(p.today) {
		return none()
	}
	return interval{v.from, p.today.AddDate(0, 0, 1), v.unit}, n + 1
}

// between is "from X to Y" and "between X and Y".
func (p *parser) between(i int) (interval, int) {
	if !p.is(i, "from", "between") {
		return none()
	}
	a, n := p.point(i + 1)
	if n == 0 || !p.is(i+1+n, "to", "until", "till", "through", "and") {
		return none()
	}
	b, m := p.point(i + 2 + n)
	if m == 0 {
		return none()
	}
	v, ok := through(a, b)
	if !ok {
		return none()
	}
	return v, n + m + 2
}

// eve is "the eve of X".
func (p *parser) eve(i int) (interval, int) {
	if !p.is(i, "eve") || !p.is(i+1, "of") {
		return none()
	}
	v, n := p.point(i + 2)
	if n == 0 {
		return none()
	}
	return day.of(v.from.AddDate(0, 0, -1)), n + 2
}

// joined is a point, or two neighbouring ones of one kind ("January and February").
func (p *parser) joined(i int) (interval, int) {
	a, n := p.point(i)
	if n == 0 || !p.is(i+n, "and") {
		return a, n
	}
	b, m := p.point(i + n + 1)
	if m == 0 || b.unit != a.unit || !b.from.Equal(a.to) {
		return a, n
	}
	v, _ := through(a, b)
	return v, n + m + 1
}

// point reads one time.
func (p *parser) point(i int) (interval, int) {
	if i >= len(p.words) {
		return none()
	}
	for _, rule := range []func(int) (interval, int){p.part, p.edge, p.plain} {
		if v, n := rule(i); n > 0 {
			return v, n
		}
	}
	return none()
}

// plain reads one time that is not a part of another.
func (p *parser) plain(i int) (interval, int) {
	if i >= len(p.words) {
		return none()
	}
	for _, rule := range []func(int) (interval, int){
		p.numeric, p.dayFirst, p.monthFirst, p.weekdayAt, p.holiday, p.quarter, p.seasonAt,
		p.decade, p.century, p.word, p.thisLastNext, p.past, p.ago, p.within, p.anaphor, p.yearAlone,
	} {
		if v, n := rule(i); n > 0 {
			return v, n
		}
	}
	return none()
}

// part is "earlier this month", "later in May", "early 2016", "mid-November", "the late 1970s".
func (p *parser) part(i int) (interval, int) {
	start := i
	if p.is(i, "the") {
		i++
	}
	third := slices.Index([]string{"early", "mid", "late"}, p.low(i))
	switch {
	case third >= 0:
		i++
		if p.is(i, "-", "–", "in", "on") {
			i++
		}
		v, n := p.plain(i)
		if n == 0 {
			return none()
		}
		return v.third(third), i + n - start
	case p.is(i, "earlier", "later"):
		later := p.is(i, "later")
		i++
		if p.is(i, "in", "on") {
			i++
		}
		v, n := p.plain(i)
		if n == 0 || v.unit == day && !later {
			return v, map[bool]int{true: i + n - start}[n > 0]
		}
		return p.cut(v, later), i + n - start
	}
	return none()
}

// cut leaves of an interval that holds today what is before its end, or what is after its beginning.
func (p *parser) cut(v interval, later bool) interval {
	if p.today.Before(v.from) || !p.today.Before(v.to) {
		return v
	}
	if later {
		v.from = p.today
	} else {
		v.to = p.today.AddDate(0, 0, 1)
	}
	return v
}

// edge is "the beginning of 2017", "the end of the year".
func (p *parser) edge(i int) (interval, int) {
	start := i
	if p.is(i, "the") {
		i++
	}
	if !p.is(i, "beginning", "start", "middle", "end") || !p.is(i+1, "of") {
		return none()
	}
	v, n := p.plain(i + 2)
	if n == 0 && p.is(i+2, "the") {
		if u, count, ok := span(p.low(i + 3)); ok && count == 1 {
			v, n = u.of(p.today), 2
		}
	}
	if n == 0 {
		return none()
	}
	switch p.low(i) {
	case "end":
		v.from = v.to.AddDate(0, 0, -1)
	case "middle":
		v = v.third(1)
	default:
		v = v.third(0)
	}
	return v, i + 2 + n - start
}

// reach is how many words before a time may tell that it lies ahead; it keeps a text of one endless sentence linear.
const reach = 60

// ahead tells whether the sentence looks ahead before the word: then days and months without a year lie in the future.
func (p *parser) ahead(i int) bool {
	for j := max(0, i-reach); j < i; j++ {
		switch p.low(j) {
		case "will", "shall", "'ll", "must", "due", "expected", "scheduled", "planned", "plans", "plan", "deadline", "upcoming", "hopes", "intends", "intend", "vowed", "vows", "pledged",
			"resume", "resumes", "runs", "ends", "begins", "opens", "starts", "returns", "sails", "next":
			return !p.said(i)
		case "is", "are", "was", "were":
			if p.is(j+1, "to", "set") {
				return !p.said(i)
			}
		}
	}
	return false
}

// said tells whether the word follows a verb of speech: "said Tuesday", "told the paper on Tuesday".
func (p *parser) said(i int) bool {
	for j := max(0, i-4); j < i; j++ {
		if p.is(j, "said", "told", "announced", "says") {
			return true
		}
	}
	return false
}
