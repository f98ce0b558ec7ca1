package source

import (
	"bytes"
	"compress/gzip"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"testing"
	"time"
	"unicode/utf16"
	"unicode/utf8"

	"github.com/google/go-cmp/cmp"

	"github.com/newsgraph/newsgraph/loader/article"
)

// put writes files below a new folder and returns it.
func put(t testing.TB, files map[string]string) string {
	t.Helper()
	dir := t.TempDir()
	for name, content := range files {
		path := filepath.Join(dir, name)
		if err := os.MkdirAll(filepath.Dir(path), 0o700); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path, []byte(content), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	return dir
}

func zipped(s string) string {
	var b bytes.Buffer
	z := gzip.NewWriter(&b)
	_, _ = io.WriteString(z, s)
	_ = z.Close()
	return b.String()
}

// read reads all of the paths.
func read(t testing.TB, opts *Options, paths ...string) (articles []*article.Article, refused []*Refused) {
	t.Helper()
	s, err := New(paths, opts)
	if err != nil {
		t.Fatal(err)
	}
	for a, err := range s.Articles(t.Context()) {
		var r *Refused
		switch {
		case err == nil:
			articles = append(articles, a)
		case errors.As(err, &r):
			refused = append(refused, r)
		default:
			t.Fatalf("%v is not a refusal", err)
		}
	}
	if got, total := s.Progress(); total > 0 && got != total {
		t.Errorf("progress ends at %d of %d", got, total)
	}
	return articles, refused
}

// stdin reads the content as standard input.
func stdin(t testing.TB, opts Options, content string) ([]*article.Article, []*Refused) {
	t.Helper()
	opts.Stdin = strings.NewReader(content)
	return read(t, &opts, "-")
}

func raws(articles []*article.Article) []string {
	var out []string
	for _, a := range articles {
		out = append(out, a.Raw)
	}
	return out
}

func TestFiles(t *testing.T) {
	t.Parallel()
	dir := put(t, map[string]string{
		"b.txt": "B", "a/z.txt": "Z", "a/y.txt.gz": zipped("Y"), "c.json": `{"text":"C"}`, "d.jsonl": `{"text":"D"}`, "e.NDJSON.gz": zipped(`{"text":"E"}`),
		".hidden.txt": "no", ".git/x.txt": "no", "picture.png": "no", "code.go": "no", "f.log": "F", "g.json.gz": `{"text":"G"}`,
	})
	in := func(name string) string { return filepath.Join(dir, name) }
	for name, test := range map[string]struct {
		paths []string
		want  []string
	}{
		"folder":            {[]string{dir}, []string{"Y", "Z", "B", "C", "D", "E", "G"}},
		"one file":          {[]string{in("b.txt")}, []string{"B"}},
		"any name":          {[]string{in("f.log")}, []string{"F"}},
		"order of paths":    {[]string{in("d.jsonl"), in("b.txt")}, []string{"D", "B"}},
		"each file once":    {[]string{in("b.txt"), dir, in("b.txt")}, []string{"B", "Y", "Z", "C", "D", "E", "G"}},
		"glob":              {[]string{in("*.json*")}, []string{"C", "D", "G"}},
		"glob over kinds":   {[]string{in("[bf].*")}, []string{"B"}},
		"glob names a kind": {[]string{in("*.log")}, []string{"F"}},
		"glob with folders": {[]string{in("[ab]*")}, []string{"Y", "Z", "B"}},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			got, refused := read(t, nil, test.paths...)
			if diff := cmp.Diff(test.want, raws(got)); diff != "" || refused != nil {
				t.Errorf("%s, refused %v", diff, refused)
			}
		})
	}
}

func TestBadPaths(t *testing.T) {
	t.Parallel()
	dir := put(t, map[string]string{"empty/picture.png": "x"})
	for path, want := range map[string]error{
		filepath.Join(dir, "missing.txt"): ErrPath,
		filepath.Join(dir, "empty"):       ErrNoArticles,
		filepath.Join(dir, "*.txt"):       ErrNoArticles,
		filepath.Join(dir, "[a.txt"):      ErrPath,
	} {
		if _, err := New([]string{path}, nil); !errors.Is(err, want) || !strings.Contains(err.Error(), path) {
			t.Errorf("New(%s) = %v, want %v", path, err, want)
		}
	}
	if _, err := New(nil, nil); !errors.Is(err, ErrPath) {
		t.Errorf("no paths: %v", err)
	}
}

func TestFields(t *testing.T) {
	t.Parallel()
	day := time.Date(2031, 12, 25, 11, 6, 0, 0, time.UTC)
	for name, test := range map[string]struct {
		json string
		want article.Article
	}{
		"usual names": {
			`{"id":7,"url":"https://velin.example/a/","source":"Velin Post","title":"T","text":"B","date":"2031-12-25T11:06:00Z","authors":["A B","C D"],"language":"en-US"}`,
			article.Article{Key: "https://velin.example/a", URL: "https://velin.example/a/", Source: "Velin Post", Title: "T", Raw: "B", PublishedAt: day, Authors: []string{"A B", "C D"}, Language: "en"},
		},
		"other names": {
			`{"link":"https://velin.example/b","publisher":{"name":"Velin Post"},"headline":"T","maintext":"B","pubDate":"Thu, 25 Dec 2031 12:06:00 +0100","byline":"By A B and C D","lang":"de"}`,
			article.Article{Key: "https://velin.example/b", URL: "https://velin.example/b", Source: "Velin Post", Title: "T", Raw: "B", PublishedAt: day, Authors: []string{"A B", "C D"}, Language: "de"},
		},
		"objects and numbers": {
			`{"guid":"x1","site":"V","body":"B","date_published":1955963160,"author":[{"name":"A B"}]}`,
			article.Article{Key: "id:V#x1", Source: "V", Raw: "B", PublishedAt: time.Unix(1955963160, 0).UTC(), Authors: []string{"A B"}},
		},
		"nulls and odd dates": {
			`{"title":null,"content":"B","published":"yesterday","authors":null,"source":"V","id":"1"}`,
			article.Article{Key: "id:V#1", Source: "V", Raw: "B"},
		},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			got, refused := stdin(t, Options{}, test.json)
			if len(got) != 1 || refused != nil {
				t.Fatalf("read %d, refused %v", len(got), refused)
			}
			test.want.SourcePath = "-"
			if diff := cmp.Diff(&test.want, got[0]); diff != "" {
				t.Error(diff)
			}
		})
	}
}

func TestKeys(t *testing.T) {
	t.Parallel()
	dir := put(t, map[string]string{
		"a/one.txt": "1", "many.json": `[{"text":"a"},{"text":"b","id":"x"},{"text":"c","id":"x","source":"V"}]`, "one.json": `{"text":"a"}`, "lines.jsonl": "{\"text\":\"a\"}\n{\"text\":\"b\"}",
	})
	got, _ := read(t, &Options{Base: dir}, dir)
	var keys []string
	for _, a := range got {
		keys = append(keys, a.Key)
	}
	want := []string{"file:a/one.txt", "file:lines.jsonl#1", "file:lines.jsonl#2", "file:many.json#1", "file:many.json#x", "id:V#x", "file:one.json"}
	if diff := cmp.Diff(want, keys); diff != "" {
		t.Error(diff)
	}
	outside, _ := read(t, &Options{Base: filepath.Join(dir, "a")}, filepath.Join(dir, "one.json"))
	if want := "file:" + filepath.ToSlash(filepath.Join(dir, "one.json")); outside[0].Key != want {
		t.Errorf("outside of the base the key is %s, want %s", outside[0].Key, want)
	}
	first, _ := stdin(t, Options{}, "Some text.")
	again, _ := stdin(t, Options{}, "Some text.")
	other, _ := stdin(t, Options{}, "Other text.")
	if first[0].Key != again[0].Key || first[0].Key == other[0].Key || !strings.HasPrefix(first[0].Key, "text:") {
		t.Errorf("keys of standard input: %s %s %s", first[0].Key, again[0].Key, other[0].Key)
	}
}

func TestKey(t *testing.T) {
	t.Parallel()
	base := t.TempDir()
	for name, want := range map[string]string{
		"HTTPS://Velin.Example:443/a/b/?utm_source=x&id=7&fbclid=y#top": "https://velin.example/a/b?id=7",
		"http://velin.example":                "http://velin.example",
		"http://velin.example:8080/?b=2&a=1":  "http://velin.example:8080?b=2&a=1",
		"https://velin.example/a%20b/":        "https://velin.example/a%20b",
		filepath.Join(base, "x", "gone.txt"):  "file:x/gone.txt",
		filepath.Join(base, "..", "gone.txt"): "file:" + filepath.ToSlash(filepath.Join(filepath.Dir(base), "gone.txt")),
		"file:x/one.txt":                      "file:x/one.txt",
		"id:V#1":                              "id:V#1",
	} {
		if got, err := Key(name, base); err != nil || got != want {
			t.Errorf("Key(%q) = %q, %v; want %q", name, got, err, want)
		}
	}
	for _, name := range []string{"", "-"} {
		if _, err := Key(name, base); !errors.Is(err, ErrPath) {
			t.Errorf("Key(%q) gives %v", name, err)
		}
	}
}

func TestText(t *testing.T) {
	t.Parallel()
	big := func(s string) string { // UTF-16, big end first
		var b bytes.Buffer
		for _, u := range utf16.Encode([]rune("\ufeff" + s)) {
			b.Write([]byte{byte(u >> 8), byte(u)})
		}
		return b.String()
	}
	for name, test := range map[string]struct {
		in, want string
		raw      bool
		err      error
	}{
		"utf-8":                  {in: "Grüße – “so”\n", want: "Grüße – “so”\n"},
		"byte order mark":        {in: "\ufeffText", want: "Text"},
		"utf-16":                 {in: big("Grüße 😀"), want: "Grüße 😀"},
		"windows-1252":           {in: "The caf\xe9 \x96 it\x92s \x93open\x94", want: "The café – it’s “open”"},
		"one bad byte in utf-8":  {in: "Grüße, Grüße, Grüße \x92 Grüße", want: "Grüße, Grüße, Grüße ’ Grüße"},
		"line ends":              {in: "a\r\nb\rc", want: "a\nb\nc"},
		"raw":                    {in: "\ufeffa\r\nb ", want: "\ufeffa\r\nb ", raw: true},
		"raw in json":            {in: `{"text":" a\r\nb "}`, want: " a\r\nb ", raw: true},
		"raw, not utf-8":         {in: "caf\xe9", raw: true, err: ErrEncoding},
		"empty":                  {in: "", err: ErrEmpty},
		"blank":                  {in: " \r\n\t\ufeff", err: ErrEmpty},
		"blank mark":             {in: "\ufeff \n", err: ErrEmpty},
		"nul":                    {in: "a\x00b", err: ErrBinary},
		"control characters":     {in: strings.Repeat("\x01\x02ab", 20), err: ErrBinary},
		"cyrillic, one byte":     {in: "\xcf\xf0\xe8\xe2\xe5\xf2 \xec\xe8\xf0", err: ErrEncoding},
		"free bytes of the page": {in: "abc \x81 def", err: ErrEncoding},
		"brackets are no json":   {in: "[Updated] Text", want: "[Updated] Text"},
		"braces are no json":     {in: "{so} he said", want: "{so} he said"},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			got, refused := stdin(t, Options{Raw: test.raw}, test.in)
			if test.err != nil {
				if len(got) > 0 || len(refused) != 1 || !errors.Is(refused[0], test.err) {
					t.Errorf("read %q, refused %v, want %v", raws(got), refused, test.err)
				}
				return
			}
			if diff := cmp.Diff([]string{test.want}, raws(got)); diff != "" || refused != nil {
				t.Errorf("%s, refused %v", diff, refused)
			}
		})
	}
}

// TestFormats reads broken and odd JSON: what is refused, where, and what is read all the same.
func TestFormats(t *testing.T) {
	t.Parallel()
	ok := func(s string) string { return fmt.Sprintf(`{"text":%q}`, s) }
	type refusal struct {
		Line int
		Err  error
	}
	for name, test := range map[string]struct {
		file, in string
		want     []string
		refused  []refusal
	}{
		"array":               {"a.json", "[" + ok("a") + ",\n" + ok("b") + "]\n", []string{"a", "b"}, nil},
		"empty array":         {"a.json", "[]", nil, nil},
		"objects in a row":    {"a.json", ok("a") + "\n" + ok("b"), []string{"a", "b"}, nil},
		"braces in strings":   {"a.json", `{"text":"a } \" ] {"}`, []string{`a } " ] {`}, nil},
		"broken middle":       {"a.json", "[" + ok("a") + ",\n{\"text\" \"b\"},\n" + ok("c") + "]", []string{"a"}, []refusal{{2, ErrJSON}}},
		"no object":           {"a.json", "[" + ok("a") + ", 7]", []string{"a"}, []refusal{{1, ErrJSON}}},
		"not closed":          {"a.json", `{"title": "x", "text":`, nil, []refusal{{1, ErrJSON}}},
		"array not closed":    {"a.json", "[" + ok("a") + ",", []string{"a"}, []refusal{{1, ErrJSON}}},
		"no text":             {"a.json", "[{\"title\":\"t\"},\n" + ok("b") + "]", []string{"b"}, []refusal{{1, ErrNoText}}},
		"empty":               {"a.json", " \n", nil, []refusal{{0, ErrEmpty}}},
		"lines":               {"a.jsonl", ok("a") + "\n\n" + ok("b") + "\r\n", []string{"a", "b"}, nil},
		"a bad line":          {"a.jsonl", ok("a") + "\nnot json\n" + ok("b"), []string{"a", "b"}, []refusal{{2, ErrJSON}}},
		"a null line":         {"a.jsonl", "null\n" + ok("b"), []string{"b"}, []refusal{{1, ErrJSON}}},
		"a large line":        {"a.jsonl", ok("a") + "\n" + ok(strings.Repeat("x", 5000)) + "\n" + ok("b"), []string{"a", "b"}, []refusal{{2, ErrTooLarge}}},
		"empty lines":         {"a.jsonl", "", nil, []refusal{{0, ErrEmpty}}},
		"large object":        {"a.json", "[" + ok(strings.Repeat("x", 5000)) + "," + ok("b") + "]", []string{"b"}, []refusal{{1, ErrTooLarge}}},
		"large text":          {"a.txt", strings.Repeat("x", 5000), nil, []refusal{{0, ErrTooLarge}}},
		"latin letters":       {"a.jsonl", "{\"text\":\"caf\xe9\"}", []string{"café"}, nil},
		"byte order mark":     {"a.jsonl", "\ufeff" + ok("a"), []string{"a"}, nil},
		"sniffed lines":       {"a", ok("a") + "\nnot json\n" + ok("b"), []string{"a", "b"}, []refusal{{2, ErrJSON}}},
		"sniffed document":    {"a", "{\n \"text\": \"a\"\n}\n", []string{"a"}, nil},
		"sniffed array":       {"a", "[\n" + ok("a") + "]", []string{"a"}, nil},
		"gzip":                {"a.jsonl.gz", zipped(ok("a") + "\n" + ok("b")), []string{"a", "b"}, nil},
		"gzip under no name":  {"a", zipped(ok("a")), []string{"a"}, nil},
		"text cut off":        {"a.txt.gz", cut(zipped("text"), 6), nil, []refusal{{0, ErrCutOff}}},
		"lines cut off":       {"a.jsonl.gz", cut(zipped(ok("a")+"\n"+ok("b")+"\n"), 4), []string{"a", "b"}, []refusal{{3, ErrCutOff}}},
		"array cut off":       {"a.json.gz", cut(zipped("["+ok("a")+"]"), 4), []string{"a"}, []refusal{{1, ErrCutOff}}},
		"gzip broken at head": {"a.txt.gz", "\x1f\x8b\x00", nil, []refusal{{0, ErrCutOff}}},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			dir := put(t, map[string]string{test.file: test.in, "z.txt": "the next file"})
			path := filepath.Join(dir, test.file)
			got, refused := read(t, &Options{MaxArticleBytes: 4096}, path, filepath.Join(dir, "z.txt"))
			if diff := cmp.Diff(append(test.want, "the next file"), raws(got)); diff != "" {
				t.Error(diff)
			}
			if len(refused) != len(test.refused) {
				t.Fatalf("refused %v, want %v", refused, test.refused)
			}
			for i, r := range refused {
				if r.Line != test.refused[i].Line || !errors.Is(r, test.refused[i].Err) || !strings.HasPrefix(r.Error(), path+":") {
					t.Errorf("refused %v (%v), want %v", r, r.Err, test.refused[i])
				}
			}
		})
	}
}

func cut(s string, n int) string { return s[:len(s)-n] }

// endless is one line of a text or of JSON, n bytes long.
type endless struct {
	head string
	n    int
}

func (e *endless) Read(p []byte) (int, error) {
	if e.n <= 0 {
		return 0, io.EOF
	}
	n := copy(p, e.head)
	e.head = e.head[n:]
	for i := n; i < len(p); i++ {
		p[i] = 'x'
	}
	e.n -= len(p)
	return len(p), nil
}

// TestBoundedMemory reads 100 MB without an end of line.
func TestBoundedMemory(t *testing.T) {
	for _, head := range []string{"text ", `{"text":"`, "[{\n\"text\":\""} {
		var before, after runtime.MemStats
		runtime.GC()
		runtime.ReadMemStats(&before)
		got, refused := read(t, &Options{Stdin: &endless{head: head, n: 100 << 20}, MaxArticleBytes: 1 << 20}, "-")
		runtime.ReadMemStats(&after)
		if len(got) > 0 || len(refused) != 1 {
			t.Errorf("%q: read %d, refused %v", head, len(got), refused)
		}
		if used := (after.TotalAlloc - before.TotalAlloc) >> 20; used > 20 {
			t.Errorf("%q cost %d MB", head, used)
		}
	}
}

func TestCancel(t *testing.T) {
	t.Parallel()
	dir := put(t, map[string]string{"a.jsonl": strings.Repeat("{\"text\":\"a\"}\n", 100), "b.txt": "b"})
	s, err := New([]string{dir}, nil)
	if err != nil {
		t.Fatal(err)
	}
	ctx, cancel := context.WithCancel(t.Context())
	defer cancel()
	n := 0
	for _, err := range s.Articles(ctx) {
		if err != nil {
			t.Errorf("a cancelled reading gives %v", err)
		}
		if n++; n == 3 {
			cancel()
		}
	}
	if n > 100 {
		t.Errorf("read %d articles after the end", n)
	}
	n = 0
	for _, err := range s.Articles(t.Context()) {
		if err != nil {
			t.Error(err)
		}
		if n++; n == 2 {
			break
		}
	}
	if n != 2 {
		t.Errorf("a caller that breaks gets %d", n)
	}
}

func FuzzArticles(f *testing.F) {
	for _, s := range []string{`[{"text":"a"},{"text":"b}"}]`, "{\"text\":\"a\"}\n{\"body\":7}\n", "text\r\n", "\ufefftext", zipped(`{"text":"a"}`), "\xff\xfea\x00", "\x85\xa0", `{"text":"\ud800","authors":[1,{"name":"x"}]}`} {
		f.Add([]byte(s), false)
	}
	f.Fuzz(func(t *testing.T, in []byte, raw bool) {
		s, err := New([]string{"-"}, &Options{Stdin: bytes.NewReader(in), Raw: raw, MaxArticleBytes: 1000})
		if err != nil {
			t.Fatal(err)
		}
		for a, err := range s.Articles(t.Context()) {
			var r *Refused
			switch {
			case err != nil && !errors.As(err, &r):
				t.Fatalf("%v is not a refusal", err)
			case err == nil && (a.Key == "" || strings.TrimSpace(a.Raw) == "" || !utf8.ValidString(a.Raw)):
				t.Fatalf("unsound article %+v", a)
			}
		}
	})
}

// BenchmarkLines reads articles of about 6 KB from JSON Lines.
func BenchmarkLines(b *testing.B) {
	line, _ := json.Marshal(map[string]string{"text": strings.Repeat("The herring treaty was signed. ", 200), "url": "https://velin.example/a", "date": "2031-12-25 11:06", "title": "T"})
	path := filepath.Join(put(b, map[string]string{"a.jsonl": strings.Repeat(string(line)+"\n", 100)}), "a.jsonl")
	b.SetBytes(int64(100 * len(line)))
	for b.Loop() {
		if got, _ := read(b, nil, path); len(got) != 100 {
			b.Fatal(len(got))
		}
	}
}
