package graph

import (
	"fmt"
	"slices"
)

// How many sort values the cursors of each list hold, see [Cursor].
const (
	entityInts, entityTexts   = 1, 2
	timeInts, timeTexts       = 1, 1
	mentionInts, mentionTexts = 3, 2
	searchInts, searchTexts   = 3, 1

	relationInts, relationTexts = 1, 3

	suggestionInts, suggestionTexts = 1, 1
)

func firstError(errs ...error) error {
	for _, err := range errs {
		if err != nil {
			return err
		}
	}
	return nil
}

// checkIDs refuses too many ids and such that are not of the wanted type ("" for any).
func (g *Graph) checkIDs(ids []NodeID, want NodeType) error {
	if len(ids) > g.opts.MaxIDs {
		return fmt.Errorf("%w: %d ids in one call, at most %d", ErrInvalid, len(ids), g.opts.MaxIDs)
	}
	return checkIDTypes(ids, want)
}

func checkIDTypes(ids []NodeID, want NodeType) error {
	for _, id := range ids {
		switch got := id.Type(); {
		case got == "":
			return fmt.Errorf("%w: %q is not an id", ErrInvalid, id)
		case want != "" && got != want:
			return fmt.Errorf("%w: %q is the id of %s, not of %s", ErrInvalid, id, one(got), one(want))
		}
	}
	return nil
}

func one(t NodeType) string {
	return map[NodeType]string{
		TypeArticle: "an article", TypeEntity: "an entity", TypeStatement: "a statement", TypeJudgement: "a judgement",
		TypeAudit: "an audit entry",
	}[t]
}

// checkOrder sets the default (the first one) and refuses an order that the list does not have.
func checkOrder(order *Order, has ...Order) error {
	if *order == "" {
		*order = has[0]
	}
	if !slices.Contains(has, *order) {
		return fmt.Errorf("%w: the list has no order %s", ErrInvalid, *order)
	}
	return nil
}

// checkPage sets the default size and refuses a page that is over the limit or contradicts itself.
func (g *Graph) checkPage(p *Page, order Order, ints, texts int) error {
	if p.First != nil && p.Last != nil {
		return fmt.Errorf("%w: first and last exclude each other", ErrInvalid)
	}
	if p.First == nil && p.Last == nil {
		p.First = &g.opts.DefaultPage
	}
	for _, n := range []struct {
		name string
		n    *int
	}{{"first", p.First}, {"last", p.Last}} {
		if n.n == nil {
			continue
		}
		if *n.n < 0 || *n.n > g.opts.MaxPage {
			return fmt.Errorf("%w: %s is %d, it must be between 0 and %d", ErrInvalid, n.name, *n.n, g.opts.MaxPage)
		}
	}
	for _, c := range []string{p.After, p.Before} {
		if c == "" {
			continue
		}
		if _, err := DecodeCursor(c, order, ints, texts); err != nil {
			return err
		}
	}
	return nil
}

func checkAnchor(q *StatementQuery) error {
	switch q.Anchor {
	case SpokenBy, AboutWhom, ToWhom, InArticle, WithinThat:
		return nil
	case NoAnchor:
		if len(q.Of) == 0 {
			return nil
		}
		return fmt.Errorf("%w: ids without an anchor", ErrInvalid)
	}
	return fmt.Errorf("%w: unknown anchor %q", ErrInvalid, q.Anchor)
}

// checkWith refuses the second ends of pages that do not fit the first.
func (g *Graph) checkWith(with, of []NodeID, fits bool) error {
	switch {
	case with == nil:
		return nil
	case !fits || len(with) != len(of):
		return fmt.Errorf("%w: %d pages with %d entities", ErrInvalid, len(of), len(with))
	}
	return g.checkIDs(with, TypeEntity)
}

func anchorType(a StatementAnchor) NodeType {
	switch a {
	case InArticle:
		return TypeArticle
	case WithinThat:
		return TypeStatement
	case SpokenBy, AboutWhom, ToWhom, NoAnchor:
	}
	return TypeEntity
}

func (g *Graph) checkFilter(n int) error {
	if n > g.opts.MaxFilter {
		return fmt.Errorf("%w: a filter of %d filters, at most %d", ErrInvalid, n, g.opts.MaxFilter)
	}
	return nil
}

func (f *EntityFilter) children() []EntityFilter { return children(f.And, f.Or, f.Not) }

func (f *ArticleFilter) children() []ArticleFilter { return children(f.And, f.Or, f.Not) }

func (f *StatementFilter) children() []StatementFilter { return children(f.And, f.Or, f.Not) }

func children[F any](and, or []F, not *F) []F {
	all := slices.Concat(and, or)
	if not != nil {
		all = append(all, *not)
	}
	return all
}

func (f *EntityFilter) count() int {
	n := 1
	for _, c := range f.children() {
		n += c.count()
	}
	return n
}

func (f *ArticleFilter) count() int {
	n := 1
	for _, c := range f.children() {
		n += c.count()
	}
	return n
}

func (f *StatementFilter) count() int {
	n := 1
	for _, c := range f.children() {
		n += c.count()
	}
	return n
}

func (f *EntityFilter) check() error {
	for _, k := range f.Kinds {
		if !slices.Contains(Kinds(), k) {
			return fmt.Errorf("%w: unknown kind %q", ErrInvalid, k)
		}
	}
	for _, c := range f.children() {
		if err := c.check(); err != nil {
			return err
		}
	}
	return nil
}

func (f *ArticleFilter) check() error {
	err := firstError(checkIDTypes(f.Mentions, TypeEntity), f.Published.check())
	for _, c := range f.children() {
		err = firstError(err, c.check())
	}
	return err
}

func (f *StatementFilter) check() error {
	err := firstError(
		checkIDTypes(slices.Concat(f.Speakers, f.About, f.Addressees), TypeEntity),
		checkIDTypes(f.Articles, TypeArticle),
		checkIDTypes(f.Within, TypeStatement),
		f.Said.check(),
		f.Published.check(),
		checkAmong("statement kind", StatementKinds(), f.Kinds...),
		checkAmong("statement mode", StatementModes(), f.Modes...),
		checkAmong("tone", Tones(), f.Tones...),
	)
	err = firstError(err, checkConfidence(f.MinConfidence))
	for _, c := range f.children() {
		err = firstError(err, c.check())
	}
	return err
}

// checkAmong refuses values that are not among those that there are.
func checkAmong[T ~string](what string, there []T, values ...T) error {
	for _, v := range values {
		if !slices.Contains(there, v) {
			return fmt.Errorf("%w: unknown %s %q", ErrInvalid, what, v)
		}
	}
	return nil
}

func (r TimeRange) check() error {
	if !r.From.IsZero() && !r.To.IsZero() && r.To.Before(r.From) {
		return fmt.Errorf("%w: a time range that ends before it starts", ErrInvalid)
	}
	return nil
}
