"""What structure of real articles is kept: links, items, cells, headings, code, pictures.

Wanted is what the page's own markup has within the element that holds the article, where the true
text has its words. Kept is what a system's HTML has of it: the same kind with the same words, and
for links and pictures the same address. Lines of a listing that are its numbers count as none. The
figures are shares over all pages, of the cleaner. `markdownify` is what readability-lxml leaves as
Markdown, read back by markdown-it.
"""

from __future__ import annotations

from argparse import ArgumentParser, Namespace
from collections import Counter
from collections.abc import Iterator
from typing import NamedTuple
from urllib.parse import urljoin

from lxml import html as lxml_html

from benchmarks.common import datasets, page_images
from benchmarks.common.html_systems import SYSTEMS, Page
from benchmarks.common.tables import Cell, table
from cleaner.reading.line import Element
from cleaner.reading.page import parse
from cleaner.reading.tags import INLINE
from cleaner.text.words import match_key

KINDS = ("links", "items", "cells", "headings", "code", "images")
FIGURES = {kind: f"share of the article's {kind} that are kept" for kind in KINDS}
TAGS = {"a": "links", "li": "items", "td": "cells", "th": "cells", "pre": "code"} | {
    f"h{rank}": "headings" for rank in range(1, 7)
}
MOST = 0.8
"""Share of the truth's letters in the element that is taken for the article's."""
Part = tuple[str, str]
"""A kind, and the letters of a part; of a link with its address, of code with its lines."""


def add_arguments(parser: ArgumentParser) -> None:
    parser.add_argument("--set", default="wcxb-dev-articles", help="a dataset of ../shared/pages")
    parser.add_argument("--every", type=int, default=1, metavar="N", help="every Nth page only")
    parser.add_argument("--systems", nargs="+", default=list(SYSTEMS), choices=list(SYSTEMS))


class Wanted(NamedTuple):
    """What the article of a page has."""

    parts: Counter[Part]
    pictures: list[page_images.Addresses]

    @property
    def counts(self) -> Counter[str]:
        return _by_kind(self.parts) + Counter(images=len(self.pictures))


def run(args: Namespace) -> dict[str, float]:
    pages = [page for page in datasets.read(args.set) if "truth" in page][:: args.every]
    wanted = [wanted_of(page) for page in pages]
    total = sum((each.counts for each in wanted), Counter[str]())
    lines: list[list[Cell]] = [["in the pages", *(total[kind] for kind in KINDS)]]
    figures: dict[str, float] = {}
    for name in args.systems:
        counts = (kept_by(name, page, each) for page, each in zip(pages, wanted, strict=True))
        kept = sum(counts, Counter[str]())
        shares = {kind: kept[kind] / max(1, total[kind]) for kind in KINDS}
        figures = figures or shares
        lines.append([name, *shares.values()])
    print(f"{args.set}: {len(pages)} pages\n\n{table(['system', *KINDS], lines)}")
    return figures


def _by_kind(parts: Counter[Part]) -> Counter[str]:
    total: Counter[str] = Counter()
    for (kind, _), count in parts.items():
        total[kind] += count
    return total


def kept_by(name: str, page: Page, wanted: Wanted) -> Counter[str]:
    """How much of each kind a system's HTML has; pictures count where they are asked for."""
    url = str(page.get("url") or "")
    told = told_by(name, page, pictures=False)
    kept = _by_kind(wanted.parts & Counter(parts_of(told, url)))
    if wanted.pictures:
        told = told_by(name, page, pictures=True)
        kept["images"] = page_images.kept(told, wanted.pictures, url)
    return kept


def told_by(name: str, page: Page, pictures: bool) -> Element:
    """A system's HTML; of a system that raises on the page or says nothing, an empty one."""
    try:
        told = SYSTEMS[name](page, pictures)
    except ImportError:
        raise
    except Exception:
        if name == "cleaner":
            raise
        told = ""
    return lxml_html.document_fromstring(told if told.strip() else "<html></html>")


def wanted_of(page: Page) -> Wanted:
    """What the element that holds the article has, where the truth has its words."""
    said, url = match_key(page["truth"]), str(page.get("url") or "")
    article = article_of(parse(page["html"]), said)
    parts = Counter(parts_of(article, url, said))
    return Wanted(parts, page_images.wanted(article, said, url))


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
    """Whether the truth says a part.

    A link is said with the words of its line around it, a cell with its row: of calendars and of
    tables that lay out a page single cells would be found in any long text.
    """
    if TAGS[element.tag] == "cells":
        row = element.getparent()
        return len(row) > 1 and match_key(" ".join(row.itertext())) in said
    around = element
    while around.tag in INLINE and around.getparent() is not None:
        around = around.getparent()
    return (key if around is element else match_key("".join(around.itertext()))) in said


def _link(element: Element, key: str, url: str) -> Iterator[Part]:
    href = str(element.get("href") or "").strip()
    if href and not href.startswith(("#", "javascript:")):
        yield "links", f"{key} {urljoin(url, href)}"
