"""Text that was scraped already, menus and all: what is left of it, by language.

`labelled-texts` are given as they are; pages as a scraper makes text of them, a line for each piece
or all in one line, and as pages, which tells what the scraper cost. `all` is the text with nothing
taken out. Tokens are counted, as means over pages.
"""

from __future__ import annotations

from argparse import ArgumentParser, Namespace
from collections import defaultdict
from collections.abc import Iterator
from typing import Any

from bs4 import BeautifulSoup

from benchmarks.common import datasets, folds
from benchmarks.common.tables import table
from cleaner import Options, clean

TEXT = Options(source_kind="text")
FIGURES = {
    "f1": "of tokens, in lines",
    "recall": "of tokens, in lines",
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
            for form, output in outputs(page):
                row = datasets.token_scores(page, output)
                rows[form, "all"].append(row)
                rows[form, str(page.get("language") or "?")].append(row)
    means = {key: [sum(c) / len(of) for c in zip(*of, strict=True)] for key, of in rows.items()}
    lines = (
        [f"{form}, {part}", len(rows[form, part]), *mean] for (form, part), mean in means.items()
    )
    print(table(["text, language", "pages", "F1", "P", "R", "exact"], lines))
    f1, _, recall, _ = means["lines", "all"]
    return {"f1": f1, "recall": recall}


def outputs(page: dict[str, Any]) -> Iterator[tuple[str, str]]:
    """A name and what comes out, for each form that a page can have."""
    if "html" not in page:
        yield "all", page["text"]
        yield "lines", clean(page["text"], options=TEXT).text
        return
    soup = BeautifulSoup(page["html"], "lxml")
    lines = soup.get_text("\n", strip=True)
    yield "all", lines
    yield "lines", clean(lines, options=TEXT).text
    yield "one line", clean(soup.get_text(" ", strip=True), options=TEXT).text
    yield "page", clean(page["html"], url=page.get("url")).text
