package timex

import "time"

// unit is a unit of the calendar.
type unit int

const (
	day unit = iota
	week
	month
	year
)

func (u unit) precision() Precision { return [...]Precision{Day, Week, Month, Year}[u] }

// interval is the days from ≤ t < to, told in a unit.
type interval struct {
	from, to time.Time
	unit     unit
}

// of is the unit of the calendar that holds the day.
func (u unit) of(t time.Time) interval {
	switch u {
	case week:
		t = t.AddDate(0, 0, -(int(t.Weekday()+6) % 7))
	case month:
		t = date(t.Year(), t.Month(), 1)
	case year:
		t = date(t.Year(), 1, 1)
	case day:
	}
	return interval{t, u.shift(t, 1), u}
}

// shift is so many units later. A day that the month has not is its last one.
func (u unit) shift(t time.Time, n int) time.Time {
	switch u {
	case week:
		return t.AddDate(0, 0, 7*n)
	case month:
		first := date(t.Year(), t.Month(), 1).AddDate(0, n, 0)
		return first.AddDate(0, 0, min(t.Day(), first.AddDate(0, 1, -1).Day())-1)
	case year:
		return month.shift(t, 12*n)
	case day:
	}
	return t.AddDate(0, 0, n)
}

func date(y int, m time.Month, d int) time.Time { return time.Date(y, m, d, 0, 0, 0, 0, time.UTC) }

// valid is the day, and whether the calendar has it.
func valid(y int, m time.Month, d int) (interval, bool) {
	t := date(y, m, d)
	return day.of(t), t.Month() == m && t.Day() == d
}

func months(y int, m time.Month, n int) interval {
	return interval{date(y, m, 1), date(y, m+time.Month(n), 1), month}
}

func years(y, n int) interval { return interval{date(y, 1, 1), date(y+n, 1, 1), year} }

// through is from the beginning of one to the end of the other.
func through(a, b interval) (interval, bool) {
	return interval{a.from, b.to, min(a.unit, b.unit)}, a.from.Before(b.to)
}

// third is the first, second or last part (0, 1, 2) of a month, a year or several years.
func (v interval) third(n int) interval {
	y, m, _ := v.from.Date()
	switch {
	case v.unit == year && v.from.AddDate(1, 0, 0).Before(v.to):
		return years(y+[...]int{0, 4, 7}[n], [...]int{4, 3, 3}[n])
	case v.unit == year:
		return months(y, time.Month(1+4*n), 4)
	case v.unit == month && v.from.AddDate(0, 1, 0).Equal(v.to):
		out := interval{date(y, m, 1+10*n), date(y, m, 11+10*n), month}
		if n == 2 {
			out.to = v.to
		}
		return out
	}
	return v
}
