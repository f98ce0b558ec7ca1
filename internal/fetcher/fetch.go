// Package fetcher gets web pages that somebody else names, without being led into the network in which it runs: what is connected to
// is looked at when the name has been resolved, at each redirect again.
package fetcher

import (
	"context"
	"errors"
	"fmt"
	"io"
	"mime"
	"net"
	"net/http"
	"net/netip"
	"net/url"
	"slices"
	"time"

	"golang.org/x/net/html/charset"
)

// The errors of the package. Their text says what is wrong and is good for whoever named the page.
var (
	// ErrURL is returned for what is not the address of a page on the web.
	ErrURL = errors.New("not a web address")
	// ErrForbidden is returned for an address that leads to this machine or its network, or to a port that is not the web's.
	ErrForbidden = errors.New("not a public address")
	// ErrAnswer is returned when no page came: no such host, no answer in time, an error of the server.
	ErrAnswer = errors.New("no page came")
	// ErrTooLarge is returned for a page over the limit.
	ErrTooLarge = errors.New("too large")
	// ErrType is returned for what is neither HTML nor text.
	ErrType = errors.New("neither HTML nor text")
)

// Options bounds what is fetched. The zero value of a field means its default.
type Options struct {
	MaxBytes int64         // of a page; 4 MiB
	Timeout  time.Duration // for all of it, redirects included; 5 s
	// Networks are allowed besides the public ones, on all ports: those of one's own servers.
	Networks []netip.Prefix
}

// maxRedirects is how often a server may send on to another address.
const maxRedirects = 5

// Fetcher fetches pages. It may be used by many goroutines at once.
type Fetcher struct {
	client *http.Client
	opts   Options
}

// New returns a fetcher; opts may be nil.
func New(opts *Options) *Fetcher {
	var o Options
	if opts != nil {
		o = *opts
	}
	if o.MaxBytes == 0 {
		o.MaxBytes = 4 << 20
	}
	if o.Timeout == 0 {
		o.Timeout = 5 * time.Second
	}
	dialer := &net.Dialer{Timeout: o.Timeout, ControlContext: guard(o.Networks)}
	return &Fetcher{opts: o, client: &http.Client{
		// No proxy: it would resolve names by itself, behind the guard.
		Transport: &http.Transport{
			DialContext: dialer.DialContext, ForceAttemptHTTP2: true, TLSHandshakeTimeout: o.Timeout, ResponseHeaderTimeout: o.Timeout,
			MaxResponseHeaderBytes: 64 << 10, DisableKeepAlives: true,
		},
		CheckRedirect: func(r *http.Request, before []*http.Request) error {
			if len(before) > maxRedirects {
				return fmt.Errorf("%w: it leads on more than %d times", ErrAnswer, maxRedirects)
			}
			return check(r.URL)
		},
	}}
}

// check refuses addresses that no page has, before anything is resolved.
func check(u *url.URL) error {
	switch {
	case u.Scheme != "http" && u.Scheme != "https", u.Hostname() == "":
		return fmt.Errorf("%w: %q must begin with http:// or https:// and a host", ErrURL, u.Redacted())
	case u.User != nil:
		return fmt.Errorf("%w: %q has a user in it, leave that out", ErrURL, u.Redacted())
	}
	return nil
}

// Page is a page that was fetched.
type Page struct {
	URL  string // where it was found in the end
	HTML bool   // else it is plain text
	Text string // what came, in UTF-8
}

// Get fetches the page at an address. Errors wrap one of the package's, or are the context's own.
func (f *Fetcher) Get(ctx context.Context, address string) (*Page, error) {
	u, err := url.Parse(address)
	if err != nil {
		return nil, fmt.Errorf("%w: %q", ErrURL, address)
	}
	if err := check(u); err != nil {
		return nil, err
	}
	inTime, cancel := context.WithTimeout(ctx, f.opts.Timeout)
	defer cancel()
	request, err := http.NewRequestWithContext(inTime, http.MethodGet, u.String(), nil)
	if err != nil {
		return nil, fmt.Errorf("%w: %q", ErrURL, address)
	}
	request.Header.Set("User-Agent", "newsgraph")
	request.Header.Set("Accept", "text/html, application/xhtml+xml, text/plain")
	answer, err := f.client.Do(request)
	if err != nil {
		return nil, f.explain(ctx, u, err)
	}
	defer answer.Body.Close() //nolint:errcheck // it has been read
	page, err := f.read(answer)
	if err != nil {
		return nil, f.explain(ctx, u, err)
	}
	return page, nil
}

// read takes the page out of an answer.
func (f *Fetcher) read(answer *http.Response) (*Page, error) {
	if answer.StatusCode != http.StatusOK {
		return nil, fmt.Errorf("%w: the server answers %s", ErrAnswer, answer.Status)
	}
	contentType := answer.Header.Get("Content-Type")
	media, _, _ := mime.ParseMediaType(contentType) // "" for none, which is refused
	if !slices.Contains([]string{"text/html", "application/xhtml+xml", "text/plain"}, media) {
		return nil, fmt.Errorf("%w: it is %q", ErrType, contentType)
	}
	raw, err := io.ReadAll(io.LimitReader(answer.Body, f.opts.MaxBytes+1))
	if err != nil {
		return nil, err
	}
	if int64(len(raw)) > f.opts.MaxBytes {
		return nil, fmt.Errorf("%w: the page has more than %d bytes", ErrTooLarge, f.opts.MaxBytes)
	}
	encoding, _, _ := charset.DetermineEncoding(raw[:min(len(raw), 1024)], contentType)
	text, err := encoding.NewDecoder().Bytes(raw)
	if err != nil {
		return nil, fmt.Errorf("%w: it is in no known encoding", ErrType)
	}
	return &Page{URL: answer.Request.URL.String(), HTML: media != "text/plain", Text: string(text)}, nil
}

// explain says what went wrong without telling of the network in which the server runs: neither addresses nor which ports answer.
func (f *Fetcher) explain(ctx context.Context, u *url.URL, err error) error {
	if ctx.Err() != nil {
		return ctx.Err()
	}
	var late net.Error
	var unknown *net.DNSError
	switch {
	case errors.Is(err, ErrForbidden):
		return fmt.Errorf("%w: %s leads to an address or a port that this server does not fetch from", ErrForbidden, u.Redacted())
	case errors.Is(err, ErrURL), errors.Is(err, ErrAnswer), errors.Is(err, ErrTooLarge), errors.Is(err, ErrType):
		return fmt.Errorf("%s: %w", u.Redacted(), unwrapped(err))
	case errors.As(err, &unknown):
		return fmt.Errorf("%w: there is no host %s", ErrAnswer, u.Hostname())
	case errors.As(err, &late) && late.Timeout():
		return fmt.Errorf("%w: %s did not answer within %s", ErrAnswer, u.Redacted(), f.opts.Timeout)
	}
	return fmt.Errorf("%w: %s does not answer", ErrAnswer, u.Redacted())
}

// unwrapped takes off what the client of package http puts around the errors of redirects.
func unwrapped(err error) error {
	var around *url.Error
	if errors.As(err, &around) {
		return around.Err
	}
	return err
}
