"""The sentences of a text, each by how it begins and ends: what tells an update from a repost."""

from __future__ import annotations

from collections.abc import Iterator
from zlib import crc32

import numpy as np
from numpy.typing import NDArray

from cleaner.text.regex import regex
from cleaner.text.words import match_key

SHORTEST = 30
"""Letters of a sentence that counts: shorter ones are labels, and said again and again."""
ANCHOR = 16
"""Letters at either end of a sentence by which it is known again, whatever was edited within."""
MOST = 1000
"""Sentences that are kept of a text."""
PARAGRAPH = 100
"""Letters of sentences that stand in one text and not in the other from which on a paragraph
differs: some twenty words."""
PART = 0.75
"""A copy that says nothing else and less than this share of the other one is an excerpt."""
DENSE, DENSE_WEIGHT = "\u2e80", 3
"""From here on in Unicode a letter says about as much as three Latin ones."""
_END = regex(r"[.!?؟۔…]+[^\w\s]*\s|[。！？]")
"""Wherever a sentence may end: what both texts are cut at is the same."""
SENTENCE = np.dtype([("start", "<u2"), ("end", "<u2"), ("letters", "u1")])
LONGEST = 255

SAME_TEXT, REPOST, EXCERPT, UPDATED = "same text", "repost", "excerpt", "updated"
RELATIONS = (SAME_TEXT, REPOST, EXCERPT, UPDATED)
"""What a copy is of the row that is kept: the same to the byte; the same paragraphs, though words
may be edited; a part of it; or with a paragraph that stands in only one of the two."""

Outline = NDArray[np.void]


def outline(text: str) -> bytes:
    """The sentences of a text, five bytes each, but for short ones."""
    return np.array(list(_sentences(text))[:MOST], dtype=SENTENCE).tobytes()


def _sentences(text: str) -> Iterator[tuple[int, int, int]]:
    for said in _END.split(text):
        key = match_key(said)
        weight = DENSE_WEIGHT if key[:1] >= DENSE else 1
        if (letters := weight * len(key)) >= SHORTEST:
            end = ANCHOR // weight
            yield _hashed(key[:end]), _hashed(key[-end:]), min(letters, LONGEST)


def _hashed(letters: str) -> int:
    return crc32(letters.encode("utf-8", "replace")) & 0xFFFF


def relation(copy: bytes, kept: bytes) -> str:
    """What a text is of the one that is kept, by their outlines: REPOST, EXCERPT or UPDATED."""
    one, other = (np.frombuffer(each, dtype=SENTENCE) for each in (copy, kept))
    more, less = _missing(one, other), _missing(other, one)
    if more >= PARAGRAPH or less >= PARAGRAPH:
        is_part = more < PARAGRAPH and _letters(one) < PART * _letters(other)
        return EXCERPT if is_part else UPDATED
    return REPOST


def _missing(one: Outline, other: Outline) -> int:
    """Letters of the sentences of one text that neither begin nor end as one of the other does."""
    known = np.isin(one["start"], other["start"]) | np.isin(one["end"], other["end"])
    return _letters(one[~known])


def _letters(said: Outline) -> int:
    return int(said["letters"].sum(dtype=np.int64))
