"""The command `cleaner explain`: what went, what came back, and why."""

from __future__ import annotations

import click

from cleaner.cli.command import Command
from cleaner.cli.options import ALL, Cleaning, cleaning_options, pages_argument
from cleaner.cli.second_opinion import second_opinion


@click.command("explain", cls=Command, short_help="Show what was stripped, and why.")
@pages_argument
@cleaning_options(*ALL)
@click.option(
    "--all", "every", is_flag=True, help="Show each line of the page in its place, and why."
)
@second_opinion
def command(
    pages: tuple[str, ...], cleaning: Cleaning, every: bool, second_opinion: str | None
) -> None:
    """Show what was stripped or brought back, with kind, sureness and reason, and the article.

    The first line sums up the page. The article is folded: its first and last lines are shown.
    """
    from cleaner.cli.run_explain import run_explain

    run_explain(pages, cleaning, every=every, second_opinion=second_opinion)
