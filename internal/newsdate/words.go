package newsdate

import "time"

// month returns the number of the month of an English name, whole or shortened; 0 for other words.
func month(w string) int {
	switch w {
	case "january", "jan":
		return 1
	case "february", "feb", "febr":
		return 2
	case "march", "mar":
		return 3
	case "april", "apr":
		return 4
	case "may":
		return 5
	case "june", "jun":
		return 6
	case "july", "jul":
		return 7
	case "august", "aug":
		return 8
	case "september", "sept", "sep":
		return 9
	case "october", "oct":
		return 10
	case "november", "nov":
		return 11
	case "december", "dec":
		return 12
	}
	return 0
}

// zone returns the offset of a zone's name in hours.
func zone(w string) (float64, bool) {
	switch w {
	case "utc", "gmt", "z", "wet":
		return 0, true
	case "est", "cdt":
		return -5, true
	case "edt":
		return -4, true
	case "cst", "mdt":
		return -6, true
	case "mst", "pdt":
		return -7, true
	case "pst":
		return -8, true
	case "bst", "cet", "west":
		return 1, true
	case "cest", "eet", "sast":
		return 2, true
	case "eest", "msk":
		return 3, true
	case "jst", "kst":
		return 9, true
	}
	return 0, false
}

// filler tells the words that stand beside a date and say nothing of it.
func filler(w string) bool {
	switch w {
	case "", "t", "st", "nd", "rd", "th", "of", "on", "at", "the", "in", "time", "local", "standard", "daylight", "date", "hrs",
		"published", "publication", "posted", "updated", "update", "last", "modified", "first", "created", "edited", "issued", "added",
		"monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "mon", "tue", "tues", "wed", "thu", "thur",
		"thurs", "fri", "sat", "sun":
		return true
	}
	return false
}

// american is the offset of a zone of the United States at the local time: summer time runs from the second Sunday of
// March to the first of November, 2:00 (Energy Policy Act of 2005).
func american(zone string, local time.Time) time.Duration {
	hours := map[string]int{"e": -5, "c": -6, "m": -7, "p": -8}[zone]
	begin, end := sunday(local.Year(), time.March, 8), sunday(local.Year(), time.November, 1)
	if !local.Before(begin) && local.Before(end) {
		hours++
	}
	return time.Duration(hours) * time.Hour
}

// sunday is 2:00 on the first Sunday of the month from the day on.
func sunday(year int, m time.Month, day int) time.Time {
	t := time.Date(year, m, day, 2, 0, 0, 0, time.UTC)
	return t.AddDate(0, 0, (7-int(t.Weekday()))%7)
}
