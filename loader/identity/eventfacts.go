package identity

import (
	"github.com/newsgraph/newsgraph/loader/article"
)

// FactsOfEvents gives the facts of each coded event of an article, in order; those of named events are the zero value.
func FactsOfEvents(a *article.Article) []EventFacts {
	k := newKeyed(a)
	out := make([]EventFacts, len(a.Events))
	for i := range a.Events {
		e := &a.Events[i]
		if e.Type == article.Named {
			continue
		}
		f := EventFacts{
			Type: string(e.Type), Trigger: e.Trigger.Of(a.Text), Place: k.key(e.Place), From: e.From, To: e.To, Published: a.PublishedAt,
		}
		for _, p := range e.Participants {
			key := k.key(p.Actor)
			switch {
			case key == "":
			case p.As == article.ActorRole:
				f.Actors = append(f.Actors, key)
			case p.As == article.RecipientRole:
				f.Recipients = append(f.Recipients, key)
			}
		}
		out[i] = f
	}
	return out
}
