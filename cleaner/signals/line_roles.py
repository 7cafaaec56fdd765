"""What each line of a page may be in a card: a title, an excerpt, a time, a label."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from enum import Enum
from functools import cached_property

from cleaner.document.block import Block
from cleaner.signals.card_parts import (
    MAX_FURNITURE_WORDS,
    MAX_TITLE_WORDS,
    ends_in_time,
    is_furniture,
)
from cleaner.signals.line_tree import LineTree, PageLine
from cleaner.text import words as t
from cleaner.text.lexicon import with_role
from cleaner.text.patterns import URL, is_stamp

TITLE_WORDS = 3
BIG_WORDS = 5
"""Words from which a linked line is a title rather than a section's or an author's name."""
MOSTLY = 0.6
"""Share of a line's letters from which it is a link."""
_TIMES = (("timestamp", "relative"), ("timestamp", "reading"), ("share-bar", "label"))
_RELATED = ("related-items", "heading")
_NOWHERE = ("#", "javascript:", "mailto:", "tel:", "whatsapp:")


class Role(Enum):
    """What a line may be in a card."""

    TITLE = "title"
    EXCERPT = "excerpt"
    STAMP = "stamp"
    LABEL = "label"
    OTHER = "other"


@dataclass
class Part:
    """A line as a part of a card."""

    block: Block
    role: Role
    story: str = ""
    """What a title leads to, or says."""
    linked: bool = False
    own: bool = True
    """Whether its link stays on the site."""
    twice: bool = False
    rank: int = 0

    @cached_property
    def paragraph(self) -> Block:
        """The line as if it were a paragraph without links, whatever the page makes of it."""
        is_one = self.block.tag in ("p", "li") and self.block.link_share < MOSTLY
        return self.block if is_one else Block(self.block.index, self.block.text)

    @cached_property
    def is_prose(self) -> bool:
        """A paragraph that is no link."""
        return not self.linked and self.paragraph.is_prose


def parts_of(lines: Sequence[PageLine], tree: LineTree, title: str) -> list[Part]:
    """Each line as a part of a card; the article's own title is none."""
    parts = [_part(line, tree, i) for i, line in enumerate(lines)]
    own = t.match_key(title)
    parts = [replace(p, role=Role.OTHER) if _is_headline(p, own) else p for p in parts]
    for i in range(1, len(parts)):
        if _says_the_same(parts[i - 1], parts[i]):
            parts[i - 1 : i + 1] = _titled_twice(parts[i - 1], parts[i])
    return parts


def _is_headline(part: Part, title: str) -> bool:
    """Whether a line is the article's title; a list of what is most read may link it, too."""
    if not part.linked:
        return part.rank == 1 or part.block.key == title
    return 0 < part.rank <= 2 and part.block.key == title


def _part(line: PageLine, tree: LineTree, position: int) -> Part:
    home = tree.homes[position]
    block = line.block
    links = tree.links_of(home)
    linked = home.href is not None or line.linked > MOSTLY * len(block.text)
    lost = linked and links.href.lower().startswith(_NOWHERE)
    role = _role(block, linked=linked, lost=lost)
    story = ""
    if role is Role.TITLE:
        story = (linked and links.href.split("#")[0]) or block.key
    return Part(block, role, story, linked and not lost, links.own, rank=home.rank)


def _role(block: Block, *, linked: bool, lost: bool) -> Role:
    if begins_another(block):
        return Role.OTHER
    if block.is_short and is_furniture(block):
        return Role.STAMP if _tells_time(block) else Role.LABEL
    if linked and not lost and TITLE_WORDS <= block.size <= MAX_TITLE_WORDS:
        return Role.LABEL if URL.match(block.text) else Role.TITLE
    if lost and block.size > TITLE_WORDS:
        return Role.OTHER
    if block.size <= MAX_FURNITURE_WORDS and not (t.ends_sentence(block.text) and block.size > 4):
        return Role.LABEL
    return Role.EXCERPT


def begins_another(block: Block) -> bool:
    """Whether a line is the heading of another kind of section, as "Comments"."""
    if block.size > MAX_FURNITURE_WORDS or with_role("ends-list").isdisjoint(block.hits):
        return False
    return _RELATED not in block.hits


def _tells_time(block: Block) -> bool:
    if any(slot in block.hits for slot in _TIMES):
        return True
    return is_stamp(block.plain) or ends_in_time(block)


def _says_the_same(one: Part, other: Part) -> bool:
    return (
        one.block.key == other.block.key
        and TITLE_WORDS <= one.block.size <= MAX_TITLE_WORDS
        and Role.OTHER not in (one.role, other.role)
    )


def _titled_twice(one: Part, other: Part) -> list[Part]:
    story = (one.linked and one.story) or other.story or one.block.key
    return [replace(p, role=Role.TITLE, story=story, twice=True) for p in (one, other)]
