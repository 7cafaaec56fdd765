"""A text of which a button shows the rest is read whole, and once."""

from __future__ import annotations

import pytest

from cleaner.reading.lines import Source
from cleaner.reading.page import parse

WHOLE = "The keeper of the light counted nine ships before noon, and wrote down each of them."
BEGUN = "The keeper of the light counted nine…"


OTHERS = "".join(
    f"<p>In the {n}th hour a boat went by whose name he could not read.</p>" for n in "4567"
)


def lines(markup: str) -> list[str]:
    read = Source(parse(f"<main>{OTHERS}{markup}</main>")).lines
    return [line.text for line in read if not line.outside][4:]


@pytest.mark.parametrize(
    "markup",
    [
        f"<p><span>{BEGUN}</span><span style='display:none'>{WHOLE}</span></p>",
        f"<div>{BEGUN[:-1]} ...</div><div hidden>{WHOLE}</div>",
        f"<p>{BEGUN}</p><button>More</button><p hidden>{WHOLE}</p>",
        f"<p class=a>{BEGUN}</p><p class=b style='color: red; display: none'>{WHOLE}</p>",
    ],
)
def test_the_whole_takes_the_place_of_its_beginning(markup: str) -> None:
    assert [line for line in lines(markup) if line != "More"] == [WHOLE]


@pytest.mark.parametrize(
    "markup",
    [
        f"<p>{BEGUN[:-1]}</p><p hidden>{WHOLE}</p>",
        f"<p>Nobody counted…</p><p hidden>{WHOLE}</p>",
        f"<p>The…</p><p hidden>{WHOLE}</p>",
    ],
)
def test_what_is_no_beginning_stays_and_what_is_hidden_does_not(markup: str) -> None:
    assert WHOLE not in lines(markup) and len(lines(markup)) == 1
