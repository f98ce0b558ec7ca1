"""Puts windows together into tensors, and cuts vectors of units out of the encoder's output."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import torch
from torch import Tensor

from encode import Encoded, Ints, role_candidates
from spec import bucket
from units import Vocabulary

_MAX_DISTANCE = 4096
_BUCKETS = torch.tensor([bucket(d) for d in range(-_MAX_DISTANCE, _MAX_DISTANCE + 1)])


def buckets(distance: Tensor) -> Tensor:
    """The bias buckets of signed distances."""
    return _BUCKETS[distance.clamp(-_MAX_DISTANCE, _MAX_DISTANCE) + _MAX_DISTANCE]


@dataclass(frozen=True)
class Batch:
    """Windows side by side. The units of all windows are numbered through; `bases` has each window's first."""

    windows: list[Encoded]
    pieces: Tensor  # [batch, length]
    features: Tensor  # [3, batch, length]
    mask: Tensor  # [batch, length]
    first: Tensor  # [units]: place of each unit's first piece among all batch · length
    bases: list[int]


def collate(windows: list[Encoded], vocabulary: Vocabulary) -> Batch:
    """Pads windows to the same length, with their special pieces."""
    length = max(sum(map(len, w.pieces)) for w in windows) + 2
    pieces = torch.full((len(windows), length), vocabulary.pad)
    features = torch.zeros((3, len(windows), length), dtype=torch.long)
    mask = torch.zeros((len(windows), length), dtype=torch.bool)
    first, bases, base = [], [], 0
    for row, window in enumerate(windows):
        ids = [vocabulary.cls, *(i for unit in window.pieces for i in unit), vocabulary.sep]
        counts = np.array([len(p) for p in window.pieces], dtype=np.int64)
        pieces[row, : len(ids)] = torch.tensor(ids)
        features[:, row, 1 : len(ids) - 1] = torch.from_numpy(np.repeat(window.features, counts, axis=1))
        mask[row, : len(ids)] = True
        first.append(row * length + 1 + np.cumsum(counts) - counts)
        bases.append(base)
        base += len(window.units)
    return Batch(windows, pieces, features, mask, torch.from_numpy(np.concatenate(first)), bases)


def end_vectors(vectors: Tensor, spans: list[tuple[int, int]]) -> Tensor:
    """The vectors of the first and last units of spans, joined: [spans, 2 · hidden]."""
    ends = torch.tensor(spans).reshape(-1, 2)
    return torch.cat((vectors[ends[:, 0]], vectors[ends[:, 1] - 1]), -1)


def span_distances(origins: list[tuple[int, int]], targets: list[tuple[int, int]]) -> Tensor:
    """Signed distances in units from each origin to each target; 0 where they overlap."""
    a, b = (torch.tensor(spans).reshape(-1, 2) for spans in (origins, targets))
    after = b[None, :, 0] - (a[:, None, 1] - 1)
    before = (b[None, :, 1] - 1) - a[:, None, 0]
    return torch.where(after > 0, after, torch.where(before < 0, before, torch.zeros_like(after)))


@dataclass(frozen=True)
class Candidates:
    """For each predicate the units that may be its arguments, padded."""

    predicates: Tensor  # [n]
    words: Tensor  # [n, m]
    valid: Tensor  # [n, m]: there is a word, and it is not the predicate itself

    def buckets(self) -> Tensor:
        """The distance buckets, [n, m]."""
        return buckets(self.words - self.predicates[:, None])


def candidates(breaks_row: Ints, predicates: list[int], base: int = 0) -> list[tuple[int, range]]:
    """Each predicate with its candidate units, numbered from `base`."""
    return [(base + p, range(base + low, base + high)) for p in predicates for low, high in [role_candidates(breaks_row, p)]]


def padded(found: list[tuple[int, range]]) -> Candidates:
    """Candidates as tensors."""
    predicates = torch.tensor([p for p, _ in found])
    starts = torch.tensor([r.start for _, r in found])
    counts = torch.tensor([len(r) for _, r in found])
    words = starts[:, None] + torch.arange(int(counts.max()))[None, :]
    valid = (words < (starts + counts)[:, None]) & (words != predicates[:, None])
    return Candidates(predicates, torch.minimum(words, (starts + counts - 1)[:, None]), valid)
