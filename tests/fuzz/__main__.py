"""python -m tests.fuzz: minutes of CPU on made pages; exit status 1 where a law was broken."""

from __future__ import annotations

import argparse
import sys
import time
from pathlib import Path

from tests.fuzz.case import Case
from tests.fuzz.checks import FIXED, PER_BYTE, Bounds, wrong_with
from tests.fuzz.mutators import MUTATORS
from tests.fuzz.run import Run, warm


def main() -> int:
    arguments = _parser().parse_args()
    bounds = Bounds(FIXED, arguments.per_byte * 1e-6)
    if arguments.again:
        warm()
        wrong = wrong_with(Case.read(arguments.again), bounds)
        print(wrong.told if wrong else "nothing is wrong with it any more")
        return int(wrong is not None)
    run = Run(arguments.seed, arguments.kinds, bounds, arguments.folder)
    end = time.process_time() + 60 * arguments.minutes
    run.go(lambda number: time.process_time() < end)
    report(run)
    return int(bool(run.found))


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m tests.fuzz", description=__doc__)
    parser.add_argument("--minutes", type=float, default=30, help="of CPU time")
    parser.add_argument("--seed", type=int, default=0, help="the same seed, the same inputs")
    parser.add_argument("--kinds", nargs="+", choices=MUTATORS, default=list(MUTATORS))
    parser.add_argument("--folder", type=Path, default=Path("finds"), help="where finds are put")
    parser.add_argument("--per-byte", type=float, default=PER_BYTE * 1e6, help="microseconds")
    parser.add_argument("--again", type=Path, metavar="FILE", help="one find, once more")
    return parser


def report(run: Run) -> None:
    """Figures by kind, then the finds by sort."""
    print(f"{'kind':12} {'inputs':>8} {'MB':>8} {'CPU s':>8} {'finds':>6}")
    for kind, tally in run.tallies.items():
        megabytes, seconds = tally.bytes / 1e6, tally.seconds
        print(f"{kind:12} {tally.inputs:8,} {megabytes:8.1f} {seconds:8.1f} {tally.finds:6,}")
    print(f"{'all':12} {sum(t.inputs for t in run.tallies.values()):8,}")
    for (check, where), found in run.found.items():
        size = len(found.case.source)
        print(f"{found.count:5,} × {check}: {where} (first of {found.kind}, {size:,} long now)")


if __name__ == "__main__":
    sys.exit(main())
