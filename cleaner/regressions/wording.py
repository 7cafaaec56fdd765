"""What has changed on one page, in words: lines of styled spans, whatever shows them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from enum import StrEnum
from itertools import groupby

from cleaner.regressions.changes import Change, Sort

MAX_CHANGES = 20
"""Changes of a sort that are shown of one page."""
MAX_CHARACTERS = 600
"""Of a piece that is shown; of a longer one its beginning and end."""
_SIGNS = {Sort.LOST: "-", Sort.GONE: "-", Sort.LEAKED: "+", Sort.NEW: "+"}


class Style(StrEnum):
    """How a span is to be shown where there are colours."""

    PLAIN = "plain"
    STRONG = "strong"
    GRAVE = "grave"
    """Words that were lost, and faults."""
    LEAKED = "leaked"
    OF_REPORT = "of-report"
    """A change of the report alone."""
    FAINT = "faint"


Line = list[tuple[str, Style]]
_STYLES = {Sort.LOST: Style.GRAVE, Sort.FAULT: Style.GRAVE, Sort.LEAKED: Style.LEAKED}


def headline(changes: Sequence[Change], error: str = "") -> str:
    """What became of a page, in a few words; error: why it could not be checked."""
    if error:
        return f"cannot be checked: {error}"
    if not changes:
        return "unchanged"
    if all(change.sort is Sort.HEALED for change in changes):
        return "better than recorded: what leaked does not leak any more"
    if not any(change.sort.of_article for change in changes):
        return "the article is the same; what is told of what was stripped has changed"
    lost, leaked = (_count(changes, sort) for sort in (Sort.LOST, Sort.LEAKED))
    figures = [f"{_number(lost)} lost"] * bool(lost) + [f"{_number(leaked)} leaked"] * bool(leaked)
    return "the article has changed" + (f": {', '.join(figures)}" if figures else "")


def lines_of(changes: Sequence[Change]) -> Iterator[Line]:
    """Each change under what sort it is, the worst first."""
    for sort, group in groupby(changes, key=lambda change: change.sort):
        yield from _group(sort, list(group))


def plain(lines: Iterator[Line]) -> str:
    """The lines without their styles."""
    return "\n".join("".join(text for text, _ in line) for line in lines)


def _group(sort: Sort, changes: Sequence[Change]) -> Iterator[Line]:
    count = sum(change.words for change in changes)
    style = _STYLES.get(sort, Style.PLAIN if sort.of_article else Style.OF_REPORT)
    heading = Style.STRONG if style is Style.PLAIN else style
    yield [(f"  {sort}{f' ({_number(count)})' if count else ''}:", heading)]
    for change in changes[:MAX_CHANGES]:
        yield from _change(change, style)
    if rest := changes[MAX_CHANGES:]:
        words = _count(rest, sort)
        more = f", {_number(words)}" if words else ""
        yield [(f"    … and {len(rest)} more{more}", Style.FAINT)]


def _change(change: Change, style: Style) -> Iterator[Line]:
    lead, text, tail = change.told()
    sign = f"    {_SIGNS.get(change.sort, '~')} "
    yield [
        (sign, Style.PLAIN),
        (lead, Style.FAINT),
        (_short(text), style),
        (tail, Style.FAINT),
    ]
    if change.note:
        yield [(f"        [{_short(change.note)}]", Style.FAINT)]


def _short(text: str) -> str:
    if len(text) <= MAX_CHARACTERS:
        return text
    return f"{text[: MAX_CHARACTERS * 2 // 3].rstrip()} […] {text[-MAX_CHARACTERS // 6 :].lstrip()}"


def _count(changes: Sequence[Change], sort: Sort) -> int:
    return sum(change.words for change in changes if change.sort is sort)


def _number(count: int) -> str:
    return f"{count:,} word{'s' * (count != 1)}"
