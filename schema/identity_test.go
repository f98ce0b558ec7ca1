package schema_test

import (
	"encoding/json"
	"strings"
	"testing"

	"github.com/newsgraph/newsgraph/graph"
	"github.com/newsgraph/newsgraph/schema"
)

const (
	actFields     = ` { judgements { id verdict by author reason reversible name a { key entity { name } } b { key entity { name } } } entities { id name keys } } }`
	judgeMutation = `mutation($a: ID!, $b: ID!, $v: Verdict!, $key: String) { judge(a: $a, b: $b, verdict: $v, reason: "seen", idempotencyKey: $key)` + actFields
	mergeMutation = `mutation($of: [ID!]!, $key: String) { merge(entities: $of, reason: "one man", idempotencyKey: $key)` + actFields
	splitMutation = `mutation($of: ID!, $keys: [String!]!) { split(entity: $of, keys: $keys, reason: "two")` + actFields
	nameMutation  = `mutation($of: ID!, $name: String!) { rename(entity: $of, name: $name, reason: "so")` + actFields
	undoMutation  = `mutation($j: ID!, $key: String) { undo(judgement: $j, idempotencyKey: $key)` + actFields
	identityQuery = `query($id: ID!) { identityOf(id: $id) { entity { id name } keys { key articles }
		judgements { totalCount edges { effect node { verdict by author reversible at name a { key } b { key entity { name } } } } } } }`
	peopleQuery = `{ entities(filter: {kind: [PERSON]}, orderBy: NAME_ASC) { edges { node { id name keys } } } }`
)

// acted is the answer to one of the mutations above.
type acted struct {
	Judgements []struct{ ID, Verdict, By, Author, Reason string }
	Entities   []struct {
		ID, Name string
		Keys     []string
	}
}

func (a *api) act(t *testing.T, mutation string, vars map[string]any) acted {
	t.Helper()
	got := a.as(t, ana, mutation, vars)
	var data map[string]acted
	if err := json.Unmarshal(got.Data, &data); err != nil || len(got.Errors) > 0 {
		t.Fatalf("%v %s", err, got.Body)
	}
	for _, act := range data {
		return act
	}
	t.Fatalf("no data: %s", got.Body)
	return acted{}
}

func TestIdentity(t *testing.T) {
	onEachStore(t, fixture(), func(t *testing.T, store graph.Store) {
		a, _ := editable(t, store, schema.Options{})
		mina, ivo := string(graph.EntityID(okafor)), string(graph.EntityID(brandt))
		people := func() string {
			t.Helper()
			return string(a.as(t, bob, peopleQuery, nil).Data)
		}
		before := people()

		merged := a.act(t, mergeMutation, map[string]any{"of": []string{mina, ivo, mina}})
		if len(merged.Entities) != 1 || merged.Entities[0].ID != min2(okafor, brandt) || len(merged.Entities[0].Keys) != 2 || merged.Judgements[0].Author != ana {
			t.Errorf("merged: %+v", merged)
		}
		wantData(t, a.as(t, bob, `query($ids: [ID!]!) { nodes(ids: $ids) { ... on Person { keys } } }`, map[string]any{"ids": []string{mina, ivo}}),
			`{"nodes": [{"keys": ["PERSON:ivo brandt", "PERSON:mina okafor"]}, {"keys": ["PERSON:ivo brandt", "PERSON:mina okafor"]}]}`)

		named := a.act(t, nameMutation, map[string]any{"of": ivo, "name": "The Two"})
		wantData(t, a.as(t, bob, `{ entity(name: "the two") { name aliases { name mentions } } }`, nil),
			`{"entity": {"name": "The Two", "aliases": [{"name": "Ivo Brandt", "mentions": 2}, {"name": "Okafor", "mentions": 2}, {"name": "Mina Okafor", "mentions": 1}]}}`)
		got := string(a.as(t, bob, identityQuery, map[string]any{"id": ivo}).Body)
		for _, part := range []string{
			`"name":"The Two"`, `{"key":"PERSON:ivo brandt","articles":2}`, `"totalCount":2`, `"effect":"JOINS"`, `"effect":"NAMES"`, `"by":"PERSON","author":"ana-editor","reversible":true,"at":"20`,
		} {
			if !strings.Contains(got, part) {
				t.Errorf("identity has no %s: %s", part, got)
			}
		}

		split := a.act(t, splitMutation, map[string]any{"of": mina, "keys": []string{string(okafor)}})
		if len(split.Entities) != 2 || !strings.Contains(people(), `"name":"The Two"`) {
			t.Errorf("split: %+v, %s", split, people())
		}
		for _, act := range []acted{merged, split, named} {
			undone := a.act(t, undoMutation, map[string]any{"j": act.Judgements[0].ID})
			if len(undone.Judgements) != len(act.Judgements) {
				t.Errorf("undone %+v, want %+v", undone.Judgements, act.Judgements)
			}
		}
		if after := people(); after != before {
			t.Errorf("undone:\n%s\nbefore:\n%s", after, before)
		}
		wantData(t, a.as(t, root, `{ audit(filter: {outcome: [DONE]}) { edges { node { action by detail applied { judged undone } } } } }`, nil),
			`{"audit": {"edges": [`+strings.Join([]string{
				`{"node": {"action": "undo", "by": "ana-editor", "detail": "", "applied": {"judged": 0, "undone": 1}}}`,
				`{"node": {"action": "undo", "by": "ana-editor", "detail": "", "applied": {"judged": 0, "undone": 1}}}`,
				`{"node": {"action": "undo", "by": "ana-editor", "detail": "", "applied": {"judged": 0, "undone": 1}}}`,
				`{"node": {"action": "split", "by": "ana-editor", "detail": "two", "applied": {"judged": 1, "undone": 0}}}`,
				`{"node": {"action": "rename", "by": "ana-editor", "detail": "The Two: so", "applied": {"judged": 1, "undone": 0}}}`,
				`{"node": {"action": "merge", "by": "ana-editor", "detail": "one man", "applied": {"judged": 1, "undone": 0}}}`,
			}, ", ")+`]}}`)
		wantData(t, a.as(t, root, `query($n: ID!) { audit(filter: {node: $n}) { totalCount } }`, map[string]any{"n": mina}), `{"audit": {"totalCount": 5}}`)
	})
}

func min2(a, b graph.Key) string { return string(graph.EntityID(min(a, b))) }

func TestSuggestions(t *testing.T) {
	onEachStore(t, fixture(), func(t *testing.T, store graph.Store) {
		a, g := editable(t, store, schema.Options{})
		unsure := func(x, y graph.Key, score float64) graph.Judgement {
			return graph.Judgement{A: x, B: y, Verdict: graph.Unsure, By: graph.ByRule, Score: score, Author: "spelling", Reason: "alike"}
		}
		if _, err := g.Apply(t.Context(), &graph.Batch{Judge: []graph.Judgement{unsure(okafor, brandt, 0.75), unsure(kestrel, herald, 0.625)}}); err != nil {
			t.Fatal(err)
		}
		query := `query($f: SuggestionFilter, $after: String) { suggestions(filter: $f, first: 1, after: $after) { totalCount pageInfo { hasNextPage endCursor }
			edges { node { score author reason by reversible at name a { key entity { name } } b { entity { name } } } } } }`
		first := `{"suggestions": {"totalCount": 2, "pageInfo": {"hasNextPage": true, "endCursor": "CURSOR"}, "edges": [{"node": {"score": 0.75, "author": "spelling",
			"reason": "alike", "by": "RULE", "reversible": true, "at": null, "name": null, "a": {"key": "PERSON:ivo brandt", "entity": {"name": "Ivo Brandt"}}, "b": {"entity": {"name": "Mina Okafor"}}}}]}}`
		got := a.as(t, bob, query, nil)
		var page struct {
			Suggestions struct{ PageInfo struct{ EndCursor string } }
		}
		if err := json.Unmarshal(got.Data, &page); err != nil {
			t.Fatal(err)
		}
		cursor := page.Suggestions.PageInfo.EndCursor
		wantData(t, got, strings.Replace(first, "CURSOR", cursor, 1))
		for _, vars := range []map[string]any{{"after": cursor}, {"f": map[string]any{"kind": []string{"ORGANIZATION"}, "minScore": 0.5}}} {
			if got := string(a.as(t, bob, query, vars).Data); !strings.Contains(got, `"score":0.625`) {
				t.Errorf("%v: %s", vars, got)
			}
		}
		act := a.act(t, judgeMutation, map[string]any{"a": okafor, "b": string(graph.EntityID(brandt)), "v": "NOT_SAME"})
		if len(act.Entities) != 2 || act.Judgements[0].Verdict != "NOT_SAME" {
			t.Errorf("judged: %+v", act)
		}
		if got := string(a.as(t, bob, query, nil).Data); !strings.Contains(got, `"totalCount":1`) {
			t.Errorf("open still: %s", got)
		}
	})
}

func TestActsOnceOnly(t *testing.T) {
	onEachStore(t, fixture(), func(t *testing.T, store graph.Store) {
		a, g := editable(t, store, schema.Options{})
		vars := map[string]any{"of": []string{string(graph.EntityID(okafor)), string(graph.EntityID(brandt))}, "key": "k"}
		first, again := a.act(t, mergeMutation, vars), a.act(t, mergeMutation, vars)
		if first.Judgements[0] != again.Judgements[0] {
			t.Errorf("answered %+v, then %+v", first, again)
		}
		undo := map[string]any{"j": first.Judgements[0].ID, "key": "u"}
		a.act(t, undoMutation, undo)
		if undone := a.act(t, undoMutation, undo); undone.Judgements[0] != first.Judgements[0] || len(undone.Entities) != 2 {
			t.Errorf("undone again: %+v", undone)
		}
		stats, err := g.Stats(t.Context())
		if err != nil || stats.Judgements != 0 {
			t.Errorf("%v %+v", err, stats)
		}
	})
}

func TestBadActs(t *testing.T) {
	onEachStore(t, fixture(), func(t *testing.T, store graph.Store) {
		a, _ := editable(t, store, schema.Options{})
		mina, nobody := string(graph.EntityID(okafor)), string(graph.EntityID("PERSON:nobody"))
		place := string(graph.EntityID(amsel))
		for name, tc := range map[string]struct {
			query      string
			vars       map[string]any
			code, text string
		}{
			"merge one":         {mergeMutation, map[string]any{"of": []string{mina, mina}}, "BAD_USER_INPUT", "two different entities"},
			"merge none":        {mergeMutation, map[string]any{"of": []string{}}, "BAD_USER_INPUT", "two different entities"},
			"merge kinds":       {mergeMutation, map[string]any{"of": []string{mina, place}}, "BAD_USER_INPUT", "different kinds"},
			"merge nobody":      {mergeMutation, map[string]any{"of": []string{mina, nobody}}, "NOT_FOUND", nobody},
			"merge no id":       {mergeMutation, map[string]any{"of": []string{"x", "y"}}, "BAD_USER_INPUT", `"x"`},
			"split nobody":      {splitMutation, map[string]any{"of": nobody, "keys": []string{"PERSON:nobody"}}, "NOT_FOUND", nobody},
			"split all":         {splitMutation, map[string]any{"of": mina, "keys": []string{string(okafor)}}, "BAD_USER_INPUT", "not all"},
			"split no key":      {splitMutation, map[string]any{"of": mina, "keys": []string{"x"}}, "BAD_USER_INPUT", `"x"`},
			"rename nobody":     {nameMutation, map[string]any{"of": nobody, "name": "x"}, "NOT_FOUND", nobody},
			"rename to nothing": {nameMutation, map[string]any{"of": mina, "name": "–"}, "BAD_USER_INPUT", "letter or digit"},
			"rename at length":  {nameMutation, map[string]any{"of": mina, "name": strings.Repeat("x", 301)}, "BAD_USER_INPUT", "300 bytes"},
			"a long reason":     {strings.Replace(nameMutation, `"so"`, `"`+strings.Repeat("x", 2000)+`"`, 1), map[string]any{"of": mina, "name": "x"}, "BAD_USER_INPUT", "2000"},
			"judge a name":      {judgeMutation, map[string]any{"a": mina, "b": brandt, "v": "NAMED"}, "BAD_USER_INPUT", "no verdict"},
			"judge nobody":      {judgeMutation, map[string]any{"a": mina, "b": "PERSON:nobody", "v": "SAME"}, "NOT_FOUND", "PERSON:nobody"},
			"judge itself":      {judgeMutation, map[string]any{"a": mina, "b": okafor, "v": "SAME"}, "BAD_USER_INPUT", "two keys"},
			"undo nothing":      {undoMutation, map[string]any{"j": "j_0123456789abcdef"}, "NOT_FOUND", "j_0123456789abcdef"},
			"undo an entity":    {undoMutation, map[string]any{"j": mina}, "BAD_USER_INPUT", "judgement"},
			"identity of none":  {identityQuery, map[string]any{"id": "x"}, "BAD_USER_INPUT", `"x"`},
			"bad minScore":      {`{ suggestions(filter: {minScore: 7}) { totalCount } }`, nil, "BAD_USER_INPUT", "7"},
			"bad cursor":        {`{ suggestions(after: "x") { totalCount } }`, nil, "BAD_USER_INPUT", "cursor"},
			"large page":        {`{ suggestions(first: 101) { totalCount } }`, nil, "PAGE_LIMIT_EXCEEDED", "100"},
		} {
			got := a.as(t, ana, tc.query, tc.vars)
			if got.code() != tc.code || !strings.Contains(got.Errors[0].Message, tc.text) {
				t.Errorf("%s: want %s with %q: %s", name, tc.code, tc.text, got.Body)
			}
		}
		for _, mutation := range []string{mergeMutation, undoMutation} {
			if got := a.as(t, bob, mutation, map[string]any{"of": []string{mina}, "j": "j_0123456789abcdef"}); got.code() != "FORBIDDEN" {
				t.Errorf("a reader may: %s", got.Body)
			}
		}
		wantData(t, a.as(t, bob, identityQuery, map[string]any{"id": nobody}), `{"identityOf": null}`)
		wantData(t, a.as(t, bob, `{ stats { judgements } }`, nil), `{"stats": {"judgements": 0}}`)
	})
}
