package sqlitestore

import (
	"database/sql"
	"encoding/json"
	"fmt"
	"maps"
	"slices"
	"time"

	"github.com/newsgraph/newsgraph/graph"
)

// packedReport is what a row holds of a report besides its other columns. Spans are [start, end, start, …], keys are numbers.
type packedReport struct {
	Type       graph.EventType   `json:"e"`
	Mode       string            `json:"m,omitempty"`
	Status     graph.EventStatus `json:"a"`
	Who        []packedPart      `json:"w,omitempty"`
	Place      int64             `json:"l,omitempty"`
	From       time.Time         `json:"f,omitzero"`
	To         time.Time         `json:"u,omitzero"`
	Precision  graph.Precision   `json:"p,omitempty"`
	Trigger    []int             `json:"g"`
	Spans      []int             `json:"s,omitempty"`
	Confidence float64           `json:"c,omitempty"`
	Code       string            `json:"r,omitempty"`
	Reason     string            `json:"t,omitempty"`
}

// packedPart is a participant in a [packedReport] or a [packedCore].
type packedPart struct {
	Key  int64                 `json:"k"`
	As   graph.ParticipantRole `json:"a"`
	Span []int                 `json:"s,omitempty"`
}

const sqlInsertReport = `INSERT INTO reports (n, id, article, ord, statement, key, entity, name, down, body) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`

// insertReports writes the reports of an article whose statements are written.
func (w *writing) insertReports(article int64, r *graph.Record) error {
	if len(r.Reports) == 0 {
		return nil
	}
	names := map[graph.Key]string{}
	for _, actor := range r.Actors {
		if actor.Key.Coded() {
			names[actor.Key] = actor.Name
		}
	}
	for i := range r.Reports {
		if err := w.insertReport(article, i, names, r); err != nil {
			return err
		}
	}
	w.counts[countReports] += len(r.Reports)
	return nil
}

func (w *writing) insertReport(article int64, i int, names map[graph.Key]string, r *graph.Record) error {
	e := &r.Reports[i]
	n, err := w.free("reports")
	if err != nil {
		return err
	}
	var statement any
	if e.ReportedByIndex >= 0 {
		statement = w.next["statements"] - int64(len(r.Statements)-1-e.ReportedByIndex)
	}
	p := packedReport{
		Type: e.Type, Mode: e.Mode, Status: e.Status, Who: w.packParts(e.Participants), From: e.From, To: e.To, Precision: e.Precision,
		Trigger: flat(e.Trigger), Spans: flat(e.Spans...), Confidence: e.Confidence, Code: e.Reason.Code, Reason: e.Reason.Text,
	}
	if e.PlaceKey != "" {
		p.Place = w.keys[e.PlaceKey].n
	}
	body, err := json.Marshal(&p)
	if err != nil {
		return fmt.Errorf("marshal report: %w", err)
	}
	key := w.keys[e.Key]
	w.events[key.entity] = true
	return w.exec(sqlInsertReport, n, e.ID, article, i, statement, key.n, key.entity, names[e.Key], down(e.PublishedAt), string(body))
}

func (w *writing) packParts(participants []graph.Participant) []packedPart {
	var out []packedPart
	for _, p := range participants {
		out = append(out, packedPart{w.keys[p.Key].n, p.As, flatOne(p.Span)})
	}
	return out
}

const sqlOldReports = `SELECT r.key, r.entity, k.key, r.name FROM reports r CROSS JOIN keys k ON k.n = r.key WHERE r.article = ?`

// removeReports takes the reports of an article back; its events without a mention are added to the entities that lose it.
func (w *writing) removeReports(article int64, entities map[int64]int) error {
	gone := map[graph.Key]bool{}
	return w.c.query(w.ctx, sqlOldReports, []any{article}, func(rows *sql.Rows) error {
		var n, entity int64
		var key graph.Key
		var name string
		if err := rows.Scan(&n, &entity, &key, &name); err != nil {
			return err
		}
		w.counts[countReports]--
		w.events[entity] = true
		if !key.Coded() || gone[key] {
			return nil
		}
		gone[key] = true
		b := w.bears(key, n)
		b.gone = append(b.gone, article)
		w.changeName(keyName{n, name, true}).articles--
		w.changeEntity(entity, key.Kind()).rename = true
		entities[entity] += 0
		return nil
	})
}

const (
	sqlNewestReports = `SELECT f.value, r.id, r.down, r.statement IS NOT NULL, r.body FROM json_each(?1) f CROSS JOIN reports r INDEXED BY reports_down
ON r.entity = f.value AND r.n IN (SELECT x.n FROM reports x INDEXED BY reports_down WHERE x.entity = f.value ORDER BY x.down, x.id LIMIT ?2)`
	sqlCountReports = `SELECT count(*) FROM reports WHERE entity = ?`
	sqlDropEvent    = `DELETE FROM events WHERE n = ?`
	sqlNewEvent     = `INSERT INTO events (n, id, type, mode, status, asserted, confidence, reports, start, last, down, body)
VALUES (?1, (SELECT id FROM keys WHERE n = ?1), ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11)`
	sqlNewEventLink = `INSERT INTO event_links (event, role, key, entity, place, id, down)
SELECT e.n, ?2, k.n, k.entity, ?2 = 2, e.id, e.down FROM events e CROSS JOIN keys k ON k.n = ?3 WHERE e.n = ?1`
)

// eventReports is the newest reports of an event, with the numbers of their keys.
type eventReports struct {
	reports []*graph.Report
	ns      map[graph.Key]int64
}

// settleEvents writes anew what the reports of events come to, where they are others.
func (w *writing) settleEvents() error {
	if len(w.events) == 0 {
		return nil
	}
	ns := slices.Sorted(maps.Keys(w.events))
	told, err := w.newestReports(ns)
	if err != nil {
		return err
	}
	for _, n := range ns {
		if err := w.exec(sqlDropEvent, n); err != nil {
			return err
		}
		if told[n] != nil {
			if err := w.settleEvent(n, told[n]); err != nil {
				return err
			}
		}
	}
	return nil
}

// newestReports reads as much of the reports of events as decides on what they come to.
func (w *writing) newestReports(events []int64) (map[int64]*eventReports, error) {
	out := map[int64]*eventReports{}
	bodies := map[*graph.Report]packedReport{}
	keys := map[int64]keyEntity{}
	err := w.c.query(w.ctx, sqlNewestReports, []any{list(events), graph.MaxCoreReports}, func(rows *sql.Rows) error {
		var event, down int64
		var within bool
		var body sql.RawBytes
		var p packedReport
		r := &graph.Report{}
		if err := rows.Scan(&event, &r.ID, &down, &within, &body); err != nil {
			return err
		}
		if err := json.Unmarshal(body, &p); err != nil {
			return fmt.Errorf("report %s: %w", r.ID, err)
		}
		if within {
			r.ReportedBy = "told in a statement"
		}
		r.PublishedAt = up(down)
		p.name(keys)
		bodies[r] = p
		if out[event] == nil {
			out[event] = &eventReports{}
		}
		out[event].reports = append(out[event].reports, r)
		return nil
	})
	if err != nil {
		return nil, err
	}
	if err := w.c.keyEntities(w.ctx, keys); err != nil {
		return nil, err
	}
	ns := map[graph.Key]int64{}
	for n, k := range keys {
		ns[k.key] = n
	}
	for r, p := range bodies {
		p.unpack(r, keys)
	}
	for _, e := range out {
		e.ns = ns
	}
	return out, nil
}

// name adds the keys that the report names.
func (p *packedReport) name(keys map[int64]keyEntity) {
	for _, who := range p.Who {
		keys[who.Key] = keyEntity{}
	}
	if p.Place != 0 {
		keys[p.Place] = keyEntity{}
	}
}

// unpack sets what the row holds but for the words of the text.
func (p *packedReport) unpack(r *graph.Report, keys map[int64]keyEntity) {
	r.Type, r.Mode, r.Status, r.From, r.To, r.Precision = p.Type, p.Mode, p.Status, p.From, p.To, p.Precision
	r.Participants = unpackParts(p.Who, keys)
	if p.Place != 0 {
		r.Place, r.PlaceKey = keys[p.Place].entity, keys[p.Place].key
	}
	r.Trigger, r.Spans = unflat(p.Trigger)[0], unflat(p.Spans)
	r.Confidence, r.Reason = p.Confidence, graph.Reason{Code: p.Code, Text: p.Reason}
}

func unpackParts(parts []packedPart, keys map[int64]keyEntity) []graph.Participant {
	out := make([]graph.Participant, len(parts))
	for i, p := range parts {
		out[i] = graph.Participant{Entity: keys[p.Key].entity, Key: keys[p.Key].key, As: p.As}
		if len(p.Span) > 0 {
			out[i].Span = unflat(p.Span)[0]
		}
	}
	return out
}

// packedCore is what a row holds of a core besides its other columns.
type packedCore struct {
	Who       []packedPart    `json:"w,omitempty"`
	Place     int64           `json:"l,omitempty"`
	From      time.Time       `json:"f,omitzero"`
	To        time.Time       `json:"u,omitzero"`
	Precision graph.Precision `json:"p,omitempty"`
}

// The roles in the links of an event: the places of those of participants in [graph.ParticipantRoles], and behind them that of the place.
const (
	partActor     = 0
	partRecipient = 1
	rolePlace     = 2
)

func (w *writing) settleEvent(n int64, told *eventReports) error {
	core := graph.CoreOf(told.reports)
	reports, err := w.c.int(w.ctx, sqlCountReports, n)
	if err != nil {
		return err
	}
	p := packedCore{From: core.From, To: core.To, Precision: core.Precision}
	for _, who := range core.Participants {
		p.Who = append(p.Who, packedPart{Key: told.ns[who.Key], As: who.As})
	}
	if core.PlaceKey != "" {
		p.Place = told.ns[core.PlaceKey]
	}
	body, err := json.Marshal(&p)
	if err != nil {
		return fmt.Errorf("marshal event: %w", err)
	}
	start, last := secondsOf(&core)
	err = w.exec(sqlNewEvent, n, core.Type, core.Mode, core.Status, core.Asserted, core.Confidence, reports, start, last, down(core.At), string(body))
	if err != nil {
		return err
	}
	for _, who := range p.Who {
		if err := w.exec(sqlNewEventLink, n, slices.Index(graph.ParticipantRoles(), who.As), who.Key); err != nil {
			return err
		}
	}
	if p.Place == 0 {
		return nil
	}
	return w.exec(sqlNewEventLink, n, rolePlace, p.Place)
}

// secondsOf gives the first and the last second in which the event happened.
func secondsOf(c *graph.EventCore) (start, last int64) {
	switch {
	case c.At.IsZero():
		return 0, 0
	case c.From.IsZero() || c.To.Equal(c.From):
		return c.At.Unix(), c.At.Unix()
	}
	return c.From.Unix(), c.To.Unix() - 1
}
