"""The extraction where a rule says which elements it is."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from copy import deepcopy

from lxml import etree

from cleaner.document.block import Block
from cleaner.reading.blocks import blocks_of_tree
from cleaner.reading.line_reader import Element
from cleaner.reading.tags import SILENT
from cleaner.sites.rules.match import elements_of
from cleaner.sites.rules.rule import Rule


def body_of(
    rules: Iterable[Rule], tree: Element, notes: list[str]
) -> tuple[tuple[Block, ...], Rule | None]:
    """The blocks of what the first rule selects that selects any text, and that rule."""
    for rule in rules:
        if blocks := _read(_outermost(elements_of(rule, tree, notes))):
            return blocks, rule
    return (), None


def _outermost(elements: Sequence[Element]) -> list[Element]:
    """Elements in page order without those that stand in another."""
    known = set(elements)
    return [e for e in elements if not any(above in known for above in e.iterancestors())]


def _read(elements: Iterable[Element]) -> tuple[Block, ...]:
    root = etree.Element("div")
    for element in elements:
        copy = deepcopy(element)
        copy.tail = None
        root.append(copy)
    etree.strip_elements(root, *SILENT, with_tail=False)
    return blocks_of_tree(root)
