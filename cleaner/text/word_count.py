"""The number of words that people are told, wherever one is shown."""

from __future__ import annotations

from cleaner.text.words import has_unspaced, words


def word_count(text: str) -> int:
    """How many words a text has for its reader: as `wc -w` counts, between spaces.

    In scripts that are written without spaces (Chinese, Japanese, Thai) each character is a word.
    Comparisons and features count `words`, which part "don't" in two.

    >>> word_count("Don't panic!"), word_count("Don't panic, 東京!")
    (2, 4)
    """
    pieces = text.split()
    return sum(map(_count, pieces)) if has_unspaced(text) else len(pieces)


def _count(piece: str) -> int:
    return len(words(piece)) if has_unspaced(piece) else 1
