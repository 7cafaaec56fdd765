"""What a page says of its article outside of its visible lines: JSON-LD and descriptions."""

from __future__ import annotations

import json
from collections.abc import Iterable
from functools import cached_property
from itertools import islice

from cleaner.reading.line import Element
from cleaner.reading.lines import Source
from cleaner.text import words as t
from cleaner.text.regex import regex

_BODY = regex(r'"articleBody"\s*+:\s*+"((?:[^"\\]|\\.)*+)"')
_TAG = regex(r"<[^<>]*+>")
MAX_DESCRIPTIONS = 4
MAX_LETTERS = 4000


class Declared:
    """The body and the descriptions that a page declares; empty where it declares none."""

    def __init__(self, source: Source) -> None:
        """Take a page; nothing is read yet."""
        self.source = source

    @cached_property
    def body(self) -> str:
        """The longest `articleBody` of its JSON-LD, without tags."""
        return declared_body(self.source.named("script"))

    @cached_property
    def body_key(self) -> str:
        """Letters and digits of that body."""
        return t.match_key(self.body)

    @cached_property
    def description(self) -> frozenset[str]:
        """Words of its descriptions."""
        said = (meta.get("content") for meta in self.source.named("meta") if _describes(meta))
        found = islice((text for text in said if text is not None), MAX_DESCRIPTIONS)
        return frozenset(w for text in found for w in t.words(text[:MAX_LETTERS]))


def declared_body(scripts: Iterable[Element]) -> str:
    """The longest `articleBody` of the JSON-LD among some scripts, without tags; "" for none."""
    texts = (s.text or "" for s in scripts if "json" in s.get("type", ""))
    bodies = (_unquoted(found) for text in texts for found in _BODY.findall(text))
    return max(bodies, key=len, default="")


def _describes(meta: Element) -> bool:
    return (
        meta.get("property") == "og:description"
        or meta.get("name") in ("description", "twitter:description")
        or meta.get("itemprop") == "description"
    )


def _unquoted(text: str) -> str:
    try:
        said = str(json.loads(f'"{text}"', strict=False))
    except ValueError:
        return ""
    return _TAG.sub("\n", t.unescaped(said)).replace("\n", "\n\n")
