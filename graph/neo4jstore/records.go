package neo4jstore

import (
	"strings"

	"github.com/newsgraph/newsgraph/graph"
	"github.com/newsgraph/newsgraph/graph/fold"
)

// writeRecords writes the records of the change.
func (c *change) writeRecords() error {
	if len(c.fresh) == 0 {
		return nil
	}
	var articles, statements, within, holds, called, reports []map[string]any
	for _, r := range c.fresh {
		articles = append(articles, c.articleParams(r))
		for i := range r.Statements {
			s := &r.Statements[i]
			statements = append(statements, c.statementParams(s))
			if s.Within != "" {
				within = append(within, map[string]any{"id": s.ID, "within": s.Within})
			}
		}
		reports = append(reports, c.reportParams(r)...)
		for _, role := range r.Roles {
			if row := c.roleParams(r, role); role.Of != "" {
				holds = append(holds, row)
			} else {
				called = append(called, row)
			}
		}
	}
	if _, err := c.run(cypherWriteArticles, map[string]any{"articles": articles}); err != nil {
		return err
	}
	for _, q := range []struct {
		cypher string
		params map[string]any
		needed bool
	}{
		{cypherWriteStatements, map[string]any{"statements": statements}, len(statements) > 0},
		{cypherWriteWithin, map[string]any{"within": within}, len(within) > 0},
		{cypherWriteReports, map[string]any{"reports": reports}, len(reports) > 0},
		{cypherWriteRoles, map[string]any{"holds": holds, "called": called}, len(holds)+len(called) > 0},
	} {
		if !q.needed {
			continue
		}
		if _, err := c.run(q.cypher, q.params); err != nil {
			return err
		}
	}
	return nil
}

func (c *change) articleParams(r *graph.Record) map[string]any {
	a := &r.Article
	newest, oldest := timeRanks(a.PublishedAt, a.ID)
	mentions := []map[string]any{}
	for _, actor := range r.Actors {
		if actor.Key.Coded() {
			continue
		}
		row := c.mentionParams(r.Text, actor)
		row["newest"], row["oldest"] = newest, oldest
		row["article"], row["keyId"] = a.ID, graph.EntityID(actor.Key)
		mentions = append(mentions, row)
	}
	return map[string]any{
		"mentions": mentions,
		"props": map[string]any{
			"id": a.ID, "key": a.Key, "url": a.URL, "title": a.Title, "source": a.Source, "sourcePath": a.SourcePath,
			"authors": a.Authors, "publishedAt": orNull(a.PublishedAt), "language": a.Language,
			"text": r.Text, "digest": r.Digest, "seen": graph.PackSeen(r),
			"newest": newest, "oldest": oldest, "outlet": short(a.Source),
			"words": strings.Join(append(words(a.Title), words(r.Text)...), " "),
		},
	}
}

func (c *change) mentionParams(text string, a graph.Actor) map[string]any {
	read := actorOf(text, a)
	spans := make([]graph.Span, len(a.Mentions))
	for i, m := range a.Mentions {
		spans[i] = m.Span
	}
	return map[string]any{
		"entity": c.keys[a.Key].entity, "key": a.Key, "name": a.Name, "names": read.names, "forms": read.forms,
		"spans": bounds(spans...), "count": len(spans),
	}
}

func (c *change) statementParams(s *graph.StatementRecord) map[string]any {
	newest, oldest := timeRanks(s.At, s.ID)
	link := func(key graph.Key) map[string]any {
		return map[string]any{"entity": c.keys[key].entity, "key": key, "newest": newest, "oldest": oldest}
	}
	var said, to, about []map[string]any
	if s.SpeakerKey != "" {
		said = append(said, link(s.SpeakerKey))
	}
	for _, key := range s.AddresseeKeys {
		to = append(to, link(key))
	}
	for _, t := range s.About {
		l := link(t.Key)
		l["spans"], l["confidence"], l["reason"], l["why"] = bounds(t.Spans...), t.Confidence, t.Reason.Code, t.Reason.Text
		l["tone"], l["toneConfidence"] = t.Tone, t.ToneConfidence
		about = append(about, l)
	}
	return map[string]any{
		"article": s.Article, "said": said, "to": to, "about": about,
		"props": map[string]any{
			"id": s.ID, "article": s.Article, "kind": s.Kind, "mode": s.Mode, "text": s.Text, "spans": bounds(s.Spans...),
			"start": s.Spans[0].Start, "end": s.Spans[len(s.Spans)-1].End,
			"cue": s.Cue, "cueSpan": bounds(s.CueSpan), "speakerText": s.SpeakerText, "speakerSpan": bounds(s.SpeakerSpan),
			"saidAt": orNull(s.SaidAt), "saidAtPrecision": s.SaidAtPrecision, "at": orNull(s.At), "context": s.Context,
			"confidence": s.Confidence, "reason": s.Reason.Code, "why": s.Reason.Text,
			"newest": newest, "oldest": oldest, "words": strings.Join(words(s.Text), " "),
			"contextWords": strings.Join(words(s.Context), " "),
			"cueWords":     strings.Join(words(s.Cue), " "), "speakerWords": strings.Join(words(s.SpeakerText), " "),
		},
	}
}

func (c *change) roleParams(r *graph.Record, role graph.RoleRecord) map[string]any {
	props := map[string]any{
		"key": role.Person, "title": role.Title, "folded": fold.Name(role.Title), "article": r.Article.ID,
		"start": role.Span.Start, "end": role.Span.End, "seen": orNull(r.Article.PublishedAt),
	}
	row := map[string]any{"person": c.keys[role.Person].entity, "props": props}
	if role.Of != "" {
		props["ofKey"] = role.Of
		row["of"] = c.keys[role.Of].entity
	}
	return row
}
