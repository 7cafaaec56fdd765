"""Programmes of dates, and cards that have dates too."""

from __future__ import annotations

import pytest

from cleaner.signals.programme import is_programme, programmes
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
