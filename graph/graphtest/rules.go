package graphtest

import (
	"encoding/json"
	"fmt"
	"hash/fnv"
	"maps"
	"slices"
	"strings"

	"github.com/newsgraph/newsgraph/graph"
)

// chance are rules for tests: they judge at random, but by all that the facts of a block hold, so that a fact that is
// wrong, missing or out of date gives other judgements.
type chance struct{}

// Blocks has keys compared that end in the same word, and those that start with the same letter.
func (chance) Blocks(key graph.Key) []string {
	words := strings.Fields(key.Name())
	first, last := string([]rune(words[0])[:1]), words[len(words)-1]
	if last == "li" { // one that is compared with nobody
		return nil
	}
	return []string{string(key.Kind()) + " " + first + "…", string(key.Kind()) + " …" + last}
}

// Parts parts keys by the length of their names; those of a length that three divides have nothing to do with the others.
func (chance) Parts(b *graph.Block, of []graph.Key) (parts [][]graph.Key) {
	for rest := 1; rest < 3; rest++ {
		var part []graph.Key
		holds := false
		for _, f := range b.Keys {
			if len(f.Key)%3 == rest {
				part = append(part, f.Key)
				holds = holds || slices.Contains(of, f.Key)
			}
		}
		if holds && len(part) > 1 {
			parts = append(parts, part)
		}
	}
	return parts
}

// Wanted wants to know more of every other key.
func (chance) Wanted(b *graph.Block) (keys []graph.Key) {
	for i := 0; i < len(b.Keys); i += 2 {
		keys = append(keys, b.Keys[i].Key)
	}
	return keys
}

// Judge judges a pair in the first of the blocks that its keys share.
func (c chance) Judge(b *graph.Block) (judged []graph.Judgement) {
	facts, err := json.Marshal(b)
	if err != nil {
		panic(err) // facts always marshal
	}
	h := fnv.New32a()
	h.Write(facts)
	sum := h.Sum32()
	for i, x := range b.Keys {
		for j, y := range b.Keys[:i] {
			shared := c.Blocks(x.Key)
			shared = slices.DeleteFunc(shared, func(name string) bool { return !slices.Contains(c.Blocks(y.Key), name) })
			if slices.Min(shared) != b.Name || len(b.Keys) > 20 && i-j > 3 { // in large blocks not all with all
				continue
			}
			h := fnv.New32a()
			fmt.Fprint(h, x.Key, y.Key, sum)
			if roll := h.Sum32() % 8; roll < 5 {
				judged = append(judged, graph.Judgement{
					A: x.Key, B: y.Key, Author: "chance", Reason: "drawn",
					Verdict: []graph.Verdict{graph.Same, graph.Same, graph.Same, graph.NotSame, graph.Unsure}[roll],
					Score:   float64(h.Sum32()%64) / 64,
				})
			}
		}
	}
	return judged
}

// rule judges all blocks anew, as the contract of [graph.Rules] says it.
func (m *model) rule(rules graph.Rules) {
	if rules == nil {
		return
	}
	for id, j := range m.judgements {
		if j.Block != "" {
			delete(m.judgements, id)
		}
	}
	for _, j := range graph.JudgeAll(rules, slices.Collect(maps.Values(m.records))) {
		m.judgements[j.ID] = j
	}
}
