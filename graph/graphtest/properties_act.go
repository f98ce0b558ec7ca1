package graphtest

import (
	"bytes"
	"fmt"
	"slices"
	"time"

	"github.com/newsgraph/newsgraph/graph"
	"pgregory.net/rapid"
)

// acts has a person do something to the graph several times: judge, merge, split and rename, and take some of that back. It returns what then stands.
func (t *trial) acts() [][]graph.Judgement {
	t.Helper()
	var stand [][]graph.Judgement
	for i := range rapid.IntRange(1, 6).Draw(t.T, "acts") {
		if len(stand) > 0 && rapid.IntRange(0, 4).Draw(t.T, "undo") == 0 {
			n := rapid.IntRange(0, len(stand)-1).Draw(t.T, "which")
			t.undo(stand[n])
			stand = slices.Delete(stand, n, n+1)
			continue
		}
		// Clocks stand still, and run backward.
		at := time.Unix(1e9-int64(rapid.IntRange(0, 2).Draw(t.T, "clock")), 0)
		if act := t.act(graph.Opinion{Author: "ana", Reason: fmt.Sprint("reason ", i), At: at}); act != nil {
			t.apply(&graph.Batch{Judge: act})
			stand = append(stand, act)
		}
	}
	return stand
}

// act draws what a person does to the graph as it is; nil when nothing can be done.
func (t *trial) act(o graph.Opinion) (act []graph.Judgement) {
	t.Helper()
	pages, err := t.g.Entities(t.ctx, &graph.EntityQuery{Filter: graph.EntityFilter{Kinds: []graph.Kind{graph.KindPerson}}})
	if err != nil || len(pages[0].Edges) < 2 {
		return nil
	}
	var people []graph.NodeID
	for _, e := range pages[0].Edges {
		people = append(people, e.Node.ID)
	}
	some := rapid.Permutation(people).Draw(t.T, "people")[:rapid.IntRange(2, min(4, len(people))).Draw(t.T, "how many")]
	switch rapid.IntRange(0, 3).Draw(t.T, "act") {
	case 0:
		act, err = t.g.Merge(t.ctx, some, o)
	case 1:
		act, err = t.split(some, o)
	case 2:
		act, err = t.g.Rename(t.ctx, some[0], rapid.SampledFrom([]string{"Chosen One", "Ümit Chosen"}).Draw(t.T, "name"), o)
	default:
		verdict := rapid.SampledFrom([]graph.Verdict{graph.Same, graph.NotSame, graph.Unsure}).Draw(t.T, "verdict")
		act, err = t.g.Judge(t.ctx, string(some[0]), string(some[1]), verdict, o)
	}
	if err != nil {
		t.Fatalf("act: %v", err)
	}
	return act
}

// split splits the first entity that has several keys.
func (t *trial) split(entities []graph.NodeID, o graph.Opinion) ([]graph.Judgement, error) {
	groups, err := t.g.Keys(t.ctx, entities)
	if err != nil {
		return nil, err
	}
	for i, keys := range groups {
		if len(keys) < 2 {
			continue
		}
		var out []graph.Key
		for _, k := range rapid.Permutation(keys).Draw(t.T, "keys")[:rapid.IntRange(1, len(keys)-1).Draw(t.T, "out")] {
			out = append(out, k.Key)
		}
		return t.g.Split(t.ctx, entities[i], out, o)
	}
	return nil, nil
}

func (t *trial) undo(act []graph.Judgement) {
	t.Helper()
	whole, err := t.g.Act(t.ctx, rapid.SampledFrom(act).Draw(t.T, "by").ID)
	if err != nil || len(whole) != len(act) {
		t.Fatalf("act of %d judgements: %+v, %v", len(act), whole, err)
	}
	if got := t.apply(&graph.Batch{Undo: []graph.NodeID{act[0].Act}}); got.Undone != len(act) {
		t.Fatalf("undone %+v, want %d", got, len(act))
	}
}

func actsAreUndone(t *trial, c content) {
	want := t.loaded(c)
	stand := t.acts()
	stand = rapid.Permutation(stand).Draw(t.T, "order of undoing")
	half := rapid.IntRange(0, len(stand)).Draw(t.T, "half")
	for _, act := range stand[:half] {
		t.undo(act)
	}
	got := t.dump()
	rest := content{c.records, slices.Concat(c.judgements, slices.Concat(stand[half:]...))}
	t.loaded(rest)
	t.expect(got) // as if what was taken back had never been
	for _, act := range stand[half:] {
		t.undo(act)
	}
	t.expect(want)
}

func actsSurvive(t *trial, c content) {
	t.loaded(c)
	t.acts()
	want := t.dump()
	var gone []graph.NodeID
	for _, r := range c.records {
		gone = append(gone, r.Article.ID)
	}
	t.apply(&graph.Batch{Delete: gone})
	t.apply(&graph.Batch{Records: c.records})
	t.expect(want)
}

func fileGivesGraph(t *trial, c content) {
	t.loaded(c)
	t.acts()
	want := t.dump()
	var file bytes.Buffer
	if _, err := graph.WriteJudgements(&file, want.Judgements); err != nil {
		t.Fatal(err)
	}
	judgements, err := graph.ReadJudgements(&file)
	if err != nil {
		t.Fatal(err)
	}
	t.wipe()
	t.apply(&graph.Batch{Records: c.records})
	t.apply(&graph.Batch{Judge: judgements})
	t.expect(want)
	if got := t.apply(&graph.Batch{Judge: judgements}); got.Judged != 0 {
		t.Fatalf("read again, judged %+v", got)
	}
}
