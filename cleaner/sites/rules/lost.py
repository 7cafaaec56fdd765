"""Lines that a rule keeps and the extraction had lost: put back where they stand in the page."""

from __future__ import annotations

from collections.abc import Sequence

from cleaner.document.block import Block
from cleaner.reading.line import Line
from cleaner.sites.rules.rule import Rule


def back(blocks: Sequence[Block], kept: Sequence[tuple[Line, Rule]]) -> tuple[Block, ...]:
    """The blocks with the kept lines that none of them says, in page order, numbered anew.

    What comes back is tied to no line: it may stand far from the article.
    """
    known = {block.key for block in blocks}
    glued = "\n".join(b.key for b in blocks if b.line < 0)
    lost = [(n, r) for n, r in kept if n.key and n.key not in known and n.key not in glued]
    merged: list[Block] = []
    for block in blocks:
        while lost and lost[0][0].number < block.line:
            merged.append(_again(*lost.pop(0)))
        merged.append(block)
    merged += [_again(line, rule) for line, rule in lost]
    return tuple(block.numbered(i) for i, block in enumerate(merged))


def _again(line: Line, rule: Rule) -> Block:
    return line.block.numbered(0, str(rule)).on_line(-1)
