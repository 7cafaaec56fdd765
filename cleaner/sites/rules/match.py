"""What the selectors of rules select in a page."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from lxml import etree

from cleaner.reading.line import Element
from cleaner.reading.tags import INLINE
from cleaner.sites.rules.inline import Run, host_of, runs_of
from cleaner.sites.rules.rule import Rule


@dataclass
class Matched:
    """Elements that one key's rules selected, each with the first rule that did."""

    chosen: dict[Element, Rule] = field(default_factory=dict)
    covered: dict[Element, Rule] = field(default_factory=dict)
    """All at or under a chosen element."""
    runs: dict[Element, list[Run]] = field(default_factory=dict)
    """Of elements with a chosen one in a sentence of theirs, by element: their lines."""

    def run_at(self, element: Element, signs: str) -> Run | None:
        """The line of an element with just these signs."""
        return next((run for run in self.runs.get(element, ()) if run.signs == signs), None)


def matched(rules: Iterable[Rule], tree: Element, notes: list[str]) -> Matched:
    """What the rules of one key select; a rule that fails is noted and selects nothing."""
    found = Matched()
    for rule in rules:
        for element in elements_of(rule, tree, notes):
            found.chosen.setdefault(element, rule)
            for inside in element.iter():
                found.covered.setdefault(inside, rule)
    inline = {e: rule for e, rule in found.chosen.items() if e.tag in INLINE}
    for host in {host_of(e) for e in inline} - found.covered.keys():
        found.runs[host] = runs_of(host, inline)
    return found


def elements_of(rule: Rule, tree: Element, notes: list[str]) -> list[Element]:
    """The elements that a rule selects; none, with a note, where it cannot be evaluated."""
    try:
        return rule.selector.elements(tree)
    except (etree.XPathError, ValueError) as error:
        notes.append(f"{rule} could not be evaluated: {error}")
        return []


def text_of(rules: Iterable[Rule], tree: Element, notes: list[str]) -> str:
    """The text of what the first rule selects that selects any."""
    return next(_texts(rules, tree, notes), "")


def _texts(rules: Iterable[Rule], tree: Element, notes: list[str]) -> Iterator[str]:
    for rule in rules:
        try:
            if text := rule.selector.first_text(tree):
                yield text
        except (etree.XPathError, ValueError) as error:
            notes.append(f"{rule} could not be evaluated: {error}")
