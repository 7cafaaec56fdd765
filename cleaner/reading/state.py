"""The paragraphs of an article in the data that a page's scripts begin with.

Publishing systems keep an article as a list of parts, each with its kind and its text: ANS (Arc),
Contentful, Portable Text, ProseMirror, Editor.js, Draft.js. No kind is asked for by name but
headings and lists: of all lists of such data, that with the most letters in paragraphs is taken,
unless its members have authors or addresses of their own, as comments and cards have.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple, TypeAlias, Union

from cleaner.text.regex import regex
from cleaner.text.words import unescaped

Json: TypeAlias = Union[bool, int, float, str, "list[Json]", "dict[str, Json]", None]

PARAGRAPH = 80
"""Letters of a text that may be a paragraph; in scripts without spaces half as many."""
_DEEPEST = 8
"""Levels from a part down to its words."""
_MIN_PARAGRAPHS = 3
_TEXTS = ("text", "value", "content", "html", "body", "children", "data", "nodes", "spans", "items")
"""Keys under which a part has its words, or parts of its own."""
_KINDS = ("type", "_type", "nodeType", "name", "style", "tag", "component")
_OTHERS = frozenset("author authors user username createdAt url href slug link headline".split())
_OPENS = regex(r"[\[{]")
_TAG = regex(r"<[^<>]*+>")
_NO_WORDS = regex(r"[{}]|/\*|\Ahttps?://\S*\Z")
"""Code and addresses."""


class Part(NamedTuple):
    """A paragraph, heading or item, by the tag that it would have in HTML."""

    tag: str
    text: str


def least_letters(text: str) -> int:
    """Letters from which a text may be a paragraph."""
    return PARAGRAPH if text.isascii() or " " in text else PARAGRAPH // 2


def parts_in(scripts: Iterable[str]) -> list[Part]:
    """The parts of the article that scripts hold as data; none where they hold none."""
    lists = (one for script in scripts for one in _lists(_data(script)))
    return max((list(_parts(one)) for one in lists), key=_letters, default=[])


def _data(script: str) -> Json:
    """What a script of data holds, or is set to something in a script."""
    first = _OPENS.search(script)
    if first is None or len(script) < PARAGRAPH * _MIN_PARAGRAPHS:
        return None
    try:
        return json.JSONDecoder(strict=False).raw_decode(script, first.start())[0]  # type: ignore[no-any-return]
    except (ValueError, RecursionError):
        return None


def _lists(data: Json) -> Iterator[list[Json]]:
    """All lists in some data that may be those of an article's parts: of one sort all through."""
    waiting = [data]
    while waiting:
        one = waiting.pop()
        if isinstance(one, list):
            sorts = {type(member) for member in one} if len(one) >= _MIN_PARAGRAPHS else set()
            if len(sorts) == 1 and sorts <= {str, dict} and not _are_others(one):
                yield one
            waiting += one
        elif isinstance(one, dict):
            waiting += one.values()


def _are_others(members: list[Json]) -> bool:
    """Whether members are comments or other articles."""
    named = [isinstance(one, dict) and not _OTHERS.isdisjoint(one) for one in members]
    return 2 * sum(named) > len(members)


def _letters(parts: list[Part]) -> int:
    """Letters of the paragraphs among some parts; 0 of fewer than an article has."""
    long = [len(p.text) for p in parts if len(p.text) >= least_letters(p.text)]
    return sum(long) if len(long) >= _MIN_PARAGRAPHS else 0


def _parts(members: list[Json]) -> Iterator[Part]:
    for one in members:
        kind = _kind(one)
        inner = _inner(one) if "list" in kind else None
        for member in [one] if inner is None else inner:
            text = _TAG.sub("", unescaped(_text(member, _DEEPEST))).strip()
            if text and not _NO_WORDS.search(text):
                yield Part("h2" if "head" in kind else "p" if inner is None else "li", text)


def _kind(one: Json) -> str:
    """How a part is called, in lower case."""
    if not isinstance(one, Mapping):
        return ""
    return " ".join(str(one[key]) for key in _KINDS if isinstance(one.get(key), str)).lower()


def _inner(one: Json) -> list[Json] | None:
    """The members of a part that is a list."""
    if not isinstance(one, dict):
        return None
    return next((found for key in _TEXTS if isinstance(found := one.get(key), list)), None)


def _text(one: Json, levels: int) -> str:
    """The words of a part, in order: those under the first key that has any."""
    if isinstance(one, str):
        return one
    if not levels:
        return ""
    if isinstance(one, list):
        return "".join(_text(member, levels - 1) for member in one)
    said = (_text(one[k], levels - 1) for k in _TEXTS if k in one) if isinstance(one, dict) else ()
    return next(filter(None, said), "")
