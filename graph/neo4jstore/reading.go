package neo4jstore

import (
	"slices"
	"time"

	"github.com/newsgraph/newsgraph/graph"
)

// reading is what an article gives to its entities and to the counters.
type reading struct {
	digest     string // "" for an article that is not in the graph
	published  time.Time
	actors     []actor
	statements []graph.StatementKind
	reports    []graph.Key // of their events
}

// actor is what an article gives to one key.
type actor struct {
	key   graph.Key
	name  string
	forms []graph.MentionForm // of its mentions, in order
	names []string            // their surface forms
	// nameless tells that it is an event that no text calls by a name.
	nameless bool
}

// readReading reads a row of lock_articles.cypher.
func readReading(r row) *reading {
	out := &reading{digest: r.text("digest"), published: r.time("published")}
	for _, m := range r.rows("actors") {
		a := actor{key: m.key("key"), name: m.text("name"), names: list[string](m, "names")}
		for _, f := range list[string](m, "forms") {
			a.forms = append(a.forms, graph.MentionForm(f))
		}
		out.actors = append(out.actors, a)
	}
	for _, k := range list[string](r, "statements") {
		out.statements = append(out.statements, graph.StatementKind(k))
	}
	for _, m := range r.rows("reports") {
		key := m.key("key")
		if key.Coded() && !slices.Contains(out.reports, key) {
			out.actors = append(out.actors, actor{key: key, name: m.text("name"), nameless: true})
		}
		out.reports = append(out.reports, key)
	}
	return out
}

// readingOf is the reading in a record.
func readingOf(r *graph.Record) *reading {
	out := &reading{digest: r.Digest, published: r.Article.PublishedAt}
	for _, a := range r.Actors {
		out.actors = append(out.actors, actorOf(r.Text, a))
	}
	for i := range r.Statements {
		out.statements = append(out.statements, r.Statements[i].Kind)
	}
	for i := range r.Reports {
		out.reports = append(out.reports, r.Reports[i].Key)
	}
	return out
}

func actorOf(text string, a graph.Actor) actor {
	out := actor{key: a.Key, name: a.Name, nameless: a.Key.Coded()}
	for _, m := range a.Mentions {
		out.forms = append(out.forms, m.Form)
		out.names = append(out.names, text[m.Span.Start:m.Span.End])
	}
	return out
}
