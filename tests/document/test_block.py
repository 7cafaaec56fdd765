"""A block by itself: what kind of line it is, as every detector sees it."""

from __future__ import annotations

import pytest

from cleaner.document.block import Block, Layout, Mark
from cleaner.document.finding import Sureness, certain, likely, possible
from tests.made import PROSE, block


@pytest.mark.parametrize(
    "text", [PROSE[0], f"{PROSE[0]} {PROSE[1]} Read more", f"{'Word ' * 24}follows:"]
)
def test_prose_is_a_full_sentence_or_more(text: str) -> None:
    assert block(text).is_prose


@pytest.mark.parametrize(
    "text",
    [
        "Too short a sentence.",
        PROSE[0][:-1],
        "Is the ferry back on the sea by the end of the week?",
        "舵はなぜ割れたのか？ 港の職人が語る「冬の海と鉄」の話とは",
    ],
)
def test_what_is_no_prose(text: str) -> None:
    assert not block(text).is_prose


def test_headings_cells_and_links_are_no_prose() -> None:
    assert not block(PROSE[0], tag="h2").is_prose
    assert not block(PROSE[0], tag="tr").is_prose
    assert not block(PROSE[0], linked=True).is_prose
    assert block(PROSE[0], tag="li").is_prose


def test_a_heading_is_what_the_markup_says() -> None:
    assert [block("Boats", tag=tag).is_heading for tag in ("h1", "h6", "p")] == [True, True, False]


def test_the_share_of_links_is_of_characters_and_never_more_than_all() -> None:
    assert block("Boats left", linked=True).link_share == 1
    half = Block(0, "Boats left", Layout(), (Mark(0, 5, "a", "/"), Mark(0, 9, "strong")))
    assert half.link_share == 0.5
    assert Block(0, "ab", Layout(), (Mark(0, 2, "a"), Mark(0, 2, "a"))).link_share == 1


def test_scripts_without_spaces_count_two_characters_as_a_word() -> None:
    assert block("two words").size == 2
    assert block("東京都庁").is_unspaced
    assert block("東京都庁").size == 2


def test_a_line_is_short_and_a_paragraph_is_not() -> None:
    assert block("word " * 24).is_short
    assert not block("word " * 25).is_short
    assert not block("w" * 801).is_short


def test_a_number_may_change_and_the_text_may_not() -> None:
    one = block("Boats")
    assert one.numbered(0) is one
    other = one.numbered(7, "seen again")
    assert (other.index, other.text, other.recovered, one.index) == (7, "Boats", "seen again", 0)


def test_a_finding_stands_over_a_part_or_the_whole_of_its_block() -> None:
    boats = block("Boats left")
    assert likely(boats, "why").is_whole
    part = possible(boats, "why", (6, 10))
    assert (part.text, part.is_whole, part.span) == ("left", False, (6, 10))
    assert certain(boats, "").sureness.rank < likely(boats, "").sureness.rank
    assert [each.rank for each in Sureness] == [0, 1, 2]


def test_a_reason_is_asked_for_once_it_is_read() -> None:
    found = likely(block("Boats"), "").but(reason=lambda: "seen")
    assert (found.because, found.explained().because) == ("", "seen")
    assert found.explained().reason is None
