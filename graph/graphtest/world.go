package graphtest

import (
	"fmt"
	"math/rand/v2"
	"strings"
)

// world is the cast of invented articles. Some names are hard on purpose: namesakes, short ones, one name
// in two spellings or scripts, names that differ by case or an accent only, names that are part of others.
type world struct {
	people, organizations, places []who
	sources                       []string
	words                         []string
}

func newWorld(r *rand.Rand, actors int) *world {
	w := &world{sources: strings.Split("Daily Tribune|The Observer|Le Courrier|L'Écho|Новости", "|")}
	given := strings.Fields("Sergey Sergei Anna José Łukasz Zoë Li Bo Mary-Jane Ümit Иван François Dana Omar Ruth Ian Ada Núria Kofi Mei")
	family := strings.Fields("Lavrov Smith O'Neil d'Arc Müller Muller Ng Li García Петров Okafor van-Berg Haddad Sato Kovač SMITH Wu Brandt Ferrari Costa")
	for i := 0; len(w.people) < actors/2; i++ {
		first, last := given[r.IntN(len(given))], family[r.IntN(len(family))]
		if i >= len(given)*len(family)/2 {
			last += "-" + family[r.IntN(len(family))] + syllables(r, 1)
		}
		w.people = append(w.people, person(first+" "+last, first+" "+last, last, "~he", "^the minister"))
	}
	for len(w.organizations) < actors/4 {
		name := title(syllables(r, 2)) + " " + []string{"Council", "Party", "Group", "Bank", "Ministry"}[r.IntN(5)]
		w.organizations = append(w.organizations, organization(name, name, initials(name)))
	}
	for len(w.places) < actors-actors/2-actors/4 {
		name := title(syllables(r, 2)) + []string{"", "ia", " City", "’s End"}[r.IntN(4)]
		w.places = append(w.places, country(name, name, strings.ToUpper(name)))
	}
	for range 600 {
		w.words = append(w.words, syllables(r, 1+r.IntN(3)))
	}
	w.words = append(w.words, "don't", "naïve", "U.S.", "ﬁre", "2017", "Straße", "voilà")
	return w
}

func syllables(r *rand.Rand, n int) string {
	const start, middle = "bdfghklmnprstvz", "aeiou"
	var b strings.Builder
	for range n {
		b.WriteByte(start[r.IntN(len(start))])
		b.WriteByte(middle[r.IntN(len(middle))])
		b.WriteByte(start[r.IntN(len(start))])
	}
	return b.String()
}

func title(s string) string { return strings.ToUpper(s[:1]) + s[1:] }

func initials(name string) string {
	var b strings.Builder
	for _, word := range strings.Fields(name) {
		b.WriteString(word[:1])
	}
	return b.String()
}

// zipf draws a number below n, the small ones far more often.
func zipf(r *rand.Rand, n int) int {
	return min(n-1, int(float64(n)*r.Float64()*r.Float64()*r.Float64()))
}

// actor draws a member of the cast.
func (w *world) actor(r *rand.Rand) who {
	pool := w.people
	switch r.IntN(4) {
	case 0:
		pool = w.organizations
	case 1:
		pool = w.places
	}
	if len(pool) == 0 {
		pool = w.people
	}
	return pool[zipf(r, len(pool))]
}

func (w *world) word(r *rand.Rand) string { return w.words[zipf(r, len(w.words))] }

func (w *world) url(source string, n int) string {
	return fmt.Sprintf("https://%s.example/%d", strings.ReplaceAll(strings.ToLower(source), " ", "-"), n)
}
