"""The command `cleaner report`: articles, what went and the pages, as one HTML file."""

from __future__ import annotations

import click

from cleaner.cli.command import Command
from cleaner.cli.names import FILE
from cleaner.cli.options import ALL, Cleaning, cleaning_options, pages_argument


@click.command("report", cls=Command, short_help="Write one HTML report of pages.")
@pages_argument
@cleaning_options(*ALL)
@click.option(
    "-o",
    "--output",
    type=FILE,
    metavar="FILE.html",
    help="Where to write; standard output by default.",
)
def command(pages: tuple[str, ...], output: str | None, cleaning: Cleaning) -> None:
    """Write articles, what was stripped and why, and the pages as one HTML file.

    The file needs no network, and nothing of a page runs in it. Several pages get an index, the
    worst first.
    """
    from cleaner.cli.run_report import run_report

    run_report(pages, output, cleaning)
