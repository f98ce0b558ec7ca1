package graph

import (
	"cmp"
	"fmt"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

func prepareJudgement(j Judgement) (Judgement, error) {
	if j.Verdict != Named && j.B < j.A {
		j.A, j.B = j.B, j.A
	}
	switch {
	case !slices.Contains(Verdicts(), j.Verdict):
		return j, fmt.Errorf("%w: unknown verdict %q", ErrInvalid, j.Verdict)
	case j.By != ByRule && j.By != ByPerson:
		return j, fmt.Errorf("%w: unknown authority %q", ErrInvalid, j.By)
	case !(j.Score >= 0 && j.Score <= 1): // NaN neither
		return j, fmt.Errorf("%w: score %v is not between 0 and 1", ErrInvalid, j.Score)
	case j.At.UTC().Year() < 1 || j.At.UTC().Year() > 9999:
		return j, fmt.Errorf("%w: judgement on %q and %q: no such time as %v", ErrInvalid, j.A, j.B, j.At)
	case j.Act != "" && (j.Act.Type() != TypeJudgement || j.By != ByPerson):
		return j, fmt.Errorf("%w: judgement on %q and %q: %q is not the id of a person's act", ErrInvalid, j.A, j.B, j.Act)
	}
	if err := cmp.Or(checkWords(&j), checkJudged(&j)); err != nil {
		return j, err
	}
	j.At, j.Block = microseconds(j.At), ""
	j.ID = JudgementID(&j)
	return j, nil
}

// checkWords checks what an author says.
func checkWords(j *Judgement) error {
	switch {
	case !utf8.ValidString(j.Author + j.Reason):
		return fmt.Errorf("%w: judgement on %q and %q: author or reason is not UTF-8", ErrInvalid, j.A, j.B)
	case len(j.Author)+len(j.Reason) > MaxReason:
		return fmt.Errorf("%w: author and reason have %d bytes, at most %d are allowed", ErrInvalid, len(j.Author)+len(j.Reason), MaxReason)
	}
	return nil
}

// checkJudged checks what is judged: two keys, or a key and a name.
func checkJudged(j *Judgement) error {
	if j.Verdict != Named {
		switch {
		case j.A.Kind() == "" || j.B.Kind() == "":
			return fmt.Errorf("%w: judgement on %q and %q: not name keys", ErrInvalid, j.A, j.B)
		case j.A.Kind() != j.B.Kind() || j.A == j.B:
			return fmt.Errorf("%w: judgement on %q and %q: not two keys of one kind", ErrInvalid, j.A, j.B)
		case j.Name != "":
			return fmt.Errorf("%w: judgement on %q and %q: it has a name, which only %s has", ErrInvalid, j.A, j.B, Named)
		}
		return nil
	}
	switch {
	case j.A.Kind() == "" || j.B != "":
		return fmt.Errorf("%w: a name for %q and %q: it must be for one name key", ErrInvalid, j.A, j.B)
	case j.By != ByPerson:
		return fmt.Errorf("%w: a name for %q: only a person chooses names", ErrInvalid, j.A)
	case len(j.Name) > MaxName || !utf8.ValidString(j.Name) || strings.TrimSpace(j.Name) != j.Name || !strings.ContainsFunc(j.Name, isWordRune):
		return fmt.Errorf("%w: a name for %q: %q must have a letter or digit, no blanks around it, and at most %d bytes of UTF-8", ErrInvalid, j.A, j.Name, MaxName)
	}
	return nil
}

func isWordRune(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) }
