package reader_test

import (
	"bufio"
	"context"
	"fmt"
	"os"
	"strings"
	"testing"

	"github.com/newsgraph/newsgraph/internal/shared"
	"github.com/newsgraph/newsgraph/loader/article"
	"github.com/newsgraph/newsgraph/loader/reader"
)

// taggedArticles reads token + BIO files into segmented articles with their gold names.
func taggedArticles(t *testing.T, file string) (articles []*article.Article, gold [][]article.Name) {
	t.Helper()
	f, err := os.Open(file)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = f.Close() })
	var builders []*taggedBuilder
	var b *taggedBuilder
	for s := bufio.NewScanner(f); s.Scan(); {
		switch line := s.Text(); {
		case strings.HasPrefix(line, "# doc"):
			b = &taggedBuilder{}
			builders = append(builders, b)
		case strings.TrimSpace(line) == "":
			b.endSentence()
		default:
			b.token(line)
		}
	}
	for _, b := range builders {
		articles = append(articles, segmented(t, b.text.String()))
		gold = append(gold, b.names)
	}
	return articles, gold
}

type taggedBuilder struct {
	text         strings.Builder
	last, before string // the last words
	quoted       bool
	names        []article.Name
	open         bool
}

func (b *taggedBuilder) token(line string) {
	fields := strings.Split(line, "\t")
	if len(fields) < 2 || strings.TrimSpace(fields[0]) == "" {
		return
	}
	word := strings.ReplaceAll(fields[0], " ", "_")
	if !b.glued(word) {
		b.text.WriteByte(' ')
	}
	start := b.text.Len()
	b.text.WriteString(word)
	if word == "\"" {
		b.quoted = !b.quoted
	}
	b.before, b.last = b.last, word
	b.tag(strings.TrimSpace(fields[1]), article.Span{Start: start, End: b.text.Len()})
}

// tag adds the token to a gold name, or starts one.
func (b *taggedBuilder) tag(tag string, s article.Span) {
	k := map[string]article.Kind{
		"Person": article.Person, "Organization": article.Organization, "Location": article.Place, "Facility": article.Place,
	}[strings.TrimPrefix(strings.TrimPrefix(tag, "B-"), "I-")]
	switch {
	case k == "":
		b.open = false
	case tag[0] == 'I' && b.open && b.names[len(b.names)-1].Kind == k:
		b.names[len(b.names)-1].Span.End = s.End
	default:
		b.names = append(b.names, article.Name{Span: s, Kind: k})
		b.open = true
	}
}

// glued tells whether the word follows the one before without a blank, as in print: the files have one around every mark.
func (b *taggedBuilder) glued(word string) bool {
	letter := func(s string) bool { return len(s) == 1 && s[0] >= 'A' && s[0] <= 'Z' }
	switch {
	case b.text.Len() == 0 || b.last == "" || word == "-" || b.last == "-":
		return true
	case word == "\"":
		return b.quoted
	case b.last == "\"":
		return b.quoted
	case letter(word) && b.last == "." && letter(b.before):
		return true
	}
	return strings.Contains(", . ; : ? ! ) ] % ’ ” 's n't", word) || strings.Contains("( [ $ “ ‘", b.last) ||
		b.last == "’" && len(word) <= 2
}

func (b *taggedBuilder) endSentence() {
	b.open, b.quoted = false, false
	if b.last != "" {
		b.text.WriteString("\n\n")
	}
	b.last, b.before = "", ""
}

// score counts for precision and recall.
type score struct{ right, found, gold float64 }

func (s score) precision() float64 { return 100 * s.right / max(s.found, 1) }
func (s score) recall() float64    { return 100 * s.right / max(s.gold, 1) }
func (s score) f1() float64 {
	return 2 * s.precision() * s.recall() / max(s.precision()+s.recall(), 1e-9)
}

func (s score) String() string {
	return fmt.Sprintf("P %.1f R %.1f F1 %.1f (%.0f gold)", s.precision(), s.recall(), s.f1(), s.gold)
}

func TestMeasureNames(t *testing.T) {
	t.Parallel()
	set := "names/worldwide/dev.tsv"
	if s := os.Getenv("NAMES_SET"); s != "" {
		set = s
	}
	articles, gold := taggedArticles(t, shared.Path(t, "data/"+set))
	r := reader.New(nil)
	scores := map[article.Kind]*score{
		article.Person: {}, article.Organization: {}, article.Place: {}, "all": {}, "unlabelled": {},
	}
	dump, _ := os.Create(os.Getenv("NAMES_DUMP"))
	for i, a := range articles {
		if err := r.Annotate(context.Background(), a); err != nil {
			t.Fatal(err)
		}
		compareNames(scores, a.Names, gold[i])
		dumpNames(dump, a, gold[i])
	}
	for _, k := range []article.Kind{article.Person, article.Organization, article.Place, "all", "unlabelled"} {
		t.Logf("%-12s %s", k, scores[k])
	}
	if f := scores["all"].f1(); f < 71.5 {
		t.Errorf("names: F1 %.1f is below the floor", f)
	}
}

func compareNames(scores map[article.Kind]*score, found, gold []article.Name) {
	type span struct {
		article.Span
		kind article.Kind
	}
	want := map[span]bool{}
	for _, g := range gold {
		want[span{g.Span, g.Kind}], want[span{g.Span, ""}] = true, true
		scores[g.Kind].gold++
		scores["all"].gold++
		scores["unlabelled"].gold++
	}
	for _, f := range found {
		if f.Kind == article.Event {
			continue
		}
		scores[f.Kind].found++
		scores["all"].found++
		scores["unlabelled"].found++
		if want[span{f.Span, f.Kind}] {
			scores[f.Kind].right++
			scores["all"].right++
		}
		if want[span{f.Span, ""}] {
			scores["unlabelled"].right++
		}
	}
}

// dumpNames lists the errors, for work on the rules.
func dumpNames(dump *os.File, a *article.Article, gold []article.Name) {
	if dump == nil {
		return
	}
	around := func(s article.Span) string {
		return strings.ReplaceAll(a.Text[max(0, s.Start-40):s.Start]+"[["+s.Of(a.Text)+"]]"+a.Text[s.End:min(len(a.Text), s.End+30)], "\n", " ")
	}
	has := func(l []article.Name, n article.Name) string {
		for _, o := range l {
			if o.Span.Overlaps(n.Span) {
				if o.Span == n.Span && o.Kind == n.Kind {
					return "ok"
				}
				return string(o.Kind) + ":" + o.Span.Of(a.Text)
			}
		}
		return "-"
	}
	for _, n := range a.Names {
		if w := has(gold, n); w != "ok" {
			fmt.Fprintf(dump, "WRONG\t%s\t%s\t%s\t%s\n", n.Kind, n.Span.Of(a.Text), w, around(n.Span))
		}
	}
	for _, n := range gold {
		if w := has(a.Names, n); w != "ok" {
			fmt.Fprintf(dump, "MISSED\t%s\t%s\t%s\t%s\n", n.Kind, n.Span.Of(a.Text), w, around(n.Span))
		}
	}
}
