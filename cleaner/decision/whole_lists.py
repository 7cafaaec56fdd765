"""Lists, tables and entries that stay whole where enough of them stays.

Nothing goes out of a list of which half stays, or out of the one beside it: of two lists in a row,
as for and against a thing, one alone says the opposite of both. Only items that are no links count:
lists of links to other pages go one by one. With an item stay the lines that breaks part within
it. Of a table a quarter is enough: without their labels the rows that stay would mislead. Of
entries made alike it is half: an answer would go from under its question.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from itertools import chain, pairwise

from cleaner.document.article import Article
from cleaner.signals.entries import entries

LINKED = 0.5
BETWEEN = 3
"""Lines from one list to the next, of which one may be its label."""


def of_lists(article: Article, whole: set[int]) -> Iterator[int]:
    """Indices of lines that stay with their list. whole: of blocks that would go."""
    lists = _lists(article)
    for items in lists.values():
        if _stays(article, items, whole):
            yield from (article.blocks[at].index for item in items for at in _lines(article, item))
    for one, other in pairwise(lists.values()):
        if other[0] - one[-1] <= BETWEEN and _are_twins(article, (one, other), whole):
            lines = (*one, *range(one[-1] + 1, other[0]), *other)
            yield from (article.blocks[at].index for at in lines)


def of_tables(article: Article, whole: set[int]) -> Iterator[int]:
    """Indices of the rows of tables of which some go and a quarter or more stay."""
    for rows in _groups(article, "tr").values():
        indices = [article.blocks[at].index for at in rows]
        going = whole.intersection(indices)
        if going and 4 * len(going) <= 3 * len(indices):
            yield from indices


def of_entries(article: Article, whole: set[int]) -> Iterator[int]:
    """Indices of lines of entries made alike of which half or more stay whole."""
    for group in entries(article):
        lines = [[article.blocks[at].index for at in entry] for entry in group]
        going = [not whole.isdisjoint(entry) for entry in lines]
        if any(going) and 2 * sum(going) <= len(lines):
            yield from chain.from_iterable(lines)


def _lines(article: Article, item: int) -> Iterator[int]:
    """Positions of an item and of its further lines, such as the address of a source."""
    yield item
    for at in range(item + 1, len(article.blocks)):
        layout = article.blocks[at].layout
        if layout.tag != "p" or not layout.item or not layout.tight:
            return
        yield at


def _lists(article: Article) -> Mapping[int, list[int]]:
    """Positions of the items of each list that has no links for items."""
    every = _groups(article, "li")
    return {
        group: items
        for group, items in every.items()
        if all(article.blocks[at].link_share <= LINKED for at in items)
    }


def _groups(article: Article, tag: str) -> Mapping[int, list[int]]:
    """Positions of the items or rows of each list or table."""
    found: dict[int, list[int]] = defaultdict(list)
    for at, block in enumerate(article):
        if block.tag == tag:
            found[block.layout.group].append(at)
    return found


def _stays(article: Article, items: Sequence[int], whole: set[int]) -> bool:
    """Whether half of a list or more stays."""
    going = sum(article.blocks[at].index in whole for at in items)
    return 2 * going <= len(items)


def _are_twins(article: Article, lists: Sequence[Sequence[int]], whole: set[int]) -> bool:
    """Whether of two lists one stays and the other goes."""
    return len({_stays(article, items, whole) for items in lists}) > 1
