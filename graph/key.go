package graph

import (
	"strings"
	"unicode/utf8"
)

// Key is a name key: the kind of an entity and its normalized full name, as "PERSON:sergey
// lavrov". Articles name their actors by keys; entities are groups of keys. Package
// graph/fold makes the normalized name.
type Key string

// MakeKey puts a key together. The name must be normalized already.
func MakeKey(kind Kind, normalized string) Key { return Key(string(kind) + ":" + normalized) }

// Kind returns the key's kind, or "" for what is not a key.
func (k Key) Kind() Kind {
	kind, name, ok := strings.Cut(string(k), ":")
	if !ok || name == "" || !utf8.ValidString(name) {
		return ""
	}
	for _, known := range Kinds() {
		if Kind(kind) == known {
			return known
		}
	}
	return ""
}

// Name returns the normalized name in the key.
func (k Key) Name() string {
	_, name, _ := strings.Cut(string(k), ":")
	return name
}

// NameCount is a candidate for an entity's display name.
type NameCount struct {
	Name string
	// Articles is in how many articles it is the full name. No article has it under two keys, so that counts of keys add up.
	Articles int
}

// BestName chooses the display name of an entity among the full names that articles give it: for a
// person a name of several words before one of a single word, then the one of more articles, then
// the one that is not all capitals, then the lesser string. It returns "" for no candidates.
func BestName(kind Kind, candidates []NameCount) string {
	best := -1
	for i := range candidates {
		if best < 0 || betterName(kind, candidates[i], candidates[best]) {
			best = i
		}
	}
	if best < 0 {
		return ""
	}
	return candidates[best].Name
}

func betterName(kind Kind, a, b NameCount) bool {
	aLong, bLong := strings.Contains(a.Name, " "), strings.Contains(b.Name, " ")
	switch {
	case kind == KindPerson && aLong != bLong:
		return aLong
	case a.Articles != b.Articles:
		return a.Articles > b.Articles
	case isUpper(a.Name) != isUpper(b.Name):
		return isUpper(b.Name)
	}
	return a.Name < b.Name
}

func isUpper(s string) bool { return strings.ToUpper(s) == s }
