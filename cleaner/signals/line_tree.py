"""The elements that hold a page's lines, as a tree; and where each line's links lead."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Container, Iterable, Sequence
from dataclasses import dataclass, field
from typing import Any, NamedTuple, Protocol

from cleaner.document.block import Block
from cleaner.text.urls import host_in

RANKS = {"dt": 6, **{f"h{rank}": rank for rank in range(1, 10)}}
MANY_LINKS = 10
"""Links to a site from which a page that links no other as often is one of its own."""
_SECOND = frozenset(["ac", "co", "com", "edu", "go", "gob", "gov", "ne", "net", "or", "org"])
Element = Any  # lxml's stubs do not know HtmlElement from _Element


class PageLine(Protocol):
    """A visible line of a page."""

    @property
    def number(self) -> int:
        """Its place among the lines."""

    @property
    def block(self) -> Block:
        """What it says."""

    @property
    def element(self) -> Element:
        """The nearest element that begins lines."""

    @property
    def linked(self) -> int:
        """Characters of it that are links."""


@dataclass(slots=True, eq=False)
class Branch:
    """An element that holds lines, and what it holds in order: lines by position, branches."""

    element: Element
    above: int
    """The place among the branches of the one that holds it; −1 for the root."""
    first: int
    end: int = 0
    rank: int = 0
    """1 to 6 at and below a heading's tag, 6 for a term of a list."""
    href: str | None = None
    """Of the link around it."""
    items: list[int | Branch] = field(default_factory=list)


class Links(NamedTuple):
    """The links inside the lines of an element."""

    href: str
    """Where they lead; empty where they differ."""
    own: bool
    """Whether all stay on the site."""


@dataclass(frozen=True, slots=True)
class LineTree:
    """The branches of a page, each before those it holds, and the one of each line."""

    branches: list[Branch]
    homes: list[Branch]
    links: dict[Element, Links]
    hosts: frozenset[str]
    """The site's own."""

    def above(self, branch: Branch) -> Branch | None:
        """The branch that holds another; none holds the root."""
        return self.branches[branch.above] if branch.above >= 0 else None

    def is_own(self, href: str) -> bool:
        """Whether an address stays on the site."""
        return _is_own(href, self.hosts)

    def links_of(self, home: Branch) -> Links:
        """Where the links of an element's lines lead."""
        if home.href is not None:
            return Links(home.href, self.is_own(home.href))
        return self.links.get(home.element, NO_LINKS)


NO_LINKS = Links("", own=True)


def grow(lines: Sequence[PageLine]) -> LineTree:
    """The tree of some lines, which is as long as they are."""
    places: dict[Element, int] = {}
    branches: list[Branch] = []
    homes: list[Branch] = []
    for position, line in enumerate(lines):
        if line.element not in places:
            _plant(line.element, position, places, branches)
        home = branches[places[line.element]]
        home.items.append(position)
        home.end = position + 1
        homes.append(home)
    for branch in reversed(branches[1:]):
        above = branches[branch.above]
        above.end = max(above.end, branch.end)
    root = branches[0].element if branches else None
    links = [] if root is None else [(a, (a.get("href") or "").strip()) for a in root.iter("a")]
    hosts = _own(root, links)
    inside = _inside(links, places).items()
    return LineTree(branches, homes, {e: _summed(hrefs, hosts) for e, hrefs in inside}, hosts)


def _plant(
    element: Element, position: int, places: dict[Element, int], branches: list[Branch]
) -> None:
    """Grow the branch of an element, with all above it that was not known."""
    path = []
    while element is not None and element not in places:
        path.append(element)
        element = element.getparent()
    above = places.get(element, -1)
    for one in reversed(path):
        branch = Branch(one, above, position)
        _inherit(branch, one.tag, branches[above] if above >= 0 else None)
        above = places[one] = len(branches)
        branches.append(branch)


def _inherit(branch: Branch, tag: str, above: Branch | None) -> None:
    if above is not None:
        above.items.append(branch)
        branch.rank, branch.href = above.rank, above.href
    if tag in RANKS:
        branch.rank = RANKS[tag]
    elif tag == "a":
        branch.href = (branch.element.get("href") or "").strip()


def _inside(
    links: Iterable[tuple[Element, str]], known: Container[Element]
) -> dict[Element, list[str]]:
    """Where the links lead that stand in the lines of an element."""
    found: dict[Element, list[str]] = defaultdict(list)
    homes: dict[Element, Element] = {}
    for link, href in links:
        path, above = [], link
        while above is not None and above not in known and above not in homes:
            path.append(above)
            above = above.getparent()
        home = homes.get(above, above)
        homes.update(dict.fromkeys(path, home))
        found[home].append(href)
    return found


def _summed(hrefs: Sequence[str], hosts: frozenset[str]) -> Links:
    several = set(hrefs)
    same = len(several) == 1
    return Links(hrefs[0] if same else "", all(_is_own(href, hosts) for href in several))


def _is_own(href: str, hosts: frozenset[str]) -> bool:
    host = host_in(href)
    return not host or _site(host) in hosts


def _own(root: Element, links: Iterable[tuple[Element, str]]) -> frozenset[str]:
    """The hosts that a page says it stands on, or the one that it links most."""
    if root is None:
        return frozenset()
    said = root.xpath("//link[@rel='canonical']/@href | //meta[@property='og:url']/@content")
    hosts = {_site(host) for url in said if (host := host_in(str(url)))}
    if not hosts:
        linked = Counter(_site(host) for _, href in links if (host := host_in(href)))
        hosts = {host for host, count in linked.most_common(1) if count >= MANY_LINKS}
    return frozenset(hosts)


def _site(host: str) -> str:
    """A host less its subdomains, roughly."""
    parts = host.split(".")
    short = len(parts) > 2 and parts[-2] in _SECOND
    return ".".join(parts[-3 if short else -2 :])
