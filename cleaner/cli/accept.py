"""The command `cleaner accept`: record a page that went wrong, or its new result."""

from __future__ import annotations

import sys
from typing import Any

import click

from cleaner.cli.command import Command
from cleaner.cli.names import FILE, FOLDER
from cleaner.cli.options import Cleaning, cleaning_options

EXAMPLES = """
\b
Examples:
  cleaner accept page.html --into regressions/     record a page
  curl -s https://example.com/story | cleaner accept - --name story --into regressions/
  cleaner accept page.html --into regressions/ --rules rules.toml --site-memory site.json
  cleaner accept regressions/story                 record its new result
  cleaner accept regressions/ --yes                record pages of which only the report differs
\b
Exit status: 0 all is recorded, 1 something is not, 2 wrong usage.
"""


@click.command(
    "accept", cls=Command, epilog=EXAMPLES, short_help="Record pages, or their new results."
)
@click.argument("pages", nargs=-1, required=True, type=FILE, metavar="PAGE…")
@click.option("--into", type=FOLDER, metavar="DIR", help="Folder to record new pages in.")
@click.option("--name", metavar="NAME", help="Name of a new page; the name of its file by default.")
@click.option("-y", "--yes", is_flag=True, help="Do not ask.")
@click.option("--article", is_flag=True, help="Also overwrite an article.md that has other words.")
@cleaning_options("url", "keep", "strip", "source_kind", "rules", "site_memory")
def command(cleaning: Cleaning, **given: Any) -> None:  # noqa: ANN401  # click's options, read one by one
    """Record pages, or new results of recorded pages, after showing the difference.

    PAGE is a file with a page or scraped text, a folder of them, - for standard input, the folder
    of a recorded page, or its name in --into. An article.md that has other words is never
    overwritten without your consent.
    """
    from cleaner.cli.run_accept import run_accept

    sys.exit(run_accept(cleaning, given))
