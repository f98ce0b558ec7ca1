package statement_test

import (
	"context"
	"fmt"
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"github.com/newsgraph/newsgraph/loader/article"
	"github.com/newsgraph/newsgraph/loader/entity"
	"github.com/newsgraph/newsgraph/loader/entity/marked"
	"github.com/newsgraph/newsgraph/loader/reader"
	"github.com/newsgraph/newsgraph/loader/segment"
	"github.com/newsgraph/newsgraph/loader/statement"
)

// faults tells what is unsound in an article's statements.
func faults(a *article.Article) []string {
	var out []string
	note := func(ok bool, format string, args ...any) {
		if !ok {
			out = append(out, fmt.Sprintf(format, args...))
		}
	}
	sound := func(s article.Span) bool { return 0 <= s.Start && s.Start < s.End && s.End <= len(a.Text) }
	actor := func(i int) bool { return 0 <= i && i < len(a.Actors) }
	last := 0
	for i, s := range a.Statements {
		note(len(s.Content) > 0, "statement %d has no content", i)
		end := 0
		for _, c := range s.Content {
			note(sound(c) && c.Start >= end, "statement %d: content %v after %d", i, c, end)
			note(strings.TrimSpace(c.Of(a.Text)) == c.Of(a.Text), "statement %d: content %q", i, c.Of(a.Text))
			end = c.End
		}
		note(s.Content[0].Start >= last, "statement %d is out of order", i)
		last = s.Content[0].Start
		note(s.Cue == article.Span{} || sound(s.Cue), "statement %d: cue %v", i, s.Cue)
		note(s.SpeakerSpan == article.Span{} || sound(s.SpeakerSpan), "statement %d: speaker span %v", i, s.SpeakerSpan)
		note(s.Speaker == -1 || actor(s.Speaker), "statement %d: speaker %d", i, s.Speaker)
		note(s.Confidence > 0 && s.Confidence <= 1 && s.Reason.Code != "" && s.Reason.Text != "", "statement %d: %v, %v", i, s.Confidence, s.Reason)
		note(slices.Contains([]article.StatementMode{article.Said, article.NotSaid, article.Hypothetical}, s.Mode), "statement %d: mode %q", i, s.Mode)
		note(s.SaidAt.IsZero() == (s.SaidAtPrecision == ""), "statement %d: %v to the %q", i, s.SaidAt, s.SaidAtPrecision)
		note(slices.IsSorted(s.Addressees) && len(slices.Compact(slices.Clone(s.Addressees))) == len(s.Addressees), "statement %d: addressees %v", i, s.Addressees)
		for _, x := range s.Addressees {
			note(actor(x), "statement %d: addressee %d", i, x)
		}
		seen := map[int]bool{}
		for _, x := range s.About {
			note(actor(x.Actor) && x.Actor != s.Speaker && !seen[x.Actor], "statement %d: target %d", i, x.Actor)
			note(len(x.Spans) > 0 && x.Confidence > 0 && x.Confidence <= 1 && x.Reason.Code != "", "statement %d: target %+v", i, x)
			seen[x.Actor] = true
			note(slices.Contains([]article.Tone{article.Positive, article.Neutral, article.Negative}, x.Tone), "statement %d: tone %q", i, x.Tone)
			note(x.ToneConfidence >= 0 && x.ToneConfidence <= 1, "statement %d: tone confidence %v", i, x.ToneConfidence)
		}
		steps := 0
		for w := s.Within; w != -1 && steps <= len(a.Statements); steps++ {
			note(w >= 0 && w < len(a.Statements), "statement %d: within %d", i, w)
			w = a.Statements[w].Within
		}
		note(steps <= len(a.Statements), "statement %d is within itself", i)
	}
	return out
}

// pieces are parts of texts; a random order of them makes all sorts of unexpected neighbours.
func pieces() []string {
	return strings.Split("[P|Ada Byrne]~[P|Byrne]~[P|Karl Voss]~[O|Harbour Office]~[L|Norway]~ Foreign Minister ~ the minister ~ he ~ she ~, ~. ~\n\n~“~”~ ‘~’~\"~"+
		"{s1|[P|Ada Byrne]}~{q1| told }~{c1|“it was [P|Karl Voss]”}~{c1| told me that it was over }~{s2| the statement }~{q2| said }~{c2|that {s3|he} {q3|said} {c3|he was [L|US]}}~"+
		" and ~ told me that ~ say ~ on Monday ~ in May ~ not ~ would ~ Speaking of ~{c4|“}~{c5|, }~{s5| , }~{q5|said}~ two days ago ~’s~ by ~ accused ~{q1|accused}~“We go home.” ~"+
		"{q6|refused}{c6| to say that it was}~ It {q7|is alleged} {c7|that [L|Moscow]}~ Nobody ~ both countries ~ ― [O|Harbour Office]\n~{q8|urged} {c8|[P|Voss] to go}~"+
		"{s9|[O|Harbour Office]}{q9|:}{c9| [P|Byrne], are you?}~ A captain ~{q6| was quoted as}", "~")
}

func TestSound(t *testing.T) {
	t.Parallel()
	stages := []article.Stage{entity.New(nil), statement.New(nil)}
	rapid.Check(t, func(t *rapid.T) {
		text := strings.Join(rapid.SliceOfN(rapid.SampledFrom(pieces()), 1, 60).Draw(t, "pieces"), "")
		a, err := marked.Article(text)
		if err != nil {
			t.Skip(err)
		}
		for _, s := range stages {
			if err := s.Annotate(context.Background(), a); err != nil {
				t.Fatal(err)
			}
		}
		for _, f := range faults(a) {
			t.Error(f)
		}
	})
}

func FuzzAnnotate(f *testing.F) {
	f.Add("Sergey Lavrov told RT that he would go. “No,” the minister said. “We do not know.”\n\n“Nobody does.")
	f.Add("‘’“” \"said\" he said, “, he said.")
	f.Add("“Rex Dale told me that it “was” over,” Ada Byrne said on 31 February, two days ago.")
	read, err := reader.New()
	if err != nil {
		f.Fatal(err)
	}
	stages := []article.Stage{segment.New(), read, entity.New(nil), statement.New(nil)}
	f.Fuzz(func(t *testing.T, text string) {
		a := &article.Article{Text: strings.ToValidUTF8(text, "?")}
		for _, s := range stages {
			if err := s.Annotate(context.Background(), a); err != nil {
				t.Skip(err)
			}
		}
		for _, fault := range faults(a) {
			t.Error(fault)
		}
	})
}
