"""Article: the extraction as blocks, with what is known of the page around it, as plain data."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from copy import copy
from dataclasses import dataclass, field, replace
from itertools import accumulate, takewhile
from statistics import median
from typing import Protocol

from cleaner.document.block import Block
from cleaner.document.evidence import Evidence
from cleaner.document.finding import Finding
from cleaner.document.lazy import lazy
from cleaner.document.place import NOWHERE, Place
from cleaner.document.verdict import SURELY, Verdict
from cleaner.text import words as t


class PageLines(Protocol):
    """The visible lines of the page, as far as detectors ask for them."""

    @property
    def captions(self) -> frozenset[str]:
        """Keys of the texts that stand in a `<figcaption>`."""

    def place(self, key: str, line: int) -> Place:
        """Where the line of a number stands; where that is below zero, the first with a key."""

    def boxes(self, line: int) -> Iterator[tuple[int, int]]:
        """Boxes around a line, the innermost first: the first line of each, and the one behind."""

    def before(self, line: int) -> Iterator[Block]:
        """The visible lines before one, as blocks."""


MIN_KEY = 2
"""Letters of a text that stands in one place only."""
NOTICE = 25
"""Words of a paragraph that may be a notice wherever it stands."""
OUTER = 4
"""Paragraphs at the end that may be notices: others are the article."""
BODY_SHARE = 0.08
"""Share of the words that paragraphs have at least where there is an article among them."""
NOTICES = frozenset({("consent", "statement"), ("copyright", "statement")})
"""Phrases of paragraphs that say nothing of where an article stands."""


@dataclass(frozen=True)
class Article:
    """The extraction, read into blocks, with what is known of the page around it."""

    blocks: tuple[Block, ...]
    title: str = ""
    languages: frozenset[str] = frozenset()
    is_text: bool = False
    """Scraped to text before it came here: there is no markup to trust."""
    host: str = ""
    """Host name of the page, to tell its own links from others; empty where it is not known."""
    lines: PageLines | None = field(default=None, compare=False, repr=False)
    """The page's lines; None for scraped text."""
    verdicts: Mapping[int, Verdict] = field(default_factory=dict, compare=False, repr=False)
    """What the classifier says, by the index of a block; empty where it was not asked."""
    evidence: Evidence | None = field(default=None, compare=False, repr=False)
    """What was known of each candidate; None for text and fragments."""
    others: Mapping[int, str] = field(default_factory=dict, compare=False, repr=False)
    """Why lines of the page surely belong to other stories, by the number of the line."""
    keeps: Mapping[int, str] = field(default_factory=dict, compare=False, repr=False)
    """The rule of the site that keeps a block, in words, by the index of the block."""
    gone: Mapping[int, Finding] = field(default_factory=dict, compare=False, repr=False)
    """The finding that took a whole block before, by the index of the block."""
    site_findings: tuple[Finding, ...] = field(default=(), compare=False, repr=False)
    """What rules and memory of the site take, each with its kind."""

    def __iter__(self) -> Iterator[Block]:
        """The blocks, in order."""
        return iter(self.blocks)

    def beginning(self, letters: int) -> str:
        """The text of the first blocks, up to the one that brings it beyond so many letters."""
        sizes = accumulate((len(block.text) + 1 for block in self.blocks), initial=0)
        blocks = takewhile(lambda each: each[1] <= letters, zip(self.blocks, sizes, strict=False))
        return " ".join(block.text for block, _ in blocks)

    @lazy
    def position_of(self) -> dict[int, int]:
        """The position of each block, by its index."""
        return {block.index: position for position, block in enumerate(self.blocks)}

    @lazy
    def hits(self) -> dict[tuple[str, str], list[int]]:
        """Positions of the blocks that hold a phrase, by kind and slot."""
        found: dict[tuple[str, str], list[int]] = {}
        for position, block in enumerate(self.blocks):
            for slot in block.hits:
                found.setdefault(slot, []).append(position)
        return found

    @lazy
    def gapped(self) -> dict[str, list[int]]:
        """Positions of lines, short and outer paragraphs that hold a gapped pattern, by kind."""
        found: dict[str, list[int]] = {}
        outer = {*self.prose[:1], *self.prose[-OUTER:]}
        for position, block in enumerate(self.blocks):
            may_be_notice = position in outer or not block.is_prose or block.size <= NOTICE
            for kind in block.gapped if may_be_notice else ():
                found.setdefault(kind, []).append(position)
        return found

    @lazy
    def controls(self) -> dict[str, list[int]]:
        """Positions of the lines that may be a widget's controls, by kind."""
        found: dict[str, list[int]] = {}
        for position, block in enumerate(self.blocks):
            told = block.controls
            if told and not block.is_heading and block.tag not in ("tr", "pre"):
                for kind in told:
                    found.setdefault(kind, []).append(position)
        return found

    @lazy
    def title_key(self) -> str:
        """The title's letters and digits."""
        return t.match_key(self.title)

    @lazy
    def prose(self) -> tuple[int, ...]:
        """Positions of the blocks that are prose."""
        return tuple(i for i, block in enumerate(self.blocks) if block.is_prose)

    @lazy
    def first_prose(self) -> int:
        """Position of the first prose block; the number of blocks where there is none."""
        return self.prose[0] if self.prose else len(self.blocks)

    @lazy
    def last_prose(self) -> int:
        """Position of the last prose block; −1 where there is none."""
        return self.prose[-1] if self.prose else -1

    @lazy
    def last_sure(self) -> int:
        """Position of the last block that the classifier is sure of; −1 where there is none."""
        sure = (i for i in range(len(self.blocks) - 1, -1, -1) if self.surely_holds(self.blocks[i]))
        return next(sure, -1)

    @lazy
    def has_body(self) -> bool:
        """Whether there are paragraphs enough to tell what stands around them.

        A notice alone, as the one about cookies on a page of lyrics, tells nothing of its place.
        """
        told = (block for block in self.blocks if block.is_prose or not block.is_short)
        size = sum(block.size for block in told if NOTICES.isdisjoint(block.hits))
        return size >= BODY_SHARE * sum(block.size for block in self.blocks)

    @lazy
    def terms(self) -> frozenset[str]:
        """The long words of its paragraphs."""
        return frozenset(term for at in self.prose for term in self.blocks[at].terms)

    @lazy
    def paragraph_size(self) -> float:
        """Words of the median paragraph; 0 where there is none."""
        return median(self.blocks[at].size for at in self.prose) if self.prose else 0.0

    @lazy
    def short_blocks(self) -> tuple[tuple[int, Block], ...]:
        """Lines rather than paragraphs, with their positions."""
        return tuple((i, block) for i, block in enumerate(self.blocks) if block.is_short)

    def place(self, block: Block) -> Place:
        """Where a block stood in the source; an empty place where that is not known."""
        if self.lines is None or len(block.key) < MIN_KEY:
            return NOWHERE
        return self.lines.place(block.key, block.line)

    def surely_holds(self, block: Block, least: float = SURELY) -> bool:
        """Whether the classifier is sure that a block is article."""
        verdict = self.verdicts.get(block.index)
        return verdict is not None and verdict.score > least

    def kept_by(self, block: Block) -> str:
        """The rule of the site that keeps a block against every kind; empty where none does."""
        return self.keeps.get(block.index, "")

    def found_by_site(self, kind: str) -> Iterator[Finding]:
        """The site's findings of a kind, of the blocks that are still as they were."""
        here = {block.index: block for block in self.blocks} if self.site_findings else {}
        for f in self.site_findings:
            block = here.get(f.block.index)
            if f.kind == kind and block is not None and block.text == f.block.text:
                yield replace(f, block=block)

    def judged(self, verdicts: Mapping[int, Verdict]) -> Article:
        """The same article with other verdicts; what was computed of its blocks is kept."""
        article = copy(self)
        object.__setattr__(article, "verdicts", verdicts)
        return article

    def near(self, position: int) -> Block | None:
        """The block at a position, or None outside."""
        return self.blocks[position] if 0 <= position < len(self.blocks) else None
