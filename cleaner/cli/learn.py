"""The command `cleaner learn`: what comes back on a site's pages."""

from __future__ import annotations

import sys

import click

from cleaner.cli.options import Cleaning, cleaning_options
from cleaner.cli.say import say
from cleaner.files import PAGE_ENDINGS, BadInput, expand

EXAMPLES = """
\b
Examples:
  cleaner learn pages/ -o example.com.json      a site from some of its pages, three or more
  cleaner learn more/*.html -o example.com.json       what is learnt is added to what is known
  cleaner learn one.json two.json -o both.json        memories merged into one
  cleaner learn pages/ -o memories/ --host-from-page  pages of several sites, a file each
  cleaner clean page.html --site-memory example.com.json
\b
Exit status: 0 all went well, 1 an input was of no use, 2 wrong usage.
"""


@click.command("learn", epilog=EXAMPLES)
@click.argument("pages", nargs=-1, required=True, metavar="PAGE…")
@click.option(
    "-o",
    "--output",
    required=True,
    metavar="SITE.json|DIR",
    help="The memory of one site, or a folder for a file each; what it knows is kept.",
)
@click.option("--host", help="The site, where the pages do not name it.")
@cleaning_options("host_from_page")
def command(pages: tuple[str, ...], output: str, host: str | None, cleaning: Cleaning) -> None:
    """Learn from pages of a site what comes back on them; memories (.json) are merged.

    Pages for one file name their site by their canonical address, and must agree; for a folder,
    they are believed with --host-from-page. From three different articles on there is something
    to know; ten tell more.
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
    for line in (*told, *lesson.problems):
        say(line)
    sys.exit(bool(lesson.problems))
