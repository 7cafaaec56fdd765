"""CPU time of `clean(html).text` beside trafilatura's, on the same pages in one process.

The ratio is the median over the rounds; each page goes through all systems in turn, so that a
machine that slows down slows all of them. By source, the figures are those of the slowest source.
"""

from __future__ import annotations

import statistics
import time
from argparse import ArgumentParser, Namespace
from collections import defaultdict
from collections.abc import Callable, Sequence

from trafilatura import extract

from benchmarks.common import datasets
from benchmarks.common.tables import Cell, table
from benchmarks.quality import source_of
from cleaner import Options, clean

FIGURES = {
    "ratio": "CPU time of the cleaner by that of trafilatura.extract",
    "fast": "the same with the option fast",
    "ms": "CPU milliseconds a page of the cleaner",
}
LOWER_IS_BETTER = ("ratio", "fast", "ms")
FAST = Options(fast=True)
SYSTEMS: dict[str, Callable[[str], object]] = {
    "cleaner": lambda html: clean(html).text,
    "cleaner, fast": lambda html: clean(html, options=FAST).text,
    "trafilatura": extract,
}


def add_arguments(parser: ArgumentParser) -> None:
    parser.add_argument("--set", default="wcxb-dev-articles", help="a dataset of ../shared/pages")
    help_text = "every Nth page of it"
    parser.add_argument("--every", type=int, default=8, metavar="N", help=help_text)
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--by-source", action="store_true", help="by what its id begins with")


def run(args: Namespace) -> dict[str, float]:
    pages = list(datasets.read(args.set))[:: args.every]
    parts: dict[str, list[str]] = defaultdict(list)
    for page in pages:
        parts[source_of(page) if args.by_source else args.set].append(page["html"])
    every = {name: measured(those, args.rounds) for name, those in parts.items()}
    lines: list[list[Cell]] = [
        [name, len(parts[name]), *(f"{figures[f]:.2f}" for f in (*FIGURES, "theirs"))]
        for name, figures in every.items()
    ]
    head = [
        "pages",
        "number",
        "cleaner / trafilatura",
        "fast / trafilatura",
        "ms",
        "trafilatura ms",
    ]
    print(table(head, lines))
    return {f: max(figures[f] for figures in every.values()) for f in FIGURES}


def measured(pages: Sequence[str], rounds: int) -> dict[str, float]:
    """The figures of some pages, and the milliseconds a page of trafilatura."""
    every = [totals(pages) for _ in range(rounds)]
    ours, fast, theirs = ([r[name] for r in every] for name in SYSTEMS)
    each = 1e3 / len(pages)
    return {
        "ratio": statistics.median(a / b for a, b in zip(ours, theirs, strict=True)),
        "fast": statistics.median(a / b for a, b in zip(fast, theirs, strict=True)),
        "ms": statistics.median(ours) * each,
        "theirs": statistics.median(theirs) * each,
    }


def totals(pages: Sequence[str]) -> dict[str, float]:
    """CPU seconds of each system on all pages."""
    seconds = dict.fromkeys(SYSTEMS, 0.0)
    for html in pages:
        for name, system in SYSTEMS.items():
            start = time.process_time()
            system(html)
            seconds[name] += time.process_time() - start
    return seconds
