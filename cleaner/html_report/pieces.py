"""A block's text cut where findings begin and end: each piece with the findings over it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from cleaner.document.finding import Action, Finding

_FIRST = (Action.STRIPPED, Action.DOUBTFUL, Action.KEPT, Action.AGREED)


@dataclass(frozen=True)
class Numbered:
    """A finding with its number in the report of its page."""

    number: int
    finding: Finding


@dataclass(frozen=True)
class Piece:
    """`block.text[start:end]`, and what was found over all of it; the one that counts first."""

    start: int
    end: int
    over: tuple[Numbered, ...]


def pieces_of(text: str, findings: Sequence[Numbered]) -> list[Piece]:
    """The whole text in order, each character once.

    >>> [(p.start, p.end) for p in pieces_of("abc", [])]
    [(0, 3)]
    """
    size = len(text)
    edges = {0, size} | {min(max(0, at), size) for n in findings for at in n.finding.span}
    waiting = sorted(findings, key=lambda n: n.finding.start, reverse=True)
    begun: list[Numbered] = []
    pieces = []
    for start, end in pairwise(sorted(edges)):
        while waiting and waiting[-1].finding.start <= start:
            begun.append(waiting.pop())
        begun = [n for n in begun if n.finding.end > start]
        pieces.append(Piece(start, end, _over(start, end, begun)))
    return pieces


def _over(start: int, end: int, findings: Sequence[Numbered]) -> tuple[Numbered, ...]:
    over = (n for n in findings if n.finding.start <= start and end <= n.finding.end)
    return tuple(sorted(over, key=lambda n: (_FIRST.index(n.finding.action), n.number)))
