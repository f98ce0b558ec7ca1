package graph_test

import (
	"bytes"
	"errors"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/newsgraph/newsgraph/graph"
)

const judgementLines = `{"verdict":"NAMED","a":"PERSON:a","name":"Ä “<b>”","score":1,"author":"ana","reason":"","at":"2024-03-02T12:00:00.000001Z"}
{"verdict":"SAME","a":"PERSON:a","b":"PERSON:b","score":0.5,"author":"ana","reason":"one\ntwo","at":"2024-03-02T12:00:00Z","act":"j_0123456789abcdef"}
`

func TestJudgementFile(t *testing.T) {
	t.Parallel()
	read, err := graph.ReadJudgements(strings.NewReader("\n" + judgementLines + judgementLines + "  "))
	if err != nil || len(read) != 2 {
		t.Fatalf("%v %+v", err, read)
	}
	rule := graph.Judgement{A: "PERSON:a", B: "PERSON:b", Verdict: graph.Same, By: graph.ByRule}
	var out bytes.Buffer
	if n, err := graph.WriteJudgements(&out, []graph.Judgement{read[1], rule, read[0]}); n != 2 || err != nil {
		t.Errorf("%d written, %v", n, err)
	}
	if diff := cmp.Diff(judgementLines, out.String()); diff != "" {
		t.Errorf("written again (-want +got):\n%s", diff)
	}
}

func TestBadJudgementFiles(t *testing.T) {
	t.Parallel()
	for name, bad := range map[string]string{
		"no JSON":        `SAME`,
		"another field":  `{"verdict":"SAME","a":"PERSON:a","b":"PERSON:b","by":"RULE"}`,
		"two on a line":  `{"verdict":"SAME","a":"PERSON:a","b":"PERSON:b"} {}`,
		"no keys":        `{"verdict":"SAME","a":"a","b":"b"}`,
		"two kinds":      `{"verdict":"SAME","a":"PERSON:a","b":"PLACE:b"}`,
		"no verdict":     `{"a":"PERSON:a","b":"PERSON:b"}`,
		"a score":        `{"verdict":"SAME","a":"PERSON:a","b":"PERSON:b","score":2}`,
		"an act":         `{"verdict":"SAME","a":"PERSON:a","b":"PERSON:b","act":"e_0123456789abcdef"}`,
		"a long line":    strings.Repeat(" ", 1<<20),
		"a name for two": `{"verdict":"NAMED","a":"PERSON:a","b":"PERSON:b","name":"x"}`,
		"no name":        `{"verdict":"NAMED","a":"PERSON:a","name":" – "}`,
		"a long name":    `{"verdict":"NAMED","a":"PERSON:a","name":"` + strings.Repeat("x", 301) + `"}`,
		"name and pair":  `{"verdict":"SAME","a":"PERSON:a","b":"PERSON:b","name":"x"}`,
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			_, err := graph.ReadJudgements(strings.NewReader(judgementLines + bad + "\n"))
			if !errors.Is(err, graph.ErrInvalid) || !strings.Contains(err.Error(), "line 3: ") {
				t.Errorf("error %v, want ErrInvalid on line 3", err)
			}
		})
	}
}

func FuzzReadJudgements(f *testing.F) {
	f.Add([]byte(judgementLines))
	f.Fuzz(func(t *testing.T, in []byte) {
		read, err := graph.ReadJudgements(bytes.NewReader(in))
		if err != nil {
			return
		}
		var out bytes.Buffer
		if _, err := graph.WriteJudgements(&out, read); err != nil {
			t.Fatal(err)
		}
		again, err := graph.ReadJudgements(&out)
		if err != nil || len(again) != len(read) {
			t.Fatalf("%d read, then %d: %v", len(read), len(again), err)
		}
	})
}
