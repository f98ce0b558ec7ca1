package kernel_test

import (
	"fmt"
	"math/rand/v2"
	"testing"

	"github.com/newsgraph/newsgraph/loader/reader/kernel"
)

// benchmarks runs a benchmark for each kernel.
func benchmarks(b *testing.B, unit string, count float64, body func(k kernel.Kernel)) {
	b.Helper()
	for _, k := range kernel.All() {
		b.Run(k.String(), func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				body(k)
			}
			b.ReportMetric(count*float64(b.N)/b.Elapsed().Seconds()/1e9, unit)
		})
	}
}

func BenchmarkDense(b *testing.B) {
	for _, shape := range [][2]int{{384, 1536}, {1536, 384}} {
		in, out := shape[0], shape[1]
		const rows = 64
		r := rand.New(rand.NewPCG(1, 2))
		w, scale, bias := randomLayer(r, in, out)
		d := kernel.NewDense(in, out, w, scale, bias)
		x, quantized := normal(r, rows*in, 1), map[string]*kernel.Quantized{}
		for _, k := range kernel.All() {
			quantized[k.String()] = new(kernel.Quantized)
			k.Quantize(quantized[k.String()], x, rows, in, in)
		}
		y := make([]float32, rows*d.Stride())
		b.Run(fmt.Sprint(in, "→", out), func(b *testing.B) {
			benchmarks(b, "GMAC/s", float64(rows*in*out), func(k kernel.Kernel) { k.Dense(y, d, quantized[k.String()]) })
		})
	}
}

func BenchmarkMatMul(b *testing.B) {
	const m, inner, n = 8, 32, 384
	r := rand.New(rand.NewPCG(1, 2))
	a, bb, c := normal(r, m*inner, 1), normal(r, inner*n, 1), make([]float32, m*n)
	benchmarks(b, "GMAC/s", m*inner*n, func(k kernel.Kernel) { k.MatMul(c, a, bb, m, inner, n, inner, n, n) })
}

func BenchmarkGELU(b *testing.B) {
	x := normal(rand.New(rand.NewPCG(1, 2)), 4096, 1)
	benchmarks(b, "Gvalues/s", 4096, func(k kernel.Kernel) { k.GELU(x) })
}

func BenchmarkSoftmax(b *testing.B) {
	x := normal(rand.New(rand.NewPCG(1, 2)), 384, 1)
	benchmarks(b, "Gvalues/s", 384, func(k kernel.Kernel) { k.Softmax(x) })
}

func BenchmarkQuantize(b *testing.B) {
	x := normal(rand.New(rand.NewPCG(1, 2)), 1536, 1)
	var q kernel.Quantized // each kernel uses memory of its own in it
	benchmarks(b, "Gvalues/s", 1536, func(k kernel.Kernel) { k.Quantize(&q, x, 1, 1536, 1536) })
}
