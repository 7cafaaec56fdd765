"""What speaks against an article, in words with a figure."""

from __future__ import annotations

import pytest

from cleaner import Options, clean
from cleaner.confidence.concerns import concerns_of
from cleaner.document.finding import Action, possible
from tests.confidence.made import Row, review
from tests.made import PROSE, block, of

GOOD = [Row(0.98)] * 5


def test_nothing_speaks_against_an_article_that_all_agree_on() -> None:
    assert concerns_of(review(*GOOD)) == ()
    assert concerns_of(review(*GOOD, Row(0.02, kept=False, voted=False))) == ()


def test_a_second_article_is_counted_whether_it_is_kept_or_not() -> None:
    other = [Row(0.97, kept=False, voted=False)] * 5
    left = concerns_of(review(*GOOD, *other, rival=(5, 10)))
    assert left == ("two articles on the page: 200 words of the other are left out",)
    kept = concerns_of(review(*GOOD, *[Row(0.85)] * 5, rival=(5, 10)))
    assert kept == ("two articles on the page: 200 words of the other are kept",)


def test_a_second_container_that_is_surely_kept_or_left_out_is_no_other_article() -> None:
    assert concerns_of(review(*GOOD, *GOOD, rival=(5, 10))) == ()
    other = [Row(0.05, kept=False, voted=False)] * 5
    assert concerns_of(review(*GOOD, *other, rival=(5, 10))) == ()


def test_a_second_container_of_few_words_is_no_article() -> None:
    assert concerns_of(review(*GOOD, Row(0.97), Row(0.97), rival=(5, 7))) == ()
    lines = [Row(0.97, words=5)] * 40
    assert concerns_of(review(*GOOD, *lines, rival=(5, 45))) == ()


def test_votes_that_disagree_are_told_by_share() -> None:
    rows = [Row(0.98)] * 6 + [Row(0.98, voted=False)] * 4
    assert concerns_of(review(*rows)) == ("the votes disagree about 40% of the words",)
    rows = [Row(0.98)] * 6 + [Row(0.01, kept=False)] * 4
    assert concerns_of(review(*rows)) == ("the votes disagree about 40% of the words",)
    assert concerns_of(review(*[Row(0.98)] * 9, Row(0.98, voted=False))) == ()


def test_a_page_on_which_trafilatura_failed_says_so() -> None:
    rows = [Row(0.98, voted=False)] * 5
    assert concerns_of(review(*rows)) == ("trafilatura found no article",)


@pytest.mark.parametrize("kept", [True, False])
def test_borders_are_uncertain_where_the_classifier_is(kept: bool) -> None:
    doubt = Row(0.5, words=30, kept=kept)
    assert concerns_of(review(*GOOD, doubt)) == ("the end is uncertain: 30 words",)
    assert concerns_of(review(doubt, *GOOD)) == ("the beginning is uncertain: 30 words",)
    assert concerns_of(review(*GOOD, doubt, *GOOD)) == ()


def test_an_article_of_which_nothing_is_sure() -> None:
    rows = [Row(0.5, words=60)] * 4
    assert concerns_of(review(*rows)) == ("the classifier is unsure of 240 words",)


def test_articles_of_few_words_and_of_links() -> None:
    assert concerns_of(review(Row(0.98, words=30))) == ("few words: 30",)
    rows = [Row(0.98, linked=True)] * 3 + [Row(0.98)] * 2
    assert concerns_of(review(*rows)) == ("mostly links: 60% of the words",)


def test_words_that_may_be_residue_are_told() -> None:
    text = " ".join(["old"] * 50)
    doubt = of("leftover", possible(block(text), "").but(action=Action.DOUBTFUL))
    told = concerns_of(review(*GOOD, findings=[doubt]))
    assert told == ("25% of the words may be residue",)


def test_scraped_text_is_told_of_its_words_alone() -> None:
    text = clean("\n\n".join(PROSE), options=Options(source_kind="text"))
    assert text.concerns == ()
    short = clean(PROSE[0], options=Options(source_kind="text"))
    assert short.concerns == ("few words: 15",)


def test_concerns_are_part_of_plain_data_where_there_are_any() -> None:
    assert clean(f"<p>{PROSE[0]}</p>").to_dict()["concerns"] == ["few words: 15"]
    assert "concerns" not in clean("".join(f"<p>{p}</p>" for p in PROSE)).to_dict()
