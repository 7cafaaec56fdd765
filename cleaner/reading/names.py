"""The words of an element's class and id."""

from __future__ import annotations

import re

from cleaner.reading.line import Element

_NAMES = re.compile(r"[a-z]{2,}|\d{6,}")
_CAMEL = re.compile(r"(?<=[a-z])(?=[A-Z])")
LOOK_UP = 5
ATTRIBUTE = 4000
"""Characters of a class or id that are looked at, and are told."""


def names_of(element: Element) -> frozenset[str]:
    """Words of an element's class, id, role and itemprop.

    >>> from lxml.html import fromstring
    >>> sorted(names_of(fromstring('<p class="relatedPosts__a1 side-bar">x</p>')))
    ['bar', 'posts', 'related', 'side']
    """
    raw = " ".join(
        (element.get(name) or "")[:ATTRIBUTE] for name in ("class", "id", "role", "itemprop")
    )
    return frozenset(_NAMES.findall(_CAMEL.sub(" ", raw).lower()))
