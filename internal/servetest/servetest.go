// Package servetest runs the real newsgraph program for tests that look at it from outside.
package servetest

import (
	"bufio"
	"bytes"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"runtime"
	"strings"
	"sync"
	"syscall"
	"testing"
)

// root returns the repository's root.
func root() string {
	_, file, _, _ := runtime.Caller(0)
	return filepath.Join(filepath.Dir(file), "..", "..")
}

// Build builds the program into a folder of tb and returns its path.
func Build(tb testing.TB) string {
	tb.Helper()
	program := filepath.Join(tb.TempDir(), "newsgraph")
	cmd := exec.CommandContext(tb.Context(), "go", "build", "-o", program, "./cmd/newsgraph")
	cmd.Dir = root()
	if out, err := cmd.CombinedOutput(); err != nil {
		tb.Fatalf("build newsgraph: %v\n%s", err, out)
	}
	return program
}

// Server is a running "newsgraph serve".
type Server struct {
	URL string // its root, as http://127.0.0.1:40123
	cmd *exec.Cmd
	log *lockedBuffer
}

var address = regexp.MustCompile(`http://[0-9.:]+`)

// Serve starts "newsgraph serve" with the given flags on a free port of loopback and returns when it answers. It is told to stop when tb
// ends, and must then have ended well.
func Serve(tb testing.TB, program string, flags ...string) *Server {
	tb.Helper()
	s := &Server{log: &lockedBuffer{}}
	s.cmd = exec.Command(program, append([]string{"serve", "--addr", "127.0.0.1:0", "--rate", "0"}, flags...)...)
	s.cmd.Dir = root()
	s.cmd.Stderr = s.log
	out, err := s.cmd.StdoutPipe()
	if err != nil {
		tb.Fatal(err)
	}
	if err := s.cmd.Start(); err != nil {
		tb.Fatal(err)
	}
	tb.Cleanup(func() { s.stop(tb) })
	lines := bufio.NewScanner(out)
	for lines.Scan() {
		if _, greeting, ok := strings.Cut(lines.Text(), "GraphQL at "); ok {
			s.URL = address.FindString(greeting)
			go func() { _, _ = io.Copy(io.Discard, out) }()
			return s
		}
	}
	tb.Fatalf("newsgraph serve does not say where it serves:\n%s", s.Log())
	return nil
}

// Log returns what the server has logged so far.
func (s *Server) Log() string { return s.log.String() }

func (s *Server) stop(tb testing.TB) {
	tb.Helper()
	if err := s.cmd.Process.Signal(syscall.SIGTERM); err != nil {
		tb.Errorf("newsgraph serve has stopped by itself: %v", err)
	}
	if err := s.cmd.Wait(); err != nil {
		tb.Errorf("newsgraph serve ended with %v:\n%s", err, s.Log())
	}
}

// lockedBuffer is a buffer that may be read while it is written.
type lockedBuffer struct {
	mu sync.Mutex
	b  bytes.Buffer
}

var _ fmt.Stringer = (*lockedBuffer)(nil)

// Write adds to the buffer.
func (l *lockedBuffer) Write(p []byte) (int, error) {
	l.mu.Lock()
	defer l.mu.Unlock()
	return l.b.Write(p)
}

// String returns what has been written.
func (l *lockedBuffer) String() string {
	l.mu.Lock()
	defer l.mu.Unlock()
	return l.b.String()
}

// Run runs another of the program's commands in the repository's root; when it fails, so does the test.
func Run(tb testing.TB, program string, args ...string) {
	tb.Helper()
	cmd := exec.CommandContext(tb.Context(), program, args...)
	cmd.Dir = root()
	if out, err := cmd.CombinedOutput(); err != nil {
		tb.Fatalf("newsgraph %v: %v\n%s", args, err, out)
	}
}

// Token makes a token of the given role, and a file for the flag --tokens that knows it.
func Token(tb testing.TB, program, role string) (token, file string) {
	tb.Helper()
	var said bytes.Buffer
	cmd := exec.CommandContext(tb.Context(), program, "token", "tester", "--role", role)
	cmd.Stderr = &said
	line, err := cmd.Output()
	if err != nil {
		tb.Fatalf("make a token: %v\n%s", err, &said)
	}
	file = filepath.Join(tb.TempDir(), "tokens")
	if err := os.WriteFile(file, line, 0o600); err != nil {
		tb.Fatal(err)
	}
	words := strings.Fields(said.String())
	return words[len(words)-1], file
}
