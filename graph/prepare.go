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
	"unicode"
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

func prepareJudgement(j Judgement) (Judgement, error) {
	if j.Verdict != Named && j.B < j.A {
		j.A, j.B = j.B, j.A
	}
	switch {
	case !slices.Contains(Verdicts(), j.Verdict):
		return j, fmt.Errorf("%w: unknown verdict %q", ErrInvalid, j.Verdict)
	case j.By != ByRule && j.By != ByPerson:
		return j, fmt.Errorf("%w: unknown authority %q", ErrInvalid, j.By)
	case !(j.Score >= 0 && j.Score <= 1): // NaN neither
		return j, fmt.Errorf("%w: score %v is not between 0 and 1", ErrInvalid, j.Score)
	case j.At.UTC().Year() < 1 || j.At.UTC().Year() > 9999:
		return j, fmt.Errorf("%w: judgement on %q and %q: no such time as %v", ErrInvalid, j.A, j.B, j.At)
	case j.Act != "" && (j.Act.Type() != TypeJudgement || j.By != ByPerson):
		return j, fmt.Errorf("%w: judgement on %q and %q: %q is not the id of a person's act", ErrInvalid, j.A, j.B, j.Act)
	}
	if err := cmp.Or(checkWords(&j), checkJudged(&j)); err != nil {
		return j, err
	}
	j.At, j.Block = microseconds(j.At), ""
	j.ID = JudgementID(&j)
	return j, nil
}

// checkWords checks what an author says.
func checkWords(j *Judgement) error {
	switch {
	case !utf8.ValidString(j.Author + j.Reason):
		return fmt.Errorf("%w: judgement on %q and %q: author or reason is not UTF-8", ErrInvalid, j.A, j.B)
	case len(j.Author)+len(j.Reason) > MaxReason:
		return fmt.Errorf("%w: author and reason have %d bytes, at most %d are allowed", ErrInvalid, len(j.Author)+len(j.Reason), MaxReason)
	}
	return nil
}

// checkJudged checks what is judged: two keys, or a key and a name.
func checkJudged(j *Judgement) error {
	if j.Verdict != Named {
		switch {
		case j.A.Kind() == "" || j.B.Kind() == "":
			return fmt.Errorf("%w: judgement on %q and %q: not name keys", ErrInvalid, j.A, j.B)
		case j.A.Kind() != j.B.Kind() || j.A == j.B:
			return fmt.Errorf("%w: judgement on %q and %q: not two keys of one kind", ErrInvalid, j.A, j.B)
		case j.Name != "":
			return fmt.Errorf("%w: judgement on %q and %q: it has a name, which only %s has", ErrInvalid, j.A, j.B, Named)
		}
		return nil
	}
	switch {
	case j.A.Kind() == "" || j.B != "":
		return fmt.Errorf("%w: a name for %q and %q: it must be for one name key", ErrInvalid, j.A, j.B)
	case j.By != ByPerson:
		return fmt.Errorf("%w: a name for %q: only a person chooses names", ErrInvalid, j.A)
	case len(j.Name) > MaxName || !utf8.ValidString(j.Name) || strings.TrimSpace(j.Name) != j.Name || !strings.ContainsFunc(j.Name, isWordRune):
		return fmt.Errorf("%w: a name for %q: %q must have a letter or digit, no blanks around it, and at most %d bytes of UTF-8", ErrInvalid, j.A, j.Name, MaxName)
	}
	return nil
}

func isWordRune(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) }

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

func prepareStatements(r *Record, keys map[Key]bool) error {
	r.Statements = slices.Clone(r.Statements)
	for i := range r.Statements {
		s := &r.Statements[i]
		if err := prepareStatement(r, s, keys, i); err != nil {
			return fmt.Errorf("statement %d: %w", i, err)
		}
	}
	return checkWithin(r.Statements)
}

// checkWithin refuses statements that are within each other in a circle.
func checkWithin(statements []StatementRecord) error {
	sound := make([]bool, len(statements)) // known to end in a statement that is within none
	for i := range statements {
		path := map[int]bool{}
		for at := i; at >= 0 && !sound[at]; at = statements[at].WithinIndex {
			if path[at] {
				return fmt.Errorf("%w: statement %d is within itself", ErrInvalid, at)
			}
			path[at] = true
		}
		for at := range path {
			sound[at] = true
		}
	}
	return nil
}

func prepareStatement(r *Record, s *StatementRecord, keys map[Key]bool, i int) error {
	s.ID, s.Article = StatementID(r.Article.ID, i), r.Article.ID
	s.Speaker, s.Addressees, s.Within = "", []NodeID{}, ""
	if s.Mode == "" {
		s.Mode = Said
	}
	if err := checkStatement(s); err != nil {
		return err
	}
	if err := checkSpans(r.Text, s.Spans); err != nil {
		return err
	}
	s.Text = TextOf(r.Text, s.Spans)
	var err error
	if s.Cue, err = optional(r.Text, s.CueSpan); err != nil {
		return err
	}
	speaker, err := optional(r.Text, s.SpeakerSpan)
	if err != nil {
		return err
	}
	if s.SpeakerText == "" {
		s.SpeakerText = speaker
	}
	if s.SpeakerKey != "" && !keys[s.SpeakerKey] {
		return fmt.Errorf("%w: speaker %q is not an actor of the article", ErrInvalid, s.SpeakerKey)
	}
	if s.WithinIndex >= 0 {
		if s.WithinIndex >= len(r.Statements) || s.WithinIndex == i {
			return fmt.Errorf("%w: within statement %d, which is not another one", ErrInvalid, s.WithinIndex)
		}
		s.Within = StatementID(r.Article.ID, s.WithinIndex)
	}
	if err := prepareTime(r, s); err != nil {
		return err
	}
	return prepareLinks(r, s, keys)
}

func prepareTime(r *Record, s *StatementRecord) error {
	s.SaidAt = seconds(s.SaidAt)
	s.At = s.SaidAt
	if s.At.IsZero() {
		s.At, s.SaidAtPrecision = r.Article.PublishedAt, ""
		return nil
	}
	if s.SaidAtPrecision == "" {
		s.SaidAtPrecision = ToSecond
	}
	return checkAmong("precision", Precisions(), s.SaidAtPrecision)
}

// checkStatement checks what does not depend on the text and the actors.
func checkStatement(s *StatementRecord) error {
	switch {
	case len(s.Spans) == 0:
		return fmt.Errorf("%w: no content", ErrInvalid)
	case !slices.Contains(StatementKinds(), s.Kind):
		return fmt.Errorf("%w: unknown kind %q", ErrInvalid, s.Kind)
	case !(s.Confidence >= 0 && s.Confidence <= 1): // NaN neither
		return fmt.Errorf("%w: confidence %v is not between 0 and 1", ErrInvalid, s.Confidence)
	case !utf8.ValidString(s.SpeakerText) || !utf8.ValidString(s.Context) || !utf8.ValidString(s.Reason.Code+s.Reason.Text):
		return fmt.Errorf("%w: words that are not UTF-8", ErrInvalid)
	}
	return checkAmong("mode", StatementModes(), s.Mode)
}

func prepareLinks(r *Record, s *StatementRecord, keys map[Key]bool) error {
	s.AddresseeKeys = append([]Key{}, slices.Compact(slices.Sorted(slices.Values(s.AddresseeKeys)))...)
	for _, k := range s.AddresseeKeys {
		if !keys[k] {
			return fmt.Errorf("%w: addressee %q is not an actor of the article", ErrInvalid, k)
		}
	}
	s.About = append([]Target{}, s.About...)
	slices.SortFunc(s.About, func(a, b Target) int { return cmp.Compare(a.Key, b.Key) })
	for i, t := range s.About {
		if !keys[t.Key] {
			return fmt.Errorf("%w: target %q is not an actor of the article", ErrInvalid, t.Key)
		}
		if i > 0 && s.About[i-1].Key == t.Key {
			return fmt.Errorf("%w: target %q is there twice", ErrInvalid, t.Key)
		}
		if err := prepareTarget(r, &s.About[i]); err != nil {
			return fmt.Errorf("target %q: %w", t.Key, err)
		}
	}
	return nil
}

func prepareTarget(r *Record, t *Target) error {
	t.Entity, t.Spans = "", append([]Span{}, t.Spans...)
	if t.Tone == "" {
		t.Tone = Neutral
	}
	switch {
	case !(t.Confidence >= 0 && t.Confidence <= 1) || !(t.ToneConfidence >= 0 && t.ToneConfidence <= 1): // NaN neither
		return fmt.Errorf("%w: confidence %v or %v is not between 0 and 1", ErrInvalid, t.Confidence, t.ToneConfidence)
	case !utf8.ValidString(t.Reason.Code + t.Reason.Text):
		return fmt.Errorf("%w: a reason that is not UTF-8", ErrInvalid)
	}
	return firstError(checkAmong("tone", Tones(), t.Tone), checkSpans(r.Text, t.Spans))
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
