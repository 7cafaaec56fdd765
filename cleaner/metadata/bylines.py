"""Who wrote an article, by its visible lines: bylines over it, and what our detectors found."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from typing import NamedTuple

from cleaner.document.block import Block
from cleaner.document.finding import Finding
from cleaner.metadata.names import is_role, looks_personal, names_in
from cleaner.reading.line import Line
from cleaner.text import words as t
from cleaner.text.dates import days_in
from cleaner.text.lexicon import scan, wordings
from cleaner.text.patterns import is_stamp

MAX_WORDS = 30
"""Words of a line that may be a byline."""
MAX_ROLE = 5
"""Words of a line that may be a role."""
LEVELS = 3
"""Elements around a line, from the innermost, whose class names are looked at."""
_CLASSES = re.compile(r"author|byline|autor(?![a-z])|auteur|creator|reporter|writer", re.I)
_PATH = re.compile(
    r"/(?:authors?|autor\w*|auteurs?|people|person|staff|contributors?|writers?|reporters?|"
    r"columnists?|journalists?|byline|by|bio|redak\w+|team)/|[?&]author=",
    re.I,
)
_BETWEEN = re.compile(r"[\s:：|/,;&、،–—-]*(?:\w{1,3}[\s]+)?")
"""What stands between two names: signs, and a short word for "and"."""
_GLUED = re.compile(r"[^\W\d_]{2,12}?(?=(?<=[a-zß-ÿ])[A-ZÀ-Þ][a-zß-ÿ])")
"""A word right before a capital, as elements without a space between make it."""
_PIECES = re.compile(r"\s+[|·•⋅–—]\s+|\s*[|｜•·⋅]\s*")


class Named(NamedTuple):
    """What a line says of the authors."""

    said: str
    """What of it may be names."""
    where: str
    raw: str
    """All of it."""


Said = tuple[str, str]
"""What may be names, and the sort of line that says it; empty where it is none."""


def bylines(lines: Sequence[Line], languages: frozenset[str]) -> Iterator[Named]:
    """What the first byline among some lines says: after "By", by its class or its link.

    lines: those of an article's head, in order.
    """
    short = [n for n in lines if n.block.size <= MAX_WORDS and not _helps(n.block)]
    readers = (_after_opening, _by_class, _by_link, _beside)
    for read in readers:
        for place, line in enumerate(short):
            said, where = read(short, place, languages)
            if said:
                yield Named(said, where, line.text)
                yield from _alike(short[place + 1 :], line, where) if read is _by_class else ()
                break


def found_bylines(findings: Iterable[Finding], languages: frozenset[str]) -> Iterator[Named]:
    """What the first byline says that our detectors found."""
    for f in findings:
        if f.kind == "byline" and f.block.size <= MAX_WORDS and not _helps(f.block):
            said = opened(f.block, languages)
            if said or (said is None and (said := lone(f.block))):
                yield Named(said, "byline finding", f.block.text)
                return


def closing_bylines(lines: Sequence[Line], languages: frozenset[str]) -> Iterator[Named]:
    """What the first byline behind an article says, of the lines behind it."""
    short = [n for n in lines if n.block.size <= MAX_WORDS and not _helps(n.block)]
    for place in range(len(short)):
        said, where = _after_opening(short, place, languages)
        if said and all(map(looks_personal, names_in(said))):
            yield Named(said, where, short[place].text)
            return


def opened(block: Block, languages: frozenset[str]) -> str | None:
    """What stands behind the opening of a byline; None where there is no such opening.

    Empty where nothing stands there.
    """
    for m in block.marks:
        if m.tag == "a" and block.plain[: m.start].strip(" :|·•-–—") in openings():
            return _linked(block, m.start) or block.text[m.start : m.end]
    if (glued := _GLUED.match(block.text)) and t.fold(glued[0]) in openings():
        return block.text[glued.end() :]
    for piece in _PIECES.split(block.text):
        plain = t.fold(piece)
        for hit in scan(plain).get(("byline", "opening"), ()):
            if hit.language in languages and hit.start <= 2:
                said = piece[hit.end :].strip(" :：|/-–—")
                return None if said[:1].islower() and " " in said else said
    return "" if block.plain.strip(" :") in wordings("byline", "label") else None


def _helps(block: Block) -> bool:
    """Whether a line names who helped, as an editor or a translator, and no author."""
    return block.plain.lstrip(" |·•-–—").startswith(_helpers())


def lone(block: Block) -> str:
    """What a line says that is nothing but names of persons, and a date; empty of any other."""
    if linked := _linked(block, 0):
        return linked
    names = names_in(block.text)
    is_most = 2 * sum(len(t.match_key(name)) for name in names) > len(block.key)
    return block.text if is_most and all(map(looks_personal, names)) else ""


def _after_opening(lines: Sequence[Line], place: int, languages: frozenset[str]) -> Said:
    said = opened(lines[place].block, languages)
    if said == "" and place + 1 < len(lines):
        said = lone(lines[place + 1].block)
    return said or "", "byline"


def _by_class(lines: Sequence[Line], place: int, languages: frozenset[str]) -> Said:
    """Names in an element whose class names say that it names the author."""
    line, where = lines[place], "byline by its class"
    element = line.element
    for _ in range(LEVELS):
        if element is None or element.tag in ("body", "main", "article"):
            break
        names = element.get("class") or ""
        if _CLASSES.search(names):
            is_name = "name" in names.lower() and names_in(line.text)
            return (line.text if is_name else lone(line.block)), where
        element = element.getparent()
    return "", where


def _by_link(lines: Sequence[Line], place: int, languages: frozenset[str]) -> Said:
    """Names that are links to pages of authors."""
    block = lines[place].block
    links = [m for m in block.marks if m.tag == "a" and _PATH.search(m.href)]
    said = [block.text[m.start : m.end].strip() for m in links]
    persons = [name for name in said if looks_personal(name)]
    return "; ".join(persons) if not block.is_heading else "", "byline by its link"


def _beside(lines: Sequence[Line], place: int, languages: frozenset[str]) -> Said:
    """Names on a line of their own beside a date or a role; a link elsewhere is no name."""
    block = lines[place].block
    near = (*lines[max(0, place - 1) : place], *lines[place + 1 : place + 2])
    leads = any(m.tag == "a" and not _PATH.search(m.href) for m in block.marks)
    said = "" if leads or block.is_heading or block.is_unspaced else lone(block)
    tells = said and (_is_dated(block) or any(_is_dated(n.block) or _is_role(n) for n in near))
    return said if tells else "", "byline beside a date"


def _is_dated(block: Block) -> bool:
    return is_stamp(block.plain) or next(days_in(block.text), None) is not None


def _is_role(line: Line) -> bool:
    return line.block.size <= MAX_ROLE and is_role(line.text)


def _alike(lines: Iterable[Line], first: Line, where: str) -> Iterator[Named]:
    """Names in elements made like that of the first."""
    made = first.element.tag, first.element.get("class")
    for line in lines:
        if (line.element.tag, line.element.get("class")) == made and (said := lone(line.block)):
            yield Named(said, where, line.text)


def _linked(block: Block, start: int) -> str:
    """The names of persons that are links, from a place on, with nothing else between them."""
    end, said = start, []
    for m in block.marks:
        if m.tag != "a" or m.start < start - 1:
            continue
        name = block.text[m.start : m.end].strip()
        if not _BETWEEN.fullmatch(block.text[end : m.start]) or not looks_personal(name):
            break
        said.append(name)
        end = m.end
    return "; ".join(said)


@cache
def openings() -> frozenset[str]:
    """All openings of bylines, without their colons, as `fold` makes them."""
    return frozenset(each.strip(" :") for each in wordings("byline", "opening"))


@cache
def _helpers() -> tuple[str, ...]:
    return tuple(wordings("byline", "helper"))
