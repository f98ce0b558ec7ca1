package encoder_test

import (
	"strings"
	"testing"
	"time"

	"github.com/newsgraph/newsgraph/loader/reader/encoder"
	"github.com/newsgraph/newsgraph/loader/reader/encoder/invented"
	"github.com/newsgraph/newsgraph/loader/reader/kernel"
)

// BenchmarkVectors takes texts through a network of the usual size, or that of -weights, on one core.
// train/bench_onnx.py compares it with ONNX Runtime.
func BenchmarkVectors(b *testing.B) {
	raw := invented.File(invented.Usual(), 1)
	if *weightsFlag != "" {
		raw = read(b, *weightsFlag)
	}
	for _, k := range kernel.All() {
		m, err := encoder.Load(raw, k)
		if err != nil {
			b.Fatal(err)
		}
		for _, size := range []struct {
			name  string
			units int
		}{{"window of 384", 382}, {"window of 40", 38}, {"article of 1500", 1498}} {
			text, err := m.Split(strings.Repeat("the ", size.units))
			if err != nil {
				b.Fatal(err)
			}
			b.Run(size.name+"/"+k.String(), func(b *testing.B) {
				b.ReportAllocs()
				var h []float32
				best := time.Hour
				for b.Loop() {
					begin := time.Now()
					h = m.Vectors(h, text, 0, len(text.Units))
					best = min(best, time.Since(begin))
				}
				b.ReportMetric(float64(size.units)/best.Seconds(), "best-tokens/s")
				b.ReportMetric(float64(size.units)*float64(b.N)/b.Elapsed().Seconds(), "tokens/s")
			})
		}
	}
}

// BenchmarkLoad loads a weights file of the usual size.
func BenchmarkLoad(b *testing.B) {
	raw := invented.File(invented.Usual(), 1)
	b.ReportAllocs()
	for b.Loop() {
		if _, err := encoder.Load(raw, kernel.New()); err != nil {
			b.Fatal(err)
		}
	}
}

func BenchmarkSplit(b *testing.B) {
	m, err := encoder.Load(invented.File(invented.Tiny(), 1), kernel.New())
	if err != nil {
		b.Fatal(err)
	}
	text := strings.Repeat("The minister of Zürich said: “We’re ready.”\n", 1000)
	b.SetBytes(int64(len(text)))
	for b.Loop() {
		if _, err := m.Split(text); err != nil {
			b.Fatal(err)
		}
	}
}
