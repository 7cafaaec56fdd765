"""Who wrote it, on a line of its own.

Seen as: "By Jane Doe", "Von …", "记者 …", a name with a role, a name with date and reading time;
before the first paragraph or after the last; a name that comes again over the entries of a live
blog.

Kept: speaker names in an interview; the signature of a letter or poem; "By 2030 …" in prose.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from cleaner.document.article import Article
from cleaner.document.block import Block
from cleaner.document.finding import Finding, likely, possible
from cleaner.signals.card_parts import dashed
from cleaner.signals.entry_names import entry_names
from cleaner.signals.phrases import lexicon, positions
from cleaner.signals.regions import in_head
from cleaner.text import words as t
from cleaner.text.lexicon import scan, wordings
from cleaner.text.patterns import EMAIL, has_email, is_stamp, without_dates
from cleaner.text.phrase import Hit
from cleaner.text.regex import regex
from cleaner.text.sentences import tail
from cleaner.text.values import is_data_row

LOOK = "blue plain"

OPENINGS = lexicon("byline", "opening")
CLOSINGS = lexicon("byline", "closing")
LABELS = lexicon("byline", "label")
MAX_WORDS = 16
CLOSING_WORDS = 8
_DIGIT = regex(r"\s(?=\d)")
_BARS = regex(r"\s[|·•]\s")
_BARE = regex(r"(?:[^\W\d_a-z][\w.'’-]*)(?: [^\W\d_a-z][\w.'’-]*){1,3}")
_SHORTENED = regex(r"\s\w{1,2}\.$")
"""As “Jr.” and initials are."""
_NAME = regex(r"\s*[^\W\d_a-zà-ÿа-я]", re.U)


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
    for block in entry_names(article):
        yield likely(block, "a name that comes again over other entries")


def _is_row(block: Block) -> bool:
    """Short pieces between bars or dots, one of them a date or a reading time, none a rank."""
    if not _BARS.search(block.plain) or is_data_row(block.plain):
        return False
    pieces = [piece.strip() for piece in _BARS.split(block.plain) if piece.strip()]
    if (
        len(pieces) < 2
        or pieces[0].rstrip(".").isdigit()
        or max(len(t.words(piece)) for piece in pieces) > CLOSING_WORDS
    ):
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
    if position > article.first_prose or not _is_bare(block.text):
        return ""
    after = article.near(position + 1)
    if article.is_text and after is not None and dashed(block, after):
        return ""
    for other in (article.near(position - 1), after):
        if other and other.is_short and (_reason(article, other) or is_stamp(other.plain)):
            return "a name beside a role or a date"
    return ""


def _is_bare(text: str) -> bool:
    """Whether a line is two to four words that begin as names do, and no short sentence.

    >>> [_is_bare(text) for text in ("Анна Вельская", "Никто не пострадал", "John Doe Jr.")]
    [True, False, True]
    """
    if not _BARE.fullmatch(text) or any(word[0].islower() for word in text.split()):
        return False
    return not t.ends_sentence(text) or bool(_SHORTENED.search(text))


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
    if (hit := OPENINGS.find(block, article)) and _opens_name(block, hit):
        return f"“{block.text[hit.start : hit.end].strip()}” and a name"
    without = EMAIL.sub("", block.plain) if has_email(block.plain) else block.plain
    without = t.collapse_space(without)
    closing = scan(without).get(("byline", "closing")) if without != block.plain else None
    hit = closing[0] if closing else CLOSINGS.find(block, article)
    if hit and 1 < block.size <= CLOSING_WORDS:
        return f"a name and “{block.text[hit.start : hit.end].strip()}”"
    return ""


def _opens_name(block: Block, hit: Hit) -> bool:
    """Whether names follow an opening; after one without a colon, in capitals where there are any.

    The Greek "του χρόνου" (next year) opens as "Του Γιάννη Ρίτσου" does.
    """
    rest = block.text[hit.end :].lstrip(" |/-–—")
    labelled = not block.text[: hit.end].rstrip()[-1:].isalpha() or rest[:1] in ":："
    return (labelled or not rest[:1].islower()) and _is_name(block, hit.end)


def _is_name(block: Block, start: int) -> bool:
    """Whether what follows reads like names: capitalised, few words, no sentence."""
    rest = EMAIL.sub("", block.text[start:]).strip(" :：|/-–—")
    rest = _before_times(rest) if without_dates(t.fold(rest))[0] else ""
    if not rest or (t.ends_sentence(rest) and len(t.words(rest)) > 6):
        return False
    if block.is_unspaced or (not rest[0].isascii() and not rest[0].isupper()):
        return len(t.words(rest)) <= 20
    return bool(_NAME.match(rest)) and _capitals(rest) >= 0.5


def _before_times(text: str) -> str:
    """A name without the date and the reading time after it; all, where other words follow it."""
    name = _DIGIT.split(text, maxsplit=1)[0]
    after = t.fold(text[len(name) :])
    reading = min((h.start for h in scan(after).get(("timestamp", "reading"), ())), default=None)
    date = after[:reading].strip(" |·•")
    return name if after[:reading] != after and (not date or is_stamp(date)) else text


def _capitals(text: str) -> float:
    words: list[str] = re.findall(r"[^\W\d_]{2,}", text)
    return sum(w[0].isupper() for w in words) / max(1, len(words))
