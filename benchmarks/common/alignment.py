"""Labels for blocks from a page's true text: which are article, which are not, which do not tell.

The truth is plain text without places, so blocks are aligned with it in order (longest common
subsequence of words): a short line that happens to occur elsewhere in the truth is not article
text. Pages whose truth gives snippets only (`present`, `absent`) label the blocks that hold them.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import Any

from rapidfuzz.distance import LCSseq

from cleaner.text.words import match_key, words

ARTICLE = 0.8
RESIDUE = 0.35
"""Share of a block's words in the truth from which, and up to which, it has a label."""
MAX_SHORT_WORDS = 5
MIN_LONG_WORDS = 8
MIN_LETTERS = 8


def label(texts: Sequence[str], page: dict[str, Any]) -> list[bool | None]:
    """Per text: True for article, False for residue, None where the truth does not tell."""
    if "truth" in page:
        found = [_verdict(share) for share in shares(texts, page["truth"])]
        return _without_deck(texts, found, page.get("deck") or "")
    return _by_snippets([_folded(text) for text in texts], page["present"], page["absent"])


def _without_deck(texts: Sequence[str], found: list[bool | None], deck: str) -> list[bool | None]:
    """The verdicts, none on lines of a summary that may stand or not."""
    key = match_key(deck)
    if not key:
        return found
    return [
        None if not was and (own := match_key(text)) and own in key else was
        for text, was in zip(texts, found, strict=True)
    ]


def _verdict(share: float) -> bool | None:
    return True if share >= ARTICLE else False if share <= RESIDUE else None


def _by_snippets(
    texts: Sequence[str], present: Sequence[str], absent: Sequence[str]
) -> list[bool | None]:
    """Rows with a snippet; none of them, where a snippet stands in several."""
    found: list[bool | None] = [None] * len(texts)
    for snippet in map(_folded, present):
        at = [i for i, text in enumerate(texts) if snippet in text]
        if len(at) == 1:
            found[at[0]] = True
    for snippet in map(_folded, absent):
        for i, text in enumerate(texts):
            if _covers(text, snippet):
                found[i] = False
    return found


def _folded(text: str) -> str:
    """Whole words alone, so that “Mission” is not found in “Emissionen”."""
    return f" {' '.join(words(text))} "


def _covers(own: str, snippet: str) -> bool:
    """Whether a snippet is most of a text, or the text a good part of the snippet."""
    if not own.strip() or not snippet.strip():
        return False
    inside = snippet in own and 2 * len(snippet) >= len(own)
    return inside or (own in snippet and len(own) >= MIN_LETTERS)


def shares(texts: Sequence[str], truth: str) -> list[float]:
    """Per text, the share of its words that the truth has at that place."""
    rows = [words(line) for line in truth.split("\n")]
    wanted = [word for row in rows for word in row]
    edges = _edges(rows)
    got = [words(text) for text in texts]
    at = _aligned([word for row in got for word in row], wanted)
    result, start = [], 0
    for row in got:
        result.append(_share(start, row, at, edges))
        start += len(row)
    return _out_of_order(texts, truth, got, result)


def _edges(rows: Sequence[Sequence[str]]) -> tuple[set[int], set[int]]:
    """Positions of the first words of the truth's lines, and those after their last."""
    starts, ends, at = set(), set(), 0
    for row in rows:
        starts.add(at)
        at += len(row)
        ends.add(at)
    return starts, ends


def _aligned(got: Sequence[str], wanted: Sequence[str]) -> dict[int, int]:
    equal = (op for op in LCSseq.opcodes(got, wanted) if op.tag == "equal")
    return {
        i: op.dest_start + i - op.src_start for op in equal for i in range(op.src_start, op.src_end)
    }


def _share(
    start: int, row: Sequence[str], at: dict[int, int], edges: tuple[set[int], set[int]]
) -> float:
    """The share of a row's words that were found; a short row must be found in one piece.

    And that piece must be a whole line of the truth, or go on from the rows beside it.
    """
    places = [at[i] for i in range(start, start + len(row)) if i in at]
    if not places:
        return 0.0
    if len(row) <= MAX_SHORT_WORDS and len(places) == len(row):
        first, last = places[0], places[-1] + 1
        joined = at.get(start - 1) == first - 1 or at.get(start + len(row)) == last
        whole = first in edges[0] and last in edges[1]
        if last - first != len(row) or not (joined or whole):
            return 0.0
    return len(places) / len(row)


def _out_of_order(
    texts: Sequence[str], truth: str, got: Sequence[Sequence[str]], found: list[float]
) -> list[float]:
    """Long texts that the truth has at another place, as often as it has them."""
    whole = match_key(truth)
    taken = Counter(match_key(s) for s, share in zip(texts, found, strict=True) if share >= ARTICLE)
    for i, (text, row) in enumerate(zip(texts, got, strict=True)):
        own = match_key(text)
        if found[i] < ARTICLE and len(row) >= MIN_LONG_WORDS and whole.count(own) > taken[own]:
            found[i] = 1.0
            taken[own] += 1
    return found
