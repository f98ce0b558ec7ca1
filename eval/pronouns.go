package eval

import (
	"slices"
	"strings"

	"github.com/newsgraph/newsgraph/eval/gold"
	"github.com/newsgraph/newsgraph/loader/article"
)

// pronounSamples compares what singular personal pronouns of the third person stand for, of those whose chain has a named person. The
// names are the gold ones, so that pronouns are measured alone.
func pronounSamples(texts []gold.Coref) []sample {
	var out []sample
	for _, c := range texts {
		names, chains := namesOf(&c)
		out = append(out, sample{
			article: article.Article{Key: c.ID, Raw: c.Text},
			names:   names,
			compare: func(a *article.Article, t *tally) { comparePronouns(t, a, &c, chains) },
		})
	}
	return out
}

// namesOf are the names of a text, in order and apart, and the chain of each.
func namesOf(c *gold.Coref) (names []article.Name, chains map[article.Span]string) {
	chains = map[article.Span]string{}
	for _, m := range c.Mentions {
		if m.Kind == "" || m.Name.Empty() || chains[m.Name] != "" {
			continue
		}
		chains[m.Name] = m.Chain
		names = append(names, article.Name{Span: m.Name, Kind: m.Kind, Confidence: 1})
	}
	slices.SortFunc(names, func(x, y article.Name) int { return x.Span.Start - y.Span.Start })
	return slices.CompactFunc(names, func(x, y article.Name) bool { return x.Span.Overlaps(y.Span) }), chains
}

func comparePronouns(t *tally, a *article.Article, c *gold.Coref, chains map[article.Span]string) {
	person := map[string]string{} // the name of each chain that has a person's
	for _, n := range a.Names {
		if n.Kind == article.Person && person[chains[n.Span]] == "" {
			person[chains[n.Span]] = words(a, n.Span)
		}
	}
	for _, m := range c.Mentions {
		want, named := person[m.Chain]
		if !named || !m.Pronoun || !thirdPerson(m.Span.Of(a.Text)) {
			continue
		}
		who := slices.IndexFunc(a.Actors, func(x article.Actor) bool {
			return slices.ContainsFunc(x.Mentions, func(y article.Mention) bool { return y.Span == m.Span })
		})
		right := who >= 0 && slices.ContainsFunc(a.Actors[who].Mentions, func(y article.Mention) bool { return chains[y.Span] == m.Chain })
		t.rate("pronoun.person", right)
		switch {
		case right:
		case who < 0:
			t.fault("pronoun left out", a, "", want, m.Span)
		default:
			t.fault("pronoun for somebody else", a, a.Actors[who].Name, want, m.Span)
		}
	}
}

func thirdPerson(w string) bool {
	return slices.Contains([]string{"he", "him", "his", "himself", "she", "her", "hers", "herself"}, strings.ToLower(w))
}
