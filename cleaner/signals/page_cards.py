"""Cards of other stories among a page's lines, seen by structure: siblings that are each a card.

A branch is a card where all it holds is of one story: its title, at most one excerpt, furniture.
Every branch sums up what it holds, from the leaves, and is swept once for runs of cards.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from cleaner.signals.line_roles import BIG_WORDS, Part, Role
from cleaner.signals.line_tree import Branch, LineTree

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
    if role is Role.EXCERPT:
        return Tally(excerpts=1, words=block.size)
    return Tally(
        stamps=int(role is Role.STAMP), labels=int(role is Role.LABEL), other=role is Role.OTHER
    )


@dataclass(slots=True)
class Run:
    """Cards that follow on one another under one parent."""

    first: int
    end: int
    cards: int = 0
    strong: int = 0
    own: int = 0
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


class Piece(NamedTuple):
    """One item of a branch: what it holds, the cards that it is made of, its lines."""

    tally: Tally
    inner: Run | None
    first: int
    end: int
    bare: bool
    """Whether it is a line rather than an element."""


class Sweep:
    """Walks the items of one branch: cards and what stands between them."""

    def __init__(self) -> None:
        """Nothing is seen yet."""
        self.runs: list[Run] = []
        self.run: Run | None = None
        self.last = Tally()
        self.loose: tuple[Role, int] | None = None
        """What the last card took from beside it, and where it ended before."""
        self.taken = Counter[Role]()
        self.broken = False
        """Whether anything is no card's."""

    def card(self, piece: Piece) -> None:
        """A card, or more of the one before."""
        tally, first, end = piece.tally, piece.first, piece.end
        if self.run is None:
            self.run = Run(first, end)
        elif tally.story == self.last.story and self.run.cards:
            self.more(tally, end)
            return
        self.loose = None
        self.run.cards += 1
        self.run.own += tally.own
        self.run.bare += piece.bare
        self.last = Tally()
        self.more(tally, end)

    def take(self, tally: Tally, end: int) -> None:
        """A line that stands flat beside the last card's title."""
        assert self.run is not None
        role = Role.EXCERPT if tally.excerpts else Role.STAMP
        self.taken[role] += 1
        self.loose = self.loose or (role, self.run.end)
        self.more(tally, end)

    def more(self, tally: Tally, end: int) -> None:
        """Lines of the last card."""
        run = self.run
        assert run is not None
        run.strong -= self.last.is_strong
        self.last.add(tally)
        run.strong += self.last.is_strong
        run.excerpts += tally.excerpts
        run.words += tally.words
        run.end = end
        run.is_promo = run.cards == 1 and self.last.is_promo

    def several(self, inner: Run) -> None:
        """A branch that is all cards."""
        if self.run is None:
            self.run = Run(inner.first, inner.end)
        run = self.run
        run.end = inner.end
        run.cards += inner.cards
        run.strong += inner.strong
        run.own += inner.own
        run.excerpts += inner.excerpts
        run.words += inner.words
        run.bare += inner.bare
        run.is_promo = run.cards == 1 and inner.is_promo
        self.loose = None
        self.last = Tally("several", other=True)

    def stop(self) -> None:
        """The end of a run."""
        if self.run is not None:
            self._let_go(self.run)
            self.runs.append(self.run)
        self.run = None
        self.loose = None
        self.taken.clear()
        self.last = Tally()

    def _let_go(self, run: Run) -> None:
        """Give back what no card but the last took."""
        if self.loose is None or self.taken[self.loose[0]] > 1:
            return
        run.strong -= self.last.is_strong
        run.excerpts -= self.last.excerpts
        run.words -= self.last.words
        run.end = self.loose[1]


def card_runs(parts: Sequence[Part], tree: LineTree) -> Iterator[Run]:
    """All runs of cards on a page, the inner ones first."""
    tallies: dict[Branch, Tally] = {}
    whole: dict[Branch, Run] = {}
    singles = [tally_of(part) for part in parts]
    for branch in reversed(tree.branches):
        sweep, total = Sweep(), Tally()
        for item in branch.items:
            if isinstance(item, int):
                tally, inner, first, end = singles[item], None, item, item + 1
            else:
                tally, inner = tallies[item], whole.get(item)
                first, end = item.first, item.end
            total.add(tally)
            _see(sweep, Piece(tally, inner, first, end, isinstance(item, int)))
        sweep.stop()
        tallies[branch] = total
        if len(sweep.runs) == 1 and not sweep.broken and sweep.runs[0].cards > 1:
            whole[branch] = sweep.runs[0]
        yield from (run for run in sweep.runs if run.is_run)


def _see(sweep: Sweep, piece: Piece) -> None:
    tally, end = piece.tally, piece.end
    if tally.is_card:
        sweep.card(piece)
    elif piece.inner is not None:
        sweep.several(piece.inner)
    elif tally.is_filler:
        if sweep.run is not None and tally.stamps and not sweep.last.stamps:
            sweep.take(tally, end)
    elif sweep.run is not None and _takes(sweep.last, tally):
        sweep.take(tally, end)
    else:
        sweep.broken = True
        sweep.stop()


def _takes(card: Tally, tally: Tally) -> bool:
    """Whether a card that stands flat among its neighbours takes an excerpt."""
    one = tally.excerpts == 1 and not tally.titles and not tally.other
    fits = tally.words <= MAX_EXCERPT_WORDS and not card.excerpts and not card.other
    return one and fits and (card.ranked or card.twice or card.stamps > 0)
