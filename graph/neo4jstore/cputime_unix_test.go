//go:build unix

package neo4jstore_test

import (
	"syscall"
	"testing"
	"time"
)

// cpuTime is the processor time that this process has taken.
func cpuTime(tb testing.TB) time.Duration {
	tb.Helper()
	var used syscall.Rusage
	if err := syscall.Getrusage(syscall.RUSAGE_SELF, &used); err != nil {
		tb.Fatal(err)
	}
	return time.Duration(used.Utime.Nano() + used.Stime.Nano())
}
