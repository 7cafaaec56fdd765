"""A small model of boosted symmetric trees, read from a JSON file; numpy adds the leaves up.

In a symmetric tree all nodes of a level ask the same question, so a tree is a few thresholds and
a table (Prokhorenkova et al. 2018, "CatBoost: unbiased boosting with categorical features").
`benchmarks/train_leftover.py` writes the files and states in them what they were made from.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from functools import cache
from importlib.resources import files
from typing import Any

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]
Matrix = Sequence[Sequence[float]] | Floats


class Model:
    """Trees over named features; gives the probability that a row is article."""

    def __init__(self, data: Mapping[str, Any]) -> None:
        """Take a model as its JSON file has it."""
        self.provenance: Mapping[str, Any] = data["provenance"]
        self.features: tuple[str, ...] = tuple(data["features"])
        trees = data["trees"]
        self.asked = np.array([tree["features"] for tree in trees], dtype=np.intp)
        self.thresholds = np.array([tree["thresholds"] for tree in trees], dtype=np.float64)
        leaves = np.array([tree["leaves"] for tree in trees], dtype=np.float64)
        self.width = leaves.shape[1]
        self.leaves = leaves.ravel()
        self.first = np.arange(len(trees), dtype=np.intp) * self.width
        self.powers = 2 ** np.arange(self.asked.shape[1], dtype=np.intp)
        self.bias = float(data["bias"])

    def log_odds(self, rows: Matrix) -> Floats:
        """Per row of features, in the order of `features`, the log-odds of being article."""
        values = np.asarray(rows, dtype=np.float64)
        answers = values[:, self.asked] > self.thresholds
        total: Floats = self.leaves[answers @ self.powers + self.first].sum(axis=1)
        return total + self.bias

    def scores(self, rows: Matrix) -> Floats:
        """The same as probabilities, 0 to 1."""
        odds: Floats = 1 / (1 + np.exp(-self.log_odds(rows)))
        return odds


@cache
def _shipped(name: str) -> Model:
    file = files("cleaner").joinpath("models", f"{name}.json")
    return Model(json.loads(file.read_text(encoding="utf-8")))


_instead: dict[str, Model] = {}


def model(name: str) -> Model:
    """The model for pages ("page") or for scraped text ("text")."""
    return _instead.get(name) or _shipped(name)


@contextmanager
def instead(**models: Model) -> Iterator[None]:
    """Judge by other models for a while, as cross-validation does: `instead(page=…, text=…)`."""
    before = dict(_instead)
    _instead.update(models)
    try:
        yield
    finally:
        _instead.clear()
        _instead.update(before)
