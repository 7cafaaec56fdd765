"""Class names as a second sense: which words of class, id and role speak for which kind."""

from __future__ import annotations

from functools import cache

from cleaner.document.place import Place
from cleaner.text.lexicon import kinds_with, with_role, wordings


@cache
def class_names(kind: str) -> frozenset[str]:
    """The words of class, id and role that speak for a kind; empty where its lexicon has none."""
    return wordings(kind, "classes")


@cache
def names_of_residue() -> frozenset[str]:
    """The words that speak for any kind, but for those that also stand around true text."""
    spared = {kind for kind, _ in with_role("classes-of-text")}
    named = (class_names(kind) for kind in kinds_with("classes") if kind not in spared)
    return frozenset[str]().union(*named)


def agrees(kind: str, place: Place) -> bool:
    """Whether the names above a block speak for a kind."""
    return not place.names.isdisjoint(class_names(kind))
