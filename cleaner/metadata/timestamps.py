"""When an article was published and changed, by its visible lines."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from cleaner.document.block import Block
from cleaner.document.finding import Finding
from cleaner.metadata.dates import day_of, days_in
from cleaner.metadata.stated import Stated
from cleaner.reading.line import Element
from cleaner.reading.names import names_of
from cleaner.text import words as t
from cleaner.text.lexicon import phrases
from cleaner.text.patterns import has_digit

MAX_WORDS = 25
"""Words of a line that may tell a date of the article."""
_CHANGED = frozenset(["updated", "modified", "update", "lastmod"])


def timestamps(lines: Iterable[Block], languages: Sequence[str], where: str) -> Iterator[Stated]:
    """The days that short lines name: of publication, or of the last change by their labels."""
    label = ""
    for block in lines:
        if block.size > MAX_WORDS or not has_digit(block.text):
            label = block.text if block.size <= 4 else ""
            continue
        end = 0
        for day, start, stop in days_in(block.text, languages):
            before = block.text[end:start] or label
            field = "date_modified" if is_of_change(before) else "date"
            yield Stated(field, day, block.text, where)
            end = stop
        label = ""


def found_timestamps(findings: Iterable[Finding], languages: Sequence[str]) -> Iterator[Stated]:
    """The days in the timestamps and bylines that our detectors found."""
    blocks = [f.block for f in findings if f.kind in ("timestamp", "byline")]
    return timestamps(blocks, languages, "timestamp")


def times(elements: Iterable[Element], languages: Sequence[str]) -> Iterator[Stated]:
    """The days that `<time>` elements name."""
    for element in elements:
        said = (element.get("datetime") or "").strip()
        text = t.collapse_space("".join(element.itertext()))[:200]
        if day := day_of(said or text, languages):
            yield Stated(_field_of(element, text), day, said or text, "time")


def _field_of(element: Element, text: str) -> str:
    parent = element.getparent()
    before = (parent.text or "") if parent is not None else ""
    previous = element.getprevious()
    if previous is not None:
        before = f"{''.join(previous.itertext())[-60:]}{previous.tail or ''}"
    names = names_of(element) | (names_of(parent) if parent is not None else frozenset())
    changed = is_of_change(before[-60:]) or is_of_change(text) or not _CHANGED.isdisjoint(names)
    return "date_modified" if changed else "date"


def is_of_change(label: str) -> bool:
    """Whether a label tells of a change, in any language.

    >>> is_of_change("Zuletzt aktualisiert:"), is_of_change("Published")
    (True, False)
    """
    plain = t.fold(label)
    return bool(plain.strip()) and any(
        t.fold(stem) in plain
        for stems in phrases("timestamp", "changed").values()
        for stem in stems
    )
