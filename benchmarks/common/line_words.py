"""How many words of each line of the truth are in an output.

Whole lines are claimed first, the article's before the furniture's where both say the same; what
then is left of the output is searched for runs of the lines that are left, the longest lines first.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from difflib import SequenceMatcher

from cleaner.text.words import match_key, words

RUN = 4
"""Words that a run must have, unless it is the whole line."""
Kept = dict[str, int]
"""Words that were kept, by the key of the line, over all lines that say the same."""


def kept(article: Sequence[str], furniture: Sequence[str], output: str) -> tuple[Kept, Kept]:
    """The words kept of each line of the article and of the furniture."""
    lines = [line for line in output.split("\n") if match_key(line)]
    pool = Counter(match_key(line) for line in lines)
    found: tuple[Kept, Kept] = (defaultdict(int), defaultdict(int))
    rest: list[tuple[int, str]] = []
    for side, texts in enumerate((article, furniture)):
        for text in filter(match_key, texts):
            if pool[match_key(text)]:
                pool[match_key(text)] -= 1
                found[side][match_key(text)] += len(words(text))
            else:
                rest.append((side, text))
    _search(rest, _unclaimed(lines, pool), found)
    return found


def _unclaimed(lines: Iterable[str], pool: Counter[str]) -> list[list[str]]:
    """The words of output lines that are no whole line of the truth, one list a line."""
    left, pool = [], Counter(pool)
    for text in lines:
        if pool[match_key(text)]:
            pool[match_key(text)] -= 1
            left.append(words(text))
    return left


def _search(rest: list[tuple[int, str]], left: list[list[str]], found: tuple[Kept, Kept]) -> None:
    for side, text in sorted(rest, key=lambda entry: (-len(words(entry[1])), entry[0])):
        wanted = words(text)
        if not (run := _whole(wanted, left)):
            run = _runs(wanted, left)
        found[side][match_key(text)] += run


def _whole(wanted: list[str], left: list[list[str]]) -> int:
    size = len(wanted)
    for got in left:
        for at in range(len(got) - size + 1):
            if got[at : at + size] == wanted:
                got[at : at + size] = [""]
                return size
    return 0


def _runs(wanted: list[str], left: list[list[str]]) -> int:
    total = 0
    for got in left:
        matcher = SequenceMatcher(None, wanted, got, autojunk=False)
        for block in reversed(matcher.get_matching_blocks()):
            if block.size >= RUN:
                got[block.b : block.b + block.size] = [""]
                wanted = [*wanted[: block.a], "\0", *wanted[block.a + block.size :]]
                total += block.size
    return total


def count(texts: Iterable[str]) -> int:
    """The words of texts."""
    return sum(len(words(text)) for text in texts)
