"""Writes what PyTorch makes of a few invented texts with the weights of a file: the fixture of the Go tests.

    python train/reference.py reader.bin fixture.json

Numbers are rounded to 5 digits after the point. Offsets are bytes of the UTF-8 text.
"""

from __future__ import annotations

import argparse
import json
from itertools import accumulate
from pathlib import Path
from typing import Any

import torch
from torch import Tensor

import export
from batch import buckets, collate, end_vectors, span_distances
from decode import Reading, article_vectors, cuts, read
from document import Document, Span
from encode import Encoded, Encoder
from losses import unit_vectors
from model import Reader
from spec import LINKS, ROLE_LABELS, TAGGINGS

TEXTS = (
    "MOSCOW — The “northern” plan, said Foreign Minister Anna Petrova on Monday, “isn't ready.”",
    '"We don\'t know yet," Dr. O\'Neill-Reyes told the BBC. "It\'s 2026, after all."\n\n'
    "He added that the U.N. would meet in Zürich.",
    "ACCORDING TO THE MAYOR, THE 2019 ELECTION WAS `` fair '' … ''Was it?'' asked İpek Şahin.\n"
    "Some officials claim it wasn\u00adn't.",
    "word",
    "",
)
LONG = (
    "As Minister %d put it, “the Orlik River Festival of %d will open in Marburg, and we shall see”, she said. "
    "The union denied it.\n"
)


def texts() -> list[str]:
    """The invented texts; the last one needs several windows."""
    return [*TEXTS, "".join(LONG % (n, 1990 + n) + ("\n" if n % 3 == 0 else "") for n in range(16))]


class Bytes:
    """Turns code points of a text into bytes."""

    def __init__(self, text: str) -> None:
        self._at = [0, *accumulate(len(c.encode()) for c in text)]

    def span(self, span: Span) -> list[int]:
        """Byte offsets of a span."""
        return [self._at[span[0]], self._at[span[1]]]


def rounded(values: Tensor) -> Any:  # noqa: ANN401 — lists as deep as the tensor
    """Nested lists of numbers with 5 digits after the point."""
    return [rounded(v) for v in values] if values.dim() else round(float(values), 5)


@torch.no_grad()
def case(model: Reader, encoder: Encoder, text: str, short: bool) -> dict[str, Any]:
    """Everything about one text; the encoder's vectors and all logits only of short ones."""
    document, at = Document(text, frozenset()), Bytes(text)
    encoded = encoder.encode(document)
    out: dict[str, Any] = {
        "text": text,
        "units": [at.span((u.start, u.end)) for u in encoded.units],
        "pieces": encoded.pieces,
        "features": dict(zip(("shape", "quote", "break"), encoded.features.tolist(), strict=True)),
        "windows": [
            {"start": c.start, "end": c.end, "kept": list(c.kept)}
            for c in cuts([len(p) for p in encoded.pieces], model.architecture)
        ],
    }
    (h,) = article_vectors(model, encoder, [encoded])
    logits = model.tag(h)
    out["logits"] = rounded(logits) if short else rounded(logits[:: max(1, len(logits) // 20)])
    if short and encoded.units:
        out |= _details(model, encoder, encoded)
    return out | {"reading": _reading(read(model, encoder, [document])[0], at)}


def _details(model: Reader, encoder: Encoder, encoded: Encoded) -> dict[str, Any]:
    """The vectors of the first units, scores of links between made-up spans, and of roles of the first unit."""
    h = unit_vectors(model, collate([encoded], encoder.vocabulary))
    n = len(encoded.units)
    origins, targets = [(0, 1), (n // 2, min(n, n // 2 + 3))], [(0, min(2, n)), (n - 1, n)]
    distance = span_distances(origins, targets)
    links = {
        k.name: rounded(model.links[k.name](end_vectors(h, origins), end_vectors(h, targets), buckets(distance))) for k in LINKS
    }
    words = torch.arange(min(n, 6))[None]
    roles = model.roles(h[:1], h[words], buckets(words))
    return {
        "vectors": rounded(h[:3]),
        "links": {"from": origins, "to": targets, "scores": links},
        "roles": {"predicate": 0, "words": words[0].tolist(), "labels": ROLE_LABELS, "scores": rounded(roles[0])},
    }


def _reading(r: Reading, at: Bytes) -> dict[str, Any]:
    """The decoded marks in bytes."""
    return {
        "names": [{"span": at.span(s), "kind": kind} for s, kind in r.names],
        "spans": {part: [at.span(s) for s in spans] for part, spans in r.spans.items()},
        "attributions": [
            {
                "source": [at.span(s) for s in a.sources],
                "cue": at.span(a.cue) if a.cue else None,
                "content": [at.span(s) for s in a.contents],
            }
            for a in r.attributions
        ],
        "roles": [{"predicate": at.span(p), "arguments": [[label, at.span(w)] for label, w in arcs]} for p, arcs in r.roles],
        "pos": r.pos,
    }


def main() -> None:
    """Writes the fixture."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("weights", type=Path)
    parser.add_argument("out", type=Path)
    o = parser.parse_args()
    torch.set_num_threads(1)
    model, vocabulary = export.read(o.weights)
    encoder = Encoder(vocabulary, model.architecture)
    cases = [case(model, encoder, text, short=len(text) < 200) for text in texts()]
    taggings = [{"name": t.name, "labels": t.labels} for t in TAGGINGS]
    fixture = {"weights": o.weights.read_bytes()[-32:].hex(), "taggings": taggings, "cases": cases}
    o.out.write_text(json.dumps(fixture, ensure_ascii=False, separators=(",", ":")) + "\n", encoding="utf8")


if __name__ == "__main__":
    main()
