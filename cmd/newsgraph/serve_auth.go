package main

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"log/slog"
	"net"
	"net/http"
	"os"

	"github.com/spf13/cobra"

	"github.com/newsgraph/newsgraph/schema/auth"
)

// access is who may ask.
type access struct {
	required bool
	tokens   string
	jwt      auth.JWTOptions
	insecure bool
}

func (a *access) flags(cmd *cobra.Command) {
	f := cmd.Flags()
	f.BoolVar(&a.required, "auth", false, "answer only who proves who they are, by --tokens or --jwks, each of which implies --auth")
	f.StringVar(&a.tokens, "tokens", "", "file of tokens, as 'newsgraph token' makes them: lines of name:role:hash")
	f.StringVar(&a.jwt.Keys, "jwks", "", "JSON Web Key Set of the issuer of JSON Web Tokens (OpenID Connect): an https URL or a file")
	f.StringVar(&a.jwt.Issuer, "issuer", "", "with --jwks: the issuer (iss) of tokens")
	f.StringVar(&a.jwt.Audience, "audience", "", "with --jwks: the audience (aud) of tokens, which stands for this server")
	f.StringVar(&a.jwt.RoleClaim, "role-claim", "", "with --jwks: the claim with the roles reader, editor or admin; a dot leads into an object (default roles)")
	f.BoolVar(&a.insecure, "insecure", false, "allow an --addr that other machines reach without --auth: anyone there can read the graph")
}

// isOn tells whether people have to prove who they are.
func (a *access) isOn() bool { return a.required || a.tokens != "" || a.jwt.Keys != "" }

// check refuses flags that do not fit together, and an address that other machines reach where nobody has to prove who
// they are, unless --insecure says so.
func (a *access) check(addr string) error {
	host, _, err := net.SplitHostPort(addr)
	switch {
	case err != nil:
		return fmt.Errorf("%w: --addr %q is not host:port", errUsage, addr)
	case a.required && a.tokens == "" && a.jwt.Keys == "":
		return fmt.Errorf("%w: --auth needs --tokens or --jwks", errUsage)
	case a.jwt.Keys != "" && (a.jwt.Issuer == "" || a.jwt.Audience == ""):
		return fmt.Errorf("%w: --jwks needs --issuer and --audience: else any token of that issuer, for whatever service, would do", errUsage)
	case a.jwt.Keys == "" && cmp.Or(a.jwt.Issuer, a.jwt.Audience, a.jwt.RoleClaim) != "":
		return fmt.Errorf("%w: --issuer, --audience and --role-claim need --jwks", errUsage)
	case isHere(host) || a.isOn() || a.insecure:
		return nil
	}
	return fmt.Errorf("%w: --addr %s can be reached from other machines, and anyone there could read the graph; "+
		"use 127.0.0.1, or --tokens or --jwks, or add --insecure if that is meant", errUsage, addr)
}

// isHere tells whether a host is this machine by a name or an address that no other machine reaches.
func isHere(host string) bool {
	ip := net.ParseIP(host)
	return host == "localhost" || ip != nil && ip.IsLoopback()
}

// authenticator knows who the flags name; nil when nobody has to prove who they are.
func (a *access) authenticator(ctx context.Context, log *slog.Logger) (auth.Authenticator, error) {
	var known []auth.Authenticator
	if a.tokens != "" {
		tokens, err := readTokens(a.tokens)
		if err != nil {
			return nil, fmt.Errorf("--tokens %s: %w", a.tokens, err)
		}
		known = append(known, tokens)
	}
	if a.jwt.Keys != "" {
		opts := a.jwt
		opts.Logger = log
		tokens, err := auth.NewJWT(ctx, opts)
		if err != nil {
			return nil, fmt.Errorf("--jwks: %w", err)
		}
		known = append(known, tokens)
	}
	if len(known) == 0 {
		return nil, nil
	}
	return auth.Any(known...), nil
}

func readTokens(path string) (_ *auth.Tokens, err error) {
	file, err := os.Open(path)
	if err != nil {
		return nil, err
	}
	defer func() { err = errors.Join(err, file.Close()) }()
	return auth.ReadTokens(file)
}

// guardHost keeps pages of other sites from reading a graph that is open on this machine alone: such a page could give
// its own name this machine's address (DNS rebinding), and browsers would then take the API for a part of its site.
func (a *access) guardHost(addr string, next http.Handler) http.Handler {
	if host, _, _ := net.SplitHostPort(addr); a.isOn() || a.insecure || !isHere(host) {
		return next
	}
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		host, _, err := net.SplitHostPort(r.Host)
		if err != nil {
			host = r.Host
		}
		if !isHere(host) {
			http.Error(w, "the server is for this machine alone, and is not called "+host+" here; behind a proxy, start it with --auth or --insecure", http.StatusMisdirectedRequest)
			return
		}
		next.ServeHTTP(w, r)
	})
}
