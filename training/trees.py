"""Boosted symmetric trees: how they are fitted."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from catboost import CatBoostClassifier
from numpy.typing import NDArray

from benchmarks.common.folds import SEED
from training import examples

PARAMETERS: dict[str, Any] = examples.SETTINGS["parameters"]
NAMES = {"page": examples.PAGE_NAMES, "text": examples.TEXT_NAMES}
Predict = Callable[[NDArray[Any]], NDArray[Any]]


def boosted(**more: object) -> CatBoostClassifier:
    return CatBoostClassifier(
        **PARAMETERS, **more, random_seed=SEED, thread_count=2, verbose=0, allow_writing_files=False
    )


def fit_trees(x: NDArray[Any], y: NDArray[Any], w: NDArray[Any], **more: object) -> Predict:
    fitted = boosted(**more).fit(x, y, sample_weight=w)
    return lambda rows: fitted.predict_proba(rows)[:, 1]
