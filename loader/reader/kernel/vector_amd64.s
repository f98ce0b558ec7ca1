#include "textflag.h"

// The functions on vectors, by AVX2 unless they say else. Lengths are in floats, multiples of 16. The formulas are those of portable.go.

// The constants of exp and of gelu, each once: they are broadcast when a function begins.
DATA consts<>+0(SB)/4, $-80.0
DATA consts<>+4(SB)/4, $1.44269504
DATA consts<>+8(SB)/4, $0.693359375
DATA consts<>+12(SB)/4, $-2.12194440e-4
DATA consts<>+16(SB)/4, $1.9875691500e-4
DATA consts<>+20(SB)/4, $1.3981999507e-3
DATA consts<>+24(SB)/4, $8.3334519073e-3
DATA consts<>+28(SB)/4, $4.1665795894e-2
DATA consts<>+32(SB)/4, $1.6666665459e-1
DATA consts<>+36(SB)/4, $5.0000001201e-1
DATA consts<>+40(SB)/4, $1.0
DATA consts<>+44(SB)/4, $0.231641888
DATA consts<>+48(SB)/4, $0.5307027145
DATA consts<>+52(SB)/4, $-0.7265760135
DATA consts<>+56(SB)/4, $0.7107068705
DATA consts<>+60(SB)/4, $-0.142248368
DATA consts<>+64(SB)/4, $0.127414796
DATA consts<>+68(SB)/4, $-0.5
DATA consts<>+72(SB)/4, $0x7fffffff
GLOBL consts<>(SB), RODATA|NOPTR, $76

// The constants of exp stay in registers.
#define LOADEXP2 \
	VBROADCASTSS consts<>+0(SB), Y4   \
	VBROADCASTSS consts<>+4(SB), Y5   \
	VBROADCASTSS consts<>+8(SB), Y6   \
	VBROADCASTSS consts<>+12(SB), Y7  \
	VBROADCASTSS consts<>+16(SB), Y8  \
	VBROADCASTSS consts<>+20(SB), Y9  \
	VBROADCASTSS consts<>+24(SB), Y10 \
	VBROADCASTSS consts<>+28(SB), Y11 \
	VBROADCASTSS consts<>+32(SB), Y12 \
	VBROADCASTSS consts<>+36(SB), Y13 \
	VBROADCASTSS consts<>+40(SB), Y14

// X = e^X for X ≤ 0; T and P are overwritten.
#define EXP2(X, T, P) \
	VMAXPS Y4, X, X          \
	VMULPS Y5, X, T          \
	VROUNDPS $8, T, T        \
	VFNMADD231PS Y6, T, X    \
	VFNMADD231PS Y7, T, X    \
	VMOVAPS Y8, P            \
	VFMADD213PS Y9, X, P     \
	VFMADD213PS Y10, X, P    \
	VFMADD213PS Y11, X, P    \
	VFMADD213PS Y12, X, P    \
	VFMADD213PS Y13, X, P    \
	VCVTPS2DQ T, T           \
	VPSLLD $23, T, T         \
	VMULPS X, P, P           \
	VFMADD213PS X, X, P      \
	VADDPS Y14, P, P         \
	VPADDD T, P, X

// Adds up the eight floats of Y, in X; T is overwritten.
#define SUM8(Y, X, T) \
	VEXTRACTF128 $1, Y, T \
	VADDPS T, X, X        \
	VHADDPS X, X, X       \
	VHADDPS X, X, X

// func softmaxAVX2(x *float32, n int) float32
TEXT ·softmaxAVX2(SB), NOSPLIT, $0-20
	MOVQ x+0(FP), SI
	MOVQ n+8(FP), CX
	MOVQ SI, DI
	MOVQ CX, DX
	VMOVUPS (SI), Y0

top:
	VMAXPS (SI), Y0, Y0
	VMAXPS 32(SI), Y0, Y0
	ADDQ $64, SI
	SUBQ $16, CX
	JNZ  top
	VEXTRACTF128 $1, Y0, X1
	VMAXPS X1, X0, X0
	VPERMILPS $0x4E, X0, X1
	VMAXPS X1, X0, X0
	VPERMILPS $0xB1, X0, X1
	VMAXPS X1, X0, X0
	VBROADCASTSS X0, Y15

	LOADEXP2
	VXORPS Y3, Y3, Y3

powers:
	VMOVUPS (DI), Y0
	VSUBPS Y15, Y0, Y0
	EXP2(Y0, Y1, Y2)
	VADDPS Y0, Y3, Y3
	VMOVUPS Y0, (DI)
	ADDQ $32, DI
	SUBQ $8, DX
	JNZ  powers
	SUM8(Y3, X3, X0)
	VMOVSS X3, ret+16(FP)
	VZEROUPPER
	RET

// func geluAVX2(x *float32, n int)
TEXT ·geluAVX2(SB), NOSPLIT, $0-16
	MOVQ x+0(FP), SI
	MOVQ n+8(FP), CX
	TESTQ CX, CX
	JZ   none
	LOADEXP2

gelu:
	VMOVUPS (SI), Y0
	VBROADCASTSS consts<>+72(SB), Y1
	VANDPS Y1, Y0, Y15          // |x|
	VMULPS Y15, Y15, Y0
	VBROADCASTSS consts<>+68(SB), Y1
	VMULPS Y1, Y0, Y0
	EXP2(Y0, Y1, Y2)            // e^(−x²/2)
	VMULPS Y15, Y0, Y0
	VBROADCASTSS consts<>+44(SB), Y1
	VFMADD213PS Y14, Y15, Y1
	VDIVPS Y1, Y14, Y1          // t
	VBROADCASTSS consts<>+48(SB), Y2
	VBROADCASTSS consts<>+52(SB), Y3
	VFMADD213PS Y3, Y1, Y2
	VBROADCASTSS consts<>+56(SB), Y3
	VFMADD213PS Y3, Y1, Y2
	VBROADCASTSS consts<>+60(SB), Y3
	VFMADD213PS Y3, Y1, Y2
	VBROADCASTSS consts<>+64(SB), Y3
	VFMADD213PS Y3, Y1, Y2
	VMULPS Y1, Y2, Y2
	VXORPS Y3, Y3, Y3
	VMAXPS (SI), Y3, Y3
	VFNMADD231PS Y2, Y0, Y3
	VMOVUPS Y3, (SI)
	ADDQ $32, SI
	SUBQ $8, CX
	JNZ  gelu

none:
	VZEROUPPER
	RET

// func addAVX2(x, r *float32, n int) float32
TEXT ·addAVX2(SB), NOSPLIT, $0-28
	MOVQ x+0(FP), SI
	MOVQ r+8(FP), DX
	MOVQ n+16(FP), CX
	VXORPS Y0, Y0, Y0
	VXORPS Y1, Y1, Y1
	TESTQ CX, CX
	JZ   added

adding:
	VMOVUPS (SI), Y2
	VMOVUPS 32(SI), Y3
	VADDPS (DX), Y2, Y2
	VADDPS 32(DX), Y3, Y3
	VMOVUPS Y2, (SI)
	VMOVUPS Y3, 32(SI)
	VADDPS Y2, Y0, Y0
	VADDPS Y3, Y1, Y1
	ADDQ $64, SI
	ADDQ $64, DX
	SUBQ $16, CX
	JNZ  adding

added:
	VADDPS Y1, Y0, Y0
	SUM8(Y0, X0, X1)
	VMOVSS X0, ret+24(FP)
	VZEROUPPER
	RET

// func squaresAVX2(x *float32, n int, mean float32) float32
TEXT ·squaresAVX2(SB), NOSPLIT, $0-28
	MOVQ x+0(FP), SI
	MOVQ n+8(FP), CX
	VBROADCASTSS mean+16(FP), Y4
	VXORPS Y0, Y0, Y0
	VXORPS Y1, Y1, Y1
	TESTQ CX, CX
	JZ   squared

squaring:
	VMOVUPS (SI), Y2
	VMOVUPS 32(SI), Y3
	VSUBPS Y4, Y2, Y2
	VSUBPS Y4, Y3, Y3
	VFMADD231PS Y2, Y2, Y0
	VFMADD231PS Y3, Y3, Y1
	ADDQ $64, SI
	SUBQ $16, CX
	JNZ  squaring

squared:
	VADDPS Y1, Y0, Y0
	SUM8(Y0, X0, X1)
	VMOVSS X0, ret+24(FP)
	VZEROUPPER
	RET

// func affineAVX2(x, w, b *float32, n int, mean, factor float32)
TEXT ·affineAVX2(SB), NOSPLIT, $0-40
	MOVQ x+0(FP), SI
	MOVQ w+8(FP), DX
	MOVQ b+16(FP), DI
	MOVQ n+24(FP), CX
	VBROADCASTSS mean+32(FP), Y4
	VBROADCASTSS factor+36(FP), Y5
	TESTQ CX, CX
	JZ   moved

moving:
	VMOVUPS (SI), Y0
	VSUBPS Y4, Y0, Y0
	VMULPS Y5, Y0, Y0
	VMOVUPS (DX), Y1
	VFMADD213PS (DI), Y1, Y0
	VMOVUPS Y0, (SI)
	ADDQ $32, SI
	ADDQ $32, DX
	ADDQ $32, DI
	SUBQ $8, CX
	JNZ  moving

moved:
	VZEROUPPER
	RET

// func topAVX2(x *float32, n int) float32
TEXT ·topAVX2(SB), NOSPLIT, $0-20
	MOVQ x+0(FP), SI
	MOVQ n+8(FP), CX
	VBROADCASTSS consts<>+72(SB), Y4
	VXORPS Y0, Y0, Y0
	VXORPS Y1, Y1, Y1
	TESTQ CX, CX
	JZ   topped

topping:
	VANDPS (SI), Y4, Y2
	VANDPS 32(SI), Y4, Y3
	VMAXPS Y2, Y0, Y0
	VMAXPS Y3, Y1, Y1
	ADDQ $64, SI
	SUBQ $16, CX
	JNZ  topping

topped:
	VMAXPS Y1, Y0, Y0
	VEXTRACTF128 $1, Y0, X1
	VMAXPS X1, X0, X0
	VPERMILPS $0x4E, X0, X1
	VMAXPS X1, X0, X0
	VPERMILPS $0xB1, X0, X1
	VMAXPS X1, X0, X0
	VMOVSS X0, ret+16(FP)
	VZEROUPPER
	RET

// func quantizeAVX2(dst *int16, x *float32, n int, by float32)
TEXT ·quantizeAVX2(SB), NOSPLIT, $0-28
	MOVQ dst+0(FP), DI
	MOVQ x+8(FP), SI
	MOVQ n+16(FP), CX
	VBROADCASTSS by+24(FP), Y4
	TESTQ CX, CX
	JZ   quantized

quantizing:
	VMULPS (SI), Y4, Y0
	VMULPS 32(SI), Y4, Y1
	VCVTPS2DQ Y0, Y0
	VCVTPS2DQ Y1, Y1
	VPACKSSDW Y1, Y0, Y0
	VPERMQ $0xD8, Y0, Y0
	VMOVDQU Y0, (DI)
	ADDQ $64, SI
	ADDQ $32, DI
	SUBQ $16, CX
	JNZ  quantizing

quantized:
	VZEROUPPER
	RET

// func quantizeAVX512(high, low *uint8, x *float32, n int, by float32)
TEXT ·quantizeAVX512(SB), NOSPLIT, $0-36
	MOVQ high+0(FP), DI
	MOVQ low+8(FP), DX
	MOVQ x+16(FP), SI
	MOVQ n+24(FP), CX
	VBROADCASTSS by+32(FP), Z4
	MOVL $8192, AX // planeZero
	VPBROADCASTD AX, Z5
	TESTQ CX, CX
	JZ   quantized5

quantizing5:
	VMULPS (SI), Z4, Z0
	VCVTPS2DQ Z0, Z0
	VPADDD Z5, Z0, Z0
	VPMOVDB Z0, (DX)
	VPSRLD $8, Z0, Z0
	VPMOVDB Z0, (DI)
	ADDQ $64, SI
	ADDQ $16, DI
	ADDQ $16, DX
	SUBQ $16, CX
	JNZ  quantizing5

quantized5:
	VZEROUPPER
	RET
