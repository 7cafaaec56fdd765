"""CPU time of `clean(html).text` beside trafilatura's, on the same pages in one process.

The ratio is the median over the rounds; each page goes through all systems in turn, so that a
machine that slows down slows all of them.
"""

from __future__ import annotations

import statistics
import time
from argparse import ArgumentParser, Namespace
from collections.abc import Callable, Sequence

from trafilatura import extract

from benchmarks.common import datasets
from benchmarks.common.tables import table
from cleaner import clean

FIGURES = {
    "ratio": "CPU time of the cleaner by that of trafilatura.extract",
    "ms": "CPU milliseconds a page of the cleaner",
}
LOWER_IS_BETTER = ("ratio", "ms")
SYSTEMS: dict[str, Callable[[str], object]] = {
    "cleaner": lambda html: clean(html).text,
    "trafilatura": extract,
    "trafilatura, no comments": lambda html: extract(html, include_comments=False),
}


def add_arguments(parser: ArgumentParser) -> None:
    help_text = "every Nth page of wcxb-dev-articles"
    parser.add_argument("--every", type=int, default=8, metavar="N", help=help_text)
    parser.add_argument("--rounds", type=int, default=5)


def run(args: Namespace) -> dict[str, float]:
    pages = [page["html"] for page in datasets.read("wcxb-dev-articles")][:: args.every]
    rounds = [totals(pages) for _ in range(args.rounds)]
    ms = {name: statistics.median(r[name] for r in rounds) / len(pages) * 1e3 for name in SYSTEMS}
    ratios = {name: statistics.median(r["cleaner"] / r[name] for r in rounds) for name in SYSTEMS}
    head = ["system", "ms a page", "cleaner / this"]
    print(table(head, [[name, f"{ms[name]:.1f}", f"{ratios[name]:.3f}"] for name in SYSTEMS]))
    return {"ratio": ratios["trafilatura"], "ms": ms["cleaner"]}


def totals(pages: Sequence[str]) -> dict[str, float]:
    """CPU seconds of each system on all pages."""
    seconds = dict.fromkeys(SYSTEMS, 0.0)
    for html in pages:
        for name, system in SYSTEMS.items():
            start = time.process_time()
            system(html)
            seconds[name] += time.process_time() - start
    return seconds
