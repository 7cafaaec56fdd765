"""The command `cleaner locate`: where rows say a sentence, and whether their sources still do."""

from __future__ import annotations

import sys
from typing import Any

import click

from cleaner.cli.command import Command
from cleaner.cli.names import FILE

EXAMPLES = """
\b
Examples:
  cleaner clean pages/ --format json --spans > rows.jsonl
  cleaner locate rows.jsonl "The ferry was cancelled on Monday"
  cleaner locate rows.parquet "The ferry was cancelled" --source pages/
  cleaner locate rows.jsonl "The ferry was cancelled" --source crawl.warc.gz --json
\b
Exit status: 0 found, 1 not found or a source has changed, 2 wrong usage or a file that cannot be
read.
"""


@click.command("locate", cls=Command, epilog=EXAMPLES, short_help="Find a sentence in its source.")
@click.argument("rows", nargs=-1, required=True, type=FILE, metavar="ROWS…")
@click.argument("sentence", metavar="SENTENCE")
@click.option(
    "--source",
    type=FILE,
    metavar="DIR|FILE",
    help="Where the pages are: a folder, a page, or a source of `cleaner batch`; by default the "
    "file that a row names.",
)
@click.option(
    "--html-field", metavar="NAME", help="Field with the page, in a source of many; as of batch."
)
@click.option(
    "--id-field", metavar="NAME", default="id", show_default=True, help="Field with the id there."
)
@click.option("--json", "as_json", is_flag=True, help="Write a line of JSON for each place.")
def command(rows: tuple[str, ...], sentence: str, **given: Any) -> None:  # noqa: ANN401  # click's options
    """Find the rows whose articles say a sentence, and show where it stands in their sources.

    ROWS are files of `cleaner batch --with spans` (JSON Lines, Parquet) or of `cleaner clean
    --format json --spans`, folders of them, or - for JSON Lines on standard input. White space,
    upper case, and the form of quotation marks do not count.
    """
    from cleaner.cli.run_locate import run_locate

    sys.exit(run_locate(rows, sentence, given))
