package graph_test

import (
	"fmt"
	"math/rand/v2"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"github.com/newsgraph/newsgraph/graph"
)

func judge(a, b graph.Key, v graph.Verdict, by graph.Authority, score float64) graph.Judgement {
	if b < a {
		a, b = b, a
	}
	return graph.Judgement{ID: graph.JudgementID(a, b, by), A: a, B: b, Verdict: v, By: by, Score: score}
}

func TestGroups(t *testing.T) {
	t.Parallel()
	const a, b, c = graph.Key("PERSON:a"), graph.Key("PERSON:b"), graph.Key("PERSON:c")
	tests := []struct {
		name       string
		judgements []graph.Judgement
		want       map[graph.Key]graph.Key
	}{
		{"no judgement", nil, map[graph.Key]graph.Key{a: a, b: b, c: c}},
		{
			"a pair",
			[]graph.Judgement{judge(b, c, graph.Same, graph.ByRule, 1)},
			map[graph.Key]graph.Key{a: a, b: b, c: b},
		},
		{
			"a chain",
			[]graph.Judgement{judge(a, b, graph.Same, graph.ByRule, 1), judge(b, c, graph.Same, graph.ByRule, 1)},
			map[graph.Key]graph.Key{a: a, b: a, c: a},
		},
		{
			"a chain may not join what is apart: the surer link holds",
			[]graph.Judgement{
				judge(a, b, graph.Same, graph.ByRule, 0.8),
				judge(b, c, graph.Same, graph.ByRule, 0.9),
				judge(a, c, graph.NotSame, graph.ByRule, 1),
			},
			map[graph.Key]graph.Key{a: a, b: b, c: b},
		},
		{
			"a person's word beats a rule's on the same pair",
			[]graph.Judgement{
				judge(a, b, graph.Same, graph.ByPerson, 0.1),
				judge(a, b, graph.NotSame, graph.ByRule, 1),
			},
			map[graph.Key]graph.Key{a: a, b: a, c: c},
		},
		{
			"a person's links come first",
			[]graph.Judgement{
				judge(a, b, graph.Same, graph.ByRule, 1),
				judge(b, c, graph.Same, graph.ByPerson, 0.1),
				judge(a, c, graph.NotSame, graph.ByPerson, 1),
			},
			map[graph.Key]graph.Key{a: a, b: b, c: b},
		},
		{
			"unsure takes a rule's link back when a person says it",
			[]graph.Judgement{
				judge(a, b, graph.Same, graph.ByRule, 1),
				judge(a, b, graph.Unsure, graph.ByPerson, 1),
			},
			map[graph.Key]graph.Key{a: a, b: b, c: c},
		},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			t.Parallel()
			if diff := cmp.Diff(test.want, graph.Groups([]graph.Key{a, b, c}, test.judgements)); diff != "" {
				t.Errorf("groups (-want +got):\n%s", diff)
			}
		})
	}
}

func drawJudgements(t *rapid.T) []graph.Judgement {
	key := rapid.Custom(func(t *rapid.T) graph.Key {
		return graph.Key(fmt.Sprintf("PERSON:%c", 'a'+rapid.IntRange(0, 7).Draw(t, "key")))
	})
	seen := map[graph.NodeID]bool{}
	var out []graph.Judgement
	for range rapid.IntRange(0, 15).Draw(t, "n") {
		a, b := key.Draw(t, "a"), key.Draw(t, "b")
		j := judge(a, b,
			rapid.SampledFrom([]graph.Verdict{graph.Same, graph.NotSame, graph.Unsure}).Draw(t, "verdict"),
			rapid.SampledFrom([]graph.Authority{graph.ByRule, graph.ByPerson}).Draw(t, "by"),
			rapid.SampledFrom([]float64{0.5, 0.9}).Draw(t, "score"))
		if a != b && !seen[j.ID] {
			seen[j.ID] = true
			out = append(out, j)
		}
	}
	return out
}

func TestGroupsDoNotDependOnOrder(t *testing.T) {
	t.Parallel()
	rapid.Check(t, func(t *rapid.T) {
		judgements := drawJudgements(t)
		want := graph.Groups(nil, judgements)
		seed := rapid.Uint64().Draw(t, "shuffle")
		rand.New(rand.NewPCG(seed, 0)).Shuffle(len(judgements), func(i, j int) {
			judgements[i], judgements[j] = judgements[j], judgements[i]
		})
		if diff := cmp.Diff(want, graph.Groups(nil, judgements)); diff != "" {
			t.Fatalf("another order, another result (-want +got):\n%s", diff)
		}
	})
}

func TestGroupsKeepApartWhatIsJudgedApart(t *testing.T) {
	t.Parallel()
	rapid.Check(t, func(t *rapid.T) {
		judgements := drawJudgements(t)
		person := map[[2]graph.Key]bool{}
		for _, j := range judgements {
			if j.By == graph.ByPerson {
				person[[2]graph.Key{j.A, j.B}] = true
			}
		}
		groups := graph.Groups(nil, judgements)
		for _, j := range judgements {
			overruled := j.By == graph.ByRule && person[[2]graph.Key{j.A, j.B}]
			if j.Verdict == graph.NotSame && !overruled && groups[j.A] == groups[j.B] {
				t.Fatalf("%s and %s are together, though %s says they are not the same", j.A, j.B, j.By)
			}
		}
	})
}
