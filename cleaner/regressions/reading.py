"""An article as it is compared: its title and its lines of text, without the marks of Markdown."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from markdown_it import MarkdownIt
from markdown_it.token import Token

from cleaner.text.words import collapse_space

_DEEP = 100
"""Lists and quotations within each other; what is deeper would be left out unseen."""
_LITERAL = ("fence", "code_block")
_BREAKS = ("softbreak", "hardbreak")


@dataclass(frozen=True)
class Reading:
    """An article: the title, empty where there is none, and a line a paragraph, item or row."""

    title: str
    lines: tuple[str, ...]


def read(markdown: str) -> Reading:
    """An article.md: the first heading of the first rank is the title, if it opens the article.

    HTML is text: nothing that could be words is passed over.

    >>> read("# Rain\\n\\n- It **rained** on [Monday](https://example.com)")
    Reading(title='Rain', lines=('It rained on Monday',))
    """
    tokens = _parser().parse(markdown.lstrip("\ufeff"))
    title = ""
    if tokens and tokens[0].tag == "h1":
        title, tokens = collapse_space(tokens[1].content), tokens[3:]
    return Reading(title, tuple(filter(None, map(collapse_space, _lines(tokens)))))


def unmarked(line: str) -> str:
    """A line without its marks.

    >>> unmarked("AT&amp;T \\\\*")
    'AT&T *'
    """
    return collapse_space(_inline(_parser().parseInline(line)))


@cache
def _parser() -> MarkdownIt:
    settings = {"html": False, "maxNesting": _DEEP}
    return MarkdownIt("commonmark", settings).enable(["table", "strikethrough"])


def _lines(tokens: Sequence[Token]) -> Iterator[str]:
    cells: list[str] | None = None
    for token in tokens:
        if token.type == "tr_open":
            cells = []
        elif token.type == "tr_close":
            yield " ".join(cells or [])
            cells = None
        elif token.type == "inline" and cells is not None:
            cells.append(_inline([token]))
        elif token.type == "inline":
            yield _inline([token])
        elif token.type in _LITERAL:
            yield from token.content.splitlines()


def _inline(tokens: Sequence[Token]) -> str:
    return "".join(_text(child) for token in tokens for child in token.children or ())


def _text(token: Token) -> str:
    """What a piece of a line says; of an image its description, as “Ha![a link](…)” is one."""
    return " " if token.type in _BREAKS else token.content
