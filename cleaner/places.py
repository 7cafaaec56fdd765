"""Each block tied to its line of the page, and its words spaced as they are there.

trafilatura folds white space around inline elements away ("the <a>second boat</a>was late"). A
line of the page that has the same letters tells where the spaces were.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from cleaner.article import Block, Mark
from cleaner.source import Line, Source
from cleaner.text import words


def placed(blocks: Sequence[Block], source: Source) -> tuple[Block, ...]:
    """The blocks in order, each with the number of its line; lines never go back."""
    result: list[Block] = []
    last = -1
    for index, block in enumerate(blocks):
        lines = source.lines_of(block.key) if block.key else []
        line = next((n for n in lines if n.number > last), None)
        if line is None:
            result.append(replace(block, index=index, line=-1))
        else:
            last = line.number
            result.append(replace(_spaced(block, line), index=index, line=last))
    return tuple(result)


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
