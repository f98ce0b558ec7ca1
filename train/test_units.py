"""Tests of units and features on invented text. Run: python -m unittest discover -s train."""

import unittest

import units


class Units(unittest.TestCase):
    """Splitting, normal forms and features."""

    def forms(self, text: str) -> list[str]:
        return [u.text for u in units.split(text)]

    def test_split(self) -> None:
        cases = {
            "al-Asiri's U.S. plan": ["al", "-", "Asiri", "'", "s", "U", ".", "S", ".", "plan"],
            "soft\u00adhyphen\u200b.": ["softhyphen", "."],
            "\u200bab\u200b cd": ["ab", "cd"],
            "a\u00a0b\u2028c": ["a", "b", "c"],
            "€5中文x": ["€5", "中", "文", "x"],
            "": [],
        }
        for text, want in cases.items():
            with self.subTest(text=text):
                self.assertEqual(self.forms(text), want)

    def test_span_leaves_dropped_ends_out(self) -> None:
        (unit,) = units.split("\u200ba\u200bb\u200b ")
        self.assertEqual((unit.start, unit.end), (1, 4))

    def test_normal_form(self) -> None:
        for text, want in {"Élysée": "elysee", "İZMİR": "izmir", "ΟΔΟΣ": "οδοσ", "e\u0301": "e"}.items():
            with self.subTest(text=text):
                self.assertEqual(units.normal_form(text), want)

    def test_shape(self) -> None:
        want = {
            "word": 1, "Word": 2, "W": 3, "UN": 4, "McCain": 5, "iPhone": 5, "2015": 6, "B12": 7, "12th": 7,
            ",": 8, "€": 9, "中": 9, "É": 3,
        }  # fmt: skip
        got = {text: units.shape(units.split(text)[0]) for text in want}
        self.assertEqual(got, want)

    def test_quotes_and_breaks(self) -> None:
        text = "He said \"it is\" so. ''No'' “open\n\nnext ‘x’ ```a'''"
        parts = units.split(text)
        before = units.breaks(text, parts)
        got = {(u.text, q) for u, q in zip(parts, units.quotes(parts, before), strict=True)}
        self.assertTrue({('"', 3), ("it", 2), ('"', 4), ("so", 1), ("No", 2), ("next", 1), ("‘", 1), ("a", 2)} <= got)
        self.assertEqual([b for u, b in zip(parts, before, strict=True) if u.text in ("He", "said", '"', "next")][:3], [4, 2, 2])
        self.assertEqual(before[[u.text for u in parts].index("next")], 4)


class Pieces(unittest.TestCase):
    """WordPiece on a small vocabulary."""

    def test_longest_first(self) -> None:
        vocabulary = units.Vocabulary(["[PAD]", "[UNK]", "[CLS]", "[SEP]", "un", "##able", "##a", "u", "##n"], 2)
        for text, want in {"unable": [4, 5], "Una": [4, 6], "zun": [1], "unana": [4, 6], "u" * 101: [1]}.items():
            with self.subTest(text=text):
                self.assertEqual(vocabulary.ids(units.split(text)[0]), want)


if __name__ == "__main__":
    unittest.main()
