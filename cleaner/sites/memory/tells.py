"""What tells that a group of lines is a list of other pages, a card of prices, or one in turn."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass

from cleaner.sites.memory.chains import Chain
from cleaner.sites.memory.compare import Comparison
from cleaner.sites.memory.fingerprint import (
    GONE,
    HEADING,
    INSIDE,
    KEPT,
    LINKED,
    LISTED,
    MONEY,
    PROSE,
    VALUE,
    LineRecord,
    PageFingerprint,
)

TOLD = 0.75
OFTEN_TOLD = 0.5
"""Share of the pages with it on which it must look like furniture; of one line, that is met."""
TITLE_WORDS = 4
MAX_PRICES = 12
MET = 0.5
"""Share of the lines of a list that must be met elsewhere."""
OFFERS = "a list of other pages"
PRICES = "a card of prices"
TURNS = "one of several in turn"


@dataclass(frozen=True)
class Group:
    """The lines of one container on one page, or those under one line."""

    article: int
    page: PageFingerprint
    lines: tuple[LineRecord, ...]
    chains: tuple[Chain, ...]

    @property
    def share(self) -> float:
        """Of the page's extracted words."""
        return kept(self.lines) / max(1, kept(self.page.lines))


Tell = Callable[[Group, Comparison], bool]


def kept(lines: Iterable[LineRecord]) -> int:
    """Words of the lines that the cleaner kept."""
    return sum(line.size for line in lines if line.role == KEPT)


def is_offers(group: Group, together: Comparison) -> bool:
    """Titles, links or excerpts, half of which are met elsewhere or went as another kind."""
    if any(PROSE in n.marks or LINKED in n.marks for n in group.lines):
        several = len(group.lines) > 1 and any(PROSE in n.marks for n in group.lines)
        met = several and _is_mostly_met(group, together)
        return met or _is_offered(group, together) or _is_linked_list(group, together)
    return False


def _is_linked_list(group: Group, together: Comparison) -> bool:
    """Links to the site with few sentences between them, under a line that comes back."""
    links = sum(LINKED in n.marks and INSIDE in n.marks for n in group.lines)
    sentences = sum(PROSE in n.marks and LINKED not in n.marks for n in group.lines)
    heads = any(together.returns(n) and PROSE not in n.marks for n in group.lines)
    return heads and links > 0 and sentences <= 2 * links and len(group.lines) <= 5 * links


def _is_offered(group: Group, together: Comparison) -> bool:
    """Titles of other pages, perhaps with excerpts; half of the lines are met elsewhere."""
    titles = sum(together.is_title(n, group.page) for n in group.lines)
    sentences = sum(PROSE in n.marks and LINKED not in n.marks for n in group.lines)
    others = sum(together.returns(n) for n in group.lines)
    if titles == others or sentences > 2 * (len(group.lines) - sentences):
        return False
    return _is_mostly_met(group, together)


def _is_mostly_met(group: Group, together: Comparison) -> bool:
    met = sum(
        n.role == GONE or together.is_met(n, chain) or together.is_title(n, group.page)
        for n, chain in zip(group.lines, group.chains, strict=True)
    )
    return met >= MET * len(group.lines)


def _is_prices(group: Group, together: Comparison) -> bool:
    """Few lines: values, labels that come back, and no sentence without a price."""
    if len(group.lines) > MAX_PRICES or any(LISTED in n.marks for n in group.lines):
        return False
    if any(PROSE in n.marks and MONEY not in n.marks for n in group.lines):
        return False
    prices = sum(MONEY in n.marks for n in group.lines)
    values = sum(VALUE in n.marks or MONEY in n.marks for n in group.lines)
    labels = sum(together.returns(n) and not {VALUE, MONEY} & set(n.marks) for n in group.lines)
    return prices > 0 and labels > 0 and 2 * (values + labels) >= len(group.lines)


def _is_turn(group: Group, together: Comparison) -> bool:
    """One or two lines, a sentence among them, that other articles have, too."""
    if len(group.lines) > 2 or any(HEADING in n.marks or LISTED in n.marks for n in group.lines):
        return False
    return any(PROSE in n.marks for n in group.lines) and all(
        map(together.is_met, group.lines, group.chains)
    )


TELLS: Mapping[str, Tell] = {OFFERS: is_offers, PRICES: _is_prices, TURNS: _is_turn}
