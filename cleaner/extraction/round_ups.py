"""Round-ups: titles of pieces on other sites, each with a sentence under it or behind it.

Cards of other articles lead to the same site, or stand in boxes of their own.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence

from cleaner.document.block import Block
from cleaner.extraction.sequence import BlockSequence
from cleaner.reading.line import Element
from cleaner.text.urls import host_in
from cleaner.text.words import ends_sentence

KEPT = 0.5
"""Score of a sentence that likely is article."""
ENTRIES, SITES = 3, 2
"""Entries of a round-up, and sites that they lead to."""
LINKED = 0.6


def round_ups(sequence: BlockSequence, scores: Sequence[float]) -> Iterator[int]:
    """Candidates that are titles and sentences of such entries, and the sentence over them."""
    holders = sequence.around(i for i in sequence.extracted if _says(sequence.blocks[i]))
    made: dict[tuple[Element, object], list[int]] = defaultdict(list)
    for i, block in enumerate(sequence.blocks):
        line = sequence.candidates[i].line
        if line is None or not block.marks or not (own := _entry(sequence, scores, i)):
            continue
        made[line.element.getparent(), line.element.tag].extend(own)
    for (around, _), lines in made.items():
        sites = {_site(sequence.blocks[i]) for i in lines} - {""}
        titles = sum(bool(sequence.blocks[i].marks) for i in lines)
        is_among = not holders or around in holders or around.getparent() in holders
        if is_among and titles >= ENTRIES and len(sites) >= SITES:
            yield from (*_over(sequence, around, lines[0]), *lines)


def _entry(sequence: BlockSequence, scores: Sequence[float], i: int) -> tuple[int, ...]:
    """The lines of an entry that begins with a candidate; none where it is no entry."""
    block = sequence.blocks[i]
    if block.link_share <= LINKED:
        return (i,) if block.tag == "li" and ends_sentence(block.text) else ()
    under = i + 1
    if under == len(sequence) or not _says(sequence.blocks[under]):
        return ()
    is_known = sequence.candidates[under].extracted or scores[under] > KEPT
    return (i, under) if is_known else ()


def _over(sequence: BlockSequence, around: Element, first: int) -> Iterator[int]:
    """The sentence that introduces entries: in the same element, or beside the list of them."""
    line = sequence.candidates[first - 1].line if first else None
    holders = (around, around.getparent())
    if (
        line is not None
        and line.element.getparent() in holders
        and _says(sequence.blocks[first - 1])
    ):
        yield first - 1


def _says(block: Block) -> bool:
    return not (block.link_share or block.hits) and ends_sentence(block.text)


def _site(block: Block) -> str:
    """The host that a link leads to; empty where it stays on the site."""
    return host_in(next((m.href for m in block.marks if m.tag == "a"), ""))
