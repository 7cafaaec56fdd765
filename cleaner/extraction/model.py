"""A small model of boosted symmetric trees, as its JSON file has it; numpy adds the leaves up.

In a symmetric tree all nodes of a level ask the same question, so a tree is a few thresholds and
a table (Prokhorenkova et al. 2018, "CatBoost: unbiased boosting with categorical features").
`python -m training` writes the files and states in them what they were made from.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray

CHUNK = 4096
Floats = NDArray[np.float32]
Matrix = Sequence[Sequence[float]] | Floats


class Model:
    """Trees over named features; gives the probability that a row is article."""

    def __init__(self, data: Mapping[str, Any]) -> None:
        """Take a model as its JSON file has it."""
        self.provenance: Mapping[str, Any] = data["provenance"]
        self.features: tuple[str, ...] = tuple(data["features"])
        trees = data["trees"]
        asked = [list(zip(t["features"], t["thresholds"], strict=True)) for t in trees]
        questions = {q: i for i, q in enumerate(sorted({q for tree in asked for q in tree}))}
        self.about = np.array([feature for feature, _ in questions], dtype=np.intp)
        self.thresholds = np.array([[t] for _, t in questions], dtype=np.float32)
        self.levels = np.array([[questions[q] for q in tree] for tree in asked], dtype=np.intp).T
        leaves = np.array([tree["leaves"] for tree in trees], dtype=np.float32)
        self.first = np.arange(len(trees), dtype=np.int32)[:, None] * leaves.shape[1]
        self.leaves = leaves.ravel()
        self.bias = float(data["bias"])

    def log_odds(self, rows: Matrix) -> Floats:
        """Per row of features, in the order of `features`, the log-odds of being article.

        Each question is asked once, although many trees share it; a few thousand rows at a time.
        """
        chunks = [
            self._log_odds(rows[at : at + CHUNK]) for at in range(0, max(1, len(rows)), CHUNK)
        ]
        return np.concatenate(chunks) if len(chunks) != 1 else chunks[0]

    def _log_odds(self, rows: Matrix) -> Floats:
        values = np.ascontiguousarray(np.asarray(rows, dtype=np.float32).T)
        answers = (values.take(self.about, axis=0) > self.thresholds).astype(np.uint16)
        leaf = answers.take(self.levels[0], axis=0)
        for depth, level in enumerate(self.levels[1:], start=1):
            leaf |= answers.take(level, axis=0) << depth
        total: Floats = self.leaves.take(self.first + leaf).sum(axis=0) + self.bias
        return total

    def scores(self, rows: Matrix) -> Floats:
        """The same as probabilities, 0 to 1."""
        return np.asarray(1 / (1 + np.exp(-self.log_odds(rows))), dtype=np.float32)
