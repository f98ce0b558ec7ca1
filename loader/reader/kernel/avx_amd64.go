package kernel

// avx2 is the arithmetic with 256 bits at once.
type avx2 struct{}

func (avx2) dense(y []float32, d *Dense, q *Quantized) { tiles(y, d, q, outsAVX2) }
func (avx2) tileRows() int                             { return 4 }

func (avx2) matMul(c, a, b []float32, s matShape) {
	args := matArgsOf(c, a, b, s)
	matMulAVX2(&args)
}

func (avx2) softmax(x []float32) float32               { return softmaxAVX2(&x[0], len(x)) }
func (avx2) gelu(x []float32)                          { geluAVX2(first(x), len(x)) }
func (avx2) add(x, r []float32) float32                { return addAVX2(first(x), first(r), len(x)) }
func (avx2) top(x []float32) float32                   { return topAVX2(first(x), len(x)) }
func (avx2) squares(x []float32, mean float32) float32 { return squaresAVX2(first(x), len(x), mean) }

func (avx2) affine(x, w, b []float32, mean, factor float32) {
	affineAVX2(first(x), first(w), first(b), len(x), mean, factor)
}

func (avx2) quantize(dst []uint8, x []float32, by float32) {
	quantizeAVX2(first(dst), first(x), len(x), by)
}

// avx512 is the arithmetic with 512 bits at once where most of the time goes, and VNNI; the rest is avx2's.
type avx512 struct{ avx2 }

func (avx512) dense(y []float32, d *Dense, q *Quantized) { tiles(y, d, q, outsAVX512) }
func (avx512) tileRows() int                             { return 8 }

func (avx512) matMul(c, a, b []float32, s matShape) {
	args := matArgsOf(c, a, b, s)
	matMulAVX512(&args)
}

//go:noescape
func denseAVX512(a *denseArgs)

//go:noescape
func denseAVX2(a *denseArgs)

//go:noescape
func matMulAVX512(a *matArgs)

//go:noescape
func matMulAVX2(a *matArgs)

//go:noescape
func softmaxAVX2(x *float32, n int) float32

//go:noescape
func geluAVX2(x *float32, n int)

//go:noescape
func addAVX2(x, r *float32, n int) float32

//go:noescape
func squaresAVX2(x *float32, n int, mean float32) float32

//go:noescape
func affineAVX2(x, w, b *float32, n int, mean, factor float32)

//go:noescape
func topAVX2(x *float32, n int) float32

//go:noescape
func quantizeAVX2(dst *uint8, x *float32, n int, by float32)
