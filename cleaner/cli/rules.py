"""The option `--rules` and the command `cleaner rules`: files of rules for sites."""

from __future__ import annotations

import sys
from collections.abc import Callable
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from cleaner.sites.rules import SiteRules

EXAMPLES = """
\b
Examples:
  cleaner rules check rules.toml                        what is wrong in it, and where
  cleaner rules convert example.com.txt -o rules.toml   from a Full-Text RSS configuration
  cleaner clean page.html --rules rules.toml
\b
Exit status: 0 all went well, 1 a configuration was skipped, 2 wrong usage or wrong rules.
"""
_META, _FILES = "cleaner.cli.rules", "cleaner.cli.rules-files"


def read_rules(names: tuple[str, ...]) -> SiteRules | None:
    """The rules of files; None where no file is named. Raises click.UsageError."""
    if not names:
        return None
    from cleaner.sites.rules import RulesError, SiteRules

    try:
        return SiteRules.read(*names)
    except RulesError as error:
        raise click.UsageError(f"--rules\n{error}") from error


def _remember(context: click.Context, _: click.Parameter, names: tuple[str, ...]) -> None:
    context.meta[_META], context.meta[_FILES] = read_rules(names), names


rules_option: Callable[[click.decorators.FC], click.decorators.FC] = click.option(
    "--rules",
    multiple=True,
    metavar="FILE",
    expose_value=False,
    callback=_remember,
    help="Rules for sites, in TOML (docs/site-rules.md); repeatable.",
)
"""The option of a command that cleans; what it read is had from `given_rules`."""


def given_rules() -> SiteRules | None:
    """What `--rules` named for the command that runs; None without it."""
    rules: SiteRules | None = click.get_current_context().meta.get(_META)
    return rules


def given_rule_files() -> tuple[str, ...]:
    """The files that `--rules` named, as they were named."""
    files: tuple[str, ...] = click.get_current_context().meta.get(_FILES, ())
    return files


@click.group("rules", epilog=EXAMPLES)
def rules_command() -> None:
    """Rules for sites: check a file of them, or convert site configurations."""


@rules_command.command("check")
@click.argument("files", nargs=-1, required=True, metavar="FILE…")
def check_command(files: tuple[str, ...]) -> None:
    """See whether files of rules can be used: their hosts, or what is wrong at which line."""
    from cleaner.cli.run_rules import check

    sys.exit(check(files))


@rules_command.command("convert")
@click.argument("files", nargs=-1, required=True, metavar="SITE.txt…")
@click.option("-o", "--output", default="-", metavar="FILE", help="Standard output without it.")
def convert_command(files: tuple[str, ...], output: str) -> None:
    """Make rules of site configurations of Full-Text RSS, named HOST.txt or .HOST.txt.

    Directives that are not supported are kept as comments, and counted.
    """
    from cleaner.cli.run_rules import convert_files

    sys.exit(convert_files(files, output))
