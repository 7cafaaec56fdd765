"""The title of a page as the page shows it."""

from __future__ import annotations

import pytest

from cleaner import clean
from tests.made import PROSE


@pytest.mark.parametrize(
    "name",
    ["Gazette : No ferry", "Gazette - No ferry - islands - News", "No ferry | Gazette | Home"],
)
def test_without_a_heading_a_line_of_the_page_tells_which_part_of_its_name_is_the_title(
    name: str,
) -> None:
    """The site may stand before or behind it, and sections may."""
    story = "".join(f"<p>{line}</p>" for line in PROSE)
    page = f"<title>{name}</title><div><b>No ferry</b></div><div>{story}</div>"
    assert clean(page).title == "No ferry"


def test_a_name_that_no_line_says_stays_as_it_is() -> None:
    story = "".join(f"<p>{line}</p>" for line in PROSE)
    page = f"<title>Gazette : No ferry</title><div><b>Home</b></div><div>{story}</div>"
    assert clean(page).title == "Gazette : No ferry"
