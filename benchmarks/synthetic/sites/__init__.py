"""Sites of ten pages: `data/NAME.toml` has a site's words, and a template of that name its pages.

A TOML file names the site's address with {number} and {slug}, its language and the ending of its
pages where these are not English and html, its `texts` (names in the template), and its `edits` of
the stories (`edits.py`). The stories are real articles of ../shared/pages.
"""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from random import Random
from typing import Any

from benchmarks.synthetic.sites.edits import Edit, edited
from benchmarks.synthetic.sites.page import PageBuilder
from benchmarks.synthetic.sites.stock import stories
from benchmarks.synthetic.sites.story import Story
from benchmarks.synthetic.templates import environment

DATA = Path(__file__).with_name("data")
TEMPLATES = environment(DATA)
PAGES = 10
SPARE = 4
MAX_BLOCKS = (11, 7, 16, 5, 9, 13, 4, 20, 8, 10)
"""Of the story of each page."""


@dataclass(frozen=True)
class Page:
    """A page of a site with its truth: texts, one a line or block."""

    url: str
    source: str
    title: str
    article: tuple[str, ...]
    furniture: tuple[str, ...]
    cards: tuple[str, ...] = ()
    """The furniture that tells of other stories of the site."""


@dataclass(frozen=True)
class Site:
    """What the TOML file of a site says."""

    address: str
    texts: Mapping[str, Any]
    edits: list[Edit]
    language: str = "en"
    ending: str = "html"


@cache
def sites() -> dict[str, Site]:
    """All sites, by name."""
    return {
        path.stem: Site(**tomllib.loads(path.read_text(encoding="utf-8")))
        for path in sorted(DATA.glob("*.toml"))
    }


def pages(name: str) -> list[Page]:
    """The ten pages of a site, the same at each run."""
    site = sites()[name]
    mine = _stories(name, site.language)
    cut = [story.cut(most) for story, most in zip(mine, MAX_BLOCKS, strict=False)]
    told = edited(cut, site.edits, site.texts)
    return [_page(name, i, story, mine) for i, story in enumerate(told)]


def _stories(name: str, language: str) -> list[Story]:
    """Stories that no other site of the language has, as long as there are enough."""
    peers = [other for other, site in sites().items() if site.language == language]
    stock = stories(language)
    first = peers.index(name) * (PAGES + SPARE)
    return [stock[(first + i) % len(stock)] for i in range(PAGES + SPARE)]


def _page(name: str, number: int, story: Story, plain: list[Story]) -> Page:
    site = sites()[name]
    others = tuple(other for other in plain if other.title != story.title)
    builder = PageBuilder(
        number, story, others, Random(f"{name} {number}"), is_html=site.ending == "html"
    )
    template = TEMPLATES.get_template(f"{name}.{site.ending}")
    source = template.render({**site.texts, **builder.context()})
    url = site.address.format(number=4100 + 37 * number, slug=_slug(story.title, number))
    truth = (builder.article, builder.furniture, builder.cards)
    return Page(url, source, story.title, *map(tuple, truth))


def _slug(title: str, number: int) -> str:
    words = [word.lower() for word in title.split() if word.isascii() and word.isalpha()]
    return "-".join([*words[:6], str(number)])
