"""What structure of real articles is kept: links, items, cells, headings, code; by extractor.

Wanted is what the page's own markup has within the element that holds the article, where the true
text has its words. Kept is what a system's HTML has of it: the same kind with the same words, and
for links the same address. Lines of a listing that are its numbers count as none. The figures are
shares over all pages, of the cleaner.
"""

from __future__ import annotations

from argparse import ArgumentParser, Namespace
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from typing import Any
from urllib.parse import urljoin

from lxml import html as lxml_html

from benchmarks.common import datasets
from benchmarks.common.tables import Cell, table
from cleaner import clean
from cleaner.reading.line import Element
from cleaner.reading.page import parse
from cleaner.reading.tags import INLINE
from cleaner.text.words import match_key

KINDS = ("links", "items", "cells", "headings", "code")
FIGURES = {kind: f"share of the article's {kind} that are kept" for kind in KINDS}
TAGS = {"a": "links", "li": "items", "td": "cells", "th": "cells", "pre": "code"} | {
    f"h{rank}": "headings" for rank in range(1, 7)
}
MOST = 0.8
"""Share of the truth's letters in the element that is taken for the article's."""
Page = dict[str, Any]
Part = tuple[str, str]
"""A kind, and the letters of a part; of a link with its address, of code with its lines."""


def by_cleaner(page: Page) -> str:
    return clean(page["html"], url=page.get("url")).html


def by_trafilatura(page: Page) -> str:
    from trafilatura import extract

    told = extract(
        page["html"],
        url=page.get("url"),
        output_format="html",
        include_comments=False,
        include_links=True,
        include_formatting=True,
        include_tables=True,
    )
    return told or ""


def by_readability(page: Page) -> str:
    from readability import Document

    return str(Document(page["html"], url=page.get("url")).summary(html_partial=True))


SYSTEMS: dict[str, Callable[[Page], str]] = {
    "cleaner": by_cleaner,
    "trafilatura": by_trafilatura,
    "readability-lxml": by_readability,
}


def add_arguments(parser: ArgumentParser) -> None:
    parser.add_argument("--set", default="wcxb-dev-articles", help="a dataset of ../shared/pages")
    parser.add_argument("--every", type=int, default=1, metavar="N", help="every Nth page only")
    parser.add_argument("--systems", nargs="+", default=list(SYSTEMS), choices=list(SYSTEMS))


def run(args: Namespace) -> dict[str, float]:
    pages = [page for page in datasets.read(args.set) if "truth" in page][:: args.every]
    wanted = [wanted_of(page) for page in pages]
    total = _by_kind(wanted)
    lines: list[list[Cell]] = [["in the pages", *(total[kind] for kind in KINDS)]]
    figures: dict[str, float] = {}
    for name in args.systems:
        kept = _by_kind(w & kept_by(name, p) for w, p in zip(wanted, pages, strict=True))
        shares = {kind: kept[kind] / max(1, total[kind]) for kind in KINDS}
        figures = figures or shares
        lines.append([name, *shares.values()])
    print(f"{args.set}: {len(pages)} pages\n\n{table(['system', *KINDS], lines)}")
    return figures


def _by_kind(parts: Iterable[Counter[Part]]) -> Counter[str]:
    total: Counter[str] = Counter()
    for each in parts:
        for (kind, _), count in each.items():
            total[kind] += count
    return total


def kept_by(name: str, page: Page) -> Counter[Part]:
    """What a system's HTML has; nothing, where it raises."""
    try:
        told = SYSTEMS[name](page)
    except Exception:  # a system that raises on a page has kept nothing
        if name == "cleaner":
            raise
        told = ""
    if not told.strip():
        return Counter()
    return Counter(parts_of(lxml_html.document_fromstring(told), str(page.get("url") or "")))


def wanted_of(page: Page) -> Counter[Part]:
    """What the element that holds the article has, where the truth has its words."""
    said = match_key(page["truth"])
    article = article_of(parse(page["html"]), said)
    parts = parts_of(article, str(page.get("url") or ""), said)
    return Counter(parts)


def article_of(tree: Element, said: str) -> Element:
    """The deepest element with most of what the truth says."""
    chosen = tree
    while True:
        held = [child for child in chosen if isinstance(child.tag, str)]
        best = max(held, key=lambda child: _shared(child, said), default=None)
        if best is None or _shared(best, said) < MOST * len(said):
            return chosen
        chosen = best


def _shared(element: Element, said: str) -> int:
    """Letters of an element's texts that the truth has."""
    keys = (match_key(text) for text in element.itertext())
    return sum(len(key) for key in keys if key in said)


def parts_of(tree: Element, url: str, said: str | None = None) -> Iterator[Part]:
    """The parts of a tree; where the truth is given, those that it says."""
    for element in tree.iter(*TAGS):
        kind = TAGS[element.tag]
        text = "".join(element.itertext())
        key = match_key(text)
        if not key or (said is not None and not _is_said(element, key, said)):
            continue
        if kind == "links":
            yield from _link(element, key, url)
        elif kind == "code":
            lines = (line.strip() for line in text.split("\n"))
            yield from ((kind, line) for line in lines if line and not line.isdigit())
        else:
            yield kind, key


def _is_said(element: Element, key: str, said: str) -> bool:
    """Whether the truth says a part; of a link, with the words of its line around it."""
    around = element
    while around.tag in INLINE and around.getparent() is not None:
        around = around.getparent()
    return (key if around is element else match_key("".join(around.itertext()))) in said


def _link(element: Element, key: str, url: str) -> Iterator[Part]:
    href = str(element.get("href") or "").strip()
    if href and not href.startswith(("#", "javascript:")):
        yield "links", f"{key} {urljoin(url, href)}"
