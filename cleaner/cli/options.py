"""The options that commands share, and the one value that a command reads them from."""

from __future__ import annotations

import functools
import math
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import click

from cleaner.cli.content import CONTENT
from cleaner.cli.names import FILE
from cleaner.files import MAX_BYTES
from cleaner.text.urls import host_in

if TYPE_CHECKING:
    from cleaner.options import Options
    from cleaner.sites.memory import SiteMemories, SiteMemory
    from cleaner.sites.rules import SiteRules

TIMEOUT = 30.0


@dataclass(frozen=True)
class Cleaning:
    """How a command is to clean. What it has no option for keeps its default."""

    keep: tuple[str, ...] = ()
    strip: tuple[str, ...] = ()
    source_kind: str | None = None
    url: str | None = None
    rules: tuple[str, ...] = ()
    """Files of rules."""
    site_memory: str | None = None
    """A file with the memory of one site, or a folder of such files."""
    host_from_page: bool = False
    timeout: float = TIMEOUT
    """Seconds; 0 for no limit."""
    max_bytes: int = MAX_BYTES
    links: bool = True
    images: bool = False
    tables: bool = True
    formatting: bool = True
    fast: bool = False
    quiet: bool = False
    """Say only what fails."""

    def options(self) -> Options:
        """The options of `clean`; rules and memories are read. Raises click.UsageError."""
        from cleaner.options import Options, OptionsError

        try:
            return Options(
                keep=self.keep,
                strip=self.strip,
                source_kind=self.source_kind,  # type: ignore[arg-type]  # click has checked it
                max_bytes=self.max_bytes,
                rules=_rules(self.rules),
                site_memory=_memory(self.site_memory),
                host_from_page=self.host_from_page,
                include_links=self.links,
                include_images=self.images,
                include_tables=self.tables,
                include_formatting=self.formatting,
                fast=self.fast,
            )
        except OptionsError as error:
            raise click.UsageError(str(error)) from error

    def url_of(self, inputs: Sequence[str]) -> str | None:
        """The address of the one input. Raises click.UsageError where there are several."""
        if self.url is not None and len(inputs) > 1:
            raise click.UsageError(f"--url takes one page, not {len(inputs)}")
        return self.url


def _rules(names: tuple[str, ...]) -> SiteRules | None:
    if not names:
        return None
    from cleaner.sites.rules import RulesError, SiteRules

    try:
        return SiteRules.read(*names)
    except RulesError as error:
        raise click.UsageError(f"--rules\n{error}") from error


def _memory(name: str | None) -> SiteMemory | SiteMemories | None:
    if name is None:
        return None
    from cleaner.sites.memory import SiteMemoryError, opened

    try:
        return opened(name)
    except SiteMemoryError as error:
        raise click.UsageError(f"--site-memory {error}") from error


def _finite(_: click.Context, __: click.Parameter, seconds: float) -> float:
    if not math.isfinite(seconds):
        raise click.BadParameter(f"{seconds} is not a number of seconds; use 0 for no limit")
    return seconds


def _whole(_: click.Context, __: click.Parameter, url: str | None) -> str | None:
    if url is not None and not host_in(url):
        raise click.BadParameter(f"{url!r} is not a full address such as https://example.com/story")
    return url


Decorator = Callable[[Any], Any]
_OPTIONS: dict[str, Decorator] = {
    "max_bytes": click.option(
        "--max-bytes",
        type=click.IntRange(1),
        default=MAX_BYTES,
        show_default=True,
        help="Size of the largest page that is cleaned, in bytes.",
    ),
    "timeout": click.option(
        "--timeout",
        type=click.FloatRange(0, 1_000_000),
        default=TIMEOUT,
        show_default=True,
        callback=_finite,
        help="Time limit per page, in seconds; 0 for none. Not on Windows and macOS.",
    ),
    "keep": click.option(
        "--keep", multiple=True, metavar="KIND", help="Never strip this kind; repeatable."
    ),
    "strip": click.option(
        "--strip",
        multiple=True,
        metavar="KIND",
        help="Strip this kind even if it is only possible; repeatable.",
    ),
    "source_kind": click.option(
        "--source-kind",
        type=click.Choice(["page", "fragment", "text"]),
        help="Kind of input; detected by default.",
    ),
    "url": click.option(
        "--url",
        metavar="URL",
        callback=_whole,
        help="Address of the page: names its site and makes links absolute.",
    ),
    "rules": click.option(
        "--rules",
        multiple=True,
        type=FILE,
        metavar="FILE",
        help="TOML file with rules for sites (docs/site-rules.md); repeatable.",
    ),
    "site_memory": click.option(
        "--site-memory",
        type=FILE,
        metavar="FILE|DIR",
        help="Output of `cleaner learn`: the file of one site, or a folder of such files.",
    ),
    "host_from_page": click.option(
        "--host-from-page",
        is_flag=True,
        help="Trust pages without an address to name their own site.",
    ),
    "fast": click.option(
        "--fast",
        is_flag=True,
        help="Ask trafilatura only where a page's structure does not tell.",
    ),
    "quiet": click.option(
        "-q",
        "--quiet",
        is_flag=True,
        help="Say only what fails on standard error: no progress, counts or notes.",
    ),
}
ALL = tuple(_OPTIONS)
"""How pages are cleaned."""
_OPTIONS |= CONTENT


def cleaning_options(*names: str) -> Decorator:
    """Give a command some of these options, and their values as one argument, `cleaning`."""

    def decorated(command: Callable[..., Any]) -> Any:  # noqa: ANN401  # as click has it
        @functools.wraps(command)
        def called(**given: Any) -> Any:  # noqa: ANN401  # click's options
            cleaning = Cleaning(**{name: given.pop(name) for name in names})
            return command(cleaning=cleaning, **given)

        for name in reversed(names):
            _OPTIONS[name](called)
        return called

    return decorated


pages_argument: Decorator = click.argument(
    "pages", nargs=-1, required=True, type=FILE, metavar="PAGE…"
)
