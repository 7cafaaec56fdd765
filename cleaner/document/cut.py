"""What is left of a block when spans of it go: its text, its marks, the gaps that stay."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import replace
from itertools import accumulate

from cleaner.document.block import Block, Mark
from cleaner.text.words import words


def subtract(span: tuple[int, int], taken: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """The stretches of a span that none of the others takes, in order."""
    pieces: list[tuple[int, int]] = []
    at, until = span
    for start, end in sorted(taken):
        if start >= until:
            break
        if start < end and end > at:
            pieces.append((at, start))
            at = end
    pieces.append((at, until))
    return [(start, end) for start, end in pieces if start < end]


def left(block: Block, spans: list[tuple[int, int]]) -> str:
    """The text without the spans; empty where no word is left."""
    text = "".join(block.text[start:end] for start, end in kept_gaps(len(block.text), spans))
    return text if text.strip() else ""


def cut(block: Block, spans: list[tuple[int, int]]) -> Block | None:
    """The block without the spans; None where no word is left."""
    if not spans:
        return block
    if not (text := left(block, spans)):
        return None
    gaps = kept_gaps(len(block.text), spans)
    return replace(block, text=text, marks=_moved(block.marks, gaps))


def joins_words(text: str, start: int, end: int) -> bool:
    """Whether two words that stand apart would read as one without the span between them.

    >>> joins_words("wind(share)mill", 4, 11), joins_words("wind (share)mill", 5, 12)
    (True, False)
    """
    sides, between = text[max(0, start - 1) : start] + text[end : end + 1], text[start:end]
    return len(sides) == 2 and sides.isalnum() and len(words(sides)) == 1 and not between.isalnum()


def kept_gaps(size: int, spans: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """The stretches of a text that no span takes.

    >>> kept_gaps(10, [(6, 8), (0, 2)])
    [(2, 6), (8, 10)]
    """
    return subtract((0, size), spans)


def _moved(marks: tuple[Mark, ...], gaps: list[tuple[int, int]]) -> tuple[Mark, ...]:
    starts = [start for start, _ in gaps]
    before = list(accumulate((end - start for start, end in gaps), initial=0))

    def kept_before(position: int) -> int:
        at = bisect_right(starts, position) - 1
        return before[at] + min(gaps[at][1], position) - gaps[at][0] if at >= 0 else 0

    moved = (replace(m, start=kept_before(m.start), end=kept_before(m.end)) for m in marks)
    return tuple(m for m in moved if m.start < m.end)
