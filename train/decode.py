"""From a text to names, attributions and roles (docs/reader-format.md, 4 to 6)."""

from __future__ import annotations

import itertools
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor

from batch import buckets, candidates, collate, end_vectors, padded, span_distances
from document import Attribution, Document, Span
from encode import Encoded, Encoder, Range
from losses import unit_vectors
from model import Reader
from spec import LINKS, POS_LABELS, ROLE_LABELS, TAGGINGS, Architecture, Link
from units import BREAK_PARAGRAPH

_BATCH_PIECES = 8192
Floats = NDArray[np.float32]
Linked = tuple[list[Range], Range | None, list[Range]]  # sources, cue, contents
Arcs = list[tuple[int, list[tuple[str, int]]]]  # predicates, each with labels and head words


@dataclass(frozen=True)
class Reading:
    """What the reader found in a text, in code points."""

    names: list[tuple[Span, str]]
    spans: dict[str, list[Span]]  # source, cue, content
    attributions: list[Attribution]
    roles: list[tuple[Span, list[tuple[str, Span]]]]
    pos: list[str]  # for each unit
    tones: Floats  # [units, tones], logarithms of their probabilities


@dataclass(frozen=True)
class Cut:
    """A window of an article, and the units whose vectors come from it."""

    start: int
    end: int
    kept: Range


def cuts(counts: list[int], a: Architecture) -> list[Cut]:
    """The overlapping windows of an article (section 4)."""
    if not counts:
        return []
    sums = np.concatenate(([0], np.cumsum(counts)))
    out, start, kept, room = [], 0, 0, a.window - 2
    while True:
        end = int(np.searchsorted(sums, sums[start] + room, side="right")) - 1
        if end >= len(counts):
            out.append(Cut(start, len(counts), (kept, len(counts))))
            return out
        following = max(start + 1, int(np.searchsorted(sums, sums[end] - a.overlap, side="left")))
        cut = min(end, int(np.searchsorted(sums, sums[following] + a.overlap // 2, side="left")))
        out.append(Cut(start, end, (kept, cut)))
        start, kept = following, cut


@torch.no_grad()
def article_vectors(model: Reader, encoder: Encoder, articles: list[Encoded]) -> list[Tensor]:
    """The unit vectors of each article, [units, hidden], joined from its windows."""
    out = [torch.zeros(len(a.units), model.architecture.hidden) for a in articles]
    windows = [
        (a.window(cut.start, cut.end), n, cut)
        for n, a in enumerate(articles)
        for cut in cuts([len(p) for p in a.pieces], model.architecture)
    ]
    for group in _batches(windows):
        h = unit_vectors(model, batch := collate([w for w, _, _ in group], encoder.vocabulary))
        for base, (_, n, cut) in zip(batch.bases, group, strict=True):
            low, high = cut.kept
            out[n][low:high] = h[base + low - cut.start : base + high - cut.start]
    return out


def _batches(windows: list[tuple[Encoded, int, Cut]]) -> Iterator[list[tuple[Encoded, int, Cut]]]:
    """Windows of like length together."""
    ordered = sorted(windows, key=lambda w: sum(map(len, w[0].pieces)))
    group: list[tuple[Encoded, int, Cut]] = []
    for window in ordered:
        if group and (len(group) + 1) * (sum(map(len, window[0].pieces)) + 2) > _BATCH_PIECES:
            yield group
            group = []
        group.append(window)
    if group:
        yield group


@torch.no_grad()
def read(model: Reader, encoder: Encoder, documents: Iterable[Document], fast: bool = False) -> list[Reading]:
    """Reads the texts of documents, without their marks; `fast` computes the encoder in bfloat16."""
    model.eval()
    encoded = [encoder.encode(Document(d.text, frozenset())) for d in documents]
    with torch.autocast("cpu", torch.bfloat16, enabled=fast):
        vectors = article_vectors(model, encoder, encoded)
    return [_reading(model, article, h) for article, h in zip(encoded, vectors, strict=True)]


def _reading(model: Reader, article: Encoded, h: Tensor) -> Reading:
    logits = model.tag(h).split([len(t.labels) for t in TAGGINGS], -1)
    paths = {
        t.name: tag_path(part.numpy(), t.labels, article.features[2]) if t.scheme == "BIOES" else part.argmax(-1).numpy()
        for t, part in zip(TAGGINGS, logits, strict=True)
    }
    ranges = {t.name: spans_of(paths[t.name], t.labels) for t in TAGGINGS if t.scheme == "BIOES"}
    spans = {name: [r for r, _ in found] for name, found in ranges.items()}
    links = {k.name: choose(model, h, spans[k.origin], spans[k.target], k) for k in LINKS}

    def text(r: Range) -> Span:
        return article.units[r[0]].start, article.units[r[1] - 1].end

    return Reading(
        [(text(r), kind) for r, kind in ranges["names"]],
        {name: [text(r) for r in found] for name, found in spans.items() if name != "names"},
        [_marks(a, text) for a in attributions(spans["content"], links)],
        [(text((p, p + 1)), [(label, text((w, w + 1))) for label, w in arcs]) for p, arcs in _arcs(model, article, h, paths)],
        [POS_LABELS[i] for i in paths["pos"]],
        torch.log_softmax(logits[-1], -1).numpy(),
    )


def _marks(parts: Linked, text: Callable[[Range], Span]) -> Attribution:
    sources, cue, contents = parts
    return Attribution(tuple(map(text, sources)), text(cue) if cue else None, tuple(map(text, contents)))


def tag_path(logits: Floats, labels: tuple[str, ...], breaks_row: NDArray[np.int64]) -> NDArray[np.int64]:
    """The best well-formed path of BIOES labels, a new one at each paragraph."""
    scores = logits - np.logaddexp.reduce(logits, axis=1, keepdims=True)
    allowed = np.array([[_follows(a, b) for b in labels] for a in labels])
    begins = np.array([label[0] in "OBS" for label in labels])
    ends = np.array([label[0] in "OES" for label in labels])
    penalty = np.where(allowed, 0, -np.inf).astype(np.float32)
    edges = [*np.flatnonzero(breaks_row == BREAK_PARAGRAPH), len(logits)]
    out = np.zeros(len(logits), dtype=np.int64)
    for start, end in itertools.pairwise(edges):
        out[start:end] = _viterbi(scores[start:end], penalty, begins, ends)
    return out


def _follows(a: str, b: str) -> bool:
    """Whether label b may follow a."""
    if a[0] in "BI":
        return b[0] in "IE" and a[1:] == b[1:]
    return b[0] in "OBS"


def _viterbi(scores: Floats, penalty: Floats, begins: NDArray[np.bool_], ends: NDArray[np.bool_]) -> list[int]:
    best = np.where(begins, scores[0], -np.inf)
    back = []
    for row in scores[1:]:
        through = best[:, None] + penalty
        back.append(through.argmax(0))
        best = through.max(0) + row
    path = [int(np.where(ends, best, -np.inf).argmax())]
    for pointers in reversed(back):
        path.append(int(pointers[path[-1]]))
    return path[::-1]


def spans_of(path: Iterable[int], labels: tuple[str, ...]) -> list[tuple[Range, str]]:
    """The spans of a well-formed path with their types."""
    out, start = [], 0
    for i, index in enumerate(path):
        part, _, kind = labels[index].partition("-")
        if part in "BS":
            start = i
        if part in "ES":
            out.append(((start, i + 1), kind))
    return out


def choose(model: Reader, h: Tensor, origins: list[Range], targets: list[Range], link: Link) -> dict[Range, Range]:
    """Each origin's best target, if any scores above none."""
    if not origins or not targets:
        return {}
    distance = span_distances(origins, targets)
    scores = model.links[link.name](end_vectors(h, origins), end_vectors(h, targets), buckets(distance))
    best, index = scores.masked_fill(distance.abs() > link.reach, -torch.inf).max(1)
    return {o: targets[int(i)] for o, s, i in zip(origins, best, index, strict=True) if s > 0}


def attributions(contents: list[Range], links: dict[str, dict[Range, Range]]) -> list[Linked]:
    """Contents with the same cue together; a content without cue alone."""
    grouped: dict[Range, list[Range]] = {}
    alone = []
    for content in contents:
        cue = links["cue"].get(content)
        if cue is None:
            alone.append(content)
        else:
            grouped.setdefault(cue, []).append(content)
    found = [([links["source"][c]] if c in links["source"] else [], c, parts) for c, parts in grouped.items()]
    return found + [([], None, [content]) for content in alone]


def _arcs(model: Reader, article: Encoded, h: Tensor, paths: dict[str, NDArray[np.int64]]) -> Arcs:
    """The predicates with their labelled arguments."""
    predicates = [int(p) for p in np.flatnonzero(paths["predicate"])]
    if not predicates:
        return []
    c = padded(candidates(article.features[2], predicates))
    labels = model.roles(h[c.predicates], h[c.words], c.buckets()).argmax(-1).masked_fill(~c.valid, 0)
    return [
        (p, [(ROLE_LABELS[i], w) for i, w in zip(row, words, strict=True) if i])
        for p, row, words in zip(predicates, labels.tolist(), c.words.tolist(), strict=True)
    ]
