"""Train the models of `cleaner/judge` on the development pages, and say what they are worth.

python benchmarks/train_leftover.py page|text [--compare] [--folds DIR] [--write]

Cross-validation is by site: all pages of one registered domain are in the same of five folds.
--compare tries logistic regression, boosted trees, and trees with monotone constraints made by
hand; --folds writes the five models, for `quality.py --folds` and `residue.py --folds`; --write
writes `cleaner/models/NAME.json` with its provenance. Same data, same seed: same trees.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import tempfile
import time
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import examples
import numpy as np
from catboost import CatBoostClassifier
from examples import Example
from numpy.typing import NDArray
from sites import FOLDS, SEED, fold_of
from sklearn.metrics import log_loss, roc_auc_score

from cleaner.judge.model import Model

PARAMETERS = {
    "depth": 5,
    "iterations": 300,
    "learning_rate": 0.1,
    "l2_leaf_reg": 5.0,
    "border_count": 64,
}
NAMES = {
    "page": examples.PAGE_NAMES,
    "text": examples.TEXT_NAMES,
}
FORMS = {"page": examples.PAGE_FORMS, "text": examples.TEXT_FORMS}
LICENCES = {
    "wcxb-dev-articles": "CC-BY-4.0 (WCXB v1.0, Foley 2026)",
    "readability-articles": "Apache-2.0 (Mozilla Readability's test pages)",
    "multilingual-segments": "Apache-2.0 (trafilatura's evaluation set)",
}
MODELS = Path(__file__).resolve().parents[1] / "cleaner/models"
MONOTONE = {
    "linked": -1, "phrases": -1, "repeated": -1, "copies": -1, "names_against": -1, "outside": -1,
    "branch_linked": -1, "third_linked": -1, "topic": 1, "names_for": 1, "made_alike": 1,
    "prose_alike": 1, "prose_beside": 1, "extracted": 1, "size": 1,
}  # fmt: skip
Predict = Callable[[NDArray[Any]], NDArray[Any]]
Fit = Callable[[NDArray[Any], NDArray[Any], NDArray[Any]], Predict]


def boosted(**more: object) -> CatBoostClassifier:
    return CatBoostClassifier(
        **PARAMETERS, **more, random_seed=SEED, thread_count=2, verbose=0, allow_writing_files=False
    )


def fit_trees(x: NDArray[Any], y: NDArray[Any], w: NDArray[Any]) -> Predict:
    fitted = boosted().fit(x, y, sample_weight=w)
    return lambda rows: fitted.predict_proba(rows)[:, 1]


def fit_monotone(x: NDArray[Any], y: NDArray[Any], w: NDArray[Any]) -> Predict:
    names = NAMES["page" if x.shape[1] == len(NAMES["page"]) else "text"]
    constraints = [MONOTONE.get(name, 0) for name in names]
    fitted = boosted(monotone_constraints=constraints).fit(x, y, sample_weight=w)
    return lambda rows: fitted.predict_proba(rows)[:, 1]


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

    def train(self, fit: Fit, without: int | None = None) -> Predict:
        rows = self.labelled & (self.fold != without)
        return fit(self.x[rows], self.y[rows], self.w[rows])


def cross_validate(data: Data, fit: Fit) -> NDArray[Any]:
    """Every row's score by the model that never saw its site."""
    scores = np.zeros(len(data.y))
    for fold in range(FOLDS):
        rows = data.fold == fold
        scores[rows] = data.train(fit, fold)(data.x[rows])
    return scores


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


def _both(data: Data, rows: NDArray[Any]) -> bool:
    return rows.sum() >= 200 and len(set(data.y[rows])) == 2


def _measured(data: Data, scores: NDArray[Any], rows: NDArray[Any]) -> dict[str, float]:
    y, s, w = data.y[rows], scores[rows], data.w[rows]
    return {
        "rows": int(rows.sum()),
        "auc": round(float(roc_auc_score(y, s, sample_weight=w)), 4),
        "log_loss": round(float(log_loss(y, s, sample_weight=w, labels=[0, 1])), 4),
    }


def exported(fitted: CatBoostClassifier, names: tuple[str, ...]) -> dict[str, Any]:
    """A CatBoost model as `cleaner.judge.model` reads it."""
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder, "model.json")
        fitted.save_model(str(file), format="json")
        raw = json.loads(file.read_text(encoding="utf-8"))
    scale, bias = raw["scale_and_bias"]
    return {
        "features": list(names),
        "bias": round(float(np.ravel(bias)[0]), 6),
        "trees": [_tree(tree, scale) for tree in raw["oblivious_trees"]],
    }


def _tree(tree: dict[str, Any], scale: float) -> dict[str, Any]:
    depth = PARAMETERS["depth"]
    splits = tree["splits"] or []
    spare = int(depth) - len(splits)  # a tree that found fewer questions asks one nobody answers
    leaves = [round(scale * value, 5) for value in tree["leaf_values"]]
    return {
        "features": [s["float_feature_index"] for s in splits] + [0] * spare,
        "thresholds": [round(s["border"], 6) for s in splits] + [1e30] * spare,
        "leaves": leaves + [0.0] * (2 ** int(depth) - len(leaves)),
    }


def shipped(data: Data, name: str, without: int | None = None) -> dict[str, Any]:
    """A model fit for shipping; fails where our own prediction differs from the library's."""
    rows = data.labelled & (data.fold != without)
    fitted = boosted().fit(data.x[rows], data.y[rows], sample_weight=data.w[rows])
    result = exported(fitted, NAMES[name]) | {"provenance": {}}
    sample = data.x[:2000]
    ours, theirs = Model(result).scores(sample), fitted.predict_proba(sample)[:, 1]
    if np.abs(ours - theirs).max() > 0.01:
        raise AssertionError(f"differs from the library by {np.abs(ours - theirs).max():.4f}")
    return result


def provenance(data: Data, name: str, measured: dict[str, Any]) -> dict[str, Any]:
    ids = {s: sorted({e.id for e in data.every if e.name == s}) for s in examples.SETS}
    return {
        "made_by": f"benchmarks/train_leftover.py {name} --write",
        "date": date.today().isoformat(),
        "seed": SEED,
        "parameters": PARAMETERS,
        "forms": {form: examples.FORM_WEIGHT[form] for form in FORMS[name]},
        "data": [
            {
                "set": s,
                "pages": len(ids[s]),
                "ids_sha256": hashlib.sha256("\n".join(ids[s]).encode()).hexdigest(),
                "licence": LICENCES[s],
                "left_out": sorted(examples.notes().get(s, {})),
            }
            for s in examples.SETS
        ],
        "cross_validation": {"folds": FOLDS, "grouped_by": "registered domain", **measured},
    }


def written(model: dict[str, Any]) -> str:
    """One tree a line: small, and a change shows."""
    trees = ",\n".join(json.dumps(tree, separators=(",", ":")) for tree in model["trees"])
    head = json.dumps(
        {k: v for k, v in model.items() if k != "trees"}, indent=1, ensure_ascii=False
    )
    return f'{head[:-2]},\n "trees": [\n{trees}\n]\n}}\n'


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawTextHelpFormatter
    )
    parser.add_argument("model", choices=list(NAMES))
    parser.add_argument("--compare", action="store_true")
    parser.add_argument("--folds", type=Path)
    parser.add_argument("--write", action="store_true")
    args = parser.parse_args()
    data = Data([e for s in examples.SETS for e in examples.of_set(s, FORMS[args.model])])
    print(
        f"{len(data.every)} examples, {len(data.y)} rows, {int(data.labelled.sum())} with a label"
    )
    for kind, fit in KINDS.items() if args.compare else ():
        start = time.perf_counter()
        measured = figures(data, cross_validate(data, fit))
        print(f"{kind} ({time.perf_counter() - start:.0f} s)")
        _print(measured)
    if args.folds:
        args.folds.mkdir(parents=True, exist_ok=True)
        for fold in range(FOLDS):
            model = shipped(data, args.model, fold)
            (args.folds / f"{args.model}-{fold}.json").write_text(written(model), encoding="utf-8")
    if args.write:
        measured = figures(data, cross_validate(data, fit_trees))
        _print(measured)
        model = shipped(data, args.model)
        model["provenance"] = provenance(data, args.model, measured)
        file = MODELS / f"{args.model}.json"
        file.write_text(written(model), encoding="utf-8")
        digest = hashlib.sha256(file.read_bytes()).hexdigest()
        print(f"{file}: {file.stat().st_size:,} bytes, sha256 {digest}")


def _print(measured: dict[str, Any]) -> None:
    for name, row in measured.items():
        print(f"  {name:10}{row['rows']:8}{row['auc']:9.4f}{row['log_loss']:9.4f}")


if __name__ == "__main__":
    main()
