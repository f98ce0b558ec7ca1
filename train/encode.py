"""Turns documents into arrays of units, features and labels, and cuts them into windows."""

from __future__ import annotations

import bisect
import random
from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from data import ATTRIBUTION, NAMES, ROLES, role_index
from document import NO_EVENT_KNOWN, UNKNOWN, Document, Span
from spec import LINKS, NAME_LABELS, POS_LABELS, ROLE_REACH, SPAN_LABELS, TAGGINGS, TONE_LABELS, Architecture
from units import BREAK_PARAGRAPH, Unit, Vocabulary, breaks, quotes, shape, split

IGNORED = -100
EITHER = len(NAME_LABELS)  # the name label that stands for "O or EVENT"
Range = tuple[int, int]  # units [start, end)
Ints = NDArray[np.int64]


@dataclass(frozen=True)
class Encoded:
    """A document, or a window of one, in units."""

    units: list[Unit]
    pieces: list[list[int]]
    features: Ints  # [3, units]: shape, quote, break
    labels: Ints  # [taggings, units]
    spans: dict[str, list[Range]]  # source, cue, content
    links: dict[str, set[tuple[Range, Range]]]  # from, to
    roles: dict[int, dict[int, int]]  # predicate, head word, label
    tasks: frozenset[str]

    def window(self, start: int, end: int) -> Encoded:
        """The units [start, end), with the spans and arcs that lie in them whole."""

        def inside(r: Range) -> bool:
            return start <= r[0] and r[1] <= end

        def shift(r: Range) -> Range:
            return r[0] - start, r[1] - start

        return Encoded(
            self.units[start:end],
            self.pieces[start:end],
            self.features[:, start:end],
            self.labels[:, start:end],
            {name: [shift(r) for r in ranges if inside(r)] for name, ranges in self.spans.items()},
            {name: {(shift(a), shift(b)) for a, b in pairs if inside(a) and inside(b)} for name, pairs in self.links.items()},
            {
                p - start: {w - start: label for w, label in words.items() if start <= w < end}
                for p, words in self.roles.items()
                if start <= p < end
            },
            self.tasks,
        )


class Encoder:
    """Encodes documents with a vocabulary."""

    def __init__(self, vocabulary: Vocabulary, architecture: Architecture) -> None:
        self.vocabulary, self.architecture = vocabulary, architecture

    def encode(self, document: Document) -> Encoded:
        """Units, features and labels of a document."""
        units = split(document.text)
        before = breaks(document.text, units)
        features = np.array([[shape(u) for u in units], quotes(units, before), before], dtype=np.int64)
        places = Places(units)
        spans, links = _attributions(document, places)
        roles = {
            places.word(p.word): {places.word(s): role_index(label) for label, s in p.arguments} for p in document.predicates
        }
        out = Encoded(
            units,
            [self.vocabulary.ids(u) for u in units],
            features.reshape(3, len(units)),
            np.full((len(TAGGINGS), len(units)), IGNORED, dtype=np.int64),
            spans,
            links,
            roles,
            document.tasks,
        )
        _label(out, document, places)
        return out

    def windows(self, document: Encoded, size: int, rng: random.Random | None) -> Iterator[Encoded]:
        """Windows of at most `size` pieces that do not overlap; with `rng` the first one is shorter by chance."""
        start, room = 0, rng.randint(size // 4, size) if rng else size
        while start < len(document.units):
            end, total = start, 0
            while end < len(document.units) and total + len(document.pieces[end]) <= room:
                total += len(document.pieces[end])
                end += 1
            yield document.window(start, end)
            start, room = end, size


class Places:
    """Finds the units by code points."""

    def __init__(self, units: list[Unit]) -> None:
        self._starts = [u.start for u in units]
        self._ends = [u.end for u in units]

    def range(self, span: Span) -> Range:
        """The units that a span touches."""
        return bisect.bisect_right(self._ends, span[0]), bisect.bisect_left(self._starts, span[1])

    def word(self, span: Span) -> int:
        """The unit that stands for a word: the first that begins in it, else the one that it lies in."""
        first = bisect.bisect_left(self._starts, span[0])
        return first if first < len(self._starts) and self._starts[first] < span[1] else first - 1


def _attributions(document: Document, places: Places) -> tuple[dict[str, list[Range]], dict[str, set[tuple[Range, Range]]]]:
    """The spans of each part, and the links between them."""
    spans: dict[str, set[Range]] = {"source": set(), "cue": set(), "content": set()}
    links: dict[str, set[tuple[Range, Range]]] = {k.name: set() for k in LINKS}
    for a in document.attributions:
        sources, contents = ([places.range(s) for s in part] for part in (a.sources, a.contents))
        spans["source"].update(sources)
        spans["content"].update(contents)
        if a.cue:
            cue = places.range(a.cue)
            spans["cue"].add(cue)
            links["cue"].update((content, cue) for content in contents)
            links["source"].update((cue, source) for source in sources)
    return {name: sorted(r for r in ranges if r[0] < r[1]) for name, ranges in spans.items()}, links


def _label(out: Encoded, document: Document, places: Places) -> None:
    """Fills the labels of all taggings that the document's set has."""
    rows = {t.name: out.labels[i] for i, t in enumerate(TAGGINGS)}
    if NAMES in document.tasks:
        rows["names"][:] = 0
        for span, kind in document.names:
            _name(rows["names"], places.range(span), kind)
    if ATTRIBUTION in document.tasks:
        for part, ranges in out.spans.items():
            rows[part][:] = 0
            for r in ranges:
                _bioes(rows[part], r, [SPAN_LABELS.index(x) for x in "BIES"])
    if ROLES in document.tasks:
        rows["predicate"][:] = 0
        rows["predicate"][list(out.roles)] = 1
        for span, tag in document.pos:
            rows["pos"][places.word(span)] = POS_LABELS.index(tag) if tag in POS_LABELS else IGNORED
    for span, tone in document.tones:
        start, end = places.range(span)
        rows["tone"][start:end] = TONE_LABELS.index(tone)
    for span in document.skip:
        start, end = places.range(span)
        out.labels[:, start:end] = IGNORED


def _name(row: Ints, r: Range, kind: str) -> None:
    if kind == UNKNOWN:
        row[r[0] : r[1]] = IGNORED
    elif kind == NO_EVENT_KNOWN:
        row[r[0] : r[1]] = EITHER
    else:
        _bioes(row, r, [NAME_LABELS.index(f"{part}-{kind}") for part in "BIES"])


def _bioes(row: Ints, r: Range, labels: list[int]) -> None:
    """Writes a span; the last one written wins where spans overlap."""
    begin, inside, end, single = labels
    start, stop = r
    if stop - start == 1:
        row[start] = single
    elif stop > start:
        row[start:stop] = inside
        row[start], row[stop - 1] = begin, end


def role_candidates(breaks_row: Ints, predicate: int) -> Range:
    """The units [start, end) that may be arguments of a predicate: near, and in its paragraph."""
    low, high = max(0, predicate - ROLE_REACH), min(len(breaks_row), predicate + ROLE_REACH + 1)
    cuts = np.flatnonzero(breaks_row[low:high] == BREAK_PARAGRAPH) + low
    before, after = cuts[cuts <= predicate], cuts[cuts > predicate]
    return int(before[-1]) if len(before) else low, int(after[0]) if len(after) else high
