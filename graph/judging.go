package graph

import (
	"cmp"
	"slices"
)

// News is what a batch changes in what rules know of a key.
type News int

// The news.
const (
	NoNews    News = iota
	SeenElse       // it has other sightings
	CountElse      // [Facts] tell another number of articles, and perhaps other sightings
	Came           // it came to be mentioned
)

// Known is what the rules knew of a key when they last judged a block of it: on what their judgements there depend.
type Known int

// What rules knew.
const (
	NoMore    Known = iota // than the key: it was in no part
	Counted                // its number of articles
	Sightings              // these too
)

// Bears tells whether the news changes what was known: if it does not, nothing in the block has to be judged anew.
func (k Known) Bears(n News) bool {
	return n == Came || n == CountElse && k >= Counted || n == SeenElse && k == Sightings
}

// StoredBlock is a block as a store keeps it.
type StoredBlock struct {
	Name string
	Keys []StoredKey // in ascending order; nil when there are more than [MaxBlock]
	Left bool        // the batch took a key out of the block
}

// StoredKey is a key in a block.
type StoredKey struct {
	Key   Key
	Known Known
}

// Judging is what a store does to have rules judge anew what a batch bears on. It Counts the articles of the Keys, gathers the Sightings of those that
// are Wanted, writes the Flags, reads the judgements of the Blocks, and makes of them what Judge gives.
type Judging struct {
	rules  Rules
	parts  []*Block
	blocks []blockState
	wanted [][]Key // of each part
}

// blockState is a block in which judgements may be others than before.
type blockState struct {
	stored *StoredBlock
	whole  bool          // none of what was judged in it stays
	parts  map[Key]Known // the keys of the parts that are judged anew
}

// NewJudging finds the parts of blocks that have to be judged anew: those with a key that came, and those with a key of which there is news that
// bears on what the rules knew of it; all parts of a block that a key left. Of the other keys of which there is news the store need not give the blocks.
func NewJudging(rules Rules, blocks []*StoredBlock, news func(Key) News) *Judging {
	j := &Judging{rules: rules}
	for _, b := range blocks {
		state := blockState{stored: b, whole: b.Left || b.Keys == nil, parts: map[Key]Known{}}
		parts := b.due(rules, news)
		for _, p := range parts {
			for _, f := range p.Keys {
				state.parts[f.Key] = Counted
			}
			j.parts = append(j.parts, p)
		}
		if state.whole || len(parts) > 0 {
			j.blocks = append(j.blocks, state)
		}
	}
	return j
}

// Keys gives the keys that are judged anew, ascending.
func (j *Judging) Keys() []Key {
	var keys []Key
	for _, p := range j.parts {
		for i := range p.Keys {
			keys = append(keys, p.Keys[i].Key)
		}
	}
	slices.Sort(keys)
	return slices.Compact(keys)
}

// Count tells how many articles mention each of the Keys.
func (j *Judging) Count(articles map[Key]int) {
	j.wanted = make([][]Key, len(j.parts))
	states := j.states()
	for n, p := range j.parts {
		for i := range p.Keys {
			p.Keys[i].Articles = RoundArticles(articles[p.Keys[i].Key])
		}
		j.wanted[n] = j.rules.Wanted(p)
		for _, key := range j.wanted[n] {
			states[p.Name].parts[key] = Sightings
		}
	}
}

// states are those of the blocks by their names.
func (j *Judging) states() map[string]*blockState {
	states := make(map[string]*blockState, len(j.blocks))
	for i := range j.blocks {
		states[j.blocks[i].stored.Name] = &j.blocks[i]
	}
	return states
}

// due are the parts of the block that have to be judged anew.
func (b *StoredBlock) due(rules Rules, news func(Key) News) (parts []*Block) {
	var of []Key
	for _, k := range b.Keys {
		if b.Left || k.Known.Bears(news(k.Key)) {
			of = append(of, k.Key)
		}
	}
	if len(of) == 0 || len(b.Keys) < 2 {
		return nil
	}
	whole := &Block{Name: b.Name, Keys: make([]Facts, len(b.Keys))}
	for i, k := range b.Keys {
		whole.Keys[i] = Facts{Key: k.Key}
	}
	return whole.parts(rules, of)
}

// parts are those that hold one of the keys.
func (b *Block) parts(rules Rules, of []Key) (parts []*Block) {
	for _, keys := range rules.Parts(b, of) {
		p := &Block{Name: b.Name, Keys: make([]Facts, len(keys))}
		for i, key := range keys {
			at, _ := b.find(key)
			p.Keys[i] = b.Keys[at]
		}
		parts = append(parts, p)
	}
	return parts
}

func (b *Block) find(key Key) (at int, there bool) {
	return slices.BinarySearchFunc(b.Keys, key, func(f Facts, key Key) int { return cmp.Compare(f.Key, key) })
}

// Wanted gives the keys of which the rules want the sightings, ascending.
func (j *Judging) Wanted() []Key {
	keys := slices.Concat(j.wanted...)
	slices.Sort(keys)
	return slices.Compact(keys)
}

// Flag is a [StoredKey] of which Known changes.
type Flag struct {
	Block string
	Key   Key
	Known Known
}

// Flags gives what changes in what the blocks say of their keys.
func (j *Judging) Flags() (flags []Flag) {
	for _, b := range j.blocks {
		for _, k := range b.stored.Keys {
			judged := b.whole || b.parts[k.Key] != NoMore
			if now := b.parts[k.Key]; judged && now != k.Known {
				flags = append(flags, Flag{Block: b.stored.Name, Key: k.Key, Known: now})
			}
		}
	}
	return flags
}

// Blocks names the blocks in which judgements may be others than before, in the order of the blocks that were given.
func (j *Judging) Blocks() []string {
	names := make([]string, len(j.blocks))
	for i, b := range j.blocks {
		names[i] = b.stored.Name
	}
	return names
}

// Judge judges, with the sightings of the keys that are Wanted. Stored is what was judged in the Blocks before. It returns all that is
// judged now in the parts, and the ids of what is judged no longer.
func (j *Judging) Judge(seen map[Key][]Sighting, stored []Judgement) (judged []Judgement, gone []NodeID) {
	fresh := map[NodeID]bool{}
	for i, p := range j.parts {
		p.see(j.wanted[i], seen)
		for _, made := range ruled(j.rules, p) {
			fresh[made.ID] = true
			judged = append(judged, made)
		}
	}
	states := j.states()
	for _, old := range stored {
		if s := states[old.Block]; !fresh[old.ID] && s != nil && (s.whole || s.parts[old.A] != NoMore) {
			gone = append(gone, old.ID)
		}
	}
	slices.Sort(gone)
	return judged, gone
}

// see fills in the sightings of those keys of the part that are wanted in it.
func (b *Block) see(wanted []Key, seen map[Key][]Sighting) {
	for _, key := range wanted {
		at, there := b.find(key)
		if there {
			b.Keys[at].Sightings = seen[key]
		}
	}
}

// ruled completes what rules judge in a part: keys in order, id, authority and block.
func ruled(rules Rules, part *Block) []Judgement {
	judged := rules.Judge(part)
	for i := range judged {
		j := &judged[i]
		if j.B < j.A {
			j.A, j.B = j.B, j.A
		}
		j.By, j.Block = ByRule, part.Name
		j.ID = JudgementID(j)
	}
	return judged
}
