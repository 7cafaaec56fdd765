"""Word F1 on real articles in the frames of other real pages, with furniture of a third one.

The pages are made by `training.recombine`, and their truth is known to the word. Words are
letters in Chinese, Japanese and Thai. Exact: the same words in the same order. A line that is the
title is not counted. The figures are those of the first system.
"""

from __future__ import annotations

import re
from argparse import ArgumentParser, Namespace
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from statistics import fmean
from typing import Any

from benchmarks.common import folds
from benchmarks.common.datasets import bag_scores
from benchmarks.common.systems import SYSTEMS, text_of
from benchmarks.common.tables import Cell, table
from cleaner.text.words import match_key, words
from training.recombine import recombined, sources

FIGURES = {
    "f1": "word F1",
    "precision": "of words",
    "recall": "of words",
    "exact": "share of pages with exactly the article's words",
}


@dataclass(frozen=True)
class Score:
    """One system on one page."""

    page: dict[str, Any]
    output: str
    f1: float
    precision: float
    recall: float
    exact: bool

    def leaked(self) -> Iterator[str]:
        """Lines of the output that the truth has less often."""
        said = match_key(self.page["truth"])
        seen: Counter[str] = Counter()
        for line in self.output.splitlines():
            key = match_key(line)
            seen[key] += 1
            if key and seen[key] > said.count(key):
                yield line

    def lost(self) -> Iterator[str]:
        """Lines of the truth that the output has less often."""
        said = match_key(self.output)
        seen: Counter[str] = Counter()
        for line in self.page["truth"].splitlines():
            key = match_key(line)
            seen[key] += 1
            if seen[key] > said.count(key):
                yield line


_NUMBER = re.compile(r"^\s*\d+[.)] ")
Results = dict[str, list[Score]]


def add_arguments(parser: ArgumentParser) -> None:
    parser.add_argument("--pages", type=int, default=300)
    parser.add_argument("--seed", type=int, default=1)
    choices = list(SYSTEMS)
    parser.add_argument("--systems", nargs="+", choices=choices, default=choices[:2])
    parser.add_argument("--misses", type=int, default=0, metavar="N", help="the N worst pages")
    folds.add_option(parser)


def run(args: Namespace) -> dict[str, float]:
    pages = list(recombined(sources(), args.pages, args.seed))
    results: Results = {name: [] for name in args.systems}
    for page in pages:
        for name, scores in results.items():
            with folds.unseen(args.folds, page):
                scores.append(score(page, text_of(name, page)))
    print(f"{len(pages)} pages, seed {args.seed}\n\n{report(results)}")
    for name in args.systems if args.misses else ():
        print(f"\nworst pages of {name}", *misses(results[name], args.misses), sep="\n")
    return {name: mean(results[args.systems[0]], name) for name in FIGURES}


def score(page: dict[str, Any], output: str) -> Score:
    """Compare an output, less its title, with the truth."""
    first, _, rest = output.partition("\n")
    output = rest if match_key(first) == match_key(page["title"]) else output
    output = _unnumbered(output, set(page["truth"].split("\n")))
    wanted, got = words(page["truth"]), words(output)
    f1, precision, recall = bag_scores(Counter(wanted), Counter(got))
    return Score(page, output, f1, precision, recall, wanted == got)


def _unnumbered(output: str, own: set[str]) -> str:
    """Lines without the numbers of a list, which are no words of the page."""
    bare = ((line, _NUMBER.sub("", line)) for line in output.split("\n"))
    return "\n".join(item if item in own else line for line, item in bare)


def mean(scores: Sequence[Score], name: str) -> float:
    """The page mean of that measure."""
    return fmean(getattr(s, name) for s in scores) if scores else float("nan")


def report(results: Results) -> str:
    """All tables."""
    rows = [[name, len(s), *(mean(s, figure) for figure in FIGURES)] for name, s in results.items()]
    return "\n".join(
        [
            table(["system", "pages", "F1", "P", "R", "exact"], rows),
            "\nF1, P, R (exact) by language\n",
            _by(results, lambda page: [page["language"] or "?"]),
            "\nF1, P, R (exact) by part of the shape\n",
            _by(results, lambda page: page["shape"].split("+")),
        ]
    )


def _by(results: Results, parts: Callable[[dict[str, Any]], list[str]]) -> str:
    first = next(iter(results.values()))
    numbers = Counter(part for s in first for part in parts(s.page))
    rows: list[list[Cell]] = []
    for name, number in sorted(numbers.items(), key=lambda pair: (-pair[1], pair[0])):
        chosen = ([s for s in every if name in parts(s.page)] for every in results.values())
        rows.append([name, number, *map(_cell, chosen)])
    return table(["", "pages", *results], rows)


def _cell(scores: Sequence[Score]) -> str:
    figures = (f"{mean(scores, name):.3f}" for name in ("f1", "precision", "recall"))
    return f"{' '.join(figures)} ({mean(scores, 'exact'):.2f})"


def misses(scores: Sequence[Score], count: int) -> Iterator[str]:
    """The worst pages of a system: what leaked, and what was lost."""
    for s in sorted(scores, key=lambda s: s.f1)[:count]:
        page = s.page
        yield f"\n== {page['id']} {page['language']} {page['shape']} F1 {s.f1:.3f} {page['title']}"
        yield f"   of {', '.join(page['sites'])}"
        yield from (f"  leaked {line[:150]!r}" for line in s.leaked())
        yield from (f"  lost   {line[:150]!r}" for line in s.lost())
