package event

import (
	"slices"
	"strings"

	"github.com/newsgraph/newsgraph/loader/article"
)

// possessor tells whether the mention only says whose something is.
func (d *draft) possessor(m int) bool { return d.is(d.mentions[m].to, "'s", "'") }

// phrase is the mention that a noun phrase with this head names or belongs to: "Petrova", "Korvian troops", "inspectors of the Union". What
// belongs to a person is not the person, except where owners is set; who works for an organization is not the organization.
func (d *draft) phrase(head int, owners bool) int {
	if head >= len(d.words) {
		return none
	}
	if m := d.words[head].mention; m != none {
		return d.titled(m)
	}
	if m := d.apposed(head); m != none {
		return m
	}
	for v := head - 1; v >= max(0, head-4) && d.sameSentence(v, head); v-- {
		if m := d.words[v].mention; m != none {
			if !d.standsFor(m, v, head, owners) {
				return none
			}
			d.acting[d.mentions[m].actor] = true // as in "Korvian troops"
			return m
		}
		if stops(d.low(v)) || determiner(d.low(v)) || d.words[v].predicate != none && (d.gerund(v) || strings.HasSuffix(d.low(v), "ed")) && !d.is(v, "led", "backed") {
			break
		}
	}
	return d.belonging(head, owners)
}

// standsFor tells whether who is named before a head acts when the head does: "Korvian troops", "the Tarn government", "Velmark's navy".
func (d *draft) standsFor(m, v, head int, owners bool) bool {
	switch {
	case d.mentions[m].form == article.FormPronoun:
		return false
	case owners:
		return d.ownedBy(m, v, head)
	case d.person(m):
		return !d.is(v+1, "'s", "'") && (d.is(head, "administration", "government", "campaign", "team", "regime") || people(d.low(head)) && !followers(d.low(head)))
	case d.kindOf(m) == article.Organization:
		return !oneWorker(d.low(head)) || fighter(d.low(head))
	case d.kindOf(m) == article.Place:
		return d.ofPlace(m, d.low(head))
	}
	return true
}

// ownedBy tells whether what is done to somebody or something is done to whose it is.
func (d *draft) ownedBy(m, v, head int) bool {
	if d.kindOf(m) == article.Place && private(d.low(head)) || d.kindOf(m) != article.Place && somebody(d.low(head)) {
		return false
	}
	return !d.is(head, "group", "organization", "organisation", "party", "company", "movement", "government", "administration") || !d.is(v+1, "'s", "'")
}

// ofPlace tells whether who is called by a word behind the name of a place acts for it.
func (d *draft) ofPlace(m int, head string) bool {
	if private(head) {
		return false
	}
	return !d.written(m) || !site(head) && (!oneWorker(head) || vessel(head))
}

// somebody tells words for one person, who is somebody else than the one before: "Tarn's lawyer", "the former Harl Steel star".
func somebody(low string) bool {
	return oneWorker(low) || slices.Contains([]string{
		"star", "boss", "ally", "aide", "wife", "husband", "son", "daughter", "mother", "father", "brother", "sister", "friend", "nominee", "nominees", "judges", "justices", "pick", "appointee", "staff", "supporters", "allies", "aides",
		"advisers", "critics", "opponents", "lawyers", "officials",
	}, low)
}

// private tells words for one who does not act for the country before: "a Korvian senator".
func private(low string) bool {
	return slices.Contains([]string{
		"senator", "congressman", "congresswoman", "lawmaker", "representative", "journalist", "reporter", "student", "citizen", "teenager", "athlete", "swimmer", "player", "singer", "writer", "professor",
		"woman", "man", "owner", "businessman", "tourist", "engineer", "teacher", "worker", "actor", "author", "activist", "resident", "native",
	}, low)
}

// living tells words for those who can be killed.
func living(low string) bool {
	return people(low) || somebody(low) || private(low) || slices.Contains([]string{
		"person", "child", "children", "boy", "girl", "baby", "kid", "couple", "family", "victim", "hostage", "others", "dog", "animal", "animals", "dozens", "hundreds", "thousands", "civilian", "civilians", "militants", "rebels",
	}, low)
}

// vessel tells words for ships and the like, which end as words for people do.
func vessel(low string) bool {
	return slices.Contains([]string{"trawler", "tanker", "cruiser", "freighter", "steamer", "carrier", "destroyer", "fighter", "bomber", "helicopter", "airliner"}, low)
}

// fighter tells words for one who fights for those before: "a Red Front gunman".
func fighter(low string) bool {
	return slices.Contains([]string{"gunman", "bomber", "fighter", "soldier", "militant", "commander", "sniper", "terrorist"}, low)
}

// written tells whether a place is called by its name in full, not by that of its people or in short.
func (d *draft) written(m int) bool {
	text := d.mentions[m].span.Of(d.a.Text)
	return text == d.a.Actors[d.mentions[m].actor].Name && len(text) > 3 && !d.people(m)
}

// site tells words for what, or who, is in a place and does not act for it.
func site(low string) bool {
	return slices.Contains([]string{
		"airport", "hospital", "school", "church", "mosque", "synagogue", "stadium", "market", "street", "river", "border", "talks", "meeting", "summit", "attack", "attacks", "war", "shooting",
		"massacre", "bombing", "bombings", "hotel", "bridge", "bar", "nightclub", "restaurant", "conference", "convention", "man", "woman", "resident", "native", "teenager", "student", "teacher", "mother", "father", "family", "couple", "boy", "girl",
	}, low)
}

// followers tells words for people that are called by the name of a person.
func followers(low string) bool {
	return slices.Contains([]string{
		"supporters", "advisers", "advisors", "lawyers", "voters", "backers", "followers", "defenders", "opponents", "appointees", "relatives", "officials", "donors", "staffers", "loyalists",
		"workers", "volunteers", "surrogates", "representatives", "employees", "brothers", "sisters", "daughters", "parents", "rivals", "papers", "letters", "tapes", "towers", "numbers",
	}, low)
}

// oneWorker tells words for one who works or speaks for somebody.
func oneWorker(low string) bool {
	for _, end := range []string{"er", "or", "ant", "ist", "ent", "ee"} {
		if len(low) > 4 && strings.HasSuffix(low, end) && low != "government" && low != "parliament" {
			return true
		}
	}
	return strings.HasSuffix(low, "man") || strings.HasSuffix(low, "woman") || slices.Contains([]string{
		"secretary", "minister", "president", "official", "leader", "director", "chief", "head", "lawyer", "chairman", "reporter", "correspondent", "editor", "writer", "analyst", "member",
		"candidate", "senator", "ambassador", "envoy", "investor", "employee", "contributor", "ad", "poll", "story", "report", "headquarters", "building", "website",
	}, low)
}

// titled is the person behind an organization or a country, whose title it is part of: "Harl Steel chairman Jonas Wick".
func (d *draft) titled(m int) int {
	if d.person(m) {
		return m
	}
	for v := d.mentions[m].to; v < d.mentions[m].to+8 && d.sameSentence(v, d.mentions[m].from); v++ {
		switch x := d.words[v].mention; {
		case v == d.mentions[m].to && d.is(v, "'s", "'"):
		case d.insideTitle(m, v):
		case x != none && d.person(x) && v > d.mentions[m].to && d.mentions[x].form == article.FormName:
			return x
		case x != none || !oneWorker(d.low(v)) && !d.words[v].capital && !d.is(v, "prime", "press", "foreign", "deputy", "vice", "general"):
			return m
		}
	}
	return m
}

// insideTitle tells the small words of a title in capitals: "Korvia's Minister for Trade Lars Boe".
func (d *draft) insideTitle(m, v int) bool {
	first := d.mentions[m].to + 1
	return v > first && d.words[v].mention == none && d.is(v, "for", "of", "and", "the") && d.sameSentence(v+1, v) && (d.words[v+1].capital || d.is(v+1, "the")) && d.words[first].capital
}

// apposed is the person whose name stands right behind the head, or behind a title there: "the engineer Lars Boe", "its leader Gen. Lars Boe".
func (d *draft) apposed(head int) int {
	for v := head + 1; v < head+4 && d.sameSentence(v, head); v++ {
		m := d.words[v].mention
		if m != none && d.person(m) && d.mentions[m].form == article.FormName {
			if d.is(head+1, ",") && d.sameSentence(d.mentions[m].to, head) && d.words[d.mentions[m].to].predicate != none {
				return none // "the new rules, Tarn said"
			}
			return m
		}
		if m != none || !d.words[v].capital && (v > head+1 || !d.is(v, ",")) && !d.is(v, ".") {
			return none
		}
	}
	return none
}

// belonging is the one behind "of", where the head is a word for people or for who rules them.
func (d *draft) belonging(head int, owners bool) int {
	if !d.is(head+1, "of") || !owners && !people(d.low(head)) || owners && suffered(d.low(head)) {
		return none
	}
	v := d.skip(head + 2)
	if !d.sameSentence(v, head) {
		return none
	}
	if m := d.words[v].mention; m != none && (owners || !d.person(m)) {
		return d.titled(m)
	}
	return none
}

// suffered tells nouns for what is done to the one behind "of": who condemns the killing of Tarn does not condemn him.
func suffered(low string) bool {
	return slices.Contains([]string{
		"killing", "omission", "murder", "assassination", "arrest", "detention", "jailing", "imprisonment", "removal", "dismissal", "firing", "sacking", "ouster", "shooting", "execution", "bombing", "beating",
		"torture", "treatment", "mistreatment", "harassment", "persecution", "prosecution", "appointment", "nomination", "election", "invasion", "annexation", "occupation", "abuse", "separation",
		"destruction", "expulsion", "deportation", "impeachment", "portrayal", "coverage", "death", "deaths", "loss", "closure", "cancellation", "kidnapping", "abduction", "poisoning", "attack", "attacks",
	}, low)
}

// people tells words for people, and for who acts for them.
func people(low string) bool {
	for _, end := range []string{"ers", "ors", "ists", "ants", "ents", "ials", "ives", "men", "women", "ians", "ees"} {
		if strings.HasSuffix(low, end) {
			return true
		}
	}
	return slices.Contains([]string{
		"government", "administration", "army", "navy", "police", "parliament", "authorities", "forces", "troops", "ministry", "court", "navies", "delegates", "guards", "pilots", "crew", "crews",
		"people", "government's", "union", "board", "team", "staff", "president", "king", "queen", "town", "city", "village", "port", "state", "province", "region", "republic",
		"embassy", "ship", "ships", "tanker", "trawler", "nationals", "citizens", "plan", "government", "leadership", "wing", "branch", "militia",
	}, low)
}

func (d *draft) person(m int) bool { return d.a.Actors[d.mentions[m].actor].Kind == article.Person }

// skip goes over articles, numbers and nouns in small letters up to a mention, a few words at most.
func (d *draft) skip(v int) int {
	for end := v + 3; v < end && v < len(d.words) && d.words[v].mention == none && !stops(d.low(v)); v++ {
	}
	return min(v, len(d.words)-1)
}

func determiner(low string) bool {
	return slices.Contains([]string{"the", "a", "an", "this", "that", "these", "those", "his", "her", "their", "its"}, low)
}

// stops tells words at which a noun phrase ends.
func stops(low string) bool {
	return slices.Contains([]string{
		"of", "in", "on", "at", "by", "to", "from", "with", "for", "against", "and", "or", "but", "that", "which", "who", "as", "after", "before", "near",
		"is", "was", "were", "are", "be", "been", "has", "have", "had", "said", "will", "would", ",", ".", ";", ":", "–", "—", "\"", "“", "”", "(", ")",
	}, low)
}

// partner is the one joined to a mention by "and": "Korvia and Velmark".
func (d *draft) partner(m int) int {
	v := d.mentions[m].to
	if d.is(v, "and") {
		if v = d.skip(v + 1); d.words[v].mention != m {
			return d.words[v].mention
		}
	}
	v = d.mentions[m].from - 1
	for end := v - 3; v > max(0, end) && !d.is(v, "and") && !stops(d.low(v)); v-- {
	}
	if v > 0 && d.is(v, "and") {
		return d.words[v-1].mention
	}
	return none
}
