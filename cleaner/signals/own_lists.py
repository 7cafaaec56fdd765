"""Lists that the article introduces and goes on after, though widgets have such words, too."""

from __future__ import annotations

from collections.abc import Sequence

from cleaner.document.block import Block
from cleaner.text.sentences import QUESTION_MARKS
from cleaner.text.words import ends_sentence

_SHARE = ("share-bar", "label")
COLONS = (":", "：")


def is_amid(items: Sequence[Block], before: Block, after: Block | None) -> bool:
    """Whether a list without links stands between sentences, or under a colon.

    A question over a list is a poll's; an item that asks to share is a share bar's.

    >>> said, items = Block(0, "These were used most."), [Block(1, "Dark mode")]
    >>> is_amid(items, said, Block(2, "Nobody knows why.")), is_amid(items, said, None)
    (True, False)
    >>> is_amid([Block(1, "Share")], said, Block(2, "Nobody knows why."))
    False
    """
    if any(block.link_share or _SHARE in block.hits for block in items):
        return False
    if before.link_share or before.text.endswith(QUESTION_MARKS):
        return False
    goes_on = after is not None and not after.link_share and ends_sentence(after.text)
    return before.text.endswith(COLONS) or (goes_on and ends_sentence(before.text))
