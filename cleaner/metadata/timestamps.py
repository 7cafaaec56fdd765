"""When an article was published and changed, by its visible lines."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from cleaner.document.block import Block
from cleaner.document.finding import Finding
from cleaner.metadata.stated import Stated
from cleaner.reading.line import Element
from cleaner.reading.names import names_of
from cleaner.text import words as t
from cleaner.text.dates import Habits, day_of, days_in, words_of_dates
from cleaner.text.lexicon import wordings
from cleaner.text.patterns import has_digit

MAX_WORDS = 25
"""Words of a line that may tell a date of the article."""
SHORT = 3
"""Letters of words such as "on", "at the", "CET"."""
_CHANGED = frozenset(["updated", "modified", "update", "lastmod"])


def timestamps(lines: Iterable[Block], habits: Habits, where: str) -> Iterator[Stated]:
    """The days that short lines name: of publication, or of the last change by their labels."""
    label = ""
    for block in lines:
        if block.size > MAX_WORDS or not has_digit(block.text):
            label = block.text if block.size <= 4 else ""
            continue
        end = 0
        for day, start, stop in days_in(block.text, habits):
            if block.is_prose and not _is_dateline(block.text[:start]):
                break  # what a sentence tells of, as the day of an event
            before = block.text[end:start] or label
            field = "date_modified" if is_of_change(before) else "date"
            yield Stated(field, day, block.text, where)
            end = stop
        label = ""


def closing_timestamps(lines: Iterable[Block], habits: Habits) -> Iterator[Stated]:
    """The days that the lines behind an article name under a label."""
    labelled = (block for block in lines if _is_labelled(block, habits))
    return timestamps(labelled, habits, "timestamp")


def _is_dateline(before: str) -> bool:
    """Whether nothing but a place and words of dates stands before a day in a paragraph."""
    told = (word for word in before.split() if word[0].islower() and len(word) > SHORT)
    return all(t.fold(word).strip(":,.") in words_of_dates() for word in told)


def _is_labelled(block: Block, habits: Habits) -> bool:
    """Whether a line says nothing but what its dates are of."""
    if block.size > MAX_WORDS:
        return False
    rest, end = "", 0
    for _, start, stop in days_in(block.text, habits):
        rest, end = f"{rest} {block.text[end:start]}", stop
    said = [word for word in t.words(f"{rest} {block.text[end:]}") if not word[0].isdigit()]
    words = [word for word in said if len(word) > SHORT]
    return bool(end and words) and words_of_dates().issuperset(words)


def found_timestamps(findings: Iterable[Finding], habits: Habits) -> Iterator[Stated]:
    """The days in the timestamps and bylines that our detectors found."""
    blocks = [f.block for f in findings if f.kind in ("timestamp", "byline")]
    return timestamps(blocks, habits, "timestamp finding")


def times(elements: Iterable[Element], habits: Habits) -> Iterator[Stated]:
    """The days that `<time>` elements name."""
    for element in elements:
        said = (element.get("datetime") or "").strip()
        text = t.collapse_space("".join(element.itertext()))[:200]
        if day := day_of(said or text, habits):
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
    return any(stem in plain for stem in wordings("timestamp", "changed"))
