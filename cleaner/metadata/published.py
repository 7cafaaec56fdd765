"""When an article was published and changed: what the page says, the surest first."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from datetime import date

from lxml import etree

from cleaner.extraction.guess import guessed_date
from cleaner.metadata.facts import Facts
from cleaner.metadata.stated import Stated
from cleaner.metadata.tags import Said
from cleaner.metadata.timestamps import closing_timestamps, found_timestamps, times, timestamps
from cleaner.reading.line import Element
from cleaner.text.dates import day_of

PUBLISHED = (
    *("article:published_time", "og:article:published_time", "og:published_time"),
    *("datepublished", "date_published", "publish_date", "publishdate", "publication_date"),
    *("pubdate", "og:pubdate", "parsely-pub-date", "sailthru.date", "cxenseparse:publishtime"),
    *("dc.date.issued", "dcterms.issued", "dc.date", "dcterms.created", "dc.date.created"),
    *("citation_publication_date", "citation_date", "published", "date"),
)
MODIFIED = (
    *("article:modified_time", "og:article:modified_time", "og:updated_time", "datemodified"),
    *("date_modified", "dcterms.modified", "dc.date.modified", "last-modified", "updated"),
)
_UTC = re.compile(r"T?\d{2}:\d{2}(?::\d{2})?(?:\.\d+)?\s?(?:Z|UTC|[+-]00:?00)$")
_AMOUNT = re.compile(r"[%$€£¥]")
"""A sign of a row of numbers, whose days are no article's."""
_TIMES = etree.XPath("//time")
_IN_PATH = re.compile(r"/(\d{4})[/-](\d{2})[/-](\d{2})(?=[/-])")


def published(facts: Facts) -> Iterator[Stated]:
    """The days of publication and of the last change, those that count first."""
    stated = list(_stated(facts))
    told = [element for element in _TIMES(facts.page.tree) if facts.in_head(element)]
    over = {element for element in told if facts.is_over_title(element)}
    under = list(_under_title(facts, [element for element in told if element not in over]))
    seen = [*under, *_elsewhere(facts, [element for element in told if element in over])]
    yield from _before_stated(stated, under)
    yield from _as_readers_see(stated, seen)
    yield from seen
    if not stated and not seen and (day := guessed_date(facts.page.text, facts.page.url)):
        yield Stated("date", day, day, "guess")


def _stated(facts: Facts) -> Iterator[Stated]:
    """What JSON-LD, meta and microdata say."""
    yield from _days(facts, "date", facts.json_texts("datePublished"))
    yield from _days(facts, "date_modified", facts.json_texts("dateModified"))
    yield from _days(facts, "date", facts.tags.meta(*PUBLISHED))
    yield from _days(facts, "date_modified", facts.tags.meta(*MODIFIED))
    yield from _days(facts, "date", facts.property("datePublished"))
    yield from _days(facts, "date_modified", facts.property("dateModified"))


def _under_title(facts: Facts, told: Sequence[Element]) -> Iterator[Stated]:
    """What readers see from the title on. told: the `<time>` elements there."""
    yield from times(told, facts.habits)
    lines = (n.block for n in facts.head_lines if n.number >= facts.title_line)
    yield from timestamps(lines, facts.habits, "timestamp")


def _elsewhere(facts: Facts, told: Sequence[Element]) -> Iterator[Stated]:
    """What readers see over the title, in what our detectors found, right behind the article.

    told: the `<time>` elements over the title.
    """
    lines = (n.block for n in facts.head_lines if n.number < facts.title_line)
    yield from timestamps(lines, facts.habits, "timestamp")
    yield from times(told, facts.habits)
    yield from _of_one_day(found_timestamps(facts.findings, facts.habits))
    if match := _IN_PATH.search(facts.page.url or ""):
        yield from _days(facts, "date", [("-".join(match.groups()), "address")])
    yield from closing_timestamps((n.block for n in facts.foot_lines), facts.habits)
    yield from _days(facts, "date", facts.json_texts("dateCreated", "uploadDate"))


def _of_one_day(found: Iterable[Stated]) -> list[Stated]:
    """What findings tell where it is one day: those of several are of cards."""
    every = list(found)
    return every if len({each.value for each in every if each.field == "date"}) < 2 else []


def _before_stated(stated: Sequence[Stated], under: Sequence[Stated]) -> Iterator[Stated]:
    """The day under the title, where the markup states a later one.

    What readers see as of a day was not first published after it: a system states when it was
    filled anew.
    """
    first = next((each for each in stated if each.field == "date"), None)
    days = [each for each in under if each.field == "date" and not _AMOUNT.search(each.raw)]
    if first and len({each.value for each in days}) == 1 and days[0].value < first.value:
        yield days[0]


def _as_readers_see(stated: Sequence[Stated], seen: Iterable[Stated]) -> list[Stated]:
    """What is stated; behind what readers see, where a moment in UTC falls on the day beside it.

    A site in New York that publishes on the 3rd at 22:00 states the 4th, and shows the 3rd.
    """
    first = next((each for each in stated if each.field == "date"), None)
    if first is None or not _UTC.search(first.raw):
        return list(stated)
    beside = [each for each in seen if each.field == "date" and _is_beside(each, first)]
    return [*beside[:1], *stated]


def _is_beside(one: Stated, other: Stated) -> bool:
    days = abs(date.fromisoformat(one.value) - date.fromisoformat(other.value)).days
    return days == 1 and not _UTC.search(one.raw)


def _days(facts: Facts, field: str, said: Iterable[Said]) -> Iterator[Stated]:
    for raw, where in said:
        if day := day_of(raw, facts.habits):
            yield Stated(field, day, raw, where)
