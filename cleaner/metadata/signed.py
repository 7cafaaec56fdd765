"""What one line says of who wrote an article: behind an opening, or as nothing but names."""

from __future__ import annotations

import re
from functools import cache

from cleaner.document.block import Block
from cleaner.metadata.names import looks_personal, names_in, without_leading_date
from cleaner.text import words as t
from cleaner.text.lexicon import scan, wordings

_BETWEEN = re.compile(r"[\s:：|/,;&、،–—-]*(?:\w{1,3}[\s]+)?")
"""What stands between two names: signs, and a short word for "and"."""
_GLUED = re.compile(r"[^\W\d_]{2,12}?(?=(?<=[a-zß-ÿ])[A-ZÀ-Þ][a-zß-ÿ])")
"""A word right before a capital, as elements without a space between make it."""
_BY = re.compile(r"(?:\w+ ){0,3}(?:by|von|par|por)(?=[A-Z])")
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
                return None if said[:1].islower() and " " in said else said
    return "" if block.plain.strip(" :") in wordings("byline", "label") else None


def _apart(said: str) -> str:
    """A text with a space behind the opening that a name is glued to: "Written byJane"."""
    glued = _BY.match(said)
    return f"{glued[0]} {said[glued.end() :]}" if glued else said


def lone(block: Block) -> str:
    """What a line says that is nothing but names of persons, and a date; empty of any other."""
    if linked := _linked(block, 0):
        return linked
    names, key = names_in(block.text), t.match_key(without_leading_date(block.text))
    is_most = 2 * sum(len(t.match_key(name)) for name in names) > len(key)
    return block.text if is_most and all(map(looks_personal, names)) else ""


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
