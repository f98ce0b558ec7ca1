package encoder

import (
	"bytes"
	"crypto/sha256"
	"encoding/binary"
	"errors"
	"fmt"
	"math"
	"slices"
)

// ErrWeights says that a file is no weights file that this program can use; what is around it says why.
var ErrWeights = errors.New("this is not a usable weights file of the reader")

const (
	magic      = "NGREADER"
	version    = 1
	prefixSize = 16
)

// file is a weights file whose frame is in order.
type file struct {
	header  *Header
	data    []byte
	tensors map[string]tensor
}

// open checks a file's frame: magic, version, checksum, header.
func open(raw []byte) (*file, error) {
	head, data, err := unframe(raw)
	if err != nil {
		return nil, err
	}
	h, err := parseHeader(head)
	if err != nil {
		return nil, err
	}
	f := &file{header: h, data: data, tensors: map[string]tensor{}}
	for _, t := range h.Tensors {
		if _, twice := f.tensors[t.Name]; twice {
			return nil, fmt.Errorf("%w: the tensor %q is there twice", ErrWeights, t.Name)
		}
		f.tensors[t.Name] = t
	}
	h.Tensors = nil
	return f, nil
}

func unframe(raw []byte) (head, data []byte, err error) {
	if len(raw) < prefixSize+sha256.Size || string(raw[:len(magic)]) != magic {
		return nil, nil, fmt.Errorf("%w: it does not begin with %s", ErrWeights, magic)
	}
	if v := binary.LittleEndian.Uint32(raw[8:]); v != version {
		return nil, nil, fmt.Errorf("%w: its format version is %d, this program reads version %d", ErrWeights, v, version)
	}
	body := raw[:len(raw)-sha256.Size]
	if sum := sha256.Sum256(body); !bytes.Equal(sum[:], raw[len(body):]) {
		return nil, nil, fmt.Errorf("%w: its checksum is wrong, so it is damaged or cut off: fetch it again", ErrWeights)
	}
	size := uint64(binary.LittleEndian.Uint32(raw[12:]))
	if size > uint64(len(body)-prefixSize) {
		return nil, nil, fmt.Errorf("%w: its header is longer than the file", ErrWeights)
	}
	return body[prefixSize:][:size], body[prefixSize+size:], nil
}

// part returns bytes of the data.
func (f *file) part(what string, offset, size int) ([]byte, error) {
	if offset < 0 || size < 0 || offset > len(f.data) || size > len(f.data)-offset {
		return nil, fmt.Errorf("%w: %s lies outside of the data", ErrWeights, what)
	}
	return f.data[offset:][:size], nil
}

// find returns a tensor's entry, if type and shape are right.
func (f *file) find(name, kind string, shape []int) (tensor, error) {
	t, ok := f.tensors[name]
	if !ok {
		return t, fmt.Errorf("%w: the tensor %q is missing", ErrWeights, name)
	}
	if t.Type != kind || !slices.Equal(t.Shape, shape) {
		return t, fmt.Errorf("%w: the tensor %q is %s of shape %v, which should be %s of %v", ErrWeights, name, t.Type, t.Shape, kind, shape)
	}
	return t, nil
}

// floats returns a float32 tensor.
func (f *file) floats(name string, shape ...int) ([]float32, error) {
	t, err := f.find(name, "float32", shape)
	if err != nil {
		return nil, err
	}
	return f.floatsAt(name, t.Offset, product(shape))
}

func (f *file) floatsAt(name string, offset, count int) ([]float32, error) {
	raw, err := f.part("the tensor "+name, offset, 4*count)
	if err != nil {
		return nil, err
	}
	out := make([]float32, count)
	for i := range out {
		out[i] = math.Float32frombits(binary.LittleEndian.Uint32(raw[4*i:]))
		if !(max(out[i], -out[i]) <= maxWeight) {
			return nil, fmt.Errorf("%w: the tensor %q has the value %v", ErrWeights, name, out[i])
		}
	}
	return out, nil
}

// maxWeight is the size that no weight has; below it, sums and products of weights stay finite.
const maxWeight = 1e4

// rows is an int8 tensor: values row by row, in two's complement, and the scale of each row.
type rows struct {
	width  int
	values []byte
	scales []float32
}

// rows returns an int8 tensor; its values are the file's own memory.
func (f *file) rows(name string, shape ...int) (*rows, error) {
	t, err := f.find(name, "int8", shape)
	if err != nil {
		return nil, err
	}
	values, err := f.part("the tensor "+name, t.Offset, product(shape))
	if err != nil {
		return nil, err
	}
	width := shape[len(shape)-1]
	scales, err := f.floatsAt(name, t.Scales, len(values)/width)
	return &rows{width: width, values: values, scales: scales}, err
}

// addTo adds a row to x.
func (r *rows) addTo(x []float32, row int) {
	scale := r.scales[row]
	for i, v := range r.values[row*r.width:][:len(x)] {
		x[i] += float32(int8(v)) * scale
	}
}

func product(shape []int) int {
	n := 1
	for _, d := range shape {
		n *= d
	}
	return n
}
