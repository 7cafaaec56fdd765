"""Text that was scraped already, menus and all: what is left of it, by language.

`labelled-texts` are given as they are; pages as a scraper makes text of them, a line for each piece
or all in one line, and as pages, which tells what the scraper cost. `all` is the text with nothing
taken out. Tokens are counted, as means over pages; a title is right letter for letter.
"""

from __future__ import annotations

import math
from argparse import ArgumentParser, Namespace
from collections import defaultdict
from collections.abc import Iterator
from typing import Any

from bs4 import BeautifulSoup

from benchmarks.common import datasets, folds
from benchmarks.common.tables import table
from cleaner import Options, clean
from cleaner.text.words import match_key

TEXT = Options(source_kind="text")
FIGURES = {
    "f1": "of tokens, in lines",
    "recall": "of tokens, in lines",
    "title": "share of the pages with a title whose title is right, in lines",
}
Row = tuple[float, ...]


def add_arguments(parser: ArgumentParser) -> None:
    parser.add_argument("--set", default="labelled-texts", help="a dataset of ../shared/pages")
    parser.add_argument("--every", type=int, default=1, metavar="N", help="every Nth page only")
    folds.add_option(parser)


def run(args: Namespace) -> dict[str, float]:
    rows: dict[tuple[str, str], list[Row]] = defaultdict(list)
    for page in list(datasets.read(args.set))[:: args.every]:
        with folds.unseen(args.folds, page):
            for form, output, title in outputs(page):
                row = (*datasets.token_scores(page, output), _titled(page, title))
                rows[form, "all"].append(row)
                rows[form, str(page.get("language") or "?")].append(row)
    means = {key: [_mean(c) for c in zip(*of, strict=True)] for key, of in rows.items()}
    lines = (
        [f"{form}, {part}", len(rows[form, part]), *mean] for (form, part), mean in means.items()
    )
    print(table(["text, language", "pages", "F1", "P", "R", "exact", "title"], lines))
    f1, _, recall, _, title = means["lines", "all"]
    return {"f1": f1, "recall": recall, "title": title}


def _mean(column: Row) -> float:
    """Of the pages of which something is known; NaN where there are none."""
    known = [value for value in column if not math.isnan(value)]
    return sum(known) / len(known) if known else math.nan


def _titled(page: dict[str, Any], title: str | None) -> float:
    """1 where a title is right; NaN where none is known, or none was asked for."""
    truth = match_key(page.get("title") or "")
    return float(match_key(title) == truth) if truth and title is not None else math.nan


def outputs(page: dict[str, Any]) -> Iterator[tuple[str, str, str | None]]:
    """A name, what comes out and its title, for each form that a page can have."""
    if "html" not in page:
        yield "all", page["text"], None
        yield "lines", *_cleaned(page["text"])
        return
    soup = BeautifulSoup(page["html"], "lxml")
    lines = soup.get_text("\n", strip=True)
    yield "all", lines, None
    yield "lines", *_cleaned(lines)
    yield "one line", *_cleaned(soup.get_text(" ", strip=True))
    whole = clean(page["html"], url=page.get("url"))
    yield "page", whole.text, whole.title


def _cleaned(text: str) -> tuple[str, str]:
    cleaned = clean(text, options=TEXT)
    return cleaned.text, cleaned.title
