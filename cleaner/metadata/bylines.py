"""Who wrote an article, by its visible lines: bylines over it, and what our detectors found."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import islice
from typing import NamedTuple

from lxml import etree

from cleaner.document.block import Block
from cleaner.document.finding import Finding
from cleaner.metadata.names import names_in
from cleaner.metadata.persons import helpers, is_role, looks_personal
from cleaner.metadata.signed import first_name, lone, opened, openings
from cleaner.metadata.timestamps import is_of_change
from cleaner.reading.line import Line
from cleaner.text import words as t
from cleaner.text.dates import days_in
from cleaner.text.patterns import has_digit, is_stamp

MAX_WORDS = 30
"""Words of a line that may be a byline."""
MAX_ROLE, MAX_LABEL = 5, 3
"""Words of a line that may be a role, or the label of a date."""
TITLES = ("h1", "h2", "h3")
LEVELS = 3
"""Elements around a line, from the innermost, whose class names are looked at."""
_CLASSES = re.compile(r"author|byline|autor(?![a-z])|auteur|creator|reporter|writer", re.I)
_ABOUT = re.compile(r"(?<![a-z])(?:description|desc|bio|role|job)(?![a-z])", re.I)
"""Class names of what is said of an author."""
INNER = 9
"""Elements within a line whose class names are looked at."""
PATH = re.compile(
    r"/(?:authors?|autor\w*|auteurs?|people|person|staff|contributors?|writers?|reporters?|"
    r"columnists?|journalists?|byline|by|bio|redak\w+|team)/|[?&]author=",
    re.I,
)


class Named(NamedTuple):
    """What a line says of the authors."""

    said: str
    """What of it may be names."""
    where: str
    raw: str
    """All of it."""


Said = tuple[str, str]
"""What may be names, and the sort of line that says it; empty where it is none."""
Reader = Callable[[Sequence[Line], int, frozenset[str]], Said]
"""Reads one of some lines, by its place among them."""


def bylines(lines: Sequence[Line], languages: frozenset[str]) -> Iterator[Named]:
    """What the first byline among some lines says: after "By", by its class or its link.

    lines: those of an article's head, in order.
    """
    short = _short_lines(lines)
    for read in (_after_opening, _by_class, _by_link, _beside):
        place, named = next(_told(read, short, languages), (0, None))
        if named:
            yield named
        if named and read is _by_class:
            yield from _alike(short[place + 1 :], short[place], named.where)


def opened_bylines(lines: Sequence[Line], languages: frozenset[str]) -> Iterator[Named]:
    """What each of some lines says behind an opening such as "By"."""
    return (named for _, named in _told(_after_opening, _short_lines(lines), languages))


def _short_lines(lines: Sequence[Line]) -> list[Line]:
    """The lines that may be bylines: short ones that name nobody who helped."""
    return [n for n in lines if n.block.size <= MAX_WORDS and not _helps(n.block)]


def _told(
    read: Reader, lines: Sequence[Line], languages: frozenset[str]
) -> Iterator[tuple[int, Named]]:
    """What a reader finds in some lines, each with its place among them."""
    for place, line in enumerate(lines):
        said, where = read(lines, place, languages)
        if said:
            yield place, Named(said, where, line.text)


def found_bylines(findings: Iterable[Finding], languages: frozenset[str]) -> Iterator[Named]:
    """What the first byline says that our detectors found."""
    for f in findings:
        if f.kind == "byline" and f.block.size <= MAX_WORDS and not _helps(f.block):
            said = opened(f.block, languages)
            if said or (said is None and (said := lone(f.block))):
                yield Named(said, "byline finding", f.block.text)
                return


def _helps(block: Block) -> bool:
    """Whether a line names who helped, as an editor or a translator, and no author."""
    return block.plain.lstrip(" |·•-–—").startswith(helpers())


def _after_opening(lines: Sequence[Line], place: int, languages: frozenset[str]) -> Said:
    """Names behind an opening such as "By", on its line or on the next."""
    said = opened(lines[place].block, languages)
    if said == "" and place + 1 < len(lines):
        said = "; ".join(_listed(lines[place + 1 :])) or first_name(lines[place + 1].block)
    return said or "", "byline"


def _listed(lines: Sequence[Line]) -> Iterator[str]:
    """The names under a label: on one line, or on those of a list."""
    for count, line in enumerate(lines):
        is_next = line.number == lines[0].number + count  # no label stands between
        if not (is_next and (said := lone(line.block))):
            return
        yield said
        if line.element.tag != "li":
            return


def _by_class(lines: Sequence[Line], place: int, languages: frozenset[str]) -> Said:
    """Names in an element whose class names say that it names the author."""
    line, where = lines[place], "byline by its class"
    element = line.element
    for _ in range(LEVELS):
        if element is None or element.tag in ("body", "main", "article"):
            break
        names = element.get("class") or ""
        if _CLASSES.search(names) and not _ABOUT.search(names):
            is_name = "name" in names.lower() and names_in(line.text)
            return (line.text if is_name else lone(line.block)), where
        element = element.getparent()
    inner = (each.get("class") or "" for each in islice(line.element.iter(etree.Element), INNER))
    is_inner = any(_CLASSES.search(names) and not _ABOUT.search(names) for names in inner)
    return (lone(line.block) if is_inner else ""), where


def _by_link(lines: Sequence[Line], place: int, languages: frozenset[str]) -> Said:
    """Names that are links to pages of authors."""
    block = lines[place].block
    links = [m for m in block.marks if m.tag == "a" and PATH.search(m.href)]
    said = [(block.text[m.start : m.end].strip(), m.href) for m in links]
    if _other_label(block):
        return "", ""
    persons = [name for name, href in said if looks_personal(name) or _leads_to(href, name)]
    return "; ".join(persons) if block.tag not in TITLES else "", "byline by its link"


def _leads_to(href: str, name: str) -> bool:
    """Whether an address ends with a name: "/author/edb-team" of "EDB Team"."""
    return t.match_key(href.rstrip("/").rpartition("/")[2]) == t.match_key(name) != ""


def _other_label(block: Block) -> bool:
    """Whether a line begins with a label that is none of an author's: "Contact: Jane Doe"."""
    label, colon, _ = block.plain.partition(":")
    return bool(colon) and len(t.words(label)) <= MAX_LABEL and label.strip() not in openings()


def _beside(lines: Sequence[Line], place: int, languages: frozenset[str]) -> Said:
    """Names on a line of their own beside a date or a role; a link elsewhere is no name."""
    block, where = lines[place].block, "byline beside a date"
    said = "" if block.is_heading or block.is_unspaced else lone(block)
    if not said or _leads_elsewhere(block):
        return "", where
    is_second = opened(block, languages) and any(opened(n.block, languages) for n in lines[:place])
    tells = not is_second and (_is_dated(block) or any(map(_tells, _near(lines, place))))
    return said if tells else "", where


def _leads_elsewhere(block: Block) -> bool:
    """Whether the first name of a line, or what stands before it, is a link to no author's page."""
    name = next(iter(names_in(block.text)), "")
    end = block.text.find(name) + len(name) if name else len(block.text)
    return any(m.tag == "a" and m.start < end and not PATH.search(m.href) for m in block.marks)


def _near(lines: Sequence[Line], place: int) -> Sequence[Line]:
    """The lines beside one, and that behind a short line under it, as a role is."""
    after = lines[place + 1 : place + 3]
    may_be_role = after and after[0].block.size <= MAX_ROLE and not after[0].block.marks
    is_role = may_be_role and after[0].text[0].isalpha() and not has_digit(after[0].text)
    return (*lines[max(0, place - 1) : place], *after[: 1 + bool(is_role)])


def _tells(line: Line) -> bool:
    """Whether a line beside a name says that it is the author's: a date, its label, or a role."""
    is_label = line.block.size <= MAX_LABEL and is_of_change(line.text)
    return is_label or _is_dated(line.block) or _is_role(line)


def _is_dated(block: Block) -> bool:
    return is_stamp(block.plain) or next(days_in(block.text), None) is not None


def _is_role(line: Line) -> bool:
    return line.block.size <= MAX_ROLE and is_role(line.text)


def _alike(lines: Iterable[Line], first: Line, where: str) -> Iterator[Named]:
    """Names in elements made like that of the first."""
    made = first.element.tag, first.element.get("class")
    for line in lines if made[1] else ():
        if (line.element.tag, line.element.get("class")) == made and (said := lone(line.block)):
            yield Named(said, where, line.text)
