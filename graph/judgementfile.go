package graph

import (
	"bufio"
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"slices"
	"time"
)

// maxJudgementLine is the greatest length of a line of a file of judgements, in bytes.
const maxJudgementLine = 1 << 20

// judgementLine is a person's judgement in a file.
type judgementLine struct {
	Verdict Verdict   `json:"verdict"`
	A       Key       `json:"a"`
	B       Key       `json:"b,omitempty"`
	Name    string    `json:"name,omitempty"`
	Score   float64   `json:"score"`
	Author  string    `json:"author"`
	Reason  string    `json:"reason"`
	At      time.Time `json:"at"`
	Act     NodeID    `json:"act,omitempty"`
}

// WriteJudgements writes the judgements of persons among the given ones as JSON Lines, in the order of [Judgement.Compare]. It returns how many
// these are. Those of rules follow from articles, and are left out.
func WriteJudgements(w io.Writer, judgements []Judgement) (n int, err error) {
	out := bufio.NewWriter(w)
	enc := json.NewEncoder(out)
	enc.SetEscapeHTML(false)
	for _, j := range slices.SortedFunc(slices.Values(judgements), Judgement.Compare) {
		if j.By != ByPerson {
			continue
		}
		line := judgementLine{j.Verdict, j.A, j.B, j.Name, j.Score, j.Author, j.Reason, j.At, j.Act}
		if err := enc.Encode(line); err != nil {
			return n, fmt.Errorf("write judgements: %w", err)
		}
		n++
	}
	if err := out.Flush(); err != nil {
		return n, fmt.Errorf("write judgements: %w", err)
	}
	return n, nil
}

// ReadJudgements reads what [WriteJudgements] wrote, each judgement once. It returns [ErrInvalid], with the number of the line, for what is not a judgement
// of a person; empty lines are passed over. The input's lines may have up to 1 MiB.
func ReadJudgements(r io.Reader) ([]Judgement, error) {
	lines := bufio.NewScanner(r)
	lines.Buffer(nil, maxJudgementLine)
	out := []Judgement{}
	seen := map[NodeID]bool{}
	n := 0
	for lines.Scan() {
		n++
		line := bytes.TrimSpace(lines.Bytes())
		if len(line) == 0 {
			continue
		}
		j, err := readJudgement(line)
		if err != nil {
			return nil, fmt.Errorf("line %d: %w", n, err)
		}
		if !seen[j.ID] {
			seen[j.ID] = true
			out = append(out, j)
		}
	}
	switch err := lines.Err(); {
	case errors.Is(err, bufio.ErrTooLong):
		return nil, fmt.Errorf("line %d: %w: it has more than %d bytes", n+1, ErrInvalid, maxJudgementLine)
	case err != nil:
		return nil, fmt.Errorf("line %d: %w", n+1, err)
	}
	return out, nil
}

func readJudgement(line []byte) (Judgement, error) {
	dec := json.NewDecoder(bytes.NewReader(line))
	dec.DisallowUnknownFields()
	var l judgementLine
	if err := dec.Decode(&l); err != nil {
		return Judgement{}, fmt.Errorf("%w: not a judgement: %w", ErrInvalid, err)
	}
	if _, err := dec.Token(); !errors.Is(err, io.EOF) {
		return Judgement{}, fmt.Errorf("%w: more than one judgement", ErrInvalid)
	}
	return prepareJudgement(Judgement{
		A: l.A, B: l.B, Verdict: l.Verdict, By: ByPerson, Score: l.Score, Author: l.Author, Reason: l.Reason, At: l.At, Act: l.Act, Name: l.Name,
	})
}
