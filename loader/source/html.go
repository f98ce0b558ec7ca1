package source

import (
	"bytes"
	"fmt"
	"io"
	"net/url"
	"strings"
	"time"

	"codeberg.org/readeck/go-readability/v2"
	"github.com/newsgraph/newsgraph/internal/newsdate"
	"github.com/newsgraph/newsgraph/loader/article"
	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
	"golang.org/x/net/html/charset"
)

// maxElements is how many elements a page may have, besides those that show no text. Finding the article among more
// takes too long: the time grows faster than the page.
const maxElements = 20_000

// page reads the whole file as one web page.
func (r *reading) page() bool {
	b, ok, wanted := r.whole()
	if !ok {
		return wanted
	}
	// The page itself may say in what encoding it is.
	in, err := charset.NewReader(bytes.NewReader(b), "")
	if err == nil {
		b, err = io.ReadAll(in)
	}
	if err != nil {
		return r.refuse(0, ErrEncoding, "unknown encoding: "+err.Error()+"; convert it to UTF-8")
	}
	a := &article.Article{SourcePath: r.file.path}
	text, err := readPage(a, string(b))
	if err != nil {
		return r.refuse(0, kindOf(err), err.Error())
	}
	return r.give(a, []byte(text), "", 0, 0)
}

// readPage returns the text of the article in a web page, and fills in what the page says of it where the article does not. Paragraphs
// are set apart by blank lines.
func readPage(a *article.Article, page string) (string, error) {
	doc, err := html.Parse(strings.NewReader(page))
	if err != nil {
		return "", fmt.Errorf("%w: the page cannot be read: %w", ErrHTML, err)
	}
	if n := prune(doc); n > maxElements {
		return "", fmt.Errorf("%w: a page of %d elements, at most %d are read; give its text instead", ErrTooLarge, n, maxElements)
	}
	at, _ := url.Parse(a.URL) // nil for none: only links are made absolute by it
	parser := readability.NewParser()
	found, err := parser.ParseAndMutate(doc, at)
	if err != nil || found.Node == nil {
		return "", fmt.Errorf("%w: no article is found in the page; give its text instead", ErrNoText)
	}
	var text strings.Builder
	if err := found.RenderText(&text); err != nil {
		return "", fmt.Errorf("%w: the page cannot be read: %w", ErrHTML, err)
	}
	describe(a, &found)
	return text.String(), nil
}

// describe fills in what is not known of the article.
func describe(a *article.Article, found *readability.Article) {
	for _, f := range []struct {
		field *string
		value string
	}{{&a.Title, found.Title()}, {&a.Source, found.SiteName()}, {&a.Language, language(found.Language())}} {
		if *f.field == "" {
			*f.field = strings.TrimSpace(f.value)
		}
	}
	if a.Authors == nil && found.Byline() != "" {
		a.Authors = splitAuthors(found.Byline())
	}
	if at, err := found.PublishedTime(); a.PublishedAt.IsZero() && err == nil {
		a.PublishedAt = at.UTC()
	}
	if a.PublishedAt.IsZero() {
		a.PublishedAt = firstTime(found.Node)
	}
}

// prune takes out what shows no text, but for the data that describe the page, and counts the elements that stay.
func prune(n *html.Node) int {
	count := 0
	for c := n.FirstChild; c != nil; {
		next := c.NextSibling
		switch {
		case c.Type == html.CommentNode, c.Type == html.ElementNode && showsNothing(c):
			n.RemoveChild(c)
		case c.Type == html.ElementNode:
			count += 1 + prune(c)
		}
		c = next
	}
	return count
}

func showsNothing(n *html.Node) bool {
	switch n.DataAtom {
	case atom.Script:
		return attribute(n, "type") != "application/ld+json"
	case atom.Style, atom.Svg, atom.Iframe, atom.Template, atom.Object, atom.Canvas, atom.Form, atom.Nav:
		return true
	}
	return false
}

func attribute(n *html.Node, name string) string {
	for _, a := range n.Attr {
		if a.Key == name {
			return a.Val
		}
	}
	return ""
}

// firstTime is the first moment that the article marks as one.
func firstTime(n *html.Node) (at time.Time) {
	if n.DataAtom == atom.Time {
		at, _ = newsdate.Parse(attribute(n, "datetime"))
	}
	for c := n.FirstChild; c != nil && at.IsZero(); c = c.NextSibling {
		at = firstTime(c)
	}
	return at
}
