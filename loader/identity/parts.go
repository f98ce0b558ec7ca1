package identity

import (
	"slices"

	"github.com/newsgraph/newsgraph/graph"
)

// linked gives the parts of n members that links hold together, those that hold one of the members `from`: each in ascending order, of
// two or more. It asks for links from the later member to the earlier one.
func linked(n int, from []int, link func(i, j int) bool) (parts [][]int) {
	rest := make([]int, n) // that are in no part yet
	for i := range rest {
		rest[i] = i
	}
	for _, start := range from {
		at, there := slices.BinarySearch(rest, start)
		if !there {
			continue
		}
		rest = slices.Delete(rest, at, at+1)
		part := []int{start}
		for next := 0; next < len(part); next++ {
			rest = slices.DeleteFunc(rest, func(j int) bool {
				if i := part[next]; !link(max(i, j), min(i, j)) {
					return false
				}
				part = append(part, j)
				return true
			})
		}
		if len(part) > 1 {
			slices.Sort(part)
			parts = append(parts, part)
		}
	}
	return parts
}

// places are where the keys, in ascending order, are in the block.
func places(b *graph.Block, of []graph.Key) (at []int) {
	for i := range b.Keys {
		if _, there := slices.BinarySearch(of, b.Keys[i].Key); there {
			at = append(at, i)
		}
	}
	return at
}

// keysAt are the keys at the places.
func keysAt(b *graph.Block, at []int) []graph.Key {
	keys := make([]graph.Key, len(at))
	for i, n := range at {
		keys[i] = b.Keys[n].Key
	}
	return keys
}

// onePart is the part of the keys, if it holds one of those, which are in ascending order.
func onePart(keys, of []graph.Key) [][]graph.Key {
	holds := slices.ContainsFunc(keys, func(key graph.Key) bool {
		_, there := slices.BinarySearch(of, key)
		return there
	})
	if !holds {
		return nil
	}
	slices.Sort(keys)
	return [][]graph.Key{keys}
}
