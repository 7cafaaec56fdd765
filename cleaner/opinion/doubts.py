"""The blocks in doubt of a page: those that another look may give another fate.

In doubt are blocks that a finding doubts, and those of which the classifier is unsure, whether they
stay, went, or never were taken. Blocks go or stay as wholes: what was cut in part is not asked.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence, Set
from dataclasses import dataclass

from cleaner.confidence.review import HIGH, LOW
from cleaner.document.article import Article
from cleaner.document.block import Block
from cleaner.document.finding import Action, Finding, Sureness, possible
from cleaner.opinion.decided import Decided
from cleaner.reading.line import Line
from cleaner.residue import kinds

UNNAMED = "leftover"
"""The kind of lines that only the classifier doubts."""
EVEN = 0.5
"""How likely a block is article of which no score is known."""
_UNSURE = "the classifier is unsure of it"
_CARRIED = (Action.STRIPPED, Action.AGREED)


@dataclass(frozen=True)
class Doubt:
    """A block in doubt."""

    block: Block
    fate: str
    """`kept`, `stripped` or `outside`."""
    weight: float
    """Words that are expected to have the wrong fate: the heaviest blocks are asked first."""
    findings: tuple[Finding, ...] = ()
    """All over it, the one that says why it goes, or may go, first."""

    @property
    def named(self) -> Finding:
        """The finding over all of it that says what it may be; that it is unsure, where none is."""
        if self.findings and self.findings[0].is_whole:
            return self.findings[0].explained()
        return possible(self.block, _UNSURE).but(kind=UNNAMED)


def doubts_of(decided: Decided, lines: Sequence[Line], ruled: Set[str]) -> list[Doubt]:
    """All doubts of a page, in page order.

    lines: the page's own; none of text. ruled: kinds that the caller keeps or strips, which are
    not in doubt.
    """
    scores = _scores(decided.whole)
    by_block: dict[int, list[Finding]] = defaultdict(list)
    for f in decided.findings:
        by_block[f.block.index].append(f)
    stays = {block.index: block for block in decided.body}
    inside = (
        _doubt(block, stays.get(block.index), by_block[block.index], scores.get(block.index))
        for block in decided.whole
        if not decided.whole.kept_by(block) and not _is_ruled(by_block[block.index], ruled)
    )
    found = [doubt for doubt in inside if doubt is not None]
    return sorted((*found, *_outside(decided.whole, lines)), key=_place)


def _place(doubt: Doubt) -> tuple[int, int]:
    return doubt.block.line, doubt.block.index


def _is_ruled(findings: Sequence[Finding], ruled: Set[str]) -> bool:
    """Whether the caller, or what is known of the site, has decided of a block."""
    return any(
        f.kind in ruled or (kinds()[f.kind].is_of_site and f.action in _CARRIED) for f in findings
    )


def _scores(article: Article) -> Mapping[int, float]:
    """How likely each block of the extraction is article, by its index."""
    known = article.evidence
    if known is None:
        return {index: verdict.score for index, verdict in article.verdicts.items()}
    return {i: s for i, s in zip(known.blocks, known.scores, strict=True) if i >= 0}


def _doubt(
    block: Block, stays: Block | None, findings: Sequence[Finding], score: float | None
) -> Doubt | None:
    """What is in doubt of a block of the extraction, if anything."""
    carried = [f for f in findings if f.action in _CARRIED]
    if stays is not None:
        return None if carried else _of_kept(block, findings, score)
    whole = [f.is_whole for f in carried if f.action is Action.STRIPPED]
    if whole != [True] or any(f.sureness is Sureness.CERTAIN for f in carried):
        return None
    unsure = score is not None and score > LOW
    if not unsure and not any(f.sureness is Sureness.POSSIBLE for f in carried):
        return None
    chance = EVEN if score is None else score
    return Doubt(block, "stripped", chance * block.size, _weightiest_first(findings))


def _of_kept(block: Block, findings: Sequence[Finding], score: float | None) -> Doubt | None:
    chance = 1 - (EVEN if score is None else score)
    if any(f.is_whole for f in findings):
        chance = max(EVEN, chance)
    elif score is None or score >= HIGH:
        return None
    return Doubt(block, "kept", chance * block.size, _weightiest_first(findings))


def _weightiest_first(findings: Sequence[Finding]) -> tuple[Finding, ...]:
    """The finding that took all of a block, or would have, before others."""
    return tuple(sorted(findings, key=lambda f: (f.action is not Action.STRIPPED, not f.is_whole)))


def _outside(article: Article, lines: Sequence[Line]) -> Iterator[Doubt]:
    """Lines that were not taken and may be article."""
    known = article.evidence
    for index, number, score in zip(
        *((known.blocks, known.lines, known.scores) if known else ((), (), ())), strict=True
    ):
        if index < 0 <= number < len(lines) and score > LOW:
            block = lines[number].block.on_line(number)
            yield Doubt(block, "outside", score * block.size)
