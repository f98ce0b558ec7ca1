package encoder

// window is a run of units [start, end) that the network sees at once; the vectors of the units [from, to) are taken from it.
type window struct{ start, end, from, to int }

// windows cuts units into windows.
func (a *Architecture) windows(units []Unit) []window {
	if len(units) == 0 {
		return nil
	}
	var out []window
	for start, from := 0, 0; ; {
		end, size := start, 0
		for end < len(units) && size+int(units[end].pieces) <= a.room() {
			size += int(units[end].pieces)
			end++
		}
		if end == len(units) {
			return append(out, window{start, end, from, end})
		}
		next := start + 1
		for size -= int(units[start].pieces); size > a.Overlap; next++ {
			size -= int(units[next].pieces)
		}
		cut := next
		for half := 0; cut < end && half < a.Overlap/2; cut++ {
			half += int(units[cut].pieces)
		}
		out = append(out, window{start, end, from, cut})
		start, from = next, cut
	}
}
