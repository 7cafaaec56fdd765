"""The gapped patterns of all lists, filed by their words: what a word of a text may belong to."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from functools import cache, lru_cache
from typing import NamedTuple, TypeVar

from cleaner.text.lexicon import kinds_with, phrases
from cleaner.text.pattern import Pattern, parsed
from cleaner.text.phrase import ListName
from cleaner.text.slots import GAPPED

T = TypeVar("T")
HEAD = 3
"""Letters that each word with a `*` has at least, but for Korean: its letters are syllables."""
_SYLLABLES = "\uac00"
_VOCABULARY, _FEW = 50_000, 4_000
_LONGEST = 24
"""Letters of a word that is worth remembering."""
_IDLE: set[str] = set()


class Entry(NamedTuple):
    """A wording of a step: what follows its first word, and whose step it is."""

    rest: tuple[str, ...]
    pattern: int
    step: int


Anchor = tuple[int, int]
"""The number of a pattern, and one of its two rarest steps: 0 or 1."""


class Index(NamedTuple):
    """Patterns and their lists by number, and the ways to them."""

    patterns: tuple[Pattern, ...]
    lists: tuple[ListName, ...]
    words: dict[str, tuple[Entry, ...]]
    """By first word, which may end in `*`; pieces of unspaced scripts by the piece."""
    rarest: dict[str, tuple[Anchor, ...]]
    """Their two rarest classes by first words; of unspaced scripts by two letters."""
    lengths: dict[str, tuple[int, ...]]
    """How many letters stand before a `*`, by the first of them."""
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
        for anchor, keys in enumerate(_rarest(pattern)):
            for key in keys:
                rarest[key].append((number, anchor))
    pieces = {w[0] for p in patterns if p.is_unspaced for s in p.steps for w in s.wordings}
    return Index(
        patterns,
        tuple(name for name, _ in listed),
        {word: tuple(entries) for word, entries in words.items()},
        {word: tuple(anchors) for word, anchors in rarest.items()},
        _lengths(words),
        re.compile("|".join(map(re.escape, sorted(pieces, key=len, reverse=True))) or r"(?!)"),
    )


def _rarest(pattern: Pattern) -> list[set[str]]:
    """First words of the two classes whose shortest are the longest: short words are everywhere."""
    firsts = [{wording[0] for wording in step.wordings} for step in pattern.steps]
    two = sorted(firsts, key=lambda words: min(map(len, words)))[-2:]
    return [{word[:2] for word in words} for words in two] if pattern.is_unspaced else two


def _lengths(words: Iterable[str]) -> dict[str, tuple[int, ...]]:
    lengths = defaultdict(set)
    for word in words:
        if word.endswith("*"):
            lengths[_head(word[:-1])].add(len(word) - 1)
    return {head: tuple(each) for head, each in lengths.items()}


def _head(word: str) -> str:
    return word[:HEAD] if word < _SYLLABLES else word[:1]


def _of_word(filed: dict[str, tuple[T, ...]], word: str) -> tuple[T, ...]:
    """What is filed under a word, or under a beginning of it with a star."""
    found = filed.get(word, ())
    for length in index().lengths.get(_head(word), ()):
        found += filed.get(word[:length] + "*", ())
    return found


def anchors_in(words: set[str]) -> set[Anchor]:
    """The rarest classes of which words are; nearly all words are of none, which is remembered."""
    found: set[Anchor] = set()
    for word in words - _IDLE:
        anchors = _anchors_of(word)
        found.update(anchors)
        if not anchors and len(word) <= _LONGEST:
            _remember(word)
    return found


@lru_cache(_FEW)
def _anchors_of(word: str) -> tuple[Anchor, ...]:
    return _of_word(index().rarest, word)


def _remember(word: str) -> None:
    if len(_IDLE) > _VOCABULARY:
        _IDLE.clear()
    _IDLE.add(word)


@lru_cache(_VOCABULARY)
def entries_of(word: str) -> tuple[Entry, ...]:
    """The wordings that begin with a word."""
    return _latest_first(_of_word(index().words, word))


@lru_cache(_VOCABULARY)
def entries_of_piece(piece: str) -> tuple[Entry, ...]:
    """The wordings of unspaced scripts that a piece of text is or begins with."""
    words = index().words
    forms = (piece[:length] for length in range(1, len(piece) + 1))
    return _latest_first(entry for form in forms for entry in words.get(form, ()))


def _latest_first(entries: Iterable[Entry]) -> tuple[Entry, ...]:
    """Late steps before early ones, so that one word is never taken for two."""
    return tuple(sorted(entries, key=lambda entry: -entry.step))
