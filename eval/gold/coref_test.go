package gold_test

import (
	"archive/tar"
	"bytes"
	"compress/gzip"
	"errors"
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/newsgraph/newsgraph/eval/gold"
)

// token is a line of CoNLL-U.
func token(id, word, pos, misc string) string {
	return strings.Join([]string{id, word, "_", pos, "_", "_", "_", "_", "_", misc}, "\t") + "\n"
}

func corefText() string {
	return "# newdoc id = GUM_news_x\n# newpar\n" +
		token("1", "Minister", "PROPN", "Entity=(1-person-new-nnnnn-cf1-2-coref") +
		token("2", "Ana", "PROPN", "_") +
		token("3-4", "Silva's", "_", "_") +
		token("3", "Silva", "PROPN", "Entity=1)|SpaceAfter=No") +
		token("4", "'s", "PART", "_") +
		token("5", "boat", "NOUN", "Discourse=x|Entity=(2-object-new-nnnnn-cf2-1-sgl)") +
		token("5.1", "is", "VERB", "_") +
		"\n# newpar (2 s)\n" +
		token("1", "She", "PRON", "Entity=(1-person-giv:act-nnnnn-cf1-1-ana)(3-event-new-nnnnn-cf3-1,2-sgl") +
		token("2", "said", "VERB", "Entity=3)")
}

func TestReadCoref(t *testing.T) {
	t.Parallel()
	c, err := gold.ReadCoref("f.conllu", strings.NewReader(corefText()))
	if err != nil {
		t.Fatal(err)
	}
	got := []string{c.ID, c.Text}
	for _, m := range c.Mentions {
		got = append(got, fmt.Sprintf("%s %s [%s] [%s] %v", m.Chain, m.Kind, m.Span.Of(c.Text), m.Name.Of(c.Text), m.Pronoun))
	}
	want := []string{
		"GUM_news_x", "Minister Ana Silva's boat \n\nShe said",
		"1 PERSON [Minister Ana Silva] [Ana Silva] false", "2  [boat] [] false", "1 PERSON [She] [] true", "3 EVENT [She said] [] false",
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
}

func TestReadCorefRefuses(t *testing.T) {
	t.Parallel()
	entity := func(e string) string { return token("1", "x", "NOUN", "Entity="+e) }
	for name, tt := range map[string]struct{ file, says string }{
		"few columns":     {"# a\n1\tx\n", "f.conllu:2: malformed gold data: 2 columns, not 10"},
		"no word":         {token("1", " ", "NOUN", "_"), "f.conllu:1: malformed gold data: token 1 has no word"},
		"no head":         {entity("(1-person-new-n-cf1-no-x)"), "f.conllu:1: malformed gold data: the entity"},
		"few parts":       {entity("(1-person)"), "has 2 parts, fewer than 6"},
		"never opened":    {entity("7)"), `a mention of entity "7" is closed that was never opened`},
		"never closed":    {entity("(1-person-new-n-cf1-1-x"), "f.conllu: malformed gold data: a mention of entity 1 is never closed"},
		"neither of both": {entity("7"), "is neither opened nor closed"},
		"nothing":         {"# x\n", "f.conllu: malformed gold data: no token in it"},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			_, err := gold.ReadCoref("f.conllu", strings.NewReader(tt.file))
			if !errors.Is(err, gold.ErrFormat) || !strings.Contains(err.Error(), tt.says) {
				t.Errorf("%v, want %s", err, tt.says)
			}
		})
	}
}

// archive packs files, name after name with its content.
func archive(t *testing.T, files ...string) []byte {
	t.Helper()
	var b bytes.Buffer
	z := gzip.NewWriter(&b)
	w := tar.NewWriter(z)
	for i := 0; i < len(files); i += 2 {
		if err := w.WriteHeader(&tar.Header{Name: files[i], Size: int64(len(files[i+1])), Mode: 0o600}); err != nil {
			t.Fatal(err)
		}
		if _, err := w.Write([]byte(files[i+1])); err != nil {
			t.Fatal(err)
		}
	}
	if err := errors.Join(w.Close(), z.Close()); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

func TestReadCorefArchive(t *testing.T) {
	t.Parallel()
	splits := "## train\n\n  * a\n\n## dev\n\n * b\n * c\n"
	packed := archive(t, "gum/splits.md", splits, "gum/a.conllu", "broken", "gum/b.conllu", corefText(), "gum/b.txt", "not read")
	texts, err := gold.ReadCorefArchive("g.tar.gz", bytes.NewReader(packed), "dev")
	if err != nil || len(texts) != 1 || texts[0].ID != "GUM_news_x" {
		t.Errorf("%v, %v", texts, err)
	}
	for split, says := range map[string]string{
		"train": "g.tar.gz/gum/a.conllu:1: malformed gold data: 1 columns",
		"third": "g.tar.gz: malformed gold data: no text of the split third in it",
	} {
		if _, err := gold.ReadCorefArchive("g.tar.gz", bytes.NewReader(packed), split); !errors.Is(err, gold.ErrFormat) || !strings.Contains(err.Error(), says) {
			t.Errorf("%s: %v", split, err)
		}
	}
	for name, b := range map[string][]byte{"no gzip": []byte("x"), "cut off": packed[:len(packed)/2]} {
		if _, err := gold.ReadCorefArchive("g.tar.gz", bytes.NewReader(b), "dev"); !errors.Is(err, gold.ErrFormat) {
			t.Errorf("%s: %v", name, err)
		}
	}
}

// FuzzReadCoref holds that whatever is read has mentions and names within the text.
func FuzzReadCoref(f *testing.F) {
	f.Add(corefText())
	f.Add(token("1", "x", "PROPN", "Entity=(1-place-new-n-cf1-9-x(2-place-new-n-cf1-1-x)1)"))
	f.Add(token("1", "", "PRON", "Entity=(-person-a-b-c-1)"))
	f.Fuzz(func(t *testing.T, file string) {
		c, err := gold.ReadCoref("f", strings.NewReader(file))
		if err != nil {
			if !errors.Is(err, gold.ErrFormat) {
				t.Fatal(err)
			}
			return
		}
		checkText(t, c.Text)
		for _, m := range c.Mentions {
			checkSpan(t, c.Text, m.Span)
			if !m.Name.Empty() && !m.Span.Contains(m.Name) {
				t.Fatalf("name %v outside of its mention %v", m.Name, m.Span)
			}
		}
	})
}

// FuzzReadCorefArchive holds that damaged archives are refused.
func FuzzReadCorefArchive(f *testing.F) {
	f.Add([]byte("\x1f\x8b\x08\x00"))
	f.Fuzz(func(t *testing.T, b []byte) {
		if texts, err := gold.ReadCorefArchive("f", bytes.NewReader(b), "dev"); err != nil && !errors.Is(err, gold.ErrFormat) {
			t.Fatalf("%d texts, %v", len(texts), err)
		}
	})
}
