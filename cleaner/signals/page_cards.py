"""Cards of other stories among a page's lines, seen by structure: siblings that are each a card.

A branch is a card where all it holds is of one story: its title, at most one excerpt, furniture.
Every branch sums up what it holds, from the leaves, and is swept once for runs of cards.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from typing import NamedTuple

from cleaner.signals.card_tally import MAX_EXCERPT_WORDS, Run, Tally, tally_of
from cleaner.signals.line_roles import Part, Role
from cleaner.signals.line_tree import Branch, LineTree


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
        self.loose: tuple[Role, int, Tally] | None = None
        """What the last card took from beside it; where it ended before, and what it held."""
        self.taken: Counter[Role] = Counter()
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
        self.run.big += tally.big
        self.run.bare += piece.bare
        self.last = Tally()
        self.more(tally, end)

    def take(self, tally: Tally, end: int) -> None:
        """A line that stands flat beside the last card's title."""
        assert self.run is not None
        role = Role.EXCERPT if tally.excerpts else Role.STAMP
        self.taken[role] += 1
        self.loose = self.loose or (role, self.run.end, replace(self.last))
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
        run.big += inner.big
        run.excerpts += inner.excerpts
        run.words += inner.words
        run.bare += inner.bare
        run.is_promo = run.cards == 1 and inner.is_promo
        self.loose = None
        self.last = Tally("several", other=True)

    def stop(self) -> None:
        """The end of a run."""
        if self.run is None:
            return
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
        _, run.end, card = self.loose
        run.strong += card.is_strong - self.last.is_strong
        run.excerpts += card.excerpts - self.last.excerpts
        run.words += card.words - self.last.words


def card_runs(parts: Sequence[Part], tree: LineTree) -> Iterator[Run]:
    """All runs of cards on a page, the inner ones first."""
    lines = [Piece(tally_of(part), None, i, i + 1, bare=True) for i, part in enumerate(parts)]
    known: dict[Branch, Piece] = {}
    for branch in reversed(tree.branches):
        pieces = [lines[item] if isinstance(item, int) else known[item] for item in branch.items]
        if len(pieces) == 1 and not pieces[0].tally.is_promo:
            only = pieces[0]  # it holds what its only item holds
            known[branch] = only._replace(bare=False) if only.bare else only
            continue
        sweep = _swept(pieces)
        whole = len(sweep.runs) == 1 and not sweep.broken and sweep.runs[0].cards > 1
        inner = sweep.runs[0] if whole else None
        known[branch] = Piece(_total(pieces), inner, branch.first, branch.end, bare=False)
        yield from (run for run in sweep.runs if run.is_run)


def _total(pieces: Iterable[Piece]) -> Tally:
    total = Tally()
    for piece in pieces:
        total.add(piece.tally)
    return total


def _swept(pieces: Iterable[Piece]) -> Sweep:
    sweep = Sweep()
    for piece in pieces:
        _see(sweep, piece)
    sweep.stop()
    return sweep


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
