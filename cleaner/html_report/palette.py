"""A colour and a pattern for each kind: colours that the colour-blind can tell apart.

The colours are Okabe and Ito's. So many kinds are more than any eye can tell by colour: a colour
stands for a family of kinds, a pattern tells those of one family, and the name is always there.
"""

from __future__ import annotations

from dataclasses import dataclass

FAMILIES = {
    "blue": ("byline", "timestamp", "author-note", "attribution", "press-release"),
    "orange": ("related-items", "inline-related", "navigation", "tags", "site-furniture"),
    "green": ("subscribe", "share-bar", "comments"),
    "purple": ("copyright", "disclaimer", "consent"),
    "red": ("advert-label", "price-widget"),
    "sky": ("duplicate-lead", "repeated-title"),
    "grey": ("leftover", "caption", "site-rule"),
}
PATTERNS = ("plain", "rising", "dotted", "falling", "barred")
_KNOWN = {
    kind: (colour, PATTERNS[i % len(PATTERNS)])
    for colour, kinds in FAMILIES.items()
    for i, kind in enumerate(kinds)
}


@dataclass(frozen=True)
class Look:
    """How a kind looks: names that the style sheets know."""

    colour: str
    pattern: str

    @property
    def classes(self) -> str:
        """As the class attribute of an element."""
        return f"{self.colour} {self.pattern}"


def look_of(kind: str) -> Look:
    """The look of a kind; a kind that is new here is grey and barred.

    >>> look_of("byline").classes, look_of("no-such-kind").classes
    ('blue plain', 'grey barred')
    """
    return Look(*_KNOWN.get(kind, ("grey", "barred")))
