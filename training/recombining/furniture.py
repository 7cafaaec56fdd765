"""Parts of a page that hold residue alone, to be put into another."""

from __future__ import annotations

from copy import deepcopy
from dataclasses import dataclass
from random import Random

from cleaner.reading.line import Element
from cleaner.reading.tree_nodes import drop
from cleaner.text.words import words
from training.recombining.labelled import Labelled

TAGS = frozenset(["section", "aside", "div", "ul", "ol", "p", "table", "form", "dl", "blockquote"])
SIZES = range(3, 401)
"""Words of a part."""
MOST = 4
MOST_AMONG = 80
"""Words of a part among the paragraphs."""
NEAR = 2
"""Levels above an article's container in which a part stands beside it."""
AFTER, BETWEEN, BEFORE = 0.55, 0.75, 0.85
"""Limits of chance of where a part goes; beyond them, it goes beside the container."""
SILENT = ("script", "style", "noscript", "iframe", "template", "object")


@dataclass
class Part:
    """A part of a page, and whether it stood in the article or beside it."""

    element: Element
    is_near: bool

    @property
    def may_interrupt(self) -> bool:
        """Whether it is such as stands among paragraphs."""
        return self.is_near and len(words("".join(self.element.itertext()))) <= MOST_AMONG


def furniture_of(page: Labelled, rng: Random) -> list[Part]:
    """Copies of one to four parts, the first from within or beside the article; none if none is."""
    parts = _parts(page)
    near = [part for part in parts if part.is_near]
    if not near:
        return []
    first = rng.choice(near)
    others = [part for part in parts if part is not first]
    more = rng.sample(others, min(len(others), rng.choice([0, 0, 1, 1, 2, MOST - 1])))
    return [Part(_copy(part.element), part.is_near) for part in (first, *more)]


def _parts(page: Labelled) -> list[Part]:
    """The largest parts of an allowed size whose lines are all residue and none the title."""
    container = page.container()
    beside = [container, *list(container.iterancestors())[:NEAR]]
    found: list[Part] = []
    taken: set[Element] = set()
    for element in page.tree.find("body").iterdescendants(*TAGS):
        if element.getparent() in taken:
            taken.add(element)
        elif _is_residue(page, element):
            taken.add(element)
            above = element.getparent()
            is_near = above in beside or container in above.iterancestors()
            found.append(Part(element, is_near))
    return found


def _is_residue(page: Labelled, element: Element) -> bool:
    first, end = page.reach(element)
    if first >= end or page.lines[first].key in page.titles or element.find(".//h1") is not None:
        return False
    if any(verdict is not False for verdict in page.verdicts[first:end]):
        return False
    return sum(len(words(line.text)) for line in page.lines[first:end]) in SIZES


def _copy(element: Element) -> Element:
    copy = deepcopy(element)
    copy.tail = "\n"
    for silent in list(copy.iter(*SILENT)):
        drop(silent)
    return copy


def put(parts: list[Part], blocks: list[Element], container: Element, rng: Random) -> None:
    """Put parts after the article's blocks, between, before or beside them."""
    for part in parts:
        chance = rng.random()
        if chance < AFTER or (chance < BEFORE and not part.may_interrupt):
            blocks[-1].addnext(part.element)
        elif chance < BETWEEN:
            rng.choice(blocks).addnext(part.element)
        elif chance < BEFORE:
            blocks[0].addprevious(part.element)
        elif container.tag in ("body", "td"):
            container.append(part.element)
        else:
            container.addnext(part.element)
