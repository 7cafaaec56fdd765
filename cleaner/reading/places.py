"""Where elements stand in a page: each is looked up once."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from lxml import etree

from cleaner.document.place import Place
from cleaner.reading.line import Element
from cleaner.reading.names import ATTRIBUTE, LOOK_UP, names_of


class Places:
    """Paths of elements, and what stands at and above them."""

    def __init__(self) -> None:
        """Nothing is looked up yet."""
        self._paths: dict[Element, str] = {}
        self._places: dict[Element, Place] = {}
        self._names: dict[Element, frozenset[str]] = {}

    def of(self, element: Element) -> Place:
        """What stands at and above an element, up to five levels, below `body`."""
        known = self._places.get(element)
        if known is None:
            known = self._places[element] = self._looked_up(element)
        return known

    def _looked_up(self, element: Element) -> Place:
        tags: list[str] = []
        names: set[str] = set()
        above = element
        while above is not None and above.tag not in ("body", "html") and len(tags) < LOOK_UP:
            tags.append(str(above.tag))
            names |= self.names(above)
            above = above.getparent()
        classes = (element.get("class") or "")[:ATTRIBUTE]
        return Place(self.xpath(element), tuple(tags), frozenset(names), classes)

    def names(self, element: Element) -> frozenset[str]:
        """Words of an element's class, id, role and itemprop."""
        known = self._names.get(element)
        if known is None:
            known = self._names[element] = names_of(element)
        return known

    def xpath(self, element: Element) -> str:
        """As lxml's `getpath`, which counts all siblings anew each time."""
        unknown = []
        while element is not None and element not in self._paths:
            unknown.append(element)
            element = element.getparent()
        for one in reversed(unknown):
            parent = one.getparent()
            if parent is None:
                self._paths[one] = f"/{one.tag}"
            elif one not in self._paths:
                self._paths.update(_paths_of(parent, self._paths[parent]))
        return self._paths[unknown[0] if unknown else element]


def _paths_of(parent: Element, path: str) -> Iterator[tuple[Element, str]]:
    """The paths of an element's children: numbered by their names, where there are several."""
    children = list(parent.iterchildren(etree.Element))
    total, number = Counter(child.tag for child in children), Counter[str]()
    for child in children:
        number[child.tag] += 1
        at = f"[{number[child.tag]}]" if total[child.tag] > 1 else ""
        yield child, f"{path}/{child.tag}{at}"
