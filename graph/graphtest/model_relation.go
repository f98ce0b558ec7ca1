package graphtest

import (
	"cmp"
	"context"
	"slices"
	"time"

	"github.com/newsgraph/newsgraph/graph"
)

// related is one thing that counts for a relation: a statement, an article, a passage or an event.
type related struct {
	kind     graph.RelationKind
	from, to graph.NodeID
	at       time.Time
	tone     graph.Tone
}

// Relations implements [graph.Store].
func (m *model) Relations(ctx context.Context, q *graph.RelationQuery) ([]graph.RelationPage, error) {
	s, err := m.see(ctx)
	if err != nil {
		return nil, err
	}
	if !q.Among {
		return anchors(q.Of, false, s.current, func(_ int, of graph.NodeID) graph.RelationPage {
			if of == "" {
				return graph.RelationPage{Edges: []graph.RelationEdge{}}
			}
			things, partial := s.relatedTo(of, q)
			things = slices.DeleteFunc(things, func(x related) bool {
				return q.Direction == graph.Outward && x.from != of && x.kind.Directed() ||
					q.Direction == graph.Inward && x.to != of && x.kind.Directed() || !s.endFits(q, of, x)
			})
			return relationPage(things, partial, q)
		}), nil
	}
	return []graph.RelationPage{s.among(q)}, nil
}

func (s *sight) endFits(q *graph.RelationQuery, of graph.NodeID, x related) bool {
	end := (&graph.Relation{From: x.from, To: x.to}).Other(of)
	return slices.ContainsFunc(s.entities, func(e *graph.Entity) bool { return e.ID == end && unsetOr(q.Filter.Ends, e.Kind) })
}

// relatedTo lists what counts for the relations of one entity.
func (s *sight) relatedTo(of graph.NodeID, q *graph.RelationQuery) (out []related, partial bool) {
	for _, kind := range q.Kinds {
		switch kind {
		case graph.CoMentioned:
			articles, more := s.newestArticles(of, q)
			partial = partial || more
			out = append(out, s.mentionedWith(of, articles, q)...)
		case graph.ActedOn, graph.TookPartWith:
			events, more := s.newestEvents(of, q)
			partial = partial || more
			out = append(out, s.tookPart(kind, of, events, q)...)
		case graph.HoldsRole:
			out = append(out, slices.DeleteFunc(s.passages(q), func(x related) bool { return x.from != of && x.to != of })...)
		default:
			if q.Direction != graph.Inward {
				by, more := s.newestStatements(q, func(st *graph.Statement) bool { return st.Speaker == of })
				partial = partial || more
				out = append(out, slices.DeleteFunc(s.said(kind, by, q), func(x related) bool { return x.from != of })...)
			}
			if q.Direction != graph.Outward {
				to, more := s.newestStatements(q, func(st *graph.Statement) bool { return slices.Contains(ends(kind, st), of) })
				partial = partial || more
				out = append(out, slices.DeleteFunc(s.said(kind, to, q), func(x related) bool { return x.to != of })...)
			}
		}
	}
	return out, partial
}

// among lists what counts for the relations between any two entities.
func (s *sight) among(q *graph.RelationQuery) graph.RelationPage {
	var set []graph.NodeID
	for _, id := range q.Of {
		if e := s.entity[id]; e != "" && !slices.Contains(set, e) {
			set = append(set, e)
		}
	}
	var things []related
	partial := false
	for _, kind := range q.Kinds {
		one := *q
		one.Kinds, one.Direction = []graph.RelationKind{kind}, graph.Outward
		for _, of := range set {
			found, more := s.relatedTo(of, &one)
			partial = partial || more
			if !kind.Directed() {
				found = s.ofBoth(kind, of, set, q)
			}
			things = append(things, slices.DeleteFunc(found, func(x related) bool { return x.from != of || !slices.Contains(set, x.to) })...)
		}
	}
	return relationPage(things, partial, q)
}

// ofBoth lists the articles or events that are among the newest of an entity and of another one of the set.
func (s *sight) ofBoth(kind graph.RelationKind, of graph.NodeID, set []graph.NodeID, q *graph.RelationQuery) (out []related) {
	articles, _ := s.newestArticles(of, q)
	events, _ := s.newestEvents(of, q)
	for _, other := range set {
		if other <= of {
			continue
		}
		theirs, _ := s.newestArticles(other, q)
		for _, a := range articles {
			if kind == graph.CoMentioned && slices.Contains(theirs, a) && unsetOr(q.Filter.Sources, a.Source) {
				out = append(out, related{kind, of, other, a.PublishedAt, ""})
			}
		}
		theirEvents, _ := s.newestEvents(other, q)
		for _, e := range events {
			if kind == graph.TookPartWith && slices.Contains(theirEvents, e) && s.eventCounts(e, q) {
				out = append(out, related{kind, of, other, e.Event.At, ""})
			}
		}
	}
	return out
}

// newestEvents are those in which an entity takes part, as far as they are looked at, and whether there are more.
func (s *sight) newestEvents(of graph.NodeID, q *graph.RelationQuery) ([]*graph.Entity, bool) {
	all := slices.DeleteFunc(slices.Clone(s.entities), func(e *graph.Entity) bool {
		return e.Event == nil || !takesPart(e, "", of) || !inRange(q.Filter.Seen, e.Event.At)
	})
	slices.SortFunc(all, func(a, b *graph.Entity) int { return newestFirst(a.Event.At, b.Event.At, a.ID, b.ID) })
	return all[:min(len(all), q.Newest)], len(all) > q.Newest
}

func (s *sight) eventCounts(e *graph.Entity, q *graph.RelationQuery) bool {
	f := q.Filter.Events()
	return s.eventHolds(&f, e)
}

// mentionedWith lists the relations of an entity for which articles that mention it count.
func (s *sight) mentionedWith(of graph.NodeID, articles []*graph.Article, q *graph.RelationQuery) (out []related) {
	for _, e := range s.entities {
		for _, a := range articles {
			if e.ID != of && s.mentionsOf(a.ID, e.ID) && unsetOr(q.Filter.Sources, a.Source) {
				out = append(out, related{graph.CoMentioned, min(of, e.ID), max(of, e.ID), a.PublishedAt, ""})
			}
		}
	}
	return out
}

// tookPart lists the relations of an entity for which events count, each once.
func (s *sight) tookPart(kind graph.RelationKind, of graph.NodeID, events []*graph.Entity, q *graph.RelationQuery) (out []related) {
	for _, e := range events {
		if s.eventCounts(e, q) {
			out = append(out, s.tookPartIn(kind, of, e)...)
		}
	}
	return out
}

func (s *sight) tookPartIn(kind graph.RelationKind, of graph.NodeID, e *graph.Entity) (out []related) {
	for _, other := range s.entities {
		switch {
		case other.ID == of:
		case kind == graph.TookPartWith && takesPart(e, "", other.ID):
			out = append(out, related{kind, min(of, other.ID), max(of, other.ID), e.Event.At, ""})
		case kind == graph.ActedOn:
			for _, ends := range [][2]graph.NodeID{{of, other.ID}, {other.ID, of}} {
				if takesPart(e, graph.AsActor, ends[0]) && takesPart(e, graph.AsRecipient, ends[1]) {
					out = append(out, related{kind, ends[0], ends[1], e.Event.At, ""})
				}
			}
		}
	}
	return out
}

// newestArticles are those that mention an entity, as far as they are looked at, and whether there are more.
func (s *sight) newestArticles(of graph.NodeID, q *graph.RelationQuery) ([]*graph.Article, bool) {
	all := slices.DeleteFunc(slices.Clone(s.articles), func(a *graph.Article) bool {
		return !s.mentionsOf(a.ID, of) || !inRange(q.Filter.Seen, a.PublishedAt)
	})
	slices.SortFunc(all, func(a, b *graph.Article) int { return newestFirst(a.PublishedAt, b.PublishedAt, a.ID, b.ID) })
	return all[:min(len(all), q.Newest)], len(all) > q.Newest
}

func (s *sight) newestStatements(q *graph.RelationQuery, which func(*graph.Statement) bool) ([]*graph.Statement, bool) {
	all := slices.DeleteFunc(slices.Clone(s.statements), func(st *graph.Statement) bool { return !which(st) || !inRange(q.Filter.Seen, st.At) })
	slices.SortFunc(all, func(a, b *graph.Statement) int { return newestFirst(a.At, b.At, a.ID, b.ID) })
	return all[:min(len(all), q.Newest)], len(all) > q.Newest
}

func newestFirst(a, b time.Time, idA, idB graph.NodeID) int {
	return cmp.Or(cmp.Compare(graph.SortTime(b, graph.ByTimeDesc), graph.SortTime(a, graph.ByTimeDesc)), cmp.Compare(idA, idB))
}

// ends are the entities to which a statement leads.
func ends(kind graph.RelationKind, st *graph.Statement) []graph.NodeID {
	if kind == graph.SaidTo {
		return st.Addressees
	}
	var out []graph.NodeID
	for _, t := range st.About {
		out = append(out, t.Entity)
	}
	return out
}

// said are the relations for which the statements count.
func (s *sight) said(kind graph.RelationKind, statements []*graph.Statement, q *graph.RelationQuery) (out []related) {
	for _, st := range statements {
		if st.Speaker == "" || st.Confidence < q.Filter.MinConfidence || !unsetOr(q.Filter.Sources, s.article(st.Article).Source) {
			continue
		}
		to := ends(kind, st)
		slices.Sort(to)
		for _, end := range slices.Compact(to) {
			if end == st.Speaker {
				continue
			}
			x := related{kind: kind, from: st.Speaker, to: end, at: st.At}
			for _, t := range st.About {
				switch {
				case kind != graph.SaidAbout || t.Entity != end:
				case x.tone == "":
					x.tone = t.Tone
				case x.tone != t.Tone:
					x.tone = graph.Neutral
				}
			}
			out = append(out, x)
		}
	}
	return out
}

// passages are those that give a title of somebody.
func (s *sight) passages(q *graph.RelationQuery) (out []related) {
	for _, line := range s.roles {
		if line.of != "" && line.of != line.person && inRange(q.Filter.Seen, line.article.PublishedAt) && unsetOr(q.Filter.Sources, line.article.Source) {
			out = append(out, related{graph.HoldsRole, line.person, line.of, line.article.PublishedAt, ""})
		}
	}
	return out
}

func relationPage(things []related, partial bool, q *graph.RelationQuery) graph.RelationPage {
	type id struct {
		kind     graph.RelationKind
		from, to graph.NodeID
	}
	relations := map[id]*graph.Relation{}
	for _, x := range things {
		r := relations[id{x.kind, x.from, x.to}]
		if r == nil {
			r = &graph.Relation{Kind: x.kind, From: x.from, To: x.to}
			relations[id{x.kind, x.from, x.to}] = r
		}
		r.Weight++
		r.See(x.at, x.at)
		r.Tones.Add(x.tone, 1)
	}
	var rows []row[*graph.Relation]
	for _, r := range relations {
		if r.Weight >= q.MinWeight {
			rows = append(rows, row[*graph.Relation]{r, graph.Cursor{
				Order: graph.ByWeightDesc, Ints: []int64{int64(r.Weight)}, Texts: []string{string(r.Kind), string(r.From), string(r.To)},
			}})
		}
	}
	p := pageOf(rows, q.Page, byValues(1))
	return graph.RelationPage{PageInfo: p.info, Total: p.total, Partial: partial, Edges: edges(p, func(cursor string, r *graph.Relation) graph.RelationEdge {
		return graph.RelationEdge{Cursor: cursor, Node: r}
	})}
}
