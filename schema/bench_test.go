package schema_test

import "testing"

// BenchmarkQuery measures whole requests on a graph of 20 articles with 20 statements each.
func BenchmarkQuery(b *testing.B) {
	a := newAPI(b, wide(20), nil)
	for name, query := range map[string]string{
		"entity by name": `{ entity(name: "Person P1") { id name kind articleCount } }`,
		"50 statements":  `{ statements(first: 50, filter: {about: ["Place L1"]}) { edges { node { text speaker { name } about { entity { name } } article { title } } } } }`,
		"three levels": `{ articles(first: 20) { edges { node { title statements(first: 20) { edges { node { text speaker {
			name statementsAbout(first: 20) { edges { node { text } } } } } } } } } } }`,
	} {
		b.Run(name, func(b *testing.B) {
			for b.Loop() {
				if got := a.query(b, query, nil); len(got.Errors) > 0 {
					b.Fatalf("%s", got.Body)
				}
			}
		})
	}
}
