"""Selectors of rules: CSS or XPath 1.0, checked when they are read, compiled once.

An XPath begins with `/` or `(`, or stands behind `xpath:`. It has the functions of XPath 1.0 and
no others; no variables and no namespaces.
"""

from __future__ import annotations

import re
from typing import Any

from cssselect import HTMLTranslator
from cssselect.parser import SelectorError as CssError
from lxml import etree

from cleaner.reading.line import Element
from cleaner.sites.rules.needs import may_match, needs_of
from cleaner.text.words import collapse_space

PREFIX = "xpath:"
_FUNCTIONS = frozenset(
    "last position count local-name namespace-uri name string concat starts-with contains "
    "substring-before substring-after substring string-length normalize-space translate boolean "
    "not true false lang number sum floor ceiling round node text comment "
    "processing-instruction and or div mod".split()
)
_LITERAL = re.compile(r"\"[^\"]*\"|'[^']*'")
_CALL = re.compile(r"([A-Za-z_][\w.:-]*)\s*\(")
_PREFIXED = re.compile(r"(?<![\w:-])([A-Za-z_][\w.-]*):(?!:)")
_NO_ELEMENT = re.compile(
    r"(?:^|/|::)\s*(@[\w*-]+|attribute::[\w*-]+|text\(\s*\))\s*(?:\[[^\[\]]*\]\s*)*$"
)
_CLASS = re.compile(
    r"@class and (contains\(concat\(' ', normalize-space\(@class\), ' '\), ' ([^ ']+) '\))"
)
"""How a class is put as XPath; a third of the time is saved by looking for its letters first."""
_CSS_PLACE = re.compile(r"<(?:EOF|\w+ (?P<sign>'.*?'|\S+)) at (?P<at>\d+)>")
_SAMPLE = etree.fromstring("<html><body><p>x</p></body></html>")


class SelectorError(ValueError):
    """A selector that is none; the message says what is wrong and, where it can, at which sign."""


def is_xpath(written: str) -> bool:
    """Whether a selector is an XPath and not CSS."""
    return written.lstrip().startswith(("/", "(", PREFIX))


class Selector:
    """A compiled selector."""

    def __init__(self, written: str) -> None:
        """Compile. Raises SelectorError."""
        css = not is_xpath(written)
        self.path = _xpath_of_css(written) if css else _checked_xpath(written)
        self.needs = needs_of(written) if css else ()
        self._find = _compiled(self.path)

    @property
    def gives_elements(self) -> bool:
        """Whether elements can be found with it: not attributes, texts or numbers alone."""
        bare = _LITERAL.sub("''", self.path)
        if all(_NO_ELEMENT.search(part) for part in bare.split("|")):
            return False
        return isinstance(self._find(_SAMPLE), list)

    def may_match(self, source: str) -> bool:
        """Whether a page of this source is worth a look."""
        return may_match(self.needs, source)

    def elements(self, tree: Element) -> list[Element]:
        """The elements that it selects. Raises etree.XPathError."""
        found = self._found(tree)
        return [e for e in found if etree.iselement(e) and isinstance(e.tag, str)]

    def first_text(self, tree: Element) -> str:
        """The text of what it selects first that has one, attributes too. Raises XPathError."""
        texts = (_text_of(each) for each in self._found(tree))
        return next((text for text in texts if text), "")

    def _found(self, tree: Element) -> list[Any]:
        found = self._find(tree)
        return found if isinstance(found, list) else [found] if isinstance(found, str) else []


def _text_of(found: object) -> str:
    return collapse_space(found if isinstance(found, str) else "".join(found.itertext()))  # type: ignore[attr-defined]  # an element


def _xpath_of_css(written: str) -> str:
    if not written.strip():
        raise SelectorError("there is nothing in it")
    try:
        return _CLASS.sub(r"contains(@class, '\2') and \1", HTMLTranslator().css_to_xpath(written))
    except CssError as error:
        raise SelectorError(_css_problem(str(error))) from None
    except RecursionError:
        raise SelectorError("too long, or nested too deeply") from None


def _css_problem(message: str) -> str:
    """The message of cssselect, with the place as a person counts.

    >>> _css_problem("Expected selector, got <DELIM '!' at 2>")
    'expected selector, got “!” at character 3'
    >>> _css_problem("Expected selector, got <EOF at 5>")
    'expected selector, got its end at character 6'
    """
    if place := _CSS_PLACE.search(message):
        sign = f"“{place['sign'].strip(chr(39))}”" if place["sign"] else "its end"
        before = message[: place.start()].rstrip(" '[:")
        message = f"{before} {sign} at character {int(place['at']) + 1}"
    return message[:1].lower() + message[1:].rstrip(".")


def _checked_xpath(written: str) -> str:
    path = written.strip().removeprefix(PREFIX).strip()
    bare = _LITERAL.sub(lambda m: " " * len(m[0]), path)
    for call in _CALL.finditer(bare):
        if call[1].rpartition("::")[2] not in _FUNCTIONS:
            raise SelectorError(f"XPath 1.0 has no {call[1]}() at character {call.start() + 1}")
    if prefixed := _PREFIXED.search(bare):
        at = prefixed.start() + 1
        raise SelectorError(f"there are no namespaces, so no {prefixed[0]} at character {at}")
    if "$" in bare:
        raise SelectorError(f"there are no variables, so no $ at character {bare.index('$') + 1}")
    return path


def _compiled(path: str) -> etree.XPath:
    try:
        compiled = etree.XPath(path, regexp=False, smart_strings=False)
        compiled(_SAMPLE)  # a wrong type within shows only now
    except etree.XPathError as error:
        at = next((entry.column for entry in error.error_log if entry.column), 0)
        place = f" at character {at}" if at else ""
        raise SelectorError(f"{str(error)[:1].lower()}{str(error)[1:]}{place}") from None
    return compiled
