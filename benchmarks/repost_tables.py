"""The tables of the repost benchmark, in Markdown, and its worst pages."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from repost_page import TEXT_SHAPES
from repost_score import Score, mean

MEASURES = ("f1", "precision", "recall", "exact")
Results = dict[str, list[Score]]  # by system
HALVES: dict[str, Callable[[Score], bool]] = {
    "HTML": lambda s: s.page.is_html,
    "text": lambda s: not s.page.is_html,
}


def report(results: Results) -> str:
    """All tables."""
    kinds = "share of the pages holding a kind on which a snippet of it leaked (HTML / text)"
    parts = [
        _table(["system", "input", "pages", "F1", "P", "R", "exact"], _halves(results)),
        "\nF1 (exact) by language\n",
        _by(results, lambda s: s.page.language.split("-")[0]),
        "\nF1 (exact) by shape\n",
        _by(results, lambda s: s.page.shape),
        f"\n{kinds}\n",
        _table(["kind", "pages", *results], _kinds(results)),
    ]
    return "\n".join(parts)


def misses(scores: list[Score], count: int) -> Iterator[str]:
    """The worst pages of a system: what leaked, and what was lost."""
    for s in sorted(scores, key=lambda s: s.f1)[:count]:
        yield f"\n== {s.page.language} {s.page.shape} F1 {s.f1:.3f} {s.page.title}"
        yield from (f"  leaked {kind:15} {text[:150]!r}" for kind, text in s.leaked)
        yield from (f"  lost   {text[:150]!r}" for text in s.lost)


def _halves(results: Results) -> Iterator[list[str]]:
    for half, belongs in HALVES.items():
        for system, scores in results.items():
            chosen = [s for s in scores if belongs(s)]
            yield [system, half, str(len(chosen)), *(f"{mean(chosen, m):.3f}" for m in MEASURES)]


def _by(results: Results, key: Callable[[Score], str]) -> str:
    first = next(iter(results.values()))
    rows = []
    for name in sorted({key(s) for s in first}, key=lambda n: (n in TEXT_SHAPES, n)):
        row = [name, str(sum(key(s) == name for s in first))]
        for scores in results.values():
            chosen = [s for s in scores if key(s) == name]
            row.append(f"{mean(chosen, 'f1'):.3f} ({mean(chosen, 'exact'):.2f})")
        rows.append(row)
    return _table(["", "pages", *results], iter(rows))


def _kinds(results: Results) -> Iterator[list[str]]:
    first = next(iter(results.values()))
    for kind in sorted({kind for s in first for kind, _ in s.page.residue()}):
        holding = sum(_holds(s, kind) for s in first)
        yield [kind, str(holding), *(_leaks(scores, kind) for scores in results.values())]


def _leaks(scores: list[Score], kind: str) -> str:
    shares = []
    for belongs in HALVES.values():
        holding = [s for s in scores if belongs(s) and _holds(s, kind)]
        leaking = sum(any(k == kind for k, _ in s.leaked) for s in holding)
        shares.append(f"{leaking / len(holding):.2f}" if holding else "-")
    return " / ".join(shares)


def _holds(s: Score, kind: str) -> bool:
    return any(k == kind for k, _ in s.page.residue())


def _table(head: list[str], rows: Iterator[list[str]]) -> str:
    lines = [head, ["-" * len(cell) or "-" for cell in head], *rows]
    widths = [max(len(line[i]) for line in lines) for i in range(len(head))]
    return "\n".join(
        "| " + " | ".join(cell.ljust(w) for cell, w in zip(line, widths, strict=True)) + " |"
        for line in lines
    )
