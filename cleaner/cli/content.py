"""The options that say what articles show, with the names that trafilatura has for them."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import click


def _flag(name: str, what: str, *, is_shown: bool) -> Callable[[Any], Any]:
    usual = "shown" if is_shown else "not"
    help_text = f"Show {what}; {usual} by default."
    return click.option(f"--{name}/--no-{name}", default=is_shown, help=help_text)


CONTENT = {
    "links": _flag("links", "the addresses of links", is_shown=True),
    "images": _flag("images", "pictures in Markdown, HTML, XML-TEI and JSON", is_shown=False),
    "tables": _flag("tables", "the rows of tables", is_shown=True),
    "formatting": _flag("formatting", "emphasis, powers and indices", is_shown=True),
}
