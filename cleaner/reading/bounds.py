"""Markup bounded before it is parsed: how deep elements stand, how many attributes a tag has.

What parses and searches a tree costs time with its depth, and libxml2 reads nothing behind the
first element that is 2,048 levels deep. A page that is too deep loses the wrappers below a limit,
never their text: where a block began or ended there is a line break instead. All of it is one
sweep over the tags.
"""

from __future__ import annotations

import re
from collections import Counter
from functools import cache
from itertools import islice

from lxml import etree

from cleaner.reading.line import Element
from cleaner.reading.tags import INLINE
from cleaner.text.regex import regex

MAX_ATTRIBUTES = 1000
"""Of one tag; real ones have up to 70."""
_READ = 2000
_SUSPECT = 32_000
"""Characters of a tag, or quotation marks of a page, from which there may be too many."""
_LONG = regex(f"<[a-zA-Z][^<>]{{{_SUSPECT}}}")
_REST = r"""(?:[^>=]++|=\s*+(?:"[^"]*+(?:"|\Z)|'[^']*+(?:'|\Z))?+)*+>?+"""
_RAW = ("script", "style", "textarea", "title", "xmp", "iframe", "noembed", "noframes")
_TOKEN = regex(
    rf"""<!--(?:-?>|(?:[^-]++|-(?!-!?>))*+(?:--!?>)?+)
    |<(?P<raw>{"|".join(_RAW)})(?=[\s/>]){_REST}
      (?:[^<]++|<(?!/(?P=raw)[\s/>]))*+
    |<(?P<end>/?)(?P<name>[a-z][^\s/>]*+){_REST}""",
    re.I | re.S | re.X,
)
_ATTRIBUTE = regex(r"""[^\s/>][^\s/>=]*+(?:\s*+=\s*+(?:"[^"]*+"?+|'[^']*+'?+|[^\s>]*+))?+""")
_VOID = "area base br col embed hr img input link meta param source track wbr".split()
_STAYS = frozenset([*_RAW, *_VOID, "html", "head", "body"])
_CONTENT = frozenset("p li dt dd tr td th h1 h2 h3 h4 h5 h6 pre".split())
"""What holds text itself: it stays to twice the depth, and so does an article's outermost tag."""
_ENDS_ITS_LIKE = frozenset(["p", "li", "tr", "td", "th"])
"""Tags that end an open element of their own name, for libxml2."""


@cache
def _deeper_than(depth: int) -> etree.XPath:
    return etree.XPath(f"boolean({'/*' * (depth + 1)})")


def is_deep(tree: Element, depth: int) -> bool:
    """Whether an element stands deeper than so many levels, or than libxml2 reads."""
    return bool(_deeper_than(min(depth, _READ))(tree))


def few_attributes(markup: str) -> str:
    """Markup with no more than MAX_ATTRIBUTES in a tag: libxml2 compares each with all others."""
    if len(markup) < _SUSPECT:
        return markup
    suspect = _has_long_tag(markup) or markup.count('"') + markup.count("'") > _SUSPECT
    return _TOKEN.sub(_shortened, markup) if suspect else markup


def _has_long_tag(markup: str) -> bool:
    """Whether a tag is suspect; none is where each half of such a length ends or begins one."""
    half = _SUSPECT // 2
    spans = ((at, at + half) for at in range(0, len(markup), half))
    may_be = any(markup.find(">", *span) < 0 and markup.find("<", *span) < 0 for span in spans)
    return may_be and bool(_LONG.search(markup))


def _shortened(match: re.Match[str]) -> str:
    tag = match[0]
    if not match["name"] or len(tag) <= _SUSPECT:
        return tag
    start = match.end("name") - match.start()
    last = next(islice(_ATTRIBUTE.finditer(tag, start), MAX_ATTRIBUTES - 1, None), None)
    return tag if last is None else tag[: last.end()] + ">"


def shallow(markup: str, depth: int) -> str:
    """Markup without the wrappers that stand deeper; what holds text stays to twice the depth.

    >>> shallow("<i><b><div>one<div>two</div></div></b></i>", 2)
    '<i><b><br>one<br>two<br></b></i>'
    """
    return _TOKEN.sub(_Shallow(depth), markup)


class _Shallow:
    """Counts the open elements; each start is pushed and popped once."""

    def __init__(self, depth: int) -> None:
        self.depth = depth
        self.stack: list[tuple[str, bool]] = []
        self.open: Counter[str] = Counter()
        self.kept = 0
        self.broken_at = -1

    def __call__(self, match: re.Match[str]) -> str:
        name = (match["name"] or "").lower()
        if not name or name in _STAYS:
            return match[0]
        stays = self.ended(name) if match["end"] else self.begun(name)
        return match[0] if stays else self.gap(name, match)

    def begun(self, name: str) -> bool:
        if name in _ENDS_ITS_LIKE and self.stack and self.stack[-1][0] == name:
            self.pop()
        tells = name in _CONTENT or (name == "article" and not self.open[name])
        stays = self.kept < self.depth * (1 + tells)
        self.stack.append((name, stays))
        self.open[name] += 1
        self.kept += stays
        return stays

    def ended(self, name: str) -> bool:
        if not self.open[name]:
            return self.kept < self.depth
        while (popped := self.pop())[0] != name:
            pass
        return popped[1]

    def pop(self) -> tuple[str, bool]:
        name, stayed = self.stack.pop()
        self.open[name] -= 1
        self.kept -= stayed
        return name, stayed

    def gap(self, name: str, match: re.Match[str]) -> str:
        """What stands for a tag that went: one break for any number of them in a row."""
        beside, start = self.broken_at, match.start()
        if name in INLINE and beside != start:
            return ""
        self.broken_at = match.end()
        return "" if beside == start else "<br>"
