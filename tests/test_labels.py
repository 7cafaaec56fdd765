"""Labels for training: a page's lines aligned with its true text, in order."""

from __future__ import annotations

from benchmarks.common.alignment import label
from benchmarks.common.folds import FOLDS, fold_of, site_of

FIRST = "The ferry between the two islands was cancelled on Monday after a crack was found."
SECOND = "Nobody on the smaller island was surprised, and most had already done their shopping."
TRUTH = {"truth": f"{FIRST}\n\nShare\n\n{SECOND}"}


def test_what_the_truth_has_is_article_and_what_it_lacks_is_not() -> None:
    assert label([FIRST, "Order our tea towels today", SECOND], TRUTH) == [True, False, True]


def test_a_short_line_that_occurs_elsewhere_is_not_article() -> None:
    texts = ["Share", "Menu", FIRST, SECOND, "Share"]
    assert label(texts, {"truth": f"{FIRST} They share it. {SECOND}"})[0] is False
    assert label(texts, {"truth": f"{FIRST} They share it. {SECOND}"})[4] is False


def test_a_short_line_of_the_truth_is_article_once() -> None:
    assert label([FIRST, "Share", SECOND, "Share"], TRUTH).count(True) == 3


def test_a_long_text_may_stand_elsewhere_as_often_as_the_truth_has_it() -> None:
    assert label([SECOND, FIRST], TRUTH) == [True, True]
    assert label([FIRST, FIRST, SECOND], TRUTH).count(True) == 2


def test_snippets_label_whole_words_and_single_places() -> None:
    page = {"present": ["Mission", "crack was found"], "absent": ["Order our tea towels"]}
    texts = ["Emissionen sinken", FIRST, "Order our tea towels today", "Mission", "Mission"]
    assert label(texts, page) == [None, True, False, None, None]


def test_pages_of_one_site_are_in_one_fold() -> None:
    one, two = {"id": 1, "url": "https://www.a.co.uk/x"}, {"id": 2, "url": "http://news.a.co.uk/"}
    assert site_of(one) == site_of(two) == "a.co.uk"
    assert fold_of(site_of(one)) in range(FOLDS)
    assert site_of({"id": "seed"}) == "seed"
