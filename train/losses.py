"""The training loss of a batch: taggings, links, roles."""

from __future__ import annotations

import torch
from torch import Tensor
from torch.nn import functional

from batch import Batch, buckets, candidates, end_vectors, padded, span_distances
from data import ROLES
from encode import EITHER, IGNORED
from model import Reader
from spec import LINKS, NAME_LABELS, TAGGINGS, Link

WEIGHTS = {
    "names": 1.0, "source": 1.0, "cue": 1.0, "content": 1.0, "predicate": 0.7, "pos": 0.3, "tone": 5.0, "links": 1.0,
    "roles": 3.0,
}  # fmt: skip
_EITHER = [0, *(i for i, label in enumerate(NAME_LABELS) if label.endswith("EVENT"))]


def unit_vectors(model: Reader, batch: Batch) -> Tensor:
    """The vectors of the units of all windows, [units, hidden]."""
    x: Tensor = model(batch.pieces, batch.features, batch.mask)
    return x.flatten(0, 1)[batch.first].float()


def loss(model: Reader, batch: Batch) -> tuple[Tensor, dict[str, float]]:
    """The weighted loss summed over the batch, and its parts."""
    h = unit_vectors(model, batch)
    with torch.autocast("cpu", enabled=False):
        parts = {**_taggings(model, batch, h), "links": _links(model, batch, h), "roles": _roles(model, batch, h)}
    total = torch.stack([WEIGHTS[name] * part for name, part in parts.items()]).sum()
    return total, {name: float(part.detach()) for name, part in parts.items()}


def _taggings(model: Reader, batch: Batch, h: Tensor) -> dict[str, Tensor]:
    labels = torch.cat([torch.from_numpy(w.labels) for w in batch.windows], 1)
    logits = model.tag(h).split([len(t.labels) for t in TAGGINGS], -1)
    return {t.name: _cross_entropy(part, row) for t, part, row in zip(TAGGINGS, logits, labels, strict=True)}


def _cross_entropy(logits: Tensor, labels: Tensor) -> Tensor:
    """The summed cross entropy; EITHER asks only for "O or EVENT" (no other tagging has so many labels)."""
    plain = labels.masked_fill(labels >= logits.shape[1], IGNORED)
    total = functional.cross_entropy(logits, plain, ignore_index=IGNORED, reduction="sum")
    if logits.shape[1] == EITHER:
        shares = torch.log_softmax(logits[labels == EITHER], -1)[:, _EITHER]
        total = total - torch.logsumexp(shares, -1).sum()
    return total


def _links(model: Reader, batch: Batch, h: Tensor) -> Tensor:
    return torch.stack([_link(model, batch, h, link) for link in LINKS]).sum()


def _link(model: Reader, batch: Batch, h: Tensor, link: Link) -> Tensor:
    """Each origin among the gold spans chooses its gold targets among those of its window, or none."""
    origins, targets, gold = [], [], []
    for n, (window, base) in enumerate(zip(batch.windows, batch.bases, strict=True)):
        origins += [(n, (a + base, b + base), (a, b)) for a, b in window.spans[link.origin]]
        targets += [(n, (a + base, b + base), (a, b)) for a, b in window.spans[link.target]]
        gold.append(window.links[link.name])
    if not origins or not targets:
        return h.new_zeros(())
    distance = span_distances([o[1] for o in origins], [t[1] for t in targets])
    same = torch.tensor([[o[0] == t[0] for t in targets] for o in origins]) & (distance.abs() <= link.reach)
    right = torch.tensor([[o[0] == t[0] and (o[2], t[2]) in gold[o[0]] for t in targets] for o in origins]) & same
    vectors = (end_vectors(h, [s[1] for s in spans]) for spans in (origins, targets))
    scores = model.links[link.name](*vectors, buckets(distance)).masked_fill(~same, -1e4)
    scores = torch.cat((scores.new_zeros(len(origins), 1), scores), 1)
    right = torch.cat((~right.any(1, keepdim=True), right), 1)
    # Every content has a cue: one without a gold cue here has lost it at the window's edge.
    kept = ~right[:, 0] if link.name == "cue" else torch.ones(len(origins), dtype=torch.bool)
    lost = torch.logsumexp(scores, 1) - torch.logsumexp(scores.masked_fill(~right, -1e4), 1)
    return lost[kept].sum()


def _roles(model: Reader, batch: Batch, h: Tensor) -> Tensor:
    """Each gold predicate labels the words around it."""
    found, gold = [], []
    for window, base in zip(batch.windows, batch.bases, strict=True):
        if ROLES in window.tasks:
            found += candidates(window.features[2], sorted(window.roles), base)
            gold += [{w + base: label for w, label in window.roles[p].items()} for p in sorted(window.roles)]
    if not found:
        return h.new_zeros(())
    c = padded(found)
    scores = model.roles(h[c.predicates], h[c.words], c.buckets())
    labels = torch.tensor([[arcs.get(w, 0) for w in row] for arcs, row in zip(gold, c.words.tolist(), strict=True)])
    return functional.cross_entropy(scores[c.valid], labels[c.valid], reduction="sum")
