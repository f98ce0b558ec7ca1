package gold_test

import (
	"archive/tar"
	"bytes"
	"compress/gzip"
	"errors"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/newsgraph/newsgraph/eval/gold"
	"github.com/newsgraph/newsgraph/loader/article"
)

func zipped(t *testing.T, raw []byte) *bytes.Buffer {
	t.Helper()
	var out bytes.Buffer
	z := gzip.NewWriter(&out)
	if _, err := z.Write(raw); err != nil {
		t.Fatal(err)
	}
	if err := z.Close(); err != nil {
		t.Fatal(err)
	}
	return &out
}

func TestReadHappened(t *testing.T) {
	t.Parallel()
	const texts = `[
		{"text": "Zoë was shot in Grell.", "spans": [{"start": 8, "end": 12, "label": "VERB"}, {"start": 16, "end": 21, "label": "LOCATION"}]},
		{"text": "They met in Old Lisk.", "spans": [{"start": 1, "end": 1, "token_start": 1, "token_end": 1, "label": "VERB"}, {"start": 3, "end": 4, "token_start": 3, "token_end": 4, "label": "LOCATION"}],
		 "tokens": [{"start": 0, "end": 4}, {"start": 5, "end": 8}, {"start": 9, "end": 11}, {"start": 12, "end": 15}, {"start": 16, "end": 20}, {"start": 20, "end": 21}]},
		{"text": "Nobody came.", "spans": [{"start": 7, "end": 11, "label": "VERB"}]},
		{"text": "No verb is marked.", "spans": []},
		{"text": "Short.", "spans": [{"start": 2, "end": 90, "label": "VERB"}]}
	]`
	got, err := gold.ReadHappened("x", zipped(t, []byte(texts)))
	if err != nil {
		t.Fatal(err)
	}
	var lines []string
	for _, l := range got {
		line := l.ID + " " + l.Event.Of(l.Text)
		for _, p := range l.Places {
			line += " in " + p.Of(l.Text)
		}
		lines = append(lines, line)
	}
	if diff := cmp.Diff([]string{"x-1 shot in Grell", "x-2 met in Old Lisk", "x-3 came"}, lines); diff != "" {
		t.Error(diff)
	}
	for _, broken := range []string{"[]", "{", `[{"text": 1}]`} {
		if _, err := gold.ReadHappened("x", zipped(t, []byte(broken))); !errors.Is(err, gold.ErrFormat) {
			t.Errorf("%s: %v", broken, err)
		}
	}
	if _, err := gold.ReadHappened("x", bytes.NewReader(nil)); !errors.Is(err, gold.ErrFormat) {
		t.Errorf("no archive: %v", err)
	}
}

func TestReadECBEvents(t *testing.T) {
	t.Parallel()
	const document = `<Document>
		<token t_id="1" sentence="0">http://invented.example</token>
		<token t_id="2" sentence="1">Wick</token><token t_id="3" sentence="1">resigned</token><token t_id="4" sentence="1">after</token>
		<token t_id="5" sentence="1">talks</token><token t_id="6" sentence="1">.</token>
		<Markables>
			<HUMAN_PART_PER m_id="1"><token_anchor t_id="2"/></HUMAN_PART_PER>
			<ACTION_OCCURRENCE m_id="2"><token_anchor t_id="3"/></ACTION_OCCURRENCE>
			<NEG_ACTION_STATE m_id="3"><token_anchor t_id="5"/></NEG_ACTION_STATE>
			<LOC_FAC m_id="4"><token_anchor t_id="4"/></LOC_FAC>
			<ACTION_OCCURRENCE m_id="5"/>
		</Markables>
		<Relations>
			<CROSS_DOC_COREF r_id="9" note="HUM1"><source m_id="1"/><target m_id="7"/></CROSS_DOC_COREF>
			<CROSS_DOC_COREF r_id="8" note="ACT1"><source m_id="2"/><target m_id="6"/></CROSS_DOC_COREF>
		</Relations>
	</Document>`
	var archive bytes.Buffer
	files := tar.NewWriter(&archive)
	if err := files.WriteHeader(&tar.Header{Name: "set/7/7_1.xml", Mode: 0o600, Size: int64(len(document))}); err != nil {
		t.Fatal(err)
	}
	if _, err := files.Write([]byte(document)); err != nil {
		t.Fatal(err)
	}
	if err := files.Close(); err != nil {
		t.Fatal(err)
	}
	got, err := gold.ReadECB("x", zipped(t, archive.Bytes()), 1, 9)
	if err != nil {
		t.Fatal(err)
	}
	want := []gold.Coref{{
		ID: "7/7_1", Text: "Wick resigned after talks.",
		Mentions: []gold.Mention{{Chain: "HUM1", Kind: article.Person, Span: article.Span{Start: 0, End: 4}}},
		Events: []gold.Mention{
			{Chain: "ACT1", Kind: article.Event, Span: article.Span{Start: 5, End: 13}},
			{Chain: "7/7_1/3", Kind: article.Event, Span: article.Span{Start: 20, End: 25}},
		},
	}}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
}
