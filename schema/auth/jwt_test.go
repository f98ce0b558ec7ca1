package auth_test

import (
	"context"
	"crypto/ecdsa"
	"crypto/elliptic"
	"crypto/rand"
	"encoding/base64"
	"encoding/json"
	"errors"
	"log/slog"
	"net/http"
	"net/http/httptest"
	"os"
	"path/filepath"
	"strings"
	"sync/atomic"
	"testing"
	"time"

	"github.com/golang-jwt/jwt/v5"

	"github.com/newsgraph/newsgraph/schema/auth"
)

const issuer, audience = "https://id.example", "newsgraph"

// issuerKey is a key of an issuer, made for the test.
type issuerKey struct {
	id      string
	private *ecdsa.PrivateKey
}

func newKey(t *testing.T, id string) issuerKey {
	t.Helper()
	private, err := ecdsa.GenerateKey(elliptic.P256(), rand.Reader)
	if err != nil {
		t.Fatal(err)
	}
	return issuerKey{id: id, private: private}
}

// set is the JSON Web Key Set of keys.
func set(t *testing.T, keys ...issuerKey) string {
	t.Helper()
	list := []map[string]string{}
	for _, k := range keys {
		point, err := k.private.PublicKey.Bytes() // 4, x, y
		if err != nil {
			t.Fatal(err)
		}
		encode := base64.RawURLEncoding.EncodeToString
		list = append(list, map[string]string{
			"kty": "EC", "crv": "P-256", "alg": "ES256", "use": "sig", "kid": k.id, "x": encode(point[1:33]), "y": encode(point[33:]),
		})
	}
	out, err := json.Marshal(map[string]any{"keys": list})
	if err != nil {
		t.Fatal(err)
	}
	return string(out)
}

func (k issuerKey) sign(t *testing.T, claims jwt.MapClaims) string {
	t.Helper()
	token := jwt.NewWithClaims(jwt.SigningMethodES256, claims)
	token.Header["kid"] = k.id
	text, err := token.SignedString(k.private)
	if err != nil {
		t.Fatal(err)
	}
	return text
}

// claims are good ones, with changes; a change to nil takes one out.
func claims(changes jwt.MapClaims) jwt.MapClaims {
	out := jwt.MapClaims{
		"iss": issuer, "aud": []string{audience, "other"}, "sub": "ana", "exp": time.Now().Add(time.Hour).Unix(), "roles": []string{"editor"},
	}
	for name, v := range changes {
		out[name] = v
		if v == nil {
			delete(out, name)
		}
	}
	return out
}

func keyFile(t *testing.T, set string) string {
	t.Helper()
	path := filepath.Join(t.TempDir(), "keys.json")
	if err := os.WriteFile(path, []byte(set), 0o600); err != nil {
		t.Fatal(err)
	}
	return path
}

func TestJWT(t *testing.T) {
	t.Parallel()
	key := newKey(t, "k1")
	a, err := auth.NewJWT(t.Context(), auth.JWTOptions{Keys: keyFile(t, set(t, key)), Issuer: issuer, Audience: audience})
	if err != nil {
		t.Fatal(err)
	}
	unsigned, err := jwt.NewWithClaims(jwt.SigningMethodNone, claims(nil)).SignedString(jwt.UnsafeAllowNoneSignatureType)
	if err != nil {
		t.Fatal(err)
	}
	symmetric, err := jwt.NewWithClaims(jwt.SigningMethodHS256, claims(nil)).SignedString([]byte(set(t, key)))
	if err != nil {
		t.Fatal(err)
	}
	good := key.sign(t, claims(nil))
	for name, tc := range map[string]struct{ token, says string }{
		"good":             {good, ""},
		"another key":      {newKey(t, "k1").sign(t, claims(nil)), "signature"},
		"an unknown key":   {newKey(t, "k2").sign(t, claims(nil)), "signature"},
		"a changed text":   {good[:len(good)-4] + "AAAA", "signature"},
		"unsigned":         {unsigned, "signature"},
		"symmetric":        {symmetric, "signature"},
		"expired":          {key.sign(t, claims(jwt.MapClaims{"exp": time.Now().Add(-time.Hour).Unix()})), "expired"},
		"without end":      {key.sign(t, claims(jwt.MapClaims{"exp": nil})), "lacks"},
		"not yet":          {key.sign(t, claims(jwt.MapClaims{"nbf": time.Now().Add(time.Hour).Unix()})), "not valid yet"},
		"another issuer":   {key.sign(t, claims(jwt.MapClaims{"iss": "https://evil.example"})), "another issuer"},
		"another audience": {key.sign(t, claims(jwt.MapClaims{"aud": "other"})), "another audience"},
		"of nobody":        {key.sign(t, claims(jwt.MapClaims{"sub": nil})), "no subject"},
		"no token":         {"x.y", "not a JSON Web Token"},
		"empty":            {"", "not a JSON Web Token"},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			who, err := a.Authenticate(t.Context(), tc.token)
			if tc.says == "" {
				if err != nil || who != (auth.Identity{Name: "ana", Role: auth.Editor}) {
					t.Errorf("%+v %v", who, err)
				}
				return
			}
			if !errors.Is(err, auth.ErrUnauthenticated) || !strings.Contains(err.Error(), tc.says) || who != (auth.Identity{}) {
				t.Errorf("%+v %v", who, err)
			}
		})
	}
}

func TestJWTRoles(t *testing.T) {
	t.Parallel()
	key := newKey(t, "k1")
	for name, tc := range map[string]struct {
		claim  string
		claims jwt.MapClaims
		want   auth.Role
	}{
		"a list":         {"", jwt.MapClaims{"roles": []string{"other", "reader", "admin"}}, auth.Admin},
		"a text":         {"scope", jwt.MapClaims{"scope": "openid reader"}, auth.Reader},
		"in an object":   {"realm_access.roles", jwt.MapClaims{"realm_access": map[string]any{"roles": []string{"editor"}}}, auth.Editor},
		"none":           {"", jwt.MapClaims{"roles": nil}, auth.None},
		"unknown":        {"", jwt.MapClaims{"roles": []any{"root", 7}}, auth.None},
		"of a number":    {"roles.x", jwt.MapClaims{"roles": 3}, auth.None},
		"beside another": {"ng", jwt.MapClaims{"roles": []string{"admin"}}, auth.None},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			a, err := auth.NewJWT(t.Context(), auth.JWTOptions{Keys: keyFile(t, set(t, key)), Issuer: issuer, Audience: audience, RoleClaim: tc.claim})
			if err != nil {
				t.Fatal(err)
			}
			if who, err := a.Authenticate(t.Context(), key.sign(t, claims(tc.claims))); err != nil || who.Role != tc.want {
				t.Errorf("%+v %v, want %s", who, err, tc.want)
			}
		})
	}
}

// TestJWTKeyChanges fetches keys from a URL: a new key of the issuer is known at its first token.
func TestJWTKeyChanges(t *testing.T) {
	t.Parallel()
	before, after := newKey(t, "k1"), newKey(t, "k2")
	var keys atomic.Value
	keys.Store(set(t, before))
	server := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, _ *http.Request) {
		_, _ = w.Write([]byte(keys.Load().(string)))
	}))
	defer server.Close()
	ctx, cancel := context.WithCancel(t.Context())
	defer cancel()
	a, err := auth.NewJWT(ctx, auth.JWTOptions{Keys: server.URL, Issuer: issuer, Audience: audience, Logger: slog.New(slog.DiscardHandler)})
	if err != nil {
		t.Fatal(err)
	}
	if _, err := a.Authenticate(ctx, before.sign(t, claims(nil))); err != nil {
		t.Error(err)
	}
	keys.Store(set(t, before, after))
	if _, err := a.Authenticate(ctx, after.sign(t, claims(nil))); err != nil {
		t.Error(err)
	}
	// The next unknown key does not fetch again so soon, and does not wait for it either.
	if _, err := a.Authenticate(ctx, newKey(t, "k3").sign(t, claims(nil))); !errors.Is(err, auth.ErrUnauthenticated) {
		t.Error(err)
	}
}

func TestNewJWTRefuses(t *testing.T) {
	t.Parallel()
	broken := httptest.NewServer(http.NotFoundHandler())
	defer broken.Close()
	for name, opts := range map[string]auth.JWTOptions{
		"no issuer":           {Keys: keyFile(t, set(t, newKey(t, "k"))), Audience: audience},
		"no audience":         {Keys: keyFile(t, set(t, newKey(t, "k"))), Issuer: issuer},
		"no file":             {Keys: filepath.Join(t.TempDir(), "none.json"), Issuer: issuer, Audience: audience},
		"no key set":          {Keys: keyFile(t, "x"), Issuer: issuer, Audience: audience},
		"keys in the clear":   {Keys: "http://id.example/keys", Issuer: issuer, Audience: audience},
		"a server without it": {Keys: broken.URL, Issuer: issuer, Audience: audience, Logger: slog.New(slog.DiscardHandler)},
	} {
		t.Run(name, func(t *testing.T) {
			ctx, cancel := context.WithCancel(t.Context())
			defer cancel()
			if _, err := auth.NewJWT(ctx, opts); err == nil {
				t.Error("is taken")
			}
		})
	}
}
