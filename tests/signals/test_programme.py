"""Programmes of dates, and cards that have dates too."""

from __future__ import annotations

import pytest

from cleaner.signals.programme import is_programme, logs, programmes
from tests.made import block

RISING = (
    ("Veldmark, 9 June 2031", "Saint Odo, 16 June 2031", "Ravn, 23 June 2031", "Ås, 1 July 2031"),
    ("Sa., 1. März 2031", "Fischhalle", "Sa., 8. März 2031", "Sa., 15. März 2031", "2. Mai 2031"),
    ("2031-06-09", "20:00", "2031-06-16", "20:00", "2031-06-23", "20:00", "2031-07-14", "20:00"),
)


@pytest.mark.parametrize("lines", RISING)
def test_days_that_rise_are_a_programme(lines: tuple[str, ...]) -> None:
    assert is_programme([block(line) for line in lines])


@pytest.mark.parametrize("lines", [lines[::-1] for lines in RISING])
def test_the_newest_first_are_cards(lines: tuple[str, ...]) -> None:
    assert not is_programme([block(line) for line in lines])


def test_three_days_or_one_day_four_times_are_none() -> None:
    assert not is_programme([block(line) for line in RISING[0][:3]])
    assert not is_programme([block(RISING[0][0])] * 4)


def test_the_lines_of_the_last_entry_belong_to_it() -> None:
    entry = ("Fish Hall", "4 Wharf Street")
    lines = ["Rain fell.", *(line for day in RISING[0] for line in (day, *entry)), "Tickets"]
    assert list(programmes([block(line) for line in lines])) == [range(1, 13)]


def test_news_of_many_days_and_days_far_from_each_other_are_no_programme() -> None:
    assert not list(programmes([block(line) for line in RISING[0] * 40]))
    apart = [line for day in RISING[0] for line in (day, *["Rain fell on it."] * 6)]
    assert not list(programmes([block(line) for line in apart]))


ENTRIES = (
    ("15:42 GMT", "It is over", "Nine were for it, and two of them clapped.", "Share"),
    ("15:20 GMT", "A motion", "It asks for a van, and for somebody to drive it.", "Share"),
    ("9:05 am", "Letters", "A boy of eight has come to read his own.", "Share"),
)


@pytest.mark.parametrize("order", [1, -1])
def test_hours_that_all_fall_or_all_rise_over_sentences_are_a_log(order: int) -> None:
    lines = ["Rain fell.", *(line for entry in ENTRIES[::order] for line in entry), "Terms"]
    assert list(logs([block(line) for line in lines])) == [range(1, 13)]


@pytest.mark.parametrize(
    "entries",
    [
        (ENTRIES[0], ENTRIES[2], ENTRIES[1]),
        ENTRIES[:2],
        [(time, title) for time, title, *_ in ENTRIES],
        [("2 hours ago", *rest) for _, *rest in ENTRIES],
        [("15:42 99", *rest) for _, *rest in ENTRIES],
    ],
    ids=["no order", "two", "titles alone", "no hours", "no times"],
)
def test_other_lists_are_no_log(entries: tuple[tuple[str, ...], ...]) -> None:
    assert not list(logs([block(line) for entry in entries for line in entry]))


def test_news_beside_an_article_is_no_log() -> None:
    article = ["The council has met for the ninth time, and nobody knows what it has decided."] * 9
    lines = [*article, *(line for entry in ENTRIES for line in entry)]
    assert not list(logs([block(line) for line in lines]))
