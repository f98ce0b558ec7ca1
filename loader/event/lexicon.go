package event

import (
	_ "embed"
	"strings"

	"github.com/newsgraph/newsgraph/loader/article"
)

//go:embed lexicon.tsv
var lexiconFile string

// entry is a word that tells an event.
type entry struct {
	kind      article.EventType
	noun      bool
	base      string
	irregular []string // forms
	follows   []string // one of these must come soon after it
	actor     []string // the arguments that name the actor
	recipient []string // the arguments that name the recipient, best first
	needed    bool     // without a recipient it is something else
	links     []string // prepositions before the recipient
	avoids    []string // none of these may come soon after it
}

// lexicon has the entries by each form of their words.
type lexicon map[string][]*entry

func newLexicon() lexicon {
	l := lexicon{}
	for line := range strings.Lines(lexiconFile) {
		f := strings.Split(strings.TrimSpace(line), "\t")
		if len(f) != 9 || strings.HasPrefix(line, "#") {
			continue
		}
		e := &entry{
			kind: article.EventType(f[0]), noun: f[1] == "N", base: f[2], irregular: list(f[3]), follows: list(f[4]), avoids: list(f[8]),
			actor: labels(f[5]), recipient: labels(strings.TrimSuffix(f[6], "!")), needed: strings.HasSuffix(f[6], "!"), links: list(f[7]),
		}
		forms := verbForms(f[2])
		if e.noun {
			forms = []string{f[2], f[2] + "s"}
		}
		for _, form := range append(forms, e.irregular...) {
			l[form] = append(l[form], e)
		}
	}
	return l
}

func list(field string) []string {
	if field == "-" {
		return nil
	}
	return strings.Split(field, ",")
}

func labels(field string) []string {
	out := list(field)
	for i, n := range out {
		out[i] = "ARG" + n
	}
	return out
}

// verbForms are the regular forms of a verb.
func verbForms(base string) []string {
	last := base[len(base)-1]
	vowelBefore := strings.ContainsRune("aeiou", rune(base[len(base)-2]))
	switch {
	case last == 'e':
		return []string{base, base + "s", base + "d", base[:len(base)-1] + "ing"}
	case last == 'y' && !vowelBefore:
		return []string{base, base[:len(base)-1] + "ies", base[:len(base)-1] + "ied", base + "ing"}
	case strings.HasSuffix(base, "sh"), strings.HasSuffix(base, "ch"), strings.HasSuffix(base, "ss"):
		return []string{base, base + "es", base + "ed", base + "ing"}
	}
	return []string{base, base + "s", base + "ed", base + "ing"}
}
