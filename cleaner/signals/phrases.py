"""Phrases of the lexicons as detectors ask for them: in a block, or over a whole article."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from cleaner.document.article import Article
from cleaner.document.block import Block
from cleaner.text.phrase import Hit


@dataclass(frozen=True, slots=True)
class Lexicon:
    """One slot of one kind's lists."""

    kind: str
    slot: str

    def find(self, block: Block, article: Article | None = None) -> Hit | None:
        """The first phrase in a block; with an article, in one of its languages only."""
        if (self.kind, self.slot) not in block.hits:
            return None
        return next(iter(self.all(block, article)), None)

    def over(self, article: Article) -> Iterator[tuple[int, Block, Hit]]:
        """The blocks of an article with a phrase, with position and first hit, in order."""
        for position in article.hits.get((self.kind, self.slot), ()):
            block = article.blocks[position]
            yield position, block, block.hits[self.kind, self.slot][0]

    def all(self, block: Block, article: Article | None = None) -> list[Hit]:
        """All phrases in a block; with an article, in its languages only."""
        hits = block.hits.get((self.kind, self.slot))
        if not hits or article is None:
            return hits or []
        return [h for h in hits if h.language in article.languages or h.language == "any"]


def positions(article: Article, *lexicons: Lexicon) -> list[int]:
    """The positions of the blocks with a phrase of any of some lists, in order."""
    return sorted({p for each in lexicons for p in article.hits.get((each.kind, each.slot), ())})


def lexicon(kind: str, slot: str) -> Lexicon:
    """The lists of a kind's slot, as in `lexicon("related-items", "heading")`."""
    return Lexicon(kind, slot)
