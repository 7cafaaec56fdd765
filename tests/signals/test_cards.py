"""Cards of other articles: their titles and furniture, where their list ends, runs without one."""

from __future__ import annotations

import pytest

from cleaner.document.article import Article
from cleaner.document.block import Block
from cleaner.document.verdict import Verdict
from cleaner.signals.card_parts import is_furniture, is_title
from cleaner.signals.card_runs import link_runs, runs
from cleaner.signals.cards import is_stop, section_end
from tests.made import PROSE, article, block

TITLES = ("Bakery on the square opens again", "Library lends its first boat", "School wins a prize")


def listed(*lines: str | Block) -> list[str]:
    """What belongs to the list under the heading "Related" behind three paragraphs."""
    whole = article(*PROSE[:3], "# Related", *lines)
    return [b.text for b in whole.blocks[4 : section_end(whole, 3)]]


@pytest.mark.parametrize("text", [TITLES[0], "Who lends a boat?", "“We had no time”"])
def test_a_title_is_short_and_has_no_full_stop(text: str) -> None:
    assert is_title(block(text))


@pytest.mark.parametrize("text", ["Boats", "The bakery opens.", "Opening hours:", "word " * 29])
def test_what_is_no_title(text: str) -> None:
    assert not is_title(block(text))


def test_a_link_is_a_title_with_a_full_stop_too_and_a_row_never_is() -> None:
    assert is_title(block("The bakery opens again.", linked=True))
    assert not is_title(block("Bakery | opens again", tag="tr"))


@pytest.mark.parametrize(
    "text",
    [
        "Share",
        "3 min read",
        "Gazette 2024/03/05 08:30",
        "5 March 2024.",
        "TechKettleNovember 4, 2020",
        "La Gaceta del Valle25/11/2022 a las 18:52",
    ],
)
def test_furniture_of_cards(text: str) -> None:
    assert is_furniture(block(text))


@pytest.mark.parametrize("text", [TITLES[0], PROSE[0], "It closed on 5 March 2024."])
def test_what_is_no_furniture(text: str) -> None:
    assert not is_furniture(block(text))


def test_another_section_of_residue_stops_a_list() -> None:
    assert is_stop(block("3 Comments"))
    assert not is_stop(block(TITLES[0]))
    assert listed(*TITLES, "3 Comments", "Well said!") == [*TITLES]


def test_a_list_goes_to_the_end_where_nothing_resumes() -> None:
    assert listed(*TITLES) == [*TITLES]


def test_a_list_ends_where_prose_resumes() -> None:
    assert listed(*TITLES, *PROSE[3:6]) == [*TITLES]


def test_a_subheading_over_the_prose_that_resumes_belongs_to_the_prose() -> None:
    assert listed(*TITLES, "# Repairs", *PROSE[3:6]) == [*TITLES]
    assert listed(*TITLES, block("Repairs", tag="h4"), *PROSE[3:6]) == [*TITLES]


def test_an_excerpt_between_a_title_and_furniture_belongs_to_its_card() -> None:
    card = (TITLES[0], PROSE[5], "Share")
    assert listed(*card, TITLES[1]) == [*card, TITLES[1]]
    assert listed(*card, *PROSE[3:5]) == [*card]


def test_a_heading_over_prose_has_no_list() -> None:
    assert listed(*PROSE[3:6]) == []
    assert listed(PROSE[3], *TITLES) == []


def test_linked_titles_end_with_the_links() -> None:
    links = [f"> {title}" for title in TITLES]
    assert listed(*links, PROSE[3], PROSE[4]) == [*TITLES]


TORN = (
    ("The money for the repair of the ferry is to come from the", "county", "and not from fares."),
    ("The repair goes to a yard in", "Stavanger", ", which has built the ferry as well"),
    ("The crack was found by divers who had", "looked at the hull. Nobody else had seen it yet"),
)


@pytest.mark.parametrize("torn", TORN)
def test_a_sentence_that_a_scrape_cut_at_its_links_ends_a_list(torn: tuple[str, ...]) -> None:
    """Before a paragraph, however far behind the article's middle the list stands."""
    lines = (*PROSE[:5], "Related", *TITLES, *torn, PROSE[5])
    assert section_end(article(*lines, is_text=True), 5) == 6 + len(TITLES)
    assert section_end(article(*lines), 5) > 6 + len(TITLES), "a page is not cut at links"


@pytest.mark.parametrize(
    "rest", ["on Friday, January 13th", "by Jon Vik", "more", "Stavanger", "From the yard."]
)
def test_titles_are_no_sentences_that_were_cut(rest: str) -> None:
    whole = article(*PROSE[:5], "Related", TITLES[0], rest, TITLES[1], rest, is_text=True)
    assert section_end(whole, 5) == len(whole.blocks)


def cards(*titles: str) -> list[str]:
    return [line for title in titles for line in (title, "Gazette 2024/03/05 08:30", "Share")]


def test_cards_that_follow_on_one_another_are_a_run_without_a_heading() -> None:
    whole = article(*PROSE, *cards(*TITLES))
    assert list(runs(whole)) == [(len(PROSE), len(whole.blocks))]


@pytest.mark.parametrize(("copies", "is_run"), [(1, True), (6, False)])
def test_an_excerpt_is_no_long_paragraph(copies: int, is_run: bool) -> None:
    """A list of people, with a time and a button under each name, is no list of cards."""
    excerpts = [" ".join(text for _ in range(copies)) for text in PROSE[3:]]
    lines = [
        line
        for title, excerpt in zip(TITLES, excerpts, strict=True)
        for line in (title, "Gazette 2024/03/05 08:30", excerpt, "Share")
    ]
    whole = article(*PROSE, *PROSE, *PROSE, *lines)
    assert bool(list(runs(whole))) is is_run


def test_one_card_and_cards_before_the_prose_are_no_run() -> None:
    assert list(runs(article(*PROSE, *cards(TITLES[0])))) == []
    assert list(runs(article(*cards(*TITLES), *PROSE))) == []


def test_a_card_has_a_source_with_its_time_or_its_title_twice() -> None:
    once = [line for title in TITLES for line in (title, "Share")]
    twice = [line for title in TITLES for line in (title, title, "Share")]
    assert list(runs(article(*PROSE, *once))) == []
    assert list(runs(article(*PROSE, *twice))) == [(len(PROSE), len(PROSE) + len(twice))]


def of_links(*lines: str) -> list[tuple[int, int]]:
    whole: Article = article(*PROSE[:2], *lines)
    return list(link_runs(whole))


def test_three_links_to_the_same_site_after_the_prose_are_a_run() -> None:
    links = [f"> {title}" for title in TITLES]
    assert of_links(*links) == [(2, 5)]
    assert of_links(*links[:2], "Not linked") == []


def test_a_sentence_that_introduces_links_keeps_them() -> None:
    assert of_links("What else to read:", *(f"> {title}" for title in TITLES)) == []


SENTENCE = (
    "If only goats could vote! The mayor of Grimsby opens a can of herring for her winter guests."
)


@pytest.mark.parametrize(
    ("over", "under", "sure", "ends"),
    [
        (24, 9, -1, False),  # the list goes on behind the sentence
        (9, 9, -1, True),  # a short list
        (24, 3, -1, True),  # not much comes behind it
        (24, 9, 9, True),  # the classifier is sure of a line behind it
    ],
)
def test_a_sentence_in_a_long_list(over: int, under: int, sure: int, *, ends: bool) -> None:
    first = [f"The {n}th boat of the winter leaves" for n in range(over)]
    lines = (*PROSE[:5], "Related", *first, SENTENCE, *TITLES * (under // 3), PROSE[5])
    behind = len(lines) - under + sure - 1
    verdicts = {behind: Verdict(0.99, 9, False, False, str)} if sure >= 0 else {}
    whole = article(*lines, SENTENCE, is_text=True, verdicts=verdicts)
    assert (section_end(whole, 5) == 6 + over) is ends
