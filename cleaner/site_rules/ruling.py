"""What the rules come to: which blocks of an article stay, and which words of it go."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from cleaner.article import Block
from cleaner.finding import Finding, certain
from cleaner.site_rules.rules import Rule

Cuts = tuple[tuple[int, int, Rule], ...]


@dataclass(frozen=True)
class Ruling:
    """Made once an article, by the indices of its blocks, which detection does not change."""

    keeps: Mapping[int, Rule]
    cuts: Mapping[int, tuple[str, Cuts]]
    """Each block's text and what of it goes."""

    def kept(self, block: Block) -> str:
        """The rule that keeps a block, in words; empty where none does."""
        rule = self.keeps.get(block.index)
        return "" if rule is None else str(rule)

    def findings(self, blocks: Iterable[Block]) -> Iterator[Finding]:
        """What goes, of the blocks that are still as they were."""
        for block in blocks:
            text, cuts = self.cuts.get(block.index, ("", ()))
            if text == block.text:
                for start, end, rule in cuts:
                    yield certain(block, str(rule), (start, end))
