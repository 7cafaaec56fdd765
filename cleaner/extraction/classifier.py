"""Which lines of a page read like its article: a small learned model over explained features.

It knows no host and no phrase of its own: only how long a line is, how it stands among its
neighbours and in the page's containers, and how much of what is around it was extracted.
"""

from __future__ import annotations

from array import array
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from statistics import median

from cleaner.document.article import Article
from cleaner.document.block import Block
from cleaner.extraction import candidates as rows
from cleaner.extraction import context as standing
from cleaner.extraction import features
from cleaner.extraction.containers import Ground, Standing
from cleaner.extraction.model import Model, model
from cleaner.extraction.sequence import Row, Scene
from cleaner.reading.lines import Source

Matrix = list["array[float]"]
"""A row of features for each row that is judged."""
UNKNOWN = -1.0
"""The value of a feature that cannot be measured."""
SURE = 0.98
"""The score of a row that need not be judged."""
MAX_JUDGED = 10_000
"""With more rows to judge, what was extracted is taken as it is: no article has as many lines."""


@dataclass(frozen=True)
class Judgement:
    """Rows with their features and scores: how sure it is that each is article, 0 to 1."""

    scene: Scene
    judged: Sequence[int]
    """The rows that were looked at, ascending; paragraphs among paragraphs need not be."""
    matrix: Matrix
    """Features of those rows."""
    model: Model

    @property
    def rows(self) -> Sequence[Row]:
        """All rows, judged or not."""
        return self.scene.rows

    @cached_property
    def usual(self) -> list[float]:
        """The median of each feature over the article's paragraphs; over all where none is."""
        chosen = [
            values
            for i, values in zip(self.judged, self.matrix, strict=True)
            if self.scene.prose[i]
        ]
        return [median(column) for column in zip(*(chosen or self.matrix), strict=True)]

    @cached_property
    def scores(self) -> list[float]:
        """A probability for each row."""
        scores = [SURE] * len(self.scene)
        if self.judged:
            for i, score in zip(self.judged, self.model.scores(self.matrix).tolist(), strict=True):
                scores[i] = score
        return scores


def judge_page(blocks: Sequence[Block], source: Source, title: str) -> Judgement:
    """Judge what was extracted from a page, and the page's other lines near it."""
    scene, chosen = Scene(rows.of_page(blocks, source), title), model("page")
    judged = _judged(scene)
    if len(judged) > MAX_JUDGED:
        return Judgement(Scene([row for row in scene.rows if row.extracted]), [], [], chosen)
    return Judgement(scene, judged, page_matrix(scene, source, judged, chosen.features), chosen)


def _judged(scene: Scene) -> list[int]:
    return [i for i in range(len(scene)) if not scene.is_plain(i)]


def judge_text(article: Article) -> Judgement:
    """Judge the lines of a text that was scraped already."""
    scene, chosen = Scene(rows.of_article(article), article.title), model("text")
    judged = _judged(scene)
    if len(judged) > MAX_JUDGED:
        return Judgement(scene, [], [], chosen)
    return Judgement(scene, judged, text_matrix(scene, judged, chosen.features), chosen)


def text_matrix(scene: Scene, judged: Sequence[int], names: Sequence[str]) -> Matrix:
    """For each row to be judged, its features by name, of those in `features.TEXT`."""
    functions = [features.TEXT[name] for name in names if name in features.TEXT]
    return [array("d", [f(scene, i) for f in functions]) for i in judged]


def page_matrix(
    scene: Scene, source: Source, judged: Sequence[int], names: Sequence[str]
) -> Matrix:
    """The same, followed by the features of `standing.PAGE`; names must be in that order."""
    if not judged:
        return []
    ground = Ground(scene, source)
    functions = [standing.PAGE[name] for name in names if name in standing.PAGE]
    nowhere = array("d", [UNKNOWN] * len(functions))
    return [
        row + (nowhere if at is None else array("d", [f(scene, i, at) for f in functions]))
        for i, row in zip(judged, text_matrix(scene, judged, names), strict=True)
        for at in [Standing(scene.rows[i], ground) if scene.rows[i].line is not None else None]
    ]
