package kernel

import "math"

// Softmax puts e^(x−max) in place of each of the values, and returns their sum, by which to divide. There is at least one.
func (k Kernel) Softmax(x []float32) float32 {
	if len(x)%lane != 0 {
		return portable{}.softmax(x)
	}
	return k.ops.softmax(x)
}

// GELU puts x·Φ(x) in place of each of the values, to about 1e-6.
func (k Kernel) GELU(x []float32) {
	n := whole(len(x))
	k.ops.gelu(x[:n])
	portable{}.gelu(x[n:])
}

// AddNorm is a layer norm of a sum, in place: x = norm(x + r)·w + b, for rows of len(w) values, which in r begin every
// stride values. The variance is the biased one.
func (k Kernel) AddNorm(x, r []float32, rows, stride int, w, b []float32, eps float64) {
	d := len(w)
	for i := range rows {
		k.addNorm(x[i*d:][:d], r[i*stride:][:d], w, b[:d], eps)
	}
}

func (k Kernel) addNorm(x, r, w, b []float32, eps float64) {
	n := whole(len(x))
	p := portable{}
	mean := (k.ops.add(x[:n], r[:n]) + p.add(x[n:], r[n:])) / float32(len(x))
	squares := k.ops.squares(x[:n], mean) + p.squares(x[n:], mean)
	factor := float32(1 / math.Sqrt(float64(squares)/float64(len(x))+eps))
	k.ops.affine(x[:n], w[:n], b[:n], mean, factor)
	p.affine(x[n:], w[n:], b[n:], mean, factor)
}
