package event_test

import (
	"fmt"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"github.com/newsgraph/newsgraph/loader/article"
	"github.com/newsgraph/newsgraph/loader/event"
	"github.com/newsgraph/newsgraph/loader/segment"
)

// marked makes an article of a text with marks: "[Ana Silva]" is a person, "{Lisk}" a place; roles are "predicate ARG0=word ARG1=word".
func marked(t testing.TB, text string, roles ...string) *article.Article {
	t.Helper()
	a := &article.Article{PublishedAt: time.Date(2031, 5, 14, 12, 0, 0, 0, time.UTC)}
	start := 0
	for _, r := range text {
		switch r {
		case '[', '{':
			start = len(a.Text)
		case ']', '}':
			kind := article.Person
			if r == '}' {
				kind = article.Place
			}
			span := article.Span{Start: start, End: len(a.Text)}
			a.Actors = append(a.Actors, article.Actor{
				Kind: kind, Name: span.Of(a.Text), Mentions: []article.Mention{{Span: span, Form: article.FormName}},
			})
		default:
			a.Text += string(r)
		}
	}
	if err := segment.New().Annotate(t.Context(), a); err != nil {
		t.Fatal(err)
	}
	for _, line := range roles {
		f := strings.Fields(line)
		p := article.Predicate{Span: word(t, a.Text, f[0]), Confidence: 1}
		for _, arg := range f[1:] {
			label, head, _ := strings.Cut(arg, "=")
			p.Arguments = append(p.Arguments, article.Argument{Label: label, Head: word(t, a.Text, head), Confidence: 1})
		}
		a.Predicates = append(a.Predicates, p)
	}
	return a
}

func word(t testing.TB, text, w string) article.Span {
	t.Helper()
	i := strings.Index(text, w)
	if i < 0 {
		t.Fatalf("%q is not in the text", w)
	}
	return article.Span{Start: i, End: i + len(w)}
}

// coded runs the stage and gives the events that it finds.
func coded(t *testing.T, a *article.Article) []string {
	t.Helper()
	if err := event.New().Annotate(t.Context(), a); err != nil {
		t.Fatal(err)
	}
	return told(a)
}

// told writes the events of an article in a line each.
func told(a *article.Article) []string {
	var out []string
	for _, e := range a.Events {
		line := fmt.Sprintf("%s %s %s", e.Type, e.Trigger.Of(a.Text), e.Status)
		for _, p := range e.Participants {
			line += fmt.Sprintf(" %s=%s", p.As, a.Actors[p.Actor].Name)
		}
		if e.Place >= 0 {
			line += " in " + a.Actors[e.Place].Name
		}
		if !e.From.IsZero() {
			line += fmt.Sprintf(" %s..%s %s", e.From.Format(time.DateOnly), e.To.AddDate(0, 0, -1).Format(time.DateOnly), e.Precision)
		}
		out = append(out, line)
	}
	return out
}

func TestEvents(t *testing.T) {
	t.Parallel()
	for name, c := range map[string]struct {
		text  string
		roles []string
		want  []string
	}{
		"verb": {
			"[Olen Tarn] met [Mara Lind] in {Tarnholm} on Monday.",
			[]string{"met ARG0=Tarn ARG1=Lind ARGM-LOC=Tarnholm ARGM-TMP=Monday"},
			[]string{"MEET met HAPPENED ACTOR=Olen Tarn RECIPIENT=Mara Lind in Tarnholm 2031-05-12..2031-05-12 DAY"},
		},
		"passive": {
			"[Jonas Wick] was arrested by [Ida Morn].",
			[]string{"arrested ARG1=Wick"},
			[]string{"ARREST arrested HAPPENED ACTOR=Ida Morn RECIPIENT=Jonas Wick"},
		},
		"planned": {
			"[Olen Tarn] will meet [Mara Lind] next month.",
			[]string{"meet ARG0=Tarn ARG1=Lind ARGM-TMP=month"},
			[]string{"MEET meet PLANNED ACTOR=Olen Tarn RECIPIENT=Mara Lind 2031-06-01..2031-06-30 MONTH"},
		},
		"denied": {
			"[Jonas Wick] was not arrested.",
			[]string{"arrested ARG1=Wick ARGM-NEG=not"},
			[]string{"ARREST arrested DENIED RECIPIENT=Jonas Wick"},
		},
		"alleged": {
			"[Ida Morn] accused [Jonas Wick] of killing [Edda Roth].",
			[]string{"accused ARG0=Morn ARG1=Wick ARG2=killing", "killing ARG1=Roth"},
			[]string{
				"ACCUSE accused HAPPENED ACTOR=Ida Morn RECIPIENT=Jonas Wick",
				"ASSAULT killing ALLEGED ACTOR=Jonas Wick RECIPIENT=Edda Roth",
			},
		},
		"noun": {
			"Talks between [Olen Tarn] and [Mara Lind] broke down in {Grell}.",
			[]string{"Talks ARG1=Tarn", "broke ARG1=Talks ARGM-LOC=Grell"},
			[]string{"CONSULT Talks HAPPENED ACTOR=Olen Tarn RECIPIENT=Mara Lind in Grell"},
		},
		"whose people": {
			"{Korvian} troops attacked {Lisk}.",
			[]string{"attacked ARG0=troops ARG1=Lisk"},
			[]string{"ASSAULT attacked HAPPENED ACTOR=Korvian in Lisk"},
		},
		"a brother is somebody else": {
			"[Ana Silva]'s brother was arrested.",
			[]string{"arrested ARG1=brother"},
			nil,
		},
		"asked for, not done": {
			"[Mara Lind] urged [Olen Tarn] to resign.",
			[]string{"urged ARG0=Lind ARG1=resign", "resign ARG0=Tarn"},
			[]string{"REQUEST urged HAPPENED ACTOR=Mara Lind RECIPIENT=Olen Tarn"},
		},
		"called off": {"[Mara Lind]'s visit to {Lisk} was put off.", []string{"visit ARG0=Lind ARG1=Lisk", "put ARG1=visit"}, nil},
		"nobody":     {"Three men attacked a shop.", []string{"attacked ARG0=men ARG1=shop"}, nil},
		"a title":    {"“The Arrest of the Moon” is a novel by [Tomas Hede].", []string{"Arrest ARG1=Moon"}, nil},
		"no roles":   {"[Olen Tarn] met [Mara Lind].", nil, nil},
		"training fighters is aid": {
			"Reports claiming that {Korvia} has started to train rebels worried [Olen Tarn].",
			[]string{"claiming ARG1=started", "started ARG1=train", "train ARG0=Korvia ARG1=rebels"},
			[]string{"AID train ALLEGED ACTOR=Korvia"},
		},
		"an apposition": {
			"[Jonas Wick], the owner of a mill, accused his rival, [Olen Tarn], of fraud.",
			[]string{"accused"},
			[]string{"ACCUSE accused HAPPENED ACTOR=Jonas Wick RECIPIENT=Olen Tarn"},
		},
		"aides are not their master": {"Aides of [Olen Tarn] were arrested.", []string{"arrested"}, nil},
		"an attack of words": {
			"[Olen Tarn] attacked [Mara Lind] over rents.",
			[]string{"attacked ARG0=Tarn ARG1=Lind"},
			[]string{"ACCUSE attacked HAPPENED ACTOR=Olen Tarn RECIPIENT=Mara Lind"},
		},
		"a name that was not found":   {"[Olen Tarn] accused Lind of fraud.", []string{"accused ARG0=Tarn"}, nil},
		"a pronoun for nobody known":  {"He accused [Olen Tarn].", []string{"accused ARG1=Tarn"}, nil},
		"an opinion":                  {"[Olen Tarn] agreed that rents are high.", []string{"agreed ARG0=Tarn ARG1=high"}, nil},
		"a noun that looks like one":  {"[Olen Tarn] ended his request.", []string{"ended ARG0=Tarn ARG1=request", "request ARG0=Tarn"}, nil},
		"what something is for":       {"[Olen Tarn] took the knife to attack [Mara Lind].", []string{"took ARG0=Tarn ARG1=knife", "attack ARG0=Tarn ARG1=Lind"}, nil},
		"called so":                   {"A baker named [Olen Tarn] slept.", []string{"named ARG1=Tarn"}, nil},
		"violence in a place":         {"A bomb killed nine people in {Lisk}.", []string{"killed ARG0=bomb ARG1=people ARGM-LOC=Lisk"}, []string{"ASSAULT killed HAPPENED in Lisk"}},
		"the smaller place":           {"Rebels shelled a school in {Lisk}, {Korvia}.", []string{"shelled ARG0=Rebels ARG1=school"}, []string{"ASSAULT shelled HAPPENED in Lisk"}},
		"a title between":             {"[Olen Tarn] met with {Korvia}'s minister [Mara Lind].", []string{"met ARG0=Tarn"}, []string{"MEET met HAPPENED ACTOR=Olen Tarn RECIPIENT=Mara Lind"}},
		"who stands before a passive": {"[Olen Tarn] was accused by [Mara Lind].", []string{"accused ARG0=Tarn ARG1=Tarn"}, []string{"ACCUSE accused HAPPENED ACTOR=Mara Lind RECIPIENT=Olen Tarn"}},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			a := marked(t, c.text, c.roles...)
			if diff := cmp.Diff(c.want, coded(t, a)); diff != "" {
				t.Errorf("events (-want +got):\n%s", diff)
			}
		})
	}
}

func TestNamedEvent(t *testing.T) {
	t.Parallel()
	a := marked(t, "The [Geneva talks] in {Grell} failed.")
	a.Actors[0].Kind = article.Event
	if diff := cmp.Diff([]string{"NAMED Geneva talks HAPPENED in Grell"}, coded(t, a)); diff != "" {
		t.Errorf("events (-want +got):\n%s", diff)
	}
}

func TestReportedBy(t *testing.T) {
	t.Parallel()
	a := marked(t, "[Pavel Osk] said on Monday [Ida Morn] had attacked [Olen Tarn].", "attacked ARG0=Morn ARG1=Tarn", "said ARG0=Osk ARGM-TMP=Monday")
	a.Statements = []article.Statement{{
		Kind: article.Indirect, Cue: word(t, a.Text, "said"), Speaker: 0, Within: -1,
		Content: []article.Span{{Start: strings.Index(a.Text, "Ida"), End: len(a.Text) - 1}},
	}}
	if err := event.New().Annotate(t.Context(), a); err != nil {
		t.Fatal(err)
	}
	if len(a.Events) != 1 || a.Events[0].ReportedBy != 0 || !a.Events[0].From.IsZero() {
		t.Errorf("%+v: want one event that statement 0 reports and the day of the saying does not date", a.Events)
	}
}

func TestSaysItself(t *testing.T) {
	t.Parallel()
	a := marked(t, "[Pavel Osk] accused [Olen Tarn] of fraud.", "accused ARG0=Osk ARG1=Tarn")
	a.Statements = []article.Statement{{
		Kind: article.Indirect, Cue: word(t, a.Text, "accused"), Speaker: 0, Within: -1, Content: []article.Span{{Start: strings.Index(a.Text, "Olen"), End: len(a.Text) - 1}},
	}}
	if err := event.New().Annotate(t.Context(), a); err != nil {
		t.Fatal(err)
	}
	if len(a.Events) != 1 || a.Events[0].ReportedBy != 0 || a.Events[0].Status != article.Happened {
		t.Errorf("%+v: want one accusation, which the statement makes", a.Events)
	}
}

func TestClaimed(t *testing.T) {
	t.Parallel()
	a := marked(t, "[Pavel Osk] claimed that [Ida Morn] resigned.", "resigned ARG0=Morn", "claimed ARG0=Osk")
	a.Statements = []article.Statement{{
		Kind: article.Indirect, Cue: word(t, a.Text, "claimed"), Speaker: 0, Within: -1, Content: []article.Span{{Start: strings.Index(a.Text, "Ida"), End: len(a.Text) - 1}},
	}}
	if diff := cmp.Diff([]string{"RESIGN resigned ALLEGED ACTOR=Ida Morn"}, coded(t, a)); diff != "" {
		t.Errorf("events (-want +got):\n%s", diff)
	}
}

func TestDateline(t *testing.T) {
	t.Parallel()
	a := marked(t, "{LISK}, May 13 – Police arrested [Jonas Wick]. Police in {Grell} arrested [Olen Tarn].\n\nPolice arrested [Mara Lind].")
	a.Dateline = article.Span{End: strings.Index(a.Text, "Police")}
	a.Sentences, a.Paragraphs, a.Tokens = nil, nil, nil
	if err := segment.New().Annotate(t.Context(), a); err != nil {
		t.Fatal(err)
	}
	for at := 0; ; {
		i := strings.Index(a.Text[at:], "arrested")
		if i < 0 {
			break
		}
		a.Predicates = append(a.Predicates, article.Predicate{Span: article.Span{Start: at + i, End: at + i + 8}, Confidence: 1})
		at += i + 8
	}
	if err := event.New().Annotate(t.Context(), a); err != nil {
		t.Fatal(err)
	}
	want := []string{"ARREST arrested HAPPENED RECIPIENT=Jonas Wick in LISK", "ARREST arrested HAPPENED RECIPIENT=Olen Tarn in Grell", "ARREST arrested HAPPENED RECIPIENT=Mara Lind"}
	if diff := cmp.Diff(want, told(a)); diff != "" {
		t.Errorf("events (-want +got):\n%s", diff)
	}
}

func TestMode(t *testing.T) {
	t.Parallel()
	for text, want := range map[string]string{
		"[Olen Tarn] shot [Mara Lind].":     "firearms",
		"[Olen Tarn] killed [Mara Lind].":   "",
		"[Olen Tarn] attacked [Mara Lind].": "",
		"[Olen Tarn] sued [Mara Lind].":     "investigate",
	} {
		a := marked(t, text, strings.Fields(text)[2]+" ARG0=Tarn ARG1=Lind")
		if err := event.New().Annotate(t.Context(), a); err != nil {
			t.Fatal(err)
		}
		if len(a.Events) != 1 || a.Events[0].Mode != want {
			t.Errorf("%s: %+v, want the mode %q", text, a.Events, want)
		}
	}
}

func TestPlace(t *testing.T) {
	t.Parallel()
	for text, want := range map[string]string{
		"Rebels entered {Lisk} on Monday.":                          "Lisk",
		"In the northern town of {Lisk}, rebels entered a school.":  "Lisk",
		"Rebels entered the offices in {Korvia}'s capital {Grell}.": "Grell",
		"{Korvian} rebels entered a school.":                        "",
		"Rebels entered a school.":                                  "",
	} {
		a := marked(t, text, "entered ARG0=ebels")
		if got := event.New().Place(a, word(t, a.Text, "entered")).Of(a.Text); got != want {
			t.Errorf("%s: %q, want %q", text, got, want)
		}
	}
}

// TestAnyText holds that whatever words, names and roles stand anywhere, events point into the text and at its actors.
func TestAnyText(t *testing.T) {
	t.Parallel()
	words := []string{
		"attacked", "met", "talks", "between", "and", "Ana", "Reis", "in", "Lisk", "said", "accused", "of", "killing", "by", "'s", "visit", "to", ".", ",", "“", "”",
		"will", "not", "was", "Monday", "the", "resignation", "his", "plans",
	}
	stage, cut := event.New(), segment.New()
	rapid.Check(t, func(r *rapid.T) {
		a := &article.Article{Text: strings.Join(rapid.SliceOfN(rapid.SampledFrom(words), 1, 40).Draw(r, "words"), " "), PublishedAt: time.Unix(1e9, 0)}
		if err := cut.Annotate(t.Context(), a); err != nil {
			r.Fatal(err)
		}
		span := func(name string) article.Span { return a.Tokens[rapid.IntRange(0, len(a.Tokens)-1).Draw(r, name)].Span }
		for range rapid.IntRange(0, 6).Draw(r, "actors") {
			kind := rapid.SampledFrom([]article.Kind{article.Person, article.Place, article.Event}).Draw(r, "kind")
			a.Actors = append(a.Actors, article.Actor{Kind: kind, Mentions: []article.Mention{{Span: span("mention"), Form: article.FormName}}})
		}
		for range rapid.IntRange(0, 6).Draw(r, "predicates") {
			p := article.Predicate{Span: span("predicate"), Confidence: 1}
			for range rapid.IntRange(0, 3).Draw(r, "arguments") {
				label := rapid.SampledFrom([]string{"ARG0", "ARG1", "ARG2", "ARGM-LOC", "ARGM-TMP", "ARGM-NEG"}).Draw(r, "label")
				p.Arguments = append(p.Arguments, article.Argument{Label: label, Head: span("head"), Confidence: 1})
			}
			a.Predicates = append(a.Predicates, p)
		}
		if err := stage.Annotate(t.Context(), a); err != nil {
			r.Fatal(err)
		}
		for _, e := range a.Events {
			if e.Trigger.Empty() || e.Trigger.End > len(a.Text) || e.Place >= len(a.Actors) || e.Type != article.Named && len(e.Participants) == 0 && e.Place < 0 {
				r.Fatalf("%+v", e)
			}
		}
	})
}
