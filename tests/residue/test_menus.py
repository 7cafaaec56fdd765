"""Menus around the body: what stands among their lines goes, what may be a standfirst stays."""

from __future__ import annotations

import pytest

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
