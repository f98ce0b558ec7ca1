"""Writes and reads weights files (docs/reader-format.md, section 7).

python train/export.py train/out/checkpoint.pt reader.bin
"""

from __future__ import annotations

import argparse
import hashlib
import json
import struct
from dataclasses import fields
from pathlib import Path
from typing import Any

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor

from model import Reader, base_folder
from spec import LINKS, Architecture, header
from units import Vocabulary

MAGIC, VERSION, ALIGNMENT = b"NGREADER", 1, 64
_PARTS = ("query", "key", "value", "out", "up", "down")


def tensor_names(a: Architecture) -> dict[str, tuple[str, bool]]:
    """The name of each parameter in the file, and whether it is quantized, by its name in the model."""
    out = {"embed.word.weight": ("embed.word", True)}
    out |= {f"embed.{n}.weight": (f"embed.{n}", False) for n in ("position", "shape", "quote")}
    out["embed.breaks.weight"] = ("embed.break", False)
    out |= {f"embed.norm.{p}": (f"embed.norm.{p}", False) for p in ("weight", "bias")}
    for n in range(a.layers):
        out |= {f"layers.{n}.{x}.{p}": (f"layer.{n}.{x}.{p}", p == "weight") for x in _PARTS for p in ("weight", "bias")}
        out |= {f"layers.{n}.{x}.{p}": (f"layer.{n}.{x}.{p}", False) for x in ("norm1", "norm2") for p in ("weight", "bias")}
    out |= {f"tag.{p}": (f"tag.{p}", False) for p in ("weight", "bias")}
    for link in LINKS:
        for ours, theirs in (("origin", "from"), ("target", "to")):
            out |= _linear(f"links.{link.name}.{ours}", f"link.{link.name}.{theirs}")
        out |= _biaffine(f"links.{link.name}.score", f"link.{link.name}", quantized=False)
    for part in ("predicate", "argument"):
        out |= _linear(f"roles.{part}", f"role.{part}")
    return out | _biaffine("roles.score", "role", quantized=True)


def _linear(ours: str, theirs: str) -> dict[str, tuple[str, bool]]:
    return {f"{ours}.{p}": (f"{theirs}.{p}", p == "weight") for p in ("weight", "bias")}


def _biaffine(ours: str, theirs: str, quantized: bool) -> dict[str, tuple[str, bool]]:
    return {f"{ours}.biaffine": (f"{theirs}.biaffine", quantized), f"{ours}.distance": (f"{theirs}.distance", False)}


def quantize(values: Tensor) -> tuple[NDArray[np.int8], NDArray[np.float32]]:
    """Rows of the last dimension as int8 with a scale each."""
    rows = values.detach().float().reshape(-1, values.shape[-1])
    scales = rows.abs().amax(1) / 127
    scales[scales == 0] = 1
    return torch.round(rows / scales[:, None]).to(torch.int8).numpy(), scales.numpy().astype("<f4")


class _Data:
    """The data part of the file, every piece at an aligned offset."""

    def __init__(self) -> None:
        self.bytes = bytearray()

    def add(self, part: bytes) -> int:
        self.bytes += b"\0" * (-len(self.bytes) % ALIGNMENT)
        at = len(self.bytes)
        self.bytes += part
        return at


def write(model: Reader, vocabulary: Vocabulary, name: str, path: Path) -> None:
    """Quantizes a model and writes its file."""
    store, head = _Data(), header(name, model.architecture)
    pieces = "".join(piece + "\n" for piece in vocabulary.pieces).encode()
    head["vocabulary"] = {"offset": store.add(pieces), "bytes": len(pieces)}
    state, tensors = model.state_dict(), []
    for own, (theirs, quantized) in tensor_names(model.architecture).items():
        values = state.pop(own)
        if theirs.startswith("link.") and values.ndim and values.shape[0] == 1:
            values = values[0]  # a link has one score
        tensors.append(_tensor(store, theirs, values, quantized))
    if state:
        raise ValueError(f"parameters without a place in the file: {sorted(state)}")
    head["tensors"] = tensors
    path.write_bytes(_framed(head, bytes(store.bytes)))


def _tensor(store: _Data, name: str, values: Tensor, quantized: bool) -> dict[str, Any]:
    entry: dict[str, Any] = {"name": name, "shape": list(values.shape)}
    if not quantized:
        return entry | {"type": "float32", "offset": store.add(values.detach().numpy().astype("<f4").tobytes())}
    rows, scales = quantize(values)
    return entry | {"type": "int8", "offset": store.add(rows.tobytes()), "scales": store.add(scales.tobytes())}


def _framed(head: dict[str, Any], body: bytes) -> bytes:
    text = json.dumps(head, ensure_ascii=False, separators=(",", ":")).encode()
    text += b" " * (-(len(text) + 16) % ALIGNMENT)
    out = MAGIC + struct.pack("<II", VERSION, len(text)) + text + body
    return out + hashlib.sha256(out).digest()


def read(path: Path) -> tuple[Reader, Vocabulary]:
    """A model with the dequantized weights of a file."""
    raw = path.read_bytes()
    if raw[:8] != MAGIC or hashlib.sha256(raw[:-32]).digest() != raw[-32:]:
        raise ValueError(f"{path} is no weights file, or damaged")
    size = struct.unpack("<I", raw[12:16])[0]
    head, body = json.loads(raw[16 : 16 + size]), raw[16 + size : -32]
    architecture = Architecture(**{f.name: head["architecture"][f.name] for f in fields(Architecture)})
    model = Reader(architecture)
    found = {t["name"]: _values(t, body) for t in head["tensors"]}
    shapes = {name: p.shape for name, p in model.state_dict().items()}
    own = {ours: found[theirs].reshape(shapes[ours]) for ours, (theirs, _) in tensor_names(architecture).items()}
    model.load_state_dict(own)
    at = head["vocabulary"]
    pieces = body[at["offset"] : at["offset"] + at["bytes"]].decode().removesuffix("\n").split("\n")
    return model.eval(), Vocabulary(pieces, architecture.max_pieces)


def _values(tensor: dict[str, Any], body: bytes) -> Tensor:
    count = int(np.prod(tensor["shape"]))
    if tensor["type"] == "float32":
        flat = np.frombuffer(body, "<f4", count, tensor["offset"]).copy()
        return torch.from_numpy(flat).reshape(tensor["shape"])
    width = tensor["shape"][-1]
    rows = np.frombuffer(body, np.int8, count, tensor["offset"]).reshape(-1, width)
    scales = np.frombuffer(body, "<f4", count // width, tensor["scales"])
    return torch.from_numpy(rows * scales[:, None]).reshape(tensor["shape"])


def main() -> None:
    """Exports a checkpoint of the training."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("checkpoint", type=Path)
    parser.add_argument("out", type=Path)
    parser.add_argument("--name", default="newsgraph reader")
    o = parser.parse_args()
    model = Reader(Architecture())
    model.load_state_dict(torch.load(o.checkpoint, weights_only=True)["model"])
    write(model, Vocabulary.load(base_folder() / "vocab.txt", model.architecture.max_pieces), o.name, o.out)


if __name__ == "__main__":
    main()
