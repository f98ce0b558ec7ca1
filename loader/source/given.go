package source

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"strings"
	"time"

	"github.com/newsgraph/newsgraph/loader/article"
)

// Given is an article that somebody gives part by part. Text or HTML is needed, and not both; what else is empty is looked for in them.
type Given struct {
	Text      string // as a person reads it
	HTML      string // a web page, of which the article is taken
	URL       string // where it was published; names the article
	Title     string
	Source    string // the outlet
	Authors   []string
	Published time.Time
	Language  string // ISO 639-1
}

// Article makes an article of it, named by its URL or else by what it says. An error wraps one of the reasons of this package and says
// what to do.
func (g *Given) Article() (*article.Article, error) {
	a := &article.Article{
		URL: strings.TrimSpace(g.URL), Title: strings.TrimSpace(g.Title), Source: strings.TrimSpace(g.Source), Authors: g.Authors,
		PublishedAt: g.Published.UTC(), Language: language(g.Language),
	}
	normal, isAddress := address(a.URL)
	switch {
	case a.URL != "" && !isAddress:
		return nil, fmt.Errorf("%w: %q is not a web address: give one like https://news.example/1, or none", ErrURL, a.URL)
	case g.Language != "" && a.Language == "":
		return nil, fmt.Errorf("%w: the language is %q, it must be a code of two letters like en", ErrLanguage, g.Language)
	case (g.Text == "") == (g.HTML == ""):
		return nil, fmt.Errorf("%w: give either the text or the HTML of the article", ErrNoText)
	case len(g.Text)+len(g.HTML) > DefaultMaxBytes:
		return nil, fmt.Errorf("%w: the article has %d bytes, at most %d are read: split it", ErrTooLarge, len(g.Text)+len(g.HTML), DefaultMaxBytes)
	}
	text := g.Text
	if g.HTML != "" {
		var err error
		if text, err = readPage(a, g.HTML); err != nil {
			return nil, err
		}
	}
	var err error
	if a.Raw, err = toText([]byte(text), false); err != nil {
		return nil, err
	}
	a.Key = normal
	if a.Key == "" {
		a.Key = textKey(a.Raw)
	}
	return a, nil
}

// textKey names an article by what it says.
func textKey(raw string) string {
	sum := sha256.Sum256([]byte(raw))
	return hashPrefix + hex.EncodeToString(sum[:16])
}
