package scalar_test

import (
	"encoding/json"
	"errors"
	"strings"
	"testing"
	"time"

	"github.com/99designs/gqlgen/graphql"

	"github.com/newsgraph/newsgraph/graph"
	"github.com/newsgraph/newsgraph/schema/scalar"
)

func written(m graphql.Marshaler) string {
	var b strings.Builder
	m.MarshalGQL(&b)
	return b.String()
}

func TestDateTime(t *testing.T) {
	t.Parallel()
	for in, want := range map[any]string{
		"2017-12-25T11:06:00Z":           `"2017-12-25T11:06:00Z"`,
		"2017-12-25T14:06:00+03:00":      `"2017-12-25T11:06:00Z"`,
		"2017-12-25T11:06:00.25Z":        `"2017-12-25T11:06:00.25Z"`,
		"2017-12-25t11:06:00Z":           "error",
		"2017-12-25":                     "error",
		"":                               "error",
		"2017-02-30T00:00:00Z":           "error",
		json.Number("1514200000"):        "error",
		nil:                              "null",
		"0001-01-01T00:00:00Z":           "null",
		"9999-12-31T23:59:59.999999999Z": `"9999-12-31T23:59:59.999999999Z"`,
	} {
		got, err := scalar.UnmarshalDateTime(in)
		switch {
		case want == "error":
			if !errors.Is(err, graph.ErrInvalid) {
				t.Errorf("%v: %v, want ErrInvalid", in, err)
			}
		case err != nil || written(scalar.MarshalDateTime(got)) != want:
			t.Errorf("%v: %v %v, want %s", in, got, err, want)
		}
	}
	east := time.Date(2020, 1, 1, 2, 0, 0, 0, time.FixedZone("", 7200))
	if got := written(scalar.MarshalDateTime(east)); got != `"2020-01-01T00:00:00Z"` {
		t.Errorf("%s is not in UTC", got)
	}
}

func TestInt(t *testing.T) {
	t.Parallel()
	for _, tc := range []struct {
		in   any
		want int
		ok   bool
	}{
		{json.Number("7"), 7, true},
		{int64(-7), -7, true},
		{json.Number("2147483647"), 2147483647, true},
		{json.Number("2147483648"), 0, false},
		{json.Number("-2147483649"), 0, false},
		{json.Number("99999999999999999999"), 0, false},
		{json.Number("1.5"), 0, false},
		{true, 0, false},
		{"x", 0, false},
	} {
		got, err := scalar.UnmarshalInt(tc.in)
		if got != tc.want || (err == nil) != tc.ok || !tc.ok && !errors.Is(err, graph.ErrInvalid) {
			t.Errorf("%v: %d %v", tc.in, got, err)
		}
	}
	if got := written(scalar.MarshalInt(-3)); got != "-3" {
		t.Errorf("%s", got)
	}
}

func TestNodeID(t *testing.T) {
	t.Parallel()
	for in, want := range map[any]graph.NodeID{"e_1": "e_1", json.Number("5"): "5", int64(6): "6"} {
		if got, err := scalar.UnmarshalNodeID(in); got != want || err != nil {
			t.Errorf("%v: %v %v", in, got, err)
		}
	}
	for _, in := range []any{nil, true, 1.5} {
		if _, err := scalar.UnmarshalNodeID(in); !errors.Is(err, graph.ErrInvalid) {
			t.Errorf("%v: %v, want ErrInvalid", in, err)
		}
	}
	if got := written(scalar.MarshalNodeID(`a"b`)); got != `"a\"b"` {
		t.Errorf("%s", got)
	}
}
