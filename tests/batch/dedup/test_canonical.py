"""Which copy is kept, and the reason: each rule, and what the next one does with what it leaves."""

from __future__ import annotations

from dataclasses import replace

import pytest

pytest.importorskip("rensa")

from cleaner.batch.dedup.canonical import is_site_of
from cleaner.batch.dedup.duplicates import Copy, find_duplicates, signature
from cleaner.batch.dedup.origin import Origin
from cleaner.text.words import words
from tests.batch.dedup.stories import FERRY

STAY = "https://www.harbourgazette.com/ferry"
LATER = "https://repostly.example/1"
ISO = "+00:00"


def made(number: int, text: str = FERRY, url: str | None = None, **origin: str) -> Copy:
    return Copy(number, f"p{number}", url, signature(text), len(words(text)), Origin(**origin))


def chosen(batch: list[Copy]) -> dict[int, tuple[str, str]]:
    """Of each copy the one that is kept, and why."""
    return {place: (found.of, found.because) for place, found in find_duplicates(batch).items()}


LONGER = f"{FERRY}\n\nThe mayor had nothing to add, and neither had the operator of the ferry."


def test_the_named_publisher_is_kept_before_all_others() -> None:
    found = chosen(
        [
            made(0, LONGER, LATER, publisher="The Harbour Gazette", published="2024-03-01"),
            made(1, FERRY, STAY, canonical=LATER, published="2024-03-05"),
            made(2, LONGER),
        ]
    )
    because = "the original: “The Harbour Gazette” is named as first publisher"
    assert found == {0: ("p1", because), 2: ("p1", because)}


def test_the_target_of_canonical_links_is_kept() -> None:
    link = "http://harbourgazette.com/ferry/#top"
    found = chosen(
        [
            made(0, LONGER, LATER, canonical=link, published="2024-03-01"),
            made(1, FERRY, STAY, canonical=STAY, published="2024-03-05"),
            made(2, LONGER, "https://newsmirror.example/7"),
        ]
    )
    assert found == {
        0: ("p1", "canonical link of this page points to it"),
        2: ("p1", "canonical links of other copies point to it"),
    }


def test_the_earliest_is_kept() -> None:
    early, late = f"2024-03-01T05:00:00{ISO}", f"2024-03-01T07:00:00{ISO}"
    found = chosen([made(0, LONGER, published=late), made(1, published=early)])
    assert found == {0: ("p1", f"published first ({early})")}


@pytest.mark.parametrize("dates", [("2024-03-01", ""), ("2024-03-01", f"2024-03-01T05:00:00{ISO}")])
def test_dates_that_cannot_be_compared_decide_nothing(dates: tuple[str, str]) -> None:
    batch = [made(n, published=date) for n, date in enumerate(dates)]
    assert chosen(batch) == {1: ("p0", "came first")}


def test_the_most_complete_is_kept() -> None:
    because = (
        f"the most complete copy ({len(words(LONGER))} words, this page has {len(words(FERRY))})"
    )
    assert chosen([made(0), made(1, LONGER)]) == {0: ("p1", because)}


def test_the_first_in_the_batch_is_kept() -> None:
    found = chosen([made(7), made(3), made(5)])
    assert found == dict.fromkeys((5, 7), ("p3", "came first"))


def test_the_same_page_twice() -> None:
    found = chosen([made(0, FERRY, STAY), made(1, FERRY, STAY)])
    assert found == {1: ("p0", "the same page came twice: same address, same text")}


def test_what_an_earlier_run_kept_is_kept_before_all_others() -> None:
    named = made(0, LONGER, STAY, published="2024-03-01")
    before = replace(made(1, FERRY, LATER, publisher="The Harbour Gazette"), earlier=True)
    assert chosen([named, before]) == {0: ("p1", "kept by an earlier run")}


def test_rules_narrow_the_choice_one_after_the_other() -> None:
    amp = f"{STAY}?amp=1"
    batch = [
        made(0, FERRY, amp, published="2024-03-05"),
        made(1, FERRY, STAY, published="2024-03-02"),
        made(2, FERRY, LATER, published="2024-03-01", publisher="harbourgazette.com"),
    ]
    assert {d.of for d in find_duplicates(batch).values()} == {"p1"}
    assert find_duplicates([replace(c, url="http://[broken") for c in batch])


@pytest.mark.parametrize(
    ("host", "name"),
    [
        ("nytimes.com", "The New York Times"),
        ("thetimes.co.uk", "The Times"),
        ("aijourn.com", "AI Journal"),
        ("harbour-gazette.example", "Harbour Gazette"),
        ("edition.harbour.com", "edition.harbour.com"),
    ],
)
def test_sites_of_publishers(host: str, name: str) -> None:
    assert is_site_of(host, name)


@pytest.mark.parametrize(
    ("host", "name"),
    [
        ("bbc.co.uk", "The Times"),
        ("repostly.example", "The Harbour Gazette"),
        ("", "x"),
        ("a.b", ""),
    ],
)
def test_no_sites_of_publishers(host: str, name: str) -> None:
    assert not is_site_of(host, name)
