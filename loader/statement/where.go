package statement

// maxList is how many names of a list are gone back over: "from Dakar, Vienna and Rome".
const maxList = 4

// isWhere tells whether the name that starts at the word only tells where something is: behind a preposition of place ("in Syria",
// "letters from Dakar and Vienna"), perhaps with the kind of place between ("near the town of Umm Tala"). "Syria's" does not.
func (d *draft) isWhere(w int) bool {
	if x, ok := d.mentionAt(w, len(d.a.Text)); ok && isOwner(d.low(d.wordAt(x.Span.End))) {
		return false
	}
	for range maxList {
		i := w - 1
		if d.low(i) == "of" && isSettlement(d.low(i-1)) {
			i -= 2
		}
		if isSettlement(d.low(i)) {
			i--
		}
		if d.low(i) == "the" {
			i--
		}
		if i >= 0 && d.lex.places[d.low(i)] {
			return true
		}
		if low := d.low(i); low != "and" && low != "or" && low != "," {
			return false
		}
		x, ok := d.mentionEnding(i)
		if !ok {
			return false
		}
		w = d.wordAt(x.Span.Start)
	}
	return false
}

func isOwner(low string) bool { return low == "'s" || low == "'" }

// isSettlement tells the nouns that say what kind of place a name is of.
func isSettlement(low string) bool {
	switch low {
	case "town", "city", "village", "port", "province", "region", "district", "island", "state", "county", "suburb", "capital", "border":
		return true
	}
	return false
}

// mentionEnding is the mention that ends right before the word.
func (d *draft) mentionEnding(w int) (mention, bool) {
	if w < 1 {
		return mention{}, false
	}
	last := d.words[w-1].span
	for _, x := range d.mentionsIn(span(max(0, last.End-maxName), last.End)) {
		if x.Span.End == last.End {
			return x, true
		}
	}
	return mention{}, false
}

// maxName is how long a name is at most, in bytes, that is looked for by its end.
const maxName = 80
