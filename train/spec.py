"""The sizes and labels of the reader: what docs/reader-format.md calls the usual model."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from typing import Any

KINDS = ("PERSON", "ORGANIZATION", "PLACE", "EVENT")
NAME_LABELS = ("O", *(f"{part}-{kind}" for kind in KINDS for part in "BIES"))
SPAN_LABELS = ("O", "B", "I", "E", "S")
POS_LABELS = (
    "ADJ", "ADP", "ADV", "AUX", "CCONJ", "DET", "INTJ", "NOUN", "NUM", "PART", "PRON", "PROPN", "PUNCT", "SCONJ",
    "SYM", "VERB", "X",
)  # fmt: skip
TONE_LABELS = ("NEUTRAL", "POSITIVE", "NEGATIVE")
ROLE_LABELS = (
    "none", "ARG0", "ARG1", "ARG2", "ARG3", "ARG4", "ARGM-TMP", "ARGM-LOC", "ARGM-MNR", "ARGM-ADV", "ARGM-MOD",
    "ARGM-NEG", "ARGM-DIS", "ARGM-PRP", "ARGM-CAU", "ARGM-DIR", "ARGM-EXT", "ARGM-GOL", "ARGM-PRD", "ARGM-COM",
    "ARGM-CXN", "ARGM-ADJ", "ARGM-LVB", "ARGM-PRR", "R-ARG0", "R-ARG1", "C-ARG1", "R-ARGM-LOC", "R-ARGM-TMP",
)  # fmt: skip
DISTANCES = 19


@dataclass(frozen=True)
class Architecture:
    """Sizes of the network and of its windows, in the names of the file's header."""

    vocabulary: int = 30522
    positions: int = 512
    hidden: int = 384
    layers: int = 6
    heads: int = 12
    ffn: int = 1536
    eps: float = 1e-12
    shapes: int = 10
    quotes: int = 5
    breaks: int = 5
    window: int = 384
    overlap: int = 64
    max_pieces: int = 8
    link_width: int = 96
    role_width: int = 96


@dataclass(frozen=True)
class Tagging:
    """One label for each unit: spans (BIOES) or plain."""

    name: str
    scheme: str
    labels: tuple[str, ...]


@dataclass(frozen=True)
class Link:
    """An arc from a span of one tagging to a span of another, at most `reach` units away."""

    name: str
    origin: str
    target: str
    reach: int


TAGGINGS = (
    Tagging("names", "BIOES", NAME_LABELS),
    Tagging("source", "BIOES", SPAN_LABELS),
    Tagging("cue", "BIOES", SPAN_LABELS),
    Tagging("content", "BIOES", SPAN_LABELS),
    Tagging("predicate", "plain", ("O", "V")),
    Tagging("pos", "plain", POS_LABELS),
    Tagging("tone", "plain", TONE_LABELS),
)
LINKS = (Link("cue", "content", "cue", 200), Link("source", "cue", "source", 200))
ROLE_REACH = 64


def header(name: str, architecture: Architecture) -> dict[str, Any]:
    """The header of a weights file, without vocabulary and tensors."""
    return {
        "name": name,
        "architecture": asdict(architecture),
        "taggings": [asdict(t) for t in TAGGINGS],
        "links": [{"name": k.name, "from": k.origin, "to": k.target, "reach": k.reach} for k in LINKS],
        "roles": {"labels": ROLE_LABELS, "reach": ROLE_REACH},
    }


def bucket(distance: int) -> int:
    """The bias bucket of a signed distance in units."""
    size = abs(distance)
    step = size if size <= 4 else next((s for s, top in ((5, 8), (6, 16), (7, 32), (8, 64)) if size <= top), 9)
    return 9 + step if distance > 0 else 9 - step
