"""The worst pages of a dataset as one HTML file: the truth and our text, side by side.

Lines of the truth that were lost are red, lines that are not in the truth yellow, and what was
stripped or brought back says why. The file loads nothing.
"""

from __future__ import annotations

from argparse import ArgumentParser, Namespace
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from jinja2 import Template

from benchmarks.common import alignment, datasets, folds
from cleaner import Action, Cleaned, clean
from cleaner.text.words import words

FIGURES = {"score": "mean word F1, or share of snippets that are as they must be"}
TEMPLATE = Path(__file__).parent / "common/errors.html"
Part = tuple[str, str, str]
"""A line's text, its class in the file, and a note."""


def add_arguments(parser: ArgumentParser) -> None:
    parser.add_argument("set", help="a dataset of ../shared/pages")
    parser.add_argument("-o", "--output", type=Path, default=Path("errors.html"))
    parser.add_argument("--worst", type=int, default=40, metavar="N", help="pages to show")
    parser.add_argument("--every", type=int, default=1, metavar="N", help="every Nth page only")
    folds.add_option(parser)


def run(args: Namespace) -> dict[str, float]:
    rows = []
    for page in list(datasets.read(args.set))[:: args.every]:
        with folds.unseen(args.folds, page):
            cleaned = clean(page["html"], url=page.get("url"))
        rows.append((score(page, cleaned), page, cleaned))
    rows.sort(key=lambda row: row[0])
    worst = rows[: args.worst]
    template = Template(TEMPLATE.read_text(encoding="utf-8"), autoescape=True)
    heading = f"{args.set}: the worst {len(worst)} of {len(rows)}"
    written = template.render(heading=heading, sections=[_section(*row) for row in worst])
    args.output.write_text(written, encoding="utf-8")
    print(f"{args.output}: {len(worst)} pages")
    return {"score": sum(value for value, _, _ in rows) / len(rows)}


def score(page: dict[str, Any], cleaned: Cleaned) -> float:
    """Word F1, or the share of snippets that are as they must be."""
    if "truth" in page:
        return datasets.word_scores(page["truth"], cleaned.text)[0]
    found, wanted, leaked = datasets.snippet_counts(page, cleaned.text)
    every = wanted + len(page["absent"])
    return (found + len(page["absent"]) - leaked) / max(1, every)


def _section(value: float, page: dict[str, Any], cleaned: Cleaned) -> dict[str, Any]:
    return {
        "title": f"{page['id']}  {value:.3f}  {page.get('url') or ''}",
        "difference": _difference(page, cleaned),
        "truth": list(_truth(page, cleaned)),
        "ours": list(_ours(page, cleaned)),
    }


def _truth(page: dict[str, Any], cleaned: Cleaned) -> Iterator[Part]:
    if "truth" not in page:
        folded = " ".join(cleaned.text.split())
        for snippet in page["present"]:
            yield snippet, "" if " ".join(snippet.split()) in folded else "lost", "must be"
        for snippet in page["absent"]:
            yield snippet, "leaked" if " ".join(snippet.split()) in folded else "", "must not"
        return
    rows = [row for row in page["truth"].split("\n") if row.strip()]
    for row, share in zip(rows, alignment.shares(rows, cleaned.text), strict=True):
        yield row, "lost" if share < alignment.ARTICLE else "", ""


def _ours(page: dict[str, Any], cleaned: Cleaned) -> Iterator[Part]:
    stripped = [f for f in cleaned.findings if f.action is Action.STRIPPED]
    found = alignment.label([block.text for block in cleaned.blocks], page)
    parts = []
    for block, is_article in zip(cleaned.blocks, found, strict=True):
        css = "leaked" if is_article is False else "back" if block.recovered else ""
        parts.append((block.index, (block.text, css, block.recovered)))
    parts += [(f.block.index, (f.text, "stripped", f"{f.kind}: {f.because}")) for f in stripped]
    yield from (part for _, part in sorted(parts, key=lambda part: part[0]))


def _difference(page: dict[str, Any], cleaned: Cleaned) -> str:
    """Words too many and words too few, the most frequent first."""
    if "truth" not in page:
        return ""
    ours, truth = Counter(words(cleaned.text)), Counter(words(page["truth"]))
    return f"too many: {_listed(ours - truth)} · too few: {_listed(truth - ours)}"


def _listed(counted: Counter[str]) -> str:
    return f"{counted.total()} ({', '.join(word for word, _ in counted.most_common(12))})"
