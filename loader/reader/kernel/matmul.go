package kernel

// matCols is what the number of columns of a float32 product is a multiple of.
const matCols = 32

// Cols rounds the number of columns of a matrix up to what [Kernel.MatMul] takes.
func Cols(n int) int { return roundUp(n, matCols) }

// matShape is a float32 product c = a·b of [m, k] and [k, n]. A stride is the distance in values from row to row.
type matShape struct {
	m, k, n                   int
	aStride, bStride, cStride int
}

// MatMul multiplies matrices: c, m rows of n values, is a, m rows of k values, times b, k rows of n values. The rows begin at
// every aStride, bStride, cStride values. n is a multiple of 32; c shares no memory with a and b.
func (k Kernel) MatMul(c, a, b []float32, m, inner, n, aStride, bStride, cStride int) {
	if m == 0 || n == 0 {
		return
	}
	if n%matCols != 0 || inner == 0 {
		panic("kernel: the shapes of a product do not fit")
	}
	s := matShape{k: inner, n: n, aStride: aStride, bStride: bStride, cStride: cStride}
	_, _, _ = a[(m-1)*aStride+inner-1], b[(inner-1)*bStride+n-1], c[(m-1)*cStride+n-1]
	s.m = k.ops.tileRows()
	for r := 0; r < m; r += s.m {
		if r+s.m > m {
			k.lastRows(c, a, b, r, m, s)
			return
		}
		k.ops.matMul(c[r*cStride:], a[r*aStride:], b, s)
	}
}

// lastRows does the rows from r, fewer than a tile: with rows before them again, or, if there are none, each alone as
// all rows of a tile.
func (k Kernel) lastRows(c, a, b []float32, r, m int, s matShape) {
	if m >= s.m {
		k.ops.matMul(c[(m-s.m)*s.cStride:], a[(m-s.m)*s.aStride:], b, s)
		return
	}
	same := s
	same.aStride, same.cStride = 0, 0
	for ; r < m; r++ {
		k.ops.matMul(c[r*s.cStride:], a[r*s.aStride:], b, same)
	}
}
