package intake

import "github.com/newsgraph/newsgraph/graph"

// Act is what a person judged at once, or took back.
type Act struct {
	Judgements []*graph.Judgement `json:"judgements"`
}

// JudgedKey is a name key on which was judged.
type JudgedKey struct {
	Key graph.Key
}
