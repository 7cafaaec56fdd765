"""When it was published: by what stands from the title on, before what the masthead tells."""

from __future__ import annotations

import pytest

from cleaner import clean
from tests.made import PROSE

STORY = "".join(f"<p>{line}</p>" for line in PROSE)

CLOCK = "<div><time datetime=2026-01-09>Friday 9 January 2026</time></div>"
OTHER = (
    "<div><h4>Crane lifts its last load</h4><time datetime=2026-01-09>9 January 2026</time></div>"
)
OWN = "<div><time datetime=2024-03-05>5 March 2024</time></div>"


def _date(before: str) -> str | None:
    page = f"<!doctype html><html lang=en><title>Ferry is cancelled</title><body>{before}{STORY}"
    return clean(page).metadata.date


# seen on a society's newsletter, and on newspapers that show today's date over each page
@pytest.mark.parametrize("masthead", [CLOCK, OTHER, CLOCK.replace("time", "span")])
@pytest.mark.parametrize(
    "own", [OWN, "<div>5 March 2024</div>", "<p>By Jane Doe, 5 March 2024</p>"]
)
def test_the_masthead_s_day_is_not_the_article_s(masthead: str, own: str) -> None:
    assert _date(f"{masthead}<article><h1>Ferry is cancelled</h1>{own}") == "2024-03-05"


def test_a_day_before_the_title_is_the_article_s_where_there_is_no_other() -> None:
    assert _date(f"{OWN}<article><h1>Ferry is cancelled</h1>") == "2024-03-05"
