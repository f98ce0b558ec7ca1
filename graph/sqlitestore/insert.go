package sqlitestore

import (
	"encoding/json"
	"fmt"
	"math"
	"strings"
	"time"

	"github.com/newsgraph/newsgraph/graph"
	"github.com/newsgraph/newsgraph/graph/fold"
)

// missing is the sort value of an item without a time, see the first migration.
const missing = math.MaxInt64

// down gives the sort value of a time in the order that has the newest first.
func down(t time.Time) int64 {
	if t.IsZero() {
		return missing
	}
	return -t.Unix()
}

const (
	sqlInsertArticle = `INSERT INTO articles (n, id, source, down, mentions, digest, seen, body) VALUES (?, ?, ?, ?, ?, ?, ?, ?)`
	sqlInsertText    = `INSERT INTO texts (article, text) VALUES (?, ?)`
	sqlArticleWords  = `INSERT INTO article_words (rowid, words) VALUES (?, ?)`
	sqlInsertMention = `INSERT INTO mentions (article, key, entity, id, down, name, count, spans) VALUES (?, ?, ?, ?, ?, ?, ?, ?)`
	sqlInsertSaid    = `INSERT INTO statements (n, id, article, ord, within, kind, mode, speaker, speaker_key,
cue_words, speaker_words, confidence, reason, published, down, body) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`
	sqlStatementWords = `INSERT INTO statement_words (rowid, words) VALUES (?, ?)`
	sqlContextWords   = `INSERT INTO context_words (rowid, words) VALUES (?, ?)`
	sqlInsertLink     = `INSERT INTO links (statement, role, key, entity, tone, id, down) VALUES (?, ?, ?, ?, ?, ?, ?)`
	sqlInsertRole     = `INSERT INTO roles (article, ord, person, person_key, of, of_key, title, start, stop, id, down)
VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`
)

// insert writes a record whose article is not stored, and whose keys are.
func (w *writing) insert(r *graph.Record) error {
	if err := w.outer.Err(); err != nil {
		return err
	}
	n, err := w.free("articles")
	if err != nil {
		return err
	}
	if err := w.insertArticle(n, r); err != nil {
		return err
	}
	if err := w.insertMentions(n, r); err != nil {
		return err
	}
	if err := w.insertStatements(n, r); err != nil {
		return err
	}
	if err := w.insertReports(n, r); err != nil {
		return err
	}
	return w.insertRoles(n, r)
}

func (w *writing) insertArticle(n int64, r *graph.Record) error {
	body, err := json.Marshal(&r.Article)
	if err != nil {
		return fmt.Errorf("marshal article: %w", err)
	}
	mentions := 0
	for _, actor := range r.Actors {
		mentions += len(actor.Mentions)
	}
	a := &r.Article
	w.counts[countArticles]++
	w.counts[countMentions] += mentions
	if err := w.exec(sqlInsertArticle, n, a.ID, a.Source, down(a.PublishedAt), mentions, r.Digest, graph.PackSeen(r), string(body)); err != nil {
		return err
	}
	if err := w.exec(sqlInsertText, n, r.Text); err != nil {
		return err
	}
	return w.exec(sqlArticleWords, n, words(a.Title, r.Text))
}

// words gives the folded words of texts as the full-text tables take them.
func words(texts ...string) string {
	var all []string
	for _, text := range texts {
		all = append(all, fold.Words(text)...)
	}
	return strings.Join(all, " ")
}

// spaced gives the folded words of a text with a blank around each, so that whole words can be found in it.
func spaced(text string) string { return " " + words(text) + " " }

func (w *writing) insertMentions(n int64, r *graph.Record) error {
	entities := map[int64]int{}
	for _, actor := range r.Actors {
		key := w.keys[actor.Key]
		b := w.bears(actor.Key, key.n)
		b.came = append(b.came, sampled{r.Article.ID, n})
		change := w.changeEntity(key.entity, actor.Key.Kind())
		change.rename = change.rename || key.entityName != actor.Name
		entities[key.entity] += len(actor.Mentions)
		if actor.Key.Coded() {
			w.changeName(keyName{key.n, actor.Name, true}).articles++
			continue
		}
		mentions := packMentions(r.Text, actor.Mentions)
		err := w.exec(sqlInsertMention, n, key.n, key.entity, r.Article.ID, down(r.Article.PublishedAt),
			actor.Name, len(actor.Mentions), packedList(mentions))
		if err != nil {
			return err
		}
		w.changeNames(key.n, actor.Name, mentions, 1)
	}
	for entity, mentions := range entities {
		w.entities[entity].mentions += mentions
		w.entities[entity].articles++
	}
	return nil
}

func (w *writing) insertStatements(article int64, r *graph.Record) error {
	first, err := w.free("statements")
	if err != nil {
		return err
	}
	for i := range r.Statements {
		if err := w.insertStatement(article, first, i, r); err != nil {
			return err
		}
	}
	w.next["statements"] = first + int64(len(r.Statements)) - 1
	return nil
}

func (w *writing) insertStatement(article, first int64, i int, r *graph.Record) error {
	s := r.Statements[i].Statement
	n := first + int64(i)
	var within, speaker, speakerKey any
	if s.Within != "" {
		within = first + int64(r.Statements[i].WithinIndex)
	}
	if s.SpeakerKey != "" {
		speaker, speakerKey = w.keys[s.SpeakerKey].entity, w.keys[s.SpeakerKey].n
	}
	body, err := json.Marshal(packStatement(r.Text, &s, w.keys))
	if err != nil {
		return fmt.Errorf("marshal statement: %w", err)
	}
	w.counts[string(s.Kind)]++
	err = w.exec(sqlInsertSaid, n, s.ID, article, i, within, s.Kind, s.Mode, speaker, speakerKey,
		spaced(s.Cue), spaced(s.SpeakerText), s.Confidence, s.Reason.Code, down(r.Article.PublishedAt), down(s.At), string(body))
	if err != nil {
		return err
	}
	if err := w.exec(sqlStatementWords, n, words(s.Text)); err != nil {
		return err
	}
	if err := w.exec(sqlContextWords, n, words(s.Context)); err != nil {
		return err
	}
	for _, t := range s.About {
		if err := w.insertLink(n, roleAbout, t.Key, t.Tone, &s); err != nil {
			return err
		}
	}
	for _, key := range s.AddresseeKeys {
		if err := w.insertLink(n, roleTo, key, "", &s); err != nil {
			return err
		}
	}
	return nil
}

// The roles of links.
const (
	roleAbout = 0
	roleTo    = 1
)

func (w *writing) insertLink(statement int64, role int, key graph.Key, tone graph.Tone, s *graph.Statement) error {
	row := w.keys[key]
	return w.exec(sqlInsertLink, statement, role, row.n, row.entity, tone, s.ID, down(s.At))
}

func (w *writing) insertRoles(article int64, r *graph.Record) error {
	for i, role := range r.Roles {
		person := w.keys[role.Person]
		var of, ofKey any
		if role.Of != "" {
			of, ofKey = w.keys[role.Of].entity, w.keys[role.Of].n
		}
		err := w.exec(sqlInsertRole, article, i, person.entity, person.n, of, ofKey, role.Title,
			role.Span.Start, role.Span.End, r.Article.ID, down(r.Article.PublishedAt))
		if err != nil {
			return err
		}
	}
	return nil
}
