"""The command `cleaner clean`: articles to standard output, a file or a folder."""

from __future__ import annotations

from typing import Any

import click

from cleaner.cli.command import Command
from cleaner.cli.content import CONTENT
from cleaner.cli.names import FILE
from cleaner.cli.options import ALL, Cleaning, cleaning_options, pages_argument
from cleaner.cli.second_opinion import second_opinion
from cleaner.cli.thresholds import warn_below
from cleaner.rendering.formats import names

EXAMPLES = """
\b
Examples:
  cleaner clean page.html                    the article, on standard output
  cleaner clean pages/ -o articles/          a folder of pages, mirrored, one file each
  cleaner clean page.html --format markdown --report report.json
  curl -s https://example.com/story | cleaner clean - --url https://example.com/story
  cleaner explain page.html                  what was stripped, and why
  cleaner report pages/ -o report.html       the same as one HTML file
  cleaner check regressions/                 what changed on recorded pages
  cleaner learn pages/ -o example.com.json   what recurs on a site's pages
  cleaner kinds                              the kinds of residue
"""


@click.command("clean", cls=Command, epilog=EXAMPLES, short_help="Write the articles of pages.")
@pages_argument
@cleaning_options(*ALL, *CONTENT)
@click.option(
    "-o",
    "--output",
    type=FILE,
    metavar="DIR|FILE",
    help="Where to write; standard output by default. A folder mirrors the input folder.",
)
@click.option(
    "--format",
    "form",
    type=click.Choice([*names(), "json"]),
    default="text",
    show_default=True,
    help="Format of the articles.",
)
@click.option(
    "--report", type=FILE, metavar="FILE", help="Write all findings as JSON; - for standard output."
)
@click.option(
    "--spans",
    is_flag=True,
    help="Say in JSON and in --report where each kept block stands in the source.",
)
@warn_below
@second_opinion
@click.option("--no-title", is_flag=True, help="Leave the title out.")
@click.option("--overwrite", is_flag=True, help="Overwrite files of another run in DIR.")
def command(pages: tuple[str, ...], cleaning: Cleaning, **given: Any) -> None:  # noqa: ANN401  # click's options
    """Clean pages: HTML files, text files, folders, globs, or - for standard input.

    On standard output, a line with its name precedes each of several pages; with --format json,
    each page is a line of JSON. -o DIR mirrors the input folder, and DIR/index.jsonl lists the
    result of each input. Inputs inside DIR are not read.
    """
    from cleaner.cli.run_clean import run_clean

    run_clean(pages, cleaning, given)
