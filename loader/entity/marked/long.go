package marked

import (
	"strings"

	"github.com/newsgraph/newsgraph/loader/article"
)

// longText is a paragraph with names, titles, pronouns, an acronym in brackets and one attribution, whose marks get numbers for "#".
const longText = "Norwegian Trade Minister [P|Ada Byrne] met [P|Karl Voss] of the [O|Harbour Ministry] on Monday in [L|Oslo]. " +
	"“{c#|[P|Byrne] told me that she would go},” {s#|[P|Voss]} {q#|said}. The minister said he had missed a train. " +
	"[O|World Harbour Organization] ([O|WHO]) rules apply, her spokesman [P|John Smith], a former teacher, wrote.\n\n"

// Long returns an article of about that many bytes with the same marks again and again, for benchmarks.
func Long(size int) (*article.Article, error) {
	var b strings.Builder
	for i := 0; b.Len() < size; i++ {
		b.WriteString(strings.ReplaceAll(longText, "#", string(rune('a'+i%26))+string(rune('a'+i/26%26))))
	}
	return Article(b.String())
}
