package kernel

import "golang.org/x/sys/cpu"

// native returns the kernels in assembly that this processor, and its operating system, can run.
func native() []Kernel {
	var out []Kernel
	if cpu.X86.HasAVX512F && cpu.X86.HasAVX512BW && cpu.X86.HasAVX512DQ && cpu.X86.HasAVX512VL && cpu.X86.HasAVX512VNNI && cpu.X86.HasFMA {
		out = append(out, Kernel{name: "avx512", ops: avx512{}})
	}
	if cpu.X86.HasAVX2 && cpu.X86.HasFMA {
		out = append(out, Kernel{name: "avx2", ops: avx2{}})
	}
	return out
}

// denseArgs is one tile of the int8 product: four rows by the outputs of a part of a panel. The assembly knows the offsets.
type denseArgs struct {
	x       *uint8   // 0: four rows of planes
	xStride int      // 8: bytes from row to row
	w       *int8    // 16: a panel
	steps   int      // 24: groups of four inputs
	offset  *int32   // 32: of each output
	scale   *float32 // 40: of each output
	bias    *float32 // 48: of each output
	xScale  *float32 // 56: of each row
	y       *float32 // 64: four rows
	yStride int      // 72: bytes from row to row
	wide    *int16   // 80: four rows of int16, for AVX2, in place of x
}

// The assembly's tiles of the int8 product, in outputs.
const (
	outsAVX512 = 64
	outsAVX2   = 8
)

// tiles does a product in tiles of four rows by outs outputs.
func tiles(y []float32, d *Dense, q *Quantized, outs int) {
	args := denseArgs{xStride: q.in4 * 8, steps: d.in4, yStride: d.outs * 4}
	for panel := 0; panel < d.outs; panel += tileOuts {
		for r := 0; r < q.rows; r += tileRows {
			args.xScale = &q.scale[r]
			if outs == outsAVX512 {
				args.x = &q.planes[r*q.in4*8]
			} else {
				args.wide = &q.wide[r*q.in4*4]
			}
			for o := panel; o < panel+tileOuts; o += outs {
				args.w = &d.packed[panel*d.in4*4+(o-panel)*4]
				args.offset, args.scale, args.bias = &d.offset[o], &d.scale[o], &d.bias[o]
				args.y = &y[r*d.outs+o]
				if outs == outsAVX512 {
					denseAVX512(&args)
				} else {
					denseAVX2(&args)
				}
			}
		}
	}
}

// matArgs is one tile of rows of the float32 product. The assembly knows the offsets.
type matArgs struct {
	a       *float32 // 0
	aStride int      // 8: bytes from row to row
	b       *float32 // 16
	bStride int      // 24: bytes from row to row
	c       *float32 // 32
	cStride int      // 40: bytes from row to row
	k       int      // 48
	n       int      // 56: columns, a multiple of 32
}

func matArgsOf(c, a, b []float32, s matShape) matArgs {
	return matArgs{
		a: &a[0], aStride: s.aStride * 4, b: &b[0], bStride: s.bStride * 4, c: &c[0], cStride: s.cStride * 4, k: s.k, n: s.n,
	}
}

// first is the address of a row's values; the assembly does not look at it when there are none.
func first[T any](x []T) *T {
	if len(x) == 0 {
		return nil
	}
	return &x[0]
}
