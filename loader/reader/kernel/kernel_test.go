package kernel_test

import (
	"fmt"
	"math"
	"math/rand/v2"
	"testing"

	"github.com/newsgraph/newsgraph/loader/reader/kernel"
)

// eachNative runs a test for each kernel of this processor but the portable one.
func eachNative(t *testing.T, test func(t *testing.T, k kernel.Kernel, r *rand.Rand)) {
	t.Helper()
	all := kernel.All()
	if len(all) == 1 {
		t.Skip("this processor has the portable kernel only")
	}
	for _, k := range all[:len(all)-1] {
		t.Run(k.String(), func(t *testing.T) {
			t.Parallel()
			test(t, k, rand.New(rand.NewPCG(1, 2)))
		})
	}
}

func normal(r *rand.Rand, n int, scale float64) []float32 {
	x := make([]float32, n)
	for i := range x {
		x[i] = float32(r.NormFloat64() * scale)
	}
	return x
}

// randomLayer is a layer whose scales are powers of two and biases zero, so that its results are exact.
func randomLayer(r *rand.Rand, in, out int) (w []int8, scale, bias []float32) {
	w, scale, bias = make([]int8, in*out), make([]float32, out), make([]float32, out)
	for i := range w {
		w[i] = int8(r.IntN(255) - 127)
	}
	for i := range scale {
		scale[i] = 1
	}
	return w, scale, bias
}

func near(t *testing.T, what string, want, got []float32, tolerance float64) {
	t.Helper()
	if len(want) != len(got) {
		t.Fatalf("%s: %d values, want %d", what, len(got), len(want))
	}
	for i := range want {
		w, g := float64(want[i]), float64(got[i])
		if !(math.Abs(w-g) <= tolerance*max(1, math.Abs(w))) {
			t.Fatalf("%s: value %d is %v, want %v", what, i, g, w)
		}
	}
}

func TestNamesOfKernels(t *testing.T) {
	t.Parallel()
	all := kernel.All()
	if all[0].String() != kernel.New().String() || all[len(all)-1].String() != kernel.Portable().String() {
		t.Errorf("All gives %v; New is %v", all, kernel.New())
	}
}

// TestDenseIsTheSum holds the portable product to the definition.
func TestDenseIsTheSum(t *testing.T) {
	t.Parallel()
	r := rand.New(rand.NewPCG(3, 4))
	const rows, in, out = 5, 23, 70
	w, scale, bias := randomLayer(r, in, out)
	for i := range scale {
		scale[i], bias[i] = r.Float32(), r.Float32()
	}
	x := normal(r, rows*in, 1)
	k, d := kernel.Portable(), kernel.NewDense(in, out, w, scale, bias)
	var q kernel.Quantized
	k.Quantize(&q, x, rows, in, in)
	y := make([]float32, 8*d.Stride())
	k.Dense(y, d, &q)
	for row := range rows {
		top := 0.0
		for _, v := range x[row*in:][:in] {
			top = max(top, math.Abs(float64(v)))
		}
		for o := range out {
			want := float64(bias[o])
			for i := range in {
				want += math.RoundToEven(float64(x[row*in+i])*8191/top) * top / 8191 * float64(w[o*in+i]) * float64(scale[o])
			}
			near(t, fmt.Sprint("row ", row, " output ", o), []float32{float32(want)}, []float32{y[row*d.Stride()+o]}, 1e-4)
		}
	}
}

func TestDenseAgrees(t *testing.T) {
	t.Parallel()
	eachNative(t, func(t *testing.T, k kernel.Kernel, r *rand.Rand) {
		for range 60 {
			rows, in, out := 1+r.IntN(20), 1+r.IntN(400), 1+r.IntN(200)
			w, scale, bias := randomLayer(r, in, out)
			d := kernel.NewDense(in, out, w, scale, bias)
			x := normal(r, rows*in, 2000)
			for row := range rows { // a scale of 1: then the products are whole numbers
				x[row*in] = 8191
			}
			portable, native := product(kernel.Portable(), d, x, rows), product(k, d, x, rows)
			for row := range rows {
				a, b := portable[row*d.Stride():][:out], native[row*d.Stride():][:out]
				near(t, fmt.Sprint(rows, "×", in, "→", out, " row ", row), a, b, 0)
			}
		}
	})
}

func product(k kernel.Kernel, d *kernel.Dense, x []float32, rows int) []float32 {
	var q kernel.Quantized
	k.Quantize(&q, x, rows, d.In, d.In)
	y := make([]float32, (rows+3)/4*4*d.Stride())
	k.Dense(y, d, &q)
	return y
}

// TestDenseExtremes has the greatest sums there can be: they must neither saturate nor overflow.
func TestDenseExtremes(t *testing.T) {
	t.Parallel()
	for _, k := range kernel.All() {
		for _, in := range []int{1, 1536, 2048, 20000} {
			for _, weight := range []int8{127, -128} {
				w, scale, bias := make([]int8, in*64), make([]float32, 64), make([]float32, 64)
				for i := range w {
					w[i] = weight
				}
				scale[0], scale[63] = 1, 1
				x := make([]float32, in)
				for i := range x {
					x[i] = -3
				}
				got := product(k, kernel.NewDense(in, 64, w, scale, bias), x, 1)
				want := -3 * float32(weight) * float32(in)
				near(t, fmt.Sprint(k, " ", in, " weights ", weight), []float32{want, 0, want}, []float32{got[0], got[1], got[63]}, 1e-5)
			}
		}
	}
}

func TestZeroRows(t *testing.T) {
	t.Parallel()
	for _, k := range kernel.All() {
		d := kernel.NewDense(5, 2, []int8{1, 2, 3, 4, 5, 6, 7, 8, 9, 10}, []float32{1, 1}, []float32{3, 4})
		near(t, k.String(), []float32{3, 4}, product(k, d, make([]float32, 5), 1)[:2], 0)
		near(t, k.String(), []float32{3, 4}, product(k, d, []float32{1e-40, 0, 0, 0, 0}, 1)[:2], 0)
	}
}

func TestMatMulAgrees(t *testing.T) {
	t.Parallel()
	eachNative(t, func(t *testing.T, k kernel.Kernel, r *rand.Rand) {
		for range 60 {
			m, inner, n := 1+r.IntN(30), 1+r.IntN(100), kernel.Cols(1+r.IntN(200))
			as, bs, cs := inner+r.IntN(5), n+r.IntN(5), n+r.IntN(5)
			a, b := normal(r, m*as, 1), normal(r, inner*bs, 1)
			want, got := make([]float32, m*cs), make([]float32, m*cs)
			kernel.Portable().MatMul(want, a, b, m, inner, n, as, bs, cs)
			k.MatMul(got, a, b, m, inner, n, as, bs, cs)
			near(t, fmt.Sprint(m, "×", inner, "×", n), want, got, 1e-4)
		}
	})
}

// TestMatMulIsTheSum holds the portable product to the definition.
func TestMatMulIsTheSum(t *testing.T) {
	t.Parallel()
	c := make([]float32, 2*32)
	b := make([]float32, 2*32)
	b[0], b[1], b[32], b[33] = 1, 2, 3, 4
	kernel.Portable().MatMul(c, []float32{1, 10, 100, 1000}, b, 2, 2, 32, 2, 32, 32)
	near(t, "product", []float32{31, 42, 3100, 4200}, []float32{c[0], c[1], c[32], c[33]}, 0)
}

func TestVectorFunctionsAgree(t *testing.T) {
	t.Parallel()
	eachNative(t, func(t *testing.T, k kernel.Kernel, r *rand.Rand) {
		p := kernel.Portable()
		for n := 1; n < 100; n++ {
			x := normal(r, n, 4)
			a, b := append([]float32{}, x...), append([]float32{}, x...)
			p.GELU(a)
			k.GELU(b)
			near(t, fmt.Sprint("gelu of ", n), a, b, 1e-6)

			a, b = append([]float32{}, x...), append([]float32{}, x...)
			near(t, fmt.Sprint("softmax sum of ", n), []float32{p.Softmax(a)}, []float32{k.Softmax(b)}, 1e-5)
			near(t, fmt.Sprint("softmax of ", n), a, b, 1e-6)

			a, b = append([]float32{}, x...), append([]float32{}, x...)
			rest, w, bias := normal(r, n, 1), normal(r, n, 1), normal(r, n, 1)
			p.AddNorm(a, rest, 1, n, w, bias, 1e-12)
			k.AddNorm(b, rest, 1, n, w, bias, 1e-12)
			near(t, fmt.Sprint("norm of ", n), a, b, 1e-3)
		}
	})
}

// TestFunctionsAreRight holds every kernel to float64.
func TestFunctionsAreRight(t *testing.T) {
	t.Parallel()
	for _, k := range kernel.All() {
		t.Run(k.String(), func(t *testing.T) {
			t.Parallel()
			var x, want []float32
			for v := -12.0; v < 12; v += 1.0 / 64 {
				x, want = append(x, float32(v)), append(want, float32(v*0.5*math.Erfc(-v/math.Sqrt2)))
			}
			for _, v := range []float32{0, -200, 200, 1e20, -1e20} {
				x, want = append(x, v), append(want, max(v, 0))
			}
			k.GELU(x)
			near(t, "gelu", want, x, 2e-6)

			x, want = nil, nil
			sum := 0.0
			for i := range 1024 {
				v := -70 + 70*float64(i)/1023
				x, want = append(x, float32(v)+5), append(want, float32(math.Exp(v)))
				sum += math.Exp(v)
			}
			got := k.Softmax(x)
			near(t, "softmax", want, x, 3e-7)
			near(t, "sum", []float32{float32(sum)}, []float32{got}, 1e-6)

			inf := []float32{float32(math.Inf(-1)), 1, 1, float32(math.Inf(-1))}
			near(t, "sum with masks", []float32{2}, []float32{k.Softmax(inf)}, 1e-6)
		})
	}
}

func TestAddNorm(t *testing.T) {
	t.Parallel()
	for _, k := range kernel.All() {
		const rows, n = 3, 37
		r := rand.New(rand.NewPCG(5, 6))
		x, rest, w, b := normal(r, rows*n, 2), normal(r, rows*(n+3), 2), normal(r, n, 1), normal(r, n, 1)
		var want []float32
		for row := range rows {
			want = append(want, norm64(x[row*n:][:n], rest[row*(n+3):], w, b)...)
		}
		k.AddNorm(x, rest, rows, n+3, w, b, 1e-12)
		near(t, k.String(), want, x, 1e-5)
	}
}

func norm64(x, rest, w, b []float32) []float32 {
	n, mean, squares := float64(len(x)), 0.0, 0.0
	sums := make([]float64, len(x))
	for i := range x {
		sums[i] = float64(x[i]) + float64(rest[i])
		mean += sums[i] / n
	}
	for _, v := range sums {
		squares += (v - mean) * (v - mean) / n
	}
	out := make([]float32, len(x))
	for i, v := range sums {
		out[i] = float32((v-mean)/math.Sqrt(squares+1e-12)*float64(w[i]) + float64(b[i]))
	}
	return out
}
