"""What commands say on standard error, with nothing in it that a terminal would obey."""

from __future__ import annotations

import re
import sys
from contextlib import suppress

from cleaner.text.regex import regex

_CONTROL = regex("[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff]")
_UNSAFE = regex("[\x00-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069\ud800-\udfff]")
"""The same, line ends, and what turns the direction of the words around it."""


def printable(name: str) -> str:
    r"""A name or a message as one line to show: control characters are escaped.

    Bytes of a file's name that are no text are shown as bytes.

    >>> print(printable("a\x1b[31m\n\udcff.html"))
    a\x1b[31m\n\xff.html
    """
    return _UNSAFE.sub(_escaped, name)


def visible(text: str) -> str:
    r"""A text to show, with its lines and tabs: other control characters are escaped.

    >>> print(visible("red: \x1b[31m"))
    red: \x1b[31m
    """
    return _CONTROL.sub(_escaped, text)


def _escaped(match: re.Match[str]) -> str:
    code = ord(match[0])
    if 0xDC80 <= code <= 0xDCFF:  # as Python reads a byte that is no UTF-8
        return f"\\x{code - 0xDC00:02x}"
    return match[0].encode("unicode_escape").decode()


def say(message: str) -> None:
    """One line on standard error, above a bar; nothing where that cannot be written."""
    if sys.stderr is not None:
        with suppress(OSError):
            print(f"cleaner: {printable(message)}", file=sys.stderr, flush=True)
