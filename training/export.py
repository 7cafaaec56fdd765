"""A fitted model as the package reads it, with what it was made from."""

from __future__ import annotations

import hashlib
import json
import tempfile
from collections.abc import Iterable, Mapping, Sequence, Set
from datetime import date
from pathlib import Path
from typing import Any

import numpy as np
from catboost import CatBoostClassifier

from benchmarks.common.folds import FOLDS, SEED
from benchmarks.common.truths import known_wrong
from cleaner.extraction.model import Model
from training import examples
from training.measures import Data
from training.trees import NAMES, PARAMETERS, boosted

FORMS = {
    "page": examples.PAGE_FORMS,
    "text": examples.TEXT_FORMS,
    "confidence": examples.PAGE_FORMS,
}


def exported(fitted: CatBoostClassifier, names: tuple[str, ...], depth: int) -> dict[str, Any]:
    """A CatBoost model as `cleaner.extraction.model` reads it."""
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder, "model.json")
        fitted.save_model(str(file), format="json")
        raw = json.loads(file.read_text(encoding="utf-8"))
    scale, bias = raw["scale_and_bias"]
    return {
        "features": list(names),
        "bias": round(float(np.ravel(bias)[0]), 6),
        "trees": [_tree(tree, scale, depth) for tree in raw["oblivious_trees"]],
    }


def _tree(tree: dict[str, Any], scale: float, depth: int) -> dict[str, Any]:
    splits = tree["splits"] or []
    spare = depth - len(splits)  # a tree that found fewer questions asks one nobody answers
    leaves = [round(scale * value, 5) for value in tree["leaf_values"]]
    return {
        "features": [s["float_feature_index"] for s in splits] + [0] * spare,
        "thresholds": [float(f"{s['border']:.9g}") for s in splits] + [1e30] * spare,
        "leaves": leaves + [0.0] * (2**depth - len(leaves)),
    }


def shipped(data: Data, name: str, without: int | None = None) -> dict[str, Any]:
    """A model fit for shipping; fails where our own prediction differs from the library's."""
    rows = data.labelled & (data.fold != without)
    fitted = boosted().fit(data.x[rows], data.y[rows], sample_weight=data.w[rows])
    result = exported(fitted, NAMES[name], PARAMETERS["depth"]) | {"provenance": {}}
    sample = data.x[:2000]
    ours, theirs = Model(result).scores(sample), fitted.predict_proba(sample)[:, 1]
    if np.abs(ours - theirs).max() > 0.01:
        raise AssertionError(f"differs from the library by {np.abs(ours - theirs).max():.4f}")
    return result


def provenance(
    name: str, ids: Mapping[str, Set[str]], measured: Mapping[str, Any]
) -> dict[str, Any]:
    """What a model was made from. ids: of the pages, by set."""
    left_out = {s: known_wrong(s) for s in ids} if name == "confidence" else examples.NOTES
    return {
        "made_by": f"python -m training {name} --folds DIR --write",
        "date": date.today().isoformat(),
        "seed": SEED,
        "parameters": examples.SETTINGS.get(name, PARAMETERS),
        "forms": {form: examples.FORM_WEIGHT[form] for form in FORMS.get(name, ())},
        "data": [_part(s, sorted(ids[s]), left_out) for s in ids],
        "cross_validation": {"folds": FOLDS, "grouped_by": "registered domain", **measured},
    }


def _part(name: str, ids: Sequence[str], left_out: Mapping[str, Iterable[str]]) -> dict[str, Any]:
    return {
        "set": name,
        "pages": len(ids),
        "ids_sha256": hashlib.sha256("\n".join(ids).encode()).hexdigest(),
        "licence": examples.SETTINGS["licences"].get(name, "those of its pages"),
        "left_out": sorted(left_out.get(name, ())),
    }


def written(model: dict[str, Any]) -> str:
    """One tree a line: small, and a change shows."""
    trees = ",\n".join(json.dumps(tree, separators=(",", ":")) for tree in model["trees"])
    head = json.dumps(
        {k: v for k, v in model.items() if k != "trees"}, indent=1, ensure_ascii=False
    )
    return f'{head[:-2]},\n "trees": [\n{trees}\n]\n}}\n'
