package statement

import (
	"strconv"
	"time"
)

// saidAt tells when a statement was made, from the words of its sentence that are not content, counted from the
// article's date: a day (UTC), or the first day of the week or month that the text tells; zero when it tells nothing.
func (d *draft) saidAt(m *made) time.Time {
	if m.Cue.Empty() || d.a.PublishedAt.IsZero() {
		return time.Time{}
	}
	var at time.Time
	today := d.a.PublishedAt.UTC().Truncate(24 * time.Hour)
	d.around(m, 16, func(w int) {
		if at.IsZero() {
			at = d.dayAt(w, today)
		}
	})
	return at
}

// dayAt reads a day, a week or a month at the word.
func (d *draft) dayAt(w int, today time.Time) time.Time {
	low := d.words[w].low
	switch low {
	case "today", "tonight":
		return today
	case "yesterday":
		return today.AddDate(0, 0, -1)
	case "week":
		if d.low(w-1) == "last" {
			return monday(today).AddDate(0, 0, -7)
		}
	case "month":
		if d.low(w-1) == "last" {
			return time.Date(today.Year(), today.Month()-1, 1, 0, 0, 0, 0, time.UTC)
		}
	case "ago":
		return d.ago(w, today)
	}
	if day, ok := d.lex.weekdays[low]; ok && (len(low) > 3 || d.low(w-1) == "on") && d.isCapital(w) && d.low(w-1) != "next" {
		return today.AddDate(0, 0, -((int(today.Weekday()-day) + 7) % 7))
	}
	if month, ok := d.lex.months[low]; ok && d.isCapital(w) {
		return d.date(w, month, today)
	}
	return time.Time{}
}

func (d *draft) isCapital(w int) bool {
	c := d.a.Text[d.words[w].span.Start]
	return c >= 'A' && c <= 'Z'
}

func monday(t time.Time) time.Time { return t.AddDate(0, 0, -(int(t.Weekday()+6) % 7)) }

// ago reads "two days ago" and "a week ago".
func (d *draft) ago(w int, today time.Time) time.Time {
	n, ok := d.lex.numbers[d.low(w-2)]
	if v, err := strconv.Atoi(d.low(w - 2)); err == nil && v > 0 && v < 1000 {
		n, ok = v, true
	}
	if !ok {
		return time.Time{}
	}
	switch d.low(w - 1) {
	case "day", "days":
		return today.AddDate(0, 0, -n)
	case "week", "weeks":
		return today.AddDate(0, 0, -7*n)
	}
	return time.Time{}
}

// date reads "December 25", "25 December 2017" and, after a preposition, "in December".
func (d *draft) date(w int, month time.Month, today time.Time) time.Time {
	day, year, next := 0, 0, w+1
	if v := d.number(w - 1); v >= 1 && v <= 31 {
		day = v
	} else if v := d.number(w + 1); v >= 1 && v <= 31 {
		day, next = v, w+2
	}
	if d.low(next) == "," {
		next++
	}
	if v := d.number(next); v >= 1000 && v <= 9999 {
		year = v
	}
	if day == 0 {
		switch d.low(w - 1) {
		case "in", "of", "last", "this", "early", "late", "mid":
			day = 1
		default:
			return time.Time{}
		}
	}
	return nearest(year, month, day, today)
}

// nearest is the day in the year, or without one the last such day that is not after today.
func nearest(year int, month time.Month, day int, today time.Time) time.Time {
	if year != 0 {
		return valid(year, month, day)
	}
	if t := valid(today.Year(), month, day); !t.IsZero() && !t.After(today) {
		return t
	}
	return valid(today.Year()-1, month, day)
}

// valid is the date, or zero for one that the calendar lacks.
func valid(year int, month time.Month, day int) time.Time {
	if t := time.Date(year, month, day, 0, 0, 0, 0, time.UTC); t.Month() == month {
		return t
	}
	return time.Time{}
}

// number is the word as a number, "25th" too; 0 when it is none.
func (d *draft) number(w int) int {
	low := d.low(w)
	if n := len(low); n > 2 {
		switch low[n-2:] {
		case "st", "nd", "rd", "th":
			low = low[:n-2]
		}
	}
	v, err := strconv.Atoi(low)
	if err != nil {
		return 0
	}
	return v
}
