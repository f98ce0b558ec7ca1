package main

import (
	"fmt"

	"github.com/spf13/cobra"

	"github.com/newsgraph/newsgraph/schema/auth"
)

func newToken(io std) *cobra.Command {
	var role string
	cmd := &cobra.Command{
		Use:   "token [flags] NAME",
		Short: "Make a token for somebody who may use the API",
		Long: "token prints a new token on standard error, once: it is kept nowhere. The line for the file of `newsgraph serve\n" +
			"--tokens FILE`, which holds the token's hash, goes to standard output: newsgraph token ana --role editor >> FILE",
		Args: oneArg("a NAME"),
		RunE: func(_ *cobra.Command, args []string) error { return makeToken(io, args[0], role) },
	}
	cmd.Flags().StringVar(&role, "role", "reader", "what the token is good for: reader, editor or admin")
	return cmd
}

func makeToken(io std, name, roleName string) error {
	role, err := auth.ParseRole(roleName)
	if err != nil {
		return fmt.Errorf("%w: --role: %w", errUsage, err)
	}
	token := auth.NewToken()
	line, err := auth.TokenLine(name, role, token)
	if err != nil {
		return fmt.Errorf("%w: %w", errUsage, err)
	}
	if _, err := fmt.Fprintln(io.out, line); err != nil {
		return err
	}
	_, err = fmt.Fprintf(io.err, "The token of %s, shown only now:\n%s\n", name, token)
	return err
}

// oneArg refuses a call without exactly one argument.
func oneArg(what string) cobra.PositionalArgs {
	return func(cmd *cobra.Command, args []string) error {
		if len(args) != 1 {
			return fmt.Errorf("%w: %s needs %s", errUsage, cmd.Name(), what)
		}
		return nil
	}
}
