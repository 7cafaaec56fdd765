"""Entries under numbered headings: "1." to "29." are one article, whatever one of them is about.

Reviews of products, places and songs count their entries. A series of like headings that count up
or down, of which some stay, stays whole, with the lines under them that are made as lines are which
stay there.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from itertools import pairwise

from cleaner.extraction.sequence import BlockSequence, Candidate
from cleaner.text.regex import regex

ENTRIES = 5
"""Headings that are a series."""
SHARE = 0.25
"""Of the headings of a series that stay, from which all do."""
LINKED = 0.5
_NUMBER = regex(r"\W{0,2}(\d{1,3})(?:[.):]|\s[-–—])\s*\D")
_DIGITS = regex(r"\d+")
Form = tuple[object, ...]


def numbered(sequence: BlockSequence, stays: Callable[[int], bool]) -> Iterator[int]:
    """The headings of numbered entries and the lines under them, where a quarter of them stay."""
    for series in _series(sequence.candidates):
        if sum(map(stays, series)) >= max(2, SHARE * len(series)):
            yield from series
            yield from _under(sequence.candidates, series, stays)


def _series(candidates: Sequence[Candidate]) -> Iterator[list[int]]:
    """Headings made alike whose numbers follow on one another."""
    alike: dict[Form, list[tuple[int, int]]] = defaultdict(list)
    for i, candidate in enumerate(candidates):
        block = candidate.block
        if block.is_heading and (number := _NUMBER.match(block.text)):
            alike[_form(candidate)].append((i, int(number[1])))
    for found in alike.values():
        steps = {after - before for (_, before), (_, after) in pairwise(found)}
        if len(found) >= ENTRIES and steps in ({1}, {-1}):
            yield [i for i, _ in found]


def _under(
    candidates: Sequence[Candidate], series: Sequence[int], stays: Callable[[int], bool]
) -> Iterator[int]:
    """Lines under the headings that are made as one that stays; as many at most under the last."""
    longest = max(after - before for before, after in pairwise(series))
    end = min(series[-1] + longest, len(candidates))
    within = [i for i in range(series[0], end) if i not in series]
    known = {_form(candidates[i]) for i in within if candidates[i].block.is_prose and stays(i)}
    yield from (
        i
        for i in within
        if _form(candidates[i]) in known and candidates[i].block.link_share <= LINKED
    )


def _form(candidate: Candidate) -> Form:
    """Tag and name of a line's element, and the next name around it."""
    if candidate.line is None:
        return ()
    element = candidate.line.element
    around = (_name(e.get("class")) for e in element.iterancestors())
    return element.tag, _name(element.get("class")), next(filter(None, around), "")


def _name(classes: str | None) -> str:
    """The first of some class names, without the number of an entry."""
    return _DIGITS.sub("", next(iter((classes or "").split()), ""))
