// Package scalar writes and reads the API's scalars: ids, moments and integers.
package scalar

import (
	"encoding/json"
	"fmt"
	"io"
	"math"
	"strconv"
	"time"

	"github.com/99designs/gqlgen/graphql"

	"github.com/newsgraph/newsgraph/graph"
)

// MarshalNodeID writes an id as a string.
func MarshalNodeID(id graph.NodeID) graphql.Marshaler { return graphql.MarshalString(string(id)) }

// UnmarshalNodeID reads an id from a string or an integer, as the GraphQL specification has it.
// It does not check the id: where a name may stand in its place, any string is good.
func UnmarshalNodeID(v any) (graph.NodeID, error) {
	switch v := v.(type) {
	case string:
		return graph.NodeID(v), nil
	case json.Number:
		return graph.NodeID(v), nil
	case int64:
		return graph.NodeID(strconv.FormatInt(v, 10)), nil
	}
	return "", fmt.Errorf("%w: an id is a string, not %T", graph.ErrInvalid, v)
}

// MarshalDateTime writes a moment in RFC 3339 form, in UTC, and null for the zero time.
func MarshalDateTime(t time.Time) graphql.Marshaler {
	if t.IsZero() {
		return graphql.Null
	}
	return graphql.WriterFunc(func(w io.Writer) {
		_, _ = w.Write(t.UTC().AppendFormat(nil, `"`+time.RFC3339Nano+`"`))
	})
}

// UnmarshalDateTime reads a moment in RFC 3339 form, and the zero time from null.
func UnmarshalDateTime(v any) (time.Time, error) {
	if v == nil {
		return time.Time{}, nil
	}
	s, ok := v.(string)
	if !ok {
		return time.Time{}, fmt.Errorf("%w: a DateTime is a string, not %T", graph.ErrInvalid, v)
	}
	t, err := time.Parse(time.RFC3339, s)
	if err != nil {
		return time.Time{}, fmt.Errorf("%w: %q is not a DateTime like \"2017-12-25T11:06:00Z\"", graph.ErrInvalid, s)
	}
	return t.UTC(), nil
}

// MarshalInt writes an integer.
func MarshalInt(i int) graphql.Marshaler { return graphql.MarshalInt(i) }

// UnmarshalInt reads an integer of at most 32 bits, as the GraphQL specification demands.
func UnmarshalInt(v any) (int, error) {
	i, err := graphql.UnmarshalInt64(v)
	if err != nil || i < math.MinInt32 || i > math.MaxInt32 {
		return 0, fmt.Errorf("%w: %v is not an integer of 32 bits", graph.ErrInvalid, v)
	}
	return int(i), nil
}
