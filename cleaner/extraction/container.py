"""Container: an element and what stands in it; names that speak for an article or against it."""

from __future__ import annotations

from functools import cache
from typing import NamedTuple

from cleaner.signals.class_names import names_of_residue

GOOD = frozenset("article content body entry post story text main".split())
OUTSIDE = frozenset("aside footer nav form header dialog button figure figcaption".split())


@cache
def bad_names() -> frozenset[str]:
    """Words of class and id that speak against a line being article."""
    return names_of_residue() - GOOD


class Container(NamedTuple):
    """An element and what stands in it, in shares of its characters."""

    extracted: float
    prose: float
    linked: float
    characters: int
    lines: int
    part: float
    """Its share of all the article's prose."""


NO_CONTAINER = Container(-1.0, -1.0, -1.0, 0, 0, -1.0)
Markup = tuple[object, object]


class Above(NamedTuple):
    """What stands above the candidates of one parent."""

    levels: tuple[Container, ...]
    branch: Container
    up: int
    out: int
    bad: int
    good: int
    outside: int
