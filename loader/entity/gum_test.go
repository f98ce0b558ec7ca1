package entity_test

import (
	"archive/tar"
	"bufio"
	"compress/gzip"
	"context"
	"errors"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/newsgraph/newsgraph/loader/article"
	"github.com/newsgraph/newsgraph/loader/entity"
	"github.com/newsgraph/newsgraph/loader/reader"
	"github.com/newsgraph/newsgraph/loader/segment"
)

// shared is the path of a data file that is not part of the repository; the test is skipped when it is absent.
func shared(t *testing.T, path string) string {
	t.Helper()
	dir, err := os.Getwd()
	if err != nil {
		t.Fatal(err)
	}
	for dir != filepath.Dir(dir) {
		if _, err := os.Stat(filepath.Join(dir, "go.mod")); err == nil {
			break
		}
		dir = filepath.Dir(dir)
	}
	full := filepath.Join(filepath.Dir(dir), "shared", path)
	if _, err := os.Stat(full); err != nil {
		t.Skipf("SKIPPED: not measured, for %s is not here", full)
	}
	return full
}

// chainMention is a mention of an entity in GUM.
type chainMention struct {
	first, last, head int // tokens
	chain             string
	kind              string
}

// gumDoc is a document of GUM: text, tokens and mentions.
type gumDoc struct {
	text     strings.Builder
	spans    []article.Span
	proper   []bool
	pronoun  []bool
	open     map[string][]chainMention
	mentions []chainMention
}

func (g *gumDoc) line(line string) {
	if strings.HasPrefix(line, "# newpar") && !strings.HasPrefix(line, "# newpar_block") && g.text.Len() > 0 {
		g.text.WriteString("\n\n")
	}
	f := strings.Split(line, "\t")
	if len(f) < 10 || strings.ContainsAny(f[0], ".-") {
		return
	}
	start := g.text.Len()
	g.text.WriteString(f[1])
	g.spans = append(g.spans, article.Span{Start: start, End: g.text.Len()})
	g.proper = append(g.proper, f[3] == "PROPN")
	g.pronoun = append(g.pronoun, f[3] == "PRON")
	if !strings.Contains(f[9], "SpaceAfter=No") {
		g.text.WriteString(" ")
	}
	for field := range strings.SplitSeq(f[9], "|") {
		if e, ok := strings.CutPrefix(field, "Entity="); ok {
			g.entity(e)
		}
	}
}

// entity reads "(1-person-new-snnsn-cf1-2-coref(3-…)" and "1)": openings and closings of mentions at the last token.
func (g *gumDoc) entity(e string) {
	at := len(g.spans) - 1
	for len(e) > 0 {
		if e[0] == '(' {
			end := strings.IndexAny(e[1:], "()") + 1
			if end == 0 {
				end = len(e)
			}
			parts := strings.Split(e[1:end], "-")
			head, _ := strconv.Atoi(strings.Split(parts[5], ",")[0])
			g.open[parts[0]] = append(g.open[parts[0]], chainMention{first: at, head: at + head - 1, chain: parts[0], kind: parts[1]})
			if end < len(e) && e[end] == ')' {
				g.close(parts[0], at)
				end++
			}
			e = e[end:]
			continue
		}
		chain, rest, _ := strings.Cut(e, ")")
		g.close(chain, at)
		e = rest
	}
}

func (g *gumDoc) close(chain string, at int) {
	if list := g.open[chain]; len(list) > 0 {
		m := list[len(list)-1]
		g.open[chain] = list[:len(list)-1]
		m.last = at
		g.mentions = append(g.mentions, m)
	}
}

// article makes an article of the document; chains tells which chains each name stands for.
func (g *gumDoc) article(t *testing.T) (a *article.Article, chains map[article.Span]string) {
	t.Helper()
	kinds := map[string]article.Kind{
		"person": article.Person, "organization": article.Organization, "place": article.Place, "event": article.Event,
	}
	chains = map[article.Span]string{}
	a = &article.Article{Text: g.text.String()}
	for _, m := range g.mentions {
		if kinds[m.kind] == "" || m.head > m.last || !g.proper[m.head] {
			continue
		}
		first, last := m.head, m.head
		for first > m.first && g.proper[first-1] {
			first--
		}
		for last < m.last && g.proper[last+1] {
			last++
		}
		for first < last && isTitle(g.spans[first].Of(a.Text)) {
			first++
		}
		s := article.Span{Start: g.spans[first].Start, End: g.spans[last].End}
		if chains[s] == "" {
			chains[s] = m.chain
			a.Names = append(a.Names, article.Name{Span: s, Kind: kinds[m.kind], Confidence: 1})
		}
	}
	slices.SortFunc(a.Names, func(x, y article.Name) int { return x.Span.Start - y.Span.Start })
	a.Names = slices.CompactFunc(a.Names, func(x, y article.Name) bool { return x.Span.Overlaps(y.Span) })
	names := a.Names
	a.Names = nil
	for _, s := range []article.Stage{segment.New(), reader.New(nil)} {
		if err := s.Annotate(context.Background(), a); err != nil {
			t.Fatal(err)
		}
	}
	a.Names = names // the attributions are the reader's, the names are GUM's
	return a, chains
}

func isTitle(w string) bool {
	return slices.Contains([]string{
		"Mr.", "Mrs.", "Ms.", "Miss", "Dr.", "Professor", "Prof.", "President", "Sir", "King", "Queen", "Lord", "Lady",
		"Senator", "Governor", "Judge", "Justice", "Captain", "General", "Minister", "Prime", "Chief", "Officer", "Emperor", "Pope", "Saint",
	}, w)
}

func readGUM(t *testing.T, yield func(name string, g *gumDoc)) {
	t.Helper()
	f, err := os.Open(shared(t, "data/gum.tar.gz"))
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	z, err := gzip.NewReader(f)
	if err != nil {
		t.Fatal(err)
	}
	r := tar.NewReader(z)
	dev := map[string]bool{}
	for {
		h, err := r.Next()
		if errors.Is(err, io.EOF) {
			return
		}
		if err != nil {
			t.Fatal(err)
		}
		name := strings.TrimSuffix(filepath.Base(h.Name), ".conllu")
		switch {
		case strings.HasSuffix(h.Name, "splits.md"):
			dev = devSet(r)
		case strings.HasSuffix(h.Name, ".conllu") && dev[name] == (os.Getenv("GUM_TRAIN") == ""):
			g := &gumDoc{open: map[string][]chainMention{}}
			for s := bufio.NewScanner(r); s.Scan(); {
				g.line(s.Text())
			}
			yield(name, g)
		}
	}
}

// devSet reads the names of the documents of the dev part.
func devSet(r io.Reader) map[string]bool {
	dev, in := map[string]bool{}, false
	for s := bufio.NewScanner(r); s.Scan(); {
		line := strings.TrimSpace(s.Text())
		if h, ok := strings.CutPrefix(line, "## "); ok {
			in = h == "dev"
		}
		if name, ok := strings.CutPrefix(line, "* "); ok && in {
			dev[name] = true
		}
	}
	return dev
}

// TestPronouns measures on GUM how many singular personal pronouns of the third person, whose chain has a named
// person, are given to that person.
func TestPronouns(t *testing.T) {
	t.Parallel()
	stage := entity.New(nil)
	right, wrong, missed := 0, 0, 0
	readGUM(t, func(name string, g *gumDoc) {
		a, chains := g.article(t)
		if err := stage.Annotate(context.Background(), a); err != nil {
			t.Fatal(err)
		}
		named := map[string]bool{}
		for _, n := range a.Names {
			if n.Kind == article.Person {
				named[chains[n.Span]] = true
			}
		}
		r, w, m := 0, 0, 0
		for _, p := range g.mentions {
			if p.first != p.last || !g.pronoun[p.first] || !named[p.chain] || !isThird(g.spans[p.first].Of(a.Text)) {
				continue
			}
			switch who := actorAt(a, g.spans[p.first]); {
			case who < 0:
				m++
			case inChain(a, who, chains, p.chain):
				r++
			default:
				w++
			}
			if os.Getenv("GUM_SHOW") != "" {
				if who := actorAt(a, g.spans[p.first]); who < 0 || !inChain(a, who, chains, p.chain) {
					s := g.spans[p.first]
					got := "-"
					if who >= 0 {
						got = a.Actors[who].Name
					}
					want := ""
					for _, n := range a.Names {
						if chains[n.Span] == p.chain {
							want = n.Span.Of(a.Text)
						}
					}
					t.Logf("%s: got %s want %s: %q", name, got, want, a.Text[max(0, s.Start-300):s.Start]+"<<"+s.Of(a.Text)+">>"+a.Text[s.End:min(len(a.Text), s.End+40)])
				}
			}
		}
		if r+w+m > 0 {
			t.Logf("%s: %d of %d right, %d wrong, %d left out", name, r, r+w+m, w, m)
		}
		right, wrong, missed = right+r, wrong+w, missed+m
	})
	share := 100 * float64(right) / float64(right+wrong+missed)
	t.Logf("GUM dev: %.1f %% of %d pronouns right, %d wrong, %d left out", share, right+wrong+missed, wrong, missed)
	if share < 70 {
		t.Errorf("%.1f %% of the pronouns are right, less than 70 %%", share)
	}
}

func isThird(w string) bool {
	switch strings.ToLower(w) {
	case "he", "him", "his", "himself", "she", "her", "hers", "herself":
		return true
	}
	return false
}

func actorAt(a *article.Article, s article.Span) int {
	return slices.IndexFunc(a.Actors, func(x article.Actor) bool {
		return slices.ContainsFunc(x.Mentions, func(m article.Mention) bool { return m.Span == s })
	})
}

func inChain(a *article.Article, who int, chains map[article.Span]string, chain string) bool {
	return slices.ContainsFunc(a.Actors[who].Mentions, func(m article.Mention) bool { return chains[m.Span] == chain })
}
