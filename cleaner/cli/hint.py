"""What somebody may have meant whose first word is no command."""

from __future__ import annotations

import shlex
from collections.abc import Sequence
from difflib import get_close_matches
from pathlib import Path

from cleaner.cli.say import printable


def hint(words: Sequence[str], commands: Sequence[str]) -> str:
    """A question with the command line that may have been meant; empty where none comes near.

    >>> hint(["page.html", "--format", "json"], ["clean"])
    'Did you mean `cleaner clean page.html --format json`?'
    >>> hint(["https://example.com/a?b=1"], ["clean"])
    "Did you mean `curl -s 'https://example.com/a?b=1' | cleaner clean - --url 'https://example.com/a?b=1'`?"
    >>> hint(["lean"], ["clean"])
    'Did you mean `cleaner clean`?'
    """
    first = words[0]
    if "://" in first or first.startswith("www."):
        url = shlex.quote(first if "://" in first else f"https://{first}")
        meant = f"curl -s {url} | cleaner clean - --url {url}"
    elif close := get_close_matches(first, commands, 1):
        meant = shlex.join(["cleaner", close[0], *words[1:]])
    elif first == "-" or set(first) & set("./\\*?[") or Path(first).exists():
        meant = shlex.join(["cleaner", "clean", *words])
    else:
        return ""
    return f"Did you mean `{printable(meant)}`?"
