package gold_test

import (
	"errors"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/newsgraph/newsgraph/eval/gold"
	"github.com/newsgraph/newsgraph/loader/article"
)

func TestReadPlaced(t *testing.T) {
	t.Parallel()
	const lgl = `<articles><article docid="2"><url>http://a.example</url><text>Ärger in Paris.</text><toponyms>
		<toponym><start>9</start><end>14</end><phrase>Paris</phrase>
		<gaztag geonameid="7"><lat>1.5</lat><lon>-2</lon><country geonameid="9">X</country></gaztag></toponym>
		<toponym><start>0</start><end>5</end></toponym></toponyms></article><article docid="3"><text>b</text></article></articles>`
	const virus = `<articles><article><source>s</source><text>Flu in Ulm</text><locations><location><name>Ulm</name><start>8</start><end>11</end>
		<lat>48</lat><lon> 10</lon></location></locations></article></articles>`
	tests := []struct {
		name, xml string
		want      []gold.Placed
	}{
		{"lgl", lgl, []gold.Placed{{ID: "2", Text: "Ärger in Paris.", URL: "http://a.example", Places: []gold.PlacedName{
			{Span: article.Span{Start: 10, End: 15}, GeoNames: 7, Country: 9, Latitude: 1.5, Longitude: -2},
		}}, {ID: "3", Text: "b"}}},
		{"geovirus", virus, []gold.Placed{{ID: "0", Text: "Flu in Ulm", URL: "s", Places: []gold.PlacedName{
			{Span: article.Span{Start: 7, End: 10}, Latitude: 48, Longitude: 10},
		}}}},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			t.Parallel()
			got, err := gold.ReadPlaced("x", strings.NewReader(test.xml))
			if err != nil {
				t.Fatal(err)
			}
			if diff := cmp.Diff(test.want, got); diff != "" {
				t.Errorf("(-want +got):\n%s", diff)
			}
			if n := len(gold.TuningHalf(got)) + len(gold.TestHalf(got)); n != len(got) {
				t.Errorf("the halves have %d articles of %d", n, len(got))
			}
		})
	}
	for name, broken := range map[string]string{
		"no xml": "{}", "no article": "<articles></articles>",
		"outside": strings.Replace(virus, "<end>11", "<end>13", 1), "no number": strings.Replace(virus, "<lat>48", "<lat>x", 1),
	} {
		if _, err := gold.ReadPlaced("x", strings.NewReader(broken)); !errors.Is(err, gold.ErrFormat) {
			t.Errorf("%s: %v", name, err)
		}
	}
}
