package event_test

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/newsgraph/newsgraph/loader/article"
)

// TestWhoTakesPart holds who is taken for a participant where a name only stands near.
func TestWhoTakesPart(t *testing.T) {
	t.Parallel()
	for name, c := range map[string]struct {
		text  string
		roles []string
		want  []string
	}{
		"the noun before the verb does it": {
			"[Mara Lind] spoke of the files that agents seized from [Olen Tarn].",
			[]string{"spoke ARG0=Lind", "seized ARG0=Lind ARG1=files ARG2=Tarn"},
			nil,
		},
		"the name before the verb does it": {
			"[Olen Tarn], whose party [Mara Lind] rejected, slept.",
			[]string{"rejected ARG0=Tarn ARG1=party"},
			[]string{"REJECT rejected HAPPENED ACTOR=Mara Lind"},
		},
		"him is done to": {"Nobody hit [Olen Tarn]. A guard attacked him.", []string{"attacked ARG0=him"}, nil},
		"whom": {
			"[Olen Tarn], whom [Mara Lind] accused of fraud, slept.",
			[]string{"accused ARG0=Lind"},
			[]string{"ACCUSE accused HAPPENED ACTOR=Mara Lind RECIPIENT=Olen Tarn"},
		},
		"who only says so": {
			"Weapons are banned under the new rules, [Mara Lind] said.",
			[]string{"banned ARG1=Weapons ARGM-LOC=rules", "said ARG0=Lind"},
			nil,
		},
		"another verb's": {
			"An attack that {Velmark} pinned on [Olen Tarn] failed.",
			[]string{"pinned ARG0=Velmark ARG2=Tarn"},
			nil,
		},
		"the killing of somebody is condemned, not him": {
			"[Mara Lind] condemned the killing of [Edda Roth].",
			[]string{"condemned ARG0=Lind ARG1=killing", "killing ARG1=Roth"},
			[]string{"ACCUSE condemned HAPPENED ACTOR=Mara Lind", "ASSAULT killing HAPPENED RECIPIENT=Edda Roth"},
		},
		"both": {
			"[Jonas Wick] and [Edda Roth] were arrested.",
			[]string{"arrested ARG1=Roth"},
			[]string{"ARREST arrested HAPPENED RECIPIENT=Edda Roth RECIPIENT=Jonas Wick"},
		},
		"according to": {"[Olen Tarn] donated millions, according to [Mara Lind].", []string{"donated ARG0=Tarn ARG1=millions"}, []string{"AID donated HAPPENED ACTOR=Olen Tarn"}},
		"blamed on":    {"A fire blamed on [Olen Tarn] burned.", []string{"blamed ARG0=Tarn ARG1=fire"}, []string{"ACCUSE blamed HAPPENED RECIPIENT=Olen Tarn"}},
		"a title between": {
			"[Olen Tarn] met with {Velmark}'s Minister for Home Affairs [Mara Lind].",
			[]string{"met ARG0=Tarn"},
			[]string{"MEET met HAPPENED ACTOR=Olen Tarn RECIPIENT=Mara Lind"},
		},
		"an earlier object":        {"[Olen Tarn] toured {Lisk}, met with workers and slept.", []string{"toured ARG0=Tarn ARG1=Lisk", "met ARG0=Tarn ARG1=Lisk"}, []string{"VISIT toured HAPPENED ACTOR=Olen Tarn in Lisk", "MEET met HAPPENED ACTOR=Olen Tarn in Lisk"}},
		"who is backed":            {"{Korvia}-backed rebels attacked {Lisk}.", []string{"attacked ARG0=rebels ARG1=Lisk"}, []string{"ASSAULT attacked HAPPENED in Lisk"}},
		"whose people are led":     {"{Korvia}-led forces attacked {Lisk}.", []string{"attacked ARG0=forces ARG1=Lisk"}, []string{"ASSAULT attacked HAPPENED in Lisk"}},
		"an owner who is not told": {"He slept before his meeting with [Mara Lind].", []string{"meeting ARG1=Lind"}, nil},
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

// TestNoDeed holds what is no event though a word of the lexicon tells it.
func TestNoDeed(t *testing.T) {
	t.Parallel()
	for name, c := range map[string]struct{ text, roles string }{
		"called for":           {"[Mara Lind] called for the resignation of [Olen Tarn].", "resignation ARG0=Tarn"},
		"part of another noun": {"The attack ad against [Olen Tarn] ran.", "attack ARG1=Tarn"},
		"a real shot":          {"[Olen Tarn] had a real shot.", "had ARG0=Tarn ARG1=shot"},
		"a gun":                {"[Olen Tarn] shot a gun.", "shot ARG0=Tarn ARG1=gun"},
		"privacy":              {"[Olen Tarn] invaded her privacy.", "invaded ARG0=Tarn ARG1=privacy"},
		"papers":               {"In {Lisk} [Olen Tarn] released secret papers.", "released ARG0=Tarn ARG1=papers"},
		"words not said":       {"[Olen Tarn] declined to specify a sum.", "declined ARG0=Tarn ARG1=specify"},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			a := marked(t, c.text, c.roles)
			if got := coded(t, a); len(got) > 0 {
				t.Errorf("%s, want none", got)
			}
		})
	}
}

// TestOwnWords holds that the "I" of quoted words is who says them.
func TestOwnWords(t *testing.T) {
	t.Parallel()
	a := marked(t, "“I met [Mara Lind],” [Olen Tarn] said.", "met ARG0=I ARG1=Lind")
	a.Statements = []article.Statement{{
		Kind: article.Direct, Cue: word(t, a.Text, "said"), Speaker: 1, Within: -1,
		Content: []article.Span{{Start: strings.Index(a.Text, "I met"), End: strings.Index(a.Text, ",”")}},
	}}
	if diff := cmp.Diff([]string{"MEET met HAPPENED ACTOR=Olen Tarn RECIPIENT=Mara Lind"}, coded(t, a)); diff != "" {
		t.Errorf("events (-want +got):\n%s", diff)
	}
}
