"""Where blocks stand in scraped text: they are its lines, in order."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from cleaner.document.block import Block
from cleaner.spans.letters import letters_of_text, squeezed

_BESIDE = 4
"""Letters between two blocks that belong to neither, as the sign of an item."""
_MISSED = 20_000
"""Letters of blocks in a row that were not found, as those mended on the way; then the rest is not
looked for."""


class InText:
    """Finds the blocks of one text."""

    def __init__(self, source: str, blocks: Iterable[Block]) -> None:
        """blocks: all of the extraction, in order."""
        self._letters = letters_of_text(source)
        self._firsts = dict(self._found(blocks))

    def find(self, whole: Block, start: int, end: int) -> tuple[int, int] | None:
        """Where `whole.text[start:end]` stands; None where the source does not say just that."""
        if (at := self._firsts.get(whole.index)) is None:
            return None
        first = at + len(squeezed(whole.text[:start]))
        last = at + len(squeezed(whole.text[:end])) - 1
        return self._letters.span(first, last) if last >= first else None

    def _found(self, blocks: Iterable[Block]) -> Iterator[tuple[int, int]]:
        """The number of the first letter of each block, by its index."""
        at = missed = 0
        for block in blocks:
            wanted = squeezed(block.text)
            until = at + missed + len(wanted) + _BESIDE
            first = self._letters.text.find(wanted, at, until)
            if first >= 0:
                yield block.index, first
                at, missed = first + len(wanted), 0
            elif (missed := missed + len(wanted) + _BESIDE) > _MISSED:
                return
