"""Pages a second in one thread, in several threads of one process, and by `clean_many`.

The pages are those of `fixtures/pages`, many times. The clock runs from the
first result to the last: the start of workers does not count.
"""

from __future__ import annotations

import time
from argparse import ArgumentParser, Namespace
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from benchmarks.common.tables import table
from cleaner import clean
from cleaner.batch import clean_many

PAGES = Path(__file__).parents[1] / "fixtures/pages"
FIGURES = {
    "threads": "pages a second in so many threads by those in one",
    "workers": "pages a second by so many workers of clean_many by those in one thread",
}


def add_arguments(parser: ArgumentParser) -> None:
    parser.add_argument("--workers", type=int, default=2, metavar="N", help="threads, and workers")
    parser.add_argument("--times", type=int, default=25, metavar="N", help="each page so often")


def run(args: Namespace) -> dict[str, float]:
    pages = [path.read_bytes() for path in sorted(PAGES.glob("*/page.*"))]
    many = pages * args.times

    def in_threads() -> Iterator[object]:
        with ThreadPoolExecutor(args.workers) as pool:
            yield from pool.map(clean, many)

    ways: dict[str, Callable[[], Iterator[object]]] = {
        "one thread": lambda: map(clean, many),
        f"{args.workers} threads": in_threads,
        f"clean_many, {args.workers} workers": lambda: clean_many(many, workers=args.workers),
    }
    list(map(clean, pages))  # what is loaded once is loaded
    speeds = {name: paced(way, len(many)) for name, way in ways.items()}
    print(table(["way", "pages a second"], [[n, f"{s:.1f}"] for n, s in speeds.items()]))
    one, threads, workers = speeds.values()
    return {"threads": threads / one, "workers": workers / one}


def paced(way: Callable[[], Iterator[object]], count: int) -> float:
    """Pages a second, from the first result to the last."""
    results = iter(way())
    next(results)
    start = time.perf_counter()
    for _ in results:
        pass
    return (count - 1) / (time.perf_counter() - start)
