// Package identity is gold data of our own for identity across articles: pairs of names, hard ones on purpose, of one entity or
// of two. Names are invented, or plain facts. Each line of dev.txt (to tune on) and test.txt (numbers only) is a pair:
//
//	P Sergey Lavrov = Sergei Lavrov
//	P Davis {goalkeeper; Ajax} # David Davis *8 {Brexit Secretary/United Kingdom; Theresa May}
//
// P is for persons, O for organizations; "=" for one entity, "#" for two. After a name may stand how many articles mention it,
// and what they say: titles in lower or upper case before a slash, with what they are of behind it; words in lower case are titles too; other names
// are of those that stand beside it.
package identity

import (
	"embed"
	"fmt"
	"slices"
	"strconv"
	"strings"
	"unicode"

	"github.com/newsgraph/newsgraph/eval/halves"
	"github.com/newsgraph/newsgraph/graph"
	"github.com/newsgraph/newsgraph/graph/fold"
)

//go:embed dev.txt test.txt
var files embed.FS

// Pair is two names with what the graph knows of them.
type Pair struct {
	ID   string // the half and the line, from 1
	Line string
	A, B graph.Facts
	Same bool
}

// Load reads a half. It returns [halves.ErrGold] for a line that is not as above.
func Load(half halves.Half) ([]Pair, error) {
	return halves.Lines(files, half, "txt", func(n int, line string) (Pair, error) {
		p, err := parse(strings.TrimSpace(line))
		p.ID = fmt.Sprintf("%s %d", half, n)
		return p, err
	})
}

func parse(line string) (Pair, error) {
	p := Pair{Line: line}
	kind, rest, _ := strings.Cut(line, " ")
	a, b, same := strings.Cut(rest, " = ")
	if !same {
		var apart bool
		if a, b, apart = strings.Cut(rest, " # "); !apart {
			return p, fmt.Errorf("%q is no pair", line)
		}
	}
	p.Same = same
	of := map[string]graph.Kind{"P": graph.KindPerson, "O": graph.KindOrganization}[kind]
	if of == "" {
		return p, fmt.Errorf("%q has no kind", line)
	}
	var err error
	if p.A, err = facts(of, a); err == nil {
		p.B, err = facts(of, b)
	}
	if p.A.Key == p.B.Key {
		// The folded names are equal: the graph has one key for both, and nothing to decide.
		return p, err
	}
	return p, err
}

// facts reads a name with how many articles mention it, and what they say.
func facts(kind graph.Kind, s string) (graph.Facts, error) {
	name, said, _ := strings.Cut(s, " {")
	name, count, many := strings.Cut(name, " *")
	f := graph.Facts{Articles: 1}
	if many {
		n, err := strconv.Atoi(strings.TrimSpace(count))
		if err != nil {
			return f, err
		}
		f.Articles = graph.RoundArticles(n)
	}
	name = strings.TrimSpace(name)
	f.Key = graph.MakeKey(kind, fold.Name(name))
	seen := graph.Sighting{Article: graph.ArticleID(name), Name: name, Aliases: []string{name}, With: []graph.Key{f.Key}}
	for item := range strings.SplitSeq(strings.TrimSuffix(said, "}"), ";") {
		item = strings.TrimSpace(item)
		title, of, held := strings.Cut(item, "/")
		switch {
		case item == "":
		case held:
			seen.Titles = append(seen.Titles, graph.Title{Title: title, Of: graph.MakeKey(graph.KindOrganization, fold.Name(of))})
		case unicode.IsLower(rune(item[0])):
			seen.Titles = append(seen.Titles, graph.Title{Title: item})
		default:
			seen.With = append(seen.With, graph.MakeKey(graph.KindPerson, fold.Name(item)))
		}
	}
	slices.Sort(seen.With)
	slices.SortFunc(seen.Titles, graph.Title.Compare)
	f.Sightings = []graph.Sighting{seen}
	return f, nil
}

// Joined tells whether the rules join the names of the pair by themselves, in a graph that has these two only.
func (p *Pair) Joined(rules graph.Rules) bool {
	if p.A.Key == p.B.Key {
		return true
	}
	both := []graph.Facts{p.A, p.B}
	slices.SortFunc(both, func(a, b graph.Facts) int { return strings.Compare(string(a.Key), string(b.Key)) })
	keys := []graph.Key{both[0].Key, both[1].Key}
	for _, name := range rules.Blocks(p.A.Key) {
		if !slices.Contains(rules.Blocks(p.B.Key), name) {
			continue
		}
		block := &graph.Block{Name: name, Keys: both}
		if len(rules.Parts(block, keys)) == 0 {
			continue // the names have nothing to do with each other
		}
		if slices.ContainsFunc(rules.Judge(block), func(j graph.Judgement) bool { return j.Verdict == graph.Same }) {
			return true
		}
	}
	return false
}
