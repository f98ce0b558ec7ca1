package main

import (
	"strings"
	"testing"
)

// TestStoreKeepsItsPassword gives a store that there is not: the answer must not repeat the password.
func TestStoreKeepsItsPassword(t *testing.T) {
	t.Parallel()
	for _, command := range []string{"load", "serve", "delete"} {
		args := []string{command, "--store", "neo4js://neo4j:swordfish@host"}
		if command != "serve" {
			args = append(args, "x")
		}
		code, _, stderr := newsgraph(t, "", args...)
		wantCode(t, code, exitUsage, stderr)
		if strings.Contains(stderr, "swordfish") || !strings.Contains(stderr, `"neo4js"`) {
			t.Errorf("%s: %s", command, stderr)
		}
	}
}
