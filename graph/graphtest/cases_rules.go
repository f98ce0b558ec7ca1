package graphtest

import (
	"errors"
	"fmt"

	"github.com/newsgraph/newsgraph/graph"
)

// Rules returns rules for tests that judge at random, but by all that they are told.
func Rules() graph.Rules { return chance{} }

// ruled has rules judge in the graph of the bench.
func (b *bench) ruled() {
	b.graph = graph.New(b.store, &graph.Options{Rules: Rules()})
}

// smiths counts the judgements that rules made on those who are called Smith.
func (b *bench) smiths() int {
	b.Helper()
	n := 0
	for _, j := range ok(b.graph.Judgements(b.ctx, &graph.JudgementQuery{}))(b) {
		if j.Block == "PERSON …smith" {
			n++
		}
	}
	return n
}

func rulesCases() []testCase {
	return []testCase{
		{"a block of more than MaxBlock keys is not judged", func(b *bench) {
			b.ruled()
			var stories []story
			for i := range graph.MaxBlock {
				stories = append(stories, note(fmt.Sprint("note ", i), "2017-01-01T00:00:00Z", fmt.Sprintf("%c%d Smith", 'a'+i%26, i)))
			}
			b.load(stories...)
			full := b.dump()
			if b.smiths() == 0 {
				b.Error("a block of MaxBlock keys is not judged")
			}
			b.load(note("one more", "2017-01-01T00:00:00Z", "Zoe Smith"))
			equal(b, "judged in a block that is too large", b.smiths(), 0)
			b.remove("one more")
			equal(b, "graph when it is no longer too large", b.dump(), full)
		}},
		{"a key that only a judgement names is in no block", func(b *bench) {
			b.ruled()
			b.load(note("one", "2017-01-01T00:00:00Z", "Ada Smith", "Bob Smith"))
			before := b.smiths()
			b.judge(judged(graph.KindPerson, "Cid Smith", "Ada Smith", graph.Unsure, graph.ByPerson, 1))
			b.load(note("two", "2017-01-01T00:00:00Z", "Zoe"))
			equal(b, "judged", b.smiths(), before)
		}},
		{"undo passes over judgements of rules", func(b *bench) {
			b.ruled()
			b.load(spellings()...)
			b.load(note("four", "2017-01-01T00:00:00Z", "Ada Smith", "Ada Ng", "Ana Smith", "Ivan Smith", "Bob Smith"))
			before := b.dump()
			var all graph.Batch
			for _, j := range ok(b.graph.Judgements(b.ctx, &graph.JudgementQuery{}))(b) {
				all.Undo = append(all.Undo, j.ID)
			}
			if len(all.Undo) == 0 {
				b.Fatal("rules judged nothing")
			}
			equal(b, "undone", b.apply(&all), graph.Applied{})
			equal(b, "graph", b.dump(), before)
		}},
		{"judgements by rule are refused where there are rules", func(b *bench) {
			b.ruled()
			_, err := b.graph.Apply(b.ctx, &graph.Batch{Judge: []graph.Judgement{same(graph.KindPerson, sergey, sergei)}})
			if !errors.Is(err, graph.ErrInvalid) {
				b.Errorf("error %v, want ErrInvalid", err)
			}
		}},
	}
}
