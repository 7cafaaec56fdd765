"""Block and Article: what every detector sees, and cannot change."""

from __future__ import annotations

import re
from collections.abc import Iterator
from copy import copy
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from cleaner import text as t
from cleaner.lazy import lazy
from cleaner.lexicon import Hit, scan
from cleaner.source import NOWHERE, Place, Source

if TYPE_CHECKING:
    from cleaner.judge import Judgement
    from cleaner.site_memory.recall import Recall
    from cleaner.site_rules.ruling import Ruling

PROSE_WORDS = 12
SHORT_WORDS, SHORT_LETTERS = 24, 800


@dataclass(frozen=True, slots=True)
class Mark:
    """An inline element over `text[start:end]` of a block: a, em, strong, code, td, th …"""

    start: int
    end: int
    tag: str
    href: str = ""


@dataclass(frozen=True)
class Layout:
    """How a block stands among its neighbours; the part of it that is not words."""

    tag: str = "p"
    tight: bool = False
    """Set off from the block before by a line break only."""
    group: int = 0
    """Number of the list, table or quotation it belongs to; 0 for none."""
    level: int = 0
    ordered: bool = False
    number: int = 0
    """Of an item of a numbered list, where the page tells it; 0 where it does not."""
    quote: bool = False


@dataclass(frozen=True)
class Block:
    """A paragraph, heading, list item, table row or line of the extraction."""

    index: int
    text: str
    layout: Layout = Layout()
    marks: tuple[Mark, ...] = ()
    recovered: str = ""
    """Why it was brought back, where trafilatura had lost it."""
    line: int = -1
    """Number of its line among the page's lines; −1 where it is not known."""

    def numbered(self, index: int, recovered: str = "") -> Block:
        """The same block at another index; what was computed of its text is kept."""
        if index == self.index and not recovered:
            return self
        block = copy(self)
        object.__setattr__(block, "index", index)
        if recovered:
            object.__setattr__(block, "recovered", recovered)
        return block

    def on_line(self, number: int) -> Block:
        """The same block, tied to a line of the page."""
        block = copy(self)
        object.__setattr__(block, "line", number)
        return block

    @property
    def tag(self) -> str:
        """p, h1 … h6, li, tr or pre."""
        return self.layout.tag

    @lazy
    def plain(self) -> str:
        """The text as lexicons match it; same length as `text`."""
        return t.plain(self.text)

    @lazy
    def words(self) -> list[str]:
        """The words, lower-cased."""
        return t.words(self.text)

    @lazy
    def size(self) -> float:
        """Words, as if the script had spaces: two characters of Chinese or Japanese for one."""
        return len(self.words) / 2 if self.is_unspaced else float(len(self.words))

    @lazy
    def key(self) -> str:
        """Letters and digits alone."""
        return t.key(self.text)

    @property
    def is_heading(self) -> bool:
        """Whether the markup says heading."""
        return self.tag[0] == "h"

    @lazy
    def link_share(self) -> float:
        """Share of the characters that are links, 0 to 1."""
        linked = sum(m.end - m.start for m in self.marks if m.tag == "a")
        return min(1.0, linked / max(1, len(self.text)))

    @lazy
    def is_unspaced(self) -> bool:
        """Whether its script is written without spaces."""
        return t.is_unspaced(self.text)

    @lazy
    def is_short(self) -> bool:
        """A line rather than a paragraph."""
        return len(self.text) <= SHORT_LETTERS and self.size <= SHORT_WORDS

    @lazy
    def is_prose(self) -> bool:
        """A full sentence or more, not a link: what articles are made of."""
        return (
            self.tag in ("p", "li")
            and self.size >= PROSE_WORDS
            and not self._asks
            and (t.ends_sentence(self.text) or self._introduces or self._goes_on)
            and self.link_share < 0.6
        )

    @property
    def _introduces(self) -> bool:
        """A long sentence that ends in a colon, over a list."""
        return self.text.endswith((":", "：")) and len(self.words) >= 2 * PROSE_WORDS

    @property
    def _asks(self) -> bool:
        """One short question or exclamation: headings are such, too."""
        asks = self.text.endswith(("?", "!", "？", "！"))
        return asks and len(self.words) < 2 * PROSE_WORDS and not t.has_sentence(self.text)

    @property
    def _goes_on(self) -> bool:
        """Sentences with something after the last full stop, such as a pointer or a credit."""
        return len(self.words) >= 2 * PROSE_WORDS and t.has_sentence(self.text)

    @property
    def is_cut(self) -> bool:
        """Whether it was cut off with an ellipsis."""
        return t.is_cut(self.text)

    @lazy
    def hits(self) -> dict[tuple[str, str], list[Hit]]:
        """Every lexicon phrase in it, by kind and slot."""
        return scan(self.plain)


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
    source: Source | None = field(default=None, compare=False, repr=False)
    judgement: Judgement | None = field(default=None, compare=False, repr=False)
    """How the lines of a page were judged when it was extracted; None for text and fragments."""
    recall: Recall | None = field(default=None, compare=False, repr=False)
    """What a memory of the page's site says of it."""
    rules: Ruling | None = field(default=None, compare=False, repr=False)
    """What rules written for the site come to; None where none are given."""

    def __iter__(self) -> Iterator[Block]:
        """The blocks, in order."""
        return iter(self.blocks)

    @lazy
    def hits(self) -> dict[tuple[str, str], list[int]]:
        """Positions of the blocks that hold a phrase, by kind and slot."""
        found: dict[tuple[str, str], list[int]] = {}
        for position, block in enumerate(self.blocks):
            for slot in block.hits:
                found.setdefault(slot, []).append(position)
        return found

    @lazy
    def title_key(self) -> str:
        """The title's letters and digits."""
        return t.key(self.title)

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
    def short_blocks(self) -> tuple[tuple[int, Block], ...]:
        """Lines rather than paragraphs, with their positions."""
        return tuple((i, block) for i, block in enumerate(self.blocks) if block.is_short)

    def links_inside(self, block: Block) -> bool:
        """Whether the first link of a block stays on the page's own site."""
        href = next((m.href for m in block.marks if m.tag == "a"), "")
        host = re.sub(r"^(?:https?:)?//(?:www\.)?([^/:?#]*).*$", r"\1", href.strip().lower())
        return bool(href) and (
            host == href.strip().lower() or (bool(self.host) and host == self.host)
        )

    def place(self, block: Block) -> Place:
        """Where a block stood in the source; an empty place where that is not known."""
        return self.source.find(block.key) if self.source and len(block.key) > 1 else NOWHERE

    def kept_by(self, block: Block) -> str:
        """The rule of the site that keeps a block against every kind; empty where none does."""
        return self.rules.kept(block) if self.rules is not None else ""

    def near(self, position: int) -> Block | None:
        """The block at a position, or None outside."""
        return self.blocks[position] if 0 <= position < len(self.blocks) else None
