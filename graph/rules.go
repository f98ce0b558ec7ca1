package graph

import (
	"cmp"
	"fmt"
	"time"
)

// Rules decides by itself which keys name the same entity, from what the records say of them.
//
// Keys are compared in blocks: those whose names have something in common. A block falls apart into parts, which are judged each for
// itself. In the transaction of a batch a store judges anew the parts of which the batch changes a fact, see [NewJudging]. So after each
// batch the judgements with a Block are exactly those that Judge gives for the parts of the graph's blocks, as if all had been judged at
// once. For that, all methods are pure functions of their arguments; they are called concurrently.
type Rules interface {
	// Blocks names the blocks of a key, each once; none for a key that is compared with no other. A name has at most
	// [MaxBlockName] bytes.
	Blocks(key Key) []string
	// Parts gives the parts of the block that hold one of the keys, which are in ascending order: each of two keys or more, ascending,
	// and no key in two of them. They follow from the name and the keys of the block alone, which has no other facts; a key that is in none has nothing judged on it.
	Parts(b *Block, of []Key) [][]Key
	// Wanted tells on which keys of the part Judge wants to know more. It follows from the part's facts without sightings, which are not filled in.
	Wanted(part *Block) []Key
	// Judge gives the judgements on pairs of the part's keys, each pair once. No pair may be judged in two blocks. Their fields ID, By and Block are
	// filled in by the store.
	Judge(part *Block) []Judgement
}

// Limits of what is given to [Rules].
const (
	MaxBlock     = 300 // keys; a block of more has too common a name, and is not judged
	MaxBlockName = 200 // bytes
	MaxSightings = 8
)

// Block is the keys with mentions whose names have something in common, or a part of them.
type Block struct {
	Name string
	Keys []Facts // in ascending order of their keys
}

// Facts is what the records say of a key. It is coarse, so that it seldom changes.
type Facts struct {
	Key Key
	// Articles is how many articles mention the key, or report the event, rounded down to a power of two.
	Articles int
	// Sightings are the articles with the least ids that mention the key, at most [MaxSightings], by id: as
	// ids are hashes, these are a fair sample. Nil unless they were wanted; an event of [EventIdentity] has none.
	Sightings []Sighting
}

// Sighting is what one article says of a key.
type Sighting struct {
	Article NodeID
	At      time.Time // when it was published; zero when that is not known
	Name    string    // the full name
	Aliases []string  // the surface forms of form NAME, ascending, each once
	Titles  []Title   // ascending by title, then by Of
	With    []Key     // all keys that the article mentions, this one too, ascending
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
