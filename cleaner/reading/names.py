"""The words of an element's class and id."""

from __future__ import annotations

from functools import lru_cache

from cleaner.reading.line import Element
from cleaner.text.regex import regex

_NAMES = regex(r"[a-z]{2,}|\d{6,}")
_CAMEL = regex(r"(?<=[a-z])(?=[A-Z])")
LOOK_UP = 5
ATTRIBUTE = 4000
"""Characters of a class or id that are looked at, and are told."""


def names_of(element: Element) -> frozenset[str]:
    """Words of an element's class, id, role and itemprop.

    >>> from lxml.html import fromstring
    >>> sorted(names_of(fromstring('<p class="relatedPosts__a1 side-bar">x</p>')))
    ['bar', 'posts', 'related', 'side']
    """
    values = map(element.get, ("class", "id", "role", "itemprop"))
    return _names_in(" ".join(value[:ATTRIBUTE] for value in values if value))


@lru_cache(maxsize=1024)  # a page's elements are named alike
def _names_in(text: str) -> frozenset[str]:
    return frozenset(_NAMES.findall(_CAMEL.sub(" ", text).lower()))
