"""The command `cleaner report`: articles, what went and the pages, as one HTML file."""

from __future__ import annotations

from typing import Any

import click

from cleaner.cli.address import given_url
from cleaner.cli.shared_options import limits_of, not_an_input, options_of, page_options
from cleaner.files import expand, write_output


@click.command("report")
@page_options
@click.option(
    "-o", "--output", metavar="FILE.html", help="Where to write; standard output without it."
)
def report_command(pages: tuple[str, ...], output: str | None, **given: Any) -> None:  # noqa: ANN401  # click's options
    """Show articles, what was stripped and why, and the pages: one HTML file to look at.

    It needs no network, and nothing of a page runs in it. Many pages have an index, the worst
    first.
    """
    from cleaner.cli.report_run import report_of, report_run

    names, options = expand(pages), options_of(given)
    if output:
        not_an_input(output, names)
    run = report_run(names, options, limits_of(given), given_url(names))
    write_output(output or "-", report_of(run))
    run.conclude()
