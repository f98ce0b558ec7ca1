"""Tests of windows, decoding, noise and the weights file on invented text and a tiny network."""

import json
import random
import tempfile
import unittest
from pathlib import Path

import numpy as np
import torch

import export
import noise
from data import names_of, newsmtsc, newsmtsc_train
from decode import cuts, read, spans_of, tag_path
from document import Attribution, Document, Writer
from encode import IGNORED, Encoder, Places
from model import Reader
from score import _tones, f1
from spec import NAME_LABELS, SPAN_LABELS, TAGGINGS, TONE_LABELS, Architecture, bucket
from units import Vocabulary, split

TINY = Architecture(
    vocabulary=12, positions=32, hidden=8, layers=2, heads=2, ffn=16, window=12, overlap=4, link_width=4, role_width=4
)
PIECES = ["[PAD]", "[UNK]", "[CLS]", "[SEP]", "a", "b", "##b", "said", '"', ",", ".", "##a"]


def tiny() -> tuple[Reader, Encoder]:
    """A small reader with random weights."""
    torch.manual_seed(5)
    return Reader(TINY).eval(), Encoder(Vocabulary(PIECES, TINY.max_pieces), TINY)


class Windows(unittest.TestCase):
    """Windows cover each unit once, and each within reach of its neighbours."""

    def test_kept_parts_join(self) -> None:
        rng = random.Random(1)
        for n in (0, 1, 5, 6, 7, 40, 200):
            counts = [rng.randint(1, 4) for _ in range(n)]
            found = cuts(counts, TINY)
            with self.subTest(n=n):
                kept = [u for c in found for u in range(*c.kept)]
                self.assertEqual(kept, list(range(n)))
                self.assertTrue(all(sum(counts[c.start : c.end]) <= TINY.window - 2 for c in found))
                self.assertTrue(all(c.start <= c.kept[0] and c.kept[1] <= c.end for c in found))

    def test_bucket(self) -> None:
        want = {0: 9, 1: 10, -1: 8, 4: 13, 5: 14, 8: 14, 9: 15, 64: 17, 65: 18, -65: 0, 1000: 18}
        self.assertEqual({d: bucket(d) for d in want}, want)


class Paths(unittest.TestCase):
    """Decoding gives well-formed spans only."""

    def test_best_path_is_well_formed(self) -> None:
        rng = np.random.default_rng(3)
        breaks = np.array([4, *rng.choice([1, 2, 4], 79)])
        logits = rng.normal(size=(80, len(NAME_LABELS))).astype(np.float32)
        path = [NAME_LABELS[i] for i in tag_path(logits, NAME_LABELS, breaks)]
        for i, (now, after) in enumerate(zip(path, [*path[1:], "O"], strict=True)):
            open_after = now[0] in "BI"
            self.assertEqual(open_after, after[0] in "IE", f"{now} {after} at {i}")
            self.assertFalse(open_after and (i + 1 < 80 and breaks[i + 1] == 4))
            self.assertTrue(not open_after or now[1:] == after[1:])

    def test_spans(self) -> None:
        path = [SPAN_LABELS.index(x) for x in "OBIESOBE"]
        self.assertEqual([r for r, _ in spans_of(path, SPAN_LABELS)], [(1, 4), (4, 5), (6, 8)])

    def test_read_long_and_empty(self) -> None:
        model, encoder = tiny()
        readings = read(model, encoder, [Document('"ab a," said b. ' * 9, frozenset()), Document("", frozenset())])
        self.assertEqual(len(readings[0].pos), 9 * 8)
        self.assertEqual((readings[1].names, readings[1].pos), ([], []))


class Marks(unittest.TestCase):
    """Marks stay on their words."""

    def test_noise_keeps_marks(self) -> None:
        text = 'Intro.\n\n"Rain, rain," said Ada O\'Hara.\n\nBob left.'
        at = {word: (text.index(word), text.index(word) + len(word)) for word in ("Rain, rain", "said", "Ada O'Hara", "Bob")}
        marked = Document(
            text,
            frozenset(),
            names=((at["Ada O'Hara"], "PERSON"), (at["Bob"], "PERSON")),
            attributions=(Attribution((at["Ada O'Hara"],), at["said"], (at["Rain, rain"],)),),
        )
        for seed in range(200):
            d = noise.spoil(marked, random.Random(seed), 3)
            a = d.attributions[0]
            words = [d.text[slice(*s)] for s in (a.sources[0], a.cue or (0, 0), a.contents[0], d.names[1][0])]
            plain = ["".join(c for c in w.lower() if c.isalpha()) for w in words]
            self.assertEqual(plain, ["adaohara", "said", "rainrain", "bob"], d.text)

    def test_writer(self) -> None:
        writer = Writer(random.Random(0))
        tokens = 'He said : " No , it is n\'t Ann ’ s ( really ) . "'.split()
        places = writer.sentence(tokens)
        self.assertEqual(writer.text, 'He said: "No, it isn\'t Ann’s (really)."')
        self.assertEqual([writer.text[slice(*p)] for p in places], tokens)

    def test_names_of(self) -> None:
        places = [(0, 1), (2, 3), (4, 5), (6, 7)]
        self.assertEqual(
            names_of(places, ["B-x", "I-x", "I-y", "B-z"], {"x": "PERSON", "y": "PLACE"}), (((0, 3), "PERSON"), ((4, 5), "PLACE"))
        )

    def test_f1(self) -> None:
        self.assertEqual(f1([({1, 2}, {2, 3}), ({4}, set())]), 40.0)


class Tones(unittest.TestCase):
    """Tones are read, learned at the mentions alone, and scored by mention."""

    ROWS = (
        {
            "sentence_normalized": "Ada Byrne helped, Bob lied.",
            "targets": [
                {"from": 0, "to": 9, "polarity": 6.0, "further_mentions": []},
                {"from": 18, "to": 21, "polarity": 2.0},
            ],
        },
        {
            "sentence_normalized": "Bob met Ada.",
            "targets": [{"from": 8, "to": 11, "polarity": 4.0, "further_mentions": [{"from": 0, "to": 3}]}],
        },
    )

    def documents(self, part: str = "train") -> list[Document]:
        """What is read of a file with the rows."""
        with tempfile.TemporaryDirectory() as folder:
            path = Path(folder) / f"stance/newsmtsc/{part}.jsonl"
            path.parent.mkdir(parents=True)
            path.write_text("".join(json.dumps(row) + "\n" for row in self.ROWS), encoding="utf8")
            return newsmtsc(Path(folder), part) if part != "train" else newsmtsc_train(Path(folder), random.Random(2))

    def test_read(self) -> None:
        first, second = self.documents("dev")
        found = [(first.text[slice(*s)], tone) for s, tone in first.tones]
        self.assertEqual(found, [("Ada Byrne", "POSITIVE"), ("Bob", "NEGATIVE")])
        self.assertEqual([(second.text[slice(*s)], tone) for s, tone in second.tones], [("Bob", "NEUTRAL"), ("Ada", "NEUTRAL")])

    def test_bundles_keep_tones(self) -> None:
        found = sorted((d.text[slice(*s)], tone) for d in self.documents() for s, tone in d.tones)
        self.assertEqual(found, [("Ada", "NEUTRAL"), ("Ada Byrne", "POSITIVE"), ("Bob", "NEGATIVE"), ("Bob", "NEUTRAL")])

    def test_labels(self) -> None:
        _, encoder = tiny()
        encoded = encoder.encode(self.documents("dev")[0])
        row = encoded.labels[[t.name for t in TAGGINGS].index("tone")].tolist()
        self.assertEqual(row, [1, 1, IGNORED, IGNORED, 2, IGNORED, IGNORED])
        self.assertTrue((encoded.labels[:-1] == IGNORED).all())

    def test_score(self) -> None:
        model, encoder = tiny()
        documents = self.documents("dev")
        readings = read(model, encoder, documents)
        self.assertEqual(readings[0].tones.shape, (7, 3))
        for r, d in zip(readings, documents, strict=True):
            r.tones[:] = -9
            for span, tone in d.tones:
                start, end = Places(split(d.text)).range(span)
                r.tones[start:end, TONE_LABELS.index(tone)] = 0
        self.assertEqual(_tones(documents, readings), {"tone": 100.0})
        readings[0].tones[:] = np.log([0.8, 0.1, 0.1])
        self.assertEqual(_tones(documents, readings), {"tone": round(200 * 2 / 6 / 3, 2)})


class File(unittest.TestCase):
    """A weights file gives back what went in, up to the quantization."""

    def test_round_trip(self) -> None:
        model, encoder = tiny()
        with tempfile.TemporaryDirectory() as folder:
            path = Path(folder) / "tiny.bin"
            export.write(model, encoder.vocabulary, "tiny", path)
            back, vocabulary = export.read(path)
            again = Path(folder) / "again.bin"
            export.write(back, vocabulary, "tiny", again)
            self.assertEqual(path.read_bytes(), again.read_bytes())
            path.write_bytes(path.read_bytes()[:-40] + b"x" * 40)
            with self.assertRaises(ValueError):
                export.read(path)
        self.assertEqual(vocabulary.pieces, PIECES)
        for (name, want), got in zip(model.state_dict().items(), back.state_dict().values(), strict=True):
            self.assertLess(float((want - got).abs().max()), float(want.abs().max()) / 200 + 1e-9, name)


if __name__ == "__main__":
    unittest.main()
