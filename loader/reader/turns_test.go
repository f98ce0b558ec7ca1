package reader_test

import (
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/newsgraph/newsgraph/loader/article"
)

// TestTurns holds that interviews are read by their form. The texts are invented.
func TestTurns(t *testing.T) {
	t.Parallel()
	r := usual(t)
	for _, c := range []struct {
		name, text string
		want       []string // source and content
	}{
		{
			"labels", "Ilka Brandt met the Selmora Herald.\n\nSelmora Herald: Is the dock safe?\n\nIlka Brandt: The dock stands. Nobody has fallen in yet.",
			[]string{"Selmora Herald: Is the dock safe?", "Ilka Brandt: The dock stands. Nobody has fallen in yet."},
		},
		{
			"letters", "Ilka Brandt drives a crane.\n\nQ: Is it safe?\n\nA: It stands.",
			[]string{"Q: Is it safe?", "A: It stands."},
		},
		{
			"dashes", "We met Ilka Brandt, a crane driver.\n\n— Is the dock safe?\n\n— No comment.",
			[]string{": Is the dock safe?", "Ilka Brandt: No comment."},
		},
		{"a list", "Prices rose on Monday.\n\nNote: prices are in crowns.\n\nSource: the bank.", nil},
	} {
		t.Run(c.name, func(t *testing.T) {
			t.Parallel()
			a := annotated(t, r, c.text)
			checkAttributions(t, a)
			var got []string
			for _, x := range a.Attributions {
				if cue := join(a.Text, x.Cue); cue == ":" || cue == "—" {
					got = append(got, join(a.Text, x.Source)+": "+join(a.Text, x.Content))
				}
			}
			if d := cmp.Diff(c.want, got); d != "" {
				t.Error(d)
			}
		})
	}
}

// TestNamesByForm holds short forms in brackets, wherever they stand, and names in quote marks.
func TestNamesByForm(t *testing.T) {
	t.Parallel()
	a := annotated(t, usual(t), "Fighters of the Selmora Liberation Front (SLF, formerly SLAF) left the city on Monday. "+
		"The minister said that SLAF had built the so-called ‘New Selmoran Army.’")
	for _, want := range []string{"Selmora Liberation Front", "SLF", "SLAF", "New Selmoran Army"} {
		if !slices.ContainsFunc(a.Names, func(n article.Name) bool { return n.Span.Of(a.Text) == want && n.Kind == article.Organization }) {
			t.Errorf("%s is no organization: %v", want, a.Names)
		}
	}
	if got := strings.Count(a.Text, "SLAF"); got != len(slices.DeleteFunc(a.Names, func(n article.Name) bool { return n.Span.Of(a.Text) != "SLAF" })) {
		t.Errorf("SLAF is not found %d times", got)
	}
}
