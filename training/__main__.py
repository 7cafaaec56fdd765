"""Train a model of the package on the development pages, and measure it across sites.

Cross-validation is by site: all pages of one registered domain are in the same of five folds. The
table of wording comes first, since the other models read pages with the one that never saw their
site. Same data, same seed: same trees.
"""

from __future__ import annotations

import hashlib
from argparse import ArgumentParser, RawDescriptionHelpFormatter
from collections.abc import Mapping
from itertools import chain
from math import nan
from pathlib import Path
from typing import Any

import numpy as np

from benchmarks.common.folds import FOLDS, fold_of
from benchmarks.common.tables import table
from cleaner.extraction.model import Model
from training import confidence, examples, export, wording
from training.measures import Data, figures, ranked

MODELS = Path(__file__).resolve().parents[1] / "cleaner/models"
NAMES = ("wording", *export.FORMS)


def main() -> None:
    """Run the steps that the command line asks for."""
    args = _parser().parse_args()
    args.folds.mkdir(parents=True, exist_ok=True)
    if args.model == "wording":
        _wording(args.folds, write=args.write)
    elif args.model == "confidence":
        _confidence(args.folds, write=args.write)
    else:
        _trees(args.model, args.folds, write=args.write)


def _parser() -> ArgumentParser:
    parser = ArgumentParser(
        prog="python -m training",
        description=__doc__,
        formatter_class=RawDescriptionHelpFormatter,
    )
    parser.add_argument("model", choices=NAMES)
    help_text = "write five models, for --folds of the benchmarks and of the next model"
    parser.add_argument("--folds", type=Path, metavar="DIR", required=True, help=help_text)
    help_text = "write cleaner/models/MODEL.json with its provenance"
    parser.add_argument("--write", action="store_true", help=help_text)
    return parser


def _wording(folder: Path, *, write: bool) -> None:
    by_set = {name: wording.lines_of(name) for name in examples.LABELLED}
    lines = list(chain(*by_set.values()))
    print(f"{len(lines)} lines with a label")
    y: list[bool] = []
    scores: list[float] = []
    for fold in range(FOLDS):
        own = wording.fitted(lines, fold)
        (folder / f"wording-{fold}.json").write_text(wording.written(own), encoding="utf-8")
        unseen = [line for line in lines if fold_of(line.site) == fold]
        y += [line.is_article for line in unseen]
        scores += wording.ranks(own, unseen)
    if write:
        ids = {name: {line.page for line in of_set} for name, of_set in by_set.items()}
        measured = {"all": ranked(y, scores)}
        provenance = export.provenance("wording", ids, measured)
        table_of = wording.fitted(lines) | {"provenance": provenance}
        _ship("wording", wording.written(table_of), measured)


def _confidence(folder: Path, *, write: bool) -> None:
    pages = [page for name in confidence.SETS for page in confidence.of_set(name, folder)]
    print(f"{len(pages)} pages, with and without class names")
    predicted = np.zeros(len(pages))
    for fold in range(FOLDS):
        own = confidence.fitted(pages, fold)
        (folder / f"confidence-{fold}.json").write_text(export.written(own), encoding="utf-8")
        rows = [i for i, page in enumerate(pages) if fold_of(page.site) == fold]
        predicted[rows] = Model(own).scores([pages[i].measures for i in rows])
    if write:
        ids = {name: {p.id for p in pages if p.set == name} for name in confidence.SETS}
        measured = confidence.figures(pages, predicted.tolist())
        provenance = export.provenance("confidence", ids, measured)
        model = confidence.fitted(pages) | {"provenance": provenance}
        _ship("confidence", export.written(model), measured)


def _trees(name: str, folder: Path, *, write: bool) -> None:
    forms = export.FORMS[name]
    data = Data([e for s in examples.SETS for e in examples.of_set(s, forms, folder)])
    labelled = int(data.labelled.sum())
    print(f"{len(data.every)} examples, {len(data.y)} rows, {labelled} with a label")
    scores = np.zeros(len(data.y))
    for fold in range(FOLDS):
        model = export.shipped(data, name, fold)
        (folder / f"{name}-{fold}.json").write_text(export.written(model), encoding="utf-8")
        rows = data.fold == fold
        scores[rows] = Model(model).scores(data.x[rows])
    if write:
        measured = figures(data, scores)
        provenance = export.provenance(name, data.ids, measured)
        _ship(
            name, export.written(export.shipped(data, name) | {"provenance": provenance}), measured
        )


def _ship(name: str, model: str, measured: Mapping[str, Mapping[str, Any]]) -> None:
    """Write the model that is shipped, and print what training/README.md has to state."""
    rows = ([of, row["rows"], row["auc"], row.get("log_loss", nan)] for of, row in measured.items())
    print(table(["rows of", "rows", "area under the curve", "log loss"], rows))
    file = MODELS / f"{name}.json"
    file.write_text(model, encoding="utf-8")
    digest = hashlib.sha256(file.read_bytes()).hexdigest()
    print(f"{file}: {file.stat().st_size:,} bytes, sha256 {digest}")


if __name__ == "__main__":
    main()
