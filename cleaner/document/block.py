"""Block: a paragraph, heading, list item, table row or line, as every detector sees it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from itertools import pairwise

from cleaner.document.lazy import lazy
from cleaner.text import words as t
from cleaner.text.controls import Labels, controls_in
from cleaner.text.gapped import search
from cleaner.text.lexicon import scan
from cleaner.text.patterns import is_cut_at_date
from cleaner.text.phrase import Hit

PROSE_WORDS = 12
SHORT_WORDS = 24
SHORT_LETTERS = 800
TERM_LETTERS = 4
"""Letters of a word that names nothing."""


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
    """Whether it stands in a quotation."""
    outer: int = 0
    """How many items of lists stand around that quotation."""
    item: int = 0
    """How many items of lists it stands in, where it is no item: a further paragraph of one."""
    language: str = ""
    """Of a listing, in lower case, as the page names it."""


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
    is_torn: bool = field(default=False, compare=False, repr=False)
    """Whether it is cut out of a scraped line, and may begin or end amid a heading."""

    def numbered(self, index: int, recovered: str = "") -> Block:
        """The same block at another index; what was computed of its text is kept."""
        if index == self.index and not recovered:
            return self
        return self._but(index=index, recovered=recovered or self.recovered)

    def on_line(self, number: int) -> Block:
        """The same block, tied to a line of the page."""
        return self._but(line=number)

    def _but(self, **changes: object) -> Block:
        block = object.__new__(Block)
        block.__dict__.update(self.__dict__, **changes)
        return block

    @lazy
    def tag(self) -> str:
        """p, h1 … h6, li, tr or pre."""
        return self.layout.tag

    @lazy
    def plain(self) -> str:
        """The text as lexicons match it; same length as `text`."""
        return t.fold(self.text)

    @lazy
    def words(self) -> list[str]:
        """The words, lower-cased."""
        return t.words(self.text)

    @property
    def terms(self) -> set[str]:
        """The long words, which name things; pairs of characters where there are no spaces."""
        if self.is_unspaced:
            return {a + b for a, b in pairwise(self.words)}
        return {word for word in self.words if len(word) > TERM_LETTERS}

    @lazy
    def size(self) -> float:
        """Words, as if the script had spaces: two characters of Chinese or Japanese for one."""
        return len(self.words) / 2 if self.is_unspaced else float(len(self.words))

    @lazy
    def key(self) -> str:
        """Letters and digits alone."""
        return t.match_key(self.text)

    @lazy
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
        return self.size >= 2 * PROSE_WORDS and t.has_sentence(self.text)

    @property
    def is_cut(self) -> bool:
        """Whether it was cut off with an ellipsis, which a date may follow."""
        return t.is_cut(self.text) or is_cut_at_date(self.plain)

    @lazy
    def hits(self) -> dict[tuple[str, str], list[Hit]]:
        """Every lexicon phrase in it, by kind and slot."""
        return scan(self.plain)

    @lazy
    def gapped(self) -> dict[str, list[Hit]]:
        """Every gapped pattern of a lexicon in it, by kind."""
        return search(self.plain)

    @lazy
    def controls(self) -> Mapping[str, Labels]:
        """The kinds of which it is a line of a widget's controls, with what only those say."""
        return controls_in(self.key)
