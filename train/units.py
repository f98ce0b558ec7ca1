"""Units, pieces and features of a text, as docs/reader-format.md defines them (sections 1 and 2)."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, lru_cache
from pathlib import Path

SHAPE_LOWER, SHAPE_TITLE, SHAPE_INITIAL, SHAPE_CAPS, SHAPE_MIXED = 1, 2, 3, 4, 5
SHAPE_DIGITS, SHAPE_ALNUM, SHAPE_MARK, SHAPE_OTHER = 6, 7, 8, 9
QUOTE_OUTSIDE, QUOTE_INSIDE, QUOTE_OPENS, QUOTE_CLOSES = 1, 2, 3, 4
BREAK_GLUED, BREAK_SPACE, BREAK_LINE, BREAK_PARAGRAPH = 1, 2, 3, 4

_IDEOGRAPHS = (
    (0x3400, 0x4DBF), (0x4E00, 0x9FFF), (0xF900, 0xFAFF), (0x20000, 0x2A6DF), (0x2A700, 0x2CEAF), (0x2F800, 0x2FA1F),
)  # fmt: skip
_SPACE, _DROPPED, _MARK, _IDEOGRAPH, _WORD = range(5)


@dataclass(frozen=True, slots=True)
class Unit:
    """A word of the reader: code points [start, end) of the text."""

    start: int
    end: int
    text: str  # without dropped code points
    mark: bool


@cache
def _class(char: str) -> int:
    """The class of a code point (section 1)."""
    point, category = ord(char), unicodedata.category(char)
    if char in "\t\n\r" or category in ("Zs", "Zl", "Zp"):
        return _SPACE
    if char in "\0\ufffd" or category in ("Cc", "Cf", "Co", "Cs"):
        return _DROPPED
    if 33 <= point <= 47 or 58 <= point <= 64 or 91 <= point <= 96 or 123 <= point <= 126 or category[0] == "P":
        return _MARK
    return _IDEOGRAPH if any(low <= point <= high for low, high in _IDEOGRAPHS) else _WORD


def split(text: str) -> list[Unit]:
    """The units of a text."""
    return list(_split(text))


def _split(text: str) -> Iterator[Unit]:
    start = end = -1
    for i, char in enumerate(text):
        kind = _class(char)
        if kind == _WORD:
            start, end = (i if start < 0 else start), i + 1
        elif kind != _DROPPED:
            if start >= 0:
                yield _word(text, start, end)
                start = -1
            if kind != _SPACE:
                yield Unit(i, i + 1, char, kind == _MARK)
    if start >= 0:
        yield _word(text, start, end)


def _word(text: str, start: int, end: int) -> Unit:
    return Unit(start, end, "".join(c for c in text[start:end] if _class(c) != _DROPPED), False)


def normal_form(text: str) -> str:
    """What the vocabulary sees of a unit."""
    marked = unicodedata.normalize("NFD", text)
    return "".join(_lower(c) for c in marked if unicodedata.category(c) != "Mn")


def _lower(char: str) -> str:
    """The simple lower case of one code point."""
    low = char.lower()
    return low if len(low) == 1 else low[0]


class Vocabulary:
    """WordPiece: the pieces of units."""

    def __init__(self, pieces: list[str], max_pieces: int) -> None:
        self.pieces = pieces
        self._ids = {piece: i for i, piece in enumerate(pieces)}
        self._cache: dict[str, list[int]] = {}
        self._max = max_pieces
        self.pad, self.unknown, self.cls, self.sep = (self._ids[p] for p in ("[PAD]", "[UNK]", "[CLS]", "[SEP]"))

    @classmethod
    def load(cls, path: Path, max_pieces: int) -> Vocabulary:
        """Reads a vocabulary, a piece a line."""
        return cls(path.read_text(encoding="utf8").removesuffix("\n").split("\n"), max_pieces)

    def ids(self, unit: Unit) -> list[int]:
        """The piece ids of a unit, at least one."""
        found = self._cache.get(unit.text)
        if found is None:
            found = self._cache[unit.text] = self._longest_first(normal_form(unit.text))[: self._max]
        return found

    def _longest_first(self, word: str) -> list[int]:
        out: list[int] = []
        at = 0
        while at < len(word) <= 100:
            prefix = "##" if at else ""
            end = next((e for e in range(len(word), at, -1) if prefix + word[at:e] in self._ids), at)
            if end == at:
                return [self.unknown]
            out.append(self._ids[prefix + word[at:end]])
            at = end
        return out or [self.unknown]


def shape(unit: Unit) -> int:
    """The letter-shape class of a unit (section 2)."""
    return SHAPE_MARK if unit.mark else _word_shape(unit.text)


@lru_cache(maxsize=200_000)
def _word_shape(text: str) -> int:
    kinds = [unicodedata.category(c) for c in text]
    upper, lower, digit = (sum(k in group for k in kinds) for group in (("Lu", "Lt"), ("Ll",), ("Nd",)))
    if digit:
        return SHAPE_ALNUM if upper or lower else SHAPE_DIGITS
    if not upper:
        return SHAPE_LOWER if lower else SHAPE_OTHER
    if not lower:
        return SHAPE_INITIAL if upper == 1 else SHAPE_CAPS
    return SHAPE_TITLE if upper == 1 and kinds[0] in ("Lu", "Lt") else SHAPE_MIXED


def breaks(text: str, units: list[Unit]) -> list[int]:
    """What stands before each unit: glued, space, one line end, more."""
    out, last = [], 0
    for unit in units:
        gap = text[last : unit.start]
        lines = gap.count("\n")
        spaced = any(_class(c) == _SPACE for c in gap)
        out.append(min(BREAK_SPACE + lines, BREAK_PARAGRAPH) if spaced else BREAK_GLUED)
        last = unit.end
    if out:
        out[0] = BREAK_PARAGRAPH
    return out


def quotes(units: list[Unit], before: list[int]) -> list[int]:
    """Whether each unit is inside double quotes, or a mark that opens or closes them."""
    out: list[int] = []
    inside = False
    while len(out) < len(units):
        i = len(out)
        if before[i] >= BREAK_LINE:
            inside = False
        pair = i + 1 < len(units) and units[i].text == units[i + 1].text and units[i].end == units[i + 1].start
        opens = _opens(units[i].text, pair, inside)
        if opens is None:
            out.append(QUOTE_INSIDE if inside else QUOTE_OUTSIDE)
            continue
        inside = opens
        out += [QUOTE_OPENS if opens else QUOTE_CLOSES] * (2 if units[i].text in "'`" else 1)
    return out


def _opens(mark: str, pair: bool, inside: bool) -> bool | None:
    """Whether a mark opens (True) or closes (False) a quotation; None: it is no double quote mark."""
    if mark in ("“", "„", "«") or (mark == "`" and pair):
        return True
    if mark in ("”", "»"):
        return False
    return not inside if mark == '"' or (mark == "'" and pair) else None
