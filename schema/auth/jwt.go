package auth

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"log/slog"
	"net"
	"net/url"
	"os"
	"strings"
	"time"

	"github.com/MicahParks/keyfunc/v3"
	"github.com/golang-jwt/jwt/v5"
	"golang.org/x/time/rate"
)

// JWTOptions says which JSON Web Tokens are good.
type JWTOptions struct {
	Keys      string // the issuer's JSON Web Key Set (RFC 7517): an https URL, an http one of this machine, or a file
	Issuer    string // that the claim iss must have
	Audience  string // that the claim aud must have
	RoleClaim string // the claim that holds the role or a list of them; a dot leads into an object; "roles"

	Logger *slog.Logger // for keys that cannot be fetched; slog.Default()
}

// JWT knows the tokens of an OpenID Connect provider, or of any other issuer of JSON Web Tokens (RFC 7519).
type JWT struct {
	keys   keyfunc.Keyfunc
	parser *jwt.Parser
	claim  []string
}

var _ Authenticator = (*JWT)(nil)

// How keys are fetched from a URL. A token with an unknown key fetches them anew, but not more often than every
// unknownKeyWait; other requests with one do not wait for it.
const (
	fetchTimeout   = 10 * time.Second
	refreshEvery   = time.Hour
	unknownKeyWait = 30 * time.Second
	leeway         = 30 * time.Second // between the clocks of the issuer and this machine
)

// NewJWT reads the issuer's keys, and goes on reading them from a URL until ctx ends.
func NewJWT(ctx context.Context, opts JWTOptions) (*JWT, error) {
	if opts.Issuer == "" || opts.Audience == "" {
		return nil, errors.New("the issuer and the audience of tokens must both be given: else any token of that issuer, meant for any service, would do")
	}
	keys, err := readKeys(ctx, opts)
	if err != nil {
		return nil, fmt.Errorf("keys of %s: %w", opts.Keys, err)
	}
	return &JWT{
		keys: keys,
		parser: jwt.NewParser(
			// Only signatures with a public key: a key set is no place for secrets.
			jwt.WithValidMethods([]string{"RS256", "RS384", "RS512", "PS256", "PS384", "PS512", "ES256", "ES384", "ES512", "EdDSA"}),
			jwt.WithIssuer(opts.Issuer), jwt.WithAudience(opts.Audience),
			jwt.WithExpirationRequired(), jwt.WithLeeway(leeway),
		),
		claim: strings.Split(cmp.Or(opts.RoleClaim, "roles"), "."),
	}, nil
}

func readKeys(ctx context.Context, opts JWTOptions) (keyfunc.Keyfunc, error) {
	if !strings.Contains(opts.Keys, "://") {
		raw, err := os.ReadFile(opts.Keys)
		if err != nil {
			return nil, err
		}
		return keyfunc.NewJWKSetJSON(raw)
	}
	if !isSafe(opts.Keys) {
		return nil, errors.New("the URL must begin with https:// (http:// only on this machine): who can change the keys can make tokens")
	}
	log, mustAnswer := cmp.Or(opts.Logger, slog.Default()), false
	return keyfunc.NewDefaultOverrideCtx(ctx, []string{opts.Keys}, keyfunc.Override{
		HTTPTimeout:               fetchTimeout,
		NoErrorReturnFirstHTTPReq: &mustAnswer,
		RefreshInterval:           refreshEvery,
		RefreshUnknownKID:         rate.NewLimiter(rate.Every(unknownKeyWait), 1),
		RateLimitWaitMax:          100 * time.Millisecond, // who would wait longer is refused at once
		RefreshErrorHandlerFunc: func(u string) func(context.Context, error) {
			return func(ctx context.Context, err error) {
				log.WarnContext(ctx, "auth: keys could not be fetched", "url", u, "error", err)
			}
		},
	})
}

// isSafe tells whether nobody on the way can change what the URL gives.
func isSafe(keys string) bool {
	u, err := url.Parse(keys)
	if err != nil || u.Host == "" {
		return false
	}
	ip := net.ParseIP(u.Hostname())
	here := u.Hostname() == "localhost" || ip != nil && ip.IsLoopback()
	return u.Scheme == "https" || u.Scheme == "http" && here
}

// Authenticate implements [Authenticator]. The name is the claim sub.
func (j *JWT) Authenticate(ctx context.Context, token string) (Identity, error) {
	claims := jwt.MapClaims{}
	if _, err := j.parser.ParseWithClaims(token, claims, j.keys.KeyfuncCtx(ctx)); err != nil {
		return Identity{}, explain(ctx, err)
	}
	name, err := claims.GetSubject()
	if err != nil || name == "" {
		return Identity{}, fmt.Errorf("%w: the token has no subject", ErrUnauthenticated)
	}
	return Identity{Name: name, Role: j.role(claims)}, nil
}

// explain says what is wrong with a token, without what the library says of keys.
func explain(ctx context.Context, err error) error {
	if ctx.Err() != nil {
		return ctx.Err()
	}
	for _, why := range []struct {
		err  error
		text string
	}{
		{jwt.ErrTokenMalformed, "it is not a JSON Web Token"},
		{jwt.ErrTokenExpired, "it has expired"},
		{jwt.ErrTokenNotValidYet, "it is not valid yet"},
		{jwt.ErrTokenInvalidIssuer, "it is from another issuer"},
		{jwt.ErrTokenInvalidAudience, "it is for another audience"},
		{jwt.ErrTokenRequiredClaimMissing, "it lacks a claim among exp, iss and aud"},
	} {
		if errors.Is(err, why.err) {
			return fmt.Errorf("%w: the token is no good: %s", ErrUnauthenticated, why.text)
		}
	}
	return fmt.Errorf("%w: the token is no good: its signature is not one of the issuer's keys", ErrUnauthenticated)
}

// role is the greatest of those that the claims name; other services' roles may stand beside them.
func (j *JWT) role(claims map[string]any) Role {
	greatest := None
	for _, name := range names(find(claims, j.claim)) {
		if r, err := ParseRole(name); err == nil {
			greatest = max(greatest, r)
		}
	}
	return greatest
}

func find(v any, path []string) any {
	for _, name := range path {
		object, ok := v.(map[string]any)
		if !ok {
			return nil
		}
		v = object[name]
	}
	return v
}

// names reads a list of texts, or one text with spaces, as the claim scope has it.
func names(v any) []string {
	switch v := v.(type) {
	case string:
		return strings.Fields(v)
	case []any:
		var out []string
		for _, one := range v {
			if s, ok := one.(string); ok {
				out = append(out, s)
			}
		}
		return out
	}
	return nil
}
