// Package newsdate reads the dates and times that news pages and feeds print.
//
// It never asks the clock: "yesterday" and "3 hours ago" are refused.
package newsdate

import (
	"errors"
	"fmt"
	"strconv"
	"strings"
	"time"
)

// ErrDate is returned for a text that is no absolute date.
var ErrDate = errors.New("not a date")

// longest is the length in bytes of the longest text that is read as a date.
const longest = 120

// Parse reads a date, with or without a time of day, and returns it in UTC. It takes RFC 3339 and RFC 1123 forms, the
// common written ones ("25 Dec, 2017 11:06", "December 25, 2017 at 11:06 a.m. ET", "2017-12-25 11:06:00+03") and
// seconds or milliseconds since 1970. Numbers with slashes are month/day/year, unless the first is above 12; with
// dots day.month.year. A time without a zone is taken as UTC. It returns [ErrDate] for everything else, relative dates too.
func Parse(s string) (time.Time, error) {
	s = strings.TrimSpace(s)
	if s == "" || len(s) > longest {
		return time.Time{}, fmt.Errorf("%w: %.40q", ErrDate, s)
	}
	if t, err := time.Parse(time.RFC3339Nano, s); err == nil {
		return t.UTC(), nil
	}
	if t, ok := unixTime(s); ok {
		return t, nil
	}
	p := parser{zone: time.UTC}
	if !p.read(s) || p.extra > 0 {
		return time.Time{}, fmt.Errorf("%w: %.40q", ErrDate, s)
	}
	return p.result(s)
}

// Line reads a line of a page that holds a date and nothing else, save the words that go with one ("Published:",
// "Updated", "on", a weekday). It returns false when other words are there, or no full date is.
func Line(s string) (time.Time, bool) {
	if len(s) > longest {
		return time.Time{}, false
	}
	p := parser{zone: time.UTC}
	if !p.read(s) || p.extra > 0 {
		return time.Time{}, false
	}
	t, err := p.result(s)
	return t, err == nil
}

// Clock tells whether the text is a time of day and nothing else: "14:05 GMT", "2:30 p.m. ET:".
func Clock(s string) bool {
	if len(s) > 40 {
		return false
	}
	p := parser{zone: time.UTC}
	return p.read(s) && p.extra == 0 && p.clock && p.year == 0 && p.month == 0 && len(p.numbers) == 0
}

// unixTime reads seconds (10 digits) or milliseconds (13 digits) since 1970.
func unixTime(s string) (time.Time, bool) {
	whole, _, _ := strings.Cut(s, ".")
	n, err := strconv.ParseInt(whole, 10, 64)
	switch {
	case err != nil:
		return time.Time{}, false
	case len(whole) == 13:
		return time.UnixMilli(n).UTC(), true
	case len(whole) >= 9 && len(whole) <= 10:
		return time.Unix(n, 0).UTC(), true
	}
	return time.Time{}, false
}
