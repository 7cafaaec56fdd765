"""The judgement of each block, as plain data for the detectors."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial

from cleaner.article import Article, Verdict
from cleaner.judge import Judgement, judge_text
from cleaner.judge.reasons import because
from cleaner.judge.verdicts import PAGE, TEXT, Limits, Verdicts


def page_verdicts(judgement: Judgement) -> Mapping[int, Verdict]:
    """What the extracted lines of a page were judged to be, by the index of the block."""
    return _by_block(judgement, PAGE)


def text_verdicts(article: Article) -> Mapping[int, Verdict]:
    """What the lines of scraped text are judged to be, by the index of the block."""
    return _by_block(judge_text(article), TEXT)


def _by_block(judgement: Judgement, limits: Limits) -> Mapping[int, Verdict]:
    scene = judgement.scene
    verdicts = Verdicts(scene, judgement.scores, limits)
    return {
        row.block.index: Verdict(
            judgement.scores[i],
            scene.sizes[i],
            verdicts.goes(i),
            verdicts.is_doubtful(i),
            partial(because, judgement, i),
        )
        for i, row in enumerate(judgement.rows)
        if row.extracted
    }
