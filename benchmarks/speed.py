"""CPU time of `clean(html).text` beside trafilatura's, on the same pages in one process.

    python benchmarks/speed.py [--every N] [--rounds 5] [--growth]

The ratio is the median over the rounds; each page goes through all systems in turn, so that a
machine that slows down slows all of them. --growth times pages of 0.1, 1 and 5 MB and of 1, 10
and 100 thousand blocks.
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

from cleaner import Options, clean

SYSTEMS: dict[str, Callable[[str], object]] = {
    "cleaner": lambda html: clean(html).text,
    "trafilatura": extract,
    "trafilatura, no comments": lambda html: extract(html, include_comments=False),
}
PARAGRAPH = (
    "The ferry between two islands was cancelled on day {n} after divers found a crack in rudder "
    "{n}, the operator said, and it will not sail again before the end of month {n}. "
)


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


def page_of(blocks: int, words: int) -> str:
    """A page of so many paragraphs."""
    repeat = max(1, words // 30)
    body = "".join(f"<p>{PARAGRAPH.format(n=n) * repeat}</p>" for n in range(blocks))
    return f"<html><head><title>Ferries</title></head><body><article>{body}</article></body></html>"


def growth() -> None:
    options = Options(max_bytes=200_000_000)
    print(f"{'page':24}{'MB':>8}{'blocks':>9}{'CPU s':>9}{'µs a byte':>11}{'trafilatura':>13}")
    sizes = [
        ("0.1 MB", 500, 30),
        ("1 MB", 5000, 30),
        ("5 MB", 25_000, 30),
        ("1 thousand blocks", 1000, 30),
        ("10 thousand blocks", 10_000, 30),
        ("100 thousand blocks", 100_000, 30),
    ]
    for name, blocks, words in sizes:
        html = page_of(blocks, words)
        ours = cpu(lambda page: clean(page, options=options).text, html)
        theirs = cpu(extract, html) if blocks <= 25_000 else float("nan")
        print(
            f"{name:24}{len(html) / 1e6:8.1f}{blocks:9}{ours:9.2f}"
            f"{ours / len(html) * 1e6:11.2f}{theirs:13.2f}",
            flush=True,
        )


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawTextHelpFormatter
    )
    parser.add_argument("--every", type=int, default=8, help="every Nth page of wcxb-dev-articles")
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--growth", action="store_true", help="growth with page size instead")
    parser.add_argument("--ceiling", type=float, help="exit with 1 above this ratio")
    args = parser.parse_args()
    if args.growth:
        growth()
        return
    compare([page["html"] for page in pages.read("wcxb-dev-articles")][:: args.every], args.rounds)


if __name__ == "__main__":
    main()
