"""One gapped pattern of a lexicon, as it is written: word classes in order, with gaps between.

"^ subscribe/sign up … newsletter*/digest" is two classes. `…` stands for at most 6 words and `…9`
for at most 9, `*` for any ending, and `^` for the start of a sentence.
"""

from __future__ import annotations

from typing import NamedTuple

from cleaner.text.regex import regex
from cleaner.text.words import fold

GAP = 6
HEAD = 3
"""Letters that each word with a `*` has at least, but for Korean: its letters are syllables."""
_SYLLABLES = "\uac00"
UNSPACED = "\u0e00-\u0eff\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff"
"""Scripts without spaces, where the words of a class are looked for as letters."""
_SIGNS = "\u0300-\u036f\u0591-\u05c7\u0610-\u061a\u064b-\u065f\u0900-\u0963\u0966-\u0dff"
"""Vowel signs, which stand within a word and are no letters."""
WORD = regex(rf"[{_SIGNS}\w]+")
_WRITTEN = regex(rf"[{_SIGNS}\w]+\*?")
_DOTS = regex(r"…(\d*)")
IS_UNSPACED = regex("[\u0e00-\u0eff\u3040-\u9fff](?<![\u3100-\u33ff\u4dc0-\u4dff])")
"""One of `UNSPACED`, as classes of two ranges, which are compiled soon."""


class Step(NamedTuple):
    """A class of words, and how many other words may stand before it."""

    gap: int
    wordings: tuple[tuple[str, ...], ...]
    """Each of one or more words; of unspaced scripts, a piece of text."""


class Pattern(NamedTuple):
    """Steps in order; whether the gap of the first counts from the start of a sentence."""

    steps: tuple[Step, ...]
    opens: bool
    is_unspaced: bool


def parsed(written: str) -> Pattern:
    """A pattern as a list has it, read.

    >>> parsed("^ sign up … list*").steps[1]
    Step(gap=6, wordings=(('list*',),))
    """
    opens, is_unspaced = written.startswith("^"), bool(IS_UNSPACED.search(written))
    first, *others = _DOTS.split(fold(written.removeprefix("^")).strip())
    if not first.strip():  # "^ …2 subscribe": words before the first class
        gap, first, *others = others
    else:
        gap = "0"
    pairs = [(gap, first), *zip(others[::2], others[1::2], strict=True)]
    return Pattern(tuple(_step(*pair, is_unspaced) for pair in pairs), opens, is_unspaced)


def _step(gap: str, words: str, is_unspaced: bool) -> Step:
    wordings = [
        (each.strip(),) if is_unspaced else tuple(_WRITTEN.findall(each))
        for each in words.split("/")
    ]
    return Step(int(gap or GAP), tuple(wordings))


def head(word: str) -> str:
    """The letters by which a word with a `*` is looked up.

    >>> head("opinion"), head("구독")
    ('opi', '구')
    """
    return word[:HEAD] if word < _SYLLABLES else word[:1]
