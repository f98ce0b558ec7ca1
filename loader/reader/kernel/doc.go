// Package kernel is the arithmetic of the reader's encoder: matrix products and the functions
// between them, on float32 activations and int8 weights.
//
// On amd64 it uses AVX-512 with VNNI where the processor has it, else AVX2 with FMA; elsewhere, and in tests, plain
// Go. The choice is a [Kernel], made once and passed along. The ways agree: products of int8 to the last bit before they
// are scaled, the rest to about 1e-5. Activations have 14 bits in those products: VNNI takes the two bytes one after the
// other, so that they cost twice what 8 bits would, and AVX2, which multiplies int16, has them for nothing.
package kernel
