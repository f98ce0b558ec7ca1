// Package invented writes weights files of the reader with random weights, for tests and benchmarks. What a model of them
// says means nothing.
package invented

import (
	"bytes"
	"crypto/sha256"
	"encoding/binary"
	"encoding/json"
	"fmt"
	"math"
	"math/rand/v2"
	"strings"

	"github.com/newsgraph/newsgraph/loader/reader/encoder"
)

// Usual is the architecture of the usual model.
func Usual() encoder.Architecture {
	return encoder.Architecture{
		Vocabulary: 30522, Positions: 512, Hidden: 384, Layers: 6, Heads: 12, FFN: 1536, Eps: 1e-12,
		Shapes: 10, Quotes: 5, Breaks: 5, Window: 384, Overlap: 64, MaxPieces: 8, LinkWidth: 96, RoleWidth: 96,
	}
}

// Tiny is a small architecture whose sizes are no multiples of what the kernels take at once.
func Tiny() encoder.Architecture {
	return encoder.Architecture{
		Vocabulary: 160, Positions: 240, Hidden: 40, Layers: 2, Heads: 4, FFN: 72, Eps: 1e-12,
		Shapes: 10, Quotes: 5, Breaks: 5, Window: 220, Overlap: 50, MaxPieces: 8, LinkWidth: 20, RoleWidth: 12,
	}
}

// File is a weights file of the given sizes, the same for the same seed. The taggings, links and roles are those of the
// usual model.
func File(a encoder.Architecture, seed uint64) []byte {
	w := &writer{random: rand.New(rand.NewPCG(seed, 1))} //nolint:gosec // the same for the same seed is what is wanted
	pieces := strings.Join(vocabulary(a.Vocabulary), "\n") + "\n"
	head := map[string]any{
		"name": "invented", "architecture": a,
		"taggings": taggings(),
		"links": []encoder.LinkHeader{
			{Name: "cue", From: "content", To: "cue", Reach: 200},
			{Name: "source", From: "cue", To: "source", Reach: 200},
		},
		"roles":      encoder.RolesHeader{Labels: strings.Fields(roleLabels), Reach: 64},
		"vocabulary": map[string]int{"offset": w.add([]byte(pieces)), "bytes": len(pieces)},
	}
	w.network(&a)
	w.heads(&a)
	head["tensors"] = w.tensors
	text, err := json.Marshal(head)
	if err != nil {
		panic(fmt.Sprintf("invented: %v", err)) // plain maps and numbers always marshal
	}
	return Frame(text, w.data)
}

// Frame puts a file together: prefix, header, data, checksum.
func Frame(header, data []byte) []byte {
	var out bytes.Buffer
	header = append(header, bytes.Repeat([]byte{' '}, -(len(header)+16)&63)...)
	out.WriteString("NGREADER")
	out.Write(binary.LittleEndian.AppendUint32(binary.LittleEndian.AppendUint32(nil, 1), uint32(len(header))))
	out.Write(header)
	out.Write(data)
	sum := sha256.Sum256(out.Bytes())
	out.Write(sum[:])
	return out.Bytes()
}

const (
	nameKinds  = "PERSON ORGANIZATION PLACE EVENT"
	posLabels  = "ADJ ADP ADV AUX CCONJ DET INTJ NOUN NUM PART PRON PROPN PUNCT SCONJ SYM VERB X"
	roleLabels = "none ARG0 ARG1 ARG2 ARG3 ARG4 ARGM-TMP ARGM-LOC ARGM-MNR ARGM-ADV ARGM-MOD ARGM-NEG ARGM-DIS ARGM-PRP ARGM-CAU " +
		"ARGM-DIR ARGM-EXT ARGM-GOL ARGM-PRD ARGM-COM ARGM-CXN ARGM-ADJ ARGM-LVB ARGM-PRR R-ARG0 R-ARG1 C-ARG1 R-ARGM-LOC R-ARGM-TMP"
)

func taggings() []encoder.Tagging {
	names := []string{"O"}
	for _, kind := range strings.Fields(nameKinds) {
		for _, part := range "BIES" {
			names = append(names, string(part)+"-"+kind)
		}
	}
	spans := strings.Fields("O B I E S")
	return []encoder.Tagging{
		{Name: "names", Scheme: encoder.SchemeBIOES, Labels: names},
		{Name: "source", Scheme: encoder.SchemeBIOES, Labels: spans},
		{Name: "cue", Scheme: encoder.SchemeBIOES, Labels: spans},
		{Name: "content", Scheme: encoder.SchemeBIOES, Labels: spans},
		{Name: "predicate", Scheme: encoder.SchemePlain, Labels: []string{"O", "V"}},
		{Name: "pos", Scheme: encoder.SchemePlain, Labels: strings.Fields(posLabels)},
		{Name: "tone", Scheme: encoder.SchemePlain, Labels: strings.Fields("NEUTRAL POSITIVE NEGATIVE")},
	}
}

// vocabulary is n pieces: the special ones, marks, letters and a few words, then words that no text has.
func vocabulary(n int) []string {
	pieces := strings.Fields("[PAD] [UNK] [CLS] [SEP] the said of ##ing ##ed minister we zu ##rich ##i – “ ” … 中 ß")
	for c := '!'; c <= '~'; c++ {
		if c < 'A' || c > 'Z' {
			pieces = append(pieces, string(c))
		}
		if c >= 'a' && c <= 'z' {
			pieces = append(pieces, "##"+string(c))
		}
	}
	for i := len(pieces); i < n; i++ {
		pieces = append(pieces, fmt.Sprintf("word%d", i))
	}
	return pieces[:n]
}

// writer gathers the data of a file and the entries of its tensors.
type writer struct {
	random  *rand.Rand
	data    []byte
	tensors []map[string]any
}

func (w *writer) network(a *encoder.Architecture) {
	d := a.Hidden
	w.int8s("embed.word", 1, a.Vocabulary, d)
	w.floats("embed.position", 0.3, 0, a.Positions, d)
	w.floats("embed.shape", 0.5, 0, a.Shapes, d)
	w.floats("embed.quote", 0.5, 0, a.Quotes, d)
	w.floats("embed.break", 0.5, 0, a.Breaks, d)
	w.norm("embed.norm", d)
	for i := range a.Layers {
		name := fmt.Sprintf("layer.%d.", i)
		for _, part := range []string{"query", "key", "value", "out"} {
			w.linear(name+part, 1.5, d, d)
		}
		w.linear(name+"up", 1.5, a.FFN, d)
		w.linear(name+"down", 1.5, d, a.FFN)
		w.norm(name+"norm1", d)
		w.norm(name+"norm2", d)
	}
}

func (w *writer) heads(a *encoder.Architecture) {
	labels := 0
	for _, t := range taggings() {
		labels += len(t.Labels)
	}
	w.floats("tag.weight", 2/math.Sqrt(float64(a.Hidden)), 0, labels, a.Hidden)
	w.floats("tag.bias", 0.5, 0, labels)
	for _, name := range []string{"cue", "source"} {
		w.linear("link."+name+".from", 2, a.LinkWidth, 2*a.Hidden)
		w.linear("link."+name+".to", 2, a.LinkWidth, 2*a.Hidden)
		w.floats("link."+name+".biaffine", 2/float64(a.LinkWidth), 0, a.LinkWidth+1, a.LinkWidth+1)
		w.floats("link."+name+".distance", 1, 0, encoder.Buckets)
	}
	roles := len(strings.Fields(roleLabels))
	w.linear("role.predicate", 2, a.RoleWidth, a.Hidden)
	w.linear("role.argument", 2, a.RoleWidth, a.Hidden)
	w.int8s("role.biaffine", 2/float64(a.RoleWidth), roles, a.RoleWidth+1, a.RoleWidth+1)
	w.roleDistance(roles)
}

// roleDistance has most units be no argument, as they are.
func (w *writer) roleDistance(roles int) {
	raw := []byte{}
	for i := range roles * encoder.Buckets {
		mean := 0.0
		if i < encoder.Buckets {
			mean = 10
		}
		raw = w.float(raw, w.random.NormFloat64()+mean)
	}
	w.entry("role.distance", "float32", w.add(raw), []int{roles, encoder.Buckets})
}

func (w *writer) linear(name string, gain float64, out, in int) {
	w.int8s(name+".weight", gain/math.Sqrt(float64(in)), out, in)
	w.floats(name+".bias", 0.1, 0, out)
}

func (w *writer) norm(name string, d int) {
	w.floats(name+".weight", 0.1, 1, d)
	w.floats(name+".bias", 0.1, 0, d)
}

// floats adds a float32 tensor of normal values.
func (w *writer) floats(name string, deviation, mean float64, shape ...int) {
	raw := make([]byte, 0, 4*product(shape))
	for range product(shape) {
		raw = w.float(raw, w.random.NormFloat64()*deviation+mean)
	}
	w.entry(name, "float32", w.add(raw), shape)
}

// int8s adds an int8 tensor of even values with the given deviation.
func (w *writer) int8s(name string, deviation float64, shape ...int) {
	values, scales := make([]byte, product(shape)), []byte{}
	for i := range values {
		values[i] = byte(int8(w.random.IntN(255) - 127))
	}
	for range len(values) / shape[len(shape)-1] {
		scales = w.float(scales, deviation*math.Sqrt(3)/127*(0.5+w.random.Float64()))
	}
	at := w.add(values)
	w.entry(name, "int8", at, shape)["scales"] = w.add(scales)
}

func (w *writer) float(raw []byte, v float64) []byte {
	return binary.LittleEndian.AppendUint32(raw, math.Float32bits(float32(v)))
}

func (w *writer) entry(name, kind string, offset int, shape []int) map[string]any {
	e := map[string]any{"name": name, "type": kind, "offset": offset, "shape": shape}
	w.tensors = append(w.tensors, e)
	return e
}

// add adds a part at an aligned offset, which it returns.
func (w *writer) add(part []byte) int {
	w.data = append(w.data, make([]byte, -len(w.data)&63)...)
	at := len(w.data)
	w.data = append(w.data, part...)
	return at
}

func product(shape []int) int {
	n := 1
	for _, d := range shape {
		n *= d
	}
	return n
}
