"""Extractors side by side on pages with the true text, in one run.

python benchmarks/quality.py [--set NAME] [--every N] [--systems …] [--folds DIR] [--by-language]
                             [--no-classes] [--floor-f1 X]

Sets with a whole truth: word F1, precision, recall as means over pages, and the share of pages
whose words are exactly the truth's. Sets with snippets: precision, recall and F over all snippets.
--folds: judge each page by a model that never saw its site (`train_leftover.py --folds DIR`).
"""

from __future__ import annotations

import argparse
import sys
import time
from collections import defaultdict
from collections.abc import Sequence
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).resolve().parent))

import pages
from folds import unseen
from systems import SYSTEMS, text_of

from cleaner.language import detect

Row = tuple[float, ...]


def score(page: dict[str, Any], output: str) -> Row:
    """F1, P, R, exact for a page with the truth; found, wanted, leaked for one with snippets."""
    if "truth" in page:
        return pages.word_scores(page["truth"], output)
    return pages.snippet_counts(page, output)


def summary(rows: Sequence[Row]) -> str:
    if len(rows[0]) == 4:
        return "".join(f"{sum(row[i] for row in rows) / len(rows):8.4f}" for i in range(4))
    found, wanted, leaked = (sum(row[i] for row in rows) for i in range(3))
    precision, recall = found / max(1, found + leaked), found / max(1, wanted)
    f_score = 2 * precision * recall / max(1e-9, precision + recall)
    return f"{f_score:8.4f}{precision:8.4f}{recall:8.4f}{'':8}"


def measure(
    name: str, selection: Sequence[dict[str, Any]], folder: Path | None
) -> tuple[list[Row], float]:
    """A row for each page, and CPU seconds."""
    rows, cpu = [], 0.0
    for page in selection:
        with unseen(folder if name == "cleaner" else None, page):
            start = time.process_time()
            output = text_of(name, page)
            cpu += time.process_time() - start
        rows.append(score(page, output))
    return rows, cpu


def by_language(selection: Sequence[dict[str, Any]], rows: Sequence[Row]) -> dict[str, list[Row]]:
    """The rows apart by the language of the truth."""
    apart: dict[str, list[Row]] = defaultdict(list)
    for page, row in zip(selection, rows, strict=True):
        apart[detect(page.get("truth") or " ".join(page["present"])) or "?"].append(row)
    return dict(sorted(apart.items(), key=lambda pair: -len(pair[1])))


def arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawTextHelpFormatter
    )
    parser.add_argument("--set", default="wcxb-dev-articles")
    parser.add_argument("--every", type=int, default=1, help="every Nth page only")
    parser.add_argument("--no-classes", action="store_true")
    parser.add_argument("--systems", nargs="+", default=list(SYSTEMS), choices=list(SYSTEMS))
    parser.add_argument("--folds", type=Path)
    parser.add_argument("--by-language", action="store_true")
    parser.add_argument("--floor-f1", type=float, default=0.0)
    return parser.parse_args()


def main() -> None:
    args = arguments()
    selection = list(pages.read(args.set))[:: args.every]
    if args.no_classes:
        selection = [page | {"html": pages.without_classes(page["html"])} for page in selection]
    notes = ", no classes" * args.no_classes + ", cross-validated" * bool(args.folds)
    print(f"{args.set}: {len(selection)} pages{notes}")
    print(f"{'system':20}{'F1':>8}{'P':>8}{'R':>8}{'exact':>8}{'CPU s':>8}")
    for name in args.systems:
        rows, cpu = measure(name, selection, args.folds)
        line = summary(rows)
        print(f"{name:20}{line}{cpu:8.1f}", flush=True)
        for language, apart in by_language(selection, rows).items() if args.by_language else ():
            print(f"  {language:6}{len(apart):6}{'':6}{summary(apart)}", flush=True)
        if name == "cleaner" and float(line[:8]) < args.floor_f1:
            sys.exit(f"F1{line[:8]} is below the floor of {args.floor_f1}")


if __name__ == "__main__":
    main()
