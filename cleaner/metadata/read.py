"""Metadata of a page: each field from what the page says of its own article."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Protocol

from cleaner.document.block import Block
from cleaner.document.finding import Finding
from cleaner.extraction.publisher import named_publishers
from cleaner.metadata.authors import authors
from cleaner.metadata.bylines import found_bylines
from cleaner.metadata.facts import Facts
from cleaner.metadata.names import names_in
from cleaner.metadata.others import others
from cleaner.metadata.published import published
from cleaner.metadata.stated import Metadata, Stated, metadata_from
from cleaner.metadata.timestamps import found_timestamps
from cleaner.reading.page import Page
from cleaner.text.dates import Habits


class Known(Protocol):
    """What came of a page, as metadata is read with it."""

    @property
    def title(self) -> str:
        """The title of the article."""

    @property
    def blocks(self) -> Sequence[Block]:
        """What was kept."""

    @property
    def language(self) -> str:
        """The article's language; empty where it is not known."""

    @property
    def _findings(self) -> Sequence[Finding]:
        """All that was found."""


def metadata_of(page: Page | None, known: Known) -> Metadata:
    """Read what a page says of its article, of which some things are known.

    Of text and fragments only the findings tell something. Never raises: what cannot be read is
    unknown.
    """
    findings = known._findings
    evidence = list(_guarded(_named_first, findings))
    if page is not None and page.kind == "page":
        facts = Facts(page, known.title, known.blocks, findings, known.language)
        for read in (authors, published, others):
            evidence += _guarded(read, facts)
    else:
        evidence += _guarded(_found, findings, known.language)
    return metadata_from(_borne_out(evidence))


def _guarded(read: Callable[..., Iterator[Stated]], *given: object) -> Iterator[Stated]:
    """What a reader yields until it fails, as it may on what anybody writes into a page."""
    try:
        yield from read(*given)
    except Exception:  # the other fields are known all the same
        return


def _named_first(findings: Iterable[Finding]) -> Iterator[Stated]:
    for name, finding in named_publishers(findings):
        yield Stated("original_publisher", name, finding.text, "attribution")


def _found(findings: Sequence[Finding], language: str) -> Iterator[Stated]:
    """What the findings tell in scraped text."""
    languages = tuple(dict.fromkeys(filter(None, (language, "en"))))
    for each in found_bylines(findings, frozenset((*languages, "any"))):
        yield from (Stated("author", n, each.raw, each.where) for n in names_in(each.said))
    yield from found_timestamps(findings, Habits(languages))


def _borne_out(evidence: Iterable[Stated]) -> Iterator[Stated]:
    """Each field's first value with all that says the same; of lists all."""
    first: dict[str, str] = {}
    seen: set[Stated] = set()
    for each in evidence:
        is_same = first.setdefault(each.field, each.value) == each.value
        if (is_same or each.field in ("author", "tags")) and each not in seen:
            seen.add(each)
            yield each
