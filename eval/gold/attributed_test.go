package gold_test

import (
	"errors"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/newsgraph/newsgraph/eval/gold"
	"github.com/newsgraph/newsgraph/loader/article"
)

func TestReadAttributed(t *testing.T) {
	t.Parallel()
	file := `{"id":"a","text":"“Né,” she said, “é 𝄞.”","attributions":[{"id":"1","source":[[6,9]],"cue":[[10,14]],"content":[[16,22],[0,5]],"form":"direct"}],` +
		`"discard":[[[5,6]],[[14,15],[15,16]]]}` + "\n\n" + `{"id":"b","text":"x","attributions":[],"discard":[]}` + "\n"
	got, err := gold.ReadAttributed("f.jsonl", strings.NewReader(file))
	if err != nil {
		t.Fatal(err)
	}
	if len(got) != 2 || len(got[0].Attributions) != 1 || got[1].Text != "x" {
		t.Fatalf("%+v", got)
	}
	words := func(spans []article.Span) (out []string) {
		for _, s := range spans {
			out = append(out, s.Of(got[0].Text))
		}
		return out
	}
	a := got[0].Attributions[0]
	parts := [][]string{words(a.Source), words(a.Cue), words(a.Content), words(got[0].Discard), {string(a.Kind)}}
	want := [][]string{{"she"}, {"said"}, {"“Né,”", "“é 𝄞.”"}, {" ", ",", " "}, {"DIRECT"}}
	if diff := cmp.Diff(want, parts); diff != "" {
		t.Error(diff)
	}
}

func TestReadAttributedRefuses(t *testing.T) {
	t.Parallel()
	line := func(attribution string) string {
		return `{"id":"a","text":"abcdef","attributions":[` + attribution + `]}` + "\n"
	}
	good := line(`{"id":"g","content":[[0,6]],"form":"mixed"}`)
	for name, tt := range map[string]struct{ file, says string }{
		"no JSON":        {good + "{", "f.jsonl:2: malformed gold data: unexpected end"},
		"beyond the end": {line(`{"id":"x","content":[[0,7]],"form":"mixed"}`), "f.jsonl:1: attribution x: malformed gold data: no span of a text of 6 code points: [0, 7)"},
		"before it":      {line(`{"id":"x","content":[[-1,2]],"form":"mixed"}`), "no span"},
		"backwards":      {line(`{"id":"x","cue":[[3,2]],"content":[[0,1]],"form":"mixed"}`), "no span"},
		"empty span":     {line(`{"id":"x","content":[[2,2]],"form":"mixed"}`), "no span"},
		"overlapping":    {line(`{"id":"x","content":[[0,3],[2,4]],"form":"mixed"}`), "spans overlap"},
		"no content":     {line(`{"id":"x","cue":[[0,1]],"form":"mixed"}`), "attribution x has no content"},
		"unknown form":   {good + "\n" + line(`{"id":"x","content":[[0,1]],"form":"sung"}`), `f.jsonl:3: malformed gold data: attribution x has the form "sung"`},
		"discard":        {`{"id":"a","text":"ab","discard":[[[0,9]]]}`, "f.jsonl:1: discard: malformed"},
		"nothing":        {"\n", "f.jsonl: malformed gold data: no line in it"},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			_, err := gold.ReadAttributed("f.jsonl", strings.NewReader(tt.file))
			if !errors.Is(err, gold.ErrFormat) || !strings.Contains(err.Error(), tt.says) {
				t.Errorf("%v, want %s", err, tt.says)
			}
		})
	}
}

// FuzzReadAttributed holds that whatever is read has spans of whole characters, in order.
func FuzzReadAttributed(f *testing.F) {
	f.Add(`{"id":"a","text":"é said 𝄞","attributions":[{"source":[[0,1]],"cue":[[2,6]],"content":[[7,8]],"form":"direct"}],"discard":[[[0,1]]]}`)
	f.Add(`{"text":"\ud800x","attributions":[{"content":[[0,1],[1,2]],"form":"indirect"}]}`)
	f.Add("{\"text\":\"\xff\xfe\",\"attributions\":[{\"content\":[[1,2]],\"form\":\"mixed\"}]}\n[]")
	f.Fuzz(func(t *testing.T, file string) {
		texts, err := gold.ReadAttributed("f", strings.NewReader(file))
		if err != nil {
			if !errors.Is(err, gold.ErrFormat) || texts != nil {
				t.Fatalf("%v with %d texts", err, len(texts))
			}
			return
		}
		for _, x := range texts {
			for _, d := range x.Discard {
				checkSpan(t, x.Text, d)
			}
			for _, a := range x.Attributions {
				for _, part := range [][]article.Span{a.Source, a.Cue, a.Content} {
					end := 0
					for _, s := range part {
						checkSpan(t, x.Text, s)
						if s.Start < end {
							t.Fatalf("spans %v", part)
						}
						end = s.End
					}
				}
			}
		}
	})
}

func TestQuoted(t *testing.T) {
	t.Parallel()
	tests := []struct {
		name, text string
		want       []string
	}{
		{"none", "It's O'Brien's, isn't it", nil},
		{"curly", "“One,” he said. “Two”", []string{"One,", "Two"}},
		{"straight", `"One," he said. "Two"`, []string{"One,", "Two"}},
		{"typewriter", "``One,'' he said. ''Two''", []string{"One,", "Two"}},
		{"each closes its own", `“He said "no" twice”`, []string{`He said "no" twice`}},
		{"open till the end of the paragraph", "“One.\n\n“Two,” he said", []string{"One.", "Two,"}},
		{"an odd mark ends with its paragraph", "the 5\" pipe\n\n\"One\"", []string{" pipe", "One"}},
		{"empty", `"" x`, nil},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			t.Parallel()
			var got []string
			for _, s := range gold.Quoted(tt.text) {
				got = append(got, s.Of(tt.text))
			}
			if diff := cmp.Diff(tt.want, got); diff != "" {
				t.Error(diff)
			}
		})
	}
}

// FuzzQuoted holds that passages are in order, apart, within a paragraph, of whole characters.
func FuzzQuoted(f *testing.F) {
	f.Add("“a” \"b\" ``c'' ''d'' ”e“\n\"f\n\"\"\"“\"”")
	f.Fuzz(func(t *testing.T, text string) {
		end := 0
		text = strings.ToValidUTF8(text, "?")
		for _, s := range gold.Quoted(text) {
			checkSpan(t, text, s)
			if s.Start < end || strings.Contains(s.Of(text), "\n") {
				t.Fatalf("passage %v of %q", s, text)
			}
			end = s.End
		}
	})
}
