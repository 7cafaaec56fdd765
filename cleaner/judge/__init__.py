"""Which lines of a page read like its article: a small learned model over explained features.

It knows no host and no phrase: only how long a line is, how it stands among its neighbours and in
the page's containers, and how much of what is around it was extracted.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from cleaner.article import Article, Block
from cleaner.judge import features, rows, standing
from cleaner.judge.ground import Ground, Standing
from cleaner.judge.model import Model, model
from cleaner.judge.scene import Row, Scene
from cleaner.source import Source

UNKNOWN = -1.0
"""The value of a feature that cannot be measured."""


@dataclass(frozen=True)
class Judgement:
    """Rows with their features and scores: how sure it is that each is article, 0 to 1."""

    scene: Scene
    matrix: list[list[float]]
    model: Model

    @property
    def rows(self) -> Sequence[Row]:
        """What was judged."""
        return self.scene.rows

    @cached_property
    def scores(self) -> list[float]:
        """A probability for each row."""
        scores: list[float] = self.model.scores(self.matrix).tolist() if self.matrix else []
        return scores


def judge_page(blocks: Sequence[Block], source: Source, title: str) -> Judgement:
    """Judge what was extracted from a page, and the page's other lines near it."""
    scene = Scene(rows.of_page(blocks, source), title)
    return Judgement(scene, page_matrix(scene, source), model("page"))


def judge_text(article: Article) -> Judgement:
    """Judge the lines of a text that was scraped already."""
    scene = Scene(rows.of_article(article), article.title)
    return Judgement(scene, text_matrix(scene), model("text"))


def text_matrix(scene: Scene) -> list[list[float]]:
    """The features of `features.TEXT` for each row."""
    functions = list(features.TEXT.values())
    return [[f(scene, i) for f in functions] for i in range(len(scene))]


def page_matrix(scene: Scene, source: Source) -> list[list[float]]:
    """The features of `features.TEXT` and `standing.PAGE` for each row."""
    if not scene.rows:
        return []
    ground = Ground(scene, source)
    return [row + _page_row(scene, i, ground) for i, row in enumerate(text_matrix(scene))]


def _page_row(scene: Scene, i: int, ground: Ground) -> list[float]:
    if scene.rows[i].line is None:
        return [1.0] + [UNKNOWN] * (len(standing.PAGE) - 1)
    at = Standing(scene.rows[i], ground)
    return [f(scene, i, at) for f in standing.PAGE.values()]
