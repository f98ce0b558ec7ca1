package graphtest

import (
	"fmt"
	"math/rand/v2"
	"strings"
	"time"

	"github.com/newsgraph/newsgraph/graph"
	"pgregory.net/rapid"
)

// pool is what random batches and requests are drawn from: a small world, so that things meet.
type pool struct {
	world    *world
	versions [][]*graph.Record // of each article, some
	keys     []graph.Key
	ruled    bool // by rules: judgements are drawn of persons only
	noted    int  // batches that were noted so far
}

const (
	poolArticles = 10
	poolVersions = 3
)

// newPool makes a pool of articles in which a dozen actors meet. The same seed gives the same pool.
func newPool(seed uint64) *pool {
	p := &pool{world: newWorld(rand.New(rand.NewPCG(seed, 0)), 16)}
	for i := range poolArticles {
		var versions []*graph.Record
		for v := range poolVersions {
			r := rand.New(rand.NewPCG(seed, uint64(1+i*poolVersions+v)))
			record := p.world.record(r, i, small())
			record.Article.Key = fmt.Sprintf("article %d", i)
			record.Article.ID = graph.ArticleID(record.Article.Key)
			versions = append(versions, record)
		}
		p.versions = append(p.versions, versions)
	}
	for _, group := range [][]who{p.world.people, p.world.organizations, p.world.places} {
		for _, w := range group {
			p.keys = append(p.keys, keyOf(w.kind, w.name))
		}
	}
	p.keys = append(p.keys, reported(p.versions)...)
	// Keys that no article has, before and behind the others in their order.
	p.keys = append(p.keys, "PERSON:a nobody", "PERSON:zz nobody", "PLACE:nowhere", "EVENT:MEET|PERSON:a nobody|||2017-01")
	return p
}

// batch draws a batch: articles new, changed and gone, judgements made and taken back.
func (p *pool) batch(t *rapid.T) *graph.Batch {
	b := &graph.Batch{}
	for i, versions := range p.versions {
		switch rapid.IntRange(0, 5).Draw(t, fmt.Sprintf("article %d", i)) {
		case 1, 2:
			b.Records = append(b.Records, versions[rapid.IntRange(0, poolVersions-1).Draw(t, "version")])
		case 3:
			b.Delete = append(b.Delete, graph.ArticleID(fmt.Sprintf("article %d", i)))
		}
	}
	judged := map[graph.NodeID]bool{}
	for range rapid.IntRange(0, 3).Draw(t, "judgements") {
		j, ok := p.judgement(t)
		if !ok || judged[graph.JudgementID(&j)] {
			continue
		}
		judged[graph.JudgementID(&j)] = true
		b.Judge = append(b.Judge, j)
	}
	for range rapid.IntRange(0, 2).Draw(t, "undos") {
		if j, ok := p.judgement(t); ok {
			b.Undo = append(b.Undo, graph.JudgementID(&j))
		}
	}
	if b.Undo == nil {
		b.Undo = rarely(t, func(t *rapid.T) []graph.NodeID { return []graph.NodeID{p.act(t)} })
	}
	return b
}

// judgement draws one on a pair of keys, or a name for a key; it tells whether they can be judged.
func (p *pool) judgement(t *rapid.T) (graph.Judgement, bool) {
	j := graph.Judgement{
		A:       rapid.SampledFrom(p.keys).Draw(t, "a"),
		B:       rapid.SampledFrom(p.keys).Draw(t, "b"),
		Verdict: rapid.SampledFrom([]graph.Verdict{graph.Same, graph.Same, graph.NotSame, graph.Unsure, graph.Named}).Draw(t, "verdict"),
		By:      rapid.SampledFrom([]graph.Authority{graph.ByRule, graph.ByRule, graph.ByPerson}).Draw(t, "by"),
		Score:   float64(rapid.IntRange(0, 4).Draw(t, "score")) / 4,
		Author:  "d'Arc",
		Reason:  rapid.SampledFrom([]string{"", "same “role”", "Übereinstimmung"}).Draw(t, "reason"),
	}
	if p.ruled || j.Verdict == graph.Named {
		j.By = graph.ByPerson
	}
	if rapid.Bool().Draw(t, "dated") {
		j.At = time.Date(2018, 1, 1, 0, 0, 0, rapid.IntRange(0, 3).Draw(t, "microseconds")*1000+5, time.UTC)
	}
	if j.By == graph.ByPerson {
		j.Act = rarely(t, p.act)
	}
	if j.Verdict == graph.Named {
		j.B, j.Name = "", rapid.SampledFrom([]string{"Zoë Chosen", "zoe chosen", "Sergey LAVROV", "Ümit Ng", "The Ministry"}).Draw(t, "name")
		return j, true
	}
	return j, j.A != j.B && j.A.Kind() == j.B.Kind()
}

// act draws the id of what was judged at once.
func (p *pool) act(t *rapid.T) graph.NodeID {
	return graph.ActID("d'Arc", rapid.SampledFrom([]string{"one", "two"}).Draw(t, "act"), time.Unix(1e9, 0))
}

// entity draws the id of an entity, old ones and unknown ones among them.
func (p *pool) entity(t *rapid.T) graph.NodeID {
	return graph.EntityID(rapid.SampledFrom(p.keys).Draw(t, "entity"))
}

func (p *pool) article(t *rapid.T) graph.NodeID {
	return graph.ArticleID(fmt.Sprintf("article %d", rapid.IntRange(0, poolArticles).Draw(t, "article")))
}

func (p *pool) statement(t *rapid.T) graph.NodeID {
	return graph.StatementID(p.article(t), rapid.IntRange(0, small().statements).Draw(t, "statement"))
}

// some draws up to n values.
func some[T any](t *rapid.T, n int, draw func(*rapid.T) T) []T {
	var out []T
	for range rapid.IntRange(0, n).Draw(t, "some") {
		out = append(out, draw(t))
	}
	return out
}

// rarely draws a value one time in four, else the zero value.
func rarely[T any](t *rapid.T, draw func(*rapid.T) T) (value T) {
	if rapid.IntRange(0, 3).Draw(t, "rarely") == 3 {
		value = draw(t)
	}
	return value
}

// name draws what users type for a name: the name, a part of it, and other spellings.
func (p *pool) name(t *rapid.T) string {
	pools := [][]who{p.world.people, p.world.organizations, p.world.places}
	w := rapid.SampledFrom(rapid.SampledFrom(pools).Draw(t, "cast")).Draw(t, "actor")
	name := rapid.SampledFrom(append([]string{w.name}, w.forms...)).Draw(t, "form")
	switch rapid.IntRange(0, 7).Draw(t, "spelling") {
	case 0:
		return strings.ToUpper(name)
	case 1:
		return "  " + strings.ToLower(name) + "! "
	case 2:
		return name + "’s"
	case 3:
		return strings.ReplaceAll(name, "'", "’")
	case 4:
		return strings.NewReplacer("ü", "u", "í", "i", "ë", "e").Replace(name)
	case 5:
		return string([]rune(strings.Trim(name, "~^"))[:2])
	}
	return name
}

// text draws words to search for.
func (p *pool) text(t *rapid.T) string {
	switch rapid.IntRange(0, 5).Draw(t, "text") {
	case 0:
		return p.name(t) + " " + rapid.SampledFrom(p.world.words[:20]).Draw(t, "word")
	case 1:
		return rapid.SampledFrom([]string{"", "…", `"`, "NEAR(a b)", "a* OR b", "don’t", "DON'T", "us", "strasse", "\x00", "told"}).Draw(t, "odd")
	case 2, 3:
		return p.name(t)
	}
	return rapid.SampledFrom(p.world.words[:20]).Draw(t, "word")
}
