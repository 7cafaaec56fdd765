"""CPU time and memory over inputs made to cost much, at two sizes each: nothing may grow faster.

Each input is cleaned in a process of its own, with a limit on its CPU time. exponent: 1 is a cost
in proportion to the size, 2 one with its square; it counts from a tenth of a second on. NAME: a
case, a part of its name, or a module of tests/growth. --step: what is asked of the cleaned page;
`all` of it; or trafilatura's own extraction instead. The figures are those of the worst case.
"""

from __future__ import annotations

import math
import multiprocessing
import resource
import sys
import time
from argparse import ArgumentParser, Namespace
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from importlib import import_module
from multiprocessing.connection import Connection
from pathlib import Path

from trafilatura import extract

from benchmarks.common.tables import Cell, table
from cleaner import Cleaned, Options, clean
from cleaner.html_report.original import original_of

FIGURES = {
    "exponent": "how the cost grows with the size",
    "us": "microseconds of CPU a byte at the largest size",
}
LOWER_IS_BETTER = ("exponent", "us")
ROOT = Path(__file__).resolve().parents[1]
Case = Callable[[int], "str | bytes"]
OPTIONS = Options(max_bytes=1 << 40)
STEPS: dict[str, Callable[[Cleaned], object]] = {
    "text": lambda cleaned: cleaned.text,
    "metadata": lambda cleaned: cleaned.metadata,
    "markdown": lambda cleaned: cleaned.markdown,
    "html": lambda cleaned: cleaned.html,
    "restore": lambda cleaned: cleaned.restore(),
    "findings": lambda cleaned: cleaned.findings,
    "original": lambda cleaned: original_of(cleaned, {}),
}
TELLING = 0.1
"""Seconds of CPU at the largest size below which an exponent says nothing."""
LEAST = 0.05
"""Seconds from which a smaller size is compared with it; less is mostly what any page costs."""


@dataclass(frozen=True)
class Cost:
    """What an input cost: seconds are infinite where the limit ended it."""

    size: int
    seconds: float
    megabytes: float = float("nan")
    ended: str = ""

    @property
    def us(self) -> float:
        return self.seconds / self.size * 1e6


def cases() -> Iterator[tuple[str, str, Case]]:
    """Module, name and maker of all cases."""
    for path in sorted((ROOT / "tests" / "growth").glob("[!_]*.py")):
        if path.stem.startswith("test_"):
            continue
        for name, make in import_module(f"tests.growth.{path.stem}").CASES.items():
            yield path.stem, name, make


def _run(source: str | bytes, step: str) -> str:
    if step == "trafilatura":
        return f"{len(extract(source) or '')} characters"
    cleaned = clean(source, url="https://example.com/a/b", options=OPTIONS)
    for name in STEPS if step == "all" else [step]:
        STEPS[name](cleaned)
    return cleaned.fault or str(cleaned.outcome)


def _child(connection: Connection, source: str | bytes, step: str, limit: int) -> None:
    resource.setrlimit(resource.RLIMIT_CPU, (int(time.process_time()) + limit, -1))
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    start = time.process_time()
    try:
        ended = _run(source, step)
    except Exception as error:  # a case of its own elsewhere; here the time counts
        ended = f"raised {type(error).__name__}: {error}"
    seconds = time.process_time() - start
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before
    connection.send((seconds, peak / 1024, ended))


def cost(make: Case, size: int, step: str, limit: int) -> Cost:
    """Clean an input in a process of its own."""
    context = multiprocessing.get_context("fork")
    source = make(size)
    ours, theirs = context.Pipe(duplex=False)
    child = context.Process(target=_child, args=(theirs, source, step, limit))
    child.start()
    theirs.close()
    try:
        told = ours.recv()
    except EOFError:
        told = (math.inf, math.nan, f"ended after {limit} s")
    child.join()
    return Cost(len(source), *told)


def exponent(costs: Sequence[Cost]) -> float:
    """How the cost grows over the widest range of sizes that tells; nan where none does."""
    large = costs[-1]
    if large.seconds < TELLING:
        return math.nan
    smaller = [c for c in costs[:-1] if c.size < large.size and c.seconds != math.inf]
    telling = [c for c in smaller if c.seconds >= LEAST] or smaller[-1:]
    if not telling:
        return math.nan
    small = telling[0]
    return math.log(large.seconds / max(small.seconds, 0.01)) / math.log(large.size / small.size)


def row(name: str, costs: list[Cost]) -> list[Cell]:
    """The case, bytes, seconds at the smallest and the largest size, and what follows from them."""
    first, last = costs[0], costs[-1]
    seconds = (f"{first.seconds:.2f}", f"{last.seconds:.2f}", f"{last.us:.2f}")
    return [name, last.size, *seconds, exponent(costs), f"{last.megabytes:.0f}", last.ended[:60]]


def add_arguments(parser: ArgumentParser) -> None:
    parser.add_argument("names", nargs="*", metavar="NAME")
    parser.add_argument("--sizes", type=int, nargs="+", default=[50_000, 200_000])
    parser.add_argument("--top", type=int, nargs="*", default=[], metavar="SIZE")
    parser.add_argument("--step", choices=[*STEPS, "all", "trafilatura"], default="text")
    parser.add_argument("--limit", type=int, default=60, help="seconds of CPU")


def run(args: Namespace) -> dict[str, float]:
    clean("<html><body><p>Once, so that what is read once is read.</p></body></html>").markdown  # noqa: B018
    rows: list[list[Cell]] = []
    worst = dict.fromkeys(FIGURES, 0.0)
    for module, name, make in cases():
        if args.names and not any(n == module or n in name for n in args.names):
            continue
        costs: list[Cost] = []
        for size in [*args.sizes, *args.top]:
            costs.append(cost(make, size, args.step, args.limit))
            if costs[-1].seconds == math.inf:
                break
        rows.append(row(name, costs))
        print(f"{name}: {costs[-1].us:.1f} µs a byte", file=sys.stderr, flush=True)
        power = exponent(costs)
        worst["us"] = max(worst["us"], costs[-1].us)
        worst["exponent"] = max(worst["exponent"], power) if power == power else worst["exponent"]
    head = ["case", "bytes", "first s", "last s", "µs a byte", "exponent", "MB", "ended"]
    print(table(head, rows))
    return worst
