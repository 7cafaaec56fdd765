"""Lines that labels of a widget make up, one or several: “Current Time 0:00”, “captions off”."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from itertools import chain

from cleaner.text.index import index
from cleaner.text.lexicon import wordings
from cleaner.text.longest import Longest
from cleaner.text.words import match_key

LONGEST = 1500
"""Letters of all controls of a widget in one line."""
ALL = ""
"""The widgets of all kinds together: next to no line is of any."""
Labels = frozenset[str]
NONE: Mapping[str, Labels] = {}


def controls_in(key: str) -> Mapping[str, Labels]:
    """The kinds that know all of what a line says, each with the labels that only widgets have.

    key: the letters and digits of the line. A number is a setting of any widget.
    """
    if len(key) > LONGEST or _parted(key, ALL) is None:
        return NONE
    told = {kind: _parted(key, kind) for kind in _kinds()}
    return {kind: labels for kind, labels in told.items() if labels is not None}


def _parted(key: str, kind: str) -> Labels | None:
    """The labels of one kind in a key that labels and settings of the kind make up."""
    at, labels = 0, set[str]()
    while at < len(key):
        end = at + 1 if key[at].isdigit() else next(_every(kind).ends(key, at), 0)
        if not end:
            return None
        labels.update({key[at:end]} & _own(kind))
        at = end
    return frozenset(labels)


@cache
def _kinds() -> tuple[str, ...]:
    return tuple(kind for kind, slots in index().slots.items() if "control" in slots)


@cache
def _own(kind: str) -> Labels:
    """The labels that only widgets of a kind have, as keys."""
    return frozenset(map(match_key, wordings(kind, "control"))) if kind else frozenset()


@cache
def _every(kind: str) -> Longest:
    """All labels and settings of widgets of a kind, as keys."""
    kinds = (kind,) if kind else _kinds()
    every = (wordings(one, slot) for one in kinds for slot in ("control", "option"))
    return Longest(map(match_key, chain.from_iterable(every)))
