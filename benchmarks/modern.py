"""Word F1 on reposts as sites of 2024 to 2026 show them, worded by another hand.

The wordings, shapes and places of `synthetic/modern` were written without a look at the residue
lists or at the other reposts. What leaked has been read since, and patterns were widened after it:
docs/benchmarks.md has the figures of the first day beside today's. Word F1 is that of `reposts`;
the figures are of the first system.
"""

from __future__ import annotations

from argparse import ArgumentParser, Namespace

from benchmarks import reposts
from benchmarks.synthetic.modern import make

FIGURES = reposts.FIGURES


def add_arguments(parser: ArgumentParser) -> None:
    reposts.add_arguments(parser)


def run(args: Namespace) -> dict[str, float]:
    return reposts.measured(make(args.pages, args.seed), args)
