"""Reads the data sets and makes their labels agree. What each set marks and its licence: the README beside the data."""

from __future__ import annotations

import csv
import gzip
import json
import random
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from document import NO_EVENT_KNOWN, UNKNOWN, Attribution, Document, Predicate, Span, Writer
from spec import ROLE_LABELS

NAMES, ATTRIBUTION, ROLES = "names", "attribution", "roles"
Tagged = list[tuple[str, str]]  # the words of a sentence with their BIO labels

_WORLDWIDE = {"Person": "PERSON", "Organization": "ORGANIZATION", "Location": "PLACE", "Facility": "PLACE"}
_WORLDWIDE |= {"Misc": NO_EVENT_KNOWN}
_GMB = {"per": "PERSON", "org": "ORGANIZATION", "geo": "PLACE", "eve": "EVENT", "art": NO_EVENT_KNOWN}
_CROSSNER = {
    "politician": "PERSON", "person": "PERSON", "writer": "PERSON", "musicalartist": "PERSON", "researcher": "PERSON",
    "scientist": "PERSON", "politicalparty": "ORGANIZATION", "organisation": "ORGANIZATION",
    "university": "ORGANIZATION", "band": "ORGANIZATION", "country": "PLACE", "location": "PLACE", "event": "EVENT",
    "election": "EVENT", "conference": "EVENT", "misc": UNKNOWN, "magazine": UNKNOWN, "academicjournal": UNKNOWN,
}  # fmt: skip
CROSSNER_DOMAINS = ("politics", "ai", "literature", "music", "science")
# Titles that the GMB set has inside persons' names, by its habit of marking them from the first title word on.
_TITLES = frozenset(
    """president prime minister vice deputy foreign defense interior finance mr. mrs. ms. dr. gen. general colonel col.
    lt. lieutenant sgt. sergeant maj. major captain capt. admiral senator sen. rep. representative secretary chancellor
    premier ambassador governor gov. mayor judge justice professor prof. former spokesman spokeswoman chief leader king
    queen prince princess pope cardinal archbishop bishop sheikh ayatollah mullah director""".split()
)


def names_of(places: list[Span], labels: Iterable[str], kinds: dict[str, str]) -> tuple[tuple[Span, str], ...]:
    """Spans of BIO labels, by kinds of the reader; kinds that are not in the table are no names."""
    out: list[tuple[Span, str]] = []
    kind = ""
    for place, label in zip(places, labels, strict=True):
        begins, _, own = label.partition("-")
        if begins == "O":
            kind = ""
        elif begins == "I" and own == kind and out and own in kinds:
            out[-1] = ((out[-1][0][0], place[1]), out[-1][1])
        else:
            kind = own
            if own in kinds:
                out.append((place, kinds[own]))
    return tuple(out)


def _joined(sentences: Iterable[Tagged], kinds: dict[str, str], rng: random.Random, hyphens: float = 0.5) -> Document:
    """One document of the sentences of an article."""
    writer = Writer(rng, hyphens)
    names: list[tuple[Span, str]] = []
    for sentence in sentences:
        writer.separate(rng.choices((" ", "\n", "\n\n"), (6, 1, 3))[0])
        places = writer.sentence([word for word, _ in sentence])
        names += names_of(places, [label for _, label in sentence], kinds)
    return Document(writer.text, frozenset({NAMES}), names=tuple(names))


def _sentences(lines: Iterable[list[str]]) -> Iterator[Tagged]:
    """Groups rows of word and label; an empty row ends a sentence."""
    out: Tagged = []
    for row in lines:
        if len(row) >= 2 and row[0].strip() and row[1].strip():
            out.append((row[0].strip(), row[1].strip()))
        elif out:
            yield out
            out = []
    if out:
        yield out


def worldwide(folder: Path, part: str, rng: random.Random) -> list[Document]:
    """The world newswire set, a document an article."""
    text = (folder / f"names/worldwide/{part}.tsv").read_text(encoding="utf8")
    articles = text.split("# doc = ")[1:]
    return [_joined(_sentences(line.split("\t") for line in a.split("\n")[1:]), _WORLDWIDE, rng, 0.9) for a in articles]


def crossner(folder: Path, domain: str, part: str) -> list[Tagged]:
    """The sentences of a domain of CrossNER."""
    path = folder / f"names/crossner/{domain}/{part}.txt"
    return list(_sentences(line.split("\t") for line in path.read_text(encoding="utf8").split("\n")))


def crossner_train(folder: Path, rng: random.Random) -> list[Document]:
    """CrossNER in small bundles: all of it but the dev part of politics, which is measured on."""
    parts = [(d, p) for d in CROSSNER_DOMAINS for p in ("train", "dev") if (d, p) != ("politics", "dev")]
    sentences = [s for domain, part in parts for s in crossner(folder, domain, part)]
    rng.shuffle(sentences)
    return [_joined(group, _CROSSNER, rng) for group in _grouped(sentences, 5)]


def crossner_dev(folder: Path) -> list[Document]:
    """The dev part of politics, each sentence alone."""
    return [_joined([s], _CROSSNER, random.Random(0)) for s in crossner(folder, "politics", "dev")]


def gmb(folder: Path, rng: random.Random, share: float) -> list[Document]:
    """A share of the GMB set: consecutive sentences in bundles."""
    with gzip.open(folder / "names/gmb/ner_dataset.csv.gz", "rt", encoding="latin-1", newline="") as file:
        rows = list(csv.reader(file))[1:]
    sentences: list[Tagged] = []
    for mark, word, pos, label in (r for r in rows if len(r) == 4 and r[1].strip()):
        if mark:
            sentences.append([])
        sentences[-1].append((word, _gmb_label(word, pos, label)))
    groups = list(_grouped([_without_titles(s) for s in sentences], 8))
    return [_joined(g, _GMB | {"gpe": UNKNOWN}, rng) for g in rng.sample(groups, int(share * len(groups)))]


def _gmb_label(word: str, pos: str, label: str) -> str:
    """Nationalities are no names; of `gpe` only what the tagger calls a noun may be a country."""
    return "O" if label.endswith("-gpe") and (pos.startswith("JJ") or pos == "NNPS" or word.endswith("ans")) else label


def _without_titles(sentence: Tagged) -> Tagged:
    """Cuts titles off the heads of persons' names."""
    out: Tagged = []
    cutting = False
    for word, label in sentence:
        person = label.endswith("-per")
        if label == "B-per":
            cutting = True
        if person and cutting and word.lower() in _TITLES:
            out.append((word, "O"))
            continue
        out.append((word, "B-per" if person and cutting else label))
        cutting = False
    return out


def _grouped(items: list[Tagged], size: int) -> Iterator[list[Tagged]]:
    return (items[i : i + size] for i in range(0, len(items), size))


def polnear(folder: Path, part: str) -> list[Document]:
    """PolNeAR: whole political articles with their attributions."""
    with (folder / f"quotes/polnear.{part}.jsonl").open(encoding="utf8") as file:
        return [_polnear(json.loads(line)) for line in file]


def _polnear(article: dict[str, Any]) -> Document:
    return Document(
        article["text"],
        frozenset({ATTRIBUTION}),
        attributions=tuple(
            Attribution(
                tuple((s, e) for s, e in a["source"]),
                next(((s, e) for s, e in a["cue"]), None),
                tuple((s, e) for s, e in a["content"]),
            )
            for a in article["attributions"]
        ),
        skip=tuple((s, e) for spans in article["discard"] for s, e in spans),
    )


def gum_attribution(folder: Path, part: str) -> list[Document]:
    """GUM's attributions; the cue is what the attributing clause has after the source."""
    with (folder / f"quotes/gum_attribution.{part}.jsonl").open(encoding="utf8") as file:
        return [_gum(json.loads(line)) for line in file]


def _gum(article: dict[str, Any]) -> Document:
    writer = Writer(random.Random(0))
    places = writer.sentence(article["tokens"], [not space for space in article["space_after"]])
    found = []
    for a in article["attributions"]:
        taken = set(a["source_tokens"]) | set(a["content_tokens"])
        clause = [i for i in range(*a["cue_edu"]) if i not in taken and article["tokens"][i][:1].isalnum()]
        after = [i for i in clause if i > max(a["source_tokens"], default=-1)]
        cue = (_runs(after) or _runs(clause) or [[]])[0]
        source, content = (_runs(sorted(a[f"{part}_tokens"])) for part in ("source", "content"))
        found.append(
            Attribution(
                tuple(_cover(places, run) for run in source),
                _cover(places, cue) if cue else None,
                tuple(_cover(places, run) for run in content),
            )
        )
    return Document(writer.text, frozenset({ATTRIBUTION}), attributions=tuple(found))


def _runs(numbers: list[int]) -> list[list[int]]:
    """Maximal runs of consecutive numbers."""
    out: list[list[int]] = []
    for n in numbers:
        if out and n == out[-1][-1] + 1:
            out[-1].append(n)
        else:
            out.append([n])
    return out


def _cover(places: list[Span], run: list[int]) -> Span:
    return places[run[0]][0], places[run[-1]][1]


def ewt(folder: Path, part: str, rng: random.Random) -> list[Document]:
    """The English Web Treebank with PropBank roles, a document for each of its texts."""
    blocks = (folder / f"roles/ewt_srl.{part}.conll").read_text(encoding="utf8").strip().split("\n\n")
    texts: dict[str, list[list[list[str]]]] = {}
    for block in blocks:
        lines = block.split("\n")
        key = next(line for line in lines if line.startswith("# sent_id")).rpartition("-")[0]
        texts.setdefault(key, []).append([line.split("\t") for line in lines if not line.startswith("#")])
    return [_ewt_text(sentences, rng) for sentences in texts.values()]


def _ewt_text(sentences: list[list[list[str]]], rng: random.Random) -> Document:
    writer, predicates, pos = Writer(rng), [], []
    for rows in sentences:
        writer.separate(rng.choices((" ", "\n", "\n\n"), (8, 1, 1))[0])
        places = writer.sentence([r[1] for r in rows], [_glued(rows, i) for i in range(len(rows))])
        pos += [(place, row[3] if row[3] else "X") for place, row in zip(places, rows, strict=True)]
        predicates += [_predicate(rows, column, places) for column in range(9, len(rows[0]))]
    return Document(writer.text, frozenset({ROLES}), predicates=tuple(p for p in predicates if p), pos=tuple(pos))


_CLITICS = frozenset(["n't", "'ll", "'re", "'ve", "'d", "'m", "'s"])


def _glued(rows: list[list[str]], i: int) -> bool:
    """Whether a token is written without a space after it: by its own kind and that of its neighbour."""
    following = rows[i + 1] if i + 1 < len(rows) else None
    if rows[i][4] in ("HYPH", "-LRB-", "``", "$") or following is None:
        return True
    if following[4] in (",", ".", "HYPH", "-RRB-", "''", "POS"):
        return True
    if following[4] == ":":
        return following[1] in (":", ";")
    return following[1] == "%" or following[1].lower().replace("’", "'") in _CLITICS


def _predicate(rows: list[list[str]], column: int, places: list[Span]) -> Predicate | None:
    """The predicate of a column, and the head words of its arguments."""
    word: Span | None = None
    arguments: list[tuple[str, Span]] = []
    start, label = -1, ""
    for i, row in enumerate(rows):
        if row[column].startswith("("):
            start, label = i, row[column][1:].split("*")[0]
        if row[column].endswith(")") and start >= 0:
            if label == "V":
                word = places[start]
            elif label != "C-V":
                arguments.append((label, places[_head(rows, start, i)]))
            start = -1
    return Predicate(word, tuple(arguments)) if word else None


def _head(rows: list[list[str]], start: int, end: int) -> int:
    """The first word of [start, end] that hangs outside of it."""
    return next((i for i in range(start, end + 1) if not start <= int(rows[i][5]) - 1 <= end), start)


def role_index(label: str) -> int:
    """The index of a role label; rare ones are none."""
    plain = label.removesuffix("-DSP")
    return ROLE_LABELS.index(plain) if plain in ROLE_LABELS else 0


_TONES = {2.0: "NEGATIVE", 4.0: "NEUTRAL", 6.0: "POSITIVE"}


def newsmtsc(folder: Path, part: str) -> list[Document]:
    """The sentences of NewsMTSC with the tone toward each target, at all its mentions."""
    with (folder / f"stance/newsmtsc/{part}.jsonl").open(encoding="utf8") as file:
        return [_toned(json.loads(line)) for line in file]


def _toned(row: dict[str, Any]) -> Document:
    tones = [
        ((mention["from"], mention["to"]), _TONES[target["polarity"]])
        for target in row["targets"]
        for mention in (*target.get("further_mentions", ()), target)
    ]
    return Document(row["sentence_normalized"], frozenset(), tones=tuple(tones))


def newsmtsc_train(folder: Path, rng: random.Random) -> list[Document]:
    """The training sentences, some together as if they were a text."""
    sentences = newsmtsc(folder, "train")
    rng.shuffle(sentences)
    out: list[Document] = []
    while sentences:
        size = rng.randint(1, 5)
        out.append(_together(sentences[:size], rng))
        del sentences[:size]
    return out


def _together(documents: list[Document], rng: random.Random) -> Document:
    """The texts one after another, with their tones."""
    text, tones = "", []
    for d in documents:
        text += rng.choice((" ", " ", "\n\n")) if text else ""
        tones += [((s + len(text), e + len(text)), tone) for (s, e), tone in d.tones]
        text += d.text
    return Document(text, frozenset(), tones=tuple(tones))


def training(folder: Path, rng: random.Random, open_only: bool) -> dict[str, list[Document]]:
    """The training documents by the name of their set."""
    sets = {"ewt": ewt(folder, "train", rng), "crossner": crossner_train(folder, rng)}
    if open_only:
        return sets | {"gmb": gmb(folder, rng, 1.0), "gum": gum_attribution(folder, "train")}
    return sets | {
        "gmb": gmb(folder, rng, 0.1),
        "worldwide": worldwide(folder, "train", rng),
        "polnear": polnear(folder, "train"),
        "newsmtsc": newsmtsc_train(folder, rng),
    }
