// Command newsgraph turns news articles into a graph of people, organizations, places and events,
// and of who said what about whom, and answers GraphQL over it.
package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"os/signal"
	"runtime/debug"
	"syscall"

	"github.com/spf13/cobra"
)

// The exit codes.
const (
	exitDone    = 0
	exitFailed  = 1
	exitUsage   = 2
	exitRefused = 3 // done, but some articles were refused
)

// errUsage marks errors about how the command was called.
var errUsage = errors.New("wrong usage")

// errRefused is returned by a command that is done, but refused some articles.
var errRefused = errors.New("some articles were refused")

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	collectEarly(memoryGoal)
	code := run(ctx, os.Args[1:], std{os.Stdin, os.Stdout, os.Stderr})
	stop()
	os.Exit(code)
}

// memoryGoal is the memory, in bytes, from which on garbage is collected more often. Only articles of megabytes, and servers, come near it.
const memoryGoal = 200 << 20

// collectEarly sets from how much memory on garbage is collected more often. $GOMEMLIMIT has the last word.
func collectEarly(bytes int64) {
	if os.Getenv("GOMEMLIMIT") == "" {
		debug.SetMemoryLimit(bytes)
	}
}

// std is where a command reads and writes.
type std struct {
	in       io.Reader
	out, err io.Writer
}

// run runs the command line and returns its exit code.
func run(ctx context.Context, args []string, io std) int {
	root := newRoot(io)
	root.SetArgs(args)
	err := root.ExecuteContext(ctx)
	switch {
	case err == nil:
		return exitDone
	case errors.Is(err, errRefused):
		return exitRefused
	case ctx.Err() != nil && errors.Is(err, context.Canceled):
		say(io.err, "newsgraph: stopped. What was written stays; run the same command again to go on.")
		return exitFailed
	case errors.Is(err, errUsage):
		say(io.err, fmt.Sprintf("newsgraph: %v\nRun 'newsgraph help' for the commands and their flags.", err))
		return exitUsage
	}
	say(io.err, fmt.Sprintf("newsgraph: %v", err))
	return exitFailed
}

func newRoot(io std) *cobra.Command {
	root := &cobra.Command{
		Use:   "newsgraph",
		Short: "News articles into a graph of who said what about whom",
		Long: "newsgraph reads news articles, finds people, organizations, places, events and who said what about whom,\n" +
			"writes it into a graph (embedded, or Neo4j), and answers GraphQL over it.\n\n" +
			"Exit codes: 0 done, 1 failed, 2 wrong usage, 3 done but some articles were refused.",
		SilenceErrors: true,
		SilenceUsage:  true,
		Args:          noUnknown,
		RunE:          func(cmd *cobra.Command, _ []string) error { return cmd.Help() },
	}
	root.SetIn(io.in)
	root.SetOut(io.out)
	root.SetErr(io.err)
	root.SetFlagErrorFunc(func(_ *cobra.Command, err error) error { return fmt.Errorf("%w: %w", errUsage, err) })
	root.AddCommand(newLoad(io), newServe(io), newExtract(io), newEval(io), newEntity(io), newDelete(io), newToken(io), newVersion(io))
	return root
}

// noUnknown refuses a subcommand that there is not.
func noUnknown(_ *cobra.Command, args []string) error {
	if len(args) > 0 {
		return fmt.Errorf("%w: there is no command %q", errUsage, args[0])
	}
	return nil
}

// someArgs refuses a call without arguments.
func someArgs(what string) cobra.PositionalArgs {
	return func(cmd *cobra.Command, args []string) error {
		if len(args) == 0 {
			return fmt.Errorf("%w: %s needs %s", errUsage, cmd.Name(), what)
		}
		return nil
	}
}

// noArgs refuses a call with arguments.
func noArgs(cmd *cobra.Command, args []string) error {
	if len(args) > 0 {
		return fmt.Errorf("%w: %s takes no arguments, not %q", errUsage, cmd.Name(), args[0])
	}
	return nil
}
