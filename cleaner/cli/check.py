"""The command `cleaner check`: what has changed on pages that once went wrong."""

from __future__ import annotations

import sys

import click

from cleaner.cli.command import Command
from cleaner.cli.names import FILE, FOLDER

EXAMPLES = """
\b
Examples:
  cleaner check regressions/                 what changed since the pages were recorded
  cleaner check regressions/ --junit out.xml
  cleaner check regressions/some-page        one page
\b
Exit status: 0 nothing changed, 1 something changed, 2 wrong usage or a page that cannot be
checked.
"""


@click.command("check", cls=Command, epilog=EXAMPLES)
@click.argument("folders", nargs=-1, required=True, type=FOLDER, metavar="DIR…")
@click.option(
    "--junit", type=FILE, metavar="FILE", help="Also write JUnit XML; - for standard output."
)
@click.option(
    "--articles-only",
    is_flag=True,
    help="Compare titles and articles only, not what was stripped and why.",
)
def command(folders: tuple[str, ...], junit: str | None, articles_only: bool) -> None:
    """Clean recorded pages again and print what changed.

    DIR holds a folder for each page, as `cleaner accept` makes them, or is one such folder.
    """
    from cleaner.cli.run_check import run_check

    sys.exit(run_check(folders, junit, articles_only=articles_only))
