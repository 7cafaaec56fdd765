"""The headings of a page that may be its title: less its masthead, less what is set into one.

A heading that is nothing but a link to the home page is the site's name. One element may hold the
title beside a kicker, a section, tags, a date or a sponsor; where what the page is named is just
one run of the pieces of such a heading, that run is the title.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from itertools import islice

from cleaner.reading.line import Element
from cleaner.reading.tree_nodes import text_within
from cleaner.text import words as t
from cleaner.text.regex import regex

_HOME = regex(r"\s*(?:(?:https?:)?//[^/?#]+)?/?(?:(?<=/)(?:index|default)\.\w{3,5})?\s*", 2)
MAX_HEADINGS = 200
"""Pages have up to 70."""
MAX_PIECES = 12
"""Text nodes of a heading; one with more is not parted."""
MAX_LETTERS = 20_000
LONGEST = 400
"""Letters of a heading that may be a title."""
SIGNS = " |｜·•»:–—-_/"
"""What sets the site's name, or a kicker, apart from a title."""


def headings_in(every: Iterable[Element]) -> dict[str, Element]:
    """What the page's `<h1>` say, in order, with the element; not what is too long for a title."""
    found: dict[str, Element] = {}
    for each in islice((each for each in every if each.tag == "h1"), MAX_HEADINGS):
        text = t.single(t.collapse_space(text_within(each, MAX_LETTERS)))
        if text and len(text) < LONGEST:
            found.setdefault(text, each)
    return found


def leads_home(text: str, heading: Element) -> bool:
    """Whether a heading is a link to the home page, and nothing else; text: what it says."""
    links = (link for link in heading.iter("a") if _HOME.fullmatch(link.get("href") or ""))
    return any(t.collapse_space(text_within(link, LONGEST)) == text for link in links)


def less_what_is_set_in(text: str, heading: Element, named: Mapping[str, str]) -> str:
    """The longest run of a heading's pieces that is one of some names; else all of its text.

    named: letters and digits of each name, and those of the longer one that it begins, in which
    what the heading has besides must not stand: "Season two" of "Season two - The Harbour".
    """
    pieces = [piece for each in heading.itertext() if (piece := t.collapse_space(each))]
    if not 1 < len(pieces) <= MAX_PIECES:
        return text
    ends = range(len(pieces) + 1)
    runs = [(" ".join(pieces[a:b]), pieces[:a] + pieces[b:]) for a in ends for b in ends if a < b]
    titles = (run.strip(SIGNS) for run, rest in runs if _is_title(run, rest, named))
    return max(titles, key=len, default=text)


def _is_title(run: str, rest: Sequence[str], named: Mapping[str, str]) -> bool:
    around = named.get(t.match_key(run))
    if around is None or len(t.words(run)) < 2:
        return False
    return not any(t.match_key(piece) in around for piece in rest if t.match_key(piece))
