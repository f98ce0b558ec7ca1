// Package pages marks the lines of the example articles that are no text of an article: icon names, menus, captions, promotions, share bars,
// credits and notices, by hand.
package pages

import (
	_ "embed"
	"errors"
	"fmt"
	"strings"

	"github.com/newsgraph/newsgraph/examples"
)

// ErrMarks is returned when the marks do not fit the articles.
var ErrMarks = errors.New("marks of noise do not fit the articles")

//go:embed lines.txt
var lines string

// Page is an article with noise.
type Page struct {
	Name  string
	Text  string
	Lines []string // lines of the text that are noise, in order
}

// Load returns the pages, by name. The file of the marks has the name of an article in square brackets, and its lines of noise below it.
func Load() ([]Page, error) {
	var pages []Page
	for _, line := range strings.Split(strings.TrimSpace(lines), "\n") {
		if name, ok := strings.CutPrefix(line, "["); ok && strings.HasSuffix(name, ".txt]") {
			name = strings.TrimSuffix(name, "]")
			text, err := examples.Texts.ReadFile(name)
			if err != nil {
				return nil, fmt.Errorf("%w: %w", ErrMarks, err)
			}
			pages = append(pages, Page{Name: name, Text: strings.ReplaceAll(string(text), "\r\n", "\n")})
			continue
		}
		if line == "" {
			continue
		}
		if len(pages) == 0 || !strings.Contains("\n"+pages[len(pages)-1].Text+"\n", "\n"+line+"\n") {
			return nil, fmt.Errorf("%w: no line %q", ErrMarks, line)
		}
		last := &pages[len(pages)-1]
		last.Lines = append(last.Lines, line)
	}
	return pages, nil
}
