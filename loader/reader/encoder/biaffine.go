package encoder

import "github.com/newsgraph/newsgraph/loader/reader/kernel"

// biaffine is the scores [p, 1]ᵀ·W·[q, 1] of a number of labels, with a bias for each label and distance bucket.
type biaffine struct {
	kernel   kernel.Kernel
	width    int // of p and q, the 1 counted
	labels   int
	cols     int       // of a p·W: width · stride
	stride   int       // labels, and perhaps more
	weight   []float32 // [width of p][width of q][stride]
	distance []float32 // [labels][Buckets]
}

func newBiaffine(k kernel.Kernel, width, labels, stride int, value func(label, i, j int) float32, distance []float32) *biaffine {
	b := &biaffine{kernel: k, width: width, labels: labels, stride: stride, distance: distance}
	b.cols = kernel.Cols(width * b.stride)
	b.weight = make([]float32, width*b.cols)
	for i := range width {
		for j := range width {
			for l := range labels {
				b.weight[i*b.cols+j*b.stride+l] = value(l, i, j)
			}
		}
	}
	return b
}

// left multiplies n rows of p, of which one begins every stride values, with the weights. The rows of the result have b.cols values.
func (b *biaffine) left(dst, p []float32, n, stride int) []float32 {
	dst = kernel.Grow(dst, n*b.cols)
	b.kernel.MatMul(dst, p, b.weight, n, b.width, b.cols, stride, b.cols, b.cols)
	return dst
}

// projection is gelu(W·x + b), with a 1 behind.
type projection struct {
	kernel kernel.Kernel
	dense  *kernel.Dense
}

func (m *Model) loadProjection(f *file, name string, in, width int) (projection, error) {
	d, err := f.dense(1, in, width, name)
	return projection{kernel: m.kernel, dense: d}, err
}

// projectedRows is how many rows are projected at once, so that what they are quantized into stays small.
const projectedRows = 64

// apply projects n rows, which rows gives in blocks of at most projectedRows, one behind the other. The rows of the result begin every
// p.dense.Stride() values.
func (p projection) apply(n int, rows func(from, to int) []float32) []float32 {
	out := p.dense.Stride()
	dst := make([]float32, padRows(n)*out)
	var q kernel.Quantized
	for from := 0; from < n; from += projectedRows {
		to := min(n, from+projectedRows)
		p.kernel.Quantize(&q, rows(from, to), to-from, p.dense.In, p.dense.In)
		p.kernel.Dense(dst[from*out:], p.dense, &q)
	}
	p.kernel.GELU(dst[:n*out])
	for r := range n {
		dst[r*out+p.dense.Out-1] = 1
	}
	return dst
}
