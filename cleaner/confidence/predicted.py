"""The confidence of a page: the word F1 that its article is predicted to have, and concerns."""

from __future__ import annotations

from collections.abc import Sequence

from cleaner.confidence.concerns import concerns_of, concerns_of_text
from cleaner.confidence.measures import MEASURES
from cleaner.confidence.review import Review, doubtful_words
from cleaner.document.article import Article
from cleaner.document.block import Block
from cleaner.document.finding import Finding
from cleaner.extraction.shipped import model
from cleaner.outcome import beyond_doubt


def confidence_of(
    article: Article, kept: Sequence[Block], findings: Sequence[Finding]
) -> tuple[float, tuple[str, ...]]:
    """How much of an article is right, 0 to 1, and what speaks against it, in words.

    Of text, fragments and what is empty: the share of the words whose fate is beyond doubt.
    """
    review = review_of(article, kept, findings)
    if review is None:
        told = concerns_of_text(kept, doubtful_words(findings))
        return beyond_doubt(article, findings), told
    return predicted(review), concerns_of(review)


def review_of(
    article: Article, kept: Sequence[Block], findings: Sequence[Finding]
) -> Review | None:
    """The review of a page whose lines were judged; None of others, and where nothing is kept."""
    if article.evidence is None or not kept:
        return None
    return Review(article.evidence, kept, findings, beyond_doubt(article, findings))


def predicted(review: Review) -> float:
    """Word F1 as predicted, 0 to 1: means over pages like it."""
    chosen = model("confidence")
    row = [MEASURES[name](review) for name in chosen.features]
    return float(chosen.scores([row])[0])
