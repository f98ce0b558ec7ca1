package graph

import (
	"fmt"
	"slices"
	"strconv"
	"strings"
	"time"
)

// Seen is what an article says of the keys that it mentions, as far as [Rules] want to know it. Stores keep it packed, with the article, so that
// sightings are read from one place.
type Seen struct {
	article NodeID
	at      time.Time
	with    []Key    // ascending
	of      []string // what it says of each, packed
}

// PackSeen packs what a record says of the keys that it mentions: for each key, in ascending order, the key, and as one text the full name, how many
// aliases there are, they, and by twos the titles and what they are of. Each text stands behind its length in bytes and a colon.
func PackSeen(r *Record) string {
	var with []Key
	actors := map[Key]*Actor{}
	for i := range r.Actors {
		if a := &r.Actors[i]; len(a.Mentions) > 0 {
			with, actors[a.Key] = append(with, a.Key), a
		}
	}
	slices.Sort(with)
	var out []byte
	for _, key := range with {
		s := sightingOf(r, actors[key], with)
		of := appendText(nil, s.Name)
		of = appendText(of, strconv.Itoa(len(s.Aliases)))
		for _, alias := range s.Aliases {
			of = appendText(of, alias)
		}
		for _, t := range s.Titles {
			of = appendText(appendText(of, t.Title), string(t.Of))
		}
		out = appendText(appendText(out, string(key)), string(of))
	}
	return string(out)
}

func appendText(out []byte, text string) []byte {
	out = strconv.AppendInt(out, int64(len(text)), 10)
	return append(append(out, ':'), text...)
}

// UnpackSeen unpacks what [PackSeen] packed, of the article with this id that was published at that time.
func UnpackSeen(article NodeID, at time.Time, packed string) (*Seen, error) {
	s := &Seen{article: article, at: at}
	for rest := packed; rest != ""; {
		key, body, err := cutText(rest)
		if err != nil {
			return nil, fmt.Errorf("what %s says: %w", article, err)
		}
		var of string
		if of, rest, err = cutText(body); err != nil {
			return nil, fmt.Errorf("what %s says of %s: %w", article, key, err)
		}
		s.with, s.of = append(s.with, Key(key)), append(s.of, of)
	}
	return s, nil
}

// cutText takes the first text off.
func cutText(packed string) (text, rest string, err error) {
	length, rest, found := strings.Cut(packed, ":")
	n, err := strconv.Atoi(length)
	if err != nil || !found || n < 0 || n > len(rest) {
		return "", "", fmt.Errorf("%w: packed text %.40q", ErrInvalid, packed)
	}
	return rest[:n], rest[n:], nil
}

// Of is the sighting of a key that the article mentions.
func (s *Seen) Of(key Key) (Sighting, error) {
	out := Sighting{Article: s.article, At: s.at, With: s.with}
	at, there := slices.BinarySearch(s.with, key)
	if !there {
		return out, fmt.Errorf("%w: %s does not mention %s", ErrInvalid, s.article, key)
	}
	texts, err := cutTexts(s.of[at])
	if err == nil {
		err = out.fill(texts)
	}
	if err != nil {
		return out, fmt.Errorf("what %s says of %s: %w", s.article, key, err)
	}
	return out, nil
}

// fill sets what the texts say.
func (s *Sighting) fill(texts []string) error {
	aliases := -1
	if len(texts) > 1 {
		aliases, _ = strconv.Atoi(texts[1])
	}
	rest := len(texts) - 2 - aliases
	if aliases < 0 || rest < 0 || rest%2 != 0 {
		return fmt.Errorf("%w: packed texts %.40q", ErrInvalid, texts)
	}
	s.Name = texts[0]
	if aliases > 0 {
		s.Aliases = texts[2 : 2+aliases : 2+aliases]
	}
	for t := range slices.Chunk(texts[2+aliases:], 2) {
		s.Titles = append(s.Titles, Title{Title: t[0], Of: Key(t[1])})
	}
	return nil
}

func cutTexts(packed string) (texts []string, err error) {
	for packed != "" {
		var text string
		if text, packed, err = cutText(packed); err != nil {
			return nil, err
		}
		texts = append(texts, text)
	}
	return texts, nil
}
