"""The judgement of each block, as plain data for the detectors."""

from __future__ import annotations

from collections.abc import Mapping

from cleaner.document.article import UNLIKE, Article, Verdict
from cleaner.extraction.classifier import Judgement, judge_text
from cleaner.extraction.explanation import Reasons
from cleaner.extraction.selection import PAGE, TEXT, Limits, Selection


def page_verdicts(judgement: Judgement) -> Mapping[int, Verdict]:
    """What the extracted lines of a page were judged to be, by the index of the block."""
    return _by_block(judgement, PAGE)


def text_verdicts(article: Article) -> Mapping[int, Verdict]:
    """What the lines of scraped text are judged to be, by the index of the block."""
    return _by_block(judge_text(article), TEXT)


def _by_block(judgement: Judgement, limits: Limits) -> Mapping[int, Verdict]:
    sequence = judgement.sequence
    verdicts, reasons = Selection(sequence, judgement.scores, limits), Reasons(judgement)
    found: dict[int, Verdict] = {}
    for i, candidate in enumerate(judgement.candidates):
        if candidate.extracted:
            drop, doubtful = verdicts.goes(i), verdicts.is_doubtful(i)
            explain = reasons.of(i) if drop or doubtful else _nothing_else
            size = sequence.sizes[i]
            found[candidate.block.index] = Verdict(
                judgement.scores[i], size, drop, doubtful, explain
            )
    return found


def _nothing_else() -> str:
    return UNLIKE
