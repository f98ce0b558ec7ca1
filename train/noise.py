"""Spoils training texts as real ones are spoiled: letter case, quote marks and punctuation lost or changed, menu lines.

All but the last two keep the length of the text, so that the marks stay where they are.
"""

from __future__ import annotations

import random
import re
from collections.abc import Callable
from dataclasses import replace

from document import Document, Span

_LINE = re.compile(r"[^\n]+")
_SENTENCE = re.compile(r"[^\n.!?]+[.!?]*")
_QUOTE = re.compile(r"[\"“”]")
_MENU = (
    "home menu search share print email tweet save more news sport weather video photos comments follow us sign in "
    "log out subscribe newsletter about contact help privacy terms cookies advertisement read more next previous "
    "close expand arrow chevron right left up down icon play pause image caption getty images file photo loading"
).split()

Change = Callable[[Document, random.Random], Document]


def spoil(document: Document, rng: random.Random, rate: float) -> Document:
    """Applies each kind of noise with its own share of `rate`."""
    for share, change in _CHANGES:
        if rng.random() < share * rate:
            document = change(document, rng)
    return document


def _recased(part: str, case: Callable[[str], str]) -> str:
    """The text in another case, without change of length."""
    return "".join(new if len(new := case(char)) == 1 else char for char in part)


def _drop_case(document: Document, rng: random.Random) -> Document:
    del rng
    return replace(document, text=_recased(document.text, str.lower))


def _all_caps(document: Document, rng: random.Random) -> Document:
    del rng
    return replace(document, text=_recased(document.text, str.upper))


def _some(pattern: re.Pattern[str], share: float, change: Callable[[str], str]) -> Change:
    """A change of some of the passages that a pattern finds."""

    def apply(document: Document, rng: random.Random) -> Document:
        text = pattern.sub(lambda m: change(m[0]) if rng.random() < share else m[0], document.text)
        return replace(document, text=text)

    return apply


def _headline(line: str) -> str:
    """Every word with a capital, when the line is short enough for a headline."""
    return re.sub(r"\b[a-z]", lambda m: m[0].upper(), line) if len(line) < 200 else line


def _straight(document: Document, rng: random.Random) -> Document:
    del rng
    return replace(document, text=document.text.translate(str.maketrans("“”‘’", "\"\"''")))


def _curly(document: Document, rng: random.Random) -> Document:
    """Straight double marks become curly ones, opening and closing in turn in each line; apostrophes too."""
    del rng
    lines = []
    for line in document.text.split("\n"):
        parts = line.split('"')
        lines.append("".join(p + ("“" if i % 2 == 0 else "”") for i, p in enumerate(parts[:-1])) + parts[-1])
    return replace(document, text="\n".join(lines).replace("'", "’"))


def _mixed_quotes(document: Document, rng: random.Random) -> Document:
    """Each mark becomes another one by chance; some are wrong."""
    return replace(document, text=_QUOTE.sub(lambda m: rng.choice((m[0], m[0], '"', "”")), document.text))


def _deleted(marks: str, share: float) -> Change:
    """Some or all of the marks go; the text closes up."""

    def apply(document: Document, rng: random.Random) -> Document:
        text = document.text
        gone = {i for i, c in enumerate(text) if c in marks and rng.random() < share}
        moved, at = [], 0
        for i in range(len(text) + 1):
            moved.append(at)
            at += i not in gone
        return document.moved("".join(c for i, c in enumerate(text) if i not in gone), lambda s: (moved[s[0]], moved[s[1]]))

    return apply


def _menu(document: Document, rng: random.Random) -> Document:
    """A line of menu and icon words before some line; it has no marks of any kind."""
    starts = [m.start() for m in _LINE.finditer(document.text)] or [0]
    at = rng.choice(starts)
    words = [rng.choice(_MENU) for _ in range(rng.randint(1, 8))]
    line = rng.choice((" ", " ", " | ", "_"))
    text = rng.choice((str.lower, str.title, str.upper, str.capitalize))(line.join(words)) + rng.choice(("\n", "\n\n"))

    def place(span: Span) -> Span:
        return tuple(p + len(text) if p >= at and span[0] >= at else p for p in span)  # type: ignore[return-value]

    return document.moved(document.text[:at] + text + document.text[at:], place)


def _line_ends(document: Document, rng: random.Random) -> Document:
    """Paragraphs by single line ends."""
    del rng
    text = document.text
    kept = [i for i, c in enumerate(text) if not (c == "\n" and text[i - 1 : i] == "\n")]
    moved, at, keep = [], 0, set(kept)
    for i in range(len(text) + 1):
        moved.append(at)
        at += i in keep
    return document.moved("".join(text[i] for i in kept), lambda s: (moved[s[0]], moved[s[1]]))


_CHANGES: tuple[tuple[float, Change], ...] = (
    (0.05, _drop_case),
    (0.04, _all_caps),
    (0.10, _some(_SENTENCE, 0.15, lambda s: _recased(s, str.upper))),
    (0.06, _some(_SENTENCE, 0.2, lambda s: _recased(s, str.lower))),
    (0.15, _some(_LINE, 0.2, _headline)),
    (0.15, _straight),
    (0.15, _curly),
    (0.05, _mixed_quotes),
    (0.06, _deleted(",'’", 1.0)),
    (0.04, _deleted('"“”', 1.0)),
    (0.05, _deleted(",.;:'’\"“”-", 0.3)),
    (0.20, _line_ends),
    (0.12, _menu),
)
