package gazetteer

import (
	"bytes"
	"encoding/binary"
	"math"
	"slices"
	"sort"
	"strings"
)

// The file is the magic, the sizes of its four parts, and the parts: entries of fixed size; the texts of their names; where each
// block of the index begins; the index. A block of the index is blockSize folded names in order, each as the number of bytes that it shares
// with the one before, the rest, and its entries. All numbers are little-endian or uvarints.
const (
	magic      = "newsgraph gazetteer 1\n"
	headerSize = len(magic) + 4*4
	blockSize  = 16

	atGeoNames   = 0
	atLatitude   = 4 // in 1/coordinateScale degrees, signed
	atLongitude  = 8
	atPopulation = 12
	atCountry    = 16 // an ID
	atRegion     = 20
	atDistrict   = 24
	atName       = 28 // where it begins in the texts
	atNameSize   = 32
	atFlags      = 33
	atCode       = 34
	entrySize    = 36

	coordinateScale = 1e5
	typeMask        = 7
	capitalFlag     = 8
	englishFlag     = 16
)

// Find returns the entries of a name, in any spelling that [Fold] makes equal, by ID.
func (g *Gazetteer) Find(name string) []Match { return g.findFolded(Fold(name)) }

// findFolded is Find for a folded name.
func (g *Gazetteer) findFolded(key string) []Match {
	blocks := len(g.blocks) / 4
	// The last block that begins with the key or before.
	b := sort.Search(blocks, func(i int) bool { return string(g.first(i)) > key }) - 1
	if b < 0 || key == "" {
		return nil
	}
	r := reader{g.index[g.block(b):]}
	var name []byte
	for i := 0; i < blockSize && len(r.rest) > 0; i++ {
		shared := r.number()
		name = append(name[:shared], r.bytes(r.number())...)
		switch c := strings.Compare(string(name), key); {
		case c == 0:
			return r.matches()
		case c > 0:
			return nil
		}
		r.skip()
	}
	return nil
}

// block is where the i-th block begins.
func (g *Gazetteer) block(i int) int { return int(binary.LittleEndian.Uint32(g.blocks[4*i:])) }

// first is the first name of the i-th block.
func (g *Gazetteer) first(i int) []byte {
	r := reader{g.index[g.block(i):]}
	r.number() // shares nothing
	return r.bytes(r.number())
}

// reader reads a block.
type reader struct{ rest []byte }

func (r *reader) number() int {
	v, n := binary.Uvarint(r.rest)
	r.rest = r.rest[n:]
	return int(v)
}

func (r *reader) bytes(n int) []byte {
	b := r.rest[:n]
	r.rest = r.rest[n:]
	return b
}

// matches reads the entries of a name: their number, and for each twice the distance from the one before, and 1 for an
// alternate name.
func (r *reader) matches() []Match {
	out := make([]Match, r.number())
	id := ID(0)
	for i := range out {
		v := r.number()
		id += ID(v >> 1)
		out[i] = Match{ID: id, Alternate: v&1 == 1}
	}
	return out
}

func (r *reader) skip() {
	for n := r.number(); n > 0; n-- {
		r.number()
	}
}

// Encode makes a file of entries, each at the place of its ID, and of the entries of each folded name.
func Encode(places []Place, names map[string][]Match) []byte {
	var entries, texts, blocks, index []byte
	for i := range places {
		p := &places[i]
		e := make([]byte, entrySize)
		put := func(at int, v uint32) { binary.LittleEndian.PutUint32(e[at:], v) }
		put(atGeoNames, p.GeoNames)
		put(atLatitude, scaled(p.Latitude))
		put(atLongitude, scaled(p.Longitude))
		put(atPopulation, uint32(p.Population))
		put(atCountry, uint32(p.Country))
		put(atRegion, uint32(p.Region))
		put(atDistrict, uint32(p.District))
		put(atName, uint32(len(texts)))
		text := p.Name[:min(len(p.Name), 255)]
		e[atNameSize] = byte(len(text))
		e[atFlags] = p.flags()
		copy(e[atCode:], p.Code)
		entries, texts = append(entries, e...), append(texts, text...)
	}
	last := ""
	for i, name := range sortedNames(names) {
		if i%blockSize == 0 {
			blocks = binary.LittleEndian.AppendUint32(blocks, uint32(len(index)))
			last = ""
		}
		index = appendName(index, last, name, names[name])
		last = name
	}
	out := []byte(magic)
	parts := [][]byte{entries, texts, blocks, index}
	for _, p := range parts {
		out = binary.LittleEndian.AppendUint32(out, uint32(len(p)))
	}
	return append(out, bytes.Join(parts, nil)...)
}

func scaled(degrees float64) uint32 { return uint32(int32(math.Round(degrees * coordinateScale))) }

func (p *Place) flags() byte {
	f := byte(p.Type)
	if p.Capital {
		f |= capitalFlag
	}
	if p.English {
		f |= englishFlag
	}
	return f
}

func appendName(index []byte, last, name string, matches []Match) []byte {
	shared := 0
	for shared < min(len(last), len(name)) && last[shared] == name[shared] {
		shared++
	}
	index = binary.AppendUvarint(index, uint64(shared))
	index = binary.AppendUvarint(index, uint64(len(name)-shared))
	index = append(index, name[shared:]...)
	index = binary.AppendUvarint(index, uint64(len(matches)))
	before := ID(0)
	for _, m := range matches {
		v := uint64(m.ID-before) << 1
		if m.Alternate {
			v |= 1
		}
		index = binary.AppendUvarint(index, v)
		before = m.ID
	}
	return index
}

func sortedNames(names map[string][]Match) []string {
	out := make([]string, 0, len(names))
	for name, matches := range names {
		slices.SortFunc(matches, func(a, b Match) int { return int(a.ID - b.ID) })
		out = append(out, name)
	}
	slices.Sort(out)
	return out
}
