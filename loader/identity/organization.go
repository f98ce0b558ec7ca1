package identity

import (
	"slices"
	"strings"
)

// organizationName is an organization's name, taken apart. Words are folded.
type organizationName struct {
	words    []word   // in the spelling of the United States, without forms of companies, articles and small words; never empty
	core     []word   // words without plain and loose forms ("group", "party"); never empty
	plain    []word   // words without plain forms; never empty
	turn     string   // the words sorted: "department of justice" is "justice department"
	glued    string   // the words without blanks
	stem     string   // see stem
	initials []string // see acronyms
	raw      []string
}

var (
	companyForms = set(`inc incorporated corp corporation co company ltd limited llc lp llp plc ag sa se nv bv spa gmbh ab asa oyj kk pty holdings holding
oao pao zao ooo ojsc pjsc jsc cjsc com`)
	// plainForms are words that names of companies and clubs often leave out; looseForms are left out at times, but tell names apart as well.
	plainForms = set(`group technologies technology labs lab motors motor electronics enterprises international fc afc cf newspaper magazine`)
	looseForms = set(`bank club service party organization movement english university`)
	wholeWords = set(`uk us un eu`) // that acronyms take as they are: "UKIP"
	smallWords = set(`the of and for in on at to a an de la le des du und et`)
	american   = map[string]string{
		"organisation": "organization", "organisations": "organizations", "defence": "defense", "centre": "center",
		"programme": "program", "theatre": "theater", "licence": "license",
	}
)

func parseOrganization(name string) organizationName {
	o := organizationName{raw: strings.Fields(strings.ReplaceAll(name, "co operation", "cooperation"))}
	words := slices.DeleteFunc(slices.Clone(o.raw), func(w string) bool { return smallWords[w] || companyForms[w] })
	if len(words) == 0 {
		words = o.raw
	}
	for _, w := range words {
		if us := american[w]; us != "" {
			w = us
		}
		o.words = append(o.words, newWord(w))
	}
	o.plain = without(o.words, plainForms)
	o.core = without(o.words, plainForms, looseForms)
	o.glued = joined(o.words, "")
	turned := slices.DeleteFunc(strings.Fields(joined(o.words, " ")), func(w string) bool { return w == "affairs" })
	slices.Sort(turned)
	o.turn = strings.Join(turned, " ")
	o.stem = stem(o.words)
	o.initials = o.acronyms()
	return o
}

// without leaves out words, unless none is left.
func without(words []word, out ...map[string]bool) []word {
	left := slices.DeleteFunc(slices.Clone(words), func(w word) bool {
		return slices.ContainsFunc(out, func(set map[string]bool) bool { return set[w.text] })
	})
	if len(left) == 0 {
		return words
	}
	return left
}

func joined(words []word, between string) string {
	texts := make([]string, len(words))
	for i := range words {
		texts[i] = words[i].text
	}
	return strings.Join(texts, between)
}

// isAcronym tells whether the name may be an acronym: one short word.
func (o *organizationName) isAcronym() bool {
	return len(o.raw) == 1 && len(o.raw[0]) >= 2 && len(o.raw[0]) <= 7 && ascii(o.raw[0])
}

// acronyms are those that the name may have.
func (o *organizationName) acronyms() []string {
	if len(o.raw) < 2 {
		return nil
	}
	var all, bare, whole strings.Builder
	for _, w := range o.raw {
		if !ascii(w) {
			return nil
		}
		all.WriteByte(w[0])
		if !smallWords[w] {
			bare.WriteByte(w[0])
			if wholeWords[w] {
				whole.WriteString(w)
			} else {
				whole.WriteByte(w[0])
			}
		}
	}
	out := []string{bare.String()}
	for _, more := range []string{all.String(), whole.String()} {
		if !slices.Contains(out, more) {
			out = append(out, more)
		}
	}
	return slices.DeleteFunc(out, func(s string) bool { return len(s) < 2 || len(s) > 7 })
}

// blocks of an organization: names that are the same but for spelling, order and forms of companies, and acronyms with what they may stand for.
func (o *organizationName) blocks() []string {
	out := []string{"organization/" + o.stem}
	if core := "organization/" + stem(o.core); core != out[0] {
		out = append(out, core)
	}
	if glued := "organization/" + skeleton(o.glued); len(o.words) == 1 || len(o.words) <= 3 && len(o.words[0].text) <= 2 {
		out = append(out, glued) // "JP Morgan" and "JPMorgan"
	}
	if o.isAcronym() {
		out = append(out, "acronym/"+o.raw[0])
	}
	for _, a := range o.initials {
		out = append(out, "acronym/"+a)
	}
	slices.Sort(out)
	return slices.Compact(out)
}

// stem is what spellings of a name have in common.
func stem(words []word) string {
	bones := make([]string, len(words))
	for i := range words {
		bones[i] = words[i].bones
	}
	slices.Sort(bones)
	s := strings.Join(bones, " ")
	return s[:min(len(s), 120)]
}

// compareOrganizations compares two names that share a stem.
func compareOrganizations(a, b *organizationName) verdictOn {
	switch {
	case a.glued == b.glued:
		return verdictOn{score: 0.97, why: "the same name but for the form of the company"}
	case a.turn == b.turn && (headIsTurnable(a, "department") || headIsTurnable(a, "ministry")):
		return verdictOn{score: 0.95, why: "the same name in another order"}
	case a.turn == b.turn:
		return verdictOn{score: 0.7, why: "the same words in another order"}
	}
	if s := alikeWords(a.words, b.words); s > 0 {
		return verdictOn{score: s, why: "another spelling of the name"}
	}
	if slices.Equal(a.plain, b.plain) {
		return verdictOn{score: 0.9, why: "the same name but for words that companies and clubs leave out"}
	}
	if slices.Equal(a.core, b.core) || alikeWords(a.core, b.core) >= 0.93 {
		return verdictOn{score: 0.75, why: "the same name but for words that are often left out"}
	}
	return verdictOn{}
}

func headIsTurnable(o *organizationName, head string) bool {
	return slices.ContainsFunc(o.words, func(w word) bool { return w.text == head })
}

// alikeWords compares names word by word.
func alikeWords(a, b []word) float64 {
	if len(a) != len(b) {
		return 0
	}
	score := 1.0
	for i := range a {
		s := alike(&a[i], &b[i])
		if s == 0.97 && len(a[i].text) < 5 {
			s = 0.8 // short words are often others: "Sharp" and "Shar"
		}
		score *= s
	}
	if score < 0.6 {
		return 0
	}
	return score
}
