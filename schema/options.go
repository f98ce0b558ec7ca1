package schema

import (
	"cmp"
	"context"
	"log/slog"
	"time"

	"github.com/newsgraph/newsgraph/schema/auth"
	"github.com/newsgraph/newsgraph/schema/intake"
)

// Options bounds what may be asked, and says who may ask. The zero value of a field means its default. The sizes of
// pages and filters are bounded by [graph.Options].
//
// A request over a limit is refused with an error that names the limit in its extensions: limit is the field's
// name here with a small first letter, max its value, flag the option of `newsgraph serve` that sets it.
type Options struct {
	MaxBody       int64         // bytes of a request; 1 MiB
	MaxTokens     int           // tokens of a query's text, comments counted; 2000
	MaxDepth      int           // fields within fields; 20
	MaxComplexity int           // cost of a query, about the fields of its greatest answer; 200,000
	MaxAliases    int           // fields with an alias in an operation, those of a fragment at each of its uses; 100
	Timeout       time.Duration // for the arrival of a request, and then for the making of its answer; 10 s
	MaxConcurrent int           // requests at once; 100; negative: any number
	Rate          float64       // requests a second of one client, see [auth.Identity]; 100; negative: any number
	Burst         int           // requests of one client at once, after a rest; twice the rate

	MaxArticles int // articles that one operation may send; 100

	MaxSubscriptions       int // subscriptions at once, and connections for them; 1000; negative: any number
	MaxClientSubscriptions int // of one client; 20; negative: any number

	Documents *Documents // the queries that may be asked; nil: any
	CORS      []string   // origins (https://host:port) whose pages may use the API in a browser; none

	// Auth tells who asks by the bearer token; a request without a good one is refused. nil: everybody is a
	// nameless reader.
	Auth auth.Authenticator

	Loader  intake.Loader   // reads articles that are sent; nil: none are taken
	Loads   *intake.Loads   // of this process, for loadProgress; nil: none
	Running context.Context // subscriptions end when it does, as when the server is told to stop; nil: never

	DisableIntrospection bool // refuses questions about the schema, and does not publish it
	DisableSuggestions   bool // leaves "Did you mean" out of errors
	DisableGraphiQL      bool // leaves out the page to try queries on

	Logger   *slog.Logger // for a line a request, and for faults that clients are not told; slog.Default()
	Observer Observer     // is told of requests; nil: nobody is
}

func (o *Options) withDefaults() Options {
	var out Options
	if o != nil {
		out = *o
	}
	out.MaxBody = cmp.Or(out.MaxBody, 1<<20)
	out.MaxTokens = cmp.Or(out.MaxTokens, 2000)
	out.MaxDepth = cmp.Or(out.MaxDepth, 20)
	out.MaxComplexity = cmp.Or(out.MaxComplexity, 200_000)
	out.MaxAliases = cmp.Or(out.MaxAliases, 100)
	out.Timeout = cmp.Or(out.Timeout, 10*time.Second)
	out.MaxConcurrent = cmp.Or(out.MaxConcurrent, 100)
	out.Rate = cmp.Or(out.Rate, 100)
	out.Burst = cmp.Or(out.Burst, max(1, int(2*out.Rate)))
	out.MaxArticles = cmp.Or(out.MaxArticles, 100)
	out.MaxSubscriptions = cmp.Or(out.MaxSubscriptions, 1000)
	out.MaxClientSubscriptions = cmp.Or(out.MaxClientSubscriptions, 20)
	if out.Running == nil {
		out.Running = context.Background()
	}
	out.Logger = cmp.Or(out.Logger, slog.Default())
	if out.Observer == nil {
		out.Observer = unobserved{}
	}
	return out
}
