"""What a template or a plugin left on a page: `{{ title }}`, `%AUTHOR%`, `[ad_1]`, alone in a line.

An article about templates has such signs in its sentences and its code, too.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from cleaner.document.article import Article
from cleaner.document.block import Block
from cleaner.text.regex import regex

MAX_LETTERS, MAX_LINES = 90, 8
_REST = regex(
    r"\{\{[^{}]+\}\}|\{%[^%]+%\}|<%[^%]+%>|\$\{[\w.()' ]+\}|%%[A-Z_]+%%|%[A-Z][A-Z_]{2,}%|"
    r"\[/?[a-z]\w*[_-][\w-]*(?:\s[\w-]+=[\"'“”″][^\]]*)?\]|\[/?[a-z]\w*(?:\s[\w-]+=[\"'“”″][^\]]*)\]"
)
_SIGNS = regex(r"\{\{|\{%|<%|\$\{|%%|\[/?\w+_\w+|\[/?\w+ \w+=|[{};]\s*$|</", re.M)
"""What has such a rest, or other code, in a longer line."""


def template_rests(article: Article) -> Iterator[Block]:
    """Lines that are a placeholder and nothing else, where no other line has code in it."""
    rests = [block for block in article if _is_rest(block)]
    if not rests or len(rests) > MAX_LINES:
        return
    places = {block.index for block in rests}
    others = (block for block in article if block.index not in places)
    if not any(block.tag == "pre" or _SIGNS.search(block.text) for block in others):
        yield from rests


def _is_rest(block: Block) -> bool:
    fits = len(block.text) <= MAX_LETTERS and block.tag not in ("pre", "tr", "li")
    return fits and block.text[0] in "{<$%[" and _REST.fullmatch(block.text) is not None
