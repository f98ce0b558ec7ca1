package graph

import (
	"cmp"
	"crypto/sha256"
	"encoding/base64"
	"encoding/json"
	"errors"
	"fmt"
	"maps"
	"slices"
	"strings"
	"time"
	"unicode/utf8"
)

// prepare checks a batch and returns a copy of it with everything filled in that follows from the
// rest: digests, ids, texts of spans.
func prepare(b *Batch) (*Batch, error) {
	out := &Batch{Delete: b.Delete, Undo: b.Undo}
	if err := firstError(checkIDTypes(b.Delete, TypeArticle), checkIDTypes(b.Undo, TypeJudgement)); err != nil {
		return nil, err
	}
	seen := map[NodeID]bool{}
	for _, r := range b.Records {
		sound, err := prepareRecord(r)
		if err != nil {
			return nil, fmt.Errorf("article %s (%s): %w", r.Article.ID, r.Article.Key, err)
		}
		if seen[sound.Article.ID] {
			return nil, fmt.Errorf("%w: article %s is twice in the batch", ErrInvalid, sound.Article.ID)
		}
		seen[sound.Article.ID] = true
		out.Records = append(out.Records, sound)
	}
	var err error
	if out.Audit, err = prepareAudit(b.Audit); err != nil {
		return nil, err
	}
	if out.Receipt, err = prepareReceipt(b.Receipt); err != nil {
		return nil, err
	}
	for _, j := range b.Judge {
		sound, err := prepareJudgement(j)
		if err != nil {
			return nil, err
		}
		if seen[sound.ID] {
			return nil, fmt.Errorf("%w: judgement on %s and %s is twice in the batch", ErrInvalid, j.A, j.B)
		}
		seen[sound.ID] = true
		out.Judge = append(out.Judge, sound)
	}
	return out, nil
}

// seconds brings a time to UTC and to whole seconds, which is what stores keep.
func seconds(t time.Time) time.Time { return time.Unix(t.Unix(), 0).UTC() }

// microseconds brings a time to UTC and to whole microseconds.
func microseconds(t time.Time) time.Time { return time.UnixMicro(t.UnixMicro()).UTC() }

func prepareRecord(r *Record) (*Record, error) {
	out := *r
	a := &out.Article
	a.PublishedAt = seconds(a.PublishedAt)
	if a.Authors == nil {
		a.Authors = []string{}
	}
	switch {
	case a.Key == "" || a.ID != ArticleID(a.Key):
		return nil, fmt.Errorf("%w: the id is not that of the key", ErrInvalid)
	case !utf8.ValidString(r.Text):
		return nil, fmt.Errorf("%w: the text is not UTF-8", ErrInvalid)
	}
	for _, s := range slices.Concat([]string{a.Key, a.URL, a.Title, a.Source, a.SourcePath, a.Language}, a.Authors) {
		if !utf8.ValidString(s) {
			return nil, fmt.Errorf("%w: %q is not UTF-8", ErrInvalid, s)
		}
	}
	keys, err := prepareActors(&out)
	if err != nil {
		return nil, err
	}
	named := maps.Clone(keys) // what can speak, be spoken of and hold roles
	maps.DeleteFunc(named, func(key Key, _ bool) bool { return key.Coded() })
	if err := prepareStatements(&out, named); err != nil {
		return nil, err
	}
	if err := prepareRoles(&out, named); err != nil {
		return nil, err
	}
	if err := prepareReports(&out, keys); err != nil {
		return nil, err
	}
	out.Digest, err = digest(&out)
	return &out, err
}

// digest identifies everything in the record but the digest itself. It takes the record part by part, for that of a long article is large.
func digest(r *Record) (string, error) {
	hash, head := sha256.New(), *r
	head.Digest, head.Actors, head.Statements = "", nil, nil
	encode := json.NewEncoder(hash)
	err := errors.Join(encode.Encode(&head), encode.Encode([]int{len(r.Actors), len(r.Statements)}))
	for i := 0; i < len(r.Actors) && err == nil; i++ {
		err = encode.Encode(&r.Actors[i])
	}
	for i := 0; i < len(r.Statements) && err == nil; i++ {
		err = encode.Encode(&r.Statements[i])
	}
	if err != nil {
		return "", fmt.Errorf("%w: %w", ErrInvalid, err)
	}
	return base64.RawURLEncoding.EncodeToString(hash.Sum(nil)[:18]), nil
}

func prepareActors(r *Record) (map[Key]bool, error) {
	keys := make(map[Key]bool, len(r.Actors))
	named := make(map[Key]Key, len(r.Actors))
	r.Actors = slices.Clone(r.Actors)
	slices.SortFunc(r.Actors, func(a, b Actor) int { return cmp.Compare(a.Key, b.Key) })
	for i := range r.Actors {
		actor := &r.Actors[i]
		if keys[actor.Key] {
			return nil, fmt.Errorf("%w: actor %q is there twice", ErrInvalid, actor.Key)
		}
		if err := firstError(checkActor(actor), checkMentions(r.Text, actor)); err != nil {
			return nil, err
		}
		keys[actor.Key] = true
		if actor.Key.Coded() {
			continue
		}
		name := MakeKey(actor.Key.Kind(), actor.Name)
		if other := named[name]; other != "" {
			return nil, fmt.Errorf("%w: actors %q and %q have one full name, %q: they are one actor", ErrInvalid, other, actor.Key, actor.Name)
		}
		named[name] = actor.Key
	}
	return keys, nil
}

func checkActor(actor *Actor) error {
	switch {
	case actor.Key.Kind() == "":
		return fmt.Errorf("%w: actor %q: not a name key", ErrInvalid, actor.Key)
	case actor.Name == "" || !utf8.ValidString(actor.Name):
		return fmt.Errorf("%w: actor %q has no name in UTF-8", ErrInvalid, actor.Key)
	case len(actor.Mentions) == 0 && !actor.Key.Coded():
		return fmt.Errorf("%w: actor %q has no mention", ErrInvalid, actor.Key)
	case len(actor.Mentions) > 0 && actor.Key.Coded():
		return fmt.Errorf("%w: event %q is mentioned by a name", ErrInvalid, actor.Key)
	}
	return nil
}

func checkMentions(text string, actor *Actor) error {
	end := 0
	for _, m := range actor.Mentions {
		if m.Form != FormName && m.Form != FormTitle && m.Form != FormPronoun {
			return fmt.Errorf("%w: mention of %q: unknown form %q", ErrInvalid, actor.Key, m.Form)
		}
		if err := checkSpan(text, m.Span); err != nil {
			return fmt.Errorf("mention of %q: %w", actor.Key, err)
		}
		if m.Span.Start < end {
			return fmt.Errorf("%w: mentions of %q overlap or are out of order", ErrInvalid, actor.Key)
		}
		end = m.Span.End
	}
	return nil
}

func prepareRoles(r *Record, keys map[Key]bool) error {
	for i, role := range r.Roles {
		switch {
		case role.Person.Kind() != KindPerson || !keys[role.Person]:
			return fmt.Errorf("%w: role %d: %q is not a person of the article", ErrInvalid, i, role.Person)
		case role.Of != "" && !keys[role.Of]:
			return fmt.Errorf("%w: role %d: %q is not an actor of the article", ErrInvalid, i, role.Of)
		case role.Title == "" || !utf8.ValidString(role.Title):
			return fmt.Errorf("%w: role %d has no title in UTF-8", ErrInvalid, i)
		}
		if err := checkSpan(r.Text, role.Span); err != nil {
			return fmt.Errorf("role %d: %w", i, err)
		}
	}
	return nil
}

// checkSpan refuses a span that is empty, out of the text, or cuts a character.
func checkSpan(text string, s Span) error {
	if s.Start < 0 || s.End > len(text) || s.Start >= s.End {
		return fmt.Errorf("%w: span [%d, %d) in a text of %d bytes", ErrInvalid, s.Start, s.End, len(text))
	}
	if !utf8.RuneStart(text[s.Start]) || s.End < len(text) && !utf8.RuneStart(text[s.End]) {
		return fmt.Errorf("%w: span [%d, %d) cuts a character", ErrInvalid, s.Start, s.End)
	}
	return nil
}

// checkSpans refuses spans that are unsound, overlap or are out of order.
func checkSpans(text string, spans []Span) error {
	end := 0
	for _, s := range spans {
		if err := checkSpan(text, s); err != nil {
			return err
		}
		if s.Start < end {
			return fmt.Errorf("%w: spans overlap or are out of order", ErrInvalid)
		}
		end = s.End
	}
	return nil
}

func optional(text string, s Span) (string, error) {
	if s == (Span{}) {
		return "", nil
	}
	if err := checkSpan(text, s); err != nil {
		return "", err
	}
	return text[s.Start:s.End], nil
}

// TextOf gives the text of a statement: its passages of the article's text, joined by " … ".
func TextOf(text string, spans []Span) string {
	parts := make([]string, len(spans))
	for i, s := range spans {
		parts[i] = text[s.Start:s.End]
	}
	return strings.Join(parts, " … ")
}
