"""Confidence beside the word F1 that came out: whom it warns of, and how far off it is.

`shown` are pages on which the words of the truth stand, and `sound` those of them of whose truth
nobody has read that it ends early or is another text: no confidence can tell a fault of the truth.
The last table has pages by what `concerns` say of them.
"""

from __future__ import annotations

import re
from argparse import ArgumentParser, Namespace
from collections import defaultdict
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from benchmarks.common import calibration, datasets, folds, truths
from benchmarks.common.tables import Cell, table
from benchmarks.quality import score
from cleaner import clean

FIGURES = {
    "auc": "area under the curve of word F1 below 0.8",
    "mae": "mean absolute error of the predicted F1",
    "catch": "share of the pages below 0.8 among the tenth with the lowest confidence",
    "sound_auc": "the same of pages whose truth is sound",
    "sound_mae": "the same",
    "sound_catch": "the same",
}
LOWER_IS_BETTER = ("mae", "sound_mae")
SETS = ("newer-articles", "wcxb-dev-articles")


class Measured(NamedTuple):
    """One page: what was said of it, and what came out."""

    set: str
    f1: float
    confidence: float
    concerns: tuple[str, ...]
    is_shown: bool
    is_sound: bool


def add_arguments(parser: ArgumentParser) -> None:
    parser.add_argument("--every", type=int, default=1, metavar="N", help="every Nth page only")
    folds.add_option(parser)


def run(args: Namespace) -> dict[str, float]:
    pages = list(measured(args))
    sound = [page for page in pages if page.is_sound]
    parts = {"all": pages, "shown": [page for page in pages if page.is_shown], "sound": sound}
    for name in SETS:
        parts[name] = [page for page in pages if page.set == name]
        parts[f"{name}, sound"] = [page for page in sound if page.set == name]
    head = ["pages", "count", "below 0.8", "AUC", "MAE", "caught"]
    print(table(head, (_row(name, part) for name, part in parts.items())))
    for name in ("all", "sound"):
        print(f"\n{name}\n\n{_reliability(parts[name])}")
    print(f"\n{_by_concern(pages)}")
    return _figures(pages) | {f"sound_{k}": v for k, v in _figures(sound).items()}


def measured(args: Namespace) -> Iterator[Measured]:
    """Each page, cleaned by models that never saw its site."""
    for name in SETS:
        for page in list(datasets.read(name))[:: args.every]:
            with folds.unseen(args.folds, page):
                cleaned = clean(page["html"], url=page.get("url"))
            f1 = score(page, cleaned.text)[0]
            shown = truths.is_shown(page)
            sound = shown and not truths.is_wrong(name, page)
            yield Measured(name, f1, cleaned.confidence, cleaned.concerns, shown, sound)


def _figures(pages: Sequence[Measured]) -> dict[str, float]:
    return calibration.figures([p.f1 for p in pages], [p.confidence for p in pages])


def _row(name: str, pages: Sequence[Measured]) -> list[Cell]:
    bad = sum(page.f1 < calibration.BAD for page in pages)
    return [name, len(pages), bad, *_figures(pages).values()]


def _reliability(pages: Sequence[Measured]) -> str:
    rows = calibration.reliability([p.f1 for p in pages], [p.confidence for p in pages])
    return table(["confidence", "pages", "mean confidence", "mean F1", "below 0.8"], rows)


def _by_concern(pages: Sequence[Measured]) -> str:
    found: dict[str, list[float]] = defaultdict(list)
    for page in pages:
        for concern in page.concerns or ("none",):
            found[re.sub(r"\d[\d,.]*%?", "N", concern)].append(page.f1)
    rows = (
        [name, len(f1), sum(f1) / len(f1), sum(v < calibration.BAD for v in f1) / len(f1)]
        for name, f1 in sorted(found.items(), key=lambda pair: -len(pair[1]))
    )
    return table(["concern", "pages", "mean F1", "below 0.8"], rows)
