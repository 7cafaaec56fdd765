"""A body that stands twice in a page, once for each size of screen: which lines are the copy.

Only prose counts, and only where the copy is as good as all of its part of the page: a refrain is
none.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cached_property
from itertools import accumulate

from cleaner.reading.line import Line

MIN_PARAGRAPHS = 3
MIN_WORDS = 60
MIN_SHARE = 0.6
"""Paragraphs and words that are said twice, and their share of the prose between the first and the
last of them."""
MIN_LETTERS = 24
"""Of a paragraph, in any script."""
PREFIX = 60
"""Letters at the beginning of a paragraph to know it by: copies differ a little."""
FULLER = 1.1
"""How much more a copy must hold to be taken instead of the one before it."""
MIN_RUNS, REPEATED = 60, 0.9
"""Runs of words in a part, and the share of them that the page has elsewhere, from which the part
is a copy."""
RUN = 5
MOST_PARTS = 8
"""Times the page's words that are looked through for copies, so that cost stays linear."""
Pairs = Sequence[tuple[int, int]]


def find_copies(lines: Sequence[Line]) -> Iterator[Line]:
    """The lines of the copy; none where no body stands twice. lines: those of a page, in order."""
    long = (i for i, n in enumerate(lines) if len(n.text) >= MIN_LETTERS and not n.outside)
    prose = [i for i in long if lines[i].block.is_prose]
    pairs = _pairs(lines, prose)
    if len(pairs) < MIN_PARAGRAPHS or _words(lines, [a for a, _ in pairs]) < MIN_WORDS:
        return
    apart = _apart(pairs)
    if len(apart) >= MIN_PARAGRAPHS:
        yield from _lesser(lines, prose, apart)
    elif _are_beside(pairs, prose):
        yield from (lines[b] for _, b in pairs)


def _pairs(lines: Sequence[Line], prose: Sequence[int]) -> list[tuple[int, int]]:
    """The paragraphs that are said twice, and no more: where each stands first and last."""
    known: dict[str, list[int]] = {}
    for i in prose:
        known.setdefault(lines[i].key[:PREFIX], []).append(i)
    return [(at[0], at[1]) for at in known.values() if len(at) == 2]


def _words(lines: Sequence[Line], numbers: Sequence[int]) -> float:
    return sum(lines[i].block.size for i in numbers)


def _apart(pairs: Pairs) -> Pairs:
    """The pairs on both sides of the place that parts most of them; none where it parts few."""
    cuts = sorted({b for _, b in pairs})
    best = max(cuts, key=lambda cut: sum(a < cut <= b for a, b in pairs[:500]))
    apart = [(a, b) for a, b in pairs if a < best <= b]
    return apart if len(apart) >= MIN_SHARE * len(pairs) else ()


def _lesser(lines: Sequence[Line], prose: Sequence[int], pairs: Pairs) -> Iterator[Line]:
    """The lines of the part that holds less, of two that say the same."""
    every = set(prose)
    sizes = list(accumulate((n.block.size * (i in every) for i, n in enumerate(lines)), initial=0))
    firsts, seconds = [a for a, _ in pairs], [b for _, b in pairs]
    one, two = (min(firsts), max(firsts) + 1), (min(seconds), max(seconds) + 1)
    said = _words(lines, firsts)
    in_one, in_two = (sizes[end] - sizes[start] for start, end in (one, two))
    start, end = one if in_two > FULLER * in_one else two
    if said >= MIN_SHARE * min(in_one, in_two):
        yield from lines[start:end]


def _are_beside(pairs: Pairs, prose: Sequence[int]) -> bool:
    """Whether nearly all paragraphs are followed by their copy."""
    order = {i: k for k, i in enumerate(prose)}
    beside = sum(order[b] - order[a] == 1 for a, b in pairs)
    return 2 * beside >= MIN_SHARE * len(prose) and beside == len(pairs)


class Repeats:
    """Tells the parts of a page that say again what stands elsewhere in it, however broken."""

    def __init__(self, lines: Sequence[Line]) -> None:
        """Take all lines of a page; nothing is looked at before somebody asks."""
        self._lines, self._seen = lines, 0

    def has(self, first: int, end: int) -> bool:
        """Whether nearly all of some lines, from one up to another, stands outside of them, too."""
        start, stop = self._starts[first], self._starts[end]
        own = self._places[start : max(start, stop - RUN + 1)]
        self._seen += len(own)
        if len(own) <= MIN_RUNS or self._seen > MOST_PARTS * len(self._places):
            return False
        outside = sum(one + RUN <= start or other >= stop for one, other in own)
        return outside > REPEATED * len(own)

    @cached_property
    def _starts(self) -> list[int]:
        """How many words stand before each line."""
        return list(accumulate((len(line.block.words) for line in self._lines), initial=0))

    @cached_property
    def _places(self) -> list[tuple[int, int]]:
        """For each run of words, where it begins first and last in the page."""
        words = [word for line in self._lines for word in line.block.words]
        runs = list(zip(*(words[i:] for i in range(RUN)), strict=False))
        last = {run: i for i, run in enumerate(runs)}
        first = {run: i for i, run in reversed(list(enumerate(runs)))}
        return [(first[run], last[run]) for run in runs]
