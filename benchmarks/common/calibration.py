"""How well a prediction of word F1 holds: whom it warns of, and how far off it is."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

BAD = 0.8
"""Word F1 below which a page should not be used unseen."""
LOWEST = 0.1
"""Share of the pages that somebody looks at."""
BINS = (0.0, 0.5, 0.7, 0.8, 0.9, 0.95, 0.98, 1.01)
Column = NDArray[np.float64]


def auc(is_bad: NDArray[np.bool_], predicted: Column) -> float:
    """How often a bad page is predicted lower than a good one; equal ones count half.

    >>> auc(np.array([True, False, False]), np.array([0.5, 0.5, 0.9]))
    0.75
    """
    order = np.unique(predicted, return_inverse=True)[1]
    count = np.bincount(order)
    ranks = (np.cumsum(count) - (count - 1) / 2)[order]
    bad, good = int(is_bad.sum()), int((~is_bad).sum())
    if not bad or not good:
        return float("nan")
    return 1 - float(ranks[is_bad].sum() - bad * (bad + 1) / 2) / (bad * good)


def caught(is_bad: NDArray[np.bool_], predicted: Column) -> float:
    """Share of the bad pages that are among the lowest tenth."""
    lowest = np.argsort(predicted, kind="stable")[: round(LOWEST * len(predicted))]
    return float(is_bad[lowest].sum()) / max(1, int(is_bad.sum()))


def figures(right: Sequence[float], predicted: Sequence[float]) -> dict[str, float]:
    """Area under the curve of F1 below 0.8, mean absolute error, share of bad pages caught."""
    f1, said = np.array(right, dtype=float), np.array(predicted, dtype=float)
    bad = f1 < BAD
    error = float(np.abs(f1 - said).mean())
    return {"auc": auc(bad, said), "mae": error, "catch": caught(bad, said)}


def reliability(
    right: Sequence[float], predicted: Sequence[float]
) -> Iterator[tuple[str, int, float, float, float]]:
    """For each bin: its bounds, pages, mean prediction, mean F1, share of bad pages."""
    f1, said = np.array(right, dtype=float), np.array(predicted, dtype=float)
    for low, high in pairwise(BINS):
        rows = (said >= low) & (said < high)
        if rows.any():
            bad = float((f1[rows] < BAD).mean())
            bounds = f"{low:.2f} to {min(high, 1):.2f}"
            yield bounds, int(rows.sum()), float(said[rows].mean()), float(f1[rows].mean()), bad
