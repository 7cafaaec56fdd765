"""The judgement of each block, as plain data for the detectors."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from cleaner.document.article import Article
from cleaner.document.verdict import UNLIKE, Verdict
from cleaner.extraction.classifier import MAX_JUDGED, Judgement, judge_text
from cleaner.extraction.explanation import Reasons
from cleaner.extraction.limits import PAGE
from cleaner.extraction.selection import Selection
from cleaner.extraction.text_selection import TextSelection


def page_verdicts(judgement: Judgement) -> Mapping[int, Verdict]:
    """What the extracted lines of a page were judged to be, by the index of the block.

    A block that is no line of the page, such as one that a rule brings back, is not judged.
    """
    selection = Selection(judgement.sequence, judgement.scores, PAGE)
    return _by_block(judgement, selection, [c.line is not None for c in judgement.candidates])


def text_verdicts(article: Article) -> Mapping[int, Verdict]:
    """What the lines of scraped text are judged to be, by the index of the block."""
    judgement = judge_text(article)
    selection = TextSelection(judgement.sequence, judgement.scores)
    return _by_block(judgement, selection, [True] * len(judgement.candidates))


def _by_block(
    judgement: Judgement, verdicts: Selection, is_judged: Sequence[bool]
) -> Mapping[int, Verdict]:
    sequence = judgement.sequence
    if len(sequence) > MAX_JUDGED:
        return {}
    reasons = Reasons(judgement)
    found: dict[int, Verdict] = {}
    for i, candidate in enumerate(judgement.candidates):
        if candidate.extracted and is_judged[i]:
            drop, doubtful = verdicts.goes(i), verdicts.is_doubtful(i)
            explain = reasons.of(i) if drop or doubtful else _nothing_else
            size = sequence.sizes[i]
            found[candidate.block.index] = Verdict(
                judgement.scores[i], size, drop, doubtful, explain, verdicts.is_spared(i)
            )
    return found


def _nothing_else() -> str:
    return UNLIKE
