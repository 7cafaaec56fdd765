"""The command `cleaner batch`: many pages, one output, and a job that goes on where it stopped."""

from __future__ import annotations

import signal
import sys
from typing import Any

import click

from cleaner.cli.command import Command
from cleaner.cli.content import CONTENT
from cleaner.cli.names import FILE, FOLDER
from cleaner.cli.options import Cleaning, cleaning_options
from cleaner.cli.second_opinion import opinion_options
from cleaner.cli.thresholds import min_confidence, warn_below

EXAMPLES = """
\b
Examples:
  cleaner batch pages/ -o articles.jsonl             a folder of pages
  cleaner batch crawl-*.warc.gz -o articles.parquet  web archives
  cleaner batch dump.jsonl.zst -o articles/ --with markdown
  zcat dump.jsonl.gz | cleaner batch - -o articles.jsonl.gz
  cleaner batch crawl.warc.gz -o -                   rows on standard output
  cleaner batch pages/ -o articles.jsonl --site-memory memories/
\b
Exit status: 0 finished, 1 finished but some pages failed, 2 wrong usage or refused,
3 stopped before the end, 130 interrupted, 143 terminated, 141 the reader of a pipe has gone.
After 3, 130 and 143, run the same command to continue.
"""


@click.command("batch", cls=Command, epilog=EXAMPLES, short_help="Clean a crawl: one row per page.")
@click.argument("sources", nargs=-1, required=True, type=FILE, metavar="SOURCE…")
@click.option(
    "-o",
    "--output",
    required=True,
    type=FILE,
    metavar="OUT",
    help="FILE.jsonl (.gz, .zst), FILE.parquet, a folder, or - for rows on standard output.",
)
@click.option(
    "--from",
    "form",
    type=click.Choice(["warc", "jsonl", "parquet", "page"]),
    help="Format of sources whose name does not show it; JSON Lines for standard input.",
)
@click.option(
    "--html-field", metavar="NAME", help="Field with the page; html, text or content by default."
)
@click.option(
    "--url-field", metavar="NAME", default="url", show_default=True, help="Field with the address."
)
@click.option(
    "--id-field", metavar="NAME", default="id", show_default=True, help="Field with the id."
)
@click.option(
    "--with",
    "columns",
    multiple=True,
    metavar="COLUMN",
    help="Add a column, repeatable: markdown, html, xmltei, findings, metadata, spans, report,"
    " signature.",
)
@cleaning_options(
    "keep", "strip", "source_kind", "rules", "host_from_page", "fast", "quiet", *CONTENT
)
@warn_below
@min_confidence
@opinion_options
@click.option(
    "--duplicates",
    type=click.Choice(["mark", "drop", "off"]),
    help="Copies of one article: mark them (default if rensa is installed), drop them, or off.",
)
@click.option(
    "--site-memory",
    type=FOLDER,
    metavar="DIR",
    help="Folder of site memories, a file per site: used, and updated as the job runs.",
)
@click.option(
    "-j",
    "--workers",
    type=click.IntRange(1),
    metavar="N",
    help="Worker processes; one per processor by default.",
)
@click.option(
    "--timeout",
    type=float,
    default=30.0,
    show_default=True,
    help="Time limit per page, in seconds.",
)
@click.option(
    "--memory", type=int, default=2048, show_default=True, help="Memory limit per page, in MiB."
)
@click.option("--restart", is_flag=True, help="Start again and discard an earlier run.")
@click.option(
    "--summary", type=FILE, metavar="FILE", help="Write a summary as JSON; - for standard output."
)
@click.option(
    "--log",
    "level",
    type=click.Choice(["debug", "info", "warning", "error"]),
    default="warning",
    show_default=True,
    help="Lowest level of log lines on standard error.",
)
def command(cleaning: Cleaning, **given: Any) -> None:  # noqa: ANN401  # click's options, read one by one
    """Clean many pages: folders, JSON Lines, Parquet, WARC archives, or - for standard input.

    Writes one row per page, even for pages that fail. If a job was stopped or killed, run the same
    command again to continue it.
    """
    from cleaner.cli.run_batch import run, terminate

    signal.signal(signal.SIGTERM, terminate)
    sys.exit(run(cleaning, given))
