"""Each block tied to its line of the page, and its words spaced as they are there.

trafilatura folds white space around inline elements away ("the <a>second boat</a>was late"). A
line of the page that has the same letters tells where the spaces were.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Mapping, Sequence
from dataclasses import replace
from itertools import chain

from cleaner.document.block import Block, Mark
from cleaner.reading.line_reader import Element, Line
from cleaner.reading.lines import Source
from cleaner.text.words import words

Lists = dict[Element, dict[Element, int]]
"""Numbers of the items of each list."""
REACH = 400
MAX_DIGITS = 9
"""Of a number that a list may start at, as in browsers; with more it starts at 1."""
SHORTER = 0.7
LONGER = 1.4
"""How much spacing and marks may change a line's length."""


def placed(blocks: Sequence[Block], source: Source) -> tuple[Block, ...]:
    """The blocks in order, each with the number of its line; lines never go back.

    Texts that stand once in the page are anchors. Between two of them the other blocks are looked
    for, first by their text, then by its letters alone.
    """
    numbers: dict[str, list[int]] = {}
    for each in source.lines:
        numbers.setdefault(each.text, []).append(each.number)
    anchors = _anchors(blocks, numbers)
    ends = [n for _, n in anchors] + [len(source.lines)]
    known = dict(anchors)
    result: list[Block] = []
    lists: Lists = {}
    last, passed = -1, 0
    line: Line | None
    for index, block in enumerate(blocks):
        if index in known:
            last, passed = known[index], passed + 1
            block = _counted(block, source.lines[last], lists)
            result.append(block.numbered(index).on_line(last))
            continue
        end = ends[passed]
        number = _next(numbers.get(block.text, ()), last, end)
        near = source.lines[last + 1 : min(end, last + REACH)]
        line = source.lines[number] if number >= 0 else _by_letters(block, near)
        last = last if line is None else line.number
        result.append(_tied(block, line, lists).numbered(index))
    return tuple(result)


def _next(numbers: Sequence[int], last: int, end: int) -> int:
    """The first of some rising numbers between two; −1 where none is."""
    at = bisect_right(numbers, last)
    return numbers[at] if at < len(numbers) and numbers[at] < end else -1


def _anchors(
    blocks: Sequence[Block], numbers: Mapping[str, Sequence[int]]
) -> list[tuple[int, int]]:
    """Blocks whose text one line of the page has, with its number: the longest rising run."""
    single = [(i, n[0]) for i, b in enumerate(blocks) if len(n := numbers.get(b.text, ())) == 1]
    tails: list[int] = []
    ends: list[int] = []
    before: list[int] = []
    for k, (_, number) in enumerate(single):
        at = bisect_left(tails, number)
        before.append(ends[at - 1] if at else -1)
        tails[at : at + 1], ends[at : at + 1] = [number], [k]
    run: list[tuple[int, int]] = []
    k = ends[-1] if ends else -1
    while k >= 0:
        run.append(single[k])
        k = before[k]
    return run[::-1]


def _by_letters(block: Block, lines: Sequence[Line]) -> Line | None:
    if not block.key:
        return None
    few, many = len(block.text) * SHORTER, len(block.text) * LONGER + 2
    near = (line for line in lines if few <= len(line.text) <= many)
    return next((line for line in near if line.key == block.key), None)


def _tied(block: Block, line: Line | None, lists: Lists) -> Block:
    if line is None:
        return block
    return _counted(_spaced(block, line), line, lists).on_line(line.number)


def _counted(block: Block, line: Line, lists: Lists) -> Block:
    """A numbered item with its number in the page: lists there may start anywhere."""
    if not block.layout.ordered:
        return block
    above = chain((line.element,), line.element.iterancestors("li"))
    item = next((e for e in above if e.tag == "li"), None)
    parent = None if item is None else item.getparent()
    if parent is None:
        return block
    if parent not in lists:
        first = parent.get("start") or "1"
        start = int(first) if first.isdecimal() and len(first) <= MAX_DIGITS else 1
        lists[parent] = {each: n for n, each in enumerate(parent.iterchildren("li"), start)}
    return replace(block, layout=replace(block.layout, number=lists[parent].get(item, 0)))


def _spaced(block: Block, line: Line) -> Block:
    """The block with its line's text, where the two have other words made of the same letters."""
    if block.text == line.text or block.tag == "pre" or block.words == words(line.text):
        return block
    at = _letters(line.text)
    if len(at) - 1 != len(_letters(block.text)) - 1:
        return block  # letters that case folding makes two of
    numbers = _letter_numbers(block.text)
    marks = tuple(_moved(m, numbers, at) for m in block.marks)
    return replace(block, text=line.text, marks=tuple(m for m in marks if m.start < m.end))


def _letters(text: str) -> list[int]:
    """Positions of the letters and digits, and the text's end."""
    return [i for i, c in enumerate(text) if c.isalnum()] + [len(text)]


def _letter_numbers(text: str) -> list[int]:
    """For each position of a text, how many letters stand before it."""
    counts = [0]
    for c in text:
        counts.append(counts[-1] + c.isalnum())
    return counts


def _moved(mark: Mark, numbers: Sequence[int], at: Sequence[int]) -> Mark:
    start, end = numbers[mark.start], numbers[mark.end]
    return replace(mark, start=at[start], end=at[end - 1] + 1 if end > start else at[start])
