package fetcher

import (
	"context"
	"errors"
	"net/http"
	"net/http/httptest"
	"net/netip"
	"strings"
	"testing"
	"time"
)

// here is the network of the servers of these tests.
func here() []netip.Prefix { return []netip.Prefix{netip.MustParsePrefix("127.0.0.1/32")} }

func pages(t *testing.T) *httptest.Server {
	t.Helper()
	stop := make(chan struct{})
	mux := http.NewServeMux()
	give := func(path, contentType, body string) {
		mux.HandleFunc(path, func(w http.ResponseWriter, _ *http.Request) {
			w.Header().Set("Content-Type", contentType)
			_, _ = w.Write([]byte(body))
		})
	}
	give("/html", "text/html; charset=utf-8", "<p>Grüße</p>")
	give("/latin", "text/html; charset=iso-8859-1", "<p>Gr\xfc\xdfe</p>")
	give("/text", "text/plain", "Hello")
	give("/picture", "image/png", "\x89PNG")
	give("/untyped", "", "x")
	give("/large", "text/plain", strings.Repeat("x", 2000))
	mux.Handle("/moved", http.RedirectHandler("/html", http.StatusFound))
	mux.Handle("/loop", http.RedirectHandler("/loop", http.StatusFound))
	mux.Handle("/away", http.RedirectHandler("http://127.0.0.2:80/", http.StatusFound))
	mux.Handle("/file", http.RedirectHandler("file:///etc/hostname", http.StatusFound))
	mux.Handle("/gone", http.NotFoundHandler())
	mux.HandleFunc("/slow", func(_ http.ResponseWriter, r *http.Request) {
		select {
		case <-stop:
		case <-r.Context().Done():
		}
	})
	s := httptest.NewServer(mux)
	t.Cleanup(s.Close)
	t.Cleanup(func() { close(stop) })
	return s
}

func TestGet(t *testing.T) {
	t.Parallel()
	s := pages(t)
	f := New(&Options{MaxBytes: 1000, Timeout: time.Second, Networks: here()})
	for path, want := range map[string]struct {
		page Page
		err  error
	}{
		"/html":    {page: Page{URL: s.URL + "/html", HTML: true, Text: "<p>Grüße</p>"}},
		"/latin":   {page: Page{URL: s.URL + "/latin", HTML: true, Text: "<p>Grüße</p>"}},
		"/text":    {page: Page{URL: s.URL + "/text", Text: "Hello"}},
		"/moved":   {page: Page{URL: s.URL + "/html", HTML: true, Text: "<p>Grüße</p>"}},
		"/picture": {err: ErrType},
		"/untyped": {err: ErrType},
		"/large":   {err: ErrTooLarge},
		"/loop":    {err: ErrAnswer},
		"/gone":    {err: ErrAnswer},
		"/slow":    {err: ErrAnswer},
		"/away":    {err: ErrForbidden},
		"/file":    {err: ErrURL},
	} {
		t.Run(path, func(t *testing.T) {
			t.Parallel()
			got, err := f.Get(t.Context(), s.URL+path)
			if want.err != nil {
				if !errors.Is(err, want.err) {
					t.Errorf("%+v, %v, want %v", got, err, want.err)
				}
				return
			}
			if err != nil || *got != want.page {
				t.Errorf("%+v, %v, want %+v", got, err, want.page)
			}
		})
	}
}

// TestPrivate asks a fetcher that knows no network of its own for what only this machine reaches. None of these connects.
func TestPrivate(t *testing.T) {
	t.Parallel()
	s := pages(t)
	f := New(nil)
	for address, want := range map[string]error{
		s.URL + "/html":                          ErrForbidden,
		"http://localhost/":                      ErrForbidden,
		"http://127.1:80/":                       ErrForbidden,
		"http://[::1]/":                          ErrForbidden,
		"http://[::ffff:127.0.0.1]/":             ErrForbidden,
		"http://0.0.0.0/":                        ErrForbidden,
		"http://10.0.0.1/":                       ErrForbidden,
		"http://192.168.1.1/":                    ErrForbidden,
		"http://169.254.169.254/latest/meta":     ErrForbidden,
		"http://100.64.0.1/":                     ErrForbidden,
		"http://[fd00::1]/":                      ErrForbidden,
		"http://[fe80::1]/":                      ErrForbidden,
		"http://[64:ff9b::7f00:1]/":              ErrForbidden,
		"http://93.184.216.34:22/":               ErrForbidden,
		"ftp://news.example/":                    ErrURL,
		"file:///etc/hostname":                   ErrURL,
		"http:///x":                              ErrURL,
		"http://user:password@news.example/":     ErrURL,
		"javascript:alert(1)":                    ErrURL,
		"":                                       ErrURL,
		"http://\x7f/":                           ErrURL,
		"http://no-such-host.newsgraph.invalid/": ErrAnswer,
	} {
		t.Run(address, func(t *testing.T) {
			t.Parallel()
			_, err := f.Get(t.Context(), address)
			if address == "http://127.1:80/" && errors.Is(err, ErrAnswer) {
				return // resolvers differ in taking this for an address
			}
			if !errors.Is(err, want) {
				t.Errorf("%v, want %v", err, want)
			}
			if err != nil && strings.Contains(err.Error(), "password") {
				t.Errorf("tells a password: %v", err)
			}
		})
	}
}

func TestGetEndsWithItsContext(t *testing.T) {
	t.Parallel()
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	if _, err := New(&Options{Networks: here()}).Get(ctx, pages(t).URL+"/slow"); !errors.Is(err, context.Canceled) {
		t.Errorf("%v", err)
	}
}
