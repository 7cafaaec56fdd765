"""Digests of lines: what is kept of a text, so that it is known again and cannot be read."""

from __future__ import annotations

import re
from base64 import urlsafe_b64encode
from hashlib import blake2b

from cleaner.document.block import PROSE_WORDS, Block

EDGE = 8
"""Words at the beginning and at the end of prose that tell it."""

_DIGITS = re.compile(r"\d+")


def digest(text: str) -> str:
    """Eight characters for a text: 48 bits, so that two of a site's lines are hardly ever one."""
    return urlsafe_b64encode(
        blake2b(text.encode("utf-8", "replace"), digest_size=6).digest()
    ).decode()


def key_of(letters: str) -> str:
    """The digest of a text's letters (`match_key`), every number counting as the same.

    >>> key_of("412readersgave") == key_of("9readersgave")
    True
    """
    return digest(_DIGITS.sub("0", letters))


def key_of_block(block: Block) -> str:
    """The same of a block; of one without a letter, such as a rule of stars, of its signs."""
    return key_of(block.key or block.text)


def exact_of(letters: str) -> str:
    """The digest of a text's letters and numbers; empty where it has no number."""
    return digest(letters) if _DIGITS.search(letters) else ""


def ends_of(block: Block) -> tuple[str, str]:
    """Digests of the first and of the last words of a block; empty where it is short."""
    words = block.words
    if block.size < PROSE_WORDS or len(words) < PROSE_WORDS:
        return "", ""
    edge = 2 * EDGE if block.is_unspaced else EDGE
    return (
        digest(_DIGITS.sub("0", " ".join(words[:edge]))),
        digest(_DIGITS.sub("0", " ".join(words[-edge:]))),
    )
