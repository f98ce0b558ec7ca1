package article

import (
	"cmp"
	"slices"
)

// Tone is how a passage speaks of somebody.
type Tone string

// The tones.
const (
	Positive Tone = "POSITIVE"
	Neutral  Tone = "NEUTRAL" // also: not sure
	Negative Tone = "NEGATIVE"
)

// WordTone is how the text speaks of the one whom a word stands for. Tones are in order and do not overlap; a word
// without one is neutral, or stands for nobody.
type WordTone struct {
	Span Span // the word
	// Positive and Negative are their probabilities; what they leave of 1 is that of neutral.
	Positive, Negative float64
}

// ToneToward is how the text speaks of the one whom all these passages stand for: the most probable tone by the mean of
// their words' probabilities, and that mean. Without a word, and in an article whose tones nobody has judged, it is
// neutral with a confidence of 0.
func (a *Article) ToneToward(spans []Span) (Tone, float64) {
	var positive, negative, words float64
	for _, s := range spans {
		words += float64(wordsIn(a.Tokens, s))
		i, _ := slices.BinarySearchFunc(a.Tones, s.Start, func(t WordTone, at int) int { return cmp.Compare(t.Span.End-1, at) })
		for ; i < len(a.Tones) && a.Tones[i].Span.Start < s.End; i++ {
			positive += a.Tones[i].Positive
			negative += a.Tones[i].Negative
		}
	}
	if words == 0 || len(a.Tones) == 0 {
		return Neutral, 0
	}
	positive, negative = positive/words, negative/words
	neutral := max(0, 1-positive-negative)
	switch most := max(positive, negative, neutral); most {
	case neutral:
		return Neutral, most
	case positive:
		return Positive, min(most, 1)
	default:
		return Negative, min(most, 1)
	}
}

// wordsIn counts the tokens that start in the span.
func wordsIn(tokens []Token, s Span) int {
	from, _ := slices.BinarySearchFunc(tokens, s.Start, func(t Token, at int) int { return cmp.Compare(t.Span.Start, at) })
	to, _ := slices.BinarySearchFunc(tokens, s.End, func(t Token, at int) int { return cmp.Compare(t.Span.Start, at) })
	return to - from
}
