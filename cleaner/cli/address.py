"""The option `--url`: the address of the one page that a command reads."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import click

from cleaner.options import Options
from cleaner.result import Cleaned
from cleaner.text.urls import host_in

_META = "cleaner.url"


def _remember(context: click.Context, _: click.Parameter, url: str | None) -> None:
    if url is not None and not host_in(url):
        raise click.BadParameter(f"{url!r} is no whole address, as https://example.com/story")
    context.meta[_META] = url


url_option: Callable[[click.decorators.FC], click.decorators.FC] = click.option(
    "--url",
    metavar="URL",
    expose_value=False,
    callback=_remember,
    help="Where the page came from: names its site, and makes links absolute.",
)
"""The option of a command that cleans; what it said is had from `given_url`."""


def given_url(inputs: Sequence[str]) -> str | None:
    """What `--url` named for the command that runs. Raises click.UsageError for several pages."""
    url: str | None = click.get_current_context().meta.get(_META)
    if url is not None and len(inputs) > 1:
        raise click.UsageError(f"--url is for one page; these are {len(inputs)}")
    return url


def unknown_host(cleaned: Cleaned, options: Options) -> list[str]:
    """What was not used of site rules since a page does not name its host."""
    page = cleaned.page
    if options.rules is None or page is None or page.problem or page.kind == "text" or page.host:
        return []
    return ["its host is not known: only rules for every page were used; --url names it"]
