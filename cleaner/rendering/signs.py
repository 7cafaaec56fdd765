"""Words that Markdown takes for nothing else; code and addresses that cannot be left early."""

from __future__ import annotations

import re
from collections.abc import Container
from html import escape, unescape

from cleaner.document.block import Layout
from cleaner.text.regex import regex

_SIGNS = regex(r"[\\`*_\[\]<&~]")
_ENTITIES = {"`": "&#96;", "<": "&lt;", ">": "&gt;", "~": "&#126;"}
_MARKS = regex(r"[\\*_\[\]&]")
_ENTITY_SIGNS = regex(r"[`<>~]")
_LINE_START = regex(
    r"\d{1,9}(?=[.)](?:\s|$))"  # a number of a list
    r"|(?=(?:#{1,6}|[-+])(?:\s|$)|>"  # a heading, an item, a quotation
    r"|(?=[|:\s]*[-=])[-=|:\s]+$)"  # what makes a heading or a table of the line above; a rule
)
_TICKS = regex(r"`+")
_LINE_ENDS = regex(r"[\t\n\r\x85\u2028\u2029]")
_SPACES = regex(r"[\x0b\x0c\x1c-\x1f]")
_UNPRINTED = regex(r"[\x00-\x08\x0e-\x1b\x7f\ud800-\udfff\ufffe\uffff]")
_LANGUAGE = regex(r"[a-z0-9][a-z0-9+#.-]{,19}\Z")
_NOT_IN_ADDRESSES = regex(r"[^\w.~:/?#@!$&'*+,;=%-]|%(?![0-9A-Fa-f]{2})", re.ASCII)
_ENTITY = regex(r"&(#?\w+|#)(;?)", re.ASCII)


def printed(text: str) -> str:
    """A text without what XML or UTF-8 cannot hold: a space or U+FFFD for each sign of it."""
    return text if text.isprintable() else _UNPRINTED.sub("\ufffd", _SPACES.sub(" ", text))


def one_line(text: str) -> str:
    """A printed text with a space for each sign that ends a line; as long as it was."""
    return text if text.isprintable() else printed(_LINE_ENDS.sub(" ", text))


def escaped(words: str) -> str:
    """Words of which no sign marks anything inside a line.

    >>> print(escaped("2 * 3 [sic] & so_on"))
    2 \\* 3 \\[sic\\] \\& so\\_on
    """
    return _SIGNS.sub(r"\\\g<0>", words)


def apart(words: str) -> str:
    """Words as `escaped` has them, with entities for the signs that reach over marks.

    marko pairs such signs inside a mark with those outside, whatever backslash stands before them.
    """
    return _ENTITY_SIGNS.sub(lambda sign: _ENTITIES[sign[0]], _MARKS.sub(r"\\\g<0>", words))


def reach(text: str, tags: Container[str]) -> bool:
    """Whether signs in a line with marks of some tags could be paired over the ends of a mark."""
    ticks, tildes = text.count("`") + ("code" in tags), text.count("~") + ("del" in tags)
    return ticks > 1 or tildes > 1 or ("<" in text and ">" in text)


def plain_start(line: str) -> str:
    """A line whose first sign would make it a list, heading, quotation, rule or row, escaped."""
    match = _LINE_START.match(line)
    return line if match is None else f"{line[: match.end()]}\\{line[match.end() :]}"


def heading_end(line: str) -> str:
    """A line whose last signs would be taken for the end of a heading, escaped."""
    body = line.rstrip("#")
    return line if body == line or body.endswith("\\") else f"{body}\\{line[len(body) :]}"


def fence(text: str, least: int = 1) -> str:
    """Backticks, at least so many, and one more than stand in a row in a text."""
    return "`" * max(least, 1 + max(map(len, _TICKS.findall(text)), default=0))


def language(layout: Layout) -> str:
    """The language of a listing, if nothing but a name could be read in it.

    >>> language(Layout("pre", language="c++")), language(Layout("pre", language="a b"))
    ('c++', '')
    """
    return layout.language if _LANGUAGE.match(layout.language) else ""


def code_span(words: str) -> str:
    """Words as code inside a line."""
    around = fence(words)
    space = " " * (words[0] == "`" or words[-1] == "`")
    return f"{around}{space}{words}{space}{around}"


def destination(address: str) -> str:
    """An address as Markdown has it: percent-encoded, and nothing in it is an entity.

    An ampersand that renderers could decode together with what follows is written as an entity
    itself. Some decode twice: no entity is left then either, for want of its semicolon.

    >>> destination("/a b(c)?x=1&copy=2&page=3&lt;4")
    '/a%20b%28c%29?x=1&amp;copy=2&page=3&amp;%6Ct%3B4'
    """
    return _ENTITY.sub(_kept_apart, _NOT_IN_ADDRESSES.sub(_encoded, address))


def _encoded(sign: re.Match[str]) -> str:
    return "".join(f"%{byte:02X}" for byte in sign[0].encode("utf-8", "replace"))


def _kept_apart(found: re.Match[str]) -> str:
    name, semicolon = found.groups()
    decodes = name[0] == "#" or unescape(f"&{name}") != f"&{name}"
    if decodes and semicolon and name[0] != "#":
        name = f"%{ord(name[0]):02X}{name[1:]}"  # one that needs no semicolon is decoded without it
    return f"{'&amp;' if decodes else '&'}{name}{'%3B' if semicolon else ''}"


def comment(text: str) -> str:
    """A comment of HTML that no text can end.

    >>> comment("--><b>.html")
    '<!-- -&#45;&gt;&lt;b&gt;.html -->'
    """
    return f"<!-- {escape(text, quote=False).replace('--', '-&#45;')} -->"
