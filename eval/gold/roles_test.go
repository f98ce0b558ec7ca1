package gold_test

import (
	"errors"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/newsgraph/newsgraph/eval/gold"
)

const roles = `# sent_id = tale-0001
1	We	we	PRON	PRP	3	nsubj	-	-	(ARG0*)	*
2	do	do	AUX	VBP	3	aux	-	-	*	*
3	n't	not	PART	RB	4	advmod	-	-	(ARGM-NEG*)	*
4	sell	sell	VERB	VB	0	root	sell	sell.01	(V*)	*
5	old	old	ADJ	JJ	6	amod	-	-	(ARG1*	*
6	boats	boat	NOUN	NNS	4	obj	-	-	*	(ARG1*)
7	built	build	VERB	VBN	6	acl	build	build.01	*)	(V*)
8	.	.	PUNCT	.	4	punct	-	-	*	*

# sent_id = tale-0002
1	No	no	INTJ	UH	0	root	-	-

# sent_id = other-0001
1	Yes	yes	INTJ	UH	0	root	-	-
`

func TestReadRoles(t *testing.T) {
	t.Parallel()
	got, err := gold.ReadRoles("tale", strings.NewReader(roles))
	if err != nil {
		t.Fatal(err)
	}
	if len(got) != 2 || got[0].ID != "tale" || got[0].Text != "We don't sell old boats built. No" || got[1].Text != "Yes" {
		t.Fatalf("%+v", got)
	}
	want := []gold.RoledPredicate{
		{Token: 3, Arguments: []gold.RoledArgument{{0, "ARG0"}, {2, "ARGM-NEG"}, {5, "ARG1"}}},
		{Token: 6, Arguments: []gold.RoledArgument{{5, "ARG1"}}},
	}
	if d := cmp.Diff(want, got[0].Predicates); d != "" {
		t.Error(d)
	}
	for _, s := range got[0].Tokens {
		if s.Of(got[0].Text) != strings.TrimSpace(s.Of(got[0].Text)) || s.Empty() {
			t.Errorf("token %q", s.Of(got[0].Text))
		}
	}
}

func TestReadRolesRefuses(t *testing.T) {
	t.Parallel()
	for _, broken := range []string{"", "1\tWe\n", "1\tWe\twe\tPRON\tPRP\tx\tnsubj\t-\t-\n", roles[:strings.Index(roles, "2\tdo")] + "9\tx\tx\tX\tX\t0\t-\t-\t-\n"} {
		if _, err := gold.ReadRoles("broken", strings.NewReader(broken)); !errors.Is(err, gold.ErrFormat) {
			t.Errorf("%q: %v", broken, err)
		}
	}
}
