"""The command `cleaner copies`: rows of pages that were cleaned before, each with its story."""

from __future__ import annotations

import sys
from typing import Any

import click

from cleaner.cli.command import Command
from cleaner.cli.names import FILE
from cleaner.cli.options import Cleaning, cleaning_options

EXAMPLES = """
\b
Examples:
  cleaner copies articles.jsonl -o stories.jsonl
  cleaner copies monday.parquet tuesday.parquet -o week.parquet
  cleaner copies tuesday.jsonl --against monday.jsonl -o new.jsonl --duplicates drop
\b
Exit status: 0 success, 2 wrong usage, rows that cannot be read, or an output that is there.
"""


@click.command(
    "copies", cls=Command, epilog=EXAMPLES, short_help="Find copies of a story among cleaned rows."
)
@click.argument("rows", nargs=-1, required=True, type=FILE, metavar="ROWS…")
@click.option(
    "-o",
    "--output",
    required=True,
    type=FILE,
    metavar="OUT",
    help="FILE.jsonl (.gz, .zst) or FILE.parquet.",
)
@click.option(
    "--against",
    multiple=True,
    type=FILE,
    metavar="ROWS",
    help="Rows of an earlier run: what was kept there is kept before all new rows; repeatable.",
)
@click.option(
    "--duplicates",
    type=click.Choice(["mark", "drop"]),
    default="mark",
    show_default=True,
    help="Mark copies, or leave them out.",
)
@click.option("--restart", is_flag=True, help="Write over an output that is there.")
@cleaning_options("quiet")
def command(cleaning: Cleaning, **given: Any) -> None:  # noqa: ANN401  # click's options, read one by one
    """Find the copies of each story among rows that `cleaner batch` wrote: JSON Lines or Parquet.

    Each row gets story_id, copy_of, relation (same text, repost, excerpt, updated) and because.
    """
    from cleaner.cli.run_copies import run

    sys.exit(run(given, quiet=cleaning.quiet))
