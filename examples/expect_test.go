package examples_test

import (
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/newsgraph/newsgraph/loader/article"
)

// expectations is what a careful reader marks in one article; testdata/examples/NAME.expect.json
// has a list of them, in the order of the file's articles.
type expectations struct {
	Title           string            `json:"title"`
	Published       string            `json:"published"` // a beginning of the time in RFC 3339, UTC
	Entities        []wantedEntity    `json:"entities"`
	NotEntities     []string          `json:"not_entities"`
	Statements      []wantedStatement `json:"statements"`
	NotStatements   []string          `json:"not_statements"`
	Roles           []wantedRole      `json:"roles"`
	RemovedContains []string          `json:"removed_contains"`
}

type wantedEntity struct {
	Kind article.Kind `json:"kind"`
	Name string       `json:"name"`
	Also []string     `json:"also"` // words of the text that mean it
}

// wantedStatement is a statement; what is left out is not checked.
type wantedStatement struct {
	Kind        article.StatementKind `json:"kind"`
	Contains    string                `json:"contains"`     // a passage of its content
	With        []string              `json:"with"`         // more passages of it
	Speaker     optional              `json:"speaker"`      // null: must be unknown
	SpeakerText string                `json:"speaker_text"` // the words for the speaker have this in them
	Addressees  *[]string             `json:"addressees"`   // all of them
	About       []string              `json:"about"`        // some of its targets
	Within      string                `json:"within_contains"`
}

type wantedRole struct {
	Person string `json:"person"`
	Title  string `json:"title"`
	Of     string `json:"of"`
}

// optional is a JSON string that may be null, and may be left out.
type optional struct {
	given bool
	value *string
}

// UnmarshalJSON is called for null, too, but not for what is left out.
func (o *optional) UnmarshalJSON(b []byte) error {
	o.given = true
	return json.Unmarshal(b, &o.value)
}

// readExpectations reads the expectations for a file of examples.
func readExpectations(t *testing.T, file string) []expectations {
	t.Helper()
	name := strings.TrimSuffix(filepath.Base(file), filepath.Ext(file))
	f, err := os.Open(filepath.Join("..", "testdata", "examples", name+".expect.json"))
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	var out []expectations
	d := json.NewDecoder(f)
	d.DisallowUnknownFields()
	if err := d.Decode(&out); err != nil {
		t.Fatalf("%s: %v", f.Name(), err)
	}
	return out
}

// check returns what of the expectations the article does not meet, one line each, and how many there are.
func (e *expectations) check(a *article.Article) (unmet []string, all int) {
	note := func(ok bool, format string, args ...any) {
		all++
		if !ok {
			unmet = append(unmet, fmt.Sprintf(format, args...))
		}
	}
	note(a.Title == e.Title, "title %q", e.Title)
	note(strings.HasPrefix(a.PublishedAt.UTC().Format("2006-01-02T15:04:05Z"), e.Published), "published %s", e.Published)
	for _, w := range e.Entities {
		i := find(a, w.Kind, w.Name)
		note(i >= 0, "%s %q", w.Kind, w.Name)
		for _, also := range w.Also {
			note(i >= 0 && mentions(a, i, also), "%s %q is also %q", w.Kind, w.Name, also)
		}
	}
	for _, w := range e.NotEntities {
		note(find(a, "", w) < 0, "not an entity: %q", w)
	}
	for _, w := range e.Statements {
		faults := w.faults(a)
		note(len(faults) == 0, "statement %q: %s", w.Contains, strings.Join(faults, ", "))
	}
	for _, w := range e.NotStatements {
		note(!isStatement(a, w), "not a statement: %q", w)
	}
	for _, w := range e.Roles {
		note(w.met(a), "role %s: %q of %q", w.Person, w.Title, w.Of)
	}
	for _, w := range e.RemovedContains {
		note(slices.ContainsFunc(a.Removed, func(r article.Removed) bool { return strings.Contains(r.Text, w) }), "removed %q", w)
	}
	return unmet, all
}

// find returns the actor with that full name or, of form NAME, mention; -1 when there is none.
func find(a *article.Article, kind article.Kind, name string) int {
	return slices.IndexFunc(a.Actors, func(actor article.Actor) bool {
		return (kind == "" || actor.Kind == kind) && isNamed(a, actor, name)
	})
}

func isNamed(a *article.Article, actor article.Actor, name string) bool {
	return actor.Name == name || slices.ContainsFunc(actor.Mentions, func(m article.Mention) bool {
		return m.Form == article.FormName && m.Span.Of(a.Text) == name
	})
}

func mentions(a *article.Article, actor int, words string) bool {
	return slices.ContainsFunc(a.Actors[actor].Mentions, func(m article.Mention) bool { return m.Span.Of(a.Text) == words })
}

// faults tells what is wrong with the statement that meets most of what is wanted.
func (w *wantedStatement) faults(a *article.Article) []string {
	best := []string{"missing"}
	found := false
	for i := range a.Statements {
		text := contentOf(a, i)
		if !strings.Contains(text, w.Contains) {
			continue
		}
		if faults := w.faultsOf(a, i, text); !found || len(faults) < len(best) {
			best, found = faults, true
		}
	}
	return best
}

func (w *wantedStatement) faultsOf(a *article.Article, i int, text string) []string {
	s := a.Statements[i]
	is := func(actor int, name string) bool { return actor >= 0 && isNamed(a, a.Actors[actor], name) }
	var out []string
	note := func(ok bool, fault string) {
		if !ok {
			out = append(out, fault)
		}
	}
	note(w.Kind == "" || s.Kind == w.Kind, "kind")
	note(!slices.ContainsFunc(w.With, func(p string) bool { return !strings.Contains(text, p) }), "extent")
	if w.Speaker.given && w.Speaker.value == nil {
		note(s.Speaker < 0, "speaker")
	} else if w.Speaker.given {
		note(is(s.Speaker, *w.Speaker.value), "speaker")
	}
	note(strings.Contains(s.SpeakerSpan.Of(a.Text), w.SpeakerText), "speaker's words")
	if w.Addressees != nil {
		note(len(s.Addressees) == len(*w.Addressees) && !slices.ContainsFunc(*w.Addressees, func(name string) bool {
			return !slices.ContainsFunc(s.Addressees, func(actor int) bool { return is(actor, name) })
		}), "addressees")
	}
	for _, name := range w.About {
		note(slices.ContainsFunc(s.About, func(t article.Target) bool { return is(t.Actor, name) }), "about "+name)
	}
	note(w.Within == "" || s.Within >= 0 && strings.Contains(contentOf(a, s.Within), w.Within), "within")
	return out
}

// isStatement tells whether a statement is just about this passage.
func isStatement(a *article.Article, passage string) bool {
	for i := range a.Statements {
		text := contentOf(a, i)
		if strings.Contains(text, passage) && len(text) <= len(passage)+len(passage)/2 {
			return true
		}
	}
	return false
}

func contentOf(a *article.Article, i int) string {
	var parts []string
	for _, span := range a.Statements[i].Content {
		parts = append(parts, span.Of(a.Text))
	}
	return strings.Join(parts, " … ")
}

func (w *wantedRole) met(a *article.Article) bool {
	return slices.ContainsFunc(a.Roles, func(r article.Role) bool {
		return strings.EqualFold(r.Title, w.Title) && isNamed(a, a.Actors[r.Person], w.Person) &&
			(w.Of == "" || r.Of >= 0 && isNamed(a, a.Actors[r.Of], w.Of))
	})
}
