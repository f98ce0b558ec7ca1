package graph_test

import (
	"fmt"
	"math/rand/v2"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"github.com/newsgraph/newsgraph/graph"
)

func judge(a, b graph.Key, v graph.Verdict, by graph.Authority, score float64) graph.Judgement {
	if b < a {
		a, b = b, a
	}
	j := graph.Judgement{A: a, B: b, Verdict: v, By: by, Score: score}
	j.ID = graph.JudgementID(&j)
	return j
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

// said is a judgement of a person, so many microseconds after 1970.
func said(at int64, a, b graph.Key, v graph.Verdict) graph.Judgement {
	j := judge(a, b, v, graph.ByPerson, 1)
	j.At = time.UnixMicro(at)
	j.ID = graph.JudgementID(&j)
	return j
}

func TestGroupsFollowTheNewestWord(t *testing.T) {
	t.Parallel()
	const a, b, c, d = graph.Key("PERSON:a"), graph.Key("PERSON:b"), graph.Key("PERSON:c"), graph.Key("PERSON:d")
	tests := []struct {
		name       string
		judgements []graph.Judgement
		want       map[graph.Key]graph.Key
	}{
		{
			"of two on a pair the newer one",
			[]graph.Judgement{said(1, a, b, graph.Same), said(2, a, b, graph.NotSame), said(3, c, d, graph.NotSame), said(4, c, d, graph.Same)},
			map[graph.Key]graph.Key{a: a, b: b, c: c, d: c},
		},
		{
			"a newer chain beats an older parting",
			[]graph.Judgement{said(1, a, c, graph.NotSame), said(2, a, b, graph.Same), said(2, b, c, graph.Same)},
			map[graph.Key]graph.Key{a: a, b: a, c: a, d: d},
		},
		{
			"a newer parting beats an older chain",
			[]graph.Judgement{said(3, a, c, graph.NotSame), said(2, a, b, graph.Same), said(1, b, c, graph.Same)},
			map[graph.Key]graph.Key{a: a, b: a, c: c, d: d},
		},
		{
			"a rule does not part what a person has joined",
			[]graph.Judgement{said(1, a, b, graph.Same), said(1, b, c, graph.Same), judge(a, c, graph.NotSame, graph.ByRule, 1)},
			map[graph.Key]graph.Key{a: a, b: a, c: a, d: d},
		},
		{
			"a rule does not join what a person has parted",
			[]graph.Judgement{
				said(1, a, b, graph.NotSame), said(1, a, c, graph.Same), said(1, b, d, graph.Same),
				judge(c, d, graph.Same, graph.ByRule, 1), judge(a, d, graph.Same, graph.ByRule, 1),
			},
			map[graph.Key]graph.Key{a: a, b: b, c: a, d: b},
		},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			t.Parallel()
			if diff := cmp.Diff(test.want, graph.Groups([]graph.Key{a, b, c, d}, test.judgements)); diff != "" {
				t.Errorf("groups (-want +got):\n%s", diff)
			}
		})
	}
}

func TestChosenName(t *testing.T) {
	t.Parallel()
	named := func(at int64, key graph.Key, name string) graph.Judgement {
		j := said(at, key, "", graph.Named)
		j.A, j.B, j.Name = key, "", name
		return j
	}
	for want, said := range map[string][]graph.Judgement{
		"":    {said(1, "PERSON:a", "PERSON:b", graph.Same)},
		"New": {named(1, "PERSON:a", "Old"), named(2, "PERSON:b", "New"), said(3, "PERSON:a", "PERSON:b", graph.Same)},
	} {
		if got := graph.ChosenName(said); got != want {
			t.Errorf("chosen is %q, want %q", got, want)
		}
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
		var persons []graph.Judgement
		for _, j := range judgements {
			if j.By == graph.ByPerson {
				person[[2]graph.Key{j.A, j.B}] = true
				persons = append(persons, j)
			}
		}
		groups, byPersons := graph.Groups(nil, judgements), graph.Groups(nil, persons)
		for _, j := range judgements {
			if j.By == graph.ByRule && j.Verdict == graph.NotSame && !person[[2]graph.Key{j.A, j.B}] && groups[j.A] == groups[j.B] &&
				(byPersons[j.A] == "" || byPersons[j.A] != byPersons[j.B]) {
				t.Fatalf("%s and %s are together, though a rule says they are not the same, and no person that they are", j.A, j.B)
			}
		}
		for key, least := range byPersons {
			if groups[key] != groups[least] {
				t.Fatalf("%s and %s are apart, though persons joined them", key, least)
			}
		}
	})
}
