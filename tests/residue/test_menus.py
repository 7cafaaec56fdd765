"""Menus around the body: what stands among their lines goes, what may be a standfirst stays."""

from __future__ import annotations

import pytest

from cleaner import clean
from cleaner.residue import navigation
from tests.made import PROSE, article

STANDFIRST = "Three hundred people on an island with no ferry and with no milk"
MENU = ("Home", "News", "Contact us", "Weather")


def taken(*before: str) -> list[str]:
    whole = article(*before, *PROSE, title="No ferry until June", is_text=True)
    return [finding.block.text for finding in navigation.find(whole)]


def test_what_stands_between_menus_goes_however_long_it_is() -> None:
    assert STANDFIRST in taken(*MENU, STANDFIRST, *MENU)


@pytest.mark.parametrize("after", [(), MENU[:1]])
def test_a_long_line_behind_the_menus_stays(after: tuple[str, ...]) -> None:
    found = taken(*MENU, STANDFIRST, *after)
    assert STANDFIRST not in found
    assert set(found) >= {*MENU, *after} - {"Weather"}


NOTICE = "We use cookies to show this page and to count those who read it, as our partners do."
LYRICS = "All songs are the property of those who wrote them, and are printed here to be sung."
VERSES = tuple(
    f"{first} {second} {third}"
    for first in ("the boats of", "a lamp for", "no wind in")
    for second in ("Skerry", "the harbour", "Saint Anders", "my mother's")
    for third in ("come home", "at midnight", "again and again", "burn low", "forget me")
)


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ((NOTICE, *MENU), ()),
        (MENU, (LYRICS,)),
        ((*MENU, "Featured Stories"), (NOTICE, *MENU)),
        (("Most popular", NOTICE), MENU),
    ],
)
def test_a_notice_alone_makes_no_menu_of_a_song(
    before: tuple[str, ...], after: tuple[str, ...]
) -> None:
    cleaned = clean("\n".join((*before, *VERSES, *after)))
    assert set(VERSES) <= {cleaned.title, *cleaned.text.splitlines()}
