"""Who wrote the entries of a live blog: a name that comes again beside headings and times."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from cleaner.document.article import Article
from cleaner.document.block import Block
from cleaner.text.patterns import CLOCK, is_stamp

NAME_LETTERS, NAME_LETTERS_UNSPACED = 40, 8
ENTRIES, COPIES = 3, 2
"""A live blog has so many entries with a name, one name among them so often."""
_AUTHORS = frozenset({"author", "authors", "byline", "writer", "reporter", "autor", "auteur"})


def entry_names(article: Article) -> Iterator[Block]:
    """Lines with a name that comes again beside the heading and the time of an entry."""
    named = [(p, b) for p, b in article.short_blocks if _may_be_name(b)]
    often = Counter(block.key for _, block in named)
    again = [(p, b) for p, b in named if often[b.key] >= COPIES]
    told = [(b, _heads(article, p)) for p, b in again]
    entries = [b for b, signs in told if signs]
    few = 2 * len({b.key for b in entries}) <= len(entries)
    most = len(entries) >= len(again) - 1  # under the last entry stands nothing
    if not few or not most or len(entries) < ENTRIES:
        return
    sure = {b.key for b, signs in told if _tells(signs, often[b.key])}
    for block, signs in told:
        if block.key in sure and (not signs or _tells(signs, often[block.key])):
            yield block


def _tells(signs: set[str], copies: int) -> bool:
    """Whether what stands beside a name makes it that of an entry's author."""
    timed = "time" in signs and ("heading" in signs or copies >= ENTRIES)
    return timed or "author" in signs


def _heads(article: Article, position: int) -> set[str]:
    """What of "heading" and "time" stands right over or under a line; "author" for its class."""
    over = [b for p in (position - 2, position - 1) if (b := article.near(p)) is not None]
    while over and over[0].is_prose:
        del over[0]
    under = article.near(position + 1)
    beside = [*over, under] if under is not None and not under.is_prose else over
    signs = {"heading" if b.is_heading else "time" for b in beside if b.is_heading or _is_time(b)}
    names = article.place(article.blocks[position]).names
    return signs if _AUTHORS.isdisjoint(names) else {*signs, "author"}


def _is_time(block: Block) -> bool:
    """A time of the day, or how long ago: calendars have dates, and places under them."""
    told = is_stamp(block.plain) and CLOCK.search(block.plain)
    return block.is_short and bool(told or ("timestamp", "relative") in block.hits)


def _may_be_name(block: Block) -> bool:
    """Two to four words, or a few letters of a script without spaces, and no sign after them."""
    text = block.text
    if block.tag != "p" or len(text) > NAME_LETTERS or not text[-1:].isalpha() or "," in text:
        return False
    if block.is_unspaced:
        return len(text) <= NAME_LETTERS_UNSPACED
    parts = text.split()
    return len(parts) in (2, 3, 4) and not any(p[0].islower() or p[0].isdigit() for p in parts)
