"""Stretches of a page's lines marked in its tree: as a whole element, or as spans around words.

Positions count the characters of a line that can be seen, however they are spaced.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import accumulate

from cleaner.reading.line import Element, Line
from cleaner.reading.lines import Source
from cleaner.reading.tags import INLINE
from cleaner.reading.tree_nodes import Node
from cleaner.text.words import INVISIBLE

Attributes = Mapping[str, str]
Piece = tuple[int, int, Attributes]
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
    inside: dict[Node, list[Piece]] = {}
    for s in stretches:
        if _is_whole(s, source):
            _set(s.line.element, s.attributes)
            continue
        for node, piece in _pieces(source.nodes(s.line), s):
            inside.setdefault(node, []).append(piece)
    for (element, tail), pieces in inside.items():
        text = element.tail if tail else element.text
        _wrap(element, tail, text, sorted(pieces, key=lambda piece: piece[:2]))


def _is_whole(s: Stretch, source: Source) -> bool:
    """Whether it is all of an element that holds nothing else."""
    first, behind = source.reach(s.line.element)
    alone = behind - first == 1 and s.line.element.tag not in _NEVER_WHOLE | INLINE
    return alone and (s.start, s.end) == (0, seen(s.line.text))


def _set(element: Element, attributes: Attributes) -> None:
    for name, value in attributes.items():
        element.set(name, value)


def _pieces(nodes: Sequence[Node], s: Stretch) -> Iterator[tuple[Node, Piece]]:
    """What of each text node is in a stretch; all, where a line's text is not that of its nodes."""
    sizes = [seen(element.tail if tail else element.text) for element, tail in nodes]
    ends = list(accumulate(sizes, initial=0))
    exact = ends[-1] == seen(s.line.text)
    start, end = (s.start, s.end) if exact else (0, ends[-1])
    for node, first, last in zip(nodes, ends, ends[1:], strict=False):
        piece = max(start, first) - first, min(end, last) - first, s.attributes
        if piece[0] < piece[1]:
            yield node, piece


def _wrap(element: Element, tail: bool, text: str, pieces: Sequence[Piece]) -> None:
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
