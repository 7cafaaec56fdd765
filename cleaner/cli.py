"""The command line: arguments in, files out, exit codes."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import click
from rich.console import Console

from cleaner import __version__
from cleaner.address import given_url, unknown_host, url_option
from cleaner.batch import batch_command
from cleaner.check import accept_command, check_command
from cleaner.explain import explained
from cleaner.files import BadInput, Outputs, expand, read_input, write_output
from cleaner.kinds import kinds, markdown_table
from cleaner.learning import (
    given_memory,
    host_from_page,
    learn_command,
    memory_option,
    trust_option,
)
from cleaner.options import Options, OptionsError
from cleaner.pipeline import clean as clean_page
from cleaner.progress import progress
from cleaner.render import titled
from cleaner.report import Cleaned
from cleaner.rules import given_rules, rules_command, rules_option

FORMATS = {"text": "txt", "markdown": "md", "html": "html", "json": "json"}
NOTHING_USABLE = 1
EXAMPLES = """
\b
Examples:
  cleaner clean page.html                    the article, on standard output
  cleaner clean pages/ -o articles/          a folder of pages, one file each
  cleaner clean page.html --format markdown --report report.json
  curl -s https://example.com/story | cleaner clean - --url https://example.com/story
  cleaner explain page.html                  what was stripped, and why
  cleaner report pages/ -o report.html       the same to look at, with the pages
  cleaner check regressions/                 pages that once went wrong: what has changed
  cleaner learn pages/ -o example.com.json   what comes back on a site's pages
  cleaner kinds                              what is looked for
"""


class _Commands(click.Group):
    """Commands that read the memories of a folder as they meet its sites."""

    def invoke(self, context: click.Context) -> Any:  # noqa: ANN401  # as click has it
        """Run a command; a memory that is damaged is wrong usage."""
        try:
            return super().invoke(context)
        except ValueError as error:
            from cleaner.site_memory import SiteMemoryError

            if not isinstance(error, SiteMemoryError):
                raise
            raise click.UsageError(f"--site-memory {error}", context) from error


@click.group(
    cls=_Commands, epilog=EXAMPLES, context_settings={"help_option_names": ["-h", "--help"]}
)
@click.version_option(__version__, prog_name="cleaner")
def main() -> None:
    """From a scraped page, or scraped text, to the core article.

    Exit status: 0 all went well, 1 nothing usable in one input or more, 2 wrong usage.
    """
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="replace")  # a narrow terminal must not end in a traceback


for command in (batch_command, check_command, accept_command, learn_command, rules_command):
    main.add_command(command)


def _options(keep: Iterable[str], strip: Iterable[str], source_kind: str | None) -> Options:
    try:
        return Options(
            keep=keep,
            strip=strip,
            source_kind=source_kind,  # type: ignore[arg-type]  # checked there
            rules=given_rules(),
            site_memory=given_memory(),
            host_from_page=host_from_page(),
        )
    except OptionsError as error:
        raise click.UsageError(str(error)) from error


def _common(command: click.decorators.FC) -> click.decorators.FC:
    for decorator in (
        click.argument("pages", nargs=-1, required=True, metavar="PAGE…"),
        click.option(
            "--keep", multiple=True, metavar="KIND", help="Never strip this kind; repeatable."
        ),
        click.option(
            "--strip",
            multiple=True,
            metavar="KIND",
            help="Strip this kind even in doubt; repeatable.",
        ),
        click.option(
            "--source-kind",
            type=click.Choice(["page", "fragment", "text"]),
            help="Instead of finding out.",
        ),
        url_option,
        rules_option,
        memory_option,
        trust_option,
    ):
        command = decorator(command)
    return command


@main.command("clean", epilog=EXAMPLES)
@_common
@click.option(
    "-o", "--output", metavar="DIR|FILE", help="Where to write; standard output without it."
)
@click.option(
    "--format", "form", type=click.Choice(list(FORMATS)), default="text", show_default=True
)
@click.option("--report", metavar="FILE", help="Write all findings as JSON; - for standard output.")
@click.option("--no-title", is_flag=True, help="Leave the title out.")
def clean_command(  # noqa: PLR0913  # one parameter an option is click's way
    pages: tuple[str, ...],
    keep: tuple[str, ...],
    strip: tuple[str, ...],
    source_kind: str | None,
    output: str | None,
    form: str,
    report: str | None,
    no_title: bool,
) -> None:
    """Clean pages: HTML files, text files, folders, globs, or - for standard input."""
    options = _options(keep, strip, source_kind)
    inputs = _expanded(pages)
    url = given_url(inputs)
    if output and len(inputs) > 1 and Path(output).is_file():
        raise click.UsageError(f"{output} is a file; name a folder for {len(inputs)} pages")
    outputs = Outputs(output or ".", inputs)
    reports: list[str] = []
    for name in progress(inputs):
        cleaned = _cleaned(name, url, options)
        if cleaned is None:
            continue
        lines = len(inputs) > 1 and output in (None, "-")  # then JSON Lines
        rendered = render(cleaned, form, with_title=not no_title, indent=None if lines else 2)
        single = len(inputs) == 1 and not (output and (Path(output).is_dir() or output[-1] == "/"))
        if output in (None, "-"):
            _write("-", "\n" * (bool(reports) and form != "json") + rendered)
        else:
            _write(str(output) if single else outputs.path(name, FORMATS[form]), rendered)
        reports.append(_report_entry(name, cleaned))
    if report:
        _write(report, "[\n" + ",\n".join(reports) + "\n]\n")
    _conclude(len(inputs) - len(reports), len(inputs))


def _write(name: str, text: str) -> None:
    try:
        write_output(name, text)
    except BadInput as error:
        raise click.UsageError(str(error)) from error


def _expanded(pages: tuple[str, ...]) -> list[str]:
    try:
        return expand(pages)
    except BadInput as error:
        raise click.UsageError(str(error)) from error


def _cleaned(name: str, url: str | None, options: Options) -> Cleaned | None:
    """A cleaned input; None, said on standard error, where it cannot be used."""
    try:
        cleaned = clean_page(read_input(name), url=url, options=options)
    except BadInput as error:
        _say(f"{name}: {error}")
        return None
    if cleaned.fault:
        _say(f"{name}: internal fault, returned whole: {cleaned.fault}")
    _say_notes(name, (*cleaned.notes, *unknown_host(cleaned, options)))
    if not cleaned.outcome.is_article:
        _say(f"{name}: {cleaned.outcome} ({cleaned.outcome.detail})")
        return None
    return cleaned


def _say_notes(name: str, notes: Iterable[str]) -> None:
    """What site rules and site memories said that did not come about."""
    for note in notes:
        _say(f"{name}: {note}")


def _say(message: str) -> None:
    Console(stderr=True, highlight=False, soft_wrap=True).print(f"cleaner: {message}", markup=False)


def render(cleaned: Cleaned, form: str, *, with_title: bool, indent: int | None = 2) -> str:
    """An article in a format, ending in a newline."""
    if form == "json":
        return cleaned.to_json(metadata=True, indent=indent) + "\n"
    return titled(form, cleaned.title if with_title else "", getattr(cleaned, form))


def _report_entry(name: str, cleaned: Cleaned) -> str:
    return (
        '{"page": '
        + json.dumps(name, ensure_ascii=False)
        + ", "
        + cleaned.to_json(metadata=True).removeprefix("{")
    )


def _conclude(failed: int, total: int) -> None:
    if failed:
        if total > 1:
            _say(f"{failed} of {total} inputs had nothing usable")
        sys.exit(NOTHING_USABLE)


@main.command("explain")
@_common
def explain_command(
    pages: tuple[str, ...], keep: tuple[str, ...], strip: tuple[str, ...], source_kind: str | None
) -> None:
    """Show the extraction with the stripped parts marked: kind, sureness and reason."""
    options = _options(keep, strip, source_kind)
    inputs = _expanded(pages)
    url = given_url(inputs)
    console = Console(highlight=False, soft_wrap=True)
    failed = 0
    for name in inputs:
        try:
            cleaned = clean_page(read_input(name), url=url, options=options)
        except BadInput as error:
            _say(f"{name}: {error}")
            failed += 1
            continue
        failed += not cleaned.outcome.is_article
        _say_notes(name, unknown_host(cleaned, options))
        console.print(explained(name, cleaned))
    _conclude(failed, len(inputs))


@main.command("report")
@_common
@click.option(
    "-o", "--output", metavar="FILE.html", help="Where to write; standard output without it."
)
def report_command(pages: tuple[str, ...], output: str | None, **common: Any) -> None:  # noqa: ANN401  # those of explain
    """Show articles, what was stripped and why, and the pages: one HTML file to look at.

    It needs no network, and nothing of a page runs in it. Many pages have an index, the worst
    first.
    """
    from cleaner.html_report.command import Run

    inputs = _expanded(pages)
    if output and output != "-" and Path(output).resolve() in {Path(n).resolve() for n in inputs}:
        raise click.UsageError(f"{output} is one of the inputs; name another file")
    run = Run(_options(**common), _say, given_url(inputs))
    _write(output or "-", run.report(progress(inputs)))
    _conclude(run.failed, len(inputs))


@main.command("kinds")
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
