package kernel

import "math"

// portable is the arithmetic in plain Go.
type portable struct{}

func (portable) dense(y []float32, d *Dense, q *Quantized) {
	for r := range q.rows {
		for o := 0; o < d.outs; o += tileOuts {
			var sums [tileOuts]int32
			dot(&sums, q.wideRow(r), d.packed[o*d.in4*4:][:tileOuts*d.in4*4])
			out := y[r*d.outs+o:][:tileOuts]
			for i, sum := range sums {
				out[i] = float32(sum)*(q.scale[r]*d.scale[o+i]) + d.bias[o+i]
			}
		}
	}
}

// dot adds up the products of a row with a panel of weights.
func dot(sums *[tileOuts]int32, x []int16, panel []int8) {
	for len(x) >= 4 && len(panel) >= tileOuts*4 {
		x0, x1, x2, x3 := int32(x[0]), int32(x[1]), int32(x[2]), int32(x[3])
		group := (*[tileOuts * 4]int8)(panel)
		for i := range sums {
			w := group[4*i : 4*i+4 : 4*i+4]
			sums[i] += x0*int32(w[0]) + x1*int32(w[1]) + x2*int32(w[2]) + x3*int32(w[3])
		}
		x, panel = x[4:], panel[tileOuts*4:]
	}
}

func (portable) tileRows() int { return 1 }

func (portable) matMul(c, a, b []float32, s matShape) {
	for r := range s.m {
		out := c[r*s.cStride:][:s.n]
		clear(out)
		for i, v := range a[r*s.aStride:][:s.k] {
			row := b[i*s.bStride:][:len(out)]
			for j := range out {
				out[j] += v * row[j]
			}
		}
	}
}

func (portable) softmax(x []float32) float32 {
	top := x[0]
	for _, v := range x {
		top = max(top, v)
	}
	sum := float32(0)
	for i, v := range x {
		x[i] = exp(v - top)
		sum += x[i]
	}
	return sum
}

// Φ(x) = 1 − ½·(a₁t + … + a₅t⁵)·e^(−x²/2) for x ≥ 0, with t = 1/(1 + px/√2), to 1.5e-7: Abramowitz and Stegun,
// Handbook of Mathematical Functions, 7.1.26. The a are halved here.
const (
	geluP  = 0.3275911 / math.Sqrt2
	geluA1 = 0.254829592 / 2
	geluA2 = -0.284496736 / 2
	geluA3 = 1.421413741 / 2
	geluA4 = -1.453152027 / 2
	geluA5 = 1.061405429 / 2
)

func (portable) gelu(x []float32) {
	for i, v := range x {
		size := max(v, -v)
		t := 1 / (1 + geluP*size)
		tail := ((((geluA5*t+geluA4)*t+geluA3)*t+geluA2)*t + geluA1) * t
		x[i] = max(v, 0) - size*tail*exp(-0.5*v*v)
	}
}

// e^x = 2ⁿ·e^r with x = n·ln 2 + r: a polynomial in r and n as the exponent's bits. The coefficients are those of expf in
// Cephes (S. Moshier); ln 2 is split in two so that r is exact.
const (
	expLowest = -80 // below it, e^x is taken as e^-80
	ln2High   = 0.693359375
	ln2Low    = -2.12194440e-4
	expC0     = 1.9875691500e-4
	expC1     = 1.3981999507e-3
	expC2     = 8.3334519073e-3
	expC3     = 4.1665795894e-2
	expC4     = 1.6666665459e-1
	expC5     = 5.0000001201e-1
)

// exp is e^x for x ≤ 0, to about 1e-7 of it.
func exp(x float32) float32 {
	x = max(x, expLowest)
	n := float32(int32(x*math.Log2E - 0.5))
	r := x - n*ln2High - n*ln2Low
	p := ((((expC0*r+expC1)*r+expC2)*r+expC3)*r+expC4)*r + expC5
	return (p*r*r + r + 1) * math.Float32frombits(uint32(int32(n)+127)<<23)
}

func (portable) add(x, r []float32) float32 {
	sum := float32(0)
	for i, v := range r[:len(x)] {
		x[i] += v
		sum += x[i]
	}
	return sum
}

func (portable) squares(x []float32, mean float32) float32 {
	sum := float32(0)
	for _, v := range x {
		sum += (v - mean) * (v - mean)
	}
	return sum
}

func (portable) affine(x, w, b []float32, mean, factor float32) {
	for i, v := range x {
		x[i] = (v-mean)*factor*w[i] + b[i]
	}
}

func (portable) top(x []float32) float32 {
	top := float32(0)
	for _, v := range x {
		top = max(top, v, -v)
	}
	return top
}

func (portable) reserve(q *Quantized, n int) { q.wide = Grow(q.wide, n) }

func (portable) quantize(q *Quantized, row int, x []float32, by float32) {
	quantizeWide(q.wideRow(row), x, by)
}

func quantizeWide(dst []int16, x []float32, by float32) {
	for i, v := range x {
		dst[i] = int16(rounded(v * by))
	}
}

func rounded(x float32) int32 { return int32(math.RoundToEven(float64(x))) }
