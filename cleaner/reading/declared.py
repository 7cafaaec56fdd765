"""What a page says of its article outside of its visible lines: JSON-LD and descriptions."""

from __future__ import annotations

import json
import re
from functools import cached_property

from cleaner.reading.line import Element
from cleaner.text import words as t

_BODY = re.compile(r'"articleBody"\s*+:\s*+"((?:[^"\\]|\\.)*+)"')
_TAG = re.compile(r"<[^<>]*+>")
_DESCRIPTIONS = (
    "//meta[@property='og:description' or @name='description' or @name='twitter:description'"
    " or @itemprop='description']/@content"
)
MAX_DESCRIPTIONS = 4
MAX_LETTERS = 4000


class Declared:
    """The body and the descriptions that a page declares; empty where it declares none."""

    def __init__(self, tree: Element) -> None:
        """Take a page's tree; nothing is read yet."""
        self.tree = tree

    @cached_property
    def body(self) -> str:
        """The longest `articleBody` of its JSON-LD, without tags."""
        scripts = (s.text or "" for s in self.tree.iter("script") if "json" in s.get("type", ""))
        bodies = (_unquoted(found) for text in scripts for found in _BODY.findall(text))
        return max(bodies, key=len, default="")

    @cached_property
    def body_key(self) -> str:
        """Letters and digits of that body."""
        return t.match_key(self.body)

    @cached_property
    def description(self) -> frozenset[str]:
        """Words of its descriptions."""
        found = self.tree.xpath(_DESCRIPTIONS)[:MAX_DESCRIPTIONS]
        return frozenset(w for text in found for w in t.words(str(text)[:MAX_LETTERS]))


def _unquoted(text: str) -> str:
    try:
        said = str(json.loads(f'"{text}"', strict=False))
    except ValueError:
        return ""
    return _TAG.sub("\n", t.unescaped(said)).replace("\n", "\n\n")
