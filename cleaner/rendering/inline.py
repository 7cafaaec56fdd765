"""A line of Markdown with its marks.

`word**“said”**word` shows its asterisks, and so does `**one****two**`. A mark that would be shown
like that is moved inside the signs that it begins or ends with, joined to its neighbour, or left
out: its words stay.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from cleaner.article import Mark
from cleaner.rendering.flanks import SIGNS, Flanks
from cleaner.rendering.nesting import Open, ends
from cleaner.rendering.signs import code_span, destination, escaped, one_line

_SIGNS = {"em": "*", "strong": "**", "del": "~~"}


def inline(text: str, marks: Iterable[Mark]) -> str:
    """A text with nested marks as one line of Markdown, without white space around it."""
    text = one_line(text)
    out: list[str] = []
    at = 0
    for position, mark, opens in ends(_shown(text, marks)):
        if position > at:
            out.append(escaped(text[at:position]))
            at = position
        if mark.tag == "code" and opens:
            out.append(code_span(text[mark.start : mark.end]))
            at = mark.end
        elif mark.tag == "a":
            if opens and out and out[-1][-1] == "!":
                out[-1] = f"{out[-1][:-1]}\\!"  # or else it would be an image
            out.append("[" if opens else f"]({destination(mark.href)})")
        elif mark.tag in _SIGNS:
            out.append(_SIGNS[mark.tag])
    return "".join([*out, escaped(text[at:])]).strip(" ")


def _shown(text: str, marks: Iterable[Mark]) -> Iterator[Mark]:
    """Of nested marks those that are read as marks, in order."""
    trimmed = (_trimmed(text, mark) for mark in marks if mark.tag in SIGNS)
    joined = _joined(mark for mark in trimmed if mark.start < mark.end)
    flanks, inside = Flanks(text, joined), Open()
    for mark, following in zip(joined, [*joined[1:], None], strict=False):
        inside.close_until(mark.start)
        if not flanks.fit(mark, inside.marks) and (not following or following.start >= mark.end):
            mark = _narrowed(text, mark)
        if flanks.fit(mark, inside.marks):
            inside.push(mark)
            flanks.shown(mark)
            yield mark


def _trimmed(text: str, mark: Mark) -> Mark:
    """A mark without the white space inside its ends."""
    start, end = mark.start, min(mark.end, len(text))
    while start < end and text[start].isspace():
        start += 1
    while start < end and text[end - 1].isspace():
        end -= 1
    return mark if (start, end) == (mark.start, mark.end) else replace(mark, start=start, end=end)


def _narrowed(text: str, mark: Mark) -> Mark:
    """A mark from its first letter or digit to its last; over nothing where it has none."""
    start, end = mark.start, mark.end
    while start < end and not text[start].isalnum():
        start += 1
    while start < end and not text[end - 1].isalnum():
        end -= 1
    return replace(mark, start=start, end=end)


def _joined(marks: Iterable[Mark]) -> list[Mark]:
    """Without marks in their own kind or in code; two of a kind side by side are one."""
    kept: list[Mark] = []
    inside, last = list[int](), -1
    for mark in marks:
        while inside and kept[inside[-1]].end <= mark.start:
            last = inside.pop()
        if any(kept[at].tag in (mark.tag, "code") for at in inside):
            continue
        if last >= 0 and kept[last].end == mark.start and kept[last].tag == mark.tag != "a":
            kept[last] = replace(kept[last], end=mark.end)
            inside.append(last)
        else:
            inside.append(len(kept))
            kept.append(mark)
    return kept
