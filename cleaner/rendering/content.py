"""Which parts of an article its renderings show; its blocks have all of them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from cleaner.document.block import Block

_EMPHASIS = frozenset(["em", "strong", "u", "sub", "sup"])


@dataclass(frozen=True)
class Content:
    """What stands in text, Markdown, HTML and XML-TEI alike."""

    links: bool = True
    tables: bool = True
    formatting: bool = True
    """Emphasis, powers and indices; code and deleted text are more than that."""

    def of(self, blocks: Sequence[Block]) -> Sequence[Block]:
        """Blocks without what is not shown; words of a link or of emphasis stay."""
        if self.tables and self.links and self.formatting:
            return blocks
        hidden = frozenset(["a"] * (not self.links)) | (_EMPHASIS if not self.formatting else set())
        return [_without(b, hidden) for b in blocks if self.tables or b.tag != "tr"]


def _without(block: Block, hidden: frozenset[str]) -> Block:
    if not any(mark.tag in hidden for mark in block.marks):
        return block
    return replace(block, marks=tuple(mark for mark in block.marks if mark.tag not in hidden))
