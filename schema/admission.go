package schema

import (
	"errors"
	"math"
	"net"
	"net/http"
	"net/netip"
	"strconv"
	"sync"
	"time"

	lru "github.com/hashicorp/golang-lru/v2"
	"golang.org/x/time/rate"

	"github.com/newsgraph/newsgraph/schema/auth"
)

// rememberedClients is how many clients' rates are known at once: those that came last. It bounds memory; one who
// comes back after so many others starts anew.
const rememberedClients = 10_000

// admission knows who may enter now.
type admission struct {
	opts    Options
	places  chan struct{} // one taken for each request within, streams aside; nil: any number
	streams *slots
	clients *lru.Cache[string, *rate.Limiter]
}

func newAdmission(o Options) *admission {
	clients, err := lru.New[string, *rate.Limiter](rememberedClients)
	if err != nil {
		panic(err) // only a size below 1 is refused
	}
	a := &admission{opts: o, clients: clients, streams: newSlots(o)}
	if o.MaxConcurrent > 0 {
		a.places = make(chan struct{}, o.MaxConcurrent)
	}
	return a
}

// enter tells who asks, and whether they may enter; leave must be called in any case.
func (a *admission) enter(w http.ResponseWriter, r *http.Request) (who auth.Identity, leave func(), _ *refusal) {
	leave = func() {}
	who, stranger := a.identify(w, r)
	if refused := a.pace(w, r, who); refused != nil {
		return who, leave, refused
	}
	if stranger != nil {
		return who, leave, stranger
	}
	take := a.place
	if isStream(r) {
		take = func() (func(), *refusal) { return a.streams.take(clientOf(who, clientIP(r)), "connections") }
	}
	free, refused := take()
	if refused != nil {
		w.Header().Set("Retry-After", "1")
		return who, leave, refused
	}
	return who, free, nil
}

// place takes one of the places of requests that are being answered.
func (a *admission) place() (free func(), _ *refusal) {
	if a.places == nil {
		return func() {}, nil
	}
	select {
	case a.places <- struct{}{}:
		return sync.OnceFunc(func() { <-a.places }), nil
	default:
		return nil, refuse(http.StatusServiceUnavailable, "TOO_BUSY", "%d requests are being answered, which is the limit; try again", a.opts.MaxConcurrent).
			limit("maxConcurrent", a.opts.MaxConcurrent)
	}
}

// identify tells who asks.
func (a *admission) identify(w http.ResponseWriter, r *http.Request) (auth.Identity, *refusal) {
	if a.opts.Auth == nil || r.Method == http.MethodOptions {
		return auth.Identity{Role: auth.Reader}, nil
	}
	token := auth.Bearer(r)
	if token == "" && isWebSocket(r) {
		return auth.Identity{}, nil // it says so when it is connected
	}
	if token == "" {
		w.Header().Set("WWW-Authenticate", "Bearer")
		return auth.Identity{}, refuse(http.StatusUnauthorized, codeUnauthenticated, "the header Authorization must have a token: Bearer TOKEN")
	}
	who, err := a.opts.Auth.Authenticate(r.Context(), token)
	switch {
	case err == nil:
		return who, nil
	case errors.Is(err, auth.ErrUnauthenticated):
		w.Header().Set("WWW-Authenticate", `Bearer error="invalid_token"`)
		return auth.Identity{}, refuse(http.StatusUnauthorized, codeUnauthenticated, "%v", err)
	}
	a.opts.Logger.ErrorContext(r.Context(), "auth: cannot tell who asks", "request", requestOf(r.Context()).id, "error", err)
	return auth.Identity{}, refuse(http.StatusServiceUnavailable, codeUnavailable, "it cannot be told now who asks; try again later")
}

// pace refuses a client who asks too often.
func (a *admission) pace(w http.ResponseWriter, r *http.Request, who auth.Identity) *refusal {
	refused := a.paced(clientOf(who, clientIP(r)))
	if refused != nil {
		wait := time.Duration(float64(time.Second) / a.opts.Rate)
		w.Header().Set("Retry-After", strconv.Itoa(int(math.Ceil(wait.Seconds()))))
	}
	return refused
}

// clientOf is who a client is for limits: a user, or an address when users are not known.
func clientOf(who auth.Identity, ip string) string {
	if who.Name != "" {
		return "user " + who.Name
	}
	return "address " + network(ip)
}

// paced refuses a client who asks too often.
func (a *admission) paced(client string) *refusal {
	if a.opts.Rate < 0 {
		return nil
	}
	fresh := rate.NewLimiter(rate.Limit(a.opts.Rate), a.opts.Burst)
	limiter, known, _ := a.clients.PeekOrAdd(client, fresh)
	if known {
		a.clients.Get(client) // it came last
	} else {
		limiter = fresh
	}
	if limiter.Allow() {
		return nil
	}
	return refuse(http.StatusTooManyRequests, "RATE_LIMITED", "you may ask %g times a second; try again later", a.opts.Rate).limit("rate", a.opts.Rate)
}

// clientIP is the address from which a request came. Headers that name another are anybody's to write.
func clientIP(r *http.Request) string {
	host, _, err := net.SplitHostPort(r.RemoteAddr)
	if err != nil {
		return r.RemoteAddr
	}
	return host
}

// network is what one client holds: an address of IPv4, or 64 bits of IPv6.
func network(ip string) string {
	addr, err := netip.ParseAddr(ip)
	if err != nil {
		return ip
	}
	addr = addr.Unmap().WithZone("")
	if addr.Is4() {
		return addr.String()
	}
	// 64 bits are within the 128 of an address.
	prefix, _ := addr.Prefix(64)
	return prefix.String()
}
