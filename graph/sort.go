package graph

import (
	"math"
	"time"
)

// MissingTime is the sort value of an item without a time. It sorts last in both directions: stores compare
// [SortTime] values.
const MissingTime = math.MinInt64

// SortTime gives the Unix seconds by which an item with the time t is sorted in the given order:
// those of t, or a value that sorts last.
func SortTime(t time.Time, order Order) int64 {
	if !t.IsZero() {
		return t.Unix()
	}
	if order == ByTimeAsc {
		return math.MaxInt64
	}
	return MissingTime
}
