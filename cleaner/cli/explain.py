"""The command `cleaner explain`: what went, what came back, and why."""

from __future__ import annotations

import click

from cleaner.cli.command import Command
from cleaner.cli.options import ALL, Cleaning, cleaning_options, pages_argument


@click.command("explain", cls=Command, short_help="Show what was stripped, and why.")
@pages_argument
@cleaning_options(*ALL)
@click.option("--all", "every", is_flag=True, help="Show the page's other lines, too, and why.")
def command(pages: tuple[str, ...], cleaning: Cleaning, every: bool) -> None:
    """Show the extraction with the stripped parts marked: kind, sureness and reason."""
    from cleaner.cli.run_explain import run_explain

    run_explain(pages, cleaning, every=every)
