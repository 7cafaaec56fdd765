"""Entries made alike: siblings in a page that hold the same lines in the same elements.

Questions with their answers, steps, terms and what they mean, in any markup.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence

from cleaner.document.article import Article

MIN_ENTRIES = 3
MIN_LINES = 2
"""Of an entry: one over the others."""
LEVELS = 3
"""From a line up to the element of its entry."""
_INDEX = re.compile(r"\[\d+\]\Z")


def entries(article: Article) -> Iterator[Sequence[Sequence[int]]]:
    """Groups of three or more entries made alike, each with the positions of its lines."""
    groups: dict[str, dict[str, list[tuple[int, str]]]] = defaultdict(lambda: defaultdict(list))
    for at, block in enumerate(article):
        steps = article.place(block).xpath.split("/")
        for level in range(1, min(LEVELS, len(steps) - 2) + 1):
            entry = "/".join(steps[:-level])
            groups[_INDEX.sub("", entry)][entry].append((at, "/".join(steps[-level:])))
    for group in groups.values():
        yield from _alike([lines for lines in group.values() if len(lines) >= MIN_LINES])


def _alike(group: Sequence[list[tuple[int, str]]]) -> Iterator[Sequence[Sequence[int]]]:
    """Those of some siblings whose first lines stand in the same elements."""
    alike: dict[tuple[str, ...], list[Sequence[int]]] = defaultdict(list)
    for lines in group if len(group) >= MIN_ENTRIES else ():
        made = tuple(path for _, path in lines[:MIN_LINES])
        alike[made].append([at for at, _ in lines])
    yield from (found for found in alike.values() if len(found) >= MIN_ENTRIES)
