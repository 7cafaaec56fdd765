"""Sites, found by listing the folder; their ten pages, the same at each run."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from importlib import import_module
from pathlib import Path
from pkgutil import iter_modules
from random import Random

import made_sites
from made_sites.sheet import Sheet
from made_sites.stock import stories
from made_sites.story import Story

PAGES, SPARE = 10, 4


@dataclass(frozen=True)
class Page:
    """A page of a site with its truth: texts, one a line or block."""

    url: str
    source: str
    title: str
    article: tuple[str, ...]
    furniture: tuple[str, ...]
    cards: tuple[str, ...] = ()
    """Of the furniture what tells of other stories of the site."""


@dataclass(frozen=True)
class Site:
    """A template, what is done to the stories before, and the address of a page by its number.

    `lengths` are the most blocks of each page's story in turn.
    """

    address: str
    page: Callable[[Sheet], str]
    edit: Callable[[list[Story]], list[Story]] = lambda stories: stories
    language: str = "en"
    lengths: tuple[int, ...] = (11, 7, 16, 5, 9, 13, 4, 20, 8, 10)
    ending: str = "html"


def sites(which: str) -> dict[str, Site]:
    """The sites of a set, by name."""
    names = [m.name for m in iter_modules(made_sites.__path__) if m.name.startswith(f"{which}_")]
    return {
        n.removeprefix(f"{which}_"): import_module(f"made_sites.{n}").SITE for n in sorted(names)
    }


def pages(which: str, name: str, folder: Path) -> list[Page]:
    """The ten pages of a site."""
    every = sites(which)
    site = every[name]
    peers = [n for n, other in every.items() if other.language == site.language]
    stock = stories(which, site.language, folder)
    need = PAGES + SPARE
    at = peers.index(name) * need
    mine = [stock[(at + i) % len(stock)] for i in range(need)]
    if len(stock) < need * len(peers):
        print(f"{which}: {len(stock)} stories ({site.language}) for {len(peers)} sites")
    told = [s.cut(most) for s, most in zip(mine, site.lengths, strict=False)]
    edited = site.edit(told)
    return [_page(site, name, i, (edited, mine)) for i in range(PAGES)]


def _page(site: Site, name: str, number: int, given: tuple[list[Story], list[Story]]) -> Page:
    edited, plain = given
    story = edited[number]
    others = tuple(s for s in plain if s.title != story.title)
    sheet = Sheet(number, story, others, Random(f"{name} {number}"))
    source = site.page(sheet)
    url = site.address.format(number=4100 + 37 * number, slug=_slug(story.title, number))
    return Page(
        url, source, story.title, *map(tuple, (sheet.article, sheet.furniture, sheet.cards))
    )


def _slug(title: str, number: int) -> str:
    words = [w.lower() for w in title.split() if w.isascii() and w.isalpha()]
    return "-".join([*words[:6], str(number)])
