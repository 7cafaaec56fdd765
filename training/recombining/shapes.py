"""Variations of a made page: other tags, other names, copies of the article or of its lead."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Callable, Iterator
from copy import deepcopy
from dataclasses import dataclass
from random import Random

from lxml import html

from cleaner.reading.line import Element
from cleaner.reading.tags import INLINE
from cleaner.reading.tree_nodes import drop

TWICE, LEAD, RETAGGED, RENAMED, UNTAGGED = 0.06, 0.12, 0.35, 0.35, 0.2
"""Chances of the variations."""
EVERYWHERE = 0.7
"""Chance that paragraphs of the frame are rewritten, too."""
MIN_LEAD = 60
"""Letters of a lead."""
HIDING = re.compile(r"hid|none|invisible|sr-only|screen|comment|modal|print", re.I)
"""Names that may hide what has them; they stay as they are."""
LEADS = ("p.standfirst", "div.summary", "h2.deck", "div.description", "blockquote.excerpt")


@dataclass
class Made:
    """A page in the making."""

    tree: Element
    container: Element
    blocks: list[Element]
    rng: Random


def varied(made: Made) -> list[str]:
    """Change a page by chance; the names of what was done."""
    rng = made.rng
    done = ["lead"] if rng.random() < LEAD and _lead(made) else []
    if rng.random() < TWICE:
        _twice(made)
        done.append("twice")
    if rng.random() < RETAGGED:
        name = rng.choice(sorted(TAGGED))
        if TAGGED[name](made):
            done.append(name)
    if rng.random() < RENAMED:
        name = rng.choice(["hashed", "nameless", "exchanged"])
        _rename(made, name)
        done.append(name)
    if rng.random() < UNTAGGED and _untag(made):
        done.append("untagged")
    return done


def _twice(made: Made) -> None:
    """The article once more, in a box of its own."""
    copy = html.Element("div", {"class": made.rng.choice(["mobile-only", "desktop", "article-m"])})
    copy.extend(deepcopy(block) for block in made.blocks)
    if made.container.tag in ("body", "td") or made.rng.random() < 0.5:
        made.blocks[-1].addnext(copy)
    else:
        made.container.addnext(copy)


def _lead(made: Made) -> bool:
    """The first paragraph's text once more above the article."""
    paragraphs = (p for p in _paragraphs(made) if len("".join(p.itertext()).strip()) >= MIN_LEAD)
    first = next(paragraphs, None)
    if first is None or first.find("br") is not None:
        return False
    tag, _, name = made.rng.choice(LEADS).partition(".")
    lead = html.Element(tag, {"class": name})
    lead.text = " ".join("".join(first.itertext()).split())
    lead.tail = "\n"
    if made.container.tag in ("body", "td") or made.rng.random() < 0.5:
        made.blocks[0].addprevious(lead)
    else:
        made.container.addprevious(lead)
    return True


def _paragraphs(made: Made) -> Iterator[Element]:
    for block in made.blocks:
        yield from block.iter("p")


def _renamed_to(tag: str) -> Callable[[Made], bool]:
    def rename(made: Made) -> bool:
        found = list(_paragraphs(made))
        if made.rng.random() < EVERYWHERE:
            found += made.container.iter("p")
        for element in found:
            element.tag = tag
        return bool(found)

    return rename


def _runs(made: Made) -> Iterator[list[Element]]:
    """Paragraphs of the article that follow each other directly, two or more."""
    every = [p for p in _paragraphs(made) if not any(e.tag not in INLINE | {"br"} for e in p)]
    groups: list[list[Element]] = []
    for p in every:
        previous = p.getprevious()
        joined = groups and previous is groups[-1][-1] and not (previous.tail or "").strip()
        groups[-1].append(p) if joined else groups.append([p])
    yield from (group for group in groups if len(group) > 1)


def _breaks(made: Made) -> bool:
    """Paragraphs as text with empty lines between."""
    done = False
    for group in list(_runs(made)):
        whole = html.Element("div", dict(group[0].attrib))
        for p in group:
            if len(whole) or whole.text:
                whole.extend([html.Element("br"), html.Element("br")])
                whole[-1].tail = p.text
            else:
                whole.text = p.text
            whole.extend(list(p))
        _replace(made, group, whole)
        done = True
    return done


def _cells(made: Made) -> bool:
    """Paragraphs as rows of a table of one column."""
    done = False
    for group in list(_runs(made)):
        whole = html.Element("table")
        for p in group:
            cell = html.Element("td", dict(p.attrib))
            cell.text = p.text
            cell.extend(list(p))
            row = html.Element("tr")
            row.append(cell)
            whole.append(row)
        _replace(made, group, whole)
        done = True
    return done


def _replace(made: Made, group: list[Element], whole: Element) -> None:
    whole.tail = "\n"
    group[0].addprevious(whole)
    for p in group:
        drop(p)
    swapped = [whole if block is group[0] else block for block in made.blocks]
    made.blocks[:] = [block for block in swapped if block not in group]


TAGGED: dict[str, Callable[[Made], bool]] = {
    "div": _renamed_to("div"),
    "section": _renamed_to("section"),
    "custom": _renamed_to("x-para"),
    "br": _breaks,
    "cells": _cells,
}


def _rename(made: Made, how: str) -> None:
    """Other classes and ids: all hashed, all gone, or each exchanged for another of the page."""
    if how == "nameless":
        for element in made.tree.iter():
            for name in ("class", "id", "role", "itemprop"):
                element.attrib.pop(name, None)
        return
    names = dict.fromkeys(n for e in made.tree.iter() for n in _names(e) if not HIDING.search(n))
    others = list(names)
    made.rng.shuffle(others)
    salt = str(made.rng.random())
    new = (
        dict(zip(names, others, strict=True))
        if how == "exchanged"
        else {name: _hashed(salt, name) for name in names}
    )
    for element in made.tree.iter():
        for key in ("class", "id"):
            if element.get(key):
                element.set(key, " ".join(new.get(n, n) for n in element.get(key).split()))


def _names(element: Element) -> list[str]:
    return f"{element.get('class') or ''} {element.get('id') or ''}".split()


def _hashed(salt: str, name: str) -> str:
    return "c" + hashlib.sha256(f"{salt} {name}".encode()).hexdigest()[:6]


def _untag(made: Made) -> bool:
    """`div` for `article` and `main`."""
    found = list(made.tree.iter("article", "main"))
    for element in found:
        element.tag = "div"
    return bool(found)
