"""The table of wording: what it learns of, and that it is read back as it was written."""

from __future__ import annotations

import json
from typing import Any

import pytest

from benchmarks.common.folds import fold_of
from cleaner.extraction.wording import Wording
from cleaner.text.words import words
from training.wording import Spoken, fitted, written

SITES = [f"site{n}.example" for n in range(30)]


def lines(site: str) -> list[Spoken]:
    said = [
        (f"The ferry of {site} fell behind on day {len(site)}", True),
        (f"Sign up for the letter of {site} Gazette", False),
    ]
    return [Spoken(site, site, words(text), is_article) for text, is_article in said]


@pytest.fixture(scope="module")
def table() -> dict[str, Any]:
    return fitted([line for site in SITES for line in lines(site)])


def test_lines_are_told_by_what_several_sites_say(table: dict[str, Any]) -> None:
    wording = Wording(table)
    assert wording.of(words("the ferry fell")) > 0 > wording.of(words("sign up"))


def test_names_of_one_site_have_no_weight(table: dict[str, Any]) -> None:
    known = {
        *table["words"],
        *table["pairs"],
        *(w for pair in table["pairs"].values() for w in pair),
    }
    assert not {site.partition(".")[0] for site in SITES} & known


def test_a_fold_that_is_left_out_is_not_seen() -> None:
    own = [line for site in SITES for line in lines(site)]
    other = [Spoken(s, s, ["weather", "map"], is_article=False) for s in SITES if fold_of(s) == 0]
    assert fitted(own + other, without=0) == fitted(own, without=0)
    assert "weather" in fitted(own + other, without=1)["words"]


def test_it_is_read_back_as_it_was_written(table: dict[str, Any]) -> None:
    assert json.loads(written(table)) == table
