"""Where a line stands in a page, written so that two pages of one site can be compared.

A chain is the line's element and all above it up to `body`, outermost first, each as its tag with
the words of its class and id: `div.main.story>p.lead`. Words that only few pages have (names of
sections, hashes of a build) are taken off before two chains are compared.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterable, Iterator

from cleaner.reading.line import Element

DEEPEST = 40
MAX_NAMES = 12
_ROOT = frozenset({"html", "body"})
_UNSAFE = re.compile(r"[.>\s]+")
_TOLD_BY = ("class", "id", "role", "itemprop")
_WORD = re.compile(r"(?<![^\s_-])[a-z]{2,}(?![^\s_-])", re.I)
"""A word between hyphens; parts with figures in them are hashes or numbers."""

Chain = tuple[str, ...]
NOWHERE: Chain = ()


class Chains:
    """The chains of a page's elements; each element is looked at once."""

    def __init__(self) -> None:
        """Nothing is known yet."""
        self._known: dict[Element, Chain] = {}
        self._labels: dict[tuple[str | None, ...], str] = {}

    def of(self, element: Element) -> Chain:
        """The chain that ends with an element."""
        path: list[Element] = []
        above = element
        while above is not None and above not in self._known and above.tag not in _ROOT:
            path.append(above)
            above = above.getparent()
        chain = self._known.get(above, NOWHERE)
        for one in reversed(path):
            chain = (*chain, self._label(one))[-DEEPEST:]
            self._known[one] = chain
        return chain

    def _label(self, element: Element) -> str:
        told = (str(element.tag), *map(element.get, _TOLD_BY))
        if told not in self._labels:
            self._labels[told] = label(element)
        return self._labels[told]


def label(element: Element) -> str:
    """An element as its tag with the words of its class and id.

    >>> from lxml.html import fromstring
    >>> label(fromstring('<p class="box__intro--wide css-1x9ab" id="p-1">x</p>'))
    'p.box.css.intro.wide'
    """
    tag = _UNSAFE.sub("_", str(element.tag))
    told = " ".join(element.get(name) or "" for name in _TOLD_BY)
    return ".".join((tag, *sorted(set(_WORD.findall(told.lower())))[:MAX_NAMES]))


def written(chain: Chain) -> str:
    """A chain as text."""
    return ">".join(chain)


def read(text: str) -> Chain:
    """The chain that `written` wrote."""
    return tuple(text.split(">")) if text else NOWHERE


def above(chain: Chain) -> Iterator[Chain]:
    """The containers that a chain passes through, the outermost first, and itself."""
    return (chain[:depth] for depth in range(1, len(chain) + 1))


def is_named(chain: Chain) -> bool:
    """Whether the words of a class or id tell the last element from others of its kind."""
    return "." in chain[-1]


def names_in(labels: Iterable[str]) -> set[str]:
    """The words in labels.

    >>> sorted(names_in(("div.story.main", "p.lead")))
    ['lead', 'main', 'story']
    """
    return {name for one in labels for name in one.split(".")[1:]}


def plain_label(one: str, steady: Collection[str]) -> str:
    """A label with its steady words alone.

    >>> plain_label("div.post.kjx", {"post"})
    'div.post'
    """
    tag, *names = one.split(".")
    return ".".join((tag, *(name for name in names if name in steady)))


def plainly(steady: Collection[str]) -> Callable[[Chain], Chain]:
    """A function that takes all but the steady words off a chain, and remembers what it did."""
    labels: dict[str, str] = {}
    chains: dict[Chain, Chain] = {}

    def one(label: str) -> str:
        if label not in labels:
            labels[label] = plain_label(label, steady)
        return labels[label]

    def plain(chain: Chain) -> Chain:
        if chain not in chains:
            chains[chain] = tuple(one(label) for label in chain)
        return chains[chain]

    return plain
