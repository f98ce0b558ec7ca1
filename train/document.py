"""A training text with its marks, and how one is put together from tokens."""

from __future__ import annotations

import random
from collections.abc import Callable
from dataclasses import dataclass, field, replace

Span = tuple[int, int]  # code points [start, end)

NO_EVENT_KNOWN = "O|EVENT"  # a name label: an event or nothing; the set does not tell
UNKNOWN = "?"  # a name label: take no lesson from it


@dataclass(frozen=True)
class Attribution:
    """A cue with what hangs on it; each content part is a span of its own."""

    sources: tuple[Span, ...]
    cue: Span | None
    contents: tuple[Span, ...]


@dataclass(frozen=True)
class Predicate:
    """A predicate's word and the head words of its arguments with their labels."""

    word: Span
    arguments: tuple[tuple[str, Span], ...]


@dataclass(frozen=True)
class Document:
    """A text; `tasks` says which of its marks are complete: names, attribution, roles. Tones are never complete."""

    text: str
    tasks: frozenset[str]
    names: tuple[tuple[Span, str], ...] = ()
    attributions: tuple[Attribution, ...] = ()
    predicates: tuple[Predicate, ...] = ()
    pos: tuple[tuple[Span, str], ...] = ()
    tones: tuple[tuple[Span, str], ...] = ()  # of what is said about the one who is named here
    skip: tuple[Span, ...] = ()  # take no lesson from here

    def moved(self, text: str, place: Callable[[Span], Span]) -> Document:
        """The same marks on another text; `place` gives each span's new one. Spans that vanish are left out."""

        def there(span: Span) -> bool:
            start, end = place(span)
            return start < end

        return replace(
            self,
            text=text,
            names=tuple((place(s), label) for s, label in self.names if there(s)),
            attributions=tuple(_moved(a, place, there) for a in self.attributions),
            predicates=tuple(
                Predicate(place(p.word), tuple((label, place(s)) for label, s in p.arguments if there(s)))
                for p in self.predicates
                if there(p.word)
            ),
            pos=tuple((place(s), tag) for s, tag in self.pos if there(s)),
            tones=tuple((place(s), tone) for s, tone in self.tones if there(s)),
            skip=tuple(place(s) for s in self.skip if there(s)),
        )


def _moved(a: Attribution, place: Callable[[Span], Span], there: Callable[[Span], bool]) -> Attribution:
    return Attribution(
        tuple(place(s) for s in a.sources if there(s)),
        place(a.cue) if a.cue and there(a.cue) else None,
        tuple(place(s) for s in a.contents if there(s)),
    )


_GLUED_BEFORE = frozenset(", . ; : ! ? ) ] } % ” » ’ 's ’s n't n’t 'll ’ll 're ’re 've ’ve 'd ’d 'm ’m 'S …".split())
_GLUED_AFTER = frozenset("( [ { “ « ‘ $ £ € # @".split())
_GLUED_BOTH = frozenset("/ - –".split())
_AFTER_APOSTROPHE = frozenset("s t re ve ll d m".split())


@dataclass
class Writer:
    """Writes tokens as running text and keeps their places."""

    rng: random.Random
    hyphens_glued: float = 0.5  # how often a lone hyphen is written without spaces
    text: str = ""
    _glue: bool = True
    _open: bool = False
    _last: str = ""
    _places: list[Span] = field(default_factory=list)

    def separate(self, separator: str) -> None:
        """Ends a sentence: what follows stands after the separator."""
        if self.text:
            self.text += separator
        self._glue, self._open = True, False

    def sentence(self, tokens: list[str], glued: list[bool] | None = None) -> list[Span]:
        """Writes the tokens and returns their places; `glued` says which have no space after them, if known."""
        return [self._token(token, glued[i] if glued else None) for i, token in enumerate(tokens)]

    def _token(self, token: str, glued: bool | None) -> Span:
        before, after = self._habits(token)
        before |= self._last in ("'", "’") and token.lower() in _AFTER_APOSTROPHE
        self._last = token
        if not self._glue and not (glued is None and before):
            self.text += " "
        start = len(self.text)
        self.text += token
        self._glue = glued if glued is not None else after
        return start, len(self.text)

    def _habits(self, token: str) -> tuple[bool, bool]:
        """Whether a token is written without a space before and after it."""
        if token in ('"', "''", "``"):
            self._open = token == "``" or (token == '"' and not self._open)
            return not self._open, self._open
        if token in _GLUED_BOTH:
            both = token == "/" or self.rng.random() < self.hyphens_glued
            return both, both
        return token in _GLUED_BEFORE, token in _GLUED_AFTER
