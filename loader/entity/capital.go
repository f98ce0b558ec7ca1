package entity

import (
	"strings"

	"github.com/biter777/countries"

	"github.com/newsgraph/newsgraph/loader/article"
)

// otherCapitals are spellings of capitals that the library lacks.
const otherCapitals = `UA kiev
IN delhi`

// actingVerbs are what countries do and cities do not.
const actingVerbs = `say says said deny denies denied insist insists insisted accuse accuses accused want wants wanted hope hopes hoped
fear fears feared believe believes believed reject rejects rejected agree agrees agreed refuse refuses refused demand demands demanded
back backs backed urge urges urged warn warns warned threaten threatens threatened pledge pledges pledged vow vows vowed regard regards
regarded view views viewed oppose opposes opposed condemn condemns condemned welcome welcomes welcomed criticize criticizes criticized
criticise criticises criticised blame blames blamed call calls called dismiss dismisses dismissed announce announces announced propose
proposes proposed promise promises promised claim claims claimed maintain maintains maintained acknowledge acknowledges acknowledged
concerned worried alarmed ready willing keen determined committed recognize recognizes recognized recognise recognises recognised annexed invaded expelled recalled retaliated imposed sanctioned argue
argues argued sign signs signed leave leaves withdraw withdraws withdrew ratify ratifies ratified negotiate negotiates negotiated
retaliate retaliates intervene intervenes intervened comply complies complied cooperate cooperates cooperated veto vetoes vetoed complain complains complained suspect suspects suspected seek seeks sought`

// actingAuxiliaries may stand between a country and what it does.
const actingAuxiliaries = `has have had will would could might may must should also repeatedly long never not now is was been`

// capitals are the countries by their capitals' folded names. Left out are capitals named like their country, and Brussels, which
// stands for more than Belgium.
func capitals(names map[string]string) map[string]string {
	out := map[string]string{}
	for _, code := range countries.All() {
		capital, country := fold(code.Capital().String()), names[code.Alpha2()]
		if country != "" && capital != fold(country) && capital != "brussels" && capital != "none" {
			out[capital] = country
		}
	}
	for code, capital := range pairs(otherCapitals) {
		out[capital] = names[code]
	}
	return out
}

// capitalsThatAct finds the names of capitals that act for their country ("Moscow has been concerned"): they mention it besides
// the city.
func (d *draft) capitalsThatAct() {
	for n := range d.names {
		f := d.names[n].form
		if f == none || d.forms[f].kind != article.Place && d.forms[f].kind != article.Organization {
			continue
		}
		country := d.places.capitals[d.forms[f].key]
		if country == "" || !d.acts(n) {
			continue
		}
		d.names[n].actsFor = d.actorOf(country)
	}
}

// stateAt reads "the Icelandic government" and "the Swiss" at their demonym, which mention the country that the article has as an
// actor. It tells whether they are that.
func (d *draft) stateAt(w int) bool {
	if !d.isCapital(w) || d.words[w].name != none {
		return false
	}
	p := phrase{first: w, of: none}
	if !d.adjectiveAt(w, w, &p) {
		return false
	}
	country, ok := d.byCountry[p.country]
	last := w
	switch next := d.at(w, w+1); {
	case isState(next):
		last++
	case d.at(w, w-1) != "the" || next != "" && isLetter(next) && !d.lex.preps[next] && !d.lex.clauses[next] && !d.lex.auxiliaries[next] && !d.lex.acting[next] && !strings.HasSuffix(next, "ed"):
		return false
	}
	if !ok || !d.sameSentence(last, w) {
		return false
	}
	d.mention(country, w, last, article.Mention{
		Span: d.span(w, last), Form: article.FormTitle, Confidence: 0.8, Reason: article.Reason{Code: "state", Text: "It is the country's state or people."},
	})
	return true
}

// isState tells the nouns for what acts for a country.
func isState(low string) bool {
	switch low {
	case "government", "authorities", "leadership", "regime", "state", "army", "military", "forces", "troops", "soldiers":
		return true
	}
	return false
}

// actorOf is the actor of a country, a new one when the article does not name it.
func (d *draft) actorOf(country string) int {
	if a, ok := d.byCountry[country]; ok {
		return a
	}
	return d.newActor(&form{kind: article.Place, country: country})
}

// acts tells whether the name is the whole source of an attribution, or the subject or object of a verb that a city
// cannot do.
func (d *draft) acts(n int) bool {
	at := &d.names[n]
	if at.first > at.last {
		return false
	}
	if t := d.words[at.first].source; t != none {
		for _, s := range d.a.Attributions[t].Source {
			if s.Contains(d.given[n].Span) && s.Len() <= d.given[n].Span.Len()+1 { // it may end in a comma
				return true
			}
		}
	}
	if d.lex.acting[d.at(at.first, at.first-1)] { // "accused Lima of"
		return true
	}
	if d.lex.preps[d.at(at.first, at.first-1)] || !d.isSubject(at.first) {
		return false
	}
	w := at.last + 1
	for w < at.last+5 && d.lex.auxiliaries[d.at(at.last, w)] {
		w++
	}
	return d.lex.acting[d.at(at.last, w)]
}
