package resolver

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"slices"

	"github.com/newsgraph/newsgraph/graph"
	"github.com/newsgraph/newsgraph/schema/batch"
	"github.com/newsgraph/newsgraph/schema/intake"
)

// identity tells why an entity is one node; null when it is not in the graph.
func (r *Resolver) identity(ctx context.Context, id graph.NodeID) (*graph.Identity, error) {
	return batch.Load(ctx, func(ctx context.Context, _ []any) (*graph.Identity, []any, error) {
		found, err := r.Graph.Identity(ctx, id)
		if errors.Is(err, graph.ErrNotFound) {
			return nil, nil, nil
		}
		if err != nil {
			return nil, nil, err
		}
		return found, []any{found.Entity}, nil
	})
}

// explained gives a page of what was judged on an entity.
func (r *Resolver) explained(ctx context.Context, of *graph.Identity, effects []graph.Effect, p graph.Page) (*graph.ExplainedPage, error) {
	return batch.Load(ctx, func(context.Context, []any) (*graph.ExplainedPage, []any, error) {
		page, err := r.Graph.PageOf(of, effects, p)
		delivered := make([]any, len(page.Edges))
		for i, e := range page.Edges {
			delivered[i] = &e.Node.Judgement
		}
		return &page, delivered, err
	})
}

func (r *Resolver) suggestions(ctx context.Context, filter *graph.SuggestionQuery, p graph.Page) (*graph.SuggestionPage, error) {
	return batch.Load(ctx, func(ctx context.Context, _ []any) (*graph.SuggestionPage, []any, error) {
		q := deref(filter)
		q.Page = p
		q.Page.Count = wantsTotal(ctx)
		page, err := r.Graph.Suggestions(ctx, &q)
		delivered := make([]any, len(page.Edges))
		for i, e := range page.Edges {
			delivered[i] = e.Node
		}
		return &page, delivered, err
	})
}

// judgedIDs are the ids by which the entities of a judgement's keys are called.
func judgedIDs(j *graph.Judgement) []graph.NodeID {
	if j.B == "" {
		return []graph.NodeID{graph.EntityID(j.A)}
	}
	return []graph.NodeID{graph.EntityID(j.A), graph.EntityID(j.B)}
}

// judgedEntity is the entity of a key of a judgement; null while it has no mentions.
func (r *Resolver) judgedEntity(ctx context.Context, key graph.Key) (graph.EntityNode, error) {
	nodes, err := links(ctx, r.Graph, judgedIDs)
	e, ok := nodes[graph.EntityID(key)].(*graph.Entity)
	if err != nil || !ok {
		return nil, err
	}
	return e.Typed(), nil
}

// actEntities are the entities of what was judged, each once, in order of their ids.
func (r *Resolver) actEntities(ctx context.Context, act *intake.Act) ([]graph.EntityNode, error) {
	nodes, err := links(ctx, r.Graph, judgedIDs)
	if err != nil {
		return nil, err
	}
	byID := map[graph.NodeID]graph.EntityNode{}
	var ids []graph.NodeID
	for _, j := range act.Judgements {
		for _, id := range judgedIDs(j) {
			if e, ok := nodes[id].(*graph.Entity); ok && byID[e.ID] == nil {
				byID[e.ID] = e.Typed()
				ids = append(ids, e.ID)
			}
		}
	}
	slices.Sort(ids)
	out := make([]graph.EntityNode, len(ids))
	for i, id := range ids {
		out[i] = byID[id]
	}
	return out, nil
}

// act carries out, once, what a person judges or takes back: prepare gives it, and the batch for it.
func (r *Resolver) act(ctx context.Context, key *string, input any, prepare func(deed) ([]graph.Judgement, *graph.Batch, error)) (*intake.Act, error) {
	return batch.Load(ctx, func(ctx context.Context, _ []any) (*intake.Act, []any, error) {
		d, err := newDeed(ctx, key, input)
		if err != nil {
			return nil, nil, err
		}
		act, err := once(ctx, r, d, actBefore, func() (*intake.Act, error) {
			judged, b, err := prepare(d)
			if err == nil {
				_, err = r.Graph.Apply(ctx, b)
			}
			return newAct(judged), err
		})
		if err != nil {
			return nil, nil, err
		}
		delivered := make([]any, len(act.Judgements))
		for i, j := range act.Judgements {
			delivered[i] = j
		}
		return act, delivered, nil
	})
}

func newAct(judged []graph.Judgement) *intake.Act {
	act := &intake.Act{Judgements: make([]*graph.Judgement, len(judged))}
	for i := range judged {
		act.Judgements[i] = &judged[i]
	}
	return act
}

// actBefore is the answer of an act that was done before.
func actBefore(receipt *graph.Receipt) (*intake.Act, error) {
	var act intake.Act
	if err := json.Unmarshal([]byte(receipt.Answer), &act); err != nil {
		return nil, fmt.Errorf("read receipt: %w", err)
	}
	return &act, nil
}

func (d deed) opinion(reason string) graph.Opinion {
	return graph.Opinion{Author: d.by, Reason: reason, At: d.at}
}

// judging is the batch of what was judged. It is noted with the entities, or else with those of the keys.
func (d deed) judging(judged []graph.Judgement, detail string, entities ...graph.NodeID) *graph.Batch {
	b := d.batch(graph.AuditDone, detail, d.about(judged, entities), newAct(judged))
	b.Judge = judged
	return b
}

// undoing is the batch that takes back what was judged at once.
func (d deed) undoing(judged []graph.Judgement) *graph.Batch {
	b := d.batch(graph.AuditDone, "", d.about(judged, nil), newAct(judged))
	for _, j := range judged {
		b.Undo = append(b.Undo, j.ID)
	}
	return b
}

// about gives what an act is noted with: the entities, and what names the act.
func (d deed) about(judged []graph.Judgement, entities []graph.NodeID) []graph.NodeID {
	ids := slices.Clone(entities)
	for i := range judged {
		if entities == nil {
			ids = append(ids, judgedIDs(&judged[i])...)
		}
		if judged[i].Act != "" {
			ids = append(ids, judged[i].Act)
		}
	}
	return slices.Compact(slices.Sorted(slices.Values(ids)))
}

func nameKeys(texts []string) []graph.Key {
	out := make([]graph.Key, len(texts))
	for i, t := range texts {
		out[i] = graph.Key(t)
	}
	return out
}
