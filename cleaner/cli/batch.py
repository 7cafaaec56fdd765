"""The command `cleaner batch`: many pages, one output, and a job that goes on where it stopped."""

from __future__ import annotations

import signal
import sys
from typing import Any

import click

from cleaner.cli.options import Cleaning, cleaning_options

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
3 stopped before the end, 130 interrupted, 143 terminated (the same command goes on), 141 a pipe
that was closed.
"""


@click.command("batch", epilog=EXAMPLES)
@click.argument("sources", nargs=-1, required=True, metavar="SOURCE…")
@click.option(
    "-o",
    "--output",
    required=True,
    metavar="OUT",
    help="FILE.jsonl (.gz, .zst), FILE.parquet, a folder, or - for rows on standard output.",
)
@click.option(
    "--from",
    "form",
    type=click.Choice(["warc", "jsonl", "parquet", "page"]),
    help="Format of sources whose name does not tell; JSON Lines on standard input.",
)
@click.option("--html-field", metavar="NAME", help="Field of the page; html, text or content.")
@click.option("--url-field", metavar="NAME", default="url", show_default=True)
@click.option("--id-field", metavar="NAME", default="id", show_default=True)
@click.option(
    "--with",
    "columns",
    multiple=True,
    metavar="COLUMN",
    help="Also give: markdown, html, findings, metadata, report; repeatable.",
)
@cleaning_options("keep", "strip", "source_kind", "rules", "host_from_page")
@click.option(
    "--duplicates",
    type=click.Choice(["mark", "drop", "off"]),
    help="Copies of one article: mark them (default where rensa is), drop them, or do not look.",
)
@click.option(
    "--site-memory",
    metavar="DIR",
    help="What comes back on each site's pages: used, and learnt as the job goes.",
)
@click.option("--workers", type=click.IntRange(1), help="Processes; one a processor by default.")
@click.option(
    "--timeout", type=float, default=30.0, show_default=True, help="Seconds that a page may take."
)
@click.option(
    "--memory", type=int, default=2048, show_default=True, help="MiB that a page may take."
)
@click.option("--restart", is_flag=True, help="Begin anew, whatever an earlier run left.")
@click.option("--summary", metavar="FILE", help="Write the summary as JSON; - for standard output.")
@click.option(
    "--log",
    "level",
    type=click.Choice(["debug", "info", "warning", "error"]),
    default="warning",
    show_default=True,
    help="Log lines on standard error.",
)
def command(cleaning: Cleaning, **given: Any) -> None:  # noqa: ANN401  # click's options, read one by one
    """Clean many pages: folders, JSON Lines, Parquet, WARC archives, or - for standard input.

    One row a page, whatever becomes of it. A job that was stopped or killed goes on where it was
    when the same command is given again.
    """
    from cleaner.cli.run_batch import run, terminate

    signal.signal(signal.SIGTERM, terminate)
    sys.exit(run(cleaning, given))
