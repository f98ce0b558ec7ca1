// Package identity decides which of the graph's entities each actor of an article is.
//
// An actor is given the name key of its kind and full name, so that the same full name is the same
// entity in all articles, however they came; what goes beyond that is a [graph.Judgement].
package identity

import (
	"cmp"
	"slices"

	"github.com/newsgraph/newsgraph/graph"
	"github.com/newsgraph/newsgraph/graph/fold"
	"github.com/newsgraph/newsgraph/loader/article"
)

// Record makes the graph's record of an annotated article. Actors with one key become one actor;
// an actor whose name has no letter or digit is left out, with the links to it.
func Record(a *article.Article) *graph.Record {
	k := newKeyed(a)
	r := &graph.Record{
		Article: graph.Article{
			ID:          graph.ArticleID(a.Key),
			Key:         a.Key,
			URL:         a.URL,
			Title:       a.Title,
			Source:      a.Source,
			SourcePath:  a.SourcePath,
			Authors:     a.Authors,
			PublishedAt: a.PublishedAt,
			Language:    a.Language,
		},
		Text:   a.Text,
		Actors: k.actors(),
	}
	for i := range a.Statements {
		r.Statements = append(r.Statements, k.statement(&a.Statements[i]))
	}
	r.Roles = k.roles()
	k.reports(r)
	return r
}

// keyed is an article with the key of each of its actors; "" for one that is left out.
type keyed struct {
	article *article.Article
	keys    []graph.Key
}

func newKeyed(a *article.Article) *keyed {
	k := &keyed{article: a, keys: make([]graph.Key, len(a.Actors))}
	for i, actor := range a.Actors {
		if name := fold.Name(actor.Name); name != "" {
			k.keys[i] = graph.MakeKey(graph.Kind(actor.Kind), name+placeMark(actor.Location))
		}
	}
	return k
}

// key is the key of the i-th actor, or "" for -1.
func (k *keyed) key(i int) graph.Key {
	if i < 0 {
		return ""
	}
	return k.keys[i]
}

func (k *keyed) actors() []graph.Actor {
	byKey := map[graph.Key]*graph.Actor{}
	for i, actor := range k.article.Actors {
		key := k.keys[i]
		if key == "" {
			continue
		}
		if byKey[key] == nil {
			byKey[key] = &graph.Actor{Key: key, Name: actor.Name}
		}
		for _, m := range actor.Mentions {
			byKey[key].Mentions = append(byKey[key].Mentions, graph.ActorMention{
				Span: graph.Span(m.Span), Form: graph.MentionForm(m.Form),
			})
		}
	}
	actors := make([]graph.Actor, 0, len(byKey))
	for _, actor := range byKey {
		slices.SortFunc(actor.Mentions, func(x, y graph.ActorMention) int { return cmp.Compare(x.Span.Start, y.Span.Start) })
		actors = append(actors, *actor)
	}
	slices.SortFunc(actors, func(x, y graph.Actor) int { return cmp.Compare(x.Key, y.Key) })
	return actors
}

func (k *keyed) statement(s *article.Statement) graph.StatementRecord {
	out := graph.StatementRecord{WithinIndex: s.Within}
	out.Kind, out.Mode = graph.StatementKind(s.Kind), graph.StatementMode(s.Mode)
	out.Spans = spans(s.Content)
	out.CueSpan = graph.Span(s.Cue)
	out.SpeakerKey = k.key(s.Speaker)
	out.SpeakerSpan = graph.Span(s.SpeakerSpan)
	out.SaidAt, out.SaidAtPrecision = s.SaidAt, graph.Precision(s.SaidAtPrecision)
	out.Context = context(k.article, s)
	out.Confidence = s.Confidence
	out.Reason = graph.Reason(s.Reason)
	for _, i := range s.Addressees {
		if key := k.key(i); key != "" {
			out.AddresseeKeys = append(out.AddresseeKeys, key)
		}
	}
	out.About = k.targets(s.About)
	return out
}

// targets gives each key once; of two targets with one key the more certain one stays, with the spans of both.
func (k *keyed) targets(about []article.Target) []graph.Target {
	byKey := map[graph.Key]graph.Target{}
	for _, t := range about {
		key := k.key(t.Actor)
		if key == "" {
			continue
		}
		target := graph.Target{
			Key: key, Spans: spans(t.Spans), Confidence: t.Confidence, Reason: graph.Reason(t.Reason),
			Tone: graph.Tone(t.Tone), ToneConfidence: t.ToneConfidence,
		}
		if other, ok := byKey[key]; ok {
			if other.Confidence > target.Confidence {
				target.Confidence, target.Reason = other.Confidence, other.Reason
				target.Tone, target.ToneConfidence = other.Tone, other.ToneConfidence
			}
			target.Spans = append(target.Spans, other.Spans...)
			slices.SortFunc(target.Spans, func(x, y graph.Span) int { return cmp.Compare(x.Start, y.Start) })
		}
		byKey[key] = target
	}
	out := make([]graph.Target, 0, len(byKey))
	for _, t := range byKey {
		out = append(out, t)
	}
	slices.SortFunc(out, func(x, y graph.Target) int { return cmp.Compare(x.Key, y.Key) })
	return out
}

func (k *keyed) roles() []graph.RoleRecord {
	var out []graph.RoleRecord
	for _, r := range k.article.Roles {
		if person := k.key(r.Person); person != "" {
			out = append(out, graph.RoleRecord{Person: person, Title: r.Title, Of: k.key(r.Of), Span: graph.Span(r.Span)})
		}
	}
	return out
}

func spans(in []article.Span) []graph.Span {
	out := make([]graph.Span, len(in))
	for i, s := range in {
		out[i] = graph.Span(s)
	}
	return out
}
