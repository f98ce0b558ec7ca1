package auth

import (
	"bufio"
	"context"
	"crypto/rand"
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"io"
	"strings"
)

// tokenPrefix begins each static token, so that people and secret scanners know what it is.
const tokenPrefix = "ngt_"

// NewToken makes a token with 130 bits of randomness.
func NewToken() string { return tokenPrefix + strings.ToLower(rand.Text()) }

// TokenLine is the line of a file of tokens, see [ReadTokens], for the token of somebody.
func TokenLine(name string, role Role, token string) (string, error) {
	line := fmt.Sprintf("%s:%s:%s", name, role, hashToken(token))
	_, _, err := parseLine(line)
	return line, err
}

// hashToken needs neither salt nor stretching: a token is random, there is no list of likely ones to try.
func hashToken(token string) string {
	sum := sha256.Sum256([]byte(token))
	return hex.EncodeToString(sum[:])
}

// Tokens knows static tokens by their hashes.
type Tokens struct {
	byHash map[string]Identity
}

var _ Authenticator = (*Tokens)(nil)

// ReadTokens reads a file of tokens: lines of name:role:hash, where hash is the SHA-256 of the token in 64
// hexadecimal digits. Empty lines and those that begin with # are left out. An error names the line; names and
// tokens are there once.
func ReadTokens(r io.Reader) (*Tokens, error) {
	t := &Tokens{byHash: map[string]Identity{}}
	names := map[string]bool{}
	lines := bufio.NewScanner(r)
	for n := 1; lines.Scan(); n++ {
		line := strings.TrimSpace(lines.Text())
		if line == "" || line[0] == '#' {
			continue
		}
		id, hash, err := parseLine(line)
		if err == nil && (names[id.Name] || t.byHash[hash] != Identity{}) {
			err = fmt.Errorf("the name %q or its token is there twice", id.Name)
		}
		if err != nil {
			return nil, fmt.Errorf("line %d: %w", n, err)
		}
		names[id.Name], t.byHash[hash] = true, id
	}
	if err := lines.Err(); err != nil {
		return nil, err
	}
	if len(names) == 0 {
		return nil, fmt.Errorf("there is no token in it; `newsgraph token NAME --role reader` makes one")
	}
	return t, nil
}

// parseLine never repeats the line in an error: it may hold a token where its hash belongs.
func parseLine(line string) (Identity, string, error) {
	parts := strings.Split(line, ":")
	if len(parts) != 3 {
		return Identity{}, "", fmt.Errorf("it has %d parts, it must be name:role:hash", len(parts))
	}
	role, err := ParseRole(parts[1])
	if err != nil {
		return Identity{}, "", err
	}
	if raw, err := hex.DecodeString(parts[2]); err != nil || len(raw) != sha256.Size {
		return Identity{}, "", fmt.Errorf("the hash is not a SHA-256 in 64 hexadecimal digits")
	}
	if !isName(parts[0]) {
		return Identity{}, "", fmt.Errorf("the name %q must be 1 to 64 letters, digits and any of . _ - @", parts[0])
	}
	return Identity{Name: parts[0], Role: role}, strings.ToLower(parts[2]), nil
}

func isName(s string) bool {
	rest := strings.TrimLeft(s, "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789._-@")
	return s != "" && len(s) <= 64 && rest == ""
}

// Authenticate implements [Authenticator]. The search by hash tells an attacker who measures it nothing about tokens.
func (t *Tokens) Authenticate(_ context.Context, token string) (Identity, error) {
	id, ok := t.byHash[hashToken(token)]
	if !ok {
		return Identity{}, fmt.Errorf("%w: the token is not known", ErrUnauthenticated)
	}
	return id, nil
}
