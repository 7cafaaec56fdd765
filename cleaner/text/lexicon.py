"""Word lists → matchers: which phrases of `lexicons/*.toml` stand in a block.

One pass over a block's words finds the few phrases worth trying, as `cleaner.text.filing` has
filed them. How a phrase must stand is told by its slot's name.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cache

from cleaner.text.index import index
from cleaner.text.phrase import (
    COUNT,
    IS_DENSE,
    THOUSANDS,
    TOKEN,
    TRIM,
    WHOLE_LIMIT,
    Filed,
    Hit,
    filed,
    find,
)
from cleaner.text.regex import regex
from cleaner.text.slots import WHOLE

LANGUAGES = tuple(
    "en de fr es pt it nl ru tr zh ja ko ar id vi pl el cs sv uk ro hu hi he fa th"
    " da no fi sk hr sr bg bn ta ur sw ms".split()
)
"""Of those in the second line, lists have the words over other articles and before pointers."""
_SPACED = regex(r"\w+")


@cache
def with_role(role: str) -> frozenset[tuple[str, str]]:
    """The kinds and slots that a role names in `[roles]` of their files, as "ends-list"."""
    roles = index().roles
    return frozenset((kind, s) for kind, named, *slots in roles if named == role for s in slots)


def kinds_with(slot: str) -> list[str]:
    """The kinds whose files have a slot, in alphabetical order."""
    return [kind for kind, slots in index().slots.items() if slot in slots]


def listed_kinds() -> list[str]:
    """The names of all files of phrases, in alphabetical order."""
    return list(index().slots)


def slots_of(kind: str) -> dict[str, dict[str, list[str]]]:
    """The phrases of one file, by slot and language."""
    return {slot: phrases(kind, slot) for slot in index().slots[kind]}


def phrases(kind: str, slot: str) -> dict[str, list[str]]:
    """The phrases of one slot, by language, as they stand in a block's `plain` text."""
    return index().phrases(kind, slot)


@cache
def wordings(kind: str, slot: str) -> frozenset[str]:
    """The phrases of one slot in all languages, as they stand in a block's `plain` text."""
    return frozenset().union(*phrases(kind, slot).values())


def _tokens(plain: str) -> Iterable[str]:
    spaced = plain.isascii() or not IS_DENSE.search(plain)
    return _SPACED.findall(plain) if spaced else _dense_tokens(plain)


def _dense_tokens(plain: str) -> Iterator[str]:
    for token in TOKEN.findall(plain):
        if IS_DENSE.match(token) and len(token) > 1:
            yield from (token[i : i + 2] for i in range(len(token) - 1))
        yield token


class _Within(dict[str, tuple[Filed, ...]]):
    """The phrases under each word, parted when it is first met."""

    def __missing__(self, word: str) -> tuple[Filed, ...]:
        names, parts = index().names, index().within[word].split("\t")
        pairs = zip(parts[::2], parts[1::2], strict=True)
        each = self[word] = tuple(filed(phrase, names[int(n)]) for n, phrase in pairs)
        return each


_within = _Within()


def _whole(plain: str) -> Iterator[Hit]:
    forms, names, whole = _forms(plain), index().names, index().whole
    for form in forms:
        for number in whole[form[0]].get(form, "").split() if form else ():
            kind, slot, language = names[int(number)]
            numbered = slot == "heading" or (kind, slot) in with_role("counted")
            if form == forms[0] or numbered:
                yield Hit(kind, slot, language, 0, len(plain))


def _forms(plain: str) -> list[str]:
    """A text without the signs around it; without the numbers around it, too."""
    if plain[:1].isalpha() and plain[-1:].isalpha():
        return [plain]  # as nearly all lines stand
    trimmed = TRIM.sub("", plain)
    counted = COUNT.sub("", THOUSANDS.sub("", trimmed))
    return list(dict.fromkeys((trimmed, trimmed.rstrip(")"), counted)))


def scan(plain: str) -> dict[tuple[str, str], list[Hit]]:
    """Every phrase of every list in a text that `fold` made ready, by kind and slot."""
    hits = list(_whole(plain)) if len(plain) <= WHOLE_LIMIT else []
    for token in index().within.keys() & set(_tokens(plain)):
        for literal, phrase, listed in _within[token]:
            if literal in plain and (listed[1] not in WHOLE or len(plain) <= WHOLE_LIMIT):
                hits += [hit] if (hit := find(plain, phrase, listed)) else []
    found: dict[tuple[str, str], list[Hit]] = {}
    for hit in sorted(hits, key=lambda hit: (hit.start, -hit.end, hit)) if hits else ():
        found.setdefault((hit.kind, hit.slot), []).append(hit)
    return found
