"""The command `cleaner learn`: what comes back on a site's pages."""

from __future__ import annotations

import sys

import click

from cleaner.cli.command import Command
from cleaner.cli.names import FILE
from cleaner.cli.options import Cleaning, cleaning_options
from cleaner.cli.say import say
from cleaner.files import PAGE_ENDINGS, BadInput, expand

EXAMPLES = """
\b
Examples:
  cleaner learn pages/ -o example.com.json            from three or more pages of a site
  cleaner learn more/*.html -o example.com.json       add to what is known
  cleaner learn one.json two.json -o both.json        merge memories
  cleaner learn pages/ -o memories/ --host-from-page  pages of several sites, a file for each
  cleaner clean page.html --site-memory example.com.json
\b
Exit status: 0 success, 1 an input had nothing to learn, 2 wrong usage.
"""


@click.command(
    "learn", cls=Command, epilog=EXAMPLES, short_help="Learn what recurs on a site's pages."
)
@click.argument("pages", nargs=-1, required=True, type=FILE, metavar="PAGE…")
@click.option(
    "-o",
    "--output",
    required=True,
    type=FILE,
    metavar="SITE.json|DIR",
    help="Memory of one site, or a folder with a file per site; what it knows is kept.",
)
@click.option("--host", help="Host of the site, if the pages do not name it.")
@cleaning_options("host_from_page", "quiet")
def command(pages: tuple[str, ...], output: str, host: str | None, cleaning: Cleaning) -> None:
    """Learn what recurs on the pages of a site; memories (.json) are merged.

    Pages for one file must name the same site by their canonical address. For a folder, that
    address counts only with --host-from-page. At least three different articles are needed; ten
    are better.
    """
    from cleaner.cli.run_learn import Lesson
    from cleaner.sites.memory import SiteMemoryError

    lesson = Lesson(output, host, host_from_page=cleaning.host_from_page)
    try:
        for name in expand(pages, (*PAGE_ENDINGS, ".json")):
            lesson.read(name)
        told = lesson.write()
    except SiteMemoryError as error:
        raise BadInput(str(error)) from error
    for line in (*(told if not cleaning.quiet else ()), *lesson.problems):
        say(line)
    sys.exit(bool(lesson.problems))
