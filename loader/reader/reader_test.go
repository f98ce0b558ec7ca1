package reader_test

import (
	"context"
	"errors"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/newsgraph/newsgraph/loader/article"
	"github.com/newsgraph/newsgraph/loader/reader"
)

// harborStory is invented.
const harborStory = `The Port Authority of Selmora closed the northern docks on Monday after a fire, officials said.

“We lost everything,” said Ilka Brandt, a crane driver, “and nobody told us why.” She accused the Harbor Ministry of hiding a report. According to the Selmora Fire Department, the blaze began in a warehouse owned by Norvik Shipping Inc. in 1990.

Transport Minister Tomas Okeke told the Selmora Herald that the docks would open again in May. “There is no danger,” he added. Brandt said the minister’s promise was “a joke.”

`

func nameList(a *article.Article) []string {
	var out []string
	for _, n := range a.Names {
		out = append(out, string(n.Kind)+" "+n.Span.Of(a.Text))
	}
	return out
}

func join(text string, spans []article.Span) string {
	var parts []string
	for _, s := range spans {
		parts = append(parts, s.Of(text))
	}
	return strings.Join(parts, " … ")
}

func attributionList(a *article.Article) []string {
	var out []string
	for _, x := range a.Attributions {
		out = append(out, join(a.Text, x.Source)+" | "+join(a.Text, x.Cue)+" | "+join(a.Text, x.Content))
	}
	return out
}

func TestNames(t *testing.T) {
	t.Parallel()
	r := reader.New(nil)
	for _, c := range []struct {
		name, text string
		want       []string
	}{
		{"title left out", "Foreign Minister Vera Lund met Mr. Brandt in Moscow.", []string{"PERSON Vera Lund", "PERSON Brandt", "PLACE Moscow"}},
		{"nationality left out", "Russian Foreign Minister Ivan Petrov spoke.", []string{"PERSON Ivan Petrov"}},
		{"brackets", "Fighters of Islamic State (IS, formerly ISIS) left.", []string{"ORGANIZATION Islamic State", "ORGANIZATION IS", "ORGANIZATION ISIS"}},
		{"hyphens", "The US-led force watched the Russia-US talks near Al-Tanf.", []string{"PLACE US", "PLACE Russia", "PLACE US", "PLACE Al-Tanf"}},
		{"names in marks", "They built the so-called ‘New Selmoran Army.’", []string{"ORGANIZATION New Selmoran Army"}},
		{"possessive", "Norway’s Ministry of Justice waited.", []string{"PLACE Norway", "ORGANIZATION Ministry of Justice"}},
		{"surname by the full name", "A crowd cheered Ilka Brandt. Brandt waved.", []string{"PERSON Ilka Brandt", "PERSON Brandt"}},
		{"a month that is a name", "Theresa May spoke in May.", []string{"PERSON Theresa May"}},
		{"common first words", "Protesters gathered. Meanwhile, rain fell on Monday. However, French was spoken.", nil},
		{"context of a place", "Shells hit the town of Kafr Lunda again.", []string{"PLACE Kafr Lunda"}},
		{"company", "Profits at Norvik Shipping Inc. fell.", []string{"ORGANIZATION Norvik Shipping Inc."}},
		{"office before the name", "Secretary of State Omar Lund met King Karel III after World War II.", []string{"PERSON Omar Lund", "PERSON Karel III", "EVENT World War II"}},
		{"headline", "Minister Lund Visits Northern Docks Before Winter", nil},
		{"organization beside its kind", "Power failed, the grid operator Velnor told Harbour FM.", []string{"ORGANIZATION Velnor", "ORGANIZATION Harbour FM"}},
		{"country by its neighbours", "A treaty between Zandia and Estonia ended.", []string{"PLACE Zandia", "PLACE Estonia"}},
		{"syllables", "President Moon Jae-in met Bashar al-Assad.", []string{"PERSON Moon Jae-in", "PERSON Bashar al-Assad"}},
		{"surname that is a title", "They read Martin Luther King Jr. in school.", []string{"PERSON Martin Luther King Jr."}},
		{"joined by scraping", "Sen. Jane Doe Jane Mary DoeBudget talks fail (R-Ohio) left. Doe spoke.", []string{"PERSON Jane Doe", "PERSON Doe"}},
		{"no names", "The Affordable Care Act helped many MPs and New Zealanders.", nil},
		{"pronoun us", "They told us so.", nil},
	} {
		t.Run(c.name, func(t *testing.T) {
			t.Parallel()
			if d := cmp.Diff(c.want, nameList(annotated(t, r, c.text))); d != "" {
				t.Error(d)
			}
		})
	}
}

func TestAttributions(t *testing.T) {
	t.Parallel()
	r := reader.New(nil)
	for _, c := range []struct {
		name, text string
		want       []string
	}{
		{"turns with labels", "Ilka Brandt arrived.\n\nIlka Brandt: We lost the docks. Nobody came.", []string{"Ilka Brandt | : | We lost the docks. Nobody came."}},
		{"turns with dashes", "We met Mary Brandt, a crane driver.\n\n— Is it safe?\n\n— No comment.", []string{" | — | Is it safe?", "Mary Brandt | — | No comment."}},
		{"any verb behind a quotation", "“I sang to the cranes,” Brandt sobbed.", []string{"Brandt | sobbed | “I sang to the cranes,”"}},
		{"inserted source", "The fire, Lund said, was small.", []string{"Lund | said | The fire … was small"}},
		{"quotation in the passive", "The toll was called “an insult” by Lord Lund.", []string{"Lord Lund | was called … by | The toll … “an insult”"}},
		{"direct, inverted", "“It was terrible,” said Omar Khalid, a doctor at the clinic.", []string{"Omar Khalid, a doctor at the clinic | said | “It was terrible,”"}},
		{"split quotation", "“This is war,” Lund said, “and we will not stop.”", []string{"Lund | said | “This is war,” … “and we will not stop.”"}},
		{"quotation goes on", "“This is war,” he said. “Nothing else.”", []string{"he | said | “This is war,” … “Nothing else.”"}},
		{"over paragraphs", "“The road is closed.\n\n“It stays closed,” Lund said.", []string{"Lund | said | “The road is closed. … “It stays closed,”"}},
		{"partial quotation", "Plans to sell the port, including “cutting jobs,” must end, he added.", []string{"he | added | Plans to sell the port, including “cutting jobs,” must end"}},
		{"indirect, first", "The minister said on Monday that the road was closed.", []string{"The minister | said | that the road was closed"}},
		{"indirect, last, with another", "The road is closed, Minister Vera Lund told the Herald, adding that it stays closed.", []string{
			"Minister Vera Lund | told | The road is closed",
			"Minister Vera Lund | adding | that it stays closed",
		}},
		{"according to", "According to the Harbor Ministry, two ships sank.", []string{"the Harbor Ministry | According to | two ships sank"}},
		{"according to, last", "Two ships sank, according to the Harbor Ministry.", []string{"the Harbor Ministry | according to | Two ships sank"}},
		{"as X put it", "As Lund put it, “the ships are gone.”", []string{"Lund | As … put it | “the ships are gone.”"}},
		{"statement", "The Harbor Ministry released a statement accusing Lund of theft.", []string{"The Harbor Ministry | released a statement accusing | Lund of theft"}},
		{"set behind", "Local refugees, returning to their homes, say the camp is closed.", []string{"Local refugees, returning to their homes | say | the camp is closed"}},
		{"colon", "Lund warned: “Nothing is agreed.”", []string{"Lund | warned | “Nothing is agreed.”"}},
		{"passive", "The ministry was accused by Brandt of hiding a report.", []string{"Brandt | was accused by | The ministry … of hiding a report"}},
		{"nobody named", "“The docks are closed until further notice.”", []string{" |  | “The docks are closed until further notice.”"}},
		{"title of a work", "He watched “Gone with the Wind” twice.", nil},
		{"no cue", "The so-called “safe zone” was shelled.", nil},
	} {
		t.Run(c.name, func(t *testing.T) {
			t.Parallel()
			if d := cmp.Diff(c.want, attributionList(annotated(t, r, c.text))); d != "" {
				t.Error(d)
			}
		})
	}
}

func TestStory(t *testing.T) {
	t.Parallel()
	a := annotated(t, reader.New(nil), harborStory)
	wantNames := []string{
		"ORGANIZATION Port Authority of Selmora", "PERSON Ilka Brandt", "ORGANIZATION Harbor Ministry",
		"ORGANIZATION Selmora Fire Department", "ORGANIZATION Norvik Shipping Inc.", "PERSON Tomas Okeke",
		"ORGANIZATION Selmora Herald", "PERSON Brandt",
	}
	if d := cmp.Diff(wantNames, nameList(a)); d != "" {
		t.Error(d)
	}
	want := []string{
		"officials | said | The Port Authority of Selmora closed the northern docks on Monday after a fire",
		"Ilka Brandt, a crane driver | said | “We lost everything,” … “and nobody told us why.”",
		"She | accused | the Harbor Ministry of hiding a report",
		"the Selmora Fire Department | According to | the blaze began in a warehouse owned by Norvik Shipping Inc. in 1990",
		"Transport Minister Tomas Okeke | told | that the docks would open again in May",
		"he | added | “There is no danger,”",
		"Brandt | said | the minister’s promise was “a joke.”",
	}
	if d := cmp.Diff(want, attributionList(a)); d != "" {
		t.Error(d)
	}
}

func TestOptions(t *testing.T) {
	t.Parallel()
	a := annotated(t, reader.New(&reader.Options{MinConfidence: 2}), harborStory)
	if len(a.Names)+len(a.Attributions) > 0 {
		t.Errorf("names %d, attributions %d above a confidence that none has", len(a.Names), len(a.Attributions))
	}
}

func TestContract(t *testing.T) {
	t.Parallel()
	c := reader.New(nil).Contract()
	want := article.Contract{
		Name:     "reader",
		Requires: []article.Layer{article.LayerText, article.LayerSegments},
		Adds:     []article.Layer{article.LayerNames, article.LayerAttributions},
	}
	if d := cmp.Diff(want, c); d != "" {
		t.Error(d)
	}
}

func TestCancelled(t *testing.T) {
	t.Parallel()
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	if err := reader.New(nil).Annotate(ctx, segmented(t, harborStory)); !errors.Is(err, context.Canceled) {
		t.Errorf("got %v", err)
	}
}

func FuzzAnnotate(f *testing.F) {
	r := reader.New(nil)
	for _, s := range []string{
		harborStory, "", "“", "said", "“” said ‘", "A (B (C) said: “x” – “y", "according to", "According to X", "US-US-US", "As put it,",
		"“a\n\n“b\n\n“c” said X", "İ said. ＡＢＣ told “\u00a0”", "X:", "X: “", "''a'' said Mr.", "Mr", "the of the", "1 said , ,", "tells , , to",
	} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, text string) {
		text = strings.ToValidUTF8(text, "?")
		a := annotated(t, r, text)
		checkNames(t, a)
		checkAttributions(t, a)
	})
}

func checkSpan(t *testing.T, text string, s article.Span) {
	t.Helper()
	if s.Start < 0 || s.End <= s.Start || s.End > len(text) || !strings.HasPrefix(text[s.Start:], strings.ToValidUTF8(s.Of(text), "\x00")) {
		t.Fatalf("span %v is no passage of %q", s, text)
	}
}

func checkNames(t *testing.T, a *article.Article) {
	t.Helper()
	last := 0
	for _, n := range a.Names {
		checkSpan(t, a.Text, n.Span)
		if n.Span.Start < last || n.Kind == "" || n.Confidence <= 0 || n.Confidence > 1 {
			t.Fatalf("name %v after %d", n, last)
		}
		last = n.Span.End
	}
}

func checkAttributions(t *testing.T, a *article.Article) {
	t.Helper()
	last := 0
	for _, x := range a.Attributions {
		if len(x.Content) == 0 || x.Content[0].Start < last || x.Confidence <= 0 || x.Confidence > 1 {
			t.Fatalf("attribution %v after %d", x, last)
		}
		last = x.Content[0].Start
		for _, spans := range [][]article.Span{x.Source, x.Cue, x.Content} {
			end := 0
			for _, s := range spans {
				checkSpan(t, a.Text, s)
				if s.Start < end {
					t.Fatalf("spans out of order: %v in %q", spans, a.Text)
				}
				end = s.End
			}
		}
	}
}
