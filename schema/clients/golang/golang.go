// Package golang is a client of the API in Go, as genqlient makes it from the schema, with a helper that reads lists to their end.
package golang

import "iter"

//go:generate go tool genqlient genqlient.yaml

// Pages yields the pages of a list up to the last one or the first error. Read reads the page behind a cursor, which is nil for the first
// page, and returns it with the place where it lies.
func Pages[Page any](read func(after *string) (page Page, hasNext bool, end *string, err error)) iter.Seq2[Page, error] {
	return func(yield func(Page, error) bool) {
		for after, more := (*string)(nil), true; more; {
			page, hasNext, end, err := read(after)
			if !yield(page, err) || err != nil {
				return
			}
			after, more = end, hasNext && end != nil
		}
	}
}
