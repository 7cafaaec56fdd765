"""The title of a page that a scraper made one line of: what it begins with stands in it again.

The `<title>` comes first, often with the site's name behind or before it, then menus, then the
headline over the article. What the one begins with and the other is all of is set apart: the
title is known, menus end, and the article begins.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from itertools import islice
from typing import NamedTuple

from cleaner.reading.one_line import is_page
from cleaner.text.regex import regex
from cleaner.text.words import collapse_space, is_unspaced

BEGINS, ENDS = "\u2028", "\u2029"
LONG = 300
"""Letters from which a first line may hold a title and menus."""
MIN_WORDS, SURE = 3, 5
"""Words of a title that a sign ends, and of one that none does."""
UNSPACED = 3
"""Signs for a word, where no spaces part words."""
MAX_WORDS, MAX_LETTERS = 40, 400
WITHIN = 200
"""Letters in which a title begins, behind the site's name."""
MAX_STARTS, MAX_FOUND = 6, 50
MAX_COPIES = 6
"""Of a title; the name of a site stands in a page more often."""
LABELS, LOW = 12, 0.5
"""Words behind a title that are labels, and which share of them has no capital at most."""
_WORD = regex("[\u3005-\u9fff\uf900-\ufaff]|(?:(?![\u3005-\u9fff\uf900-\ufaff_])\\w)+")
_SIGN = regex(r"\s{0,9}(?:[|｜·•—–_]|::|//)|\s{1,9}[-:»›>/]{1,9}\s|(?<=[\u3000-\u9fff%)）])-")
_BEFORE = regex(r"(?:[|｜·•—–:：]|//|\s[-»›>/])\s{0,9}\Z")
_CLOSING = regex(r"[?!？！…%\"”’»)\]）」』】]*")
_OPENING = "\"'“‘«„(¿¡[#@（「『【"


class _Word(NamedTuple):
    """A word in lower case, or a character of a script without spaces, and where it stands."""

    text: str
    start: int
    end: int


class _Copy(NamedTuple):
    """A title, and where it stands again."""

    size: int
    """Of its words."""
    end: int
    """Where it ends at the beginning of the text."""
    spans: list[tuple[int, int]]
    """Where it stands again."""


def titles_marked(text: str) -> str:
    """A scraped text with BEGINS and ENDS around its title, where it is found glued to menus.

    text: without those signs.

    >>> titles_marked("Rain stops. Rain fell.")
    'Rain stops. Rain fell.'
    """
    stop = text.find("\n", LONG)
    line = text if stop < 0 else text[:stop]
    if len(line) < LONG or "\n" in line[:WITHIN]:
        return text
    unit = UNSPACED if is_unspaced(line[: 10 * LONG]) else 1
    starts = islice(_starts(line), MAX_STARTS)
    copies = [copy for at, before in starts if (copy := _copy_of(text, at, before, unit))]
    best = max(copies, key=lambda copy: copy.size, default=None)
    if best is None or not (_are_labels(line[best.end :]) if unit == 1 else is_page(line)):
        return text
    return _marked(text, [(0, best.end), *best.spans])


def _marked(text: str, spans: Iterable[tuple[int, int]]) -> str:
    parts, at = [], 0
    for start, end in spans:
        title = collapse_space(text[start:end])
        parts += [text[at:start], BEGINS, title, ENDS]
        at = end
    return "".join((*parts, text[at:]))


def parts_of(line: str) -> Iterator[tuple[str, bool]]:
    """The titles in a marked line, and what stands between them; with whether each is a title."""
    before, *rest = line.split(BEGINS)
    yield before, False
    for each in rest:
        title, _, behind = each.partition(ENDS)
        yield title, True
        yield behind, False


def _starts(line: str) -> Iterator[tuple[int, int]]:
    """Where a title may begin, and behind how many words: with the line, or after the site's."""
    last = 0
    for number, match in enumerate(_WORD.finditer(line, 0, WITHIN)):
        if not last or _BEFORE.search(line, last, match.start()):
            yield match.start(), number
        last = match.end()


def _copy_of(text: str, start: int, before: int, unit: int) -> _Copy | None:
    """The longest title from a place on that stands again, and is more than the words before."""
    words, least = _words(text, start), unit * MIN_WORDS
    if len(words) <= least:
        return None
    between = r"[\W_]{1,9}" if unit == 1 else r"[\W_]{0,9}"
    opening = between.join(re.escape(word.text) for word in words[:least])
    again = re.compile(rf"(?<!\w){opening}(?!\w)" if unit == 1 else opening, re.I)
    found: dict[int, list[tuple[int, int]]] = defaultdict(list)
    for match in islice(again.finditer(text, words[least - 1].end), MAX_FOUND):
        others = _words(text, match.start())
        if count := _count(text, words, others, unit):
            found[count].append(_around(text, match.start(), others[count - 1].end))
    count = max(found, default=0)
    if count <= before or len(found[count]) > MAX_COPIES:
        return None
    return _Copy(count, _around(text, start, words[count - 1].end)[1], found[count])


def _words(text: str, start: int) -> list[_Word]:
    found = islice(_WORD.finditer(text, start, start + MAX_LETTERS), UNSPACED * MAX_WORDS)
    return [_Word(match[0].lower(), *match.span()) for match in found]


def _count(text: str, words: list[_Word], others: list[_Word], unit: int) -> int:
    """How many words of a title stand again as one; 0 where none do.

    A sign that ends the title at the beginning alone, before the site's name, ends it.
    """
    same = 0
    while same < min(len(words), len(others)) and words[same].text == others[same].text:
        same += 1
    ends = range(unit * MIN_WORDS, same + 1)
    same = next((n for n in ends if _parts(text, words[n - 1].end, others[n - 1].end)), same)
    is_title = same >= unit * MIN_WORDS and _is_apart(text, words[:same], others[:same], unit)
    return same if is_title else 0


def _parts(text: str, end: int, other: int) -> bool:
    """Whether a sign stands behind a place, and none behind another."""
    return _has_sign(text, end) and not _has_sign(text, other) and text[other : other + 1] != ":"


def _is_apart(text: str, words: list[_Word], others: list[_Word], unit: int) -> bool:
    """Whether words are a title, and no part of a sentence where they stand again."""
    if text[words[0].start].isupper() and text[others[0].start].islower():
        return False
    end, other = words[-1].end, others[-1].end
    if _goes_on(text, other):
        return False
    is_set_off = _has_sign(text, end) or text[end : end + 1] in ("?", "!", "？", "！")
    return is_set_off or (len(words) >= unit * SURE and _next(text, end)[:1].isupper())


def _goes_on(text: str, place: int) -> bool:
    """Whether a sentence goes on behind a place."""
    if text[place : place + 1] in (",", "，", "、", ";", "；"):
        return True
    ends = _has_sign(text, place) or text[place : place + 1] in ("?", "!")
    return _next(text, place)[:1].islower() and not ends


def _has_sign(text: str, place: int) -> bool:
    closed = _CLOSING.match(text, place)
    return bool(_SIGN.match(text, closed.end() if closed else place))


def _next(text: str, place: int) -> str:
    match = _WORD.search(text, place)
    return match[0] if match else ""


def _around(text: str, start: int, end: int) -> tuple[int, int]:
    """A span with the signs that open and close it."""
    while start and text[start - 1] in _OPENING:
        start -= 1
    closed = _CLOSING.match(text, end)
    return start, closed.end() if closed else end


def _are_labels(line: str) -> bool:
    """Whether what stands behind a title is menus, and no sentence."""
    words = [match[0] for match in islice(_WORD.finditer(line), LABELS)]
    return len(words) == LABELS and sum(word[0].islower() for word in words) <= LOW * LABELS
