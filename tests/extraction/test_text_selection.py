"""Of scraped text, runs of headlines outside of the article."""

from __future__ import annotations

import pytest

from cleaner.document.article import Article
from cleaner.extraction.candidates import of_article
from cleaner.extraction.sequence import BlockSequence
from cleaner.extraction.text_selection import MANY, TextSelection, headline_runs
from cleaner.reading.text_blocks import blocks_of_text
from tests.made import PROSE

HEADLINE = "Harbour wall cracked again, say divers who lost an anchor"


def sequence_of(*lines: str) -> BlockSequence:
    return BlockSequence(of_article(Article(blocks_of_text("\n".join(lines)), is_text=True)))


def gone(*lines: str, score: float = 0.25) -> list[int]:
    """Which lines go where paragraphs are sure and the others have one score."""
    scores = [0.95 if line in PROSE else score for line in lines]
    selection = TextSelection(sequence_of(*lines), scores)
    return [i for i in range(len(lines)) if selection.goes(i)]


def test_many_headlines_behind_the_article_go() -> None:
    assert gone(*PROSE[:4], *[HEADLINE] * MANY) == list(range(4, 4 + MANY))


@pytest.mark.parametrize(
    ("lines", "score"),
    [
        ([HEADLINE] * (MANY - 1), 0.25),
        ([HEADLINE] * MANY, 0.4),
        (["two eggs and a lemon"] * MANY, 0.15),
        ([*[HEADLINE] * 6, PROSE[5], *[HEADLINE] * 6], 0.25),
    ],
    ids=["few", "unsure", "short lines", "around a paragraph"],
)
def test_what_is_no_run_of_headlines_stays(lines: list[str], score: float) -> None:
    assert not gone(*PROSE[:4], *lines, score=score)


def test_within_the_article_none_goes() -> None:
    assert not gone(*PROSE[:4], *[HEADLINE] * MANY, *PROSE[4:], *PROSE)


def test_a_line_that_the_model_is_sure_of_parts_a_run() -> None:
    sequence = sequence_of(*[HEADLINE] * 2 * MANY)
    scores = [0.2] * 2 * MANY
    scores[MANY - 1] = 0.9
    assert list(headline_runs(sequence, scores)) == [list(range(MANY, 2 * MANY))]
