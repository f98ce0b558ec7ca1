// Package auth says who asks, and what they may do: identities and their roles in the context of a request, the
// table of what each role may do, and the two ways to prove an identity, static tokens and JSON Web Tokens.
package auth

import (
	"context"
	"errors"
	"fmt"
)

// The errors of an [Authenticator].
var (
	// ErrUnauthenticated is returned when a token proves nothing: unknown, expired, for somebody else.
	ErrUnauthenticated = errors.New("not authenticated")
	// ErrUnavailable is returned when it cannot be told now whether a token is good.
	ErrUnavailable = errors.New("cannot authenticate now")
)

// Identity is who asks.
type Identity struct {
	Name string // "" for somebody who did not say
	Role Role
}

// Authenticator tells who a bearer token belongs to. It may be used by many goroutines at once.
type Authenticator interface {
	// Authenticate returns the identity that the token proves. Errors wrap [ErrUnauthenticated] or
	// [ErrUnavailable], or are the context's own; their text is for the client.
	Authenticate(ctx context.Context, token string) (Identity, error)
}

type contextKey struct{}

// With returns a context in which the identity asks.
func With(ctx context.Context, id Identity) context.Context {
	return context.WithValue(ctx, contextKey{}, id)
}

// From returns who asks. Where nobody was named, it is somebody without a name and without a role.
func From(ctx context.Context) Identity {
	id, _ := ctx.Value(contextKey{}).(Identity)
	return id
}

// Any accepts a token that one of the authenticators accepts. When none does, the last one's error is returned,
// unless an earlier one could not tell.
func Any(authenticators ...Authenticator) Authenticator { return anyOf(authenticators) }

type anyOf []Authenticator

// Authenticate implements [Authenticator].
func (a anyOf) Authenticate(ctx context.Context, token string) (Identity, error) {
	err := fmt.Errorf("%w: nobody is known here", ErrUnauthenticated)
	for _, one := range a {
		id, oneErr := one.Authenticate(ctx, token)
		if oneErr == nil {
			return id, nil
		}
		if !errors.Is(err, ErrUnavailable) {
			err = oneErr
		}
	}
	return Identity{}, err
}
