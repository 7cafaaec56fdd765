"""Reviews of made pages: a row for each candidate."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from cleaner.confidence.review import Review
from cleaner.document.evidence import Evidence
from cleaner.document.finding import Finding
from tests.made import block


class Row(NamedTuple):
    """A candidate of so many words."""

    score: float
    words: int = 40
    kept: bool = True
    voted: bool = True
    linked: bool = False


def sentence(words: int) -> str:
    """So many words that are prose, if they are enough."""
    return "The " + "old " * (words - 2) + "ferry."


def review(*rows: Row, rival: tuple[int, int] = (0, 0), findings: Sequence[Finding] = ()) -> Review:
    """The review of a page; rival: lines of a second container that scores nearly as well."""
    blocks = [block(sentence(row.words), i, linked=row.linked) for i, row in enumerate(rows)]
    evidence = Evidence(
        scores=[row.score for row in rows],
        sizes=[float(row.words) for row in rows],
        blocks=[i if row.kept else -1 for i, row in enumerate(rows)],
        lines=list(range(len(rows))),
        judged=[True] * len(rows),
        voted=[row.voted for row in rows],
        foreign=[0.5] * len(rows),
        core=(0, len(rows)),
        core_letters=sum(len(b.text) for b in blocks),
        rival=0.8 if rival[1] else 0.0,
        rival_lines=rival,
    )
    kept = [b.on_line(b.index) for b, row in zip(blocks, rows, strict=True) if row.kept]
    return Review(evidence, kept, findings, 1.0)
