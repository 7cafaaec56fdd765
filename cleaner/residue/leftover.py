"""What has no name: lines that a small learned model takes for something else than the article.

Seen as: promotion after the last paragraph, teasers without a heading, forms, lists of other
pages, in any wording.

Kept: all that the model is not sure of; prose between the article's borders nearly always.
"""

from __future__ import annotations

from collections.abc import Iterator

from cleaner.article import Article
from cleaner.finding import Finding, likely, possible
from cleaner.judge import Judgement, judge_text
from cleaner.judge.reasons import UNLIKE, Reasons
from cleaner.judge.verdicts import PAGE, TEXT, Verdicts

LEAST_PROSE, MOST, MOST_OF_TEXT = 4, 0.25, 0.6
"""Paragraphs from which there is an article to compare with; the shares of its words that may go:
a scrape of all visible text is residue for a good part."""


def find(article: Article) -> Iterator[Finding]:
    """Blocks that are judged not to be article."""
    if len(article.prose) < LEAST_PROSE:
        return
    judged = _judged(article)
    if judged is None:
        return
    verdicts = Verdicts(judged.scene, judged.scores, TEXT if article.is_text else PAGE)
    here = {block.index: block for block in article}
    mine = [i for i, row in enumerate(judged.rows) if row.extracted and row.block.index in here]
    goes = {i for i in mine if verdicts.goes(i)}
    most = MOST_OF_TEXT if article.is_text else MOST
    sure = likely if _share(goes, mine, judged) <= most else possible
    reasons = Reasons(judged)
    for i in mine:
        block = here[judged.rows[i].block.index]
        if i in goes:
            yield sure(block, UNLIKE).but(reason=reasons.of(i))
        elif verdicts.is_doubtful(i):
            yield possible(block, UNLIKE).but(reason=reasons.of(i))


def _share(goes: set[int], every: list[int], judged: Judgement) -> float:
    """The share of the words that would go: of verse and of recipes the model knows too little."""
    sizes = judged.scene.sizes
    return sum(sizes[i] for i in goes) / max(1.0, sum(sizes[i] for i in every))


def _judged(article: Article) -> Judgement | None:
    """The judgement of the page; of the text itself, where it was scraped already."""
    return judge_text(article) if article.is_text else article.judgement
