"""Exact scores on the dev sets: the measures of the model card.

python train/score.py reader.bin --data ../shared/data --noise
"""

from __future__ import annotations

import argparse
import json
import random
from collections.abc import Callable, Hashable, Iterable, Set
from pathlib import Path

import data
import export
from decode import Reading, read
from document import NO_EVENT_KNOWN, UNKNOWN, Attribution, Document, Span
from encode import Encoder, Places
from model import Reader
from noise import spoil
from spec import TONE_LABELS
from units import split

Scores = dict[str, float]
_PLAIN = ("PERSON", "ORGANIZATION", "PLACE")


def f1(pairs: Iterable[tuple[Set[Hashable], Set[Hashable]]]) -> float:
    """The F1 of gold and found sets of all documents together, in percent."""
    right = gold = found = 0
    for g, p in pairs:
        right, gold, found = right + len(g & p), gold + len(g), found + len(p)
    return round(200 * right / max(1, gold + found), 2)


def dev_sets(folder: Path) -> dict[str, list[Document]]:
    """The dev documents by the name of their set."""
    rng = random.Random(0)
    return {
        "polnear": data.polnear(folder, "dev"),
        "worldwide": data.worldwide(folder, "dev", rng),
        "crossner": data.crossner_dev(folder),
        "ewt": data.ewt(folder, "dev", rng),
        "newsmtsc": data.newsmtsc(folder, "devtest_rw"),
    }


def score(model: Reader, encoder: Encoder, sets: dict[str, list[Document]], noise: bool = False) -> Scores:
    """All measures; with `noise` also those on all-caps and spoiled text, and all in full precision."""
    out: Scores = {}
    for name, documents in sets.items():
        out |= _MEASURES[name](documents, read(model, encoder, documents, fast=not noise))
    if noise:
        out |= _noisy(model, encoder, sets)
    return out


def _noisy(model: Reader, encoder: Encoder, sets: dict[str, list[Document]]) -> Scores:
    """Names and attributions on spoiled copies of the dev texts, with the same gold marks."""
    rng = random.Random(0)
    out: Scores = {}
    for name in ("polnear", "worldwide"):
        spoiled = [spoil(d, rng, 3.0) for d in sets[name]]
        found = _MEASURES[name](spoiled, read(model, encoder, spoiled))
        out |= {f"noisy {key}": value for key, value in found.items()}
    capitals = [Document(d.text.upper(), d.tasks, d.names) for d in sets["worldwide"] if len(d.text.upper()) == len(d.text)]
    out["all caps names"] = _names(capitals, read(model, encoder, capitals))["names"]
    return out


def _attribution(documents: list[Document], readings: list[Reading]) -> Scores:
    """Exact spans of each part; and whole attributions: all parts exact and linked alike."""
    out: Scores = {}
    pairs = list(zip(documents, readings, strict=True))
    for part, spans in _PARTS.items():
        out[part] = f1(
            ({s for a in d.attributions for s in spans(a)}, {s for s in r.spans[part] if not _skipped(s, d)}) for d, r in pairs
        )
    out["attribution"] = f1(({*d.attributions}, {a for a in r.attributions if not _skipped(a.contents[0], d)}) for d, r in pairs)
    out["source of content"] = f1((_sourced(d.attributions), _sourced(r.attributions)) for d, r in pairs)
    return out


_PARTS: dict[str, Callable[[Attribution], tuple[Span, ...]]] = {
    "source": lambda a: a.sources,
    "cue": lambda a: (a.cue,) if a.cue else (),
    "content": lambda a: a.contents,
}


def _sourced(attributions: Iterable[Attribution]) -> set[Hashable]:
    """Pairs of content and source, both exact."""
    return {(content, source) for a in attributions for content in a.contents for source in a.sources}


def _skipped(span: Span, document: Document) -> bool:
    return any(start < span[1] and span[0] < end for start, end in document.skip)


def _names(documents: list[Document], readings: list[Reading]) -> Scores:
    """Persons, organizations and places, exact and by kind."""
    pairs = [
        ({n for n in d.names if n[1] in _PLAIN}, {n for n in r.names if n[1] in _PLAIN})
        for d, r in zip(documents, readings, strict=True)
    ]
    kinds = {k.lower(): f1(({n for n in g if n[1] == k}, {n for n in p if n[1] == k}) for g, p in pairs) for k in _PLAIN}
    return {"names": f1(pairs), **kinds}


def _events(documents: list[Document], readings: list[Reading]) -> Scores:
    """Named events; and all names of the set, where it is clear what they are."""
    pairs = list(zip(documents, readings, strict=True))
    unclear = (UNKNOWN, NO_EVENT_KNOWN)
    every = f1(
        (
            {n for n in d.names if n[1] not in unclear},
            {n for n in r.names if not any(label in unclear and s[0] < n[0][1] and n[0][0] < s[1] for s, label in d.names)},
        )
        for d, r in pairs
    )
    events = f1(({n for n in d.names if n[1] == "EVENT"}, {n for n in r.names if n[1] == "EVENT"}) for d, r in pairs)
    return {"event": events, "politics names": every}


def _roles(documents: list[Document], readings: list[Reading]) -> Scores:
    """Predicates, and arguments by predicate, head word and label; rare labels count as missed."""
    predicates, arguments = [], []
    for d, r in zip(documents, readings, strict=True):
        places = Places(split(d.text))
        gold = {
            (places.word(p.word), label.removesuffix("-DSP"), places.word(s)) for p in d.predicates for label, s in p.arguments
        }
        found = {(places.word(p), label, places.word(w)) for p, arcs in r.roles for label, w in arcs}
        predicates.append(({places.word(p.word) for p in d.predicates}, {places.word(p) for p, _ in r.roles}))
        arguments.append((gold, found))
    return {"predicate": f1(predicates), "argument": f1(arguments)}


def _tones(documents: list[Document], readings: list[Reading]) -> Scores:
    """The mean of the F1 of the three tones, by the mean of a mention's units."""
    pairs: list[tuple[str, str]] = []
    for d, r in zip(documents, readings, strict=True):
        places = Places(split(d.text))
        for span, tone in d.tones:
            start, end = places.range(span)
            pairs.append((tone, TONE_LABELS[int(r.tones[start:end].mean(0).argmax())]))
    each = [
        f1([({i for i, p in enumerate(pairs) if p[0] == t}, {i for i, p in enumerate(pairs) if p[1] == t})]) for t in TONE_LABELS
    ]
    return {"tone": round(sum(each) / len(each), 2)}


_MEASURES: dict[str, Callable[[list[Document], list[Reading]], Scores]] = {
    "polnear": _attribution,
    "worldwide": _names,
    "crossner": _events,
    "ewt": _roles,
    "newsmtsc": _tones,
}


def main() -> None:
    """Scores a weights file."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("weights", type=Path)
    parser.add_argument("--data", type=Path, default=Path("../shared/data"), help="the folder of the data sets")
    parser.add_argument("--noise", action="store_true", help="also on spoiled texts, and all in full precision")
    o = parser.parse_args()
    model, vocabulary = export.read(o.weights)
    print(json.dumps(score(model, Encoder(vocabulary, model.architecture), dev_sets(o.data), o.noise), indent=1))


if __name__ == "__main__":
    main()
