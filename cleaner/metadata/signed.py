"""What one line says of who wrote an article: behind an opening, or as nothing but names."""

from __future__ import annotations

import re
from functools import cache

from cleaner.document.block import Block
from cleaner.metadata.asides import alone, without_role
from cleaner.metadata.names import before_times, names_in, without_leading_date
from cleaner.metadata.persons import is_role, looks_personal
from cleaner.text import words as t
from cleaner.text.lexicon import phrases, scan, wordings

_BETWEEN = re.compile(r"[\s:：|/,;&、،–—-]*(?:\w{1,3}[\s]+)?")
"""What stands between two names: signs, and a short word for "and"."""
_GLUED = re.compile(r"[^\W\d_]{2,12}?(?=(?<=[a-zß-ÿ])[A-ZÀ-Þ][a-zß-ÿ])")
"""A word right before a capital, as elements without a space between make it."""
_BY = re.compile(r"(?:\w+ ){0,3}(?:by|von|par|por)(?=[A-Z])")
_HANGUL = re.compile("[가-힣]")
_PICTURES = re.compile("사진|영상|촬영")
"""Roles of those who made the pictures."""
_HANGUL_NAMES = "(?<![가-힣])[가-힣]{2,4}(?:[·,] ?[가-힣]{2,4}){0,5}"
_PARTS = re.compile(r"\s*[,|·•]\s*")
FEW = 4
"""Words up to which what ends as a sentence does may be names with a full stop."""
_PIECES = re.compile(r"\s+[|·•⋅–—]\s+|\s*[|｜•·⋅]\s*")


def opened(block: Block, languages: frozenset[str]) -> str | None:
    """What stands behind the opening of a byline; None where there is no such opening.

    Empty where nothing stands there.
    """
    for m in block.marks:
        if m.tag == "a" and block.plain[: m.start].strip(" :|·•-–—") in openings():
            return _linked(block, m.start) or block.text[m.start : m.end]
    if (glued := _GLUED.match(block.text)) and t.fold(glued[0]) in openings():
        return block.text[glued.end() :]
    for each in _PIECES.split(block.text):
        piece = _apart(without_leading_date(each))
        plain = t.fold(piece)
        for hit in scan(plain).get(("byline", "opening"), ()):
            if hit.language in languages and hit.start <= 2:
                said = piece[hit.end :].strip(" :：|/-–—")
                return None if _goes_on(said) else said
    if block.plain.strip(" :") in wordings("byline", "label"):
        return ""
    return _korean(block)


def _korean(block: Block) -> str | None:
    """The names before a role in a Korean line: "[서울=뉴스] 김철수 기자 = kim@…"."""
    if not _HANGUL.search(block.text):
        return None
    found = _korean_names().findall(block.text)
    return "; ".join(dict.fromkeys(re.split(r"\W+", "·".join(found)))) if found else None


@cache
def _korean_names() -> re.Pattern[str]:
    told = (role for role in phrases("byline", "closing")["ko"] if not _PICTURES.match(role))
    roles = "|".join(sorted(told, key=len, reverse=True))
    return re.compile(rf"{_HANGUL_NAMES}(?=\s(?:{roles})(?![가-힣]))")


def _goes_on(said: str) -> bool:
    """Whether what follows the word of an opening is a sentence and no name."""
    is_sentence = said.endswith((".", "!", "?", ":")) and not all(
        map(looks_personal, names_in(said))
    )
    return (said[:1].islower() and " " in said) or (is_sentence and len(t.words(said)) > FEW)


def _apart(said: str) -> str:
    """A text with a space behind the opening that a name is glued to: "Written byJane"."""
    glued = _BY.match(said)
    return f"{glued[0]} {said[glued.end() :]}" if glued else said


def lone(block: Block) -> str:
    """What a line says that is nothing but names of persons, and a date; empty of any other."""
    if linked := _linked(block, 0):
        return linked
    names, key = names_in(block.text), t.match_key(_named(block.text))
    is_most = 2 * sum(len(t.match_key(name)) for name in names) > len(key)
    return block.text if is_most and all(map(looks_personal, names)) else ""


def first_name(block: Block) -> str:
    """The one word with a capital that a line begins with behind a label: "Eliz – Marketer"."""
    name = next(iter(names_in(block.text)), "")
    is_one = " " not in name and name[:1].isupper() and not is_role(name)
    return name if is_one and block.size <= FEW + 1 and block.text.startswith(name) else ""


def _named(said: str) -> str:
    """A line without its dates, reading times and roles."""
    bare = before_times(without_leading_date(said))
    parts = (without_role(alone(part)) for part in _PARTS.split(bare) if not is_role(part))
    return " ".join(parts)


def _linked(block: Block, start: int) -> str:
    """The names of persons that are links, from a place on, with nothing else between them."""
    end, said, folder = start, list[str](), ""
    for m in block.marks:
        if m.tag != "a" or m.start < start - 1:
            continue
        name, between = block.text[m.start : m.end].strip(), block.text[end : m.start]
        if not _BETWEEN.fullmatch(between) or not looks_personal(name):
            break
        if said and not between.strip() and m.href.rpartition("/")[0] != folder:
            break  # with no sign between them the second is a name where it leads to such a page
        said.append(name)
        end, folder = m.end, m.href.rpartition("/")[0]
    return "; ".join(said)


@cache
def openings() -> frozenset[str]:
    """All openings of bylines, without their colons, as `fold` makes them."""
    return frozenset(each.strip(" :") for each in wordings("byline", "opening"))
