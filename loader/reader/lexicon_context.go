package reader

import (
	"strings"

	"github.com/newsgraph/newsgraph/loader/article"
)

// leaning is how much a word beside a name tells of its kind.
type leaning struct {
	kind   kind
	weight float64
}

// leanings are words with the same leaning.
type leanings struct {
	leaning
	words string
}

// addContexts files the words that tell the kind of the name beside them.
func (l *lexicon) addContexts() {
	l.before = leaningsOf(wordsBefore[:])
	l.beforeOf = leaningsOf(wordsBeforeOf[:])
	l.after = leaningsOf(wordsAfter[:])
	l.owned = leaningsOf(wordsOwned[:])
}

func leaningsOf(list []leanings) map[string]leaning {
	m := make(map[string]leaning, 64)
	for _, g := range list {
		for _, w := range strings.Fields(g.words) {
			m[w] = g.leaning
		}
	}
	return m
}

// wordsBefore stand right before a name.
var wordsBefore = [...]leanings{
	{leaning{article.Place, 1.5}, `in near`},
	{leaning{article.Place, 0.7}, `at`},
	{leaning{article.Place, 0.4}, `from to across outside into around throughout through`},
	{leaning{article.Place, 0.6}, `visit visited visits visiting reach reached leave left entered invaded`},
	{leaning{article.Organization, 1}, `told tells`},
	{leaning{article.Organization, 0.5}, `the`},
}

// wordsBeforeOf stand before "of" and a name.
var wordsBeforeOf = [...]leanings{
	{leaning{article.Place, 3}, `town city village district province region port state island suburb canton county commune municipality`},
	{leaning{article.Place, 2}, `mayor governor president king capital people government north south east west coast outskirts`},
}

// wordsAfter stand right after a name.
var wordsAfter = [...]leanings{
	{leaning{article.Person, 1.5}, `who`},
	{leaning{article.Place, 1}, `-based -born -controlled -held`},
	{leaning{article.Organization, 1}, `-backed -owned -affiliated`},
	{leaning{article.Place, 2}, `province district town city village region county airport state governorate valley`},
	{leaning{article.Organization, 1.5}, `party group newspaper agency company network militia channel team website shares movement`},
}

// wordsOwned stand after a name and its possessive ending.
var wordsOwned = [...]leanings{
	{leaning{article.Place, 1.2}, `government parliament capital economy border borders army military foreign prime population constitution
		coast streets airport mayor president largest biggest central northern southern western eastern`},
	{leaning{article.Person, 0.8}, `wife husband mother father son daughter brother sister family lawyer lawyers attorney death body remarks
		comments campaign office career house home friend friends`},
	{leaning{article.Organization, 1.2}, `shares shareholders owner customers ceo products subsidiary employees users founder chairman`},
}
