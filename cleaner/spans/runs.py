"""A source cut into tags and the runs of text between them, in one sweep."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from cleaner.text.regex import regex

_REST = r"""(?:[^>=]++|=\s*+(?:"[^"]*+(?:"|\Z)|'[^']*+(?:'|\Z))?+)*+>?+"""
_TAG = regex(
    rf"""<!--(?:-?>|(?:[^-]++|-(?!-!?>))*+(?:--!?>)?+)
    |<(?P<name>[a-z][^\s/>]*+){_REST}
    |<[/!?][^>]*+>?+""",
    re.I | re.X,
)
_UNREAD = ("script", "style")
_RAW = frozenset([*_UNREAD, "textarea", "title", "xmp", "iframe", "noembed", "noframes"])
"""Elements in which there are no tags, as HTML has it."""


@cache
def _end_of(name: str) -> re.Pattern[str]:
    return re.compile(rf"</{name}(?=[\s/>])", re.I)


def pieces(source: str, start: int, end: int) -> Iterator[tuple[int, int, int]]:
    """Start tags, and runs of text between tags that are not white space alone, in order.

    Each with where it begins and ends, and where the name of the tag ends, which is 0 for a run.
    The insides of scripts and styles are left out.
    """
    at = start
    while (tag := _TAG.search(source, at, end)) is not None:
        if _says(source, at, tag.start()):
            yield at, tag.start(), 0
        at = tag.end()
        if not (name := (tag["name"] or "").lower()):
            continue
        yield tag.start(), at, tag.end("name")
        if name in _RAW:
            closed = _end_of(name).search(source, at, end)
            stop = closed.start() if closed else end
            if name not in _UNREAD and _says(source, at, stop):
                yield at, stop, 0
            at = stop
    if _says(source, at, end):
        yield at, end, 0


def _says(source: str, start: int, end: int) -> bool:
    return start < end and not source[start:end].isspace()
