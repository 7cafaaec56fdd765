"""Lines in a row that the model of single lines is unsure of: verse, dates, amounts, answers."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby

from cleaner.document.block import Block
from cleaner.extraction.sequence import BlockSequence
from cleaner.signals.like_lines import MIN_LINES

FOREIGN, FAINT = 0.05, 0.03
"""Scores up to which a line is no part of such a run, and a like-shaped one."""
ALIKE, UNLIKE = 0.1, 0.2
"""Mean scores above which like-shaped lines are article, and others."""


def unsure_runs(sequence: BlockSequence, scores: Sequence[float]) -> Iterator[list[int]]:
    """Runs of lines that are too many, and too alike, to be no article; by position.

    They have no link, and are like-shaped or without phrases of residue.
    """
    blocks, alike = sequence.blocks, sequence.alike
    lines = (i for i, block in enumerate(blocks) if _is_line(block))
    least = (
        (i, FAINT if i in alike else FOREIGN) for i in lines if i in alike or not blocks[i].hits
    )
    found = (i for i, score in least if scores[i] > score)
    for _, pairs in groupby(enumerate(found), key=lambda pair: pair[1] - pair[0]):
        run = [i for _, i in pairs]
        shaped = 3 * len(alike.intersection(run)) >= 2 * len(run)
        if len(run) >= MIN_LINES and _mean(run, scores) > (ALIKE if shaped else UNLIKE):
            yield run


def _mean(run: Sequence[int], scores: Sequence[float]) -> float:
    return sum(scores[i] for i in run) / len(run)


def _is_line(block: Block) -> bool:
    return block.tag == "p" and block.is_short and not block.link_share and bool(block.key)
