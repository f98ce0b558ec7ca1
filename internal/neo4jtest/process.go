package neo4jtest

import (
	"bufio"
	"context"
	_ "embed"
	"errors"
	"fmt"
	"io"
	"net"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"time"
)

//go:embed supervise.sh
var supervisor string

// supervised is a server under supervise.sh, which ends the server when this process ends.
type supervised struct {
	cmd     *exec.Cmd
	in      io.WriteCloser
	answers *bufio.Reader
}

func supervise(args ...string) (*supervised, error) {
	cmd := exec.Command("sh", append([]string{"-c", supervisor, "supervise.sh"}, args...)...)
	in, err := cmd.StdinPipe()
	if err != nil {
		return nil, fmt.Errorf("make a pipe to the supervisor: %w", err)
	}
	out, err := cmd.StdoutPipe()
	if err != nil {
		return nil, fmt.Errorf("make a pipe from the supervisor: %w", err)
	}
	if err := cmd.Start(); err != nil {
		return nil, fmt.Errorf("start the supervisor: %w", err)
	}
	return &supervised{cmd: cmd, in: in, answers: bufio.NewReader(out)}, nil
}

// errStopped is the answer of a server that ended by itself, or could not be started.
var errStopped = errors.New("the server has stopped")

// order has the supervisor start or kill the server, and waits until it has; or it asks whether the server is alive.
func (s *supervised) order(command string) error {
	if _, err := fmt.Fprintln(s.in, command); err != nil {
		return fmt.Errorf("%s the server: %w", command, err)
	}
	answer, err := s.answers.ReadString('\n')
	if err != nil {
		return fmt.Errorf("%s the server: the supervisor is gone: %w", command, err)
	}
	switch {
	case !strings.HasPrefix(answer, command+" "):
		return fmt.Errorf("%s the server: the supervisor answers %q", command, answer)
	case command != "kill" && answer != command+" 0\n":
		return errStopped
	}
	return nil
}

// end ends the server and waits for it.
func (s *supervised) end() error {
	return errors.Join(s.in.Close(), s.cmd.Wait())
}

// home is where a server of Java keeps its data, and how it can be reached.
type home struct {
	dir        string
	bolt, http string // addresses; http "" for none
	keep       bool   // whether dir outlives the server
	heap       string // "1g"
}

// folders that the server wants to find in its home.
var folders = []string{"conf", "data", "logs", "run", "import", "plugins"}

func (h *home) prepare() error {
	for _, f := range folders {
		if err := os.MkdirAll(filepath.Join(h.dir, f), 0o755); err != nil {
			return fmt.Errorf("make the server's folders: %w", err)
		}
	}
	conf := filepath.Join(h.dir, "conf", "neo4j.conf")
	if err := os.WriteFile(conf, []byte(h.config()), 0o644); err != nil {
		return fmt.Errorf("configure the server: %w", err)
	}
	return nil
}

func (h *home) config() string {
	lines := []string{
		"server.default_listen_address=127.0.0.1",
		"server.bolt.listen_address=" + h.bolt,
		"server.bolt.advertised_address=" + h.bolt,
		"server.http.enabled=" + strconv.FormatBool(h.http != ""),
		"server.https.enabled=false",
		"server.memory.pagecache.size=128m",
		"dbms.usage_report.enabled=false",
		"db.tx_log.preallocate=false",
	}
	if !h.keep {
		lines = append(lines, "dbms.cypher.min_replan_interval=1h") // small graphs come and go, but plans take long
	}
	if h.http != "" {
		lines = append(lines, "server.http.listen_address="+h.http)
	}
	return strings.Join(lines, "\n") + "\n"
}

// startJava starts the server of the jars in h.
func startJava(ctx context.Context, h *home) (*supervised, error) {
	exe, err := java(ctx)
	if err != nil {
		return nil, err
	}
	lib, err := jars(ctx)
	if err != nil {
		return nil, err
	}
	if err := h.prepare(); err != nil {
		return nil, err
	}
	keep := "SCRATCH"
	if h.keep {
		keep = "KEEP"
	}
	args := []string{"java", h.dir, keep, exe, "-Xmx" + h.heap, "-Xms256m", "-XX:+UseParallelGC", "-cp", filepath.Join(lib, "*")}
	if !h.keep {
		args = append(args, "-XX:TieredStopAtLevel=1") // a short life is too short for the better compiler
	}
	for _, p := range []string{"java.nio", "java.io", "sun.nio.ch", "java.util.concurrent", "java.lang"} {
		args = append(args, "--add-opens=java.base/"+p+"=ALL-UNNAMED")
	}
	args = append(args, "org.neo4j.server.CommunityEntryPoint",
		"--home-dir="+h.dir, "--config-dir="+filepath.Join(h.dir, "conf"))
	s, err := supervise(args...)
	if err != nil {
		return nil, err
	}
	return s, s.order("start")
}

// freeAddress returns a loopback address that nobody listens on.
func freeAddress() (string, error) {
	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		return "", fmt.Errorf("find a free port: %w", err)
	}
	defer func() { _ = l.Close() }()
	return l.Addr().String(), nil
}

// poll calls f until it succeeds, the server stops, or ctx ends; then it returns f's last error too.
func (s *supervised) poll(ctx context.Context, f func(context.Context) error) error {
	tick := time.NewTicker(100 * time.Millisecond)
	defer tick.Stop()
	for {
		err := f(ctx)
		if err == nil {
			return nil
		}
		if stopped := s.order("alive"); stopped != nil {
			return errors.Join(stopped, err)
		}
		select {
		case <-ctx.Done():
			return errors.Join(ctx.Err(), err)
		case <-tick.C:
		}
	}
}
