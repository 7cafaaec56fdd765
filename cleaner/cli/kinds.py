"""The command `cleaner kinds`: what is looked for."""

from __future__ import annotations

import click


@click.command("kinds")
@click.option("--markdown", is_flag=True, help="As the table in the README.")
def command(markdown: bool) -> None:
    """Each kind of residue: what it looks like, and what is kept."""
    from cleaner.residue import kinds, markdown_table

    if markdown:
        click.echo(markdown_table())
        return
    for kind in kinds().values():
        click.echo(
            f"{kind.name}\n  {kind.summary}\n  Seen as: {kind.seen_as}\n  Kept: {kind.kept}\n"
        )
