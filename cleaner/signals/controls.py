"""Lines of a widget's controls: labels of its buttons and settings, one or several to a line.

A widget is told by labels that only such widgets have (`control`), two or more near each other.
What stands between them goes along where it is a setting that other lists have, too (`option`).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from cleaner.document.article import Article
from cleaner.document.block import Block

MIN_LABELS = 2
"""Different labels that only a widget has, from which lines are its controls."""
GAP = 4
"""Lines from one of them to the next, of which some say what is playing."""
_INTRODUCES, _GOES_ON = (":", "："), (",", ";", ")")


def controls(article: Article, kind: str) -> Iterator[Block]:
    """The lines of the widgets that the lists of a kind know.

    The first and the last of each have a label that only such a widget has: “Background” is a
    setting of a player, and a heading of articles. Lines with a paragraph between them are of no
    one widget; what an article introduces is its own list; what commas part, its own sentence.
    """
    run: list[int] = []
    for before, at in pairwise((-GAP, *article.controls.get(kind, ()))):
        if run and not _is_near(article, before, at):
            yield from _told(article, run, kind)
            run = []
        run.append(at)
    yield from _told(article, run, kind)


def _is_near(article: Article, before: int, at: int) -> bool:
    between = article.blocks[before + 1 : at]
    return len(between) < GAP and not any(block.is_prose for block in between)


def _told(article: Article, run: Sequence[int], kind: str) -> Iterator[Block]:
    """The lines of a run from its first label to its last, if they are a widget's."""
    blocks = article.blocks
    labels = {at: found for at in run if (found := blocks[at].controls[kind])}
    if len(frozenset().union(*labels.values())) < MIN_LABELS:
        return
    first, last = min(labels), max(labels)
    around = blocks[max(0, first - 1) : last + 2]
    introduced = first > 0 and around[0].text.endswith(_INTRODUCES)
    if not introduced and not any(block.text.startswith(_GOES_ON) for block in around):
        yield from (blocks[at] for at in run if first <= at <= last)
