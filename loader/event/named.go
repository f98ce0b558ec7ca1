package event

import (
	"slices"

	"github.com/newsgraph/newsgraph/loader/article"
)

// named adds the events that have a name, at each place where it is written; participants are not told by a name.
func (d *draft) named() {
	for _, m := range d.mentions {
		if d.a.Actors[m.actor].Kind != article.Event || m.form != article.FormName || d.words[m.from].sentence == none {
			continue
		}
		f := found{at: m.from, sentence: d.words[m.from].sentence}
		f.Type, f.Trigger, f.Named = article.Named, m.span, m.actor
		f.ReportedBy, f.Place, f.Status = d.words[m.from].statement, none, article.Happened
		if place := d.placeBehind(m.to-1, &parts{actor: none, recipient: none}, "in", "at", "near"); place != none && d.mentions[place].from-m.to < 3 {
			f.Place = d.mentions[place].actor
		}
		d.dateNamed(&f, m)
		f.Confidence, f.Reason = 0.8, article.Reason{Code: "name", Text: "The text calls it by this name."}
		d.found = append(d.found, f)
	}
}

// dateNamed sets the days of a time expression in the name ("2016 election") or right behind it.
func (d *draft) dateNamed(f *found, m mention) {
	from, _ := slices.BinarySearchFunc(d.moments, m.from, func(t moment, from int) int { return t.word - from })
	for _, t := range d.moments[from:] {
		if t.word >= m.from && t.word < m.to || t.word >= m.to && t.word-m.to < 2 && d.sameSentence(t.word, m.from) {
			f.From, f.To, f.Precision = t.From, t.To, string(t.Precision)
			return
		}
		if t.word > m.to+2 {
			return
		}
	}
}
