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

func (avx2) reserve(q *Quantized, n int) { q.wide = Grow(q.wide, n) }

func (avx2) quantize(q *Quantized, row int, x []float32, by float32) {
	dst, n := q.wideRow(row), whole(len(x))
	quantizeAVX2(first(dst), first(x), n, by)
	quantizeWide(dst[n:], x[n:], by)
}

// avx512 is the arithmetic with 512 bits at once where most of the time goes, and VNNI; the rest is avx2's.
type avx512 struct{ avx2 }

func (avx512) dense(y []float32, d *Dense, q *Quantized) { tiles(y, d, q, outsAVX512) }
func (avx512) tileRows() int                             { return 8 }

func (avx512) matMul(c, a, b []float32, s matShape) {
	args := matArgsOf(c, a, b, s)
	matMulAVX512(&args)
}

func (avx512) reserve(q *Quantized, n int) { q.planes = Grow(q.planes, 2*n) }

func (avx512) quantize(q *Quantized, row int, x []float32, by float32) {
	high, low := q.planesOf(row)
	n := whole(len(x))
	quantizeAVX512(first(high), first(low), first(x), n, by)
	for i, v := range x[n:] {
		value := rounded(v*by) + planeZero
		high[n+i], low[n+i] = uint8(value>>8), uint8(value)
	}
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
func quantizeAVX2(dst *int16, x *float32, n int, by float32)

//go:noescape
func quantizeAVX512(high, low *uint8, x *float32, n int, by float32)
