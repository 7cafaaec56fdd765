"""Stretches of a page's lines marked in its tree: as a whole element, or as spans around words.

Positions count the characters that can be seen, over all lines: the lines of a page and the text
nodes of its tree have the same ones in the same order, however they are spaced.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import accumulate

from lxml import etree

from cleaner.reading.line_reader import Element, Line
from cleaner.reading.lines import Source
from cleaner.reading.tags import INLINE, SILENT
from cleaner.text.words import INVISIBLE

Attributes = Mapping[str, str]
_NEVER_WHOLE = frozenset({"body", "html", "table", "tbody", "tr", "ul", "ol", "br", "hr"})


@dataclass(frozen=True)
class Stretch:
    """Visible characters of one line, and the attributes that shall stand on them."""

    line: Line
    start: int
    end: int
    attributes: Attributes


def seen(text: str) -> int:
    """How many characters of a text can be seen.

    >>> seen(" a b\\u200b c ")
    3
    """
    return len(INVISIBLE.sub("", "".join(text.split())))


def mark(source: Source, stretches: Sequence[Stretch]) -> None:
    """Write the attributes into the tree. Stretches do not overlap; the source is spent."""
    firsts = list(accumulate((seen(n.text) for n in source.lines), initial=0))
    runs = list(_runs(source.tree))
    cuts: list[tuple[int, int, Attributes]] = []
    for s in stretches:
        if _is_whole(s, source):
            _set(s.line.element, s.attributes)
        else:
            first = firsts[s.line.number]
            cuts.append((first + s.start, first + s.end, s.attributes))
    _cut(runs, sorted(cuts, key=lambda cut: cut[:2]))


def _is_whole(s: Stretch, source: Source) -> bool:
    """Whether it is all of an element that holds nothing else."""
    first, behind = source.reach(s.line.element)
    alone = behind - first == 1 and s.line.element.tag not in _NEVER_WHOLE | INLINE
    return alone and (s.start, s.end) == (0, seen(s.line.text))


def _set(element: Element, attributes: Attributes) -> None:
    for name, value in attributes.items():
        element.set(name, value)


def _runs(tree: Element) -> Iterator[tuple[Element, bool, str]]:
    """The visible text nodes in order: of which element, whether its tail, the text."""
    walker = etree.iterwalk(tree, events=("start", "end"))
    for event, element in walker:
        if event == "start" and element.tag in SILENT:
            walker.skip_subtree()
            continue
        tail = event == "end"
        text = element.tail if tail else element.text
        if text and not text.isspace():
            yield element, tail, text


def _cut(
    runs: Sequence[tuple[Element, bool, str]], cuts: Sequence[tuple[int, int, Attributes]]
) -> None:
    ends = list(accumulate((seen(text) for _, _, text in runs), initial=0))
    inside: dict[int, list[tuple[int, int, Attributes]]] = {}
    for start, end, attributes in cuts:
        for i in range(max(0, bisect_right(ends, start) - 1), len(runs)):
            if ends[i] >= end:
                break
            piece = max(start, ends[i]) - ends[i], min(end, ends[i + 1]) - ends[i], attributes
            if piece[0] < piece[1]:
                inside.setdefault(i, []).append(piece)
    for i, pieces in inside.items():
        _wrap(*runs[i], pieces)


def _wrap(
    element: Element, tail: bool, text: str, pieces: Sequence[tuple[int, int, Attributes]]
) -> None:
    at = [i for i, c in enumerate(text) if not c.isspace() and not INVISIBLE.match(c)]
    spans, last = [], 0
    before = text[: at[pieces[0][0]]]
    for (start, end, attributes), after in zip(pieces, [*pieces[1:], None], strict=True):
        last = at[end - 1] + 1
        span = element.makeelement("span", dict(attributes))
        span.text = text[at[start] : last]
        span.tail = text[last : at[after[0]] if after else len(text)]
        spans.append(span)
    _insert(element, before, spans, tail=tail)


def _insert(element: Element, before: str, spans: Sequence[Element], *, tail: bool) -> None:
    """Put spans where a text node was: after an element, or at its beginning."""
    kept = [span.tail for span in spans]
    if tail:
        element.tail = None
        for span in reversed(spans):
            element.addnext(span)
        element.tail = before
    else:
        element.text = before
        for at, span in enumerate(spans):
            element.insert(at, span)
    for span, text in zip(spans, kept, strict=True):
        span.tail = text
