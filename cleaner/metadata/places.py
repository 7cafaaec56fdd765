"""The places of a page that say who wrote its article, and what each weighs."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import islice, takewhile

from lxml import etree

from cleaner.metadata.bylines import Named, bylines, found_bylines, opened_bylines
from cleaner.metadata.closing import closing_bylines, noted_bylines
from cleaner.metadata.facts import Facts
from cleaner.metadata.json_ld import texts, type_of
from cleaner.metadata.names import turned
from cleaner.metadata.signed import openings
from cleaner.metadata.tags import Said
from cleaner.text import words as t

METAS = (
    *("author", "article:author", "og:article:author", "byl", "parsely-author", "sailthru.author"),
    *("cxenseparse:author", "dc.creator", "dcterms.creator", "creator"),
)
CATALOGUED = ("citation_author",)
"""Of those each has one name, the last name first."""
_REL = etree.XPath("//a[@rel and contains(@rel, 'author')]")
ORGANIZATION = " of an organization"
"""Ends the place of a name that is one, whatever stands in it."""
OPENED = 2.5
"""What "By Jane Doe" right under the title weighs more than other bylines."""
MAX_DECK = 40
"""Words of a paragraph that may stand between a title and a byline."""


def said_of(facts: Facts) -> Iterator[tuple[Named, float]]:
    """What each place says, with its weight."""
    sources: tuple[tuple[Iterable[Said], float], ...] = (
        (_of_json(facts, "author", "Author"), 4.0),
        (_of_json(facts, "creator"), 3.0),
        (facts.tags.meta(*METAS), 3.0),
        (facts.tags.meta(*CATALOGUED), 3.0),
        (_labelled(facts), 2.5),
        (facts.property("author"), 3.0),
        (_linked(facts), 3.0),
    )
    lines: tuple[tuple[Iterable[Named], float], ...] = (
        (_opened(facts), OPENED),
        (bylines(facts.head_lines, facts.phrasing), 3.5),
        (found_bylines(facts.findings, facts.phrasing), 3.5),
        (closing_bylines(facts.tail_lines, facts.phrasing), 2.0),
        (noted_bylines(facts.foot_lines), 2.5),
    )
    for said, weight in sources:
        for raw, where in said:
            is_last_first = where.removeprefix("meta ") in CATALOGUED
            yield Named(turned(raw) if is_last_first else raw, where, raw), weight
    for named, weight in lines:
        yield from ((each, weight) for each in named)


def _opened(facts: Facts) -> Iterator[Named]:
    """The byline under the title, before the first paragraph that is more than a deck."""
    said = takewhile(lambda line: line.block.size <= MAX_DECK, facts.head_lines)
    lines = [line for line in said if line.number >= facts.title_line]
    yield from islice(opened_bylines(lines, facts.phrasing), 1)


def _of_json(facts: Facts, *names: str) -> Iterator[Said]:
    for value, where in facts.json_values(*names):
        if isinstance(value, str):
            yield value, where
        elif isinstance(value, dict):
            end = ORGANIZATION if "organi" in type_of(value).lower() else ""
            yield from ((said, f"{where}.name{end}") for said in texts(value.get("name")))


def _labelled(facts: Facts) -> Iterator[Said]:
    """The name in `twitter:data1` that `twitter:label1` calls the author's."""
    for number in "12":
        for label, _ in facts.tags.meta(f"twitter:label{number}"):
            if t.fold(label).strip(" :") in openings():
                yield from facts.tags.meta(f"twitter:data{number}")


def _linked(facts: Facts) -> Iterator[Said]:
    """The links of the head that lead to their author."""
    for link in _REL(facts.page.tree):
        if facts.in_head(link):
            yield t.collapse_space("".join(link.itertext())), "rel author"
