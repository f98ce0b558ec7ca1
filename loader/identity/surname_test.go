package identity_test

import (
	"fmt"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/newsgraph/newsgraph/graph"
)

// stories are so many articles that name the same people.
func stories(n int, names ...string) (records []*graph.Record) {
	for i := range n {
		records = append(records, story(fmt.Sprint(n, names, i), "", names...))
	}
	return records
}

func TestSingleNames(t *testing.T) {
	t.Parallel()
	tests := []struct {
		name    string
		records [][]*graph.Record
		want    [][]string
	}{
		{"a surname that many have and one is known by", [][]*graph.Record{
			stories(40, "Ida Varela", "Rui Costa", "Eva Horn"), stories(2, "Luis Varela"), stories(2, "Tom Varela"), stories(1, "Ugo Varela"),
			stories(3, "Varela", "Rui Costa", "Eva Horn"),
		}, [][]string{{"ida varela", "varela"}}},
		{"a surname by which two are known", [][]*graph.Record{
			stories(40, "Ida Varela", "Rui Costa"), stories(32, "Luis Varela", "Eva Horn"),
			stories(3, "Varela", "Rui Costa"), stories(4, "Varela", "Eva Horn"),
		}, nil},
		{"two known by it, but the company tells", [][]*graph.Record{
			stories(40, "Ida Varela", "Rui Costa", "Ike Odhiambo"), stories(16, "Luis Varela", "Eva Horn", "Ole Lund"),
			stories(8, "Varela", "Rui Costa", "Ike Odhiambo"),
		}, [][]string{{"ida varela", "varela"}}},
		{"two known by it, and the company is of both", [][]*graph.Record{
			stories(40, "Ida Varela", "Rui Costa", "Ike Odhiambo"), stories(16, "Luis Varela", "Eva Horn", "Ole Lund"),
			stories(4, "Varela", "Rui Costa", "Ike Odhiambo"), stories(4, "Varela", "Eva Horn", "Ole Lund"),
		}, nil},
		{"others have it, and half of what the name alone is told of is no company of hers", [][]*graph.Record{
			stories(20, "Ida Varela", "Rui Costa", "Eva Horn"), stories(3, "Luis Varela"), stories(3, "Tom Varela"),
			stories(3, "Varela", "Rui Costa", "Eva Horn"), stories(3, "Varela", "Ole Lund"),
		}, nil},
		{"the name alone is far better known than anybody with it", [][]*graph.Record{
			stories(4, "Ida Varela", "Rui Costa", "Eva Horn"), stories(64, "Varela", "Rui Costa", "Eva Horn"),
		}, nil},
		{"a surname of two words", [][]*graph.Record{
			stories(20, "Ida de Varro", "Rui Costa", "Eva Horn"), stories(3, "De Varro", "Rui Costa", "Eva Horn"),
		}, [][]string{{"de varro", "ida de varro"}}},
		{"the surname of another, with a particle", [][]*graph.Record{
			stories(20, "Ida Varro", "Rui Costa", "Eva Horn"), stories(3, "De Varro", "Rui Costa", "Eva Horn"),
		}, nil},
		{"a title before it", [][]*graph.Record{
			stories(20, "Ida Varro", "Rui Costa", "Eva Horn"), stories(3, "Justice Varro", "Rui Costa", "Eva Horn"),
		}, [][]string{{"ida varro", "justice varro"}}},
		{"a surname that is an everyday first name", [][]*graph.Record{
			stories(200, "Ida Paul", "Rui Costa", "Eva Horn"), stories(8, "Paul", "Rui Costa", "Eva Horn"),
		}, nil},
		{"a surname that is a country", [][]*graph.Record{
			stories(200, "Ida Jordan", "Rui Costa", "Eva Horn"), stories(8, "Jordan", "Rui Costa", "Eva Horn"),
		}, nil},
		{"a rare first name beside its surname", [][]*graph.Record{
			stories(20, "Zelmira Varro", "Rui Costa", "Eva Horn"), stories(6, "Zelmira", "Varro", "Rui Costa", "Eva Horn"),
			stories(1, "Zelmira Lund"),
		}, [][]string{{"varro", "zelmira", "zelmira varro"}}},
		{"an ordinary first name", [][]*graph.Record{
			stories(200, "Linda Varro", "Rui Costa", "Eva Horn"), stories(6, "Linda", "Rui Costa", "Eva Horn"),
		}, nil},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			t.Parallel()
			var records []*graph.Record
			for _, r := range test.records {
				records = append(records, r...)
			}
			if diff := cmp.Diff(test.want, groups(records)); diff != "" {
				t.Errorf("groups (-want +got):\n%s", diff)
			}
		})
	}
}
