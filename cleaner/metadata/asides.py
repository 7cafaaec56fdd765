"""What stands beside the names in a value: signs, roles, places, whom something was made with."""

from __future__ import annotations

import re
from collections.abc import Iterator

from cleaner.metadata.persons import helpers, is_role, looks_personal
from cleaner.text import words as t
from cleaner.text.lexicon import scan, wordings

_AND = r"(?:and|und|et|y|e|og|och|en|ja|и|та|і|ve|dan|và|και|şi|și|és|i|&)"
_BETWEEN = re.compile(
    rf"\s*[;,、，؛،]\s*(?:{_AND}\s)?|\s*\n\s*|\s+{_AND}\s+|"
    r"(?<=[\u3000-\u9fff])\s+(?=[\u3000-\u9fff])",
)
WITH = frozenset("with avec mit con med met".split())
_PLACED = frozenset(("in", "at", "from", "aus", "on behalf of"))
_BESIDE = re.compile(rf"\s(?:{'|'.join((*WITH, *_PLACED))})\s(?!'|het |den |der )")
"""Words between a name and whom it was made with, or where."""
_LABEL = re.compile(r"[^\W\d_](?:[\w&./ -]{0,24}?) ?[:：/]")
_OPEN_END = re.compile(r"\s(?:in|at|on|from|for|with)$", re.I)
"""A word to which something belonged that its markup parts from it: "Jane Doe In"."""


def pieces(said: str) -> Iterator[tuple[str, str]]:
    """What stands between signs and words for "and", each with what stands before it."""
    end, sign = 0, ""
    for match in (*_BETWEEN.finditer(said), None):
        piece = said[end : match.start() if match else None]
        beside = _BESIDE.search(piece)
        if beside and looks_personal(piece[: beside.start()]):
            yield piece[: beside.start()], sign
            yield piece[beside.end() :], beside[0].strip()
        else:
            yield piece, sign
        if match:
            end, sign = match.end(), match[0].strip()


def alone(piece: str) -> str:
    """A name without whom it was made with, or where."""
    beside = _BESIDE.search(piece)
    if not beside or (piece[beside.end() :][:1].islower() and " of" not in beside[0]):
        return piece  # a sentence that goes on
    return piece[: beside.start()] if looks_personal(piece[: beside.start()]) else piece


def is_of_others(piece: str) -> bool:
    """Whether a piece has a label that tells of no author: "Fotos: Jörg Ost"."""
    if not (match := _LABEL.match(t.fold(piece))):
        return False
    label = match[0].replace(" :", ":")
    return label not in wordings("byline", "opening") or label.startswith(helpers())


def closed(piece: str) -> str:
    """A name without the word to which something belonged that its markup parts from it."""
    rest = _OPEN_END.sub("", piece)
    return rest if looks_personal(rest) else piece


def describes_work(piece: str) -> bool:
    """Whether a piece tells of what somebody is head or founder: "Head of Marketing"."""
    return " of " in piece or " for " in piece


def is_aside(piece: str, name: str, sign: str) -> bool:
    """Whether a piece behind a name is none of its own: a role, a place, whom it was made with."""
    if is_role(piece) or _describes(piece, name):
        return True
    if sign == "," and looks_personal(name) and describes_work(piece):
        return True
    if sign in _PLACED or (sign in WITH and not looks_personal(piece)):
        return True
    return sign == "," and " " not in piece and looks_personal(name) and not t.is_unspaced(piece)


def without_role(piece: str) -> str:
    """A name without the role right behind it: "Jane Doe Staff Writer", "김철수 기자"."""
    plain = t.fold(piece)
    ends = [hit for hit in scan(plain).get(("byline", "closing"), ()) if hit.end == len(plain)]
    rest = piece[: min((hit.start for hit in ends), default=0)].rstrip(" ,/|-–—")
    return rest if looks_personal(rest) or (rest and t.is_unspaced(rest)) else piece


def _describes(piece: str, name: str) -> bool:
    """Whether a piece tells what the person named before it is: it has words without a capital."""
    parts = piece.split()
    is_low = len(parts) > 2 and any(part[0].islower() for part in parts)
    return is_low and looks_personal(name) and not looks_personal(piece)
