"""Who wrote an article by its visible lines: bylines over it, and those that our detectors found."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from cleaner.document.block import Block
from cleaner.document.finding import Finding
from cleaner.metadata.names import looks_personal, names_in
from cleaner.metadata.tags import Said
from cleaner.reading.line import Line
from cleaner.reading.names import names_of
from cleaner.text import words as t
from cleaner.text.lexicon import wordings

MAX_WORDS = 25
"""Words of a line that may be a byline."""
LEVELS = 3
"""Elements around a line, from the innermost, whose class names are looked at."""
_CLASSES = frozenset("author authors byline autor auteur writer reporter".split())


def bylines(lines: Sequence[Line], languages: frozenset[str]) -> Iterator[Said]:
    """What short lines of an article's head say after "By", or by their class names.

    lines: from the title to the first paragraph, in order.
    """
    short = [n for n in lines if n.block.size <= MAX_WORDS and not n.block.is_heading]
    for place, line in enumerate(short):
        said = opened(line.block, languages)
        if said == "" and place + 1 < len(short):
            said = _lone(short[place + 1].block)
        if said:
            yield said, "byline"
        elif said is None and _is_marked(line) and (said := _lone(line.block)):
            yield said, "byline by its class"


def found_bylines(findings: Iterable[Finding], languages: frozenset[str]) -> Iterator[Said]:
    """What the bylines say that our detectors found."""
    listed = [f for f in findings if f.kind == "byline" and f.block.size <= MAX_WORDS]
    for f in listed:
        said = opened(f.block, languages)
        if said or (said is None and (said := _lone(f.block))):
            yield said, "byline"


def opened(block: Block, languages: frozenset[str]) -> str | None:
    """What stands behind the opening of a byline; None where there is no such opening.

    Empty where nothing stands there, and after openings that name who helped, as an editor.
    """
    for hit in block.hits.get(("byline", "opening"), ()):
        if hit.language in languages and hit.start <= 2:
            opening = block.plain[hit.start : hit.end].strip(" :")
            if opening.startswith(_helpers()):
                return None
            return _linked(block, hit.end) or block.text[hit.end :].strip(" :：|/-–—")
    return "" if block.plain.strip(" :") in wordings("byline", "label") else None


def _helpers() -> tuple[str, ...]:
    return tuple(wordings("byline", "helper"))


def _linked(block: Block, start: int) -> str:
    """The names that are links, from a place on; empty where other words than "and" are not."""
    links = [m for m in block.marks if m.tag == "a" and m.start >= start - 1]
    names = [block.text[m.start : m.end].strip() for m in links]
    said = [name for name in names if name and names_in(name) == [name]]
    opens = bool(links) and not block.text[start : links[0].start].strip(" :：|/-–—")
    return "; ".join(said) if said and opens and all(map(looks_personal, said)) else ""


def _lone(block: Block) -> str:
    """What a line says that is nothing but names of persons; empty of any other."""
    if linked := _linked(block, 0):
        return linked
    names = names_in(block.text)
    size = sum(len(t.match_key(name)) for name in names)
    is_all = names and all(map(looks_personal, names)) and size > 0.5 * len(block.key)
    return block.text if is_all else ""


def _is_marked(line: Line) -> bool:
    """Whether the class names of an element with few lines say that it names the author."""
    element = line.element
    for _ in range(LEVELS):
        if element is None or element.tag in ("body", "main", "article"):
            return False
        if not _CLASSES.isdisjoint(names_of(element)):
            return True
        element = element.getparent()
    return False
