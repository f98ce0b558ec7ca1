package gold_test

import (
	"errors"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/newsgraph/newsgraph/eval/gold"
)

func TestReadLocated(t *testing.T) {
	t.Parallel()
	const head = "unit_id,article_title,article_content,source,location\n"
	got, err := gold.ReadLocated("x.csv", strings.NewReader(head+"7,Docks close,\"In Selmora, docks\nclose.\",post,selmora\n"))
	want := []gold.Located{{ID: "7", Text: "Docks close\n\nIn Selmora, docks\nclose.", Place: "selmora"}}
	if diff := cmp.Diff(want, got); err != nil || diff != "" {
		t.Errorf("%v\n%s", err, diff)
	}
	for name, s := range map[string]string{
		"nothing": "", "no article": head, "no place": head + "7,a,b,c,\n", "another column": strings.Replace(head, "location", "place", 1) + "7,a,b,c,d\n",
		"a short row": head + "7,a\n", "an open quote": head + "7,\"a,b,c,d\n",
	} {
		if _, err := gold.ReadLocated("x.csv", strings.NewReader(s)); !errors.Is(err, gold.ErrFormat) || !strings.Contains(err.Error(), "x.csv") {
			t.Errorf("%s: %v, want ErrFormat with the file", name, err)
		}
	}
}
