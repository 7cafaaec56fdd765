"""The command `cleaner kinds`: what is looked for."""

from __future__ import annotations

import click

from cleaner.cli.command import Command

HEAD = """\
# Kinds of residue

`cleaner kinds --markdown` prints this document from the docstrings in `cleaner/residue/`.

Residue goes; what a reader of the article would miss stays. Each finding has a kind, a reason and
a sureness. `certain` and `likely` findings are stripped. `possible` findings are stripped only
where a second kind, or the page's class names, agree. `--keep KIND` and `Options(keep={"KIND"})`
keep a kind.
"""


@click.command("kinds", cls=Command, short_help="List the kinds of residue.")
@click.option("--markdown", is_flag=True, help="Print docs/kinds.md.")
@click.option(
    "--languages",
    is_flag=True,
    help="Print the number of phrases by language, and what is lacking.",
)
def command(markdown: bool, languages: bool) -> None:
    """List the kinds of residue: what each looks like, and what is kept."""
    from cleaner.residue import kinds, markdown_table
    from cleaner.text import coverage, lexicon

    if languages:
        click.echo(coverage.report(lexicon.listed_kinds()))
        return
    if markdown:
        click.echo(f"{HEAD}\n{markdown_table()}")
        return
    for kind in kinds().values():
        click.echo(
            f"{kind.name}\n  {kind.summary}\n  Seen as: {kind.seen_as}\n  Kept: {kind.kept}\n"
        )
