"""Which marks over a line Markdown can show, and from where to where.

`word**“said”**word` shows its asterisks, and so does `**one****two**`. A mark that would be shown
like that is moved inside the signs that it begins or ends with, joined to its neighbour, or left
out: its words stay.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import replace

from cleaner.document.block import Mark
from cleaner.rendering.flanks import SIGNS, Flanks
from cleaner.rendering.nesting import Open
from cleaner.text.regex import regex

_BRACKETS = regex(r"[\[\]]")


def shown(text: str, marks: Iterable[Mark], not_in_code: str) -> Iterator[Mark]:
    """Of nested marks over a text those that are read as marks, in order.

    not_in_code: signs that code cannot hold where the text stands.
    """
    trimmed = (_trimmed(text, mark) for mark in marks if mark.tag in SIGNS)
    joined = _joined(mark for mark in trimmed if mark.start < mark.end)
    flanks, inside = Flanks(text, joined), Open()
    for mark, following in zip(joined, [*joined[1:], None], strict=False):
        inside.close_until(mark.start)
        words = text[mark.start : mark.end] if mark.tag == "code" else ""
        if any(sign in words for sign in not_in_code) or ("a" in inside and not _paired(words)):
            continue
        if not flanks.fit(mark, inside.marks) and (not following or following.start >= mark.end):
            mark = _narrowed(text, mark)
        if flanks.fit(mark, inside.marks):
            inside.push(mark)
            flanks.shown(mark)
            yield mark


def _paired(code: str) -> bool:
    """Whether brackets in code cannot end the link around it, or make it another's address."""
    depth = 0
    for bracket in _BRACKETS.findall(code):
        depth += 1 if bracket == "[" else -1
        if depth < 0:
            return False
    return depth == 0 and "]:" not in code


def _trimmed(text: str, mark: Mark) -> Mark:
    """A mark without the white space inside its ends."""
    start, end = mark.start, min(mark.end, len(text))
    while start < end and text[start].isspace():
        start += 1
    while start < end and text[end - 1].isspace():
        end -= 1
    return mark if (start, end) == (mark.start, mark.end) else replace(mark, start=start, end=end)


def _narrowed(text: str, mark: Mark) -> Mark:
    """A mark from its first letter or digit to its last; over nothing where it has none.

    A letter is not parted from an accent: then the mark is over nothing, too.
    """
    start, end = mark.start, mark.end
    while start < end and not text[start].isalnum():
        start += 1
    while start < end and not text[end - 1].isalnum():
        end -= 1
    cuts = end < mark.end and unicodedata.combining(text[end])
    return replace(mark, start=start, end=start if cuts else end)


def _joined(marks: Iterable[Mark]) -> list[Mark]:
    """Without marks in their own kind or in code; two of a kind side by side are one."""
    kept: list[Mark] = []
    inside, last = list[int](), -1
    for mark in marks:
        while inside and kept[inside[-1]].end <= mark.start:
            last = inside.pop()
        if any(kept[at].tag in (mark.tag, "code") for at in inside):
            continue
        beside = last > (inside[-1] if inside else -1)
        if beside and kept[last].tag == mark.tag != "a" and kept[last].end == mark.start:
            kept[last] = replace(kept[last], end=mark.end)
            inside.append(last)
        else:
            inside.append(len(kept))
            kept.append(mark)
    return kept
