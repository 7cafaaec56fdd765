"""A second look, at the best container, where nothing that was extracted reads like an article.

An extractor that takes a box of notices for the article, or the head of the site, leaves lines of
which the classifier is sure of none. The container that scores best is judged in its place then.
"""

from __future__ import annotations

from collections.abc import Sequence

from cleaner.document.block import Block
from cleaner.extraction.classifier import Judgement, judge_page
from cleaner.extraction.container_score import ContainerScores
from cleaner.extraction.recover import recover
from cleaner.reading.lines import Source

FEW = 25
"""Words of paragraphs, each weighed by its score, below which no article was extracted."""
MORE = 15
"""So many more of them has a container that holds one."""


def judge(blocks: Sequence[Block], source: Source, title: str) -> Judgement:
    """Judge what was extracted from a page, or its best container where that is none of it."""
    first = judge_page(blocks, source, title)
    if first.words_of_article >= FEW or not (within := _best_container(source)):
        return first
    second = judge_page(within, source, title)
    return second if second.words_of_article > first.words_of_article + MORE else first


def _best_container(source: Source) -> tuple[Block, ...]:
    """The lines of the container that scores best, less those that are mostly links."""
    scores = ContainerScores.of(source)
    lines = [n for n in source.body if scores.is_within(n) and not n.is_mostly_linked]
    reason = "a line of the best container: none of what trafilatura took reads like an article"
    return recover([n.block.numbered(i, reason) for i, n in enumerate(lines)], source)
