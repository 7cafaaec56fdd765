"""Titles, authors and dates of real pages beside other readers of metadata.

Letters and digits are compared, of authors without the “and” between them. A date is right where
its day is: that of publication, or of the last change where a system states no other; `published`
counts the day of publication alone. An author is wrong where a page has another, or none. Truths
are of what readers see: where a page shows when it was updated and states in its markup when it
was published, they have the former. Rules were made on pages of half of the sites: `--half 1` are
the others.
"""

from __future__ import annotations

import hashlib
import re
import time
from argparse import ArgumentParser, Namespace
from collections.abc import Sequence

from benchmarks.common import datasets
from benchmarks.common.metadata_systems import SYSTEMS, Page, Said
from benchmarks.common.tables import Cell, table
from benchmarks.quality import source_of
from cleaner.text.urls import host_in
from cleaner.text.words import match_key

_AND = re.compile(r"(?:\s*[,;&]\s*|\s+)(?:and|&)\s+")
FIGURES = {
    "title": "share of pages with the title of the truth",
    "author": "share of the pages with an author whose author is right",
    "author_empty": "share of them for which none is said",
    "author_wrong": "share of all pages with an author that is not the truth's",
    "date": "share of the pages with a date whose date is right",
    "published": "the same for days of publication alone",
    "ms": "CPU milliseconds a page, beside those of cleaning it",
}
LOWER_IS_BETTER = ("author_empty", "author_wrong", "ms")


def add_arguments(parser: ArgumentParser) -> None:
    parser.add_argument("--set", default="wcxb-dev-articles", help="a dataset of ../shared/pages")
    parser.add_argument("--every", type=int, default=1, metavar="N", help="every Nth page only")
    parser.add_argument("--half", type=int, choices=(0, 1), help="pages of half of the sites")
    parser.add_argument("--systems", nargs="+", default=["cleaner"], choices=list(SYSTEMS))
    parser.add_argument("--by-source", action="store_true", help="by what its id begins with")
    parser.add_argument("--misses", type=int, default=0, metavar="N", help="show the first N")


def run(args: Namespace) -> dict[str, float]:
    pages = list(datasets.read(args.set))[:: args.every]
    pages = [page for page in pages if args.half in (None, half_of(page))]
    lines: list[list[Cell]] = []
    figures: dict[str, float] = {}
    for name in args.systems:
        said = [said_by(name, page) for page in pages]
        means = figures_of(pages, said)
        figures = figures or means
        lines.append([name, len(pages), *means.values()])
        lines += by_source(pages, said) if args.by_source else ()
        if name == "cleaner":
            print("\n".join(_misses(pages, said)[: args.misses]))
    print(f"{args.set}: {len(pages)} pages\n\n{table(['system', 'pages', *FIGURES], lines)}")
    return figures


def half_of(page: Page) -> int:
    """The half of the sites that a page is of, by a hash of its host."""
    host = host_in(page.get("url") or "")
    return int(hashlib.md5(host.encode()).hexdigest(), 16) % 2


def said_by(name: str, page: Page) -> Said:
    """What a system says of a page; nothing, where it raises."""
    start = time.process_time()
    try:
        said = SYSTEMS[name](page)
    except Exception:  # a system that raises on a page says nothing
        if name == "cleaner":
            raise
        said = Said()
    return said if said.seconds else said._replace(seconds=time.process_time() - start)


def figures_of(pages: Sequence[Page], said: Sequence[Said]) -> dict[str, float]:
    """The figures of a system; nan where no page has a truth."""
    both = list(zip(pages, said, strict=True))
    titled = [(p, s) for p, s in both if p.get("title")]
    signed = [(p, s) for p, s in both if p.get("author")]
    dated = [(p["date"][:10], s) for p, s in both if p.get("date")]
    wrong = [s.author and not _signed(p.get("author"), s.author) for p, s in both if "author" in p]
    return {
        "title": _share([_same(p["title"], s.title) for p, s in titled]),
        "author": _share([_signed(p["author"], s.author) for p, s in signed]),
        "author_empty": _share([not s.author for _, s in signed]),
        "author_wrong": _share(wrong),
        "date": _share([day == (s.published or s.modified) for day, s in dated]),
        "published": _share([day == s.published for day, s in dated]),
        "ms": 1e3 * sum(s.seconds for s in said) / max(1, len(said)),
    }


def by_source(pages: Sequence[Page], said: Sequence[Said]) -> list[list[Cell]]:
    """A line for each source of a dataset."""
    lines: list[list[Cell]] = []
    for source in dict.fromkeys(map(source_of, pages)):
        mine = [i for i, page in enumerate(pages) if source_of(page) == source]
        means = figures_of([pages[i] for i in mine], [said[i] for i in mine])
        lines.append([f"  {source}", len(mine), *means.values()])
    return lines


def _misses(pages: Sequence[Page], said: Sequence[Said]) -> list[str]:
    """The pages of which something else is said than the truth has."""
    return [
        f"{page.get('url') or page['id']}\n  {name}: {truth!r}, said: {got!r}"
        for page, s in zip(pages, said, strict=True)
        for name, truth, got in (
            ("title", page.get("title"), s.title),
            ("author", page.get("author"), s.author),
            ("date", (page.get("date") or "")[:10], s.published),
        )
        if truth and not _same(truth, got)
    ]


def _same(truth: str | None, said: str) -> bool:
    return match_key(truth or "") == match_key(said)


def _signed(truth: str | None, said: str) -> bool:
    """Whether two texts have the same names, whatever sets them apart: "A and B", "A; B"."""
    return _same(_AND.sub("; ", truth or ""), _AND.sub("; ", said))


def _share(values: Sequence[object]) -> float:
    return sum(map(bool, values)) / len(values) if values else float("nan")
