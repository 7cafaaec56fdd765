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


STORY = "".join(f"<p>{line}</p>" for line in PROSE)
HARBOUR = "Ferry stops for a month"


def _titled(name: str, heading: str, under: str = STORY) -> str:
    return clean(f"<html><title>{name}</title><body>{heading}{under}").title


# after the pattern of broadcasters, an anime site, regional papers, a weblog
@pytest.mark.parametrize(
    "within",
    [
        "<span>Islands</span><span>Ferry stops for a month</span>",
        "<span>Islands</span> <span> - </span> <span>Ferry stops for a month</span>",
        "<span>Islands <span>:</span></span> <span>Ferry stops for a month</span>",
        "<div>News</div> Ferry stops for a month",
        "<div><span>Sponsored by</span><img alt=Quay></div> Ferry stops for a month",
        "Ferry stops for a month<a href=#talk>Comments: <span>12</span></a>",
        "Ferry stops for a month <span>03.05.24 08:49</span>",
        "<time>May 3 2024</time> Ferry stops for a month",
        "Ferry stops for a <em>month</em><small>(gazette.example)</small>",
    ],
)
@pytest.mark.parametrize("name", [HARBOUR, f"{HARBOUR} - Local - Gazette", f"{HARBOUR} | Gazette"])
def test_what_is_set_into_a_heading_is_no_part_of_the_title(within: str, name: str) -> None:
    assert _titled(name, f"<h1>{within}</h1>") == HARBOUR


@pytest.mark.parametrize(
    ("name", "within", "title"),
    [
        (
            "Season two - The Harbour | Gazette",
            "<em>The Harbour</em>: Season two",
            "The Harbour: Season two",
        ),
        ("Ferry stops | Gazette", "Ferry stops for a <em>month</em>", "Ferry stops for a month"),
        ("Harbour | Gazette", "<em>Harbour</em>, a diary of it", "Harbour, a diary of it"),
        ("Ferry stops - Gazette", "Islands: Ferry stops", "Islands: Ferry stops"),
    ],
)
def test_a_heading_stays_whole_where_its_pieces_belong_together(
    name: str, within: str, title: str
) -> None:
    assert _titled(name, f"<h1>{within}</h1>") == title


# seen on weblogs of a large host and on a broadcaster's regional site
@pytest.mark.parametrize("link", ["/", "https://gazette.example", "//gazette.example/index.html"])
def test_a_heading_that_leads_home_is_the_site_s(link: str) -> None:
    heading = f"<h1><a href='{link}'>Ferry Gazette</a></h1><h3>{HARBOUR}</h3>"
    assert _titled(f"{HARBOUR} | Ferry Gazette of Quay", heading) == HARBOUR


def test_a_heading_that_leads_to_its_own_page_is_the_title() -> None:
    heading = f"<h1><a href='https://gazette.example/ferry'>{HARBOUR}</a></h1>"
    assert _titled("Gazette", heading) == HARBOUR


# seen on newspapers that name their pages for search engines alone
@pytest.mark.parametrize(
    "name", ["The Gazette", "Why boats were cancelled in spring", "ferry.html"]
)
def test_the_only_heading_over_the_text_is_the_title_where_no_line_says_the_name(name: str) -> None:
    assert _titled(name, f"<h1>{HARBOUR}</h1>") == HARBOUR


@pytest.mark.parametrize(
    "heading",
    [
        "<h1>Our Blog</h1>",
        "<h1>All the news of the quay, every day.</h1>",
        f"<h1>All the news of the quay</h1>{'<ul><li>Home</li></ul>' * 20}",
    ],
)
def test_a_heading_that_may_be_of_the_site_is_no_title(heading: str) -> None:
    assert _titled("Why boats were cancelled in spring", heading) == (
        "Why boats were cancelled in spring"
    )


@pytest.mark.parametrize(
    "name",
    [
        f"{HARBOUR}-Politicsㅣ Gazette",
        f"Gazette.example in Quay: {HARBOUR}",
        f"{HARBOUR}, Quay Current News",
        f"Gazette : {HARBOUR} - islands - News",
        f"{HARBOUR}_Islands_Gazette",
    ],
)
def test_any_sign_may_part_the_site_s_name_from_a_title_that_a_line_says(name: str) -> None:
    assert _titled(name, f"<div><b>{HARBOUR}</b></div>") == HARBOUR


def test_a_title_with_a_dash_is_whole_where_the_page_shows_it_whole() -> None:
    name = "Ferry stops - a month of waiting"
    assert _titled(name, f"<h2>{name}</h2>") == name


def test_a_section_s_name_in_a_line_is_no_title() -> None:
    name = f"{HARBOUR}, as owners say | Island Post"
    assert _titled(name, "<div><b>Island Post</b></div>") == f"{HARBOUR}, as owners say"


def test_a_short_heading_that_a_longer_one_holds_is_a_section() -> None:
    name = "In Quay the ferry stops for a month and more"
    assert _titled(name, f"<h1>In Quay</h1><h2>{name}</h2>") == name
