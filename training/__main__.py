"""Train a model of the package on the development pages, and measure it across sites.

Cross-validation is by site: all pages of one registered domain are in the same of five folds. Same
data, same seed: same trees.
"""

from __future__ import annotations

import hashlib
from argparse import ArgumentParser, RawDescriptionHelpFormatter
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from benchmarks.common.folds import FOLDS
from benchmarks.common.tables import table
from training import examples
from training.export import FORMS, provenance, shipped, written
from training.measures import Data, cross_validate, figures

MODELS = Path(__file__).resolve().parents[1] / "cleaner/models"


def main() -> None:
    """Run the steps that the command line asks for."""
    args = _parser().parse_args()
    data = Data([e for s in examples.SETS for e in examples.of_set(s, FORMS[args.model])])
    labelled = int(data.labelled.sum())
    print(f"{len(data.every)} examples, {len(data.y)} rows, {labelled} with a label")
    if args.folds:
        write_folds(data, args.model, args.folds)
    if args.write:
        write(data, args.model)


def _parser() -> ArgumentParser:
    parser = ArgumentParser(
        prog="python -m training",
        description=__doc__,
        formatter_class=RawDescriptionHelpFormatter,
    )
    parser.add_argument("model", choices=list(FORMS))
    help_text = "write five models, for --folds of the benchmarks"
    parser.add_argument("--folds", type=Path, metavar="DIR", help=help_text)
    help_text = "write cleaner/models/MODEL.json with its provenance"
    parser.add_argument("--write", action="store_true", help=help_text)
    return parser


def write_folds(data: Data, name: str, folder: Path) -> None:
    """Write the models that each have not seen one fold."""
    folder.mkdir(parents=True, exist_ok=True)
    for fold in range(FOLDS):
        model = shipped(data, name, fold)
        (folder / f"{name}-{fold}.json").write_text(written(model), encoding="utf-8")


def write(data: Data, name: str) -> None:
    """Write the model that is shipped, and print what training/README.md has to state."""
    measured = figures(data, cross_validate(data))
    _print(measured)
    model = shipped(data, name) | {"provenance": provenance(data, name, measured)}
    file = MODELS / f"{name}.json"
    file.write_text(written(model), encoding="utf-8")
    digest = hashlib.sha256(file.read_bytes()).hexdigest()
    print(f"{file}: {file.stat().st_size:,} bytes, sha256 {digest}")


def _print(measured: Mapping[str, Mapping[str, Any]]) -> None:
    rows = ([name, row["rows"], row["auc"], row["log_loss"]] for name, row in measured.items())
    print(table(["rows of", "rows", "area under the curve", "log loss"], rows))


if __name__ == "__main__":
    main()
