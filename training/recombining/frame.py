"""A page whose article is taken out, with the places where it stood."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from lxml import html

from cleaner.reading.line import Element
from cleaner.reading.tree_nodes import drop
from cleaner.text.words import words
from training.recombining.labelled import Labelled, Run, ancestors

HOLDERS = frozenset(["div", "section", "article", "main", "td", "body"])
"""Elements that may hold an article's blocks."""


@dataclass
class Frame:
    """What is left of a page: its tree, the article's container, places with their words."""

    tree: Element
    container: Element
    places: list[tuple[Element, int]]

    def fill(self, blocks: Sequence[Element]) -> None:
        """Put blocks where those of the article stood, about as far into it."""
        total = sum(size for _, size in self.places)
        sizes = [len(words("".join(block.itertext()))) for block in blocks]
        ends, end = [], 0
        for _, size in self.places:
            end += size
            ends.append(end / total)
        at, done, whole = 0, 0, max(1, sum(sizes))
        for block, size in zip(blocks, sizes, strict=True):
            while at < len(ends) - 1 and (done + size / 2) / whole > ends[at]:
                at += 1
            self.places[at][0].addprevious(block)
            done += size
        for place, _ in self.places:
            drop(place)


def frame_of(page: Labelled, title: str) -> Frame | None:
    """A page with its title exchanged and its article gone; None where that leaves no place."""
    container = page.container(HOLDERS)
    if container is None:
        return None
    said = [run for run in page.runs if page.lines[run.line].key in page.titles]
    gone = [run for run in page.runs if page.verdicts[run.line] is not False]
    kept = ancestors([run for run in page.runs if page.verdicts[run.line] is False])
    kept |= {*container.iterancestors(), container}
    _retitle(said, title)
    places = dict(_marked(page, gone, kept))
    found = [e for e in container.iter("a") if e in places and _may_hold(e, container)]
    frame = Frame(page.tree, container, [(place, places[place]) for place in found])
    for place in places:
        if place not in found:
            drop(place)
    return frame if sum(size for _, size in frame.places) else None


def _retitle(runs: Sequence[Run], title: str) -> None:
    """Write a title into the first text of each line that has the old one."""
    seen: set[int] = set()
    for run in runs:
        run.write(title if run.line not in seen else None)
        seen.add(run.line)


def _marked(
    page: Labelled, gone: Sequence[Run], kept: set[Element]
) -> Iterator[tuple[Element, int]]:
    """Take texts away, with all that holds nothing else; where each stood, its words."""
    parents = [run.parent for run in gone]
    wholes: dict[Element, int] = {}
    for run, parent in zip(gone, parents, strict=True):
        run.write(None)
        if parent in kept:
            place = html.Element("a")
            run.element.addnext(place) if run.is_tail else parent.insert(0, place)
            yield place, _held(page, run)
        else:
            whole = _whole(parent, kept)
            wholes[whole] = wholes.get(whole, 0) + _held(page, run)
    for whole, size in wholes.items():
        place = html.Element("a")
        whole.addprevious(place)
        drop(whole)
        yield place, size


def _whole(element: Element, kept: set[Element]) -> Element:
    while element.getparent() not in kept:
        element = element.getparent()
    return element


def _held(page: Labelled, run: Run) -> int:
    line = page.lines[run.line]
    return len(words(line.text)) if page.verdicts[run.line] else 0


def _may_hold(place: Element, container: Element) -> bool:
    """Whether a place is in the container and only in elements that hold blocks."""
    for element in place.iterancestors():
        if element.tag not in HOLDERS:
            return False
        if element is container:
            return True
    return False
