"""Lines of scraped text that a sentence of the article introduces."""

from __future__ import annotations

from collections.abc import Mapping

import pytest

from cleaner import Options, clean
from cleaner.document.verdict import Verdict
from cleaner.signals.own_lines import own_lines
from tests.made import PROSE, article

SAID = "Each button of the new app does one thing, and the manual lists them in this order:"
ITEMS = ("Share", "Comment", "Print", "Save")


def _held(*lines: str, scores: Mapping[int, float]) -> list[str]:
    whole = article(*lines, is_text=True)
    verdicts = {
        at: Verdict(score, 10, drop=False, doubtful=False, explain=str)
        for at, score in scores.items()
    }
    own = own_lines(whole.judged(verdicts))
    return [block.text for block in whole if block.index in own]


def test_the_words_of_a_widget_stay_in_a_list_of_the_article() -> None:
    text = "\n".join(("Home", "News", "Sport", *PROSE[:3], SAID, *ITEMS, *PROSE[3:]))
    kept = clean(text, options=Options(source_kind="text")).text
    assert "\n".join(ITEMS) in kept.replace("\n\n", "\n")


@pytest.mark.parametrize(
    ("said", "after", "goes_on", "held"),
    [
        (SAID, PROSE[3], 0.9, list(ITEMS)),
        (SAID, PROSE[3], 0.2, []),
        (SAID, "About us", 0.9, []),
        ("Share this page:", PROSE[3], 0.9, []),
        ("Sign up to our newsletter below, and follow us here for more:", PROSE[3], 0.9, []),
    ],
)
def test_lines_are_held_where_the_article_goes_on(
    said: str, after: str, goes_on: float, held: list[str]
) -> None:
    """A box of the site is introduced by what boxes say, or by a few words."""
    lines = (*PROSE[:3], said, *ITEMS, after)
    assert _held(*lines, scores={2: 0.9, 8: goes_on if after in PROSE else 0.0}) == held


def test_one_line_behind_a_colon_and_a_long_run_are_no_list() -> None:
    lines = (*PROSE[:3], SAID, "Photo by Jon Vik", PROSE[3])
    assert not _held(*lines, scores={2: 0.9, 5: 0.9})
    menu = [f"Section {n}" for n in range(30)]
    assert not _held(*PROSE[:3], SAID, *menu, PROSE[3], scores={2: 0.9, 34: 0.9})
