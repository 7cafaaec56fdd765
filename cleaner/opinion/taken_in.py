"""Lines from outside of the extraction that were asked about become blocks of it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from cleaner.document.article import Article
from cleaner.document.block import Block
from cleaner.opinion.answered import Answers
from cleaner.opinion.decided import Decided

BACK = "the second opinion takes it for article"
Numbers = Mapping[int, int]


def taken_in(decided: Decided, answers: Answers) -> tuple[Decided, Answers]:
    """The page with the lines from outside that were answered among its blocks, numbered anew."""
    lines = [doubt.block for doubt, _ in answers if doubt.fate == "outside"]
    if not lines:
        return decided, answers
    order = _merged(decided.whole.blocks, lines)
    came = set(map(id, lines))
    new = {block.index: at for at, block in enumerate(order) if id(block) not in came}
    at_line = {block.line: at for at, block in enumerate(order) if id(block) in came}
    findings = {id(f): f.but(block=f.block.numbered(new[f.block.index])) for f in decided.findings}
    moved = []
    for doubt, keep in answers:
        inside = doubt.fate != "outside"
        at = new[doubt.block.index] if inside else at_line[doubt.block.line]
        block = doubt.block.numbered(at, "" if inside or not keep else BACK)
        over = tuple(findings[id(f)] for f in doubt.findings)
        moved.append((replace(doubt, block=block, findings=over), keep))
    body = tuple(block.numbered(new[block.index]) for block in decided.body)
    whole = _renumbered(decided.whole, order, new, at_line)
    return Decided(whole, tuple(findings.values()), replace(decided.body, blocks=body)), moved


def _merged(blocks: Sequence[Block], lines: Sequence[Block]) -> list[Block]:
    """Blocks and lines in page order; a block that stands on no line follows the one before it."""
    merged, waiting = list[Block](), sorted(lines, key=lambda block: block.line)
    for block in blocks:
        while waiting and waiting[0].line < block.line:
            merged.append(waiting.pop(0))
        merged.append(block)
    return merged + waiting


def _renumbered(whole: Article, order: Sequence[Block], new: Numbers, at_line: Numbers) -> Article:
    known = whole.evidence
    assert known is not None  # lines from outside are known by it alone
    pairs = zip(known.blocks, known.lines, strict=True)
    indexes = [new[i] if i >= 0 else at_line.get(line, -1) for i, line in pairs]
    blocks = tuple(block.numbered(at) for at, block in enumerate(order))
    return replace(whole, blocks=blocks, evidence=replace(known, blocks=indexes))
