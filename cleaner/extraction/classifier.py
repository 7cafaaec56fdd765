"""Which lines of a page read like its article: a small learned model over explained features.

It knows no host and no phrase of its own: only how long a line is, how it is worded, how it stands
among its neighbours and in the page's containers, and how much of what is around it was extracted.
"""

from __future__ import annotations

from array import array
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from statistics import median

from cleaner.document.article import Article
from cleaner.document.block import Block
from cleaner.extraction import context, features
from cleaner.extraction.block_context import BlockContext
from cleaner.extraction.candidates import of_article, of_page
from cleaner.extraction.containers import ContainerStats
from cleaner.extraction.model import Model
from cleaner.extraction.sequence import BlockSequence, Candidate
from cleaner.extraction.shipped import model
from cleaner.extraction.standfirst import standfirst
from cleaner.extraction.structures import Structures
from cleaner.reading.lines import Source
from cleaner.signals.other_stories import Reason

Matrix = list["array[float]"]
"""A row of features for each candidate that is judged."""
UNKNOWN = -1.0
"""The value of a feature that cannot be measured."""
SURE = 0.98
"""The score of a candidate that need not be judged."""
DOUBT = 0.2
"""The score from which a standfirst stays or comes back: editors differ over whether it is text."""
MAX_JUDGED = 10_000
"""With more to judge, what was extracted is taken as it is: no article has as many lines."""


@dataclass(frozen=True)
class Judgement:
    """Rows with their features and scores: how sure it is that each is article, 0 to 1."""

    sequence: BlockSequence
    judged: Sequence[int]
    """The candidates that were looked at, ascending; paragraphs among paragraphs need not be."""
    matrix: Matrix
    """Features of those candidates."""
    model: Model
    others: Mapping[int, Reason] = field(default_factory=dict)
    """Why lines of the page belong to other stories, by their number."""
    standfirst: Collection[int] = ()
    """Candidates that stand and read like one: sure, if the score does not speak against it."""
    stats: ContainerStats | None = None
    """The page's containers, by which structures are told, too; None for text."""

    @property
    def candidates(self) -> Sequence[Candidate]:
        """All candidates, judged or not."""
        return self.sequence.candidates

    @cached_property
    def usual(self) -> list[float]:
        """The median of each feature over the article's paragraphs; over all where none is."""
        chosen = [
            values
            for i, values in zip(self.judged, self.matrix, strict=True)
            if self.sequence.prose[i]
        ]
        return [median(column) for column in zip(*(chosen or self.matrix), strict=True)]

    @property
    def words_of_article(self) -> float:
        """Words of the paragraphs that were extracted, each weighed by its score."""
        sequence = self.sequence
        return sum(sequence.sizes[i] * self.scores[i] for i in sequence.prose_at)

    @cached_property
    def scores(self) -> list[float]:
        """A probability for each candidate."""
        scores = [SURE] * len(self.sequence)
        if self.judged:
            for i, score in zip(self.judged, self.model.scores(self.matrix).tolist(), strict=True):
                scores[i] = score
        for i in self.standfirst:
            scores[i] = SURE if scores[i] > DOUBT else scores[i]
        if self.stats:
            for i in list(Structures(self.sequence, scores, self.stats.verse).found()):
                scores[i] = SURE
        return scores


def judge_page(blocks: Sequence[Block], source: Source, title: str) -> Judgement:
    """Judge what was extracted from a page, and the page's other lines near it."""
    sequence, chosen = BlockSequence(of_page(blocks, source), title), model("page")
    judged = _judged(sequence)
    if len(judged) > MAX_JUDGED:
        taken = [candidate for candidate in sequence.candidates if candidate.extracted]
        return Judgement(BlockSequence(taken), [], [], chosen)
    stats = ContainerStats(sequence, source)
    matrix = page_matrix(sequence, stats, judged, chosen.features)
    first = standfirst(sequence, source)
    return Judgement(sequence, judged, matrix, chosen, stats.others, first, stats)


def _judged(sequence: BlockSequence) -> list[int]:
    return [i for i in range(len(sequence)) if not sequence.is_plain(i)]


def judge_text(article: Article) -> Judgement:
    """Judge the lines of a text that was scraped already."""
    sequence, chosen = BlockSequence(of_article(article), article.title), model("text")
    judged = _judged(sequence)
    if len(judged) > MAX_JUDGED:
        return Judgement(sequence, [], [], chosen)
    return Judgement(sequence, judged, text_matrix(sequence, judged, chosen.features), chosen)


def text_matrix(sequence: BlockSequence, judged: Sequence[int], names: Sequence[str]) -> Matrix:
    """For each candidate to be judged, its features by name, of those in `features.TEXT`."""
    functions = [features.TEXT[name] for name in names if name in features.TEXT]
    return [array("d", [f(sequence, i) for f in functions]) for i in judged]


def page_matrix(
    sequence: BlockSequence, stats: ContainerStats, judged: Sequence[int], names: Sequence[str]
) -> Matrix:
    """The same, followed by the features of `context.PAGE`; names must be in that order."""
    functions = [context.PAGE[name] for name in names if name in context.PAGE]
    nowhere = array("d", [UNKNOWN] * len(functions))
    return [
        row + (nowhere if at is None else array("d", [f(sequence, i, at) for f in functions]))
        for i, row in zip(judged, text_matrix(sequence, judged, names), strict=True)
        for one in [sequence.candidates[i]]
        for at in [BlockContext(one, stats) if one.line is not None else None]
    ]
