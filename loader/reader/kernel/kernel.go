package kernel

// Kernel is one way to do the arithmetic. It is a value without state, and may be used by many goroutines at once.
type Kernel struct {
	name string
	ops  ops
}

// lane is the number of floats that the vector functions of ops take at once; the rest of a row is done in plain Go.
const lane = 16

// ops are the functions that there are in more than one way. All but quantize take a multiple of lane values.
type ops interface {
	dense(y []float32, d *Dense, q *Quantized)      // whole tiles of rows and of outputs
	tileRows() int                                  // rows of a tile of matMul
	matMul(c, a, b []float32, s matShape)           // one tile of rows, s.n a multiple of 32
	softmax(x []float32) float32                    // e^(x−max) in place; returns the sum
	gelu(x []float32)                               // in place
	add(x, r []float32) float32                     // x += r; returns the sum of x
	squares(x []float32, mean float32) float32      // Σ(x−mean)²
	affine(x, w, b []float32, mean, factor float32) // (x−mean)·factor·w + b in place
	top(x []float32) float32                        // max|x|
	reserve(q *Quantized, n int)                    // memory for n values
	quantize(q *Quantized, row int, x []float32, by float32)
}

// New returns the fastest kernel of this processor.
func New() Kernel { return All()[0] }

// Portable returns the kernel in plain Go, to which the others are held.
func Portable() Kernel { return Kernel{name: "portable", ops: portable{}} }

// All returns the kernels that this processor can run, the fastest first.
func All() []Kernel { return append(native(), Portable()) }

// String is the kernel's name: "avx512", "avx2" or "portable".
func (k Kernel) String() string { return k.name }

// whole is the part of n values that the vector functions take.
func whole(n int) int { return n &^ (lane - 1) }

// Grow returns s with the length n, in new memory if there is too little. The values are whatever was there.
func Grow[T any](s []T, n int) []T {
	if cap(s) < n {
		return make([]T, n)
	}
	return s[:n]
}
