"""How phrases of the lists must stand to be found, by the slot they are in."""

from __future__ import annotations

import pytest

from cleaner.text.lexicon import (
    WHOLE_LIMIT,
    kinds_with,
    phrases,
    scan,
    with_role,
    wordings,
)
from cleaner.text.words import fold


def found(text: str) -> set[tuple[str, str]]:
    return set(scan(fold(text)))


def said(text: str, kind: str, slot: str) -> list[str]:
    """The words of a text that were found for a slot."""
    return [text[hit.start : hit.end] for hit in scan(fold(text)).get((kind, slot), [])]


HEADING = ("related-items", "heading")


@pytest.mark.parametrize("text", ["You may also like", "YOU MAY ALSO LIKE:", "» You may also like"])
def test_a_heading_is_a_whole_block_but_for_signs(text: str) -> None:
    assert HEADING in found(text)


@pytest.mark.parametrize(
    "text", ["You may also like the ferry", "They say you may also like", "You may also liken it"]
)
def test_a_heading_is_none_within_a_sentence(text: str) -> None:
    assert HEADING not in found(text)


def test_a_phrase_with_a_gap_holds_any_words_there() -> None:
    assert HEADING in found("More from The Harbour Gazette")
    assert HEADING not in found("More from")
    assert HEADING not in found("More from " + "the " * (WHOLE_LIMIT // 4) + "sea")
    assert HEADING in found("3 More from The Harbour Gazette")


@pytest.mark.parametrize("text", ["You may also like", "More from The Harbour Gazette"])
def test_a_long_line_is_no_heading_whatever_it_says(text: str) -> None:
    assert HEADING in found(text + "!" * 9)
    assert HEADING not in found(text + "!" * WHOLE_LIMIT)


def test_a_count_is_part_of_a_phrase_where_its_slot_says_so() -> None:
    assert ("share-bar", "label") in found("Share 12")
    assert ("advert-label", "label") in found("Advertisement")
    assert ("advert-label", "label") not in found("Advertisement 12")


def test_an_opening_stands_at_the_start() -> None:
    assert said("By Jane Doe", "byline", "opening") == ["By"]
    assert said("— By Jane Doe", "byline", "opening") == ["By"]
    assert said("The boat went by Jane Doe", "byline", "opening") == []


def test_a_word_is_found_whole() -> None:
    assert said("Bystanders cheered", "byline", "opening") == []
    assert ("subscribe", "appeal") in found("They may sign up for our newsletter")
    assert ("subscribe", "appeal") not in found("They may resign up for our newsletter")


def test_an_appeal_is_found_where_it_stands_in_a_sentence() -> None:
    text = "Do not miss a story: Sign up for our newsletter today."
    assert said(text, "subscribe", "appeal")[0] == "Sign up for our newsletter"


def test_a_number_stands_where_the_phrase_has_its_gap() -> None:
    assert ("timestamp", "relative") in found("3 hours ago")
    assert ("timestamp", "relative") not in found("Many hours ago")


def test_scripts_without_spaces_are_searched_too() -> None:
    assert ("share-bar", "label") in found("分享")
    assert ("share-bar", "label") not in found("分享给你的朋友们的故事")


def test_lists_are_known_and_never_searched_for() -> None:
    assert "january" in phrases("timestamp", "month")["en"]
    assert not [slot for _, slot in found("January") if slot == "month"]


def test_the_longest_of_two_phrases_at_one_place_comes_first() -> None:
    text = "Sign up for our free newsletter"
    hits = said(text, "subscribe", "appeal")
    assert hits == sorted(hits, key=len, reverse=True)
    assert len(hits) > 1


def test_wordings_are_those_of_all_languages_as_blocks_have_them() -> None:
    assert {"share", "teilen", "分享"} <= wordings("share-bar", "label")
    assert all(fold(phrase) == phrase for phrase in wordings("share-bar", "label"))


def test_roles_and_slots_name_kinds() -> None:
    assert ("related-items", "heading") in with_role("ends-list")
    assert with_role("no such role") == frozenset()
    assert "share-bar" in kinds_with("label")
    assert kinds_with("no such slot") == []
