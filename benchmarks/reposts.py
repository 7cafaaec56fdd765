"""Word F1 on reposts made from true articles and residue, in fifteen languages.

The headline benchmark. Word F1 is over multisets of lower-cased words (letters in Chinese and
Japanese), the title not counted. The figures are those of the first system.
"""

from __future__ import annotations

from argparse import ArgumentParser, Namespace
from collections.abc import Callable, Iterator, Sequence

from benchmarks.common.repost_scores import Page, Score, mean, score, text_of
from benchmarks.common.systems import SYSTEMS
from benchmarks.common.tables import Cell, table
from benchmarks.synthetic.reposts import make
from benchmarks.synthetic.reposts.page import TEXT_SHAPES

FIGURES = {
    "html": "word F1 of pages",
    "text": "word F1 of scraped texts",
    "html_exact": "share of pages with exactly the article's words",
    "text_exact": "share of scraped texts with exactly the article's words",
}
MEASURES = ("f1", "precision", "recall", "exact")
Results = dict[str, list[Score]]
INPUTS: dict[str, Callable[[Score], bool]] = {
    "html": lambda s: s.page.is_html,
    "text": lambda s: not s.page.is_html,
}


def add_arguments(parser: ArgumentParser) -> None:
    parser.add_argument("--pages", type=int, default=360)
    parser.add_argument("--seed", type=int, default=1)
    choices = list(SYSTEMS)
    parser.add_argument("--systems", nargs="+", choices=choices, default=choices[:2])
    parser.add_argument("--misses", type=int, default=0, metavar="N", help="the N worst pages")


def run(args: Namespace) -> dict[str, float]:
    return measured(make(args.pages, args.seed), args)


def measured(pages: Sequence[Page], args: Namespace) -> dict[str, float]:
    """The figures of made pages; prints the tables."""
    results = {name: [score(p, text_of(name, p)) for p in pages] for name in args.systems}
    print(f"{len(pages)} reposts, seed {args.seed}\n\n{report(results)}")
    for name in args.systems if args.misses else ():
        print(f"\nworst pages of {name}", *misses(results[name], args.misses), sep="\n")
    first = results[args.systems[0]]
    parts = {name: [s for s in first if belongs(s)] for name, belongs in INPUTS.items()}
    return {name: mean(scores, "f1") for name, scores in parts.items()} | {
        f"{name}_exact": mean(scores, "exact") for name, scores in parts.items()
    }


def report(results: Results) -> str:
    """All tables."""
    return "\n".join(
        [
            table(["system", "input", "pages", "F1", "P", "R", "exact"], _by_input(results)),
            "\nF1 (exact) by language\n",
            _by(results, lambda s: s.page.language.split("-")[0]),
            "\nF1 (exact) by shape\n",
            _by(results, lambda s: s.page.shape),
            "\nshare of the pages with a kind on which a snippet of it leaked (HTML / text)\n",
            table(["kind", "pages", *results], _kinds(results)),
        ]
    )


def misses(scores: list[Score], count: int) -> Iterator[str]:
    """The worst pages of a system: what leaked, and what was lost."""
    for s in sorted(scores, key=lambda s: s.f1)[:count]:
        yield f"\n== {s.page.language} {s.page.shape} F1 {s.f1:.3f} {s.page.title}"
        yield from (f"  leaked {kind:15} {text[:150]!r}" for kind, text in s.leaked)
        yield from (f"  lost   {text[:150]!r}" for text in s.lost)


def _by_input(results: Results) -> Iterator[list[Cell]]:
    for name, belongs in INPUTS.items():
        for system, scores in results.items():
            chosen = [s for s in scores if belongs(s)]
            yield [system, name, len(chosen), *(f"{mean(chosen, m):.3f}" for m in MEASURES)]


def _by(results: Results, key: Callable[[Score], str]) -> str:
    first = next(iter(results.values()))
    rows: list[list[Cell]] = []
    for name in sorted({key(s) for s in first}, key=lambda n: (n in TEXT_SHAPES, n)):
        row: list[Cell] = [name, sum(key(s) == name for s in first)]
        for scores in results.values():
            chosen = [s for s in scores if key(s) == name]
            row.append(f"{mean(chosen, 'f1'):.3f} ({mean(chosen, 'exact'):.2f})")
        rows.append(row)
    return table(["", "pages", *results], rows)


def _kinds(results: Results) -> Iterator[list[Cell]]:
    first = next(iter(results.values()))
    for kind in sorted({kind for s in first for kind, _ in s.page.residue()}):
        holding = sum(_holds(s, kind) for s in first)
        yield [kind, holding, *(_leaks(scores, kind) for scores in results.values())]


def _leaks(scores: list[Score], kind: str) -> str:
    shares = []
    for belongs in INPUTS.values():
        holding = [s for s in scores if belongs(s) and _holds(s, kind)]
        leaking = sum(any(k == kind for k, _ in s.leaked) for s in holding)
        shares.append(f"{leaking / len(holding):.2f}" if holding else "-")
    return " / ".join(shares)


def _holds(s: Score, kind: str) -> bool:
    return any(k == kind for k, _ in s.page.residue())
