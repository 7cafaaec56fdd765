"""What some lines of a page hold, counted: whether they make a card of one story, or a run."""

from __future__ import annotations

from dataclasses import dataclass

from cleaner.signals.line_roles import BIG_WORDS, Part, Role

MAX_EXCERPT_WORDS = 80
MAX_LABELS = 6
MAX_FILLER = 4


@dataclass(slots=True)
class Tally:
    """What some lines hold."""

    story: str = ""
    big: bool = False
    mixed: bool = False
    """Whether there are two stories."""
    titles: int = 0
    linked: bool = False
    own: bool = True
    twice: bool = False
    ranked: bool = False
    excerpts: int = 0
    words: float = 0
    stamps: int = 0
    labels: int = 0
    other: bool = False

    def add(self, more: Tally) -> None:
        """What follows on these lines."""
        self.other |= more.other or bool(self.excerpts and not self.titles and more.titles)
        self._retitle(more)
        self.titles += more.titles
        self.twice |= more.twice
        self.ranked |= more.ranked
        self.excerpts += more.excerpts
        self.words += more.words
        self.stamps += more.stamps
        self.labels += more.labels

    def _retitle(self, more: Tally) -> None:
        """The longer title is the story's; two long ones are two stories."""
        self.mixed |= more.mixed
        if not more.story or more.story == self.story:
            self.big |= more.big
            return
        self.mixed |= bool(self.story) and self.big == more.big
        if more.big or not self.story:
            self.story, self.big = more.story, more.big
            self.linked, self.own = more.linked, more.own

    @property
    def is_card(self) -> bool:
        """One story, and nothing that belongs to no card."""
        if not self.story or self.mixed or self.other or self.excerpts > 1:
            return False
        return self.labels <= MAX_LABELS and (self.words <= MAX_EXCERPT_WORDS or self.stamps > 0)

    @property
    def is_strong(self) -> bool:
        """A card with the time or the share button of one."""
        return self.stamps > 0 and (self.linked or self.twice)

    @property
    def is_promo(self) -> bool:
        """A linked title of the same site, said twice."""
        return self.twice and self.linked and self.own and self.big

    @property
    def is_filler(self) -> bool:
        """A line or two between cards."""
        empty = not (self.titles or self.excerpts or self.other)
        return empty and self.stamps + self.labels <= MAX_FILLER


def tally_of(part: Part) -> Tally:
    """One line, counted."""
    role, block = part.role, part.block
    if role is Role.TITLE:
        big = block.size >= BIG_WORDS
        return Tally(
            part.story, big, titles=1, linked=part.linked, own=part.own, twice=part.twice,
            ranked=part.rank > 0,
        )  # fmt: skip
    return Tally(excerpts=1, words=block.size) if role is Role.EXCERPT else _SMALL[role]


_SMALL = {
    Role.STAMP: Tally(stamps=1),
    Role.LABEL: Tally(labels=1),
    Role.OTHER: Tally(other=True),
}
"""What most lines hold; nothing is ever added to the tally of a line."""


@dataclass(slots=True)
class Run:
    """Cards that follow on one another under one parent."""

    first: int
    end: int
    cards: int = 0
    strong: int = 0
    own: int = 0
    big: int = 0
    """Cards with a long title."""
    excerpts: int = 0
    words: float = 0
    bare: int = 0
    """Cards that are lines of one element, parted by breaks."""
    is_promo: bool = False
    """Whether it is one linked title of the same site, said twice."""

    @property
    def is_run(self) -> bool:
        """Two strong cards or three plain ones."""
        return self.strong >= 2 or self.cards >= 3 or self.is_promo
