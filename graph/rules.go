package graph

import (
	"cmp"
	"fmt"
	"slices"
	"time"
)

// Rules decides by itself which keys name the same entity, from what the records say of them.
//
// Keys are compared in blocks: those whose names have something in common. In the transaction of a batch a store
// judges anew each block that has a key of an article which the batch adds, changes or deletes. So after each
// batch the judgements with a Block are exactly those that Judge gives for the blocks of the graph, as if all had been judged at once. For
// that, all methods are pure functions of their arguments; they are called concurrently.
type Rules interface {
	// Blocks names the blocks of a key, each once; none for a key that is compared with no other. A name has at most
	// [MaxBlockName] bytes.
	Blocks(key Key) []string
	// Wanted tells on which keys of the block Judge wants to know more. Their sightings are not filled in.
	Wanted(b *Block) []Key
	// Judge gives the judgements on pairs of the block's keys, each pair once. No pair may be judged in two blocks. Their fields ID, By and Block are
	// filled in by the store. It must be nothing for a block of less than two keys.
	Judge(b *Block) []Judgement
}

// Limits of what is given to [Rules].
const (
	MaxBlock     = 300 // keys; a block of more has too common a name, and is not judged
	MaxBlockName = 200 // bytes
	MaxSightings = 8
)

// Block is the keys with mentions whose names have something in common.
type Block struct {
	Name string
	Keys []Facts // in ascending order of their keys
}

// Facts is what the records say of a key. It is coarse, so that it seldom changes.
type Facts struct {
	Key Key
	// Articles is how many articles mention the key, rounded down to a power of two.
	Articles int
	// Sightings are the articles with the least ids that mention the key, at most [MaxSightings], by id: as
	// ids are hashes, these are a fair sample. Nil unless they were wanted.
	Sightings []Sighting
}

// Sighting is what one article says of a key.
type Sighting struct {
	Article NodeID
	At      time.Time // when it was published; zero when that is not known
	Name    string    // the full name
	Aliases []string  // the surface forms of form NAME, ascending, each once
	Titles  []Title   // ascending by title, then by Of
	With    []Key     // all keys of the article, this one too, ascending
}

// Title is a title that an article gives to a person.
type Title struct {
	Title string
	Of    Key // "" when the text does not say
}

// Compare orders titles by their words, then by what they are of.
func (t Title) Compare(o Title) int {
	return cmp.Or(cmp.Compare(t.Title, o.Title), cmp.Compare(t.Of, o.Of))
}

// RoundArticles gives the number of articles as [Facts] tells it.
func RoundArticles(n int) int {
	power := 1
	for power <= n/2 {
		power *= 2
	}
	return min(n, power)
}

// Want asks the rules on which keys of the blocks they want to know more. It returns those keys, ascending, and a function
// that fills in their sightings: in each block only those that are wanted there.
func Want(rules Rules, blocks []*Block) (keys []Key, fill func(map[Key][]Sighting)) {
	wanted := make([]map[Key]bool, len(blocks))
	for i, b := range blocks {
		wanted[i] = map[Key]bool{}
		for _, key := range rules.Wanted(b) {
			wanted[i][key] = true
			keys = append(keys, key)
		}
	}
	slices.Sort(keys)
	return slices.Compact(keys), func(seen map[Key][]Sighting) {
		for i, b := range blocks {
			for j := range b.Keys {
				if key := b.Keys[j].Key; wanted[i][key] {
					b.Keys[j].Sightings = seen[key]
				}
			}
		}
	}
}

// Ruled completes what rules judged in a block: keys in order, id, authority and block.
func Ruled(rules Rules, b *Block) []Judgement {
	judged := rules.Judge(b)
	for i := range judged {
		j := &judged[i]
		if j.B < j.A {
			j.A, j.B = j.B, j.A
		}
		j.By, j.Block = ByRule, b.Name
		j.ID = JudgementID(j)
	}
	return judged
}

// ruledBy has the rules judge with the batch, and refuses judgements that are theirs.
func (b *Batch) ruledBy(rules Rules) error {
	b.Rules = rules
	for _, j := range b.Judge {
		if rules != nil && j.By == ByRule {
			return fmt.Errorf("%w: judgement on %s and %s: the graph makes those by rule itself", ErrInvalid, j.A, j.B)
		}
	}
	return nil
}
