package neo4jstore

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"math"
	"strings"
	"time"
	"unicode/utf8"

	"github.com/newsgraph/newsgraph/graph"
	"github.com/newsgraph/newsgraph/graph/fold"
)

// Sort keys are ASCII, and each ends with an id: lists are sorted by one property, in ascending order.

// timeRank sorts like the [graph.SortTime] seconds in the order, then like the id.
func timeRank(seconds int64, id string, order graph.Order) string {
	bits := uint64(seconds) ^ 1<<63 // sorts like the signed number
	if order == graph.ByTimeDesc {
		bits = ^bits
	}
	return fmt.Sprintf("%016x ", bits) + id
}

// timeRanks returns the values of the properties newest and oldest.
func timeRanks(t time.Time, id graph.NodeID) (newest, oldest string) {
	return timeRank(graph.SortTime(t, graph.ByTimeDesc), string(id), graph.ByTimeDesc),
		timeRank(graph.SortTime(t, graph.ByTimeAsc), string(id), graph.ByTimeAsc)
}

// mentionRank sorts the most mentioned first, then by id.
func mentionRank(mentions int64, id string) string {
	return fmt.Sprintf("%016x ", uint64(math.MaxInt64-mentions)) + id
}

// scoreRank sorts the highest [graph.ScoreRank] first, then by id.
func scoreRank(rank int64, id string) string {
	return fmt.Sprintf("%016x ", uint64(math.MaxInt64-rank)) + id
}

// maxName is how many bytes of a name's sort key are indexed: an index of Neo4j refuses long values.
const maxName = 1000

// nameRank sorts like the bytes of the folded name, then like the id; where two first parts are equal, the
// second parts are to be compared.
func nameRank(folded, id string) (rank, rest string) {
	var b strings.Builder
	for i := range len(folded) {
		if c := folded[i]; c < utf8.RuneSelf {
			b.WriteByte(c)
		} else {
			// The tilde is greater than the letters, digits and blanks of folded names.
			fmt.Fprintf(&b, "~%02x", c)
		}
	}
	full := b.String() + "\t" + id
	if b.Len() < maxName {
		return full, ""
	}
	return full[:maxName], full
}

// short gives a text a form that an index takes: itself, or its hash when it is long. Different texts
// may have the same form only if one of them looks like a hash.
func short(text string) string {
	if len(text) <= 300 {
		return text
	}
	return hashed(text)
}

func hashed(text string) string {
	sum := sha256.Sum256([]byte(text))
	return "_" + hex.EncodeToString(sum[:16])
}

// maxWord is how many characters of a word the full-text indexes take as they are: they cut longer ones at 255.
const maxWord = 100

// words returns the words of a text as the full-text indexes hold them: folded, long ones hashed.
func words(text string) []string {
	all := fold.Words(text)
	for i, w := range all {
		if utf8.RuneCountInString(w) > maxWord {
			all[i] = hashed(w)
		}
	}
	return all
}

// missingTime sorts after the time ranks of all items with a time, and before those of items without.
const missingTime = "ffffffffffffffff"
