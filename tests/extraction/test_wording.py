"""How a line is worded, by words and pairs that stand on several sites."""

from __future__ import annotations

import pytest

from cleaner.extraction.shipped import wording
from cleaner.extraction.wording import MAX_WORDS, Wording, spoken
from cleaner.text.words import words

TABLE = Wording(
    {
        "provenance": {},
        "words": {"river": 2.0, "0": 1.0},
        "pairs": {"": {"share": -4.0}, "the": {"river": 1.0, "link": -3.0}},
    }
)


def test_weights_of_words_and_pairs_are_summed_by_the_root_of_the_length() -> None:
    assert TABLE.of(words("The river")) == pytest.approx((2 + 1) / 8**0.5)
    assert TABLE.of(words("Share the link")) == pytest.approx((-4 - 3) / 10**0.5)
    assert TABLE.of(words("Chapter 12")) == TABLE.of(words("Chapter 7")) > 0


def test_what_is_not_known_says_nothing() -> None:
    assert TABLE.of([]) == TABLE.of(words("Zwei Boote fuhren")) == 0


def test_a_long_line_is_judged_by_its_beginning() -> None:
    assert len(spoken(["word"] * 10**6)) == MAX_WORDS + 2
    assert TABLE.of(["dam"] * MAX_WORDS + ["river"]) == 0


@pytest.mark.parametrize(
    ("around", "article"),
    [
        (
            "Get our best stories in your inbox every morning. Sign up for the newsletter now.",
            "The council bought two pumps in May, and by June the lower town was dry again.",
        ),
        (
            "Melden Sie sich für unseren Newsletter an und lesen Sie alle Artikel mit dem Abo.",
            "Der Rat kaufte im Mai zwei Pumpen, und im Juni war die Unterstadt wieder trocken.",
        ),
        (
            "Abonnez-vous à notre newsletter pour recevoir tous nos articles chaque semaine.",
            "La commune a acheté deux pompes en mai, et la ville basse était sèche en juin.",
        ),
    ],
)
def test_an_appeal_is_worded_otherwise_than_an_article(around: str, article: str) -> None:
    assert wording().of(words(around)) < 0 < wording().of(words(article))
