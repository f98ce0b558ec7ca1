"""Trains the reader: one command from the data folder to a weights file.

    python train/train.py --data ../shared/data --out train/out

Goes on from the last checkpoint in the output folder. The log has the dev scores of each epoch.
"""

from __future__ import annotations

import argparse
import json
import logging
import math
import random
import time
from collections import Counter
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path

import torch
from torch import Tensor, nn

import data
from batch import collate
from document import Document
from encode import Encoded, Encoder
from export import write
from losses import loss
from model import Reader, base_folder
from noise import spoil
from score import dev_sets, score
from spec import Architecture
from units import Vocabulary

log = logging.getLogger("train")
REPEATS = {"crossner": 2, "ewt": 5, "newsmtsc": 2, "worldwide": 2}  # small sets are read more than once in an epoch
HEAD_RATE = 1e-3
PARTS = 4  # of a step; small ones fit the caches, and no core waits long for another


@dataclass(frozen=True)
class Options:
    """What the command line says."""

    data: Path
    out: Path
    epochs: int
    minutes: float
    share: float
    window: int
    batch: int
    rate: float
    noise: float
    seed: int
    threads: int
    open_only: bool


def options() -> Options:
    """Reads the command line."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, default=Path("../shared/data"), help="the folder of the data sets")
    parser.add_argument("--out", type=Path, default=Path("train/out"), help="for log, checkpoints, weights")
    parser.add_argument("--epochs", type=int, default=5)
    parser.add_argument(
        "--minutes", type=float, default=math.inf, help="end by then: the rate falls by the clock if that is faster"
    )
    parser.add_argument("--share", type=float, default=1.0, help="of the training documents, for trials")
    parser.add_argument("--window", type=int, default=256, help="pieces in a training window, with the special ones")
    parser.add_argument("--batch", type=int, default=16, help="windows in a step")
    parser.add_argument("--rate", type=float, default=2.5e-4, help="peak learning rate of the encoder")
    parser.add_argument("--noise", type=float, default=0.7, help="how much the texts are spoiled; 0 is not at all")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--threads", type=int, default=2)
    parser.add_argument("--open-only", action="store_true", help="openly licensed data alone")
    return Options(**vars(parser.parse_args()))


class Training:
    """The state of a training run, and its steps."""

    def __init__(self, o: Options) -> None:
        self.o = o
        self.architecture = Architecture()
        self.vocabulary = Vocabulary.load(base_folder() / "vocab.txt", self.architecture.max_pieces)
        self.encoder = Encoder(self.vocabulary, self.architecture)
        self.model = Reader(self.architecture)
        self.model.load_base(base_folder())
        self.model.embed.word.weight.requires_grad = False
        self.parameters = [p for p in self.model.parameters() if p.requires_grad]
        self.cores = ThreadPoolExecutor(o.threads, initializer=torch.set_num_threads, initargs=(1,))
        self.optimizer = torch.optim.AdamW(self._groups(), fused=True)
        self.epoch, self.step, self.spent = 0, 0, 0.0
        self.steps = 0  # of the whole training, as far as the first epoch tells
        self.best = 0.0

    def _groups(self) -> list[dict[str, object]]:
        """Parameters by learning rate: the pretrained ones, and the new ones."""
        new = ("tag.", "links.", "roles.", "embed.shape", "embed.quote", "embed.breaks")
        named = [(name, p) for name, p in self.model.named_parameters() if p.requires_grad]
        old = [p for name, p in named if not name.startswith(new)]
        fresh = [p for name, p in named if name.startswith(new)]
        return [
            {"params": old, "peak": self.o.rate, "lr": 0.0, "weight_decay": 0.01},
            {"params": fresh, "peak": HEAD_RATE, "lr": 0.0, "weight_decay": 0.01},
        ]

    @property
    def checkpoint(self) -> Path:
        """Where the state is kept."""
        return self.o.out / "checkpoint.pt"

    def save(self) -> None:
        """Writes the state; never leaves half a file."""
        state = {"model": self.model.state_dict(), "optimizer": self.optimizer.state_dict()}
        state |= {name: getattr(self, name) for name in ("epoch", "step", "spent", "steps", "best")}
        part = self.checkpoint.with_suffix(".part")
        torch.save(state, part)
        part.replace(self.checkpoint)

    def resume(self) -> None:
        """Goes on from the checkpoint, if there is one: at the beginning of the epoch it was made in."""
        if not self.checkpoint.exists():
            return
        state = torch.load(self.checkpoint, weights_only=True)
        self.model.load_state_dict(state["model"])
        self.optimizer.load_state_dict(state["optimizer"])
        for name in ("epoch", "step", "spent", "steps", "best"):
            setattr(self, name, state[name])
        log.info("going on from epoch %d, step %d", self.epoch, self.step)

    def progress(self, started: float) -> float:
        """How much of the training is done, by steps or by the clock, whichever is further."""
        seconds = self.spent + time.monotonic() - started
        return min(1.0, max(self.step / max(1, self.steps), seconds / (60 * self.o.minutes)))

    def one_epoch(self, documents: dict[str, list[Document]]) -> None:
        """Trains on all documents once; keeps the state at the half and at the end."""
        rng = random.Random(self.o.seed * 1000 + self.epoch)
        torch.manual_seed(self.o.seed * 1000 + self.epoch)
        groups = self._batches(self._windows(documents, rng), rng)
        self.steps = self.step + len(groups) * (self.o.epochs - self.epoch)
        self.model.train()
        started, sums, pieces = time.monotonic(), Counter[str](), 0
        for n, group in enumerate(groups):
            sums.update(self._step(group, self.progress(started)))
            pieces += sum(len(p) for w in group for p in w.pieces)
            if n % 50 == 49:
                self._report(sums, pieces / (time.monotonic() - started), self.progress(started))
                sums.clear()
            if n == len(groups) // 2:
                self.save()
            if self.progress(started) >= 1:
                break
        self.epoch += 1
        self.spent += time.monotonic() - started
        self.save()

    def _windows(self, documents: dict[str, list[Document]], rng: random.Random) -> list[Encoded]:
        """The windows of an epoch, with fresh noise."""
        out: list[Encoded] = []
        for name, ones in documents.items():
            for document in ones * REPEATS.get(name, 1):
                encoded = self.encoder.encode(spoil(document, rng, self.o.noise))
                out += self.encoder.windows(encoded, self.o.window - 2, rng)
        return [w for w in out if len(w.units) > 1]

    def _batches(self, windows: list[Encoded], rng: random.Random) -> list[list[Encoded]]:
        """Windows of like length together, in random order; a batch has about the same number of pieces."""
        ordered = sorted(windows, key=lambda w: sum(map(len, w.pieces)) + rng.random() * 16)
        room, out = self.o.batch * self.o.window, [[]]  # type: tuple[int, list[list[Encoded]]]
        for window in ordered:
            if (len(out[-1]) + 1) * sum(map(len, window.pieces)) > room:
                out.append([])
            out[-1].append(window)
        rng.shuffle(out)
        return out

    def _gradient(self, part: list[Encoded], units: int) -> tuple[list[Tensor | None], dict[str, float]]:
        """The gradient of a part of a step that has so many units in all, and the loss."""
        with torch.autocast("cpu", torch.bfloat16):
            total, losses = loss(self.model, collate(part, self.vocabulary))
        found = torch.autograd.grad(total / units, self.parameters, allow_unused=True)
        return list(found), {name: value / units for name, value in losses.items()}

    def _step(self, group: list[Encoded], progress: float) -> Counter[str]:
        """One step; each core takes parts of it in turn."""
        units, sums = sum(len(w.units) for w in group), Counter[str]()
        parts = [group[i::PARTS] for i in range(min(PARTS, len(group)))]
        self.optimizer.zero_grad()
        for gradient, losses in self.cores.map(lambda part: self._gradient(part, units), parts):
            sums.update(losses)
            for parameter, g in zip(self.parameters, gradient, strict=True):
                if g is not None:
                    parameter.grad = g if parameter.grad is None else parameter.grad.add_(g)
        self._update(progress)
        return sums

    def _update(self, progress: float) -> None:
        warm = min(1.0, (self.step + 1) / 150)
        for group in self.optimizer.param_groups:
            group["lr"] = group["peak"] * warm * max(0.01, 1 - progress)
        nn.utils.clip_grad_norm_(self.parameters, 1.0)
        self.optimizer.step()
        self.step += 1

    def _report(self, sums: Counter[str], speed: float, progress: float) -> None:
        parts = " ".join(f"{name} {value / 50:.4f}" for name, value in sums.items())
        log.info("step %d (%.0f %%), %.0f pieces/s: %s", self.step, 100 * progress, speed, parts)


def run(o: Options) -> None:
    """The whole training."""
    training = Training(o)
    training.resume()
    rng = random.Random(o.seed)
    documents = data.training(o.data, rng, o.open_only)
    documents = {name: rng.sample(ones, int(len(ones) * o.share)) for name, ones in documents.items()}
    log.info("documents: %s", {name: len(ones) for name, ones in documents.items()})
    dev = dev_sets(o.data)
    while training.epoch < o.epochs and training.spent < 60 * o.minutes:
        training.one_epoch(documents)
        path = o.out / f"reader-{training.epoch}.bin"
        write(training.model, training.vocabulary, "newsgraph reader", path)
        scores = score(training.model, training.encoder, dev)
        log.info("epoch %d after %.0f s: %s", training.epoch, training.spent, json.dumps(scores))
    final = score(training.model, training.encoder, dev, noise=True)
    log.info("end: %s", json.dumps(final))
    (o.out / "scores.json").write_text(json.dumps(final, indent=1) + "\n")


def main() -> None:
    """Sets the log and the threads up, and trains."""
    o = options()
    o.out.mkdir(parents=True, exist_ok=True)
    handlers: list[logging.Handler] = [logging.FileHandler(o.out / "train.log"), logging.StreamHandler()]
    logging.basicConfig(level=logging.INFO, format="%(asctime)s %(message)s", handlers=handlers)
    torch.set_num_threads(o.threads)
    log.info("%s", o)
    run(o)


if __name__ == "__main__":
    main()
