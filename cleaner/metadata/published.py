"""When an article was published and changed: what the page says, the surest first."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from lxml import etree

from cleaner.metadata.dates import day_of
from cleaner.metadata.facts import Facts
from cleaner.metadata.stated import Stated
from cleaner.metadata.tags import Said
from cleaner.metadata.timestamps import found_timestamps, times, timestamps

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
_TIMES = etree.XPath("//time")
_IN_PATH = re.compile(r"/(\d{4})[/-](\d{2})[/-](\d{2})(?=[/-])")


def published(facts: Facts) -> Iterator[Stated]:
    """The days of publication and of the last change."""
    yield from _days(facts, "date", facts.json_texts("datePublished"))
    yield from _days(facts, "date_modified", facts.json_texts("dateModified"))
    yield from _days(facts, "date", facts.tags.meta(*PUBLISHED))
    yield from _days(facts, "date_modified", facts.tags.meta(*MODIFIED))
    yield from _days(facts, "date", facts.property("datePublished"))
    yield from _days(facts, "date_modified", facts.property("dateModified"))
    yield from times(filter(facts.in_head, _TIMES(facts.page.tree)), facts.languages)
    yield from timestamps((n.block for n in facts.head_lines), facts.languages, "timestamp")
    yield from found_timestamps(facts.findings, facts.languages)
    if match := _IN_PATH.search(facts.page.url or ""):
        yield from _days(facts, "date", [("-".join(match.groups()), "address")])


def _days(facts: Facts, field: str, said: Iterable[Said]) -> Iterator[Stated]:
    for raw, where in said:
        if day := day_of(raw, facts.languages):
            yield Stated(field, day, raw, where)
