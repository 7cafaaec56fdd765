"""The command `cleaner learn` and the option `--site-memory`: what comes back on a site's pages."""

from __future__ import annotations

import sys
from collections.abc import Callable
from typing import TYPE_CHECKING

import click

from cleaner.cli.say import say
from cleaner.files import PAGE_ENDINGS, BadInput, expand

if TYPE_CHECKING:
    from cleaner.sites.memory import SiteMemories, SiteMemory

EXAMPLES = """
\b
Examples:
  cleaner learn pages/ -o example.com.json      a site from some of its pages, three or more
  cleaner learn more/*.html -o example.com.json       what is learnt is added to what is known
  cleaner learn one.json two.json -o both.json        memories merged into one
  cleaner learn pages/ -o memories/ --host-from-page  pages of several sites, a file each
  cleaner clean page.html --site-memory example.com.json
\b
Exit status: 0 all went well, 1 an input was of no use, 2 wrong usage.
"""
_META, _FILE = "cleaner.site-memory", "cleaner.site-memory-file"
_TRUSTED = "cleaner.host-from-page"


def read_memory(name: str | None) -> SiteMemory | SiteMemories | None:
    """The memory in a file, or those in a folder; None for None. Raises click.UsageError."""
    if name is None:
        return None
    from cleaner.sites.memory import SiteMemoryError, opened

    try:
        return opened(name)
    except SiteMemoryError as error:
        raise click.UsageError(f"--site-memory {error}") from error


def _remember(context: click.Context, _: click.Parameter, name: str | None) -> None:
    context.meta[_META], context.meta[_FILE] = read_memory(name), name


memory_option: Callable[[click.decorators.FC], click.decorators.FC] = click.option(
    "--site-memory",
    metavar="FILE|DIR",
    expose_value=False,
    callback=_remember,
    help="What `cleaner learn` wrote: of one site, or a folder of sites.",
)
"""The option of a command that cleans; what it read is had from `given_memory`."""


def _trust(context: click.Context, _: click.Parameter, trusted: bool) -> None:
    context.meta[_TRUSTED] = trusted


trust_option: Callable[[click.decorators.FC], click.decorators.FC] = click.option(
    "--host-from-page",
    is_flag=True,
    expose_value=False,
    callback=_trust,
    help="Believe pages without an address what they say of their site.",
)
"""The option of a command that uses or teaches memories; had from `host_from_page`."""


def host_from_page() -> bool:
    """Whether `--host-from-page` was said to the command that runs."""
    return bool(click.get_current_context().meta.get(_TRUSTED))


def given_memory() -> SiteMemory | SiteMemories | None:
    """What `--site-memory` named for the command that runs; None without it."""
    memory: SiteMemory | SiteMemories | None = click.get_current_context().meta.get(_META)
    return memory


def given_memory_file() -> str | None:
    """The file or folder that `--site-memory` named, as it was named."""
    name: str | None = click.get_current_context().meta.get(_FILE)
    return name


@click.command("learn", epilog=EXAMPLES)
@click.argument("pages", nargs=-1, required=True, metavar="PAGE…")
@click.option(
    "-o",
    "--output",
    required=True,
    metavar="SITE.json|DIR",
    help="The memory of one site, or a folder for a file each; what it knows is kept.",
)
@click.option("--host", help="The site, where the pages do not name it.")
@trust_option
def learn_command(pages: tuple[str, ...], output: str, host: str | None) -> None:
    """Learn from pages of a site what comes back on them; memories (.json) are merged.

    Pages for one file name their site by their canonical address, and must agree; for a folder,
    they are believed with --host-from-page. From three different articles on there is something
    to know; ten tell more.
    """
    from cleaner.cli.lesson import Lesson
    from cleaner.sites.memory import SiteMemoryError

    lesson = Lesson(output, host, host_from_page=host_from_page())
    try:
        for name in expand(pages, (*PAGE_ENDINGS, ".json")):
            lesson.read(name)
        told = lesson.write()
    except SiteMemoryError as error:
        raise BadInput(str(error)) from error
    for line in (*told, *lesson.problems):
        say(line)
    sys.exit(bool(lesson.problems))
