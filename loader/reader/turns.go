package reader

import (
	"cmp"
	"slices"
	"strings"

	"github.com/newsgraph/newsgraph/loader/article"
)

// An interview tells who speaks by its form: a label or a dash at the head of each paragraph. The network learned from articles that
// have none, so this is read by rule.
const (
	turnSure     = 0.7 // the confidence of a turn with a label
	dashSure     = 0.6 // and of one with a dash
	longestLabel = 60  // bytes
)

// withTurns puts the turns of interviews beside the attributions. What the network found in a turn as speech of nobody is a part of the turn.
func withTurns(a *article.Article) []article.Attribution {
	turns := append(labelledTurns(a), dashedTurns(a)...)
	if len(turns) == 0 {
		return a.Attributions
	}
	slices.SortFunc(turns, func(x, y article.Attribution) int { return cmp.Compare(x.Content[0].Start, y.Content[0].Start) })
	out, next := []article.Attribution{}, 0
	for _, x := range a.Attributions {
		for next < len(turns) && turns[next].Content[0].End <= x.Content[0].Start {
			next++
		}
		if next < len(turns) && len(x.Cue) == 0 && turns[next].Content[0].Overlaps(x.Content[0]) {
			continue
		}
		if next < len(turns) && ofTurn(&x, &turns[next]) {
			continue
		}
		out = append(out, x)
	}
	out = append(out, turns...)
	slices.SortStableFunc(out, func(x, y article.Attribution) int { return cmp.Compare(x.Content[0].Start, y.Content[0].Start) })
	return out
}

// ofTurn tells whether the network found the turn itself: its cue is that of the turn.
func ofTurn(x, turn *article.Attribution) bool {
	return len(x.Cue) > 0 && x.Cue[0].Overlaps(turn.Cue[0])
}

// labels is what stands before colons at the heads of paragraphs: how often, and whether it surely is a speaker.
type labels struct {
	times map[string]int
	sure  map[string]bool
}

// labelsOf finds the labels of a text. A name, or a letter of question and answer, is surely a speaker.
func labelsOf(a *article.Article) labels {
	out, name := labels{map[string]int{}, map[string]bool{}}, 0
	for _, p := range a.Paragraphs {
		end := labelEnd(p.Of(a.Text))
		if end == 0 {
			continue
		}
		label := p.Of(a.Text)[:end]
		for name < len(a.Names) && a.Names[name].Span.End < p.Start+end {
			name++
		}
		named := name < len(a.Names) && a.Names[name].Span.End == p.Start+end && a.Names[name].Kind != article.Place
		out.times[label]++
		out.sure[label] = out.sure[label] || named || questionOrAnswer(label)
	}
	return out
}

// labelledTurns reads paragraphs like "Ada Byrne: We left." Beside labels that surely are speakers, whatever labels two paragraphs is
// one. No interview has one turn.
func labelledTurns(a *article.Article) []article.Attribution {
	found := labelsOf(a)
	var out []article.Attribution
	sure := false
	for _, p := range a.Paragraphs {
		end := labelEnd(p.Of(a.Text))
		label := p.Of(a.Text)[:end]
		if end == 0 || !found.sure[label] && found.times[label] < 2 {
			continue
		}
		sure = sure || found.sure[label]
		colon := article.Span{Start: p.Start + end, End: p.Start + end + 1}
		out = append(out, turn(a, article.Span{Start: p.Start, End: colon.Start}, colon, p.End, turnSure))
	}
	if len(out) < 2 || !sure {
		return nil
	}
	return out
}

func questionOrAnswer(label string) bool {
	switch label {
	case "Q", "A", "Question", "Answer":
		return true
	}
	return false
}

// labelEnd is where the colon behind a label stands: short words with capitals at the head of a paragraph; 0 for none.
func labelEnd(paragraph string) int {
	end := strings.IndexByte(paragraph[:min(len(paragraph), longestLabel)], ':')
	if end <= 0 || end+2 >= len(paragraph) || paragraph[end+1] != ' ' {
		return 0
	}
	for _, w := range strings.Fields(paragraph[:end]) {
		if strings.ToLower(w) == w || strings.ContainsAny(w, "“”\"?!,;") {
			return 0
		}
	}
	return end
}

// turn is the attribution of the words behind the cue up to the end, without the space around them.
func turn(a *article.Article, source, cue article.Span, end int, sure float64) article.Attribution {
	words := a.Text[cue.End:end]
	content := article.Span{Start: end - len(strings.TrimLeft(words, " \t\u00a0")), End: cue.End + len(strings.TrimRight(words, " \t\u00a0\n"))}
	out := article.Attribution{Cue: []article.Span{cue}, Content: []article.Span{content}, Confidence: sure}
	if !source.Empty() {
		out.Source = []article.Span{source}
	}
	return out
}

// dashedTurns reads paragraphs that begin with long dashes, when the first of them is a question: question and answer in turn. The
// person who is named first before them answers.
func dashedTurns(a *article.Article) []article.Attribution {
	var out []article.Attribution
	answers := article.Span{}
	for _, p := range a.Paragraphs {
		text := p.Of(a.Text)
		dash := len("—")
		if !strings.HasPrefix(text, "—") && !strings.HasPrefix(text, "–") || strings.TrimSpace(text[dash:]) == "" {
			continue
		}
		if len(out) == 0 {
			if !strings.HasSuffix(strings.TrimSpace(text), "?") {
				return nil
			}
			answers = firstPerson(a, p.Start)
		}
		source := article.Span{}
		if len(out)%2 == 1 {
			source = answers
		}
		out = append(out, turn(a, source, article.Span{Start: p.Start, End: p.Start + dash}, p.End, dashSure))
	}
	if len(out) < 2 {
		return nil
	}
	return out
}

// firstPerson is the first person named before a place of the text, or no span.
func firstPerson(a *article.Article, before int) article.Span {
	for _, n := range a.Names {
		if n.Span.Start >= before {
			break
		}
		if n.Kind == article.Person {
			return n.Span
		}
	}
	return article.Span{}
}
