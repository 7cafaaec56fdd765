"""What changes from page to page and still is none of the article: cards, prices, rotating pleas.

That a container comes back says nothing: the article's own does, too. But what stands in a list of
cards is met elsewhere on the site, as a card or as an article; and a card of prices has values and
labels that come back, and no sentence. Where no container tells a list, the line over it does.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from statistics import median

from cleaner.sites.memory.chains import Chain, above, is_named
from cleaner.sites.memory.compare import MIN_ARTICLES, Comparison
from cleaner.sites.memory.fingerprint import PROSE, LineRecord, PageFingerprint
from cleaner.sites.memory.tells import (
    OFFERS,
    OFTEN_TOLD,
    TELLS,
    TITLE_WORDS,
    TOLD,
    TURNS,
    Group,
    Tell,
    is_offers,
)

MAX_OF_PAGE = 0.6
"""Share of a page's extracted words that a list may have and be furniture."""


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


def containers_of(together: Comparison) -> Mapping[Chain, Listing]:
    """The containers of a site that hold lists."""
    found: dict[Chain, Listing] = {}
    for chain, groups in sorted(_groups(together).items()):
        if listing := _listing(groups, together, TELLS if is_named(chain) else {OFFERS: is_offers}):
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
