"""What changes from page to page and still is none of the article: cards, prices, rotating pleas.

That a container comes back says nothing: the article's own does, too. But what stands in a list of
cards is met elsewhere on the site, as a card or as an article; and a card of prices has values and
labels that come back, and no sentence. Where no container tells a list, the line over it does.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from statistics import median

from cleaner.sites.memory.chains import Chain, above, is_named
from cleaner.sites.memory.compare import MIN_ARTICLES, Comparison
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

MAX_OF_PAGE = 0.6
"""Share of a page's extracted words that a list may have and be furniture."""
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
class Listing:
    """A container whose text changes, or a line with such text under it."""

    seen: int
    """Different articles that had it."""
    what: str
    lines: int = 0
    """The most lines that it had."""
    words: int = 0
    """The most words that one of its lines had."""


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
        return _kept(self.lines) / max(1, _kept(self.page.lines))


Tell = Callable[[Group, Comparison], bool]


def containers_of(together: Comparison) -> Mapping[Chain, Listing]:
    """The containers of a site that hold lists."""
    found: dict[Chain, Listing] = {}
    for chain, groups in sorted(_groups(together).items()):
        if listing := _listing(
            groups, together, _TELLS if is_named(chain) else {OFFERS: _is_offers}
        ):
            found[chain] = listing
    return found


def openers_of(together: Comparison) -> Mapping[str, Listing]:
    """Short lines that come back with offers under them, by their key."""
    groups = defaultdict[str, list[Group]](list)
    for article, page, chains in zip(
        together.articles, together.pages, together.chains, strict=True
    ):
        for i, line in enumerate(page.lines, 1):
            if together.seen[line.key] >= MIN_ARTICLES and PROSE not in line.marks:
                end = _reach(page, i, together)
                group = Group(article, page, page.lines[i:end], tuple(chains[i:end]))
                groups[line.key].append(group)
    found = {key: _opener(those, together) for key, those in sorted(groups.items())}
    return {key: listing for key, listing in found.items() if listing}


def _opener(groups: Sequence[Group], together: Comparison) -> Listing | None:
    """Titles of other pages stand under it, with or without excerpts."""
    names = any(together.is_title(n, group.page) for group in groups for n in group.lines)
    met = sum(_has_met(group, together) for group in groups)
    pairs = sum(_has_pair(group, together) for group in groups)
    if (met if names else pairs) < OFTEN_TOLD * len(groups):
        return None
    return _listing(groups, together, {OFFERS: _is_row_of_titles})


def _has_met(group: Group, together: Comparison) -> bool:
    return any(
        together.is_title(n, group.page) or together.is_met(n, chain)
        for n, chain in zip(group.lines, group.chains, strict=True)
    )


def _has_pair(group: Group, together: Comparison) -> bool:
    """Whether a title and the sentence under it are both met elsewhere."""
    met = [together.is_met(n, chain) for n, chain in zip(group.lines, group.chains, strict=True)]
    return any(
        one
        and other
        and title.size >= TITLE_WORDS
        and PROSE not in title.marks
        and PROSE in under.marks
        for one, other, title, under in zip(
            met, met[1:], group.lines, group.lines[1:], strict=False
        )
    )


def _is_row_of_titles(group: Group, together: Comparison) -> bool:
    """Short lines, each with one sentence or paragraph at most under it."""
    says = [PROSE in n.marks for n in group.lines]
    return bool(says) and not says[0] and not any(map(all, pairwise(says)))


def _listing(
    groups: Sequence[Group], together: Comparison, tells: Mapping[str, Tell]
) -> Listing | None:
    seen = len({group.article for group in groups})
    if seen < MIN_ARTICLES or median(group.share for group in groups) > MAX_OF_PAGE:
        return None
    for what, tell in tells.items():
        least = OFTEN_TOLD if what == TURNS else TOLD
        if sum(tell(group, together) for group in groups) >= least * len(groups):
            words = max((n.size for group in groups for n in group.lines), default=0)
            return Listing(seen, what, max(len(group.lines) for group in groups), words)
    return None


def _groups(together: Comparison) -> dict[Chain, list[Group]]:
    groups = defaultdict[Chain, list[Group]](list)
    for article, page, chains in zip(
        together.articles, together.pages, together.chains, strict=True
    ):
        held = defaultdict[Chain, list[tuple[LineRecord, Chain]]](list)
        for line, chain in zip(page.lines, chains, strict=True):
            for container in above(chain):
                if container not in together.holders:
                    held[container].append((line, chain))
        for container, lines in held.items():
            groups[container].append(Group(article, page, *zip(*lines, strict=True)))
    return groups


def _reach(page: PageFingerprint, start: int, together: Comparison) -> int:
    """The first line from a number on that comes back and is no title with its excerpt."""
    titled = False
    for i in range(start, len(page.lines)):
        line = page.lines[i]
        excerpt = titled and PROSE in line.marks
        titled = together.is_title(line, page)
        if together.seen[line.key] >= MIN_ARTICLES and not (titled or excerpt):
            return i
    return len(page.lines)


def _kept(lines: Iterable[LineRecord]) -> int:
    return sum(line.size for line in lines if line.role == KEPT)


def _is_offers(group: Group, together: Comparison) -> bool:
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


_TELLS: Mapping[str, Tell] = {OFFERS: _is_offers, PRICES: _is_prices, TURNS: _is_turn}
