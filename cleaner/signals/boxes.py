"""Boxes: small containers of the page, and how much of what they hold has gone before."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from itertools import accumulate, takewhile

from cleaner.document.article import Article
from cleaner.document.block import Block

MAX_WORDS, MAX_SHARE = 60, 0.12
"""Words that stay in a box, and their share of the article's, up to which it is small."""

Reach = tuple[int, int]


class Boxes:
    """The small containers around the lines of an article."""

    def __init__(self, article: Article, boxes: Callable[[int], Iterator[Reach]]) -> None:
        """Sum up once what stays and what has gone. boxes: of a line, the innermost first."""
        self._boxes = boxes
        gone = [f.block for f in article.gone.values()]
        end = max((block.line for block in (*article, *gone)), default=-1) + 1
        self._stays, self._gone = _sums(article, end), _sums(gone, end)
        self._prose = _sums((block for block in article if block.is_prose), end)
        self._most = min(MAX_WORDS, MAX_SHARE * sum(map(_weight, article)))

    def largest(self, line: int) -> Reach | None:
        """The largest small box around a line: its first line, and the one behind; None if none.

        None, too, where the line stands in a box with prose from which nothing has gone.
        """
        small = [*takewhile(lambda box: self.staying(box) <= self._most, self._boxes(line))]
        return None if any(map(self._is_whole, small)) or not small else small[-1]

    def _is_whole(self, box: Reach) -> bool:
        return self.gone(box) == 0 and _within(self._prose, box) > 0

    def staying(self, box: Reach) -> float:
        """Words that stay in a box."""
        return _within(self._stays, box)

    def gone(self, box: Reach) -> float:
        """Words that have gone from a box."""
        return _within(self._gone, box)


def _weight(block: Block) -> float:
    """Words of a block; a sign counts as one."""
    return max(1.0, block.size)


def _sums(blocks: Iterable[Block], end: int) -> list[float]:
    """Words before each line of the page."""
    sizes = {block.line: _weight(block) for block in blocks}
    return [*accumulate((sizes.get(line, 0.0) for line in range(end)), initial=0.0)]


def _within(sums: list[float], box: Reach) -> float:
    first, behind = (min(line, len(sums) - 1) for line in box)
    return sums[behind] - sums[first]
