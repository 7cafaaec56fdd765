"""Word lists → matchers: which phrases of `lexicons/*.toml` stand in a block.

Every phrase of every list is filed under its rarest word (in unspaced scripts: two characters),
rare as the lists go, so one pass over a block's words finds the few phrases worth trying: the cost
grows with the text, not with the lists. How a phrase must stand is told by its slot's name.
"""

from __future__ import annotations

import re
import tomllib
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from importlib.resources import files
from typing import NamedTuple, TypeVar

from cleaner.text import words as t
from cleaner.text.phrase import (
    COUNT,
    DENSE,
    IS_DENSE,
    OPEN_END,
    OPEN_START,
    THOUSANDS,
    TRIM,
    WHOLE_LIMIT,
    Hit,
    ListName,
    counted,
    find,
    pattern_of,
)
from cleaner.text.slots import GAPPED, LISTS, NUMBERED, ROLES, WHOLE, WITHIN

LANGUAGES = tuple(
    "en de fr es pt it nl ru tr zh ja ko ar id vi pl el cs sv uk ro hu hi he fa th".split()
)

T = TypeVar("T")
_TOKEN = re.compile(rf"[{DENSE}]+|(?:(?![{DENSE}])\w)+")
_SPACED = re.compile(r"\w+")


def _tokens(plain: str) -> Iterable[str]:
    spaced = plain.isascii() or not IS_DENSE.search(plain)
    return _SPACED.findall(plain) if spaced else _dense_tokens(plain)


def _dense_tokens(plain: str) -> Iterator[str]:
    for token in _TOKEN.findall(plain):
        if IS_DENSE.match(token) and len(token) > 1:
            yield from (token[i : i + 2] for i in range(len(token) - 1))
        yield token


def _filing_keys(phrase: str) -> list[str]:
    """The words that a phrase could be filed under; of unspaced scripts, pairs of characters."""
    tokens = _TOKEN.findall(phrase)
    dense = [t[i : i + 2] for t in tokens if IS_DENSE.match(t) for i in range(max(1, len(t) - 1))]
    return dense or tokens


def _is_one_word(phrase: str) -> bool:
    tokens = _TOKEN.findall(phrase)
    return len(tokens) == 1 and len(tokens[0]) < (4 if IS_DENSE.search(phrase) else 99)


@cache
def tables() -> dict[str, dict[str, dict[str, list[str]]]]:
    """The tables of every file, by kind and slot."""
    listed = sorted(files("cleaner").joinpath("lexicons").iterdir(), key=lambda f: f.name)
    return {
        file.name.removesuffix(".toml"): tomllib.loads(file.read_text(encoding="utf-8"))
        for file in listed
        if file.name.endswith(".toml")
    }


def _listed() -> Iterator[tuple[str, str, str, str]]:
    for kind, slots in tables().items():
        for slot, languages in slots.items():
            for language, phrases in languages.items() if slot != ROLES else ():
                yield from ((kind, slot, language, phrase) for phrase in phrases)


@cache
def with_role(role: str) -> frozenset[tuple[str, str]]:
    """The kinds and slots that a role names in `[roles]` of their files, as "ends-list"."""
    return frozenset(
        (kind, slot)
        for kind, slots in tables().items()
        for slot in slots.get(ROLES, {}).get(role, ())
    )


def kinds_with(slot: str) -> list[str]:
    """The kinds whose files have a slot, in alphabetical order."""
    return [kind for kind, slots in tables().items() if slot in slots]


def listed_kinds() -> list[str]:
    """The names of all files of phrases, in alphabetical order."""
    return list(tables())


def slots_of(kind: str) -> dict[str, dict[str, list[str]]]:
    """The phrases of one file, by slot and language."""
    return {slot: table for slot, table in tables()[kind].items() if slot != ROLES}


Filed = tuple[str, str, ListName]
"""A phrase: a piece that must occur, which is cheaper to look for; its pattern; its list."""


class _Index(NamedTuple):
    """Plain tuples of text, which the garbage collector need not walk again and again."""

    whole: dict[str, tuple[ListName, ...]]
    within: dict[str, tuple[Filed, ...]]
    """By rarest word."""
    lists: dict[tuple[str, str], dict[str, list[str]]]


@cache
def _index() -> _Index:
    whole: dict[str, list[ListName]] = defaultdict(list)
    waiting: list[tuple[list[str], Filed]] = []
    lists: dict[tuple[str, str], dict[str, list[str]]] = defaultdict(lambda: defaultdict(list))
    for kind, slot, language, phrase in _listed():
        lists[kind, slot][language].append(phrase)
        if slot in LISTS or slot in GAPPED:
            continue
        phrase = t.fold(phrase)
        if slot in WHOLE and "…" not in phrase:
            whole[TRIM.sub("", phrase)].append((kind, slot, language))
        else:
            if slot in WITHIN and _is_one_word(phrase):
                continue  # would be found in the prose of articles about it
            pattern = counted(phrase) if slot in NUMBERED else pattern_of(phrase)
            if slot in WHOLE:
                pattern = (OPEN_START if phrase.startswith("…") else r"[\W\d_]*") + pattern
                pattern += OPEN_END * phrase.endswith("…") + r"\W*\Z"
            literal = "" if IS_DENSE.search(phrase) else max(phrase.split("…"), key=len).strip()
            waiting.append((_filing_keys(phrase), (literal, pattern, (kind, slot, language))))
    return _Index(_frozen(whole), _frozen(_by_rarest(waiting)), lists)


def _by_rarest(waiting: Sequence[tuple[list[str], Filed]]) -> dict[str, list[Filed]]:
    """Phrases by the rarest of the words that each could be filed under."""
    within: dict[str, list[Filed]] = defaultdict(list)
    common = Counter(key for keys, _ in waiting for key in keys)
    for keys, filed in waiting:
        if keys:
            within[min(keys, key=lambda k: (common[k] / len(k) ** 3, k))].append(filed)
    return within


def _frozen(filed: dict[str, list[T]]) -> dict[str, tuple[T, ...]]:
    return {key: tuple(each) for key, each in filed.items()}


def phrases(kind: str, slot: str) -> dict[str, list[str]]:
    """The phrases of one slot, by language."""
    return _index().lists[kind, slot]


@cache
def wordings(kind: str, slot: str) -> frozenset[str]:
    """The phrases of one slot in all languages, as they stand in a block's `plain` text."""
    return frozenset(t.fold(p) for listed in phrases(kind, slot).values() for p in listed)


def _whole(plain: str) -> Iterator[Hit]:
    forms, whole = _forms(plain), _index().whole
    for form in forms:
        for kind, slot, language in whole.get(form, ()) if form else ():
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
    within = _index().within
    for token in within.keys() & set(_tokens(plain)):
        for literal, pattern, listed in within[token]:
            if literal in plain and (listed[1] not in WHOLE or len(plain) <= WHOLE_LIMIT):
                hits += [hit] if (hit := find(plain, pattern, listed)) else []
    found: dict[tuple[str, str], list[Hit]] = {}
    for hit in sorted(hits, key=lambda hit: (hit.start, -hit.end, hit)) if hits else ():
        found.setdefault((hit.kind, hit.slot), []).append(hit)
    return found
