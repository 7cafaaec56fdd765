"""Who wrote it, on a line of its own.

Seen as: "By Jane Doe", "Von …", "记者 …", a name with a role, a name with date and reading time;
before the first paragraph or after the last; a name that comes again over the entries of a live
blog.

Kept: speaker names in an interview; the signature of a letter or poem; "By 2030 …" in prose.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from cleaner.document.article import Article
from cleaner.document.block import Block
from cleaner.document.finding import Finding, likely, possible
from cleaner.signals.phrases import lexicon, positions
from cleaner.signals.regions import in_head
from cleaner.text import words as t
from cleaner.text.lexicon import scan, wordings
from cleaner.text.patterns import CLOCK, EMAIL, has_email, is_stamp, without_dates
from cleaner.text.sentences import tail

LOOK = "blue plain"

OPENINGS = lexicon("byline", "opening")
CLOSINGS = lexicon("byline", "closing")
LABELS = lexicon("byline", "label")
MAX_WORDS = 16
CLOSING_WORDS = 8
NAME_LETTERS, NAME_LETTERS_UNSPACED = 40, 8
ENTRIES, COPIES = 3, 2
"""A live blog has so many entries with a name, one name among them so often."""
_BARS = re.compile(r"\s[|·•]\s")
_BARE = re.compile(r"(?:[^\W\d_a-z][\w.'’-]*)(?: [^\W\d_a-z][\w.'’-]*){1,3}")
_AUTHORS = frozenset({"author", "authors", "byline", "writer", "reporter", "autor", "auteur"})
_NAME = re.compile(r"\s*[^\W\d_a-zà-ÿа-я]", re.U)


def find(article: Article) -> Iterator[Finding]:
    """Short lines at the edges that open, or close, as bylines do."""
    for position in {article.first_prose, article.last_prose} & set(article.prose):
        if not article.blocks[position].is_short:
            yield from _at_end(article.blocks[position])
    known = set(positions(article, OPENINGS, CLOSINGS, LABELS))
    for position, block in article.short_blocks:
        outside = position < article.first_prose or position > article.last_prose
        if not (position in known or outside or has_email(block.text)):
            continue
        if block.tag in ("tr", "pre") or block.is_prose or block.size > MAX_WORDS:
            continue
        if because := _reason(article, block) or _beside(article, position):
            yield from _judged(article, position, block, because)
    yield from _over_entries(article)


def _over_entries(article: Article) -> Iterator[Finding]:
    """Names that come again beside the heading and the time of an entry."""
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
            yield likely(block, "a name that comes again over other entries")


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


def _is_row(block: Block) -> bool:
    """Short pieces between bars or dots, one of them a date or a reading time."""
    if not _BARS.search(block.plain):
        return False
    pieces = [piece.strip() for piece in _BARS.split(block.plain) if piece.strip()]
    if len(pieces) < 2 or max(len(t.words(piece)) for piece in pieces) > CLOSING_WORDS:
        return False
    return any(is_stamp(p) or ("timestamp", "reading") in scan(p) for p in pieces)


def _is_role(block: Block) -> bool:
    """A role before a comma and a name: "Senior Correspondent, The Post"."""
    head, comma, _ = block.plain.partition(",")
    if not comma or block.size > CLOSING_WORDS:
        return False
    return head in wordings("byline", "label") or ("byline", "closing") in scan(head)


def _beside(article: Article, position: int) -> str:
    """A bare name in the head, right above or below a role, a byline or a date."""
    block = article.blocks[position]
    if position > article.first_prose or not _BARE.fullmatch(block.text):
        return ""
    for other in (article.near(position - 1), article.near(position + 1)):
        if other and other.is_short and (_reason(article, other) or is_stamp(other.plain)):
            return "a name beside a role or a date"
    return ""


def _at_end(block: Block) -> Iterator[Finding]:
    """A labelled name after a paragraph's last full stop: "Text: Jane Doe"."""
    start = tail(block.text)
    for hit in scan(block.plain[start:]).get(("byline", "opening"), ()) if start else ():
        if (
            ":" in block.plain[start : start + hit.end + 1]
            and len(t.words(block.text[start:])) <= 8
        ):
            seen = block.text[start : start + hit.end].strip(" :")
            yield likely(
                block, f"“{seen}” and a name at a paragraph's end", (start, len(block.text))
            )
            return


def _judged(article: Article, position: int, block: Block, because: str) -> Iterator[Finding]:
    after = position > article.last_prose
    if (in_head(article, position) and (block.is_short and not block.is_heading)) or after:
        yield likely(block, because)
    else:
        yield possible(block, because)


def _reason(article: Article, block: Block) -> str:
    if _is_row(block):
        return "a row of names, dates and reading times"
    if LABELS.find(block) or _is_role(block):
        return f"“{block.text}” on a line of its own"
    if (hit := OPENINGS.find(block, article)) and _is_name(block, hit.end):
        return f"“{block.text[hit.start : hit.end].strip()}” and a name"
    without = EMAIL.sub("", block.plain) if has_email(block.plain) else block.plain
    without = t.collapse_space(without)
    closing = scan(without).get(("byline", "closing")) if without != block.plain else None
    hit = closing[0] if closing else CLOSINGS.find(block, article)
    if hit and 1 < block.size <= CLOSING_WORDS:
        return f"a name and “{block.text[hit.start : hit.end].strip()}”"
    return ""


def _is_name(block: Block, start: int) -> bool:
    """Whether what follows reads like names: capitalised, few words, no sentence."""
    rest = EMAIL.sub("", block.text[start:]).strip(" :：|/-–—")
    rest = without_dates(t.fold(rest))[0] and rest
    if not rest or (t.ends_sentence(rest) and len(t.words(rest)) > 6):
        return False
    if block.is_unspaced or (not rest[0].isascii() and not rest[0].isupper()):
        return len(t.words(rest)) <= 20
    return bool(_NAME.match(rest)) and _capitals(rest) >= 0.5


def _capitals(text: str) -> float:
    words: list[str] = re.findall(r"[^\W\d_]{2,}", text)
    return sum(w[0].isupper() for w in words) / max(1, len(words))
