package entity

import (
	"strings"

	"github.com/newsgraph/newsgraph/loader/article"
)

// phrase is the words of a title and of whom or what it is.
type phrase struct {
	first, last int // words
	of          int // index into actors, or none
	from        int // the first word of the whole phrase, with "the" and "Russian"
	// country is what a demonym before the title tells, in the words adjective[0] to adjective[1]; "" when there is none.
	country   string
	adjective [2]int
}

// roleKey tells roles apart that are given once, however often the text gives them.
type roleKey struct {
	person, of int
	title      string
}

// maxTitle is how many words a title has at most.
const maxTitle = 8

// readTitles makes roles out of the titles beside the names of persons, and notes what titles and
// honorifics tell of their gender.
func (d *draft) readTitles() {
	for i := range d.names {
		n := d.names[i]
		if n.form == none || n.first > n.last || d.forms[n.form].kind != article.Person {
			continue
		}
		d.honorific(i)
		if p, ok := d.titleBefore(n.first); ok {
			d.hold(i, p)
		}
		if p, ok := d.titleAfter(n.last); ok {
			d.hold(i, p)
		}
	}
}

// hold gives a title to the person of the name, when it is known who that is; else the title may tell.
func (d *draft) hold(name int, p phrase) {
	a := d.names[name].actor
	if a == none {
		a = d.heldBy(d.forms[d.names[name].form].rivals, p)
		d.names[name].actor = a
	}
	if a == none {
		return
	}
	if p.of == none && p.country != "" {
		p.of = d.countryActor(p)
	}
	for w := p.first; w <= p.last; w++ {
		d.titled[w] = true
	}
	d.learn(a, d.lex.heads[d.headOf(p)], 3)
	title := d.title(p)
	key := roleKey{a, p.of, strings.ToLower(title)}
	if d.roleSeen[key] {
		return
	}
	d.roleSeen[key] = true
	d.roles = append(d.roles, article.Role{Person: a, Title: title, Of: p.of, Span: d.span(p.first, p.last)})
	d.held[d.headOf(p)] = true
	d.actors[a].titles = append(d.actors[a].titles, held{words: d.titleWords(p.first, p.last), of: p.of})
}

func (d *draft) title(p phrase) string {
	return strings.Join(strings.Fields(d.text(p.first, p.last)), " ")
}

func (d *draft) span(first, last int) article.Span {
	return article.Span{Start: d.words[first].span.Start, End: d.words[last].span.End}
}

// heldBy returns the one of the rivals that holds the title already, or none.
func (d *draft) heldBy(rivals []int, p phrase) int {
	who := none
	for _, a := range rivals {
		if d.fits(a, d.titleWords(p.first, p.last), d.ofKnown(p)) {
			if who != none {
				return none
			}
			who = a
		}
	}
	return who
}

// titleWords returns the lower-case words of a title, hyphens taken apart.
func (d *draft) titleWords(first, last int) []string {
	var out []string
	for w := first; w <= last; w++ {
		for part := range strings.SplitSeq(d.words[w].low, "-") {
			if part != "" && part != "of" && part != "the" {
				out = append(out, part)
			}
		}
	}
	return out
}

// headOf returns the head noun of the title.
func (d *draft) headOf(p phrase) string {
	for w := p.last; w >= p.first; w-- {
		if d.isHead(w) {
			return bareTitle(d.words[w].low)
		}
	}
	return ""
}

// bareTitle takes "ex-" and "co-" off a title.
func bareTitle(low string) string {
	for _, prefix := range []string{"ex-", "co-", "vice-", "then-"} {
		low = strings.TrimPrefix(low, prefix)
	}
	return low
}

func (d *draft) isHead(w int) bool {
	_, ok := d.lex.heads[bareTitle(d.words[w].low)]
	return ok && d.words[w].name == none
}

func (d *draft) isTitleWord(w int) bool {
	return d.isHead(w) || d.lex.modifiers[bareTitle(d.words[w].low)] && d.words[w].name == none
}

// titleBefore reads "Russian Foreign Minister" before the word at which a person's name starts.
func (d *draft) titleBefore(name int) (phrase, bool) {
	w := d.skipHonorific(name - 1)
	if w > 0 && d.words[w].low == "," && d.sameSentence(w, name) {
		return d.titleBeforeComma(w-1, name)
	}
	return d.titleUpTo(w, name)
}

// titleBeforeComma reads "its director, " and "The leader of the Civic Front, " before a name. The title must be
// definite and not be the apposition of another person before it.
func (d *draft) titleBeforeComma(w, name int) (phrase, bool) {
	p, ok := d.titleUpTo(w, name)
	if !ok {
		return phrase{}, false
	}
	i := p.from - 1
	switch d.at(name, i) {
	case "the", "its", "their", "his", "her", "'s", "'":
	default:
		return phrase{}, false
	}
	if d.at(name, i-1) != "," || i < 2 {
		return p, true
	}
	n := d.words[i-2].name
	return p, n == none || d.names[n].form == none || d.forms[d.names[n].form].kind != article.Person
}

// titleUpTo reads a title that ends in the word.
func (d *draft) titleUpTo(w, name int) (phrase, bool) {
	first := w + 1
	for first > 0 && first > w+1-maxTitle && d.sameSentence(first-1, name) && d.isTitleWord(first-1) {
		first--
	}
	if first > w || !d.isHead(w) {
		return d.officeBefore(w, name)
	}
	p := phrase{first: first, last: w, of: none, from: first}
	d.ofBefore(&p)
	return p, true
}

func (d *draft) sameSentence(w, other int) bool {
	return d.words[w].sentence == d.words[other].sentence
}

// skipHonorific steps back over "Mr." and "Dr.", which are no titles of office.
func (d *draft) skipHonorific(w int) int {
	for w >= 0 {
		_, honor := d.lex.honorifics[d.words[w].low]
		_, head := d.lex.heads[d.words[w].low]
		if !honor || head {
			break
		}
		w--
	}
	return w
}

// officeBefore reads "Secretary of State" and "President of Syria" before a name: a title with "of" inside.
func (d *draft) officeBefore(w, name int) (phrase, bool) {
	i := d.ofWord(w, name)
	if i == none || i == w || i == 0 || !d.isHead(i-1) {
		return phrase{}, false
	}
	p := phrase{first: i - 1, last: w, of: none, from: i - 1}
	if n := d.words[w].name; n != none {
		p.of, p.last = d.bodyOf(int(n)), i-1
	}
	for p.first > 0 && p.last-p.first < maxTitle && d.sameSentence(p.first-1, name) && d.isTitleWord(p.first-1) {
		p.first--
	}
	p.from = p.first
	if p.of == none {
		d.ofBefore(&p)
	}
	return p, true
}

// ofWord is the "of" or "for" a few capitalized words before the word, or none.
func (d *draft) ofWord(w, name int) int {
	if w < 0 || d.words[w].low == "the" {
		return none
	}
	for i := w; i > 0 && i > w-5 && d.sameSentence(i, name); i-- {
		switch low := d.words[i].low; {
		case low == "of" || low == "for":
			return i
		case !d.isCapital(i) && low != "the":
			return none
		}
	}
	return none
}

// ofBefore finds of whom or what the title is in the words before it: "Russian", "Russia's", "US", "Kremlin".
func (d *draft) ofBefore(p *phrase) {
	w := p.first - 1
	if w < 0 || !d.sameSentence(w, p.first) {
		return
	}
	if isPossessive(d.words[w].low) {
		w--
	}
	if w < 0 || !d.sameSentence(w, p.first) {
		return
	}
	if n := d.words[w].name; n != none {
		if p.of = d.bodyOf(int(n)); p.of != none {
			p.from = d.names[n].first
		}
	} else if !d.adjectiveAt(w-1, w, p) {
		d.adjectiveAt(w, w, p)
	}
}

// bodyOf returns the organization, place or event of a name, or none.
func (d *draft) bodyOf(name int) int {
	if a := d.names[name].actor; a != none && d.actors[a].kind != article.Person {
		return a
	}
	return none
}

// adjectiveAt reads a demonym ("Russian", "South Korean") in the words.
func (d *draft) adjectiveAt(first, last int, p *phrase) bool {
	for w := first; w <= last; w++ {
		if w < 0 || w >= len(d.words) || !d.sameSentence(w, p.first) || d.words[w].name != none || !d.isCapital(w) {
			return false
		}
	}
	country := d.places.demonym(d.text(first, last))
	if country == "" {
		return false
	}
	p.country, p.adjective, p.from = country, [2]int{first, last}, first
	return true
}

// ofKnown returns whom or what the phrase is of, none when it does not say, and -2 when that is no actor of the article.
func (d *draft) ofKnown(p phrase) int {
	if p.of != none || p.country == "" {
		return p.of
	}
	if a, ok := d.byCountry[p.country]; ok {
		return a
	}
	return -2
}

// countryActor returns the actor of a demonym's country. When the article does not name the country, the demonym is
// its mention: the role needs somebody to be of.
func (d *draft) countryActor(p phrase) int {
	if a, ok := d.byCountry[p.country]; ok {
		return a
	}
	d.actors = append(d.actors, actor{
		kind: article.Place, name: p.country, country: true,
		mentions: []article.Mention{{
			Span: d.span(p.adjective[0], p.adjective[1]), Form: article.FormName, Confidence: 0.75,
			Reason: article.Reason{Code: "demonym", Text: "The adjective stands for the country in a title."},
		}},
	})
	d.byCountry[p.country] = len(d.actors) - 1
	return len(d.actors) - 1
}
