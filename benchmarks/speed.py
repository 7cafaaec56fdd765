"""CPU time of `clean(html).text` beside trafilatura's, on the same pages in one process.

    python benchmarks/speed.py [--every N] [--rounds 5]

The ratio is the median over the rounds; each page goes through all systems in turn, so that a
machine that slows down slows all of them.
"""

from __future__ import annotations

import argparse
import statistics
import sys
import time
from collections.abc import Callable
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent))

import pages
from trafilatura import extract

from cleaner import clean

SYSTEMS: dict[str, Callable[[str], object]] = {
    "cleaner": lambda html: clean(html).text,
    "trafilatura": extract,
    "trafilatura, no comments": lambda html: extract(html, include_comments=False),
}


def cpu(function: Callable[[str], object], html: str) -> float:
    start = time.process_time()
    function(html)
    return time.process_time() - start


def compare(selection: list[str], rounds: int) -> None:
    times: dict[str, list[float]] = {name: [] for name in SYSTEMS}
    for _ in range(rounds):
        totals = dict.fromkeys(SYSTEMS, 0.0)
        for html in selection:
            for name, system in SYSTEMS.items():
                totals[name] += cpu(system, html)
        for name, total in totals.items():
            times[name].append(total)
    for name in SYSTEMS:
        per_page = statistics.median(times[name]) / len(selection) * 1000
        ratios = [ours / theirs for ours, theirs in zip(times["cleaner"], times[name], strict=True)]
        print(
            f"{name:26}{per_page:8.1f} ms a page   cleaner / this: {statistics.median(ratios):.3f}"
        )


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawTextHelpFormatter
    )
    parser.add_argument("--every", type=int, default=8, help="every Nth page of wcxb-dev-articles")
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--ceiling", type=float, help="exit with 1 above this ratio")
    args = parser.parse_args()
    compare([page["html"] for page in pages.read("wcxb-dev-articles")][:: args.every], args.rounds)


if __name__ == "__main__":
    main()
