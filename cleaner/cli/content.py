"""The options that say what articles show, with the names that trafilatura has for them."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import click

CONTENT: dict[str, Callable[[Any], Any]] = {
    "links": click.option(
        "--links/--no-links",
        default=True,
        help="Show the addresses of links; shown by default.",
    ),
    "images": click.option(
        "--images/--no-images",
        default=False,
        help="Show pictures in Markdown, HTML, XML-TEI and JSON; not by default.",
    ),
    "tables": click.option(
        "--tables/--no-tables",
        default=True,
        help="Show the rows of tables; shown by default.",
    ),
    "formatting": click.option(
        "--formatting/--no-formatting",
        default=True,
        help="Show emphasis, powers and indices; shown by default.",
    ),
}
