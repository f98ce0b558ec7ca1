package main

import (
	"encoding/json"
	"fmt"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/newsgraph/newsgraph/graph"
	"github.com/newsgraph/newsgraph/internal/shared"
)

// seed is a real article that is not part of the repository.
func seed(t *testing.T) string {
	t.Helper()
	return shared.Path(t, "seed/article.txt")
}

// said is what the article must give of a statement: the beginning and the end of a distinctive passage, and what hangs on it.
type said struct {
	passage, kind, speaker, speakerText string
	to, about                           []string
	within                              string   // who reports it
	because                             []string // of whom it is about: name and code of the reason
}

func seedStatements() []said {
	const lavrov = "Sergey Lavrov"
	return []said{
		{passage: "are disturbing", kind: "DIRECT", speaker: lavrov},
		{passage: "changing unwanted regimes", kind: "MIXED", speaker: lavrov},
		// "His western counterpart" is the one other person who is named near.
		{passage: "mixed feelings", kind: "MIXED", speaker: lavrov, about: []string{"Rex Tillerson"}, because: []string{"Rex Tillerson: relation"}},
		{passage: "used to tell me", kind: "DIRECT", speaker: lavrov, about: []string{"Rex Tillerson", "United States", "Syria", "Islamic State"}},
		{passage: "the main goal of the US in Syria", kind: "INDIRECT", speaker: "Rex Tillerson", to: []string{lavrov}, within: lavrov},
		{passage: "the information claiming that some US military bases", kind: "DIRECT", speaker: lavrov},
		{passage: "should not be used to topple governments", kind: "INDIRECT", speaker: lavrov, to: []string{"RT"}},
		{passage: "the US-led coalition of creating", kind: "INDIRECT", speaker: "Reconciliation Center for Syria", about: []string{"US-led coalition"}},
		{passage: "the process that involves the resignation", kind: "INDIRECT", speakerText: "some US officials"},
		{passage: "the refugee camp has been used", kind: "INDIRECT", speakerText: "Local refugees"},
	}
}

func seedNames() map[string][]string {
	return map[string][]string{
		"PERSON":       {"Sergey Lavrov", "Rex Tillerson", "Bashar Assad"},
		"ORGANIZATION": {"RT", "Islamic State", "Al-Nusra Front", "New Syrian Army", "Reconciliation Center for Syria", "US-led coalition"},
		"PLACE":        {"Syria", "Russia", "United States", "Moscow", "Al-Shaddadah"},
		"EVENT":        {},
	}
}

func TestSeedByExtract(t *testing.T) {
	t.Parallel()
	code, stdout, stderr := newsgraph(t, "", "extract", seed(t))
	wantCode(t, code, exitDone, stderr)
	var got extracted
	if err := json.Unmarshal([]byte(stdout), &got); err != nil {
		t.Fatal(err)
	}
	if want := "Reports on US training ‘ex-terrorists’ in Syria concerning – Lavrov to RT"; got.Title != want {
		t.Errorf("title %q", got.Title)
	}
	if got.Published == nil || !strings.HasPrefix(*got.Published, "2017-12-25T11:06") {
		t.Errorf("published %v", got.Published)
	}
	names, byKind := map[string]string{}, map[string][]string{}
	for _, e := range got.Entities {
		names[e.Ref] = e.Name
		byKind[string(e.Kind)] = append(byKind[string(e.Kind)], e.Name)
	}
	wantNames(t, byKind)
	var statements []said
	for _, s := range got.Statements {
		one := said{passage: s.Text, kind: string(s.Kind), speakerText: s.SpeakerText}
		if s.Speaker != nil {
			one.speaker = names[*s.Speaker]
		}
		for _, ref := range s.Addressees {
			one.to = append(one.to, names[ref])
		}
		for _, target := range s.About {
			code, _, _ := strings.Cut(target.Reason, ":")
			one.about = append(one.about, names[target.Ref])
			one.because = append(one.because, names[target.Ref]+": "+code)
		}
		if s.Within != nil && got.Statements[*s.Within].Speaker != nil {
			one.within = names[*got.Statements[*s.Within].Speaker]
		}
		statements = append(statements, one)
	}
	wantStatements(t, statements)
}

// TestSeedEvents holds which events the article tells: all of them are said by somebody, so none is simply the case, and the line that
// advertises another article tells none.
func TestSeedEvents(t *testing.T) {
	t.Parallel()
	code, stdout, stderr := newsgraph(t, "", "extract", seed(t))
	wantCode(t, code, exitDone, stderr)
	var a extracted
	if err := json.Unmarshal([]byte(stdout), &a); err != nil {
		t.Fatal(err)
	}
	names := map[string]string{}
	for _, e := range a.Entities {
		names[e.Ref] = e.Name
	}
	var got []string
	for _, e := range a.Events {
		line := fmt.Sprintf("%s %s %s", e.Type, a.Text[e.Trigger[0]:e.Trigger[1]], e.Status)
		for _, p := range e.Participants {
			line += fmt.Sprintf(", %s %s", p.As, names[p.Ref])
		}
		if e.From != nil {
			line += ", " + (*e.From)[:10] + " to " + (*e.To)[:10]
		}
		if e.ReportedBy != nil {
			line += ", said by " + a.Statements[*e.ReportedBy].SpeakerText
		}
		got = append(got, line)
	}
	want := []string{
		"RESIGN resignation ALLEGED, ACTOR Bashar Assad, said by some US officials",
		"AID train ALLEGED, ACTOR United States, said by Lavrov",
		"ACCUSE accusing HAPPENED, ACTOR Reconciliation Center for Syria, RECIPIENT US-led coalition, 2017-12-01 to 2017-12-26, said by Russia’s Reconciliation Center for Syria",
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("events (-want +got):\n%s", diff)
	}
}

// seedGraph is the graph of the article alone.
func seedGraph(t *testing.T) *graph.Graph {
	t.Helper()
	store := "sqlite:" + filepath.Join(t.TempDir(), "graph.db")
	code, _, stderr := newsgraph(t, "", "load", "--store", store, seed(t))
	wantCode(t, code, exitDone, stderr)
	return opened(t, store)
}

// TestSeedEventsByGraphQL holds that the events come back as they were extracted, each with its report and who tells it.
func TestSeedEventsByGraphQL(t *testing.T) {
	t.Parallel()
	var got struct {
		Data struct {
			Events struct {
				Edges []struct {
					Node struct {
						Name, Status, Precision string
						From                    string
						Asserted                bool
						Participants            []struct {
							As     string
							Entity struct{ Name string }
						}
						ReportedBy []struct{ Speaker struct{ Name string } }
						Reports    struct {
							Edges []struct {
								Node struct{ Trigger, Text string }
							}
						}
					}
				}
			}
			All struct{ TotalCount int }
		}
	}
	answer := ask(t, seedGraph(t), `{
		events(filter: {type: [ACCUSE], actor: ["Reconciliation Center for Syria"], within: {from: "2017-12-01T00:00:00Z", to: "2018-01-01T00:00:00Z"}}) {
			edges { node { name status precision from asserted participants { as entity { name } } reportedBy { speaker { name } }
				reports { edges { node { trigger text } } } } } }
		all: events { totalCount } }`)
	if err := json.Unmarshal([]byte(answer), &got); err != nil {
		t.Fatal(err)
	}
	if len(got.Data.Events.Edges) != 1 || got.Data.All.TotalCount != 3 {
		t.Fatalf("%s, want one accusation among three events", answer)
	}
	e := got.Data.Events.Edges[0].Node
	line := fmt.Sprintf("%s; %s, %s %s, asserted %v; told by %s", e.Name, e.Status, e.From[:7], e.Precision, e.Asserted, e.ReportedBy[0].Speaker.Name)
	for _, p := range e.Participants {
		line += fmt.Sprintf("; %s %s", p.As, p.Entity.Name)
	}
	want := "Reconciliation Center for Syria accuses US-led coalition, 2017-12; HAPPENED, 2017-12 MONTH, asserted false; " +
		"told by Reconciliation Center for Syria; ACTOR Reconciliation Center for Syria; RECIPIENT US-led coalition"
	if diff := cmp.Diff(want, line); diff != "" {
		t.Errorf("the accusation (-want +got):\n%s", diff)
	}
	if r := e.Reports.Edges[0].Node; r.Trigger != "accusing" || !strings.Contains(r.Text, "US-led coalition") {
		t.Errorf("reported as %+v", r)
	}
}

func TestSeedByGraphQL(t *testing.T) {
	t.Parallel()
	var got struct {
		Data struct {
			Entity struct {
				Name  string
				Roles []struct {
					Title string
					Of    struct{ Name string }
				}
			}
			Entities struct {
				Edges []struct{ Node struct{ Kind, Name string } }
			}
			Statements struct {
				Edges []struct {
					Node struct {
						Kind, Text, SpeakerText string
						Speaker                 struct{ Name string }
						Addressees              []struct{ Name string }
						About                   []struct {
							Entity struct{ Name string }
							Reason struct{ Code string }
						}
						Within struct{ Speaker struct{ Name string } }
					}
				}
			}
		}
	}
	answer := ask(t, seedGraph(t), `{
		entity(name: "Lavrov") { name ... on Person { roles { title of { name } } } }
		entities(first: 100) { edges { node { kind name } } }
		statements(first: 100) { edges { node { kind text speakerText speaker { name } addressees { name } about { entity { name } reason { code } } within { speaker { name } } } } } }`)
	if err := json.Unmarshal([]byte(answer), &got); err != nil {
		t.Fatal(err)
	}
	lavrov := got.Data.Entity
	if lavrov.Name != "Sergey Lavrov" || len(lavrov.Roles) != 1 || lavrov.Roles[0].Title != "Foreign Minister" || lavrov.Roles[0].Of.Name != "Russia" {
		t.Errorf("Lavrov is %+v", lavrov)
	}
	byKind := map[string][]string{}
	for _, e := range got.Data.Entities.Edges {
		byKind[e.Node.Kind] = append(byKind[e.Node.Kind], e.Node.Name)
	}
	wantNames(t, byKind)
	var statements []said
	for _, e := range got.Data.Statements.Edges {
		one := said{passage: e.Node.Text, kind: e.Node.Kind, speaker: e.Node.Speaker.Name, speakerText: e.Node.SpeakerText, within: e.Node.Within.Speaker.Name}
		for _, a := range e.Node.Addressees {
			one.to = append(one.to, a.Name)
		}
		for _, a := range e.Node.About {
			one.about = append(one.about, a.Entity.Name)
			one.because = append(one.because, a.Entity.Name+": "+a.Reason.Code)
		}
		statements = append(statements, one)
	}
	wantStatements(t, statements)
}

func wantNames(t *testing.T, byKind map[string][]string) {
	t.Helper()
	for kind, want := range seedNames() {
		got := byKind[kind]
		slices.Sort(got)
		slices.Sort(want)
		if !slices.Equal(got, want) {
			t.Errorf("%s: %q, want %q", kind, got, want)
		}
	}
}

// wantStatements looks for each statement that the article must give; it may give more.
func wantStatements(t *testing.T, got []said) {
	t.Helper()
	for _, want := range seedStatements() {
		fits := func(s said) bool {
			return strings.Contains(s.passage, want.passage) && s.kind == want.kind && s.speaker == want.speaker &&
				strings.HasPrefix(s.speakerText, want.speakerText) && hasAll(s.to, want.to) && hasAll(s.about, want.about) && hasAll(s.because, want.because) && s.within == want.within
		}
		if !slices.ContainsFunc(got, fits) {
			t.Errorf("no statement is %+v, of %+v", want, got)
		}
	}
}

func hasAll(got, want []string) bool {
	return !slices.ContainsFunc(want, func(w string) bool { return !slices.Contains(got, w) })
}
