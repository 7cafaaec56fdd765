"""All examples as one table, and how well a model scores them across sites."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray
from sklearn.metrics import log_loss, roc_auc_score

from benchmarks.common.folds import fold_of
from training.examples import SETS, Example
from training.trees import NAMES


class Data:
    """All examples as one table; rows without a label are left out of training and measures."""

    def __init__(self, every: list[Example]) -> None:
        self.every = every
        self.x = np.vstack([e.matrix for e in every])
        self.y = np.concatenate([e.labels for e in every])
        self.w = np.concatenate([e.weights for e in every])
        self.fold = np.repeat([fold_of(e.site) for e in every], [len(e.labels) for e in every])
        self.language = np.repeat(
            [e.language or "?" for e in every], [len(e.labels) for e in every]
        )
        self.labelled = ~np.isnan(self.y)
        self.w /= self.w[self.labelled].mean()

    @property
    def ids(self) -> dict[str, set[str]]:
        """The pages of each set."""
        return {name: {e.id for e in self.every if e.name == name} for name in SETS}


def figures(data: Data, scores: NDArray[Any]) -> dict[str, Any]:
    """Weighted area under the curve and log loss: all, extracted, lost, and by language."""
    names = NAMES["page" if data.x.shape[1] == len(NAMES["page"]) else "text"]
    every = {"all": data.labelled}
    if "extracted" in names:
        taken = data.x[:, names.index("extracted")] > 0
        every |= {"extracted": data.labelled & taken, "lost": data.labelled & ~taken}
    for language in sorted(set(data.language)):
        every[language] = data.labelled & (data.language == language)
    return {
        name: _measured(data, scores, rows) for name, rows in every.items() if _both(data, rows)
    }


def ranked(is_article: Sequence[bool], scores: Sequence[float]) -> dict[str, Any]:
    """Area under the curve of lines that all count the same."""
    return {"rows": len(scores), "auc": round(float(roc_auc_score(is_article, scores)), 4)}


def _both(data: Data, rows: NDArray[Any]) -> bool:
    return rows.sum() >= 200 and len(set(data.y[rows])) == 2


def _measured(data: Data, scores: NDArray[Any], rows: NDArray[Any]) -> dict[str, float]:
    y, s, w = data.y[rows], scores[rows], data.w[rows]
    return {
        "rows": int(rows.sum()),
        "auc": round(float(roc_auc_score(y, s, sample_weight=w)), 4),
        "log_loss": round(float(log_loss(y, s, sample_weight=w, labels=[0, 1])), 4),
    }
