"""Verse under the headline: a song or poem over what is written about it.

Extractors take what is written about it, since that is prose. Verse is told by its form alone:
short lines that `<br>` parts, in one element or in several side by side.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence

from cleaner.document.block import Block
from cleaner.reading.line import Element, Line
from cleaner.reading.lines import Source
from cleaner.text.words import match_key

MIN_LINES, STANZA = 8, 3
"""Lines of a poem, and of one element of it."""
WORDS = 12
"""Of a line, in the mean."""
LINKED = 0.5
AGAIN = 3
"""Lines of a refrain: a list of links says nothing twice."""


def verse_under_headline(blocks: Iterable[Block], source: Source) -> Iterator[Line]:
    """The lines of verse between the page's title and the first paragraph of some blocks."""
    title = source.title_line(match_key(source.headline))
    first = next((block.line for block in blocks if block.is_prose), 0)
    if not 0 <= title < first - MIN_LINES:
        return
    poems: dict[Element, list[Line]] = defaultdict(list)
    for stanza in _stanzas(source.lines[title + 1 : first]):
        poems[stanza[0].element.getparent()] += stanza
    for poem in poems.values():
        if len(poem) >= MIN_LINES and _is_read(poem):
            yield from poem


def _stanzas(lines: Sequence[Line]) -> Iterator[list[Line]]:
    """The lines of each element that holds nothing but short lines with breaks between them."""
    held: dict[Element, list[Line]] = defaultdict(list)
    for line in lines:
        if not line.outside:
            held[line.element].append(line)
    for stanza in held.values():
        words = sum(line.block.size for line in stanza)
        parted = sum(line.block.layout.tight for line in stanza)
        if len(stanza) >= STANZA and words <= WORDS * len(stanza) < 2 * WORDS * parted:
            yield stanza


def _is_read(poem: Sequence[Line]) -> bool:
    """Whether lines are there to be read, and not to be chosen from."""
    letters = sum(len(line.text) for line in poem)
    said = Counter(line.key for line in poem)
    refrain = sum(count for count in said.values() if count > 1)
    return refrain >= AGAIN or sum(line.linked for line in poem) <= LINKED * letters
