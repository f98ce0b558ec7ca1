package gold_test

import (
	"errors"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/newsgraph/newsgraph/eval/gold"
	"github.com/newsgraph/newsgraph/loader/article"
)

func TestReadToned(t *testing.T) {
	t.Parallel()
	file := `{"primary_gid":"a","sentence_normalized":"Né 𝄞 lied to Né.","targets":[{"from":13,"to":15,"polarity":2.0,` +
		`"further_mentions":[{"from":0,"to":2}]},{"from":3,"to":4,"polarity":4}]}` + "\n" +
		`{"primary_gid":"b","sentence_normalized":"x","targets":[{"from":0,"to":1,"polarity":6}]}` + "\n"
	got, err := gold.ReadToned("f.jsonl", strings.NewReader(file))
	if err != nil {
		t.Fatal(err)
	}
	var lines []string
	for _, s := range got {
		for _, target := range s.Targets {
			line := s.ID + " " + string(target.Tone)
			for _, span := range target.Spans {
				line += " " + span.Of(s.Text)
			}
			lines = append(lines, line)
		}
	}
	if diff := cmp.Diff([]string{"a NEGATIVE Né Né", "a NEUTRAL 𝄞", "b POSITIVE x"}, lines); diff != "" {
		t.Error(diff)
	}
	if first := got[0].Targets[0].Spans[0]; first != (article.Span{Start: 0, End: 3}) {
		t.Errorf("the first place is %v", first)
	}
}

func TestReadTonedRefuses(t *testing.T) {
	t.Parallel()
	line := func(targets string) string {
		return `{"primary_gid":"a","sentence_normalized":"abc","targets":[` + targets + `]}` + "\n"
	}
	for name, tt := range map[string]struct{ file, says string }{
		"no JSON":        {line("") + "{", "f.jsonl:2: malformed gold data: unexpected end"},
		"beyond the end": {line(`{"from":0,"to":4,"polarity":2}`), `f.jsonl:1: malformed gold data: characters 0 to 4 of "abc"`},
		"before it":      {line(`{"from":-1,"to":2,"polarity":2}`), "characters -1 to 2"},
		"empty":          {line(`{"from":1,"to":1,"polarity":2}`), "characters 1 to 1"},
		"further":        {line(`{"from":0,"to":1,"polarity":2,"further_mentions":[{"from":2,"to":9}]}`), "characters 2 to 9"},
		"polarity":       {line(`{"from":0,"to":1,"polarity":3}`), `polarity 3 of "a"`},
		"no text":        {`{"primary_gid":"a","targets":[]}`, "a sentence without text"},
		"nothing":        {"", "no sentence in it"},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			_, err := gold.ReadToned("f.jsonl", strings.NewReader(tt.file))
			if !errors.Is(err, gold.ErrFormat) || !strings.Contains(err.Error(), tt.says) {
				t.Errorf("error %v, want %q", err, tt.says)
			}
		})
	}
}
