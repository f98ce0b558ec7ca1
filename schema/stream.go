package schema

import (
	"bufio"
	"context"
	"net"
	"net/http"
	"net/url"
	"slices"
	"strings"
	"sync"
	"time"

	"github.com/99designs/gqlgen/graphql/handler/transport"
	"github.com/coder/websocket"

	"github.com/newsgraph/newsgraph/schema/auth"
)

// pulse is how often something is sent to those who follow, so that nothing between takes the connection for dead, and
// their silence is noticed.
const pulse = 20 * time.Second

// isWebSocket tells whether a request wants to become a WebSocket.
func isWebSocket(r *http.Request) bool {
	return r.Method == http.MethodGet && strings.EqualFold(r.Header.Get("Upgrade"), "websocket")
}

// isStream tells whether the answers to a request come one after the other, for as long as the client likes.
func isStream(r *http.Request) bool {
	return isWebSocket(r) || r.Method == http.MethodPost && strings.Contains(r.Header.Get("Accept"), "text/event-stream")
}

// stream is the writer of a stream. Each write has to be taken within the timeout: a client that does not read is let go, and nothing piles
// up for it.
type stream struct {
	http.ResponseWriter
	timeout time.Duration
	mu      sync.Mutex
	ended   bool
}

var (
	_ http.Flusher  = (*stream)(nil)
	_ http.Hijacker = (*stream)(nil)
)

// Write sends bytes, unless the stream has ended.
func (s *stream) Write(p []byte) (int, error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.ended {
		return 0, http.ErrHandlerTimeout
	}
	// What has no deadlines (a recorder of tests) has no slow clients either.
	_ = http.NewResponseController(s.ResponseWriter).SetWriteDeadline(time.Now().Add(s.timeout))
	return s.ResponseWriter.Write(p)
}

// Flush sends what was written.
func (s *stream) Flush() {
	s.mu.Lock()
	defer s.mu.Unlock()
	if !s.ended {
		_ = http.NewResponseController(s.ResponseWriter).Flush()
	}
}

// Hijack hands out the connection.
func (s *stream) Hijack() (net.Conn, *bufio.ReadWriter, error) {
	conn, rw, err := http.NewResponseController(s.ResponseWriter).Hijack()
	if err != nil {
		return nil, nil, err
	}
	_ = conn.SetDeadline(time.Time{})
	slow := &patient{Conn: conn, timeout: s.timeout}
	return slow, bufio.NewReadWriter(rw.Reader, bufio.NewWriter(slow)), nil
}

// end keeps goroutines of the transport that are late from writing to what is another request's by now.
func (s *stream) end() {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.ended = true
}

// patient is a connection whose writes have to be taken within a time.
type patient struct {
	net.Conn
	timeout time.Duration
}

// Write sends bytes.
func (p *patient) Write(b []byte) (int, error) {
	if err := p.SetWriteDeadline(time.Now().Add(p.timeout)); err != nil {
		return 0, err
	}
	return p.Conn.Write(b)
}

// webSocket is the transport of WebSockets, of which the gate has checked the origin.
func webSocket(o Options, admit *admission) transport.Websocket {
	most := o.MaxBody
	return transport.Websocket{
		Implementation: sockets{accept: transport.CoderWebsocketImplementation{AcceptOptions: websocket.AcceptOptions{InsecureSkipVerify: true}}, running: o.Running},
		InitTimeout:    o.Timeout,
		InitFunc: func(ctx context.Context, p transport.InitPayload) (context.Context, *transport.InitPayload, error) {
			return initialize(ctx, p, admit)
		},
		KeepAlivePingInterval: pulse,
		PingPongInterval:      pulse,
		PayloadReadLimit:      &most,
	}
}

// Codes with which the protocol graphql-transport-ws closes.
const closeForbidden = 4403

// initialize tells who is at the other end of a WebSocket: by the header of its request, or else by the token in the payload of
// connection_init, since pages in a browser cannot set headers.
func initialize(ctx context.Context, payload transport.InitPayload, admit *admission) (context.Context, *transport.InitPayload, error) {
	if auth.From(ctx).Role != auth.None || admit.opts.Auth == nil {
		return ctx, nil, nil
	}
	who, err := admit.opts.Auth.Authenticate(ctx, auth.Token(payload.Authorization()))
	if err != nil {
		refused := transport.AppendCloseReason(transport.WithWebsocketCloseCode(ctx, closeForbidden), "connection_init must have a good token: {\"Authorization\": \"Bearer TOKEN\"}")
		return refused, nil, err
	}
	return auth.With(ctx, who), nil, nil
}

// sockets accepts WebSockets. Those that end because the server does say so, and their clients come back.
type sockets struct {
	accept  transport.WebsocketImplementation
	running context.Context
}

// Accept implements [transport.WebsocketImplementation].
func (s sockets) Accept(w http.ResponseWriter, r *http.Request, o transport.WebsocketAcceptOptions) (transport.WebsocketConn, error) {
	conn, err := s.accept.Accept(w, r, o)
	if err != nil {
		return nil, err
	}
	return &socket{WebsocketConn: conn, running: s.running}, nil
}

type socket struct {
	transport.WebsocketConn
	running context.Context
}

var _ interface {
	transport.WebsocketReadLimiter
	transport.WebsocketReadDeadliner
} = (*socket)(nil)

// WriteClose closes the connection.
func (s *socket) WriteClose(code int, message string) error {
	if s.running.Err() != nil {
		code, message = int(websocket.StatusGoingAway), "the server stops"
	}
	return s.WebsocketConn.WriteClose(code, message)
}

// SetReadLimit bounds the messages of the client.
func (s *socket) SetReadLimit(limit int64) {
	if c, ok := s.WebsocketConn.(transport.WebsocketReadLimiter); ok {
		c.SetReadLimit(limit)
	}
}

// SetReadDeadline sets when the client must have been heard.
func (s *socket) SetReadDeadline(t time.Time) error {
	if c, ok := s.WebsocketConn.(transport.WebsocketReadDeadliner); ok {
		return c.SetReadDeadline(t)
	}
	return nil
}

// checkOrigin refuses pages of other sites: browsers let any page open a WebSocket anywhere.
func (g *gate) checkOrigin(r *http.Request) *refusal {
	origin := r.Header.Get("Origin")
	if origin == "" || slices.Contains(g.opts.CORS, origin) {
		return nil
	}
	if u, err := url.Parse(origin); err == nil && strings.EqualFold(u.Host, r.Host) {
		return nil
	}
	return refuse(http.StatusForbidden, codeForbidden, "pages of %s may not connect (set by --cors)", origin)
}

// checkSocket refuses a WebSocket of another protocol.
func (g *gate) checkSocket(r *http.Request) *refusal {
	if refused := g.checkOrigin(r); refused != nil {
		return refused
	}
	for _, protocols := range r.Header.Values("Sec-Websocket-Protocol") {
		for p := range strings.SplitSeq(protocols, ",") {
			if p = strings.TrimSpace(p); p == "graphql-transport-ws" || p == "graphql-ws" {
				return nil
			}
		}
	}
	return refuse(http.StatusBadRequest, codeBadRequest, "the WebSocket must speak graphql-transport-ws: name it in Sec-WebSocket-Protocol")
}
