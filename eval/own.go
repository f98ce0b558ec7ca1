package eval

import (
	"cmp"
	"slices"
	"strings"
	"time"

	"github.com/newsgraph/newsgraph/eval/score"
	"github.com/newsgraph/newsgraph/eval/statements"
	"github.com/newsgraph/newsgraph/loader/article"
)

// ownSample compares whole statements with those of our own gold data.
func ownSample(g *statements.Article) sample {
	published, _ := time.Parse(time.DateOnly, g.Published) // the package's test holds that it is a day
	return sample{
		article: article.Article{Key: g.ID, Title: g.Title, PublishedAt: published, Raw: g.Text()},
		compare: func(a *article.Article, t *tally) { compareOwn(t, a, g.Statements) },
	}
}

// compareOwn pairs each gold statement with the one that is most like it by content, if they share half of what either has.
func compareOwn(t *tally, a *article.Article, want []statements.Statement) {
	pairs := score.Match(len(a.Statements), len(want), func(f, w int) float64 {
		if l := score.Alike(a.Statements[f].Content, spans(want[w].Content)); l >= 0.5 {
			return l
		}
		return 0
	})
	t.count("statement.found", score.Counts{Right: len(pairs), Found: len(a.Statements), Gold: len(want)})
	foundFor, goldFor := map[int]int{}, map[int]int{} // the found one of a gold one, and the other way round
	for _, p := range pairs {
		foundFor[p.Gold], goldFor[p.Found] = p.Found, p.Gold
	}
	for i := range want {
		w := &want[i]
		f, ok := foundFor[i]
		t.rate("statement.found."+strings.ToLower(w.Kind), ok)
		if !ok {
			t.count("target.all", score.Counts{Gold: demanded(w)})
			t.fault("statement missed: "+strings.ToLower(w.Kind), a, "", words(a, spans(w.Content)...), spans(w.Content)...)
			continue
		}
		within := -1
		if w.Within != nil {
			within = -2 // in one that was not found
			if outer, ok := foundFor[*w.Within]; ok {
				within = outer
			}
		}
		c := compared{t, a, &a.Statements[f], w}
		c.details(within)
		c.targets()
	}
	for i := range a.Statements {
		if s := &a.Statements[i]; !has(goldFor, i) {
			t.count("target.all", score.Counts{Found: len(slices.DeleteFunc(slices.Clone(s.About), func(x article.Target) bool { return x.Confidence < likely }))})
			t.fault("no statement", a, words(a, s.Content...), "", s.Content...)
		}
	}
}

func has(m map[int]int, key int) bool {
	_, ok := m[key]
	return ok
}

func spans(passages []statements.Passage) []article.Span {
	var out []article.Span
	for _, p := range passages {
		out = append(out, article.Span{Start: p.Start, End: p.End})
	}
	return out
}

// demanded counts the targets that must be found.
func demanded(w *statements.Statement) int {
	n := 0
	for _, target := range w.About {
		if !target.Optional {
			n++
		}
	}
	return n
}

// compared is a found statement and its gold one.
type compared struct {
	*tally
	a    *article.Article
	got  *article.Statement
	want *statements.Statement
}

// details compares all but the targets. within is the index of the statement in which it must lie, -1 for none.
func (c *compared) details(within int) {
	kind := c.want.Kind == string(c.got.Kind)
	c.check("kind", kind, string(c.got.Kind), c.want.Kind)
	speaker, name := c.got.Speaker < 0, ""
	if c.want.Speaker != nil {
		name = *c.want.Speaker
		speaker = isActor(c.a, c.got.Speaker, name)
	}
	c.check("speaker", speaker, c.name(c.got.Speaker), name)
	if s := c.want.Source; s != nil {
		c.rate("statement.source", c.got.SpeakerSpan.Overlaps(article.Span{Start: s.Start, End: s.End}))
	}
	var addressees []string
	for _, actor := range c.got.Addressees {
		addressees = append(addressees, c.name(actor))
	}
	same := len(c.want.Addressees) == len(c.got.Addressees) && !slices.ContainsFunc(c.got.Addressees, func(actor int) bool {
		return !slices.ContainsFunc(c.want.Addressees, func(name string) bool { return isActor(c.a, actor, name) })
	})
	c.check("addressees", same, strings.Join(addressees, ", "), strings.Join(c.want.Addressees, ", "))
	c.check("nesting", within == c.got.Within, "", "")
	c.mode()
}

// mode compares whether it was said. As nearly everything was, those that were not are counted by themselves.
func (c *compared) mode() {
	said := string(article.Said)
	got, want := string(c.got.Mode), cmp.Or(c.want.Mode, said)
	c.check("mode", got == want, got, want)
	c.count("statement.mode.marked", marked(got, want, said))
}

// marked counts a mark on one item, of which one value stands for none.
func marked(got, want, none string) score.Counts {
	var counts score.Counts
	if got != none {
		counts.Found = 1
	}
	if want != none {
		counts.Gold = 1
		if got == want {
			counts.Right = 1
		}
	}
	return counts
}

// tone compares the tone toward a target that is right.
func (c *compared) tone(got article.Tone, want string) {
	c.countTone("target.tone", got, article.Tone(want))
	if string(got) != want {
		c.fault("target with another tone", c.a, string(got), want, c.got.Content...)
	}
}

// check counts one property of a found statement.
func (c *compared) check(what string, right bool, got, want string) {
	c.rate("statement."+what, right)
	if !right {
		c.fault("statement with another "+what, c.a, got, want, c.got.Content...)
	}
}

func (c *compared) name(actor int) string {
	if actor < 0 {
		return ""
	}
	return c.a.Actors[actor].Name
}

// likely is the confidence from which on a target counts: below it are places that the stage takes for where something is.
const likely = 0.5

// targets counts those of this statement, which was found, and those of all. Optional ones are neither right nor wrong.
func (c *compared) targets() {
	c.count("target.any-confidence", c.countTargets(c.got.About))
	var found []article.Target
	for _, t := range c.got.About {
		if t.Confidence >= likely {
			found = append(found, t)
		}
	}
	counts := c.countTargets(found)
	c.count("target.given-statement", counts)
	c.count("target.all", counts)
	c.targetFaults(found)
}

// countTargets compares the targets with the gold ones; each gold one is right once.
func (c *compared) countTargets(found []article.Target) score.Counts {
	counts := score.Counts{Gold: demanded(c.want)}
	met := map[string]bool{}
	for _, target := range found {
		w := c.wanted(target.Actor)
		switch {
		case w != nil && w.Optional:
			continue
		case w != nil && !met[w.Name]:
			met[w.Name] = true
			counts.Right++
		}
		counts.Found++
	}
	return counts
}

// wanted is the gold target that the actor is, or nil.
func (c *compared) wanted(actor int) *statements.Target {
	i := slices.IndexFunc(c.want.About, func(w statements.Target) bool { return isActor(c.a, actor, w.Name) })
	if i < 0 {
		return nil
	}
	return &c.want.About[i]
}

// targetFaults lists the targets that are missed and those that are none, and compares the tones of the right ones.
func (c *compared) targetFaults(found []article.Target) {
	for _, w := range c.want.About {
		if !w.Optional && !slices.ContainsFunc(found, func(t article.Target) bool { return isActor(c.a, t.Actor, w.Name) }) {
			c.fault("target missed", c.a, "", w.Name, c.got.Content...)
		}
	}
	met := map[string]bool{}
	for _, target := range found {
		switch w := c.wanted(target.Actor); {
		case w != nil && w.Optional:
		case w != nil && !met[w.Name]:
			met[w.Name] = true
			c.tone(target.Tone, w.Tone)
		default:
			c.fault("no target", c.a, c.name(target.Actor), "", c.got.Content...)
		}
	}
}

// isActor tells whether the actor has that name: its own, or one of its mentions of form NAME.
func isActor(a *article.Article, actor int, name string) bool {
	return actor >= 0 && (a.Actors[actor].Name == name ||
		slices.ContainsFunc(a.Actors[actor].Mentions, func(m article.Mention) bool {
			return m.Form == article.FormName && m.Span.Of(a.Text) == name
		}))
}
