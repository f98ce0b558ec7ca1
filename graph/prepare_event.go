package graph

import (
	"cmp"
	"fmt"
	"slices"
	"unicode/utf8"
)

// prepareReports checks the reports of a record and fills in what follows; keys are the actors of the record.
func prepareReports(r *Record, keys map[Key]bool) error {
	r.Reports = slices.Clone(r.Reports)
	told := map[Key]bool{}
	for i := range r.Reports {
		if err := prepareReport(r, &r.Reports[i], keys, i); err != nil {
			return fmt.Errorf("report %d: %w", i, err)
		}
		told[r.Reports[i].Key] = true
	}
	for key := range keys {
		if key.Coded() && !told[key] {
			return fmt.Errorf("%w: event %q has no report", ErrInvalid, key)
		}
	}
	return nil
}

func prepareReport(r *Record, e *ReportRecord, keys map[Key]bool, i int) error {
	e.ID, e.Article, e.PublishedAt = ReportID(r.Article.ID, i), r.Article.ID, r.Article.PublishedAt
	e.Event, e.Place, e.ReportedBy = "", "", ""
	if e.Status == "" {
		e.Status = Happened
	}
	switch {
	case e.Key.Kind() != KindEvent || !keys[e.Key]:
		return fmt.Errorf("%w: %q is not an event of the article", ErrInvalid, e.Key)
	case e.PlaceKey != "" && (e.PlaceKey.Kind() != KindPlace || !keys[e.PlaceKey]):
		return fmt.Errorf("%w: %q is not a place of the article", ErrInvalid, e.PlaceKey)
	case e.ReportedByIndex < -1 || e.ReportedByIndex >= len(r.Statements):
		return fmt.Errorf("%w: told in statement %d, which there is not", ErrInvalid, e.ReportedByIndex)
	case !(e.Confidence >= 0 && e.Confidence <= 1): // NaN neither
		return fmt.Errorf("%w: confidence %v is not between 0 and 1", ErrInvalid, e.Confidence)
	case !utf8.ValidString(e.Mode + e.Reason.Code + e.Reason.Text):
		return fmt.Errorf("%w: words that are not UTF-8", ErrInvalid)
	}
	if e.ReportedByIndex >= 0 {
		e.ReportedBy = StatementID(r.Article.ID, e.ReportedByIndex)
	}
	return firstError(
		checkAmong("event type", EventTypes(), e.Type),
		checkAmong("event status", EventStatuses(), e.Status),
		prepareReportSpans(r, e),
		prepareReportTime(e),
		prepareParticipants(r, e, keys),
	)
}

func prepareReportSpans(r *Record, e *ReportRecord) error {
	e.Spans = append([]Span{}, e.Spans...)
	if err := firstError(checkSpan(r.Text, e.Trigger), checkSpans(r.Text, e.Spans)); err != nil {
		return err
	}
	e.TriggerText, e.Text = r.Text[e.Trigger.Start:e.Trigger.End], TextOf(r.Text, e.Spans)
	return nil
}

func prepareReportTime(e *ReportRecord) error {
	e.From, e.To = seconds(e.From), seconds(e.To)
	switch {
	case e.From.IsZero() != e.To.IsZero() || e.To.Before(e.From):
		return fmt.Errorf("%w: a time from %s to %s", ErrInvalid, e.From, e.To)
	case e.From.IsZero():
		e.Precision = ""
		return nil
	}
	return checkAmong("precision", Precisions(), e.Precision)
}

func prepareParticipants(r *Record, e *ReportRecord, keys map[Key]bool) error {
	e.Participants = append([]Participant{}, e.Participants...)
	slices.SortFunc(e.Participants, func(a, b Participant) int { return cmp.Or(cmp.Compare(a.As, b.As), cmp.Compare(a.Key, b.Key)) })
	for i := range e.Participants {
		p := &e.Participants[i]
		p.Entity = ""
		switch {
		case !keys[p.Key] || p.Key.Coded() || p.Key == e.Key:
			return fmt.Errorf("%w: participant %q is not another actor of the article", ErrInvalid, p.Key)
		case i > 0 && e.Participants[i-1].Key == p.Key && e.Participants[i-1].As == p.As:
			return fmt.Errorf("%w: participant %q is there twice", ErrInvalid, p.Key)
		}
		_, err := optional(r.Text, p.Span)
		if err := firstError(err, checkAmong("role", ParticipantRoles(), p.As)); err != nil {
			return err
		}
	}
	return nil
}
