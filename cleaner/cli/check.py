"""The commands `cleaner check` and `cleaner accept`: a folder of pages that once went wrong."""

from __future__ import annotations

import sys
from typing import Any

import click

from cleaner.cli.learn import memory_option
from cleaner.cli.rules import rules_option

CHECK_EXAMPLES = """
\b
Examples:
  cleaner check regressions/                 what has changed since the pages were recorded
  cleaner check regressions/ --junit out.xml
  cleaner check regressions/some-page        one page
\b
Exit status: 0 nothing has changed, 1 something has, 2 wrong usage, or a page that cannot be
checked.
"""
ACCEPT_EXAMPLES = """
\b
Examples:
  cleaner accept page.html --into regressions/     record a page
  curl -s https://example.com/story | cleaner accept - --name story --into regressions/
  cleaner accept page.html --into regressions/ --rules rules.toml --site-memory site.json
  cleaner accept regressions/story                 record its new result
  cleaner accept regressions/ --yes                record all that only differs in the report
\b
Exit status: 0 all is recorded, 1 something is not, 2 wrong usage.
"""


@click.command("check", epilog=CHECK_EXAMPLES)
@click.argument("folders", nargs=-1, required=True, metavar="DIR…")
@click.option("--junit", metavar="FILE", help="Also write JUnit XML; - for standard output.")
@click.option(
    "--articles-only",
    is_flag=True,
    help="Compare title and article, and not what was stripped and why.",
)
def check_command(folders: tuple[str, ...], junit: str | None, articles_only: bool) -> None:
    """Clean recorded pages again, and tell in words what has changed.

    DIR holds a folder for each page, as `cleaner accept` makes them, or is one of these.
    """
    from cleaner.cli.run_check import run_check

    sys.exit(run_check(folders, junit, articles_only=articles_only))


@click.command("accept", epilog=ACCEPT_EXAMPLES)
@click.argument("pages", nargs=-1, required=True, metavar="PAGE…")
@click.option("--into", metavar="DIR", help="The folder to record new pages in.")
@click.option("--name", metavar="NAME", help="Of a new page; that of its file by default.")
@click.option("-y", "--yes", is_flag=True, help="Do not ask.")
@click.option("--article", is_flag=True, help="Also where article.md says something else.")
@click.option("--url", metavar="URL", help="Where a new page came from.")
@click.option("--keep", multiple=True, metavar="KIND", help="Never strip this kind; repeatable.")
@click.option(
    "--strip", multiple=True, metavar="KIND", help="Strip this kind even in doubt; repeatable."
)
@click.option("--source-kind", type=click.Choice(["page", "fragment", "text"]))
@rules_option
@memory_option
def accept_command(**given: Any) -> None:  # noqa: ANN401  # click's options, read one by one
    """Record pages, or the new results of pages that are recorded, after showing the difference.

    PAGE is a file with a page or scraped text, a folder of them, - for standard input, or the
    folder of a page that is recorded already, or its name in --into. An article.md that says
    something else is never written over unless you say so.
    """
    from cleaner.cli.run_check import run_accept

    sys.exit(run_accept(given))
