"""The page's title: its heading where the head of the document agrees with it."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import islice

from cleaner.reading.line import Element
from cleaner.reading.tree_nodes import text_within
from cleaner.text import words as t
from cleaner.text.likeness import likeness_of
from cleaner.text.regex import regex

_SITE = regex(r"\s+(?:[|·•»:–—-]|::|//)\s+|\s*[|｜]\s*|(?<=[\u3000-\u9fff])[_-](?=[\u3000-\u9fff])")
_NAMES = ("og:title", "twitter:title")
MAX_TITLE_LETTERS = 20_000
MAX_META_NAMES = 20
MAX_HEADINGS = 200
"""Pages have up to 70."""


def title_of(every: Sequence[Element]) -> str:
    """The title of a page, without the site's name; empty where the page names none.

    every: the page's `<title>`, `<meta>` and `<h1>`, in order.
    """
    titles = ("".join(each.itertext()) for each in every if each.tag == "title")
    document = t.collapse_space(next(titles, ""))
    meta = islice(filter(_names_title, every), MAX_META_NAMES)
    named = [t.collapse_space(each.get("content")[:MAX_TITLE_LETTERS]) for each in meta]
    named.append(document[:MAX_TITLE_LETTERS])
    named = [name for name in named if name]
    headings = [
        t.single(t.collapse_space(text_within(h, MAX_TITLE_LETTERS)))
        for h in [each for each in every if each.tag == "h1"][:MAX_HEADINGS]
    ]
    headings = [h for h in headings if h and len(h) < 400]
    keys = [t.match_key(name) for name in named]
    for heading in headings:
        if len(t.words(heading)) > 1 and any(t.match_key(heading) in key for key in keys):
            return heading
    spelled = [t.words(name) for name in named]
    for heading in headings:
        if any(_alike(t.words(heading), name) for name in spelled):
            return heading
    for name in named:
        return _without_site(name, every)
    return headings[0] if headings else ""


def _names_title(meta: Element) -> bool:
    """Whether an element is a `<meta>` that says the title."""
    says = meta.tag == "meta" and (
        meta.get("property") in _NAMES
        or meta.get("name") in _NAMES
        or meta.get("itemprop") == "headline"
    )
    return says and meta.get("content") is not None


ALIKE = 75


def _alike(heading: list[str], name: list[str]) -> bool:
    return len(heading) > 2 and likeness_of(heading, name, ALIKE) > ALIKE


def _without_site(name: str, every: Sequence[Element]) -> str:
    """A document title less the site's name at its end or start."""
    pieces = _SITE.split(name)
    if len(pieces) < 2:
        return name
    sites = (each.get("content") for each in every if each.get("property") == "og:site_name")
    site = t.match_key(next((said for said in sites if said is not None), ""))
    for cut in (pieces[-1], pieces[0]):
        if site and t.match_key(cut) == site:
            return _trimmed(name, cut)
    last = pieces[-1]
    rest = _trimmed(name, last)
    return rest if len(t.words(last)) <= 4 and len(t.words(rest)) > 2 else name


def _trimmed(name: str, cut: str) -> str:
    kept = name.removesuffix(cut) if name.endswith(cut) else name.removeprefix(cut)
    return kept.strip(" |｜·•»:–—-_/")
