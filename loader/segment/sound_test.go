package segment

import (
	"testing"
	"unicode"
	"unicode/utf8"

	"github.com/newsgraph/newsgraph/loader/article"
)

// check holds what the stages after this one rely on: spans lie in the text, on the borders of runes, in order and
// without overlap, and cover all that is not space.
func check(t testing.TB, a *article.Article) {
	t.Helper()
	spans := func(what string, n int, at func(int) article.Span) {
		end := 0
		for i := range n {
			s := at(i)
			if s.Start < end || s.Empty() || s.End > len(a.Text) || !rune0(a.Text, s.Start) || !rune0(a.Text, s.End) {
				t.Fatalf("%s %d is unsound: %v after %d", what, i, s, end)
			}
			end = s.End
		}
	}
	spans("paragraph", len(a.Paragraphs), func(i int) article.Span { return a.Paragraphs[i] })
	spans("sentence", len(a.Sentences), func(i int) article.Span { return a.Sentences[i].Span })
	spans("token", len(a.Tokens), func(i int) article.Span { return a.Tokens[i].Span })
	checkTokens(t, a)
	checkSentences(t, a)
	checkQuotes(t, a)
}

func rune0(text string, at int) bool { return at == len(text) || utf8.RuneStart(text[at]) }

// checkTokens holds that between tokens there is nothing but space.
func checkTokens(t testing.TB, a *article.Article) {
	t.Helper()
	at := 0
	for _, tok := range append(a.Tokens, token(len(a.Text), len(a.Text))) {
		for _, r := range a.Text[at:tok.Span.Start] {
			if !unicode.IsSpace(r) && !invisible(r) {
				t.Fatalf("no token holds %q at %d", r, at)
			}
		}
		at = tok.Span.End
	}
}

func checkSentences(t testing.TB, a *article.Article) {
	t.Helper()
	next := 0
	for i, s := range a.Sentences {
		from, to := s.Tokens[0], s.Tokens[1]
		if from < next || from >= to || to > len(a.Tokens) {
			t.Fatalf("sentence %d has the tokens %v", i, s.Tokens)
		}
		if a.Dateline.Empty() && from != next {
			t.Fatalf("tokens %d to %d are in no sentence", next, from)
		}
		next = to
		if a.Tokens[from].Span.Start != s.Span.Start || a.Tokens[to-1].Span.End != s.Span.End {
			t.Fatalf("sentence %d is not its tokens", i)
		}
		if !a.Paragraphs[s.Paragraph].Contains(s.Span) {
			t.Fatalf("sentence %d is not in its paragraph", i)
		}
	}
}

func checkQuotes(t testing.TB, a *article.Article) {
	t.Helper()
	start := -1
	for i, q := range a.Quotes {
		if q.Span.Start <= start || q.Span.End > len(a.Text) || !rune0(a.Text, q.Span.Start) || !rune0(a.Text, q.Span.End) {
			t.Fatalf("quote %d is unsound: %v", i, q.Span)
		}
		start = q.Span.Start
		if !q.Span.Contains(q.Inner) || q.Inner.End < q.Inner.Start {
			t.Fatalf("quote %d has the inside %v", i, q.Inner)
		}
		if q.Next >= 0 && (q.Next <= i || q.Next >= len(a.Quotes) || !q.Open) {
			t.Fatalf("quote %d goes on in %d", i, q.Next)
		}
		if !q.Open && q.Inner.End == q.Span.End {
			t.Fatalf("quote %d is closed and has no closing mark", i)
		}
	}
}

func FuzzSegment(f *testing.F) {
	for _, s := range []string{
		"“We will,” said Sen. A. Novak (R-Ariz.). “Now!” It’s 6'2\" tall.\n\n“And.\n\n“So.”",
		"''a'' ``b'' ‘‘c’’ ‘d’ 'e' „f“ »g« ‹h› 「i」『j』", "U.S.-led 3.5% 1,200 a.m. Ph.D. http://a.b/c...!?…", "a\u00ad\u200b\ufeffb\r\n\r\nc\u2028d",
		"’90s ‘90s '68 ’n’ s’ \" ' ” “", "他说：“好。”她走了。", "(\"[{'«‹",
	} {
		f.Add(s, uint8(0))
	}
	f.Fuzz(func(t *testing.T, text string, dateline uint8) {
		if !utf8.ValidString(text) {
			t.Skip()
		}
		a := &article.Article{Text: text, Dateline: article.Span{Start: 0, End: min(int(dateline), len(text))}}
		if err := New().Annotate(t.Context(), a); err != nil {
			t.Fatal(err)
		}
		check(t, a)
	})
}

// BenchmarkSegment is the whole stage on an article of about 6 KB.
func BenchmarkSegment(b *testing.B) {
	text := ""
	for len(text) < 6000 {
		text += "VELIN — The U.S.-led talks on the herring treaty ended on Tuesday without a result, Sen. Ada Novak said.\n\n" +
			"“We’ve come a long way since ’98, and we won’t give up now,” she told reporters. “It’s 3.5 percent, not ‘a third’!”\n\n"
	}
	b.SetBytes(int64(len(text)))
	b.ReportAllocs()
	for b.Loop() {
		segment(b, text)
	}
}
