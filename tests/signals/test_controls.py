"""Lines of a player are told together, never by labels that other lists have."""

import pytest

from cleaner.signals.controls import controls
from tests.made import article


def found(text: str) -> list[int]:
    whole = article(*text.split(" | "))
    return [block.index for block in controls(whole, "player")]


@pytest.mark.parametrize(
    ("text", "positions"),
    [
        ("Unmute | 0:10 | / | White | None | Text Edge Style", [0, 1, 2, 3, 4, 5]),
        ("Background | Unmute | 75% | Playback Rate | Background", [1, 2, 3]),
        ("Unmute | The terns have flown | Playback Rate", [0, 2]),
        ("Unmute Playback Rate 1x, selected", [0]),
    ],
)
def test_controls(text: str, positions: list[int]) -> None:
    assert found(text) == positions


@pytest.mark.parametrize(
    "text",
    [
        "White | Black | None | Background",
        "Cast | Duration | 1:42 | Audio track",
        "Unmute | 0:10 | Unmute",
        "Unmute | One | more line | and three | and four | Playback Rate",
        "Press unmute and choose a playback rate",
    ],
)
def test_no_controls(text: str) -> None:
    assert found(text) == []
