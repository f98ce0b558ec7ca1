package eval

import (
	"github.com/newsgraph/newsgraph/eval/identity"
	"github.com/newsgraph/newsgraph/eval/score"
	"github.com/newsgraph/newsgraph/graph"
	"github.com/newsgraph/newsgraph/loader/article"
	identityrules "github.com/newsgraph/newsgraph/loader/identity"
)

// pairSample is a pair of names, which is compared by the rules of identity alone.
func pairSample(p identity.Pair) sample {
	return sample{
		article: article.Article{Key: p.ID, Raw: p.Line},
		compare: func(a *article.Article, t *tally) { comparePair(t, a, &p, identityrules.Rules()) },
	}
}

func comparePair(t *tally, a *article.Article, p *identity.Pair, rules graph.Rules) {
	joined := p.Joined(rules)
	c := score.Counts{}
	if joined {
		c.Found = 1
	}
	if p.Same {
		c.Gold = 1
	}
	if joined && p.Same {
		c.Right = 1
	}
	for _, measure := range []string{"pairs", "pairs." + map[graph.Kind]string{
		graph.KindPerson: "person", graph.KindOrganization: "organization",
	}[p.A.Key.Kind()]} {
		t.count(measure, c)
	}
	switch {
	case joined && !p.Same:
		t.fault("two joined", a, p.Line, "")
	case !joined && p.Same:
		t.fault("one kept apart", a, "", p.Line)
	}
}
