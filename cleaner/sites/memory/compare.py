"""The pages of a site side by side: which lines come back, and in how many different articles."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Sequence
from functools import cached_property

from cleaner.sites.memory.chains import Chain, above, names_in, plainly
from cleaner.sites.memory.fingerprint import GONE, KEPT, PROSE, LineRecord, PageFingerprint

MIN_ARTICLES = 3
"""Different articles in which a line must stand to come back."""
SAME_ARTICLE = 0.7
SAME_TITLED = 0.3
"""Share of the prose of the shorter of two pages that makes them copies of one article; where the
titles are the same."""
STEADY = 0.5
"""Share of the pages that must have a class name for it to tell a place."""
HOLDS = 0.5
HOLDERS = 0.25
"""Share of a page's own prose in a container that holds its article, and share of the pages."""


class Comparison:
    """Pages of one site; every count is of different articles, not of pages."""

    def __init__(self, pages: Sequence[PageFingerprint]) -> None:
        """Take pages; all is worked out when it is first asked for."""
        self.pages = pages
        self.articles = _articles(pages)
        """For each page, the number of the first page that has the same article."""
        self.count = len(set(self.articles))
        """Different articles."""
        self.titles = frozenset(page.title for page in pages)

    @cached_property
    def steady(self) -> frozenset[str]:
        """Class names and ids that at least half of the pages have."""
        having = Counter(
            name
            for page in self.pages
            for name in names_in(
                label for chain in {n.chain for n in page.lines} for label in chain
            )
        )
        return frozenset(n for n, k in having.items() if k >= max(2, STEADY * len(self.pages)))

    @cached_property
    def chains(self) -> list[list[Chain]]:
        """The comparable chain of each line of each page."""
        plain = plainly(self.steady)
        return [[plain(line.chain) for line in page.lines] for page in self.pages]

    @cached_property
    def seen(self) -> dict[str, int]:
        """In how many articles each line stands."""
        return self._spread(lambda line: line.key)

    @cached_property
    def seen_exactly(self) -> dict[str, int]:
        """The same for lines with numbers, as they are written."""
        return self._spread(lambda line: line.exact)

    @cached_property
    def starts(self) -> dict[str, int]:
        """The same for the first words of prose."""
        return self._spread(lambda line: line.start)

    @cached_property
    def ends(self) -> dict[str, int]:
        """The same for the last words of prose."""
        return self._spread(lambda line: line.end)

    def _spread(self, of: Callable[[LineRecord], str]) -> dict[str, int]:
        articles = defaultdict[str, set[int]](set)
        for article, page in zip(self.articles, self.pages, strict=True):
            for line in page.lines:
                articles[of(line)].add(article)
        articles.pop("", None)
        return {key: len(those) for key, those in articles.items()}

    def spread(self, line: LineRecord) -> int:
        """In how many articles a line stands, or prose that begins or ends as it does."""
        nearly = max(self.starts.get(line.start, 0), self.ends.get(line.end, 0))
        return max(self.seen[line.key], nearly)

    def returns(self, line: LineRecord) -> bool:
        """Whether a line comes back from article to article."""
        return self.spread(line) >= MIN_ARTICLES

    @cached_property
    def _met_at(self) -> dict[tuple[Chain, str], int]:
        """In how many articles a line, or its first or last words, stand at the same place."""
        articles = defaultdict[tuple[Chain, str], set[int]](set)
        for article, page, chains in zip(self.articles, self.pages, self.chains, strict=True):
            for line, chain in zip(page.lines, chains, strict=True):
                for told in filter(None, {line.key, line.start, line.end}):
                    articles[chain, told].add(article)
        return {place: len(those) for place, those in articles.items()}

    def is_met(self, line: LineRecord, chain: Chain) -> bool:
        """Whether a line is met at the same place in another article.

        At another place it may be the opening of an article that others point to.
        """
        told = filter(None, (line.key, line.start, line.end))
        return any(self._met_at[chain, one] > 1 for one in told)

    def is_title(self, line: LineRecord, page: PageFingerprint) -> bool:
        """Whether a line is the title of another page."""
        return line.key in self.titles and line.key != page.title

    def is_own(self, line: LineRecord) -> bool:
        """Whether a line is prose that was kept and, to the number, stands in one article alone.

        Daily reports say the same with other numbers and names: that is their own. The opening of
        another article, which stands at another place there, is not.
        """
        if line.role != KEPT or PROSE not in line.marks or len(self._openings[line.start]) > 1:
            return False
        return (self.seen_exactly[line.exact] if line.exact else self.seen[line.key]) == 1

    @cached_property
    def _openings(self) -> dict[str, set[Chain]]:
        """Where prose with the same first words stands."""
        places = defaultdict[str, set[Chain]](set)
        for page, chains in zip(self.pages, self.chains, strict=True):
            for line, chain in zip(page.lines, chains, strict=True):
                if line.start:
                    places[line.start].add(chain)
        return places

    @cached_property
    def holders(self) -> frozenset[Chain]:
        """Containers that hold most of the prose of some of the pages: there the article stands."""
        pages = Counter[Chain]()
        for page, chains in zip(self.pages, self.chains, strict=True):
            own = [(n, c) for n, c in zip(page.lines, chains, strict=True) if self.is_own(n)]
            total = sum(line.size for line, _ in own)
            pages.update(c for c, size in _held(own).items() if size >= HOLDS * total)
        least = max(1, HOLDERS * len(self.pages))
        return frozenset(c for c, k in pages.items() if k >= least)


def _held(lines: Iterable[tuple[LineRecord, Chain]]) -> Counter[Chain]:
    """Words in each container."""
    held = Counter[Chain]()
    for line, chain in lines:
        for container in above(chain):
            held[container] += line.size
    return held


def _articles(pages: Sequence[PageFingerprint]) -> list[int]:
    """For each page the first one that has the same article: reposts count once."""
    prose = [_prose(page) for page in pages]
    first: list[int] = []
    for i, page in enumerate(pages):
        same = (j for j in range(i) if first[j] == j and _alike(page, prose[i], pages[j], prose[j]))
        first.append(next(same, i))
    return first


def _prose(page: PageFingerprint) -> dict[str, int]:
    kept = (n for n in page.lines if n.role in (KEPT, GONE) and PROSE in n.marks)
    return {n.exact or n.key: n.size for n in kept}


def _alike(
    one: PageFingerprint, prose: dict[str, int], other: PageFingerprint, others: dict[str, int]
) -> bool:
    """Whether two pages have one article: most of the shorter one's prose is the other's."""
    least = min(sum(prose.values()), sum(others.values()))
    shared = sum(size for key, size in prose.items() if key in others)
    titled = bool(one.title) and one.title == other.title
    return least > 0 and shared >= (SAME_TITLED if titled else SAME_ARTICLE) * least
