package graph

import (
	"cmp"
	"fmt"
	"slices"
)

// ExplainedPage is a page of what was judged on an entity.
type ExplainedPage struct {
	Edges    []ExplainedEdge
	PageInfo PageInfo
	Total    int
}

// ExplainedEdge is a judgement in a page.
type ExplainedEdge struct {
	Cursor string
	Node   *Explained
}

// PageOf gives a page of what was judged on an entity, as far as it has any of the effects; none are all.
func (g *Graph) PageOf(id *Identity, effects []Effect, p Page) (ExplainedPage, error) {
	err := firstError(checkAmong("effect", Effects(), effects...), g.checkPage(&p, byEffect, explainedInts, explainedTexts))
	if err != nil {
		return ExplainedPage{}, fmt.Errorf("judgements: %w", err)
	}
	w, err := NewWindow(p, byEffect, explainedInts, explainedTexts, func(c Cursor) explainedPlace { return explainedPlace(c) }, explainedPlace.compare)
	if err != nil {
		return ExplainedPage{}, fmt.Errorf("judgements: %w", err)
	}
	var all []*Explained
	for i := range id.Judgements {
		if x := &id.Judgements[i]; len(effects) == 0 || slices.Contains(effects, x.Effect) {
			all = append(all, x)
		}
	}
	from, to := bounds(all, w)
	out := ExplainedPage{Edges: []ExplainedEdge{}, Total: len(all)}
	var cursors []string
	for _, x := range all[from:to] {
		cursors = append(cursors, EncodeCursor(Cursor(x.place())))
		out.Edges = append(out.Edges, ExplainedEdge{Cursor: cursors[len(cursors)-1], Node: x})
	}
	out.PageInfo = NewPageInfo(from > 0, to < len(all), cursors)
	return out, nil
}

// bounds gives the part of the list that is in the window.
func bounds(all []*Explained, w Window[explainedPlace]) (from, to int) {
	to = len(all)
	if w.After != nil {
		from, _ = slices.BinarySearchFunc(all, *w.After, func(x *Explained, p explainedPlace) int {
			return cmp.Or(x.place().compare(p), -1) // right behind it
		})
	}
	if w.Before != nil {
		to, _ = slices.BinarySearchFunc(all, *w.Before, func(x *Explained, p explainedPlace) int { return x.place().compare(p) })
	}
	if w.Backward {
		return max(from, to-w.Limit), to
	}
	return from, min(to, from+w.Limit)
}

// byEffect is the order of what was judged on an entity.
const byEffect Order = "EFFECT"

const explainedInts, explainedTexts = 4, 1

// explainedPlace is where a judgement stands: its effect, its authority, its time and its score, the greatest of these first; its id.
type explainedPlace Cursor

func (x *Explained) place() explainedPlace {
	effect, by := slices.Index(Effects(), x.Effect), slices.Index([]Authority{ByPerson, ByRule}, x.By)
	return explainedPlace{
		Order: byEffect, Ints: []int64{int64(effect), int64(by), x.At.UnixMicro(), ScoreRank(x.Score)}, Texts: []string{string(x.ID)},
	}
}

func (p explainedPlace) compare(q explainedPlace) int {
	return cmp.Or(
		cmp.Compare(p.Ints[0], q.Ints[0]), cmp.Compare(p.Ints[1], q.Ints[1]),
		cmp.Compare(q.Ints[2], p.Ints[2]), cmp.Compare(q.Ints[3], p.Ints[3]),
		cmp.Compare(p.Texts[0], q.Texts[0]),
	)
}
