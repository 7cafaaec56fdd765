"""The command line: its commands, and how they end."""

from __future__ import annotations

import sys
from typing import Any

import click

from cleaner import __version__
from cleaner.cli.address import given_url, unknown_host
from cleaner.cli.batch import batch_command
from cleaner.cli.check import accept_command, check_command
from cleaner.cli.clean import EXAMPLES, clean_command
from cleaner.cli.ending import ending
from cleaner.cli.explain import explained
from cleaner.cli.learn import learn_command
from cleaner.cli.report import report_command
from cleaner.cli.rules import rules_command
from cleaner.cli.run import Run, Tried
from cleaner.cli.say import Screen
from cleaner.cli.shared_options import limits_of, options_of, page_options
from cleaner.files import expand
from cleaner.pipeline import clean
from cleaner.residue import kinds, markdown_table


class _Commands(click.Group):
    """Commands that end in a sentence, and read the memories of a folder as they meet its sites."""

    def make_context(self, *arguments: Any, **extra: Any) -> click.Context:  # noqa: ANN401  # as click has it
        """Read the command line, which may print help."""
        with ending():
            return super().make_context(*arguments, **extra)

    def invoke(self, context: click.Context) -> Any:  # noqa: ANN401  # as click has it
        """Run a command; a memory that is damaged is wrong usage."""
        try:
            with ending():
                return super().invoke(context)
        except ValueError as error:
            from cleaner.sites.memory import SiteMemoryError

            if not isinstance(error, SiteMemoryError):
                raise
            raise click.UsageError(f"--site-memory {error}", context) from error


@click.group(
    cls=_Commands, epilog=EXAMPLES, context_settings={"help_option_names": ["-h", "--help"]}
)
@click.version_option(__version__, prog_name="cleaner")
def main() -> None:
    """From a scraped page, or scraped text, to the core article.

    Exit status: 0 all went well, 1 nothing usable in one input or more, 2 wrong usage, or an
    output that cannot be written. After an interrupt 130, after SIGTERM 143, and 141 where the
    reader of a pipe has gone.
    """
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="replace")  # a narrow terminal must not end in a traceback


@click.command("explain")
@page_options
def explain_command(pages: tuple[str, ...], **given: Any) -> None:  # noqa: ANN401  # click's options
    """Show the extraction with the stripped parts marked: kind, sureness and reason."""
    options, names = options_of(given), expand(pages)
    url = given_url(names)

    def work(name: str, data: bytes) -> Tried[Any]:
        cleaned = clean(data, url=url, options=options)
        outcome = cleaned.outcome
        says = tuple(unknown_host(cleaned, options))
        return Tried(str(outcome), outcome.is_article, explained(name, cleaned), says)

    screen = Screen()
    with Run(names, work, limits_of(given), bar=not screen.is_terminal) as run:
        for _, tried in run:
            if tried.value is not None:
                screen.print(tried.value)
    run.conclude()


@click.command("kinds")
@click.option("--markdown", is_flag=True, help="As the table in the README.")
def kinds_command(markdown: bool) -> None:
    """Each kind of residue: what it looks like, and what is kept."""
    if markdown:
        click.echo(markdown_table())
        return
    for kind in kinds().values():
        click.echo(
            f"{kind.name}\n  {kind.summary}\n  Seen as: {kind.seen_as}\n  Kept: {kind.kept}\n"
        )


for command in (
    clean_command,
    explain_command,
    report_command,
    batch_command,
    check_command,
    accept_command,
    learn_command,
    rules_command,
    kinds_command,
):
    main.add_command(command)
