"""Gapped patterns: how they are written, and how their words must stand to be found."""

from __future__ import annotations

import time

import pytest

from cleaner.text.gapped import LONGEST, search
from cleaner.text.pattern import HEAD, Pattern, Step, parsed
from cleaner.text.pattern_index import list_of, numbers, pattern_at
from cleaner.text.words import fold


def said(text: str, kind: str = "disclaimer") -> list[str]:
    """The words of a text that were found for a kind."""
    return [text[hit.start : hit.end] for hit in search(fold(text)).get(kind, [])]


def test_a_pattern_is_classes_with_gaps_between() -> None:
    two = parsed("sign up/subscribe … newsletter*")
    assert two == Pattern(
        (Step(0, (("sign", "up"), ("subscribe",))), Step(6, (("newsletter*",),))), False, False
    )
    assert parsed("^ …2 we …9 commission*").steps[0].gap == 2
    assert parsed("^ …2 we …9 commission*").opens
    assert parsed("^ we …9 commission*").steps == (
        Step(0, (("we",),)),
        Step(9, (("commission*",),)),
    )
    assert parsed("本文 …4 建议").steps[1] == Step(4, (("建议",),))


def test_every_pattern_of_the_lists_has_words_in_each_step() -> None:
    assert len(numbers()) > 400
    for pattern, listed in ((pattern_at(n), list_of(n)) for n in numbers()):
        assert len(pattern.steps) > 1, listed
        for step in pattern.steps:
            assert all(wording and all(wording) for wording in step.wordings), listed
            stems = [wording[0] for wording in step.wordings if wording[0].endswith("*")]
            assert all(len(w) > HEAD or w >= "\uac00" for w in stems), listed


NOTICES = [
    "The opinions voiced in this column belong to the writer and do not reflect those of our site.",
    "Opinions in these letters are the writers' own and never, or not often, represent our paper.",
    "This guide is meant for general information only.",
    "Stories on this page are republished from publicly available sources.",
    "We might get a small cut when you buy something after a click here.",
    "Die Beiträge auf dieser Seite stellen ausdrücklich keine Anlageberatung dar.",
    "Мнение колумнистов может не совпадать с позицией редакции портала.",
    "以上内容不构成任何投资建议。",
    "이 글의 내용은 정보 제공을 위해 작성된 것이며, 투자를 권유하는 것이 아닙니다.",
    "บทความนี้จัดทำขึ้นเพื่อให้ข้อมูลเท่านั้น",
    "लेख में दी गई जानकारी केवल सामान्य सूचना के उद्देश्य से है।",
]


@pytest.mark.parametrize("text", NOTICES)
def test_words_in_order_are_found_whatever_stands_between(text: str) -> None:
    assert said(text)
    assert said("It rained. " + text)


NO_NOTICES = [
    "The guide walks us up the hill. It is, he shouts, for general information only.",
    "This guide, which has three hundred pages, nine maps and a picture of a goat on its cover, "
    "is, or so it seems to anybody who has carried it, for weak people only.",
    "Only general purposes and information are in this guide.",
    "The quayside guide, for the most part, is meant only",
]


@pytest.mark.parametrize("text", NO_NOTICES)
def test_words_of_two_sentences_too_far_apart_or_in_another_order_are_not(text: str) -> None:
    assert not said(text)


def test_a_label_before_a_sentence_does_not_count() -> None:
    assert said("A word to our readers: this guide is for general information only.")
    before = "Up on the hill behind the harbour we have found out that "
    assert not said(before + "this guide is for general information only.")


def test_a_later_first_word_is_as_good_as_an_earlier() -> None:
    far = "Links, and much more of what is said here today, and links, earn us a commission."
    assert not said(far)
    assert said("Links and more links on this page may earn us a commission.")


@pytest.mark.limits
@pytest.mark.parametrize("word", ["opinions ", "link ", "opinions author not ", "本文", "บทความ"])
def test_the_cost_of_a_text_grows_with_its_length_alone(word: str) -> None:
    def seconds(letters: int) -> float:
        start = time.process_time()
        for _ in range(LONGEST // letters):
            search((word * letters)[:letters])
        return time.process_time() - start

    search(word)
    assert min(seconds(LONGEST) for _ in range(3)) < 4 * min(
        seconds(LONGEST // 8) for _ in range(3)
    )


def test_a_text_longer_than_any_notice_is_not_searched() -> None:
    assert not said(NOTICES[0] + " And so on." * (LONGEST // 10))
