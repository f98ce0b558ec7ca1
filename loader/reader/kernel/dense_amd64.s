#include "textflag.h"

// The int8 product. The offsets of the arguments' fields are those of denseArgs.

// One step of k: four bytes of each of four rows against 64 outputs.
#define STEP(ROW, A0, A1, A2, A3) \
	VPBROADCASTD ROW, Z24   \
	VPDPBUSD Z20, Z24, A0   \
	VPDPBUSD Z21, Z24, A1   \
	VPDPBUSD Z22, Z24, A2   \
	VPDPBUSD Z23, Z24, A3

// Takes planeZero·Σw off a row's sums, scales them by the row's and the outputs' scales, adds the bias and stores them.
#define FINISH(SCALE, OUT, A0, A1, A2, A3) \
	VBROADCASTSS SCALE, Z24   \
	VPSUBD Z16, A0, A0        \
	VPSUBD Z17, A1, A1        \
	VPSUBD Z18, A2, A2        \
	VPSUBD Z19, A3, A3        \
	VCVTDQ2PS A0, A0          \
	VCVTDQ2PS A1, A1          \
	VCVTDQ2PS A2, A2          \
	VCVTDQ2PS A3, A3          \
	VMULPS Z20, Z24, Z29      \
	VFMADD213PS Z25, Z29, A0  \
	VMULPS Z21, Z24, Z29      \
	VFMADD213PS Z26, Z29, A1  \
	VMULPS Z22, Z24, Z29      \
	VFMADD213PS Z27, Z29, A2  \
	VMULPS Z23, Z24, Z29      \
	VFMADD213PS Z28, Z29, A3  \
	VMOVUPS A0, (OUT)         \
	VMOVUPS A1, 64(OUT)       \
	VMOVUPS A2, 128(OUT)      \
	VMOVUPS A3, 192(OUT)

// func denseAVX512(a *denseArgs)
// Four rows by 64 outputs. The sums may leave int32 on the way, modulo 2³², but not at the end.
TEXT ·denseAVX512(SB), NOSPLIT, $0-8
	MOVQ a+0(FP), DI
	MOVQ 0(DI), SI   // x
	MOVQ 8(DI), R8   // bytes from row to row of x
	MOVQ 16(DI), DX  // w
	MOVQ 24(DI), CX  // steps of k
	LEAQ (SI)(R8*1), R9
	LEAQ (SI)(R8*2), R10
	LEAQ (R9)(R8*2), R11

	VPXORD Z0, Z0, Z0
	VPXORD Z1, Z1, Z1
	VPXORD Z2, Z2, Z2
	VPXORD Z3, Z3, Z3
	VPXORD Z4, Z4, Z4
	VPXORD Z5, Z5, Z5
	VPXORD Z6, Z6, Z6
	VPXORD Z7, Z7, Z7
	VPXORD Z8, Z8, Z8
	VPXORD Z9, Z9, Z9
	VPXORD Z10, Z10, Z10
	VPXORD Z11, Z11, Z11
	VPXORD Z12, Z12, Z12
	VPXORD Z13, Z13, Z13
	VPXORD Z14, Z14, Z14
	VPXORD Z15, Z15, Z15
	XORQ AX, AX

loop:
	VMOVDQU64 (DX), Z20
	VMOVDQU64 64(DX), Z21
	VMOVDQU64 128(DX), Z22
	VMOVDQU64 192(DX), Z23
	STEP((SI)(AX*4), Z0, Z1, Z2, Z3)
	STEP((R9)(AX*4), Z4, Z5, Z6, Z7)
	STEP((R10)(AX*4), Z8, Z9, Z10, Z11)
	STEP((R11)(AX*4), Z12, Z13, Z14, Z15)
	ADDQ $256, DX
	INCQ AX
	CMPQ AX, CX
	JLT  loop

	// The low bytes follow the high ones, which count 256 times as much.
	CMPQ CX, 24(DI)
	JNE  finish
	VPSLLD $8, Z0, Z0
	VPSLLD $8, Z1, Z1
	VPSLLD $8, Z2, Z2
	VPSLLD $8, Z3, Z3
	VPSLLD $8, Z4, Z4
	VPSLLD $8, Z5, Z5
	VPSLLD $8, Z6, Z6
	VPSLLD $8, Z7, Z7
	VPSLLD $8, Z8, Z8
	VPSLLD $8, Z9, Z9
	VPSLLD $8, Z10, Z10
	VPSLLD $8, Z11, Z11
	VPSLLD $8, Z12, Z12
	VPSLLD $8, Z13, Z13
	VPSLLD $8, Z14, Z14
	VPSLLD $8, Z15, Z15
	ADDQ CX, CX
	MOVQ 16(DI), DX
	JMP  loop

finish:
	MOVQ 32(DI), R12 // planeZero·Σw of each output
	VMOVDQU64 (R12), Z16
	VMOVDQU64 64(R12), Z17
	VMOVDQU64 128(R12), Z18
	VMOVDQU64 192(R12), Z19
	MOVQ 40(DI), R12 // scale of each output
	VMOVUPS (R12), Z20
	VMOVUPS 64(R12), Z21
	VMOVUPS 128(R12), Z22
	VMOVUPS 192(R12), Z23
	MOVQ 48(DI), R12 // bias of each output
	VMOVUPS (R12), Z25
	VMOVUPS 64(R12), Z26
	VMOVUPS 128(R12), Z27
	VMOVUPS 192(R12), Z28
	MOVQ 56(DI), R12 // scale of each row
	MOVQ 64(DI), R13 // y
	MOVQ 72(DI), R8  // bytes from row to row of y
	FINISH((R12), R13, Z0, Z1, Z2, Z3)
	ADDQ R8, R13
	FINISH(4(R12), R13, Z4, Z5, Z6, Z7)
	ADDQ R8, R13
	FINISH(8(R12), R13, Z8, Z9, Z10, Z11)
	ADDQ R8, R13
	FINISH(12(R12), R13, Z12, Z13, Z14, Z15)
	VZEROUPPER
	RET

// One row against eight outputs, of which Y8 and Y9 have four weights each as int16. The sums of a row are two for each
// output: of its bytes 0 and 1, and of its bytes 2 and 3.
#define STEP2(ROW, A0, A1) \
	VPBROADCASTQ ROW, Y10    \
	VPMADDWD Y8, Y10, Y11    \
	VPADDD Y11, A0, A0       \
	VPMADDWD Y9, Y10, Y12    \
	VPADDD Y12, A1, A1

// Adds a row's pairs of sums, and goes on as FINISH.
#define FINISH2(SCALE, OUT, A0, A1) \
	VPHADDD A1, A0, A0       \
	VPERMQ $0xD8, A0, A0     \
	VCVTDQ2PS A0, A0         \
	VBROADCASTSS SCALE, Y11  \
	VMULPS Y9, Y11, Y11      \
	VFMADD213PS Y10, Y11, A0 \
	VMOVUPS A0, OUT

// func denseAVX2(a *denseArgs)
// Four rows by eight outputs.
TEXT ·denseAVX2(SB), NOSPLIT, $0-8
	MOVQ a+0(FP), DI
	MOVQ 80(DI), SI  // wide
	MOVQ 8(DI), R8   // bytes from row to row of x
	MOVQ 16(DI), DX  // w
	MOVQ 24(DI), CX  // steps of k
	LEAQ (SI)(R8*1), R9
	LEAQ (SI)(R8*2), R10
	LEAQ (R9)(R8*2), R11

	VPXOR Y0, Y0, Y0
	VPXOR Y1, Y1, Y1
	VPXOR Y2, Y2, Y2
	VPXOR Y3, Y3, Y3
	VPXOR Y4, Y4, Y4
	VPXOR Y5, Y5, Y5
	VPXOR Y6, Y6, Y6
	VPXOR Y7, Y7, Y7
	XORQ AX, AX

loop2:
	VPMOVSXBW (DX), Y8
	VPMOVSXBW 16(DX), Y9
	STEP2((SI)(AX*8), Y0, Y1)
	STEP2((R9)(AX*8), Y2, Y3)
	STEP2((R10)(AX*8), Y4, Y5)
	STEP2((R11)(AX*8), Y6, Y7)
	ADDQ $256, DX
	INCQ AX
	CMPQ AX, CX
	JLT  loop2

	MOVQ 40(DI), R12
	VMOVUPS (R12), Y9  // scale of each output
	MOVQ 48(DI), R12
	VMOVUPS (R12), Y10 // bias of each output
	MOVQ 56(DI), R12   // scale of each row
	MOVQ 64(DI), R13   // y
	MOVQ 72(DI), R8    // bytes from row to row of y
	FINISH2((R12), (R13), Y0, Y1)
	ADDQ R8, R13
	FINISH2(4(R12), (R13), Y2, Y3)
	ADDQ R8, R13
	FINISH2(8(R12), (R13), Y4, Y5)
	ADDQ R8, R13
	FINISH2(12(R12), (R13), Y6, Y7)
	VZEROUPPER
	RET
