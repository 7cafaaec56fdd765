"""The gapped patterns of all lists by their words: what a word of a text may belong to."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache, lru_cache
from typing import NamedTuple

from cleaner.text.index import index
from cleaner.text.pattern import Pattern, head, parsed
from cleaner.text.phrase import ListName

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


@cache
def pattern_at(number: int) -> Pattern:
    """A pattern by its number, read when it is first met."""
    return parsed(index().patterns[number][1])


def list_of(number: int) -> ListName:
    """The list of a pattern."""
    return index().names[int(index().patterns[number][0])]


def numbers() -> range:
    """The numbers of all patterns."""
    return range(len(index().patterns))


def _of_word(filed: dict[str, str], word: str) -> list[str]:
    """What is filed under a word, or under a beginning of it with a star."""
    lengths = index().lengths.get(head(word), ())
    forms = (word, *(word[:length] + "*" for length in lengths))
    return [each for form in forms if form in filed for each in filed[form].split("\t")]


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
    return tuple(map(_anchor, _of_word(index().rarest, word)))


@lru_cache(_FEW)
def anchors_of_pair(pair: str) -> tuple[Anchor, ...]:
    """The rarest classes of unspaced scripts of which two letters are."""
    filed = index().rarest.get(pair)
    return tuple(map(_anchor, filed.split("\t"))) if filed else ()


def _anchor(filed: str) -> Anchor:
    number, one = filed.split(" ")
    return int(number), int(one)


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
    return _latest_first(e for form in forms if form in words for e in words[form].split("\t"))


def _latest_first(filed: Iterable[str]) -> tuple[Entry, ...]:
    """Late steps before early ones, so that one word is never taken for two."""
    return tuple(sorted(map(_entry, filed), key=lambda entry: -entry.step))


def _entry(filed: str) -> Entry:
    number, step, *rest = filed.split(" ")
    return Entry(tuple(rest), int(number), int(step))
