package source

import (
	"errors"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"github.com/newsgraph/newsgraph/loader/article"
)

// page is a web page as outlets write them.
const page = `<!DOCTYPE html><html lang="en-GB"><head><title>Quay reopens | Coastal Courier</title>
<meta property="og:title" content="Quay reopens"><meta property="og:site_name" content="Coastal Courier">
<meta property="article:published_time" content="2031-07-01T08:00:00+02:00"><meta name="author" content="Ada Quill">
<style>p { color: red }</style><script>var quay = "The script says nothing of it.";</script></head>
<body><nav><a href="/">Home</a> <a href="/news">News</a></nav>
<article><h1>Quay reopens</h1><p>The quay of Lysnett will reopen on Friday, the harbour office said in a statement, after three weeks of work on its piles.</p>
<!-- a comment --><p>“We have waited <b>long</b> enough,” harbour master Tove Ibsrud said at the quay on Tuesday, as the first boats came in from the sound.</p></article>
<footer>All rights reserved</footer></body></html>`

const pageText = "The quay of Lysnett will reopen on Friday, the harbour office said in a statement, after three weeks of work on its piles.\n\n" +
	"“We have waited long enough,” harbour master Tove Ibsrud said at the quay on Tuesday, as the first boats came in from the sound."

func TestPages(t *testing.T) {
	t.Parallel()
	want := &article.Article{
		Title: "Quay reopens", Source: "Coastal Courier", Authors: []string{"Ada Quill"}, Language: "en",
		PublishedAt: time.Date(2031, 7, 1, 6, 0, 0, 0, time.UTC), Raw: pageText,
	}
	dir := put(t, map[string]string{
		"a.html": page, "b.htm.gz": zipped(page), "c.page": "\n" + page,
		"latin.html": strings.NewReplacer("<head>", `<head><meta charset="windows-1252">`, "“", "\x93", "”", "\x94").Replace(page),
	})
	articles, refused := read(t, nil, dir, dir+"/c.page")
	if len(articles) != 4 || refused != nil {
		t.Fatalf("%d articles, refused %v", len(articles), refused)
	}
	for _, a := range articles {
		got := *a
		if got.Raw = strings.TrimSpace(got.Raw); !strings.HasPrefix(got.Key, filePrefix) {
			t.Errorf("key %s", got.Key)
		}
		got.Key, got.SourcePath = "", ""
		if diff := cmp.Diff(want, &got); diff != "" {
			t.Errorf("%s (-want +got):\n%s", a.SourcePath, diff)
		}
	}
	if raw, _ := read(t, &Options{Raw: true}, dir+"/a.html"); len(raw) != 1 || raw[0].Raw != page {
		t.Errorf("raw is not as it is: %v", raw)
	}
}

func TestBadPages(t *testing.T) {
	t.Parallel()
	for name, tc := range map[string]struct {
		page string
		want error
	}{
		"nothing in it":       {"<html><body></body></html>", ErrNoText},
		"too many elements":   {"<html><body>" + strings.Repeat("<p>x</p>", maxElements+1), ErrTooLarge},
		"too deep":            {"<html><body>" + strings.Repeat("<div>", 2000), ErrHTML},
		"only what is hidden": {"<html><body><script>one two three</script><style>p{}</style></body></html>", ErrNoText},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			dir := put(t, map[string]string{"a.html": tc.page})
			articles, refused := read(t, nil, dir)
			if len(articles) != 0 || len(refused) != 1 || !errors.Is(refused[0], tc.want) && !errors.Is(refused[0], ErrEmpty) {
				t.Errorf("%v, refused %v, want %v", raws(articles), refused, tc.want)
			}
		})
	}
}

func TestGiven(t *testing.T) {
	t.Parallel()
	at := time.Date(2031, 7, 2, 0, 0, 0, 0, time.UTC)
	for name, tc := range map[string]struct {
		given Given
		want  article.Article
	}{
		"a text": {
			Given{Text: "One.\r\nTwo.", URL: " HTTPS://X.example:443/a/?utm_source=y#z ", Title: " T ", Source: "S", Authors: []string{"A"}, Published: at, Language: "en-US"},
			article.Article{Key: "https://x.example/a", URL: "HTTPS://X.example:443/a/?utm_source=y#z", Title: "T", Source: "S", Authors: []string{"A"}, PublishedAt: at, Language: "en", Raw: "One.\nTwo."},
		},
		"a text alone": {Given{Text: "One."}, article.Article{Key: textKey("One."), Raw: "One."}},
		"what is given goes before what the page says": {
			Given{HTML: page, URL: "https://x.example/q", Title: "Mine", Published: at},
			article.Article{Key: "https://x.example/q", URL: "https://x.example/q", Title: "Mine", Source: "Coastal Courier", Authors: []string{"Ada Quill"}, PublishedAt: at, Language: "en", Raw: pageText},
		},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			got, err := tc.given.Article()
			if err != nil {
				t.Fatal(err)
			}
			got.Raw = strings.TrimSpace(got.Raw)
			if diff := cmp.Diff(&tc.want, got); diff != "" {
				t.Errorf("(-want +got):\n%s", diff)
			}
		})
	}
}

func TestGivenRefuses(t *testing.T) {
	t.Parallel()
	for name, tc := range map[string]struct {
		given Given
		want  error
	}{
		"nothing":        {Given{}, ErrNoText},
		"both":           {Given{Text: "x", HTML: "<p>x"}, ErrNoText},
		"space":          {Given{Text: " \n\u200b"}, ErrEmpty},
		"bytes":          {Given{Text: "a\x00b"}, ErrBinary},
		"no address":     {Given{Text: "x", URL: "/etc/hostname"}, ErrURL},
		"another scheme": {Given{Text: "x", URL: "ftp://x.example/"}, ErrURL},
		"a language":     {Given{Text: "x", Language: "English"}, ErrLanguage},
		"too large":      {Given{Text: strings.Repeat("x", DefaultMaxBytes+1)}, ErrTooLarge},
		"an empty page":  {Given{HTML: "<html></html>"}, ErrNoText},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			if a, err := tc.given.Article(); !errors.Is(err, tc.want) && !errors.Is(err, ErrEmpty) || err == nil {
				t.Errorf("%v %v, want %v", a, err, tc.want)
			}
		})
	}
}

// FuzzPage reads anything as a page.
func FuzzPage(f *testing.F) {
	f.Add(page)
	f.Add("<html><body><table><td><p>x")
	f.Add(`<script type="application/ld+json">{"@type": "NewsArticle", "datePublished": 7}</script><p>x`)
	f.Fuzz(func(t *testing.T, page string) {
		a, err := (&Given{HTML: page}).Article()
		if err == nil && (a.Raw == "" || a.Key == "") {
			t.Errorf("%+v", a)
		}
	})
}
