package encoder_test

import (
	"bytes"
	"encoding/binary"
	"encoding/json"
	"errors"
	"math"
	"strings"
	"testing"

	"github.com/newsgraph/newsgraph/loader/reader/encoder"
	"github.com/newsgraph/newsgraph/loader/reader/encoder/invented"
	"github.com/newsgraph/newsgraph/loader/reader/kernel"
)

func tiny(t testing.TB) *encoder.Model {
	t.Helper()
	m, err := encoder.Load(invented.File(invented.Tiny(), 1), kernel.New())
	if err != nil {
		t.Fatal(err)
	}
	return m
}

// rewritten is a tiny weights file whose header and data were changed, with a checksum that fits.
func rewritten(t testing.TB, change func(head map[string]any, data []byte)) []byte {
	t.Helper()
	raw := invented.File(invented.Tiny(), 1)
	size := binary.LittleEndian.Uint32(raw[12:])
	var head map[string]any
	if err := json.Unmarshal(raw[16:16+size], &head); err != nil {
		t.Fatal(err)
	}
	data := raw[16+size : len(raw)-32]
	change(head, data)
	text, err := json.Marshal(head)
	if err != nil {
		t.Fatal(err)
	}
	return invented.Frame(text, data)
}

func architecture(head map[string]any) map[string]any { return head["architecture"].(map[string]any) }

func secondTagging(head map[string]any) map[string]any {
	return head["taggings"].([]any)[1].(map[string]any)
}

func tensorOf(head map[string]any, name string) map[string]any {
	for _, t := range head["tensors"].([]any) {
		if t.(map[string]any)["name"] == name {
			return t.(map[string]any)
		}
	}
	panic("no tensor " + name)
}

func TestLoadRefuses(t *testing.T) {
	t.Parallel()
	set := func(name string, value any) func(map[string]any, []byte) {
		return func(head map[string]any, _ []byte) { architecture(head)[name] = value }
	}
	tests := []struct {
		name, says string
		change     func(head map[string]any, data []byte)
	}{
		{"no layers", "layers 0", set("layers", 0)},
		{"too many layers", "layers 1000", set("layers", 1000)},
		{"another width", "should be", set("hidden", 44)},
		{"heads that do not fit", "heads", set("heads", 7)},
		{"a window beyond the positions", "window", set("window", 241)},
		{"an overlap as long as the window", "overlap", set("overlap", 200)},
		{"units longer than a window", "max_pieces", set("max_pieces", 218)},
		{"no eps", "eps", set("eps", 0)},
		{"no number", "JSON", set("layers", "six")},
		{"too few shapes", "shapes", set("shapes", 9)},
		{"another vocabulary size", "should be", set("vocabulary", 159)},
		{"a short vocabulary", "pieces", func(h map[string]any, _ []byte) { h["vocabulary"].(map[string]any)["bytes"] = 20 }},
		{"a vocabulary outside", "outside", func(h map[string]any, _ []byte) { h["vocabulary"].(map[string]any)["offset"] = -1 }},
		{"a vocabulary without [CLS]", "[CLS]", func(_ map[string]any, data []byte) { copy(data[bytes.Index(data, []byte("[CLS]")):], "[cls]") }},
		{"a missing tensor", `"layer.1.up.bias" is missing`, func(h map[string]any, _ []byte) { tensorOf(h, "layer.1.up.bias")["name"] = "x" }},
		{"a tensor twice", "twice", func(h map[string]any, _ []byte) { h["tensors"] = append(h["tensors"].([]any), tensorOf(h, "tag.bias")) }},
		{"another type", "should be int8", func(h map[string]any, _ []byte) { tensorOf(h, "embed.word")["type"] = "float32" }},
		{"a tensor outside", "outside", func(h map[string]any, _ []byte) { tensorOf(h, "embed.word")["offset"] = math.MaxInt64 }},
		{"scales outside", "outside", func(h map[string]any, _ []byte) { tensorOf(h, "embed.word")["scales"] = 1 << 40 }},
		{"a tensor of other rank", "should be", func(h map[string]any, _ []byte) { tensorOf(h, "tag.bias")["shape"] = []int{51, 1} }},
		{"a value that is no number", "NaN", func(h map[string]any, data []byte) {
			binary.LittleEndian.PutUint32(data[int(tensorOf(h, "tag.bias")["offset"].(float64)):], math.Float32bits(float32(math.NaN())))
		}},
		{"a value without bounds", "Inf", func(h map[string]any, data []byte) {
			binary.LittleEndian.PutUint32(data[int(tensorOf(h, "embed.norm.weight")["offset"].(float64)):], 0x7f800000)
		}},
		{"no taggings", "0 labels", func(h map[string]any, _ []byte) { h["taggings"] = []any{} }},
		{"a tagging twice", "twice", func(h map[string]any, _ []byte) { secondTagging(h)["name"] = "cue" }},
		{"an unknown scheme", "scheme", func(h map[string]any, _ []byte) { secondTagging(h)["scheme"] = "IOB" }},
		{"a label that is none", "label", func(h map[string]any, _ []byte) { secondTagging(h)["labels"] = []string{"O", "BAD", "I", "E", "S"} }},
		{"no O", "no label O", func(h map[string]any, _ []byte) { secondTagging(h)["labels"] = []string{"B", "B", "I", "E", "S"} }},
		{"a link of no spans", "which has none", func(h map[string]any, _ []byte) { h["links"].([]any)[0].(map[string]any)["to"] = "pos" }},
		{"a link without reach", "reach", func(h map[string]any, _ []byte) { h["links"].([]any)[0].(map[string]any)["reach"] = 0 }},
		{"no roles", "of roles", func(h map[string]any, _ []byte) { delete(h, "roles") }},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			t.Parallel()
			_, err := encoder.Load(rewritten(t, tt.change), kernel.Portable())
			if !errors.Is(err, encoder.ErrWeights) || !strings.Contains(err.Error(), tt.says) {
				t.Errorf("got %v, want ErrWeights with %q", err, tt.says)
			}
		})
	}
}

func TestLoadRefusesFrames(t *testing.T) {
	t.Parallel()
	good := invented.File(invented.Tiny(), 1)
	with := func(at int, b byte) []byte {
		raw := bytes.Clone(good)
		raw[at] = b
		return raw
	}
	tests := []struct {
		name, says string
		raw        []byte
	}{
		{"nothing", "begin with", nil},
		{"another file", "begin with", bytes.Repeat([]byte("PK\x03\x04"), 100)},
		{"another version", "version is 2", with(8, 2)},
		{"a flipped bit", "checksum", with(len(good)/2, good[len(good)/2]^1)},
		{"cut off", "checksum", good[:len(good)-1]},
		{"a short one", "begin with", good[:40]},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			t.Parallel()
			_, err := encoder.Load(tt.raw, kernel.Portable())
			if !errors.Is(err, encoder.ErrWeights) || !strings.Contains(err.Error(), tt.says) {
				t.Errorf("got %v, want ErrWeights with %q", err, tt.says)
			}
		})
	}
}

// FuzzLoad mends prefix and checksum of what it is given, so that the fuzzer gets past them.
func FuzzLoad(f *testing.F) {
	raw := invented.File(invented.Tiny(), 1)
	size := binary.LittleEndian.Uint32(raw[12:])
	header, data := raw[16:16+size], raw[16+size:len(raw)-32]
	f.Add(bytes.Clone(header))
	f.Add([]byte(`{"architecture":{"hidden":4096,"layers":64,"vocabulary":4}}`))
	f.Add([]byte(`{"tensors":[{"name":"embed.word","shape":[-1]}]}`))
	f.Fuzz(func(t *testing.T, header []byte) {
		m, err := encoder.Load(invented.Frame(header, data), kernel.Portable())
		if err != nil {
			if !errors.Is(err, encoder.ErrWeights) {
				t.Errorf("an error without ErrWeights: %v", err)
			}
			return
		}
		text, err := m.Split("“The minister said”.")
		if err != nil {
			t.Fatal(err)
		}
		m.Tag(nil, m.Vectors(nil, text, 0, len(text.Units)))
	})
}
