"""Gapped patterns → matches: which patterns of the lists stand within a sentence of a text.

A pattern is looked at where words of its two rarest classes stand in the text. It is then carried
along the words: each of its steps remembers only where it was met last, which is the nearest place
for the next step. So a text is walked once, and its length alone decides the cost.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from cleaner.text.index import index
from cleaner.text.pattern import IS_UNSPACED, WORD
from cleaner.text.pattern_index import (
    Entry,
    anchors_in,
    anchors_of_pair,
    entries_of,
    entries_of_piece,
    list_of,
    pattern_at,
)
from cleaner.text.phrase import Hit
from cleaner.text.regex import regex

SHORTEST, LONGEST = 8, 4000
"""Letters of a text that is searched: no notice is longer."""
_LETTERS = regex(r"\w+")
"""Words of ASCII, found faster."""
_END = regex(r"[.!?…؟۔।]+[\"')\]*]*\s+|[。！？!?]+\"?|\s[|•·]\s")
_LABEL = regex(r"[^.:。]{1,30}:\s*")


class Met(NamedTuple):
    """Words of a class in a text: numbers of the first and last word, and the letters' span."""

    entry: Entry
    first: int
    last: int
    start: int
    end: int
    sentence: int
    lead: int
    """Words of the sentence before it."""


def search(plain: str) -> dict[str, list[Hit]]:
    """Every gapped pattern in a text that `fold` made ready, once each, by kind."""
    wanted = _wanted(plain) if SHORTEST <= len(plain) <= LONGEST else set()
    found: dict[str, list[Hit]] = {}
    if wanted:
        breaks = _breaks(plain)
        met = (*_spaced(plain, breaks, wanted), *_unspaced(plain, breaks, wanted))
        for hit in sorted(_walked(met), key=lambda hit: (hit.start, hit.end, hit)):
            found.setdefault(hit.kind, []).append(hit)
    return found


def _wanted(plain: str) -> set[int]:
    """The patterns of whose two rarest classes words stand in a text."""
    words = set((_LETTERS if plain.isascii() else WORD).findall(plain))
    anchors = anchors_in(words)
    if not plain.isascii() and IS_UNSPACED.search(plain):
        pairs = set(map(str.__add__, plain, plain[1:])) & index().rarest.keys()
        anchors.update(anchor for pair in pairs for anchor in anchors_of_pair(pair))
    wanted = {number for number, one in anchors if one and (number, 0) in anchors}
    return _complete(wanted, words) if wanted else wanted


def _complete(wanted: set[int], words: set[str]) -> set[int]:
    """The patterns of all of whose classes there are words; those of unspaced scripts as well."""
    met = {(e.pattern, e.step) for w in words for e in entries_of(w) if e.pattern in wanted}
    return {number for number in wanted if _is_complete(number, met)}


def _is_complete(number: int, met: set[tuple[int, int]]) -> bool:
    pattern = pattern_at(number)
    return pattern.is_unspaced or all((number, s) in met for s in range(len(pattern.steps)))


def _breaks(plain: str) -> list[int]:
    """Where sentences begin; one does after a label with a colon, too."""
    label = _LABEL.match(plain)
    ends = (match.end() for match in _END.finditer(plain))
    return sorted([0, *([label.end()] if label else ()), *ends])


def _spaced(plain: str, breaks: list[int], wanted: set[int]) -> Iterator[Met]:
    spans = [match.span() for match in WORD.finditer(plain)]
    words = [plain[start:end] for start, end in spans]
    sentence, opening = -1, 0
    for at, (start, _) in enumerate(spans):
        if (now := bisect_right(breaks, start)) != sentence:
            sentence, opening = now, at
        for entry in entries_of(words[at]):
            last = at + len(entry.rest)
            if entry.pattern in wanted and _goes_on(words[at + 1 : last + 1], entry.rest):
                yield Met(entry, at, last, start, spans[last][1], sentence, at - opening)


def _goes_on(words: Sequence[str], rest: tuple[str, ...]) -> bool:
    return len(words) == len(rest) and all(
        word.startswith(form[:-1]) if form.endswith("*") else word == form
        for word, form in zip(words, rest, strict=True)
    )


def _unspaced(plain: str, breaks: list[int], wanted: set[int]) -> Iterator[Met]:
    """Pieces of unspaced scripts, with two letters for a word."""
    if not any(pattern_at(number).is_unspaced for number in wanted):
        return
    for match in index().pieces.finditer(plain):
        start, end = match.span()
        sentence = bisect_right(breaks, start)
        lead = (start - breaks[sentence - 1]) // 2
        for entry in entries_of_piece(match[0]):
            if entry.pattern in wanted:
                yield Met(entry, start // 2, (end - 1) // 2, start, end, sentence, lead)


def _walked(met: Iterable[Met]) -> Iterator[Hit]:
    """The patterns all of whose steps are met, each within its gap of the one before."""
    reached: dict[tuple[int, int], tuple[Met, int]] = {}
    done: set[int] = set()
    for each in met:
        number, step = each.entry.pattern, each.entry.step
        if number in done or (start := _start(each, reached)) < 0:
            continue
        reached[number, step] = each, start
        if step == len(pattern_at(number).steps) - 1:
            done.add(number)
            yield Hit(*list_of(number), start, each.end)


def _start(met: Met, reached: dict[tuple[int, int], tuple[Met, int]]) -> int:
    """Where the pattern began of which this is the next step; −1 where it is none."""
    _, number, step = met.entry
    pattern = pattern_at(number)
    gap = pattern.steps[step].gap
    if step == 0:
        return met.start if not pattern.opens or met.lead <= gap else -1
    before, start = reached.get((number, step - 1), (met, -1))
    return start if before.end <= met.start and _is_near(before, met, gap) else -1


def _is_near(before: Met, met: Met, gap: int) -> bool:
    return before.sentence == met.sentence and met.first - before.last <= gap + 1
