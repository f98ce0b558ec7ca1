package graph

// Window is what a [Page] asks of a sorted list, with its cursors read: P is a place in the list.
type Window[P any] struct {
	After, Before *P // the page lies between them; nil for no bound
	Limit         int
	Backward      bool // the page is the last items before Before, not the first after After
}

// NewWindow reads the cursors of a page, which hold the given numbers of sort values, see [DecodeCursor]. Where
// After is not before Before, the page is empty, and lies at the one from which it is read.
func NewWindow[P any](p Page, order Order, ints, texts int, read func(Cursor) P, compare func(a, b P) int) (Window[P], error) {
	var w Window[P]
	if p.Last != nil {
		w.Limit, w.Backward = *p.Last, true
	} else {
		w.Limit = *p.First
	}
	for _, at := range []struct {
		cursor string
		place  **P
	}{{p.After, &w.After}, {p.Before, &w.Before}} {
		if at.cursor == "" {
			continue
		}
		c, err := DecodeCursor(at.cursor, order, ints, texts)
		if err != nil {
			return w, err
		}
		found := read(c)
		*at.place = &found
	}
	if w.After != nil && w.Before != nil && compare(*w.After, *w.Before) >= 0 {
		w.Limit = 0
		if w.Backward {
			w.After = nil
		} else {
			w.Before = nil
		}
	}
	return w, nil
}

// NewPageInfo describes a page by what lies around it and the cursors of its edges.
func NewPageInfo(hasPrevious, hasNext bool, cursors []string) PageInfo {
	out := PageInfo{HasNextPage: hasNext, HasPreviousPage: hasPrevious}
	if n := len(cursors); n > 0 {
		out.StartCursor, out.EndCursor = cursors[0], cursors[n-1]
	}
	return out
}
