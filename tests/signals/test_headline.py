"""The title of a text that was scraped already."""

from __future__ import annotations

import pytest

from cleaner import Options, clean
from cleaner.signals.headline import begins_behind, headline
from tests.made import PROSE, article

TITLE = "No ferry until June"
MENU = ("Sign in to your account here", "News from all of the county", "Sport and weather")


@pytest.mark.parametrize("suffix", [" | Island Gazette", " :: News :: gazette.example", ""])
@pytest.mark.parametrize("times", [1, 40])
def test_the_line_that_the_first_line_says_is_the_title(suffix: str, times: int) -> None:
    """However long the menu between them is, and whatever stands between title and text."""
    menu = [f"{line} {n}" for n in range(times) for line in MENU]
    below = ("The county cannot say what a new hull costs", "Jon Vik", "5 March 2024, 08:30")
    whole = article(TITLE + suffix, *menu, TITLE, *below, *PROSE, is_text=True)
    assert headline(whole) == TITLE


def test_without_a_copy_the_article_s_own_words_tell_the_title() -> None:
    title = "Divers found a crack in the ferry of the smaller island"
    others = ("The best places to eat tonight in the old harbour town", "Win a trip to the capital")
    whole = article(*MENU, title, *others, *PROSE, is_text=True)
    assert headline(whole) == title


def test_a_title_that_is_glued_to_itself_is_given_once() -> None:
    assert headline(article(TITLE + TITLE, *PROSE, is_text=True)) == TITLE


@pytest.mark.parametrize(
    "line", ["Monday, 2 January 2012", "Published: 5 March 2024, 08:30", "Home > News > Islands"]
)
def test_dates_and_paths_are_no_titles(line: str) -> None:
    assert headline(article(TITLE, line, *PROSE, is_text=True)) == TITLE


def test_lines_below_the_first_paragraph_are_no_titles() -> None:
    assert headline(article(*PROSE, TITLE, is_text=True)) == ""
    assert headline(article(TITLE, is_text=True)) == "", "without an article there is none"


def test_a_menu_s_name_for_opinion_does_not_begin_the_comments() -> None:
    """Lists of the day stand over the article, one of them of “Comments”, with times."""
    teasers = (
        "What the county does with the toll is a secret even to the county.",
        "Yesterday, 15:19",
        "Ferries were cheaper when they were still run by the post office.",
        "Yesterday, 11:58",
    )
    lines = (f"{TITLE} | Gazette", *MENU, PROSE[0], *teasers, "Comments", *teasers)
    whole = article(*lines, TITLE, *PROSE[1:], is_text=True)
    assert begins_behind(whole, lines.index("Comments"))
    text = clean("\n".join(block.text for block in whole), options=Options(source_kind="text")).text
    assert all(sentence in text for sentence in PROSE[1:])


def test_below_the_headline_comments_are_comments() -> None:
    lines = (f"{TITLE} | Gazette", TITLE, *PROSE, "Comments", "Well said!", TITLE)
    whole = article(*lines, is_text=True)
    assert not begins_behind(whole, lines.index("Comments"))


@pytest.mark.parametrize("rest", [PROSE[0][0].lower() + PROSE[0][1:], "and of the island."])
def test_the_beginning_of_a_sentence_is_no_title(rest: str) -> None:
    torn = "A crack in the hull, which nobody had seen in all of these years,"
    assert headline(article(torn[:-1], rest, *PROSE[1:], is_text=True)) == ""


def test_a_headline_may_stand_over_small_letters() -> None:
    assert headline(article(TITLE, "by Jon Vik", *PROSE, is_text=True)) == TITLE


@pytest.mark.parametrize(
    "rest",
    [
        ("nobody had seen in all of these", "years, and it was as long as a hand."),
        ("nobody had", "seen in all of", "these years, the divers", "said on the quay."),
    ],
)
def test_nor_is_the_first_line_of_a_wrapped_sentence(rest: tuple[str, ...]) -> None:
    torn = "A crack in the hull of the ferry, which"
    assert headline(article(TITLE, torn, *rest, *PROSE[1:], is_text=True)) == TITLE


def test_a_wrapped_title_is_no_sentence() -> None:
    lines = ("The county cannot say what a new", "hull for the ferry would cost", "Jon Vik")
    assert headline(article(*lines, *PROSE, is_text=True)) in lines[:2]
