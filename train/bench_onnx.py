"""Compares the Go encoder with ONNX Runtime, float32 and int8, on the same weights, on one core, in one run.

    pip install -r train/requirements.txt onnx==1.23.2 onnxscript==0.7.2 onnxruntime==1.32.0
    python train/bench_onnx.py reader.bin

The three take turns, and the best turn of each counts, so that what else the machine does weighs little.
"""

from __future__ import annotations

import argparse
import os
import re
import subprocess
import tempfile
import time
from pathlib import Path

import numpy as np
import onnxruntime
import torch
from onnxruntime.quantization import QuantType, quantize_dynamic

import export

LENGTH = 384
ROOT = Path(__file__).parent.parent


def session(path: Path) -> onnxruntime.InferenceSession:
    """A session on one thread."""
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = options.inter_op_num_threads = 1
    return onnxruntime.InferenceSession(path, options, providers=["CPUExecutionProvider"])


def models(weights: Path, folder: Path) -> dict[str, onnxruntime.InferenceSession]:
    """The encoder in float32 and with int8 products."""
    model, _ = export.read(weights)
    inputs = (
        torch.full((1, LENGTH), 1996),
        torch.ones((3, 1, LENGTH), dtype=torch.long),
        torch.ones((1, LENGTH), dtype=torch.bool),
    )
    names = ["pieces", "features", "mask"]
    torch.onnx.export(
        model, inputs, folder / "float32.onnx", input_names=names, output_names=["x"], dynamo=True, external_data=False
    )
    quantize_dynamic(folder / "float32.onnx", folder / "int8.onnx", weight_type=QuantType.QInt8, per_channel=True)
    return {f"onnxruntime {kind}": session(folder / f"{kind}.onnx") for kind in ("float32", "int8")}


def turn_onnx(running: onnxruntime.InferenceSession, seconds: float) -> float:
    """Tokens a second of the best of a turn's windows."""
    feed = {
        "pieces": np.full((1, LENGTH), 1996),
        "features": np.ones((3, 1, LENGTH), dtype=np.int64),
        "mask": np.ones((1, LENGTH), dtype=bool),
    }
    wanted = {i.name for i in running.get_inputs()}
    feed = {name: values for name, values in feed.items() if name in wanted}
    best, end = float("inf"), time.perf_counter() + seconds
    while time.perf_counter() < end:
        begin = time.perf_counter()
        running.run(None, feed)
        best = min(best, time.perf_counter() - begin)
    return LENGTH / best


def turn_go(binary: Path, weights: Path, level: str, seconds: float) -> float:
    """Tokens a second of the best of a turn's windows."""
    command = [binary, "-test.run", "^$", "-test.bench", f"^BenchmarkVectors$/^window_of_384$/^{level}$"]
    command += ["-test.benchtime", f"{seconds}s", "-weights", weights.resolve()]
    out = subprocess.run(command, env=os.environ | {"GOMAXPROCS": "1"}, capture_output=True, text=True, check=True).stdout
    return max((float(v) for v in re.findall(r"([\d.]+) best-tokens/s", out)), default=0.0)


def main() -> None:
    """Prints a table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("weights", type=Path)
    parser.add_argument("--turns", type=int, default=3)
    parser.add_argument("--seconds", type=float, default=2)
    o = parser.parse_args()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        binary = folder / "encoder.test"
        subprocess.run(["go", "test", "-c", "-o", binary, "./loader/reader/encoder"], cwd=ROOT, check=True)
        sessions = models(o.weights, folder)
        best: dict[str, float] = {}
        for _ in range(o.turns):
            found = {name: turn_onnx(running, o.seconds) for name, running in sessions.items()}
            found |= {f"go {level}": turn_go(binary, o.weights, level, o.seconds) for level in ("avx512", "avx2")}
            best = {name: max(speed, best.get(name, 0)) for name, speed in found.items()}
    base = best["onnxruntime float32"]
    for name, speed in best.items():
        print(f"{name:20} {speed:8.0f} tokens/s  {speed / base:5.2f} × onnxruntime float32")


if __name__ == "__main__":
    main()
