"""Boosted symmetric trees: how they are fitted."""

from __future__ import annotations

from typing import Any

from catboost import CatBoostClassifier

from benchmarks.common.folds import SEED
from training import examples

PARAMETERS: dict[str, Any] = examples.SETTINGS["parameters"]
NAMES = {"page": examples.PAGE_NAMES, "text": examples.TEXT_NAMES}


def boosted(**more: object) -> CatBoostClassifier:
    return CatBoostClassifier(
        **PARAMETERS, **more, random_seed=SEED, thread_count=2, verbose=0, allow_writing_files=False
    )
