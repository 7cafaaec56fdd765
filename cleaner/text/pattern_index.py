"""The gapped patterns of all lists, filed by their words: what a word of a text may belong to."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from functools import cache, lru_cache
from typing import NamedTuple

from cleaner.text.lexicon import kinds_with, phrases
from cleaner.text.pattern import Pattern, parsed
from cleaner.text.phrase import ListName
from cleaner.text.slots import GAPPED

_VOCABULARY = 20_000


class Entry(NamedTuple):
    """A wording of a step: what follows its first word, and whose step it is."""

    rest: tuple[str, ...]
    pattern: int
    step: int


class Index(NamedTuple):
    """Patterns and their lists by number, and the ways to them."""

    patterns: tuple[Pattern, ...]
    lists: tuple[ListName, ...]
    words: dict[str, tuple[Entry, ...]]
    """By first word, which may end in `*`; pieces of unspaced scripts by the piece."""
    rarest: dict[str, tuple[int, ...]]
    """Patterns by the first words of their rarest class; of unspaced scripts by two letters."""
    pieces: re.Pattern[str]


def _listed() -> Iterator[tuple[ListName, str]]:
    for slot in sorted(GAPPED):
        for kind in kinds_with(slot):
            for language, written in phrases(kind, slot).items():
                yield from (((kind, slot, language), each) for each in written)


@cache
def index() -> Index:
    """Read from the lists once."""
    listed = list(_listed())
    patterns = tuple(parsed(written) for _, written in listed)
    words, rarest = defaultdict(list), defaultdict(list)
    for number, pattern in enumerate(patterns):
        for step, (_, wordings) in enumerate(pattern.steps):
            for first, *rest in wordings:
                words[first].append(Entry(tuple(rest), number, step))
        for key in _rarest(pattern):
            rarest[key].append(number)
    pieces = {w[0] for p in patterns if p.is_unspaced for s in p.steps for w in s.wordings}
    return Index(
        patterns,
        tuple(name for name, _ in listed),
        {word: tuple(entries) for word, entries in words.items()},
        {word: tuple(numbers) for word, numbers in rarest.items()},
        re.compile("|".join(map(re.escape, sorted(pieces, key=len, reverse=True))) or r"(?!)"),
    )


def _rarest(pattern: Pattern) -> set[str]:
    """First words of the class whose shortest is the longest: short words are everywhere."""
    firsts = [{wording[0] for wording in step.wordings} for step in pattern.steps]
    longest = max(firsts, key=lambda words: min(map(len, words)))
    return {word[:2] for word in longest} if pattern.is_unspaced else longest


def _forms(word: str) -> Iterator[str]:
    """What a word may be listed as: itself, or a beginning of it with a star."""
    yield word
    yield from (word[:length] + "*" for length in range(1, len(word) + 1))


@lru_cache(_VOCABULARY)
def patterns_of(word: str) -> tuple[int, ...]:
    """The patterns of whose rarest class a word is."""
    rarest = index().rarest
    return tuple(number for form in _forms(word) for number in rarest.get(form, ()))


@lru_cache(_VOCABULARY)
def entries_of(word: str) -> tuple[Entry, ...]:
    """The wordings that begin with a word."""
    return _filed(_forms(word))


@lru_cache(_VOCABULARY)
def entries_of_piece(piece: str) -> tuple[Entry, ...]:
    """The wordings of unspaced scripts that a piece of text is or begins with."""
    return _filed(piece[:length] for length in range(1, len(piece) + 1))


def _filed(forms: Iterable[str]) -> tuple[Entry, ...]:
    """The latest steps first, so that one word is never taken for two."""
    words = index().words
    entries = (entry for form in forms for entry in words.get(form, ()))
    return tuple(sorted(entries, key=lambda entry: -entry.step))
