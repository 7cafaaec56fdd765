"""The worst pages of a dataset as one HTML file: the truth and our text, side by side.

Lines of the truth that were lost are red, lines that are not in the truth yellow, and what was
stripped or brought back says why. The file loads nothing.
"""

from __future__ import annotations

import html
from argparse import ArgumentParser, Namespace
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from benchmarks.common import alignment, datasets, folds
from cleaner import Action, Cleaned, clean
from cleaner.text import words

FIGURES = {"score": "mean word F1, or share of snippets that are as they must be"}
STYLE = """
body { font: 15px/1.45 system-ui, sans-serif; margin: 1rem; color: #1a1a1a; background: #fff }
section { border-top: 3px solid #888; margin-top: 2rem }
.sides { display: grid; grid-template-columns: repeat(auto-fit, minmax(20rem, 1fr)); gap: 1.5rem }
p { margin: .35rem 0; overflow-wrap: anywhere } small { color: #555 }
.lost { background: #ffd7d2; border-left: 4px solid #b3261e; padding-left: .4rem }
.leaked { background: #fff3b0; border-left: 4px solid #8a6d00; padding-left: .4rem }
.stripped { color: #555; text-decoration: line-through }
.back { border-left: 4px solid #1f6f43; padding-left: .4rem }
"""


def score(page: dict[str, Any], cleaned: Cleaned) -> float:
    """Word F1, or the share of snippets that are as they must be."""
    if "truth" in page:
        return datasets.word_scores(page["truth"], cleaned.text)[0]
    found, wanted, leaked = datasets.snippet_counts(page, cleaned.text)
    every = wanted + len(page["absent"])
    return (found + len(page["absent"]) - leaked) / max(1, every)


def line(text: str, css: str = "", note: str = "") -> str:
    extra = f" <small>{html.escape(note)}</small>" if note else ""
    return f'<p class="{css}">{html.escape(text)}{extra}</p>'


def truth_side(page: dict[str, Any], cleaned: Cleaned) -> Iterator[str]:
    if "truth" not in page:
        folded = " ".join(cleaned.text.split())
        for snippet in page["present"]:
            yield line(snippet, "" if " ".join(snippet.split()) in folded else "lost", "must be")
        for snippet in page["absent"]:
            yield line(snippet, "leaked" if " ".join(snippet.split()) in folded else "", "must not")
        return
    rows = [row for row in page["truth"].split("\n") if row.strip()]
    for row, share in zip(rows, alignment.shares(rows, cleaned.text), strict=True):
        yield line(row, "lost" if share < alignment.ARTICLE else "")


def our_side(page: dict[str, Any], cleaned: Cleaned) -> Iterator[str]:
    stripped = [f for f in cleaned.findings if f.action is Action.STRIPPED]
    texts = [block.text for block in cleaned.blocks]
    found = alignment.label(texts, page)
    parts = [
        (block.index, line(block.text, _css(known, block.recovered), block.recovered))
        for block, known in zip(cleaned.blocks, found, strict=True)
    ]
    parts += [(f.block.index, line(f.text, "stripped", f"{f.kind}: {f.because}")) for f in stripped]
    yield from (part for _, part in sorted(parts, key=lambda part: part[0]))


def _css(is_article: bool | None, recovered: str) -> str:
    return "leaked" if is_article is False else "back" if recovered else ""


def difference(page: dict[str, Any], cleaned: Cleaned) -> str:
    """Words too many and words too few, the most frequent first."""
    if "truth" not in page:
        return ""
    ours, truth = Counter(words(cleaned.text)), Counter(words(page["truth"]))
    return f"too many: {_listed(ours - truth)} · too few: {_listed(truth - ours)}"


def _listed(counted: Counter[str]) -> str:
    return f"{counted.total()} ({', '.join(word for word, _ in counted.most_common(12))})"


def section(page: dict[str, Any], cleaned: Cleaned, value: float) -> str:
    title = html.escape(f"{page['id']}  {value:.3f}  {page.get('url') or ''}")
    return (
        f"<section><h2>{title}</h2><p><small>{html.escape(difference(page, cleaned))}</small></p>"
        f'<div class="sides"><div><h3>Truth</h3>{"".join(truth_side(page, cleaned))}</div>'
        f"<div><h3>Ours</h3>{''.join(our_side(page, cleaned))}</div></div></section>"
    )


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
    heading = f"{args.set}: the worst {len(worst)} of {len(rows)}"
    body = "".join(section(page, cleaned, value) for value, page, cleaned in worst)
    args.output.write_text(document(heading, body), encoding="utf-8")
    print(f"{args.output}: {len(worst)} pages")
    return {"score": sum(value for value, _, _ in rows) / len(rows)}


def document(heading: str, body: str) -> str:
    return (
        f'<!doctype html><html lang="en"><meta charset="utf-8"><title>{heading}</title>'
        f"<style>{STYLE}</style><h1>{heading}</h1>{body}</html>"
    )
