"""A colour and a pattern for each kind: colours that the colour-blind can tell apart.

The colours are Okabe and Ito's. So many kinds are more than any eye can tell by colour: a colour
stands for a family of kinds, a pattern tells those of one family, and the name is always there.
"""

from __future__ import annotations

from dataclasses import dataclass

from cleaner.residue import kinds

PATTERNS = ("plain", "rising", "dotted", "falling", "barred")


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
    known = kinds().get(kind)
    colour, pattern = known.look.split() if known else ("grey", "barred")
    return Look(colour, pattern)


def families() -> dict[str, list[str]]:
    """The kinds of each colour."""
    found: dict[str, list[str]] = {}
    for kind in kinds():
        found.setdefault(look_of(kind).colour, []).append(kind)
    return found
