"""The kinds of model that are tried: each fits features, labels and weights, and predicts."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from catboost import CatBoostClassifier
from numpy.typing import NDArray

from benchmarks.common.folds import SEED
from training import examples

PARAMETERS: dict[str, Any] = examples.SETTINGS["parameters"]
MONOTONE: dict[str, int] = examples.SETTINGS["monotone"]
NAMES = {"page": examples.PAGE_NAMES, "text": examples.TEXT_NAMES}
Predict = Callable[[NDArray[Any]], NDArray[Any]]
Fit = Callable[[NDArray[Any], NDArray[Any], NDArray[Any]], Predict]


def boosted(**more: object) -> CatBoostClassifier:
    return CatBoostClassifier(
        **PARAMETERS, **more, random_seed=SEED, thread_count=2, verbose=0, allow_writing_files=False
    )


def fit_trees(x: NDArray[Any], y: NDArray[Any], w: NDArray[Any], **more: object) -> Predict:
    fitted = boosted(**more).fit(x, y, sample_weight=w)
    return lambda rows: fitted.predict_proba(rows)[:, 1]


def fit_monotone(x: NDArray[Any], y: NDArray[Any], w: NDArray[Any]) -> Predict:
    names = NAMES["page" if x.shape[1] == len(NAMES["page"]) else "text"]
    constraints = [MONOTONE.get(name, 0) for name in names]
    return fit_trees(x, y, w, monotone_constraints=constraints)


def fit_logistic(x: NDArray[Any], y: NDArray[Any], w: NDArray[Any]) -> Predict:
    from sklearn.linear_model import LogisticRegression
    from sklearn.pipeline import make_pipeline
    from sklearn.preprocessing import QuantileTransformer

    fitted = make_pipeline(
        QuantileTransformer(output_distribution="normal", random_state=SEED),
        LogisticRegression(max_iter=500),
    ).fit(x, y, logisticregression__sample_weight=w)
    return lambda rows: fitted.predict_proba(rows)[:, 1]


KINDS: dict[str, Fit] = {
    "boosted symmetric trees": fit_trees,
    "the same, monotone by hand": fit_monotone,
    "logistic regression": fit_logistic,
}
