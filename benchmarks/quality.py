"""Word F1 of extractors side by side, on pages with the true text.

Datasets with a whole truth: word F1, precision and recall as means over pages, and the share of
pages whose words are exactly the truth's. Datasets with snippets: F1, precision and recall over all
snippets. The figures are those of the cleaner.
"""

from __future__ import annotations

import time
from argparse import ArgumentParser, Namespace
from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Any

from benchmarks.common import datasets, folds
from benchmarks.common.systems import SYSTEMS, text_of
from benchmarks.common.tables import Cell, table
from cleaner.text.language import detect

FIGURES = {
    "f1": "word F1 or F1 of snippets",
    "precision": "of words or snippets",
    "recall": "of words or snippets",
    "exact": "share of pages with exactly the truth's words",
}
Row = tuple[float, ...]


def add_arguments(parser: ArgumentParser) -> None:
    parser.add_argument("--set", default="wcxb-dev-articles", help="a dataset of ../shared/pages")
    parser.add_argument("--every", type=int, default=1, metavar="N", help="every Nth page only")
    parser.add_argument("--no-classes", action="store_true", help="pages without class names")
    parser.add_argument("--systems", nargs="+", default=list(SYSTEMS), choices=list(SYSTEMS))
    parser.add_argument("--by-language", action="store_true")
    parser.add_argument("--by-source", action="store_true", help="by what its id begins with")
    folds.add_option(parser)


def run(args: Namespace) -> dict[str, float]:
    pages = list(datasets.read(args.set))[:: args.every]
    if args.no_classes:
        pages = [page | {"html": datasets.without_classes(page["html"])} for page in pages]
    print(f"{args.set}: {len(pages)} pages\n")
    lines: list[list[Cell]] = []
    figures: dict[str, float] = {}
    for name in args.systems:
        rows, cpu = measure(name, pages, args.folds if name.startswith("cleaner") else None)
        means = summary(rows)
        lines.append([name, len(pages), *means, f"{cpu:.1f}"])
        lines += by(pages, rows, language_of) if args.by_language else ()
        lines += by(pages, rows, source_of) if args.by_source else ()
        if name == "cleaner":
            figures = dict(zip(FIGURES, means, strict=True))
    print(table(["system", "pages", "F1", "P", "R", "exact", "CPU s"], lines))
    return figures


def measure(
    name: str, pages: Sequence[dict[str, Any]], folder: Path | None
) -> tuple[list[Row], float]:
    """A row for each page, and CPU seconds."""
    rows, cpu = [], 0.0
    for page in pages:
        with folds.unseen(folder, page):
            start = time.process_time()
            output = text_of(name, page)
            cpu += time.process_time() - start
        rows.append(score(page, output))
    return rows, cpu


def score(page: dict[str, Any], output: str) -> Row:
    """F1, P, R, exact for a page with the truth; found, wanted, leaked for one with snippets."""
    if "deck" in page:
        return datasets.token_scores(page, output)
    if "truth" in page:
        return datasets.word_scores(page["truth"], output)
    return datasets.snippet_counts(page, output)


def summary(rows: Sequence[Row]) -> Row:
    """F1, precision, recall and the share of exact pages, which snippets do not have."""
    if len(rows[0]) == len(FIGURES):
        return tuple(sum(column) / len(rows) for column in zip(*rows, strict=True))
    found, wanted, leaked = map(sum, zip(*rows, strict=True))
    precision, recall = found / max(1, found + leaked), found / max(1, wanted)
    f1 = 2 * precision * recall / max(1e-9, precision + recall)
    return f1, precision, recall, float("nan")


def by(
    pages: Sequence[dict[str, Any]], rows: Sequence[Row], part_of: Callable[[dict[str, Any]], str]
) -> Iterator[list[Cell]]:
    """A line for each part of the pages."""
    found: dict[str, list[Row]] = defaultdict(list)
    for page, row in zip(pages, rows, strict=True):
        found[part_of(page)].append(row)
    for part, those in sorted(found.items(), key=lambda pair: -len(pair[1])):
        yield [f"- {part}", len(those), *summary(those), ""]


def language_of(page: dict[str, Any]) -> str:
    """The language that the page is said to have, or that its truth is in."""
    return page.get("language") or detect(page.get("truth") or " ".join(page["present"])) or "?"


def source_of(page: dict[str, Any]) -> str:
    """Where a page was taken from, as its id says."""
    return str(page["id"]).split(":")[0]
