"""The article of a page as blocks that can be put elsewhere, and their text."""

from __future__ import annotations

from dataclasses import dataclass

from lxml import html

from cleaner.reading.line import Element, Line
from cleaner.reading.tree_nodes import drop
from cleaner.text.words import ends_sentence, words
from training.recombining.doubts import HEADINGS
from training.recombining.labelled import Labelled, ancestors

MEDIA = frozenset(["br", "wbr", "hr", "img", "picture", "source", "figure", "col", "colgroup"])
WRAPPERS = frozenset(["div", "section", "article", "main"])
ITEMS = frozenset(["li", "td", "dd", "figcaption", "pre"])
"""Where an article may end with a few words."""
SHORT = 60
"""Letters of a line that is a byline or a note, at the borders of an article."""
LINKED = 0.8
"""Share of links from which a line leads elsewhere."""
MOST = 0.6
"""Share of the words from which a wrapper counts as its children."""


@dataclass
class Article:
    """Blocks in order, without parents, and the lines they show."""

    blocks: list[Element]
    lines: list[str]


def article_of(page: Labelled) -> Article | None:
    """What the truth has of a page; None where that is no part of the page that can be moved."""
    container = page.container()
    if container is None or container.tag in ("body", "tr", "table", "tbody"):
        return None
    first, end = page.reach(container)
    kept = _sound(page, [i for i in range(first, end) if page.verdicts[i]])
    if not kept:
        return None
    _strip(page, container, kept)
    return Article(_blocks(container), [page.lines[i].text for i in sorted(kept)])


def _sound(page: Labelled, own: list[int]) -> set[int]:
    """Lines of the truth less what loose truths have: links to stories, bylines, notes."""
    lines = page.lines
    linked = {i for i in own if LINKED * len(lines[i].text) < lines[i].linked}
    named = {i for i in own if i + 1 in linked and _is_short(lines[i])}
    kept = [i for i in own if i not in linked | named]
    while kept and _is_short(lines[kept[0]]) and lines[kept[0]].element.tag not in HEADINGS:
        kept.pop(0)
    while kept and _is_short(lines[kept[-1]]) and lines[kept[-1]].element.tag not in ITEMS:
        kept.pop()
    return set(kept)


def _is_short(line: Line) -> bool:
    return len(line.text) < SHORT and not ends_sentence(line.text)


def _strip(page: Labelled, container: Element, kept: set[int]) -> None:
    """Take out of the container what is not in the lines that are kept."""
    own = ancestors([run for run in page.runs if run.line in kept])
    gone = [run for run in page.runs if run.line not in kept]
    held = ancestors(gone)
    for run in gone:
        run.write(None)
    for element in list(container.iterdescendants()):
        bare = element.tag in MEDIA and element not in held
        if element not in own and not bare and element.getparent() is not None:
            drop(element)


def _blocks(container: Element) -> list[Element]:
    """The children of the container; all of it in one, where text stands between them."""
    if _has_bare_text(container):
        whole = html.Element("div")
        whole.text = container.text
        whole.extend(list(container))
        return [whole]
    total = _size(container)
    blocks: list[Element] = []
    for child in list(container):
        container.remove(child)
        is_most = child.tag in WRAPPERS and _size(child) > MOST * total
        blocks += _blocks(child) if is_most else [child]
    for block in blocks:
        block.tail = "\n"
    return blocks


def _has_bare_text(element: Element) -> bool:
    return any((text or "").strip() for text in (element.text, *(e.tail for e in element)))


def _size(element: Element) -> int:
    return len(words("".join(element.itertext())))
