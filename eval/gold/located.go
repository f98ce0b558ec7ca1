package gold

import (
	"encoding/csv"
	"errors"
	"fmt"
	"io"
	"slices"
)

// Located is an article and the place that it is about, in one word or two.
type Located struct{ ID, Text, Place string }

// ReadLocated reads a CSV file with the columns of FA-KES (https://zenodo.org/record/2607278): unit_id, article_title, article_content and
// location. It returns [ErrFormat] when one of them is missing or empty.
func ReadLocated(name string, r io.Reader) ([]Located, error) {
	rows := csv.NewReader(r)
	head, err := rows.Read()
	if err != nil {
		return nil, fmt.Errorf("%s: %w", name, errors.Join(ErrFormat, err))
	}
	columns := [4]int{}
	for i, column := range []string{"unit_id", "article_title", "article_content", "location"} {
		if columns[i] = slices.Index(head, column); columns[i] < 0 {
			return nil, fmt.Errorf("%s:1: %w", name, malformed("no column %q", column))
		}
	}
	var out []Located
	for {
		row, err := rows.Read()
		line, _ := rows.FieldPos(0)
		switch {
		case errors.Is(err, io.EOF) && len(out) > 0:
			return out, nil
		case errors.Is(err, io.EOF):
			return nil, fmt.Errorf("%s: %w: no article in it", name, ErrFormat)
		case err != nil:
			return nil, fmt.Errorf("%s: %w", name, errors.Join(ErrFormat, err))
		}
		a := Located{ID: row[columns[0]], Text: row[columns[1]] + "\n\n" + row[columns[2]], Place: row[columns[3]]}
		if a.Place == "" || row[columns[2]] == "" {
			return nil, fmt.Errorf("%s:%d: %w", name, line, malformed("an article without a place or a text"))
		}
		out = append(out, a)
	}
}
