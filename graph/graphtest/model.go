package graphtest

import (
	"cmp"
	"context"
	"maps"
	"slices"
	"strings"
	"sync"

	"github.com/newsgraph/newsgraph/graph"
	"github.com/newsgraph/newsgraph/graph/fold"
)

// model is the contract written down as plainly as can be: it keeps the records and judgements, and
// for each answer goes through all of them. Stores are compared with it.
type model struct {
	mu         sync.Mutex
	records    map[graph.NodeID]*graph.Record
	judgements map[graph.NodeID]graph.Judgement
	audit      map[graph.NodeID]graph.AuditEntry
	receipts   map[string]graph.Receipt
	places     graph.Places
}

var _ graph.Store = (*model)(nil)

// NewModel returns a store in memory that is nothing but the contract: slow, and plain enough to be
// checked by reading. It is what stores are compared with.
func NewModel() graph.Store {
	return &model{
		records: map[graph.NodeID]*graph.Record{}, judgements: map[graph.NodeID]graph.Judgement{},
		audit: map[graph.NodeID]graph.AuditEntry{}, receipts: map[string]graph.Receipt{},
	}
}

// Apply implements [graph.Store].
func (m *model) Apply(ctx context.Context, b *graph.Batch) (graph.Applied, error) {
	m.mu.Lock()
	defer m.mu.Unlock()
	var a graph.Applied
	if err := ctx.Err(); err != nil {
		return a, err
	}
	if m.repeats(b.Receipt) {
		return a, graph.ErrRepeated
	}
	for _, id := range b.Delete {
		if m.records[id] != nil {
			delete(m.records, id)
			a.Deleted++
		}
	}
	for _, r := range b.Records {
		switch old := m.records[r.Article.ID]; {
		case old == nil:
			a.Added++
			a.Records = append(a.Records, graph.Added)
		case old.Digest == r.Digest:
			a.Unchanged++
			a.Records = append(a.Records, graph.Unchanged)
		default:
			a.Replaced++
			a.Records = append(a.Records, graph.Replaced)
		}
		m.records[r.Article.ID] = r
	}
	for id, j := range m.judgements {
		if j.Block == "" && (slices.Contains(b.Undo, id) || slices.Contains(b.Undo, j.Act)) {
			delete(m.judgements, id)
			a.Undone++
		}
	}
	for _, j := range b.Judge {
		if m.judgements[j.ID] != j {
			m.judgements[j.ID] = j
			a.Judged++
		}
	}
	m.rule(b.Rules)
	m.places = b.Places
	m.note(b, a)
	return a, nil
}

// Close implements [graph.Store].
func (m *model) Close() error { return nil }

// sight is the whole graph, laid out.
type sight struct {
	entity     map[graph.NodeID]graph.NodeID // of every key's id: the current id of its entity, if articles have it
	keys       map[graph.NodeID][]graph.Key  // that articles have
	named      map[graph.NodeID][]graph.Judgement
	sightings  map[graph.Key]int // how many articles have it
	names      map[graph.NodeID]map[string]bool
	entities   []*graph.Entity
	articles   []*graph.Article
	statements []*graph.Statement
	mentions   []*graph.Mention
	texts      map[graph.NodeID]string
	roles      []roleLine
	reports    []*graph.Report
}

type roleLine struct {
	person, of graph.NodeID
	title      string
	at         graph.Evidence
	article    *graph.Article
}

// see lays the graph out anew, so that what it gives is the caller's to keep.
func (m *model) see(ctx context.Context) (*sight, error) {
	if err := ctx.Err(); err != nil {
		return nil, err
	}
	m.mu.Lock()
	defer m.mu.Unlock()
	s := &sight{
		entity: map[graph.NodeID]graph.NodeID{}, keys: map[graph.NodeID][]graph.Key{}, names: map[graph.NodeID]map[string]bool{},
		texts: map[graph.NodeID]string{}, named: map[graph.NodeID][]graph.Judgement{}, sightings: map[graph.Key]int{},
	}
	for _, r := range m.records {
		for _, a := range r.Actors {
			s.sightings[a.Key]++
		}
	}
	groups := graph.Groups(slices.Collect(maps.Keys(s.sightings)), slices.Collect(maps.Values(m.judgements)))
	for key, least := range groups {
		if id := graph.EntityID(least); s.sightings[key] > 0 {
			s.keys[id] = append(s.keys[id], key)
		}
	}
	for _, j := range m.judgements {
		if id := graph.EntityID(groups[j.A]); j.Verdict == graph.Named {
			s.named[id] = append(s.named[id], j)
		}
	}
	for key, least := range groups {
		if id := graph.EntityID(least); s.keys[id] != nil {
			s.entity[graph.EntityID(key)] = id
		}
	}
	for _, id := range slices.Sorted(maps.Keys(m.records)) {
		s.addRecord(m.records[id])
	}
	slices.SortFunc(s.reports, graph.CompareReports)
	for id, keys := range s.keys {
		slices.Sort(keys)
		s.addEntity(id, keys[0].Kind(), m.records)
		s.entities[len(s.entities)-1].Place = graph.PlaceOf(m.places, groups[keys[0]])
	}
	return s, nil
}

func (s *sight) of(key graph.Key) graph.NodeID {
	if key == "" {
		return ""
	}
	return s.entity[graph.EntityID(key)]
}

func (s *sight) addRecord(r *graph.Record) {
	article := r.Article
	article.Authors = slices.Clone(article.Authors)
	s.articles = append(s.articles, &article)
	s.texts[r.Article.ID] = r.Text
	for _, a := range r.Actors {
		for _, m := range a.Mentions {
			s.mentions = append(s.mentions, &graph.Mention{
				Entity: s.of(a.Key), Article: r.Article.ID, Key: a.Key, Span: m.Span, Text: r.Text[m.Span.Start:m.Span.End], Form: m.Form,
			})
		}
	}
	for i := range r.Statements {
		st := r.Statements[i].Statement
		st.Speaker = s.of(st.SpeakerKey)
		st.Addressees = []graph.NodeID{}
		for _, key := range st.AddresseeKeys {
			st.Addressees = append(st.Addressees, s.of(key))
		}
		st.Spans, st.AddresseeKeys, st.About = slices.Clone(st.Spans), slices.Clone(st.AddresseeKeys), slices.Clone(st.About)
		for j := range st.About {
			st.About[j].Spans = slices.Clone(st.About[j].Spans)
			st.About[j].Entity = s.of(st.About[j].Key)
		}
		s.statements = append(s.statements, &st)
	}
	for i := range r.Reports {
		s.addReport(r.Reports[i].Report)
	}
	for _, x := range r.Roles {
		s.roles = append(s.roles, roleLine{s.of(x.Person), s.of(x.Of), x.Title, graph.Evidence{Article: r.Article.ID, Span: x.Span}, &r.Article})
	}
}

func (s *sight) addEntity(id graph.NodeID, kind graph.Kind, records map[graph.NodeID]*graph.Record) {
	e := &graph.Entity{ID: id, Kind: kind, Aliases: []graph.Alias{}}
	aliases, full, candidates := map[string]int{}, map[string]int{}, map[string]int{}
	for _, r := range records {
		there := false
		for _, a := range r.Actors {
			if s.of(a.Key) != id {
				continue
			}
			there = true
			candidates[a.Name]++
			if !a.Key.Coded() {
				full[a.Name]++
			}
			e.MentionCount += len(a.Mentions)
			for _, m := range a.Mentions {
				if m.Form == graph.FormName {
					aliases[r.Text[m.Span.Start:m.Span.End]]++
				}
			}
		}
		if !there {
			continue
		}
		e.ArticleCount++
		at := r.Article.PublishedAt
		if !at.IsZero() && (e.FirstSeen.IsZero() || at.Before(e.FirstSeen)) {
			e.FirstSeen = at
		}
		if at.After(e.LastSeen) {
			e.LastSeen = at
		}
	}
	s.names[id] = map[string]bool{}
	for name, n := range aliases {
		e.Aliases = append(e.Aliases, graph.Alias{Name: name, Mentions: n})
		s.names[id][name] = false
	}
	for name := range full {
		s.names[id][name] = true
	}
	for _, j := range s.named[id] {
		s.names[id][j.Name] = true
	}
	slices.SortFunc(e.Aliases, func(a, b graph.Alias) int {
		return cmp.Or(cmp.Compare(b.Mentions, a.Mentions), cmp.Compare(a.Name, b.Name))
	})
	e.Name = cmp.Or(graph.ChosenName(s.named[id]), graph.BestName(kind, nameCounts(candidates)))
	e.Event = s.coreOf(id)
	s.entities = append(s.entities, e)
}

func nameCounts(articles map[string]int) (out []graph.NameCount) {
	for name, n := range articles {
		out = append(out, graph.NameCount{Name: name, Articles: n})
	}
	return out
}

// called tells whether the entity has a name that is folded so, and whether one of those is a full name.
func (s *sight) called(id graph.NodeID, folded string) (called, full bool) {
	for name, isFull := range s.names[id] {
		if folded != "" && fold.Name(name) == folded {
			called, full = true, full || isFull
		}
	}
	return called, full
}

// begins tells whether one of the entity's names has, for each word, a word that begins so.
func (s *sight) begins(id graph.NodeID, words []string) bool {
	return s.has(id, words, strings.HasPrefix)
}

// has tells whether one of the entity's names has, for each word, a word that fits.
func (s *sight) has(id graph.NodeID, words []string, fits func(word, wanted string) bool) bool {
	for name := range s.names[id] {
		if hasAll(fold.Words(name), words, fits) {
			return true
		}
	}
	return false
}

func hasAll(words, wanted []string, fits func(word, wanted string) bool) bool {
	for _, w := range wanted {
		if !slices.ContainsFunc(words, func(word string) bool { return fits(word, w) }) {
			return false
		}
	}
	return true
}

func equalWords(a, b string) bool { return a == b }
