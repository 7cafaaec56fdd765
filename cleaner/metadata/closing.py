"""Who wrote an article, by the lines behind it: a labelled name, or one over a note."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import islice, pairwise, takewhile

from cleaner.metadata.bylines import PATH, Named, opened_bylines
from cleaner.metadata.names import names_in
from cleaner.metadata.persons import looks_personal
from cleaner.metadata.signed import lone
from cleaner.reading.line import Line

MAX_NOTE = 6
"""Words of a line that is no note."""
MAX_NAME = 3
"""Words of a link that may be a name."""


def closing_bylines(lines: Sequence[Line], languages: frozenset[str]) -> Iterator[Named]:
    """What the first byline behind an article says, of the lines behind it."""
    told = opened_bylines(_own(lines), languages)
    yield from islice((n for n in told if all(map(looks_personal, names_in(n.said)))), 1)


def noted_bylines(lines: Sequence[Line]) -> Iterator[Named]:
    """The one name behind an article over a text that begins with it, as of an author's note."""
    own = _own(lines)
    found = {
        said: line.text
        for line, note in pairwise(own)
        if note.block.size > MAX_NOTE and (said := lone(line.block)) and _is_of(note, said)
    }
    if len(found) == 1:
        yield from (Named(said, "byline over a note", raw) for said, raw in found.items())


def _own(lines: Sequence[Line]) -> list[Line]:
    """The last two lines of an article, and those behind it up to the first card."""
    return [*lines[:2], *takewhile(lambda line: not _is_card(line), lines[2:])]


def _is_of(note: Line, said: str) -> bool:
    return note.text.lower().startswith(next(iter(names_in(said)), said).lower())


def _is_card(line: Line) -> bool:
    """Whether a line begins the card of another article: it is a link of several words."""
    block = line.block
    links = [m for m in block.marks if m.tag == "a" and not PATH.search(m.href)]
    whole = any(m.end - m.start > 0.8 * len(block.text) for m in links)
    return whole and block.size > MAX_NAME
