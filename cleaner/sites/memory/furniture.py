"""What of a site is furniture: the lines that come back, and the lists whose lines change."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property

from cleaner.sites.memory.chains import Chain, above, written
from cleaner.sites.memory.compare import MIN_ARTICLES, Comparison
from cleaner.sites.memory.fingerprint import GONE, OUTSIDE, VALUE, LineRecord, PageFingerprint
from cleaner.sites.memory.lists import Listing, containers_of, openers_of
from cleaner.sites.memory.recurring_line import HEAD, MIDST, TAIL, RecurringLine

OWN = 0.9
"""Share of the lines of a container that come back, from which it holds nothing of an article."""


@dataclass(frozen=True)
class Furniture:
    """What a memory tells of later pages. Lines are by key; parts by first and last words."""

    host: str
    of: int = 0
    """Different articles that it is told from."""
    lines: Mapping[str, RecurringLine] = field(default_factory=dict)
    parts: Mapping[str, RecurringLine] = field(default_factory=dict)
    lists: Mapping[Chain, Listing] = field(default_factory=dict)
    openers: Mapping[str, Listing] = field(default_factory=dict)
    titles: frozenset[str] = frozenset()
    steady: frozenset[str] = frozenset()
    holders: frozenset[Chain] = frozenset()

    @cached_property
    def bodies(self) -> frozenset[Chain]:
        """The innermost containers of articles."""
        return self.holders - {chain[:-1] for chain in self.holders}

    def to_list(self, texts: Mapping[str, str]) -> list[dict[str, str]]:
        """All that comes back for reading, most often seen first."""
        back = [known for known in self.lines.values() if known.seen >= MIN_ARTICLES]
        back.sort(key=lambda known: (-known.seen, texts[known.key], known.key))
        return [self._line(known, texts) for known in back] + [
            {"list": written(chain), "seen in": self._often(one.seen), "what": one.what}
            for chain, one in sorted(self.lists.items())
        ]

    def _line(self, known: RecurringLine, texts: Mapping[str, str]) -> dict[str, str]:
        told = {
            "line": texts[known.key],
            "seen in": self._often(known.seen),
            "where": " and ".join(sorted(known.where)) + " the article",
            "at": min(map(written, known.chains)),
        }
        one = self.openers.get(known.key)
        return told | ({"under it": one.what} if one else {})

    def _often(self, seen: int) -> str:
        return f"{seen} of {self.of} articles"


def furniture_of(host: str, pages: Sequence[PageFingerprint]) -> Furniture:
    """What comes back over the pages of a site; nothing before the third different article."""
    together = Comparison(pages)
    if together.count < MIN_ARTICLES:
        return Furniture(host, together.count, holders=together.holders)
    lists = containers_of(together)
    lines, parts = _lines(together, lists)
    return Furniture(
        host,
        together.count,
        lines,
        parts,
        lists,
        openers_of(together),
        together.titles,
        together.steady,
        together.holders,
    )


def within(chain: Chain, containers: Mapping[Chain, object] | frozenset[Chain]) -> Chain | None:
    """The outermost of some containers that a chain passes through."""
    return next((one for one in above(chain) if one in containers), None)


Place = tuple[LineRecord, Chain, str, str]
"""A line, its chain, where it stands, and the key of the line before it."""


def _lines(
    together: Comparison, lists: Mapping[Chain, Listing]
) -> tuple[dict[str, RecurringLine], dict[str, RecurringLine]]:
    """The lines that are met again by key, and prose that only begins or ends as another's."""
    own = _own(together)
    whole, parts = defaultdict[str, list[Place]](list), defaultdict[str, list[Place]](list)
    for place in _places(together, lists):
        line = place[0]
        if VALUE in line.marks:
            continue
        if together.seen[line.key] > 1:
            whole[line.key].append(place)
        elif together.returns(line):
            for name, part in ((line.start, together.starts), (line.end, together.ends)):
                if part.get(name, 0) >= MIN_ARTICLES:
                    parts[name].append(place)
    return (
        {key: _known(together, seen, own, together.seen[key]) for key, seen in whole.items()},
        {
            key: _known(together, seen, own, max(together.spread(line) for line, *_ in seen))
            for key, seen in parts.items()
        },
    )


def _places(together: Comparison, lists: Mapping[Chain, Listing]) -> list[Place]:
    """Each line of each page with its chain and where it stands."""
    places: list[Place] = []
    for page, chains in zip(together.pages, together.chains, strict=True):
        own = [
            together.is_own(line) and within(chain, lists) is None
            for line, chain in zip(page.lines, chains, strict=True)
        ]
        before = ["", *(line.key for line in page.lines)]
        places += zip(page.lines, chains, positions(own), before, strict=False)
    return places


def positions(own: Sequence[bool]) -> list[str]:
    """For each line whether it stands before, amid or behind those that are an article's own."""
    first = next((i for i, yes in enumerate(own) if yes), len(own))
    last = max((i for i, yes in enumerate(own) if yes), default=-1)
    return [HEAD if i < first else TAIL if i > last else MIDST for i in range(len(own))]


def _own(together: Comparison) -> frozenset[Chain]:
    """Containers in which nearly every line comes back or was stripped."""
    total, again = Counter[Chain](), Counter[Chain]()
    for page, chains in zip(together.pages, together.chains, strict=True):
        for line, chain in zip(page.lines, chains, strict=True):
            back = together.returns(line) or line.role == GONE
            for container in above(chain):
                total[container] += 1
                again[container] += back
    return frozenset(
        container
        for container, lines in total.items()
        if container not in together.holders
        and lines >= MIN_ARTICLES
        and again[container] >= OWN * lines
    )


def _known(
    together: Comparison, seen: Sequence[Place], own: frozenset[Chain], often: int
) -> RecurringLine:
    lines = [line for line, *_ in seen]
    chains = frozenset(chain for _, chain, *_ in seen)
    extracted = [line for line in lines if line.role != OUTSIDE]
    gone = sum(line.role == GONE for line in extracted)
    exact = max((together.seen_exactly[n.exact] for n in lines if n.exact), default=often)
    return RecurringLine(
        min(line.key for line in lines),
        often,
        chains,
        frozenset("".join(line.marks for line in lines)),
        min(line.size for line in lines),
        all(within(chain, own) is not None for chain in chains),
        all(within(chain[:-1], own) is not None for chain in chains),
        exact < min(often, MIN_ARTICLES) or len({line.key for line in lines}) > 1,
        gone / len(extracted) if extracted else 0.0,
        frozenset(at for _, _, at, _ in seen),
        frozenset(before for *_, before in seen),
    )
