"""The command `cleaner rules`: files of rules for sites."""

from __future__ import annotations

import sys

import click

from cleaner.cli.command import Command
from cleaner.cli.names import FILE
from cleaner.cli.options import Cleaning, cleaning_options

EXAMPLES = """
\b
Examples:
  cleaner rules check rules.toml                        find mistakes, with line numbers
  cleaner rules convert example.com.txt -o rules.toml   from a Full-Text RSS configuration
  cleaner clean page.html --rules rules.toml
\b
Exit status: 0 success, 1 a configuration was skipped, 2 wrong usage or wrong rules.
"""


@click.group("rules", epilog=EXAMPLES)
def command() -> None:
    """Check files of rules for sites, or convert site configurations."""


@command.command("check", cls=Command, short_help="Check files of rules.")
@click.argument("files", nargs=-1, required=True, type=FILE, metavar="FILE…")
def check_command(files: tuple[str, ...]) -> None:
    """Check files of rules: print their hosts, or each mistake with its line."""
    from cleaner.cli.run_rules import check

    sys.exit(check(files))


@command.command("convert", cls=Command, short_help="Convert Full-Text RSS configurations.")
@click.argument("files", nargs=-1, required=True, type=FILE, metavar="SITE.txt…")
@click.option(
    "-o",
    "--output",
    type=FILE,
    default="-",
    metavar="FILE",
    help="Where to write; standard output by default.",
)
@cleaning_options("quiet")
def convert_command(files: tuple[str, ...], output: str, cleaning: Cleaning) -> None:
    """Convert site configurations of Full-Text RSS, named HOST.txt or .HOST.txt.

    Unsupported directives are kept as comments and counted.
    """
    from cleaner.cli.run_rules import convert_files

    sys.exit(convert_files(files, output, quiet=cleaning.quiet))
