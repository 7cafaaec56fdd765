"""Word lists → matchers: which phrases of `lexicons/*.toml` stand in a block.

Every phrase of every list is filed under its rarest word (in unspaced scripts: two characters),
rare as the lists go, so one pass over a block's words finds the few phrases worth trying: the cost
grows with the text, not with the lists. How a phrase must stand is told by its slot's name.
"""

from __future__ import annotations

import re
import tomllib
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import NamedTuple

from cleaner.text import words as t

LANGUAGES = (
    "en",
    "de",
    "fr",
    "es",
    "pt",
    "it",
    "nl",
    "ru",
    "tr",
    "zh",
    "ja",
    "ko",
    "ar",
    "id",
    "vi",
)
WHOLE = frozenset({"heading", "label", "network", "moment"})
START = frozenset({"opening", "about", "credit"})
END = frozenset({"ending", "closing", "teaser", "beside", "after"})
NUMBERED = frozenset({"relative", "reading"})
"""Slots where `…` stands for a number."""
WITHIN = frozenset({"statement", "appeal", "prompt", "note"})
LISTS = frozenset({"month", "weekday", "classes"})
"""Slots that are never searched for in text: who knows what they are for asks for their phrases."""
ROLES = "roles"
"""The table of a file that says what else its slots tell, to whom it concerns."""

WHOLE_LIMIT = 90
_DENSE = "\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uac00-\ud7a3"
_TOKEN = re.compile(rf"[{_DENSE}]+|(?:(?![{_DENSE}])\w)+")
_SPACED = re.compile(r"\w+")
_IS_DENSE = re.compile(f"[{_DENSE}]")
_TRIM = re.compile(r"^[^\w©(]+|[^\w)]+$")
_COUNT = re.compile(r"^[\W\d_]+|[\W\d_]+$")
_THOUSANDS = re.compile(r"^\d[\d.,]*\s?[km]\b\s*")
_GAP = ".{0,80}?"
_OPEN_START = r"\A.{1,50}?"
_OPEN_END = r".{1,50}?"


class Hit(NamedTuple):
    """A phrase found in a block, by list and place."""

    kind: str
    slot: str
    language: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class _Phrase:
    kind: str
    slot: str
    language: str
    pattern: str

    def find(self, plain: str) -> Hit | None:
        regex = _compiled(self.pattern)
        if self.slot in START or self.slot in WHOLE:
            match = regex.match(plain, _letters_from(plain))
        else:
            match = _last(regex, plain) if self.slot in END else regex.search(plain)
        return Hit(self.kind, self.slot, self.language, *match.span()) if match else None


@cache
def _compiled(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern)


def _letters_from(plain: str) -> int:
    match = re.match(r"[^\w©(【\[]*[\[【(]?", plain)
    return match.end() if match else 0


def _last(regex: re.Pattern[str], plain: str) -> re.Match[str] | None:
    found = None
    for match in regex.finditer(plain, max(0, len(plain) - WHOLE_LIMIT)):
        found = match
    return found if found and not re.search(r"\w", plain[found.end() :]) else None


def _pattern(phrase: str) -> str:
    pieces = [
        re.escape(piece.strip())
        .replace(r"\ ", r"\s?" if _IS_DENSE.search(piece) else " ")
        .replace(":", r"\s?:")
        for piece in phrase.split("…")
        if piece.strip()
    ]
    spaced = re.compile(rf"(?![{_DENSE}])\w")
    head = r"(?<!\w)" if spaced.match(phrase[0]) else ""
    tail = r"(?!\w)" if spaced.match(phrase[-1]) else ""
    return head + _GAP.join(pieces) + tail


def _counted(phrase: str) -> str:
    """A phrase where `…` is a number, with or without a space beside it."""
    pieces = [re.escape(piece.strip()).replace(r"\ ", r"\s?") for piece in phrase.split("…")]
    head = r"(?<!\w)" if re.match(rf"(?![{_DENSE}])\w", phrase) else ""
    tail = r"(?!\w)" if re.search(rf"(?![{_DENSE}])\w$", phrase) else ""
    return head + r"\s?(?:\d{1,4}(?:[.,:]\d+)?)\s?".join(pieces) + tail


def _tokens(plain: str) -> Iterable[str]:
    return _dense_tokens(plain) if _IS_DENSE.search(plain) else _SPACED.findall(plain)


def _dense_tokens(plain: str) -> Iterator[str]:
    for token in _TOKEN.findall(plain):
        if _IS_DENSE.match(token) and len(token) > 1:
            yield from (token[i : i + 2] for i in range(len(token) - 1))
        yield token


def _filing_keys(phrase: str) -> list[str]:
    """The words that a phrase could be filed under; of unspaced scripts, pairs of characters."""
    tokens = _TOKEN.findall(phrase)
    dense = [t[i : i + 2] for t in tokens if _IS_DENSE.match(t) for i in range(max(1, len(t) - 1))]
    return dense or tokens


def _is_one_word(phrase: str) -> bool:
    tokens = _TOKEN.findall(phrase)
    return len(tokens) == 1 and len(tokens[0]) < (4 if _IS_DENSE.search(phrase) else 99)


@cache
def _tables() -> dict[str, dict[str, dict[str, list[str]]]]:
    """The tables of every file, by kind and slot."""
    listed = sorted(files("cleaner").joinpath("lexicons").iterdir(), key=lambda f: f.name)
    return {
        file.name.removesuffix(".toml"): tomllib.loads(file.read_text(encoding="utf-8"))
        for file in listed
        if file.name.endswith(".toml")
    }


def _listed() -> Iterator[tuple[str, str, str, str]]:
    for kind, slots in _tables().items():
        for slot, languages in slots.items():
            for language, phrases in languages.items() if slot != ROLES else ():
                yield from ((kind, slot, language, phrase) for phrase in phrases)


@cache
def with_role(role: str) -> frozenset[tuple[str, str]]:
    """The kinds and slots that a role names in `[roles]` of their files, as "ends-list"."""
    return frozenset(
        (kind, slot)
        for kind, tables in _tables().items()
        for slot in tables.get(ROLES, {}).get(role, ())
    )


def kinds_with(slot: str) -> list[str]:
    """The kinds whose files have a slot, in alphabetical order."""
    return [kind for kind, tables in _tables().items() if slot in tables]


class _Index(NamedTuple):
    whole: dict[str, list[Hit]]
    within: dict[str, list[tuple[str, _Phrase]]]
    """By rarest word: phrases, each with a piece that must occur: cheaper to look for."""
    lists: dict[tuple[str, str], dict[str, list[str]]]


@cache
def _index() -> _Index:
    index = _Index(defaultdict(list), defaultdict(list), defaultdict(lambda: defaultdict(list)))
    waiting: list[tuple[list[str], tuple[str, _Phrase]]] = []
    for kind, slot, language, phrase in _listed():
        index.lists[kind, slot][language].append(phrase)
        if slot in LISTS:
            continue
        phrase = t.fold(phrase)
        if slot in WHOLE and "…" not in phrase:
            index.whole[_TRIM.sub("", phrase)].append(Hit(kind, slot, language, 0, 0))
        else:
            if slot in WITHIN and _is_one_word(phrase):
                continue  # would be found in the prose of articles about it
            pattern = _counted(phrase) if slot in NUMBERED else _pattern(phrase)
            if slot in WHOLE:
                pattern = (_OPEN_START if phrase.startswith("…") else r"[\W\d_]*") + pattern
                pattern += _OPEN_END * phrase.endswith("…") + r"\W*\Z"
            literal = "" if _IS_DENSE.search(phrase) else max(phrase.split("…"), key=len).strip()
            found = _Phrase(kind, slot, language, pattern)
            waiting.append((_filing_keys(phrase), (literal, found)))
    common = Counter(key for keys, _ in waiting for key in keys)
    for keys, filed in waiting:
        if keys:
            index.within[min(keys, key=lambda k: (common[k] / len(k) ** 3, k))].append(filed)
    return index


def phrases(kind: str, slot: str) -> dict[str, list[str]]:
    """The phrases of one slot, by language."""
    return _index().lists[kind, slot]


@cache
def wordings(kind: str, slot: str) -> frozenset[str]:
    """The phrases of one slot in all languages, as they stand in a block's `plain` text."""
    return frozenset(t.fold(p) for listed in phrases(kind, slot).values() for p in listed)


def _whole(plain: str) -> Iterator[Hit]:
    trimmed = _TRIM.sub("", plain)
    counted = _COUNT.sub("", _THOUSANDS.sub("", trimmed))
    for form in dict.fromkeys((trimmed, trimmed.rstrip(")"), counted)):
        for hit in _index().whole.get(form, ()) if form else ():
            numbered = hit.slot == "heading" or hit[:2] in with_role("counted")
            if form == trimmed or numbered:
                yield hit._replace(end=len(plain))


def scan(plain: str) -> dict[tuple[str, str], list[Hit]]:
    """Every phrase of every list in a text that `fold` made ready, by kind and slot."""
    hits = list(_whole(plain)) if len(plain) <= WHOLE_LIMIT else []
    within = _index().within
    for token in within.keys() & set(_tokens(plain)):
        for literal, phrase in within[token]:
            if literal in plain and (phrase.slot not in WHOLE or len(plain) <= WHOLE_LIMIT):
                hits += [hit] if (hit := phrase.find(plain)) else []
    found: dict[tuple[str, str], list[Hit]] = {}
    for hit in sorted(hits, key=lambda hit: (hit.start, -hit.end, hit)) if hits else ():
        found.setdefault((hit.kind, hit.slot), []).append(hit)
    return found
