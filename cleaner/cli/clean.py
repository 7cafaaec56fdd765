"""The command `cleaner clean`: articles to standard output, a file or a folder."""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Iterable
from contextlib import suppress
from dataclasses import replace
from pathlib import Path
from typing import Any

import click

from cleaner.cli.address import given_url
from cleaner.cli.mirror import Roots, apart, found, outputs, refuse
from cleaner.cli.outputs import Folder, Output, Piece, Stream
from cleaner.cli.run import Run, Tried
from cleaner.cli.say import printable
from cleaner.cli.shared_options import ended, limits_of, not_an_input, options_of, page_options
from cleaner.files import BadInput, write_output
from cleaner.pipeline import clean
from cleaner.rendering.render import titled
from cleaner.result import Cleaned

FORMATS = {"text": "txt", "markdown": "md", "html": "html", "json": "json"}
EXAMPLES = """
\b
Examples:
  cleaner clean page.html                    the article, on standard output
  cleaner clean pages/ -o articles/          a folder of pages, mirrored, one file each
  cleaner clean page.html --format markdown --report report.json
  curl -s https://example.com/story | cleaner clean - --url https://example.com/story
  cleaner explain page.html                  what was stripped, and why
  cleaner report pages/ -o report.html       the same to look at, with the pages
  cleaner check regressions/                 pages that once went wrong: what has changed
  cleaner learn pages/ -o example.com.json   what comes back on a site's pages
  cleaner kinds                              what is looked for
"""


@click.command("clean", epilog=EXAMPLES)
@page_options
@click.option(
    "-o",
    "--output",
    metavar="DIR|FILE",
    help="Where to write; standard output without it. A folder mirrors the one that is read.",
)
@click.option(
    "--format", "form", type=click.Choice(list(FORMATS)), default="text", show_default=True
)
@click.option("--report", metavar="FILE", help="Write all findings as JSON; - for standard output.")
@click.option("--no-title", is_flag=True, help="Leave the title out.")
@click.option("--overwrite", is_flag=True, help="Write over the files of another run in DIR.")
def clean_command(pages: tuple[str, ...], **given: Any) -> None:  # noqa: ANN401  # click's options
    """Clean pages: HTML files, text files, folders, globs, or - for standard input.

    On standard output, each of many pages stands under a line with its name; with --format json
    it is a line of JSON. -o DIR mirrors the folder that is read, and DIR/index.jsonl says what
    became of each page. What lies in DIR is not read.
    """
    inputs, output = _planned(pages, given)
    run = _run(list(inputs), given)
    _write(run, output, given["report"])
    run.conclude()


def _planned(pages: Iterable[str], given: dict[str, Any]) -> tuple[Roots, Output]:
    """What is read and where it goes; nothing is written yet. Raises BadInput."""
    inputs: Roots = found(pages)
    name = given["output"]
    output: Output
    if name in (None, "-"):
        output = Stream("-", given["form"] if len(inputs) > 1 else "")
    elif _is_folder(inputs, name):
        inputs, output = _folder(inputs, Path(name), given)
    else:
        not_an_input(name, inputs)
        output = Stream(name)
    if (report := given["report"]) not in (None, "-"):
        not_an_input(report, inputs)
        _not_an_output(report, output)
    return inputs, output


def _is_folder(inputs: Roots, output: str) -> bool:
    """Whether an output is a folder: for all but a page that was named itself."""
    one = list(inputs.values()) == [None]
    return not one or output.endswith(("/", os.sep)) or Path(output).is_dir()


def _folder(inputs: Roots, folder: Path, given: dict[str, Any]) -> tuple[Roots, Folder]:
    """A folder that nothing is lost in. Raises BadInput."""
    if folder.exists() and not folder.is_dir():
        raise BadInput(f"{folder} is a file; name a folder")
    inputs = apart(inputs, folder)
    indexed = list(inputs.values()) != [None]
    output = Folder(folder, outputs(inputs, folder, FORMATS[given["form"]]), indexed=indexed)
    if not given["overwrite"]:
        refuse(folder, output.files())
    return inputs, output


def _not_an_output(report: str, output: Output) -> None:
    files = [Path(output.name)] if isinstance(output, Stream) else []
    files += output.files() if isinstance(output, Folder) else []
    if Path(report).resolve() in {path.resolve() for path in files}:
        raise BadInput(f"--report {report} is an output too; name another file")


def _run(names: list[str], given: dict[str, Any]) -> Run[Piece]:
    """The run, whose pages are cleaned and rendered where nothing can hold it up."""
    options, url = options_of(given), given_url(names)
    on_stdout = given["output"] in (None, "-")
    lines = on_stdout and len(names) > 1

    def work(name: str, data: bytes) -> Tried[Piece]:
        cleaned = clean(data, url=url, options=options)
        piece = _piece(name, cleaned, given, lines=lines)
        return replace(ended(cleaned, options), value=piece)

    screen = on_stdout and sys.stdout is not None and sys.stdout.isatty()
    return Run(names, work, limits_of(given), bar=not screen)


def _write(run: Run[Piece], output: Output, report: str | None) -> None:
    """Do the run. Raises BadInput, OSError where an output cannot be written."""
    reports: list[str] = []
    try:
        with run:
            for name, tried in run:
                written = output.take(name, tried)
                run.failed += tried.usable and not written
                if tried.value and tried.value.report:
                    reports.append(tried.value.report)
    except BaseException:
        with suppress(BadInput, OSError):
            output.close()
        raise
    output.close()
    if report:
        write_output(report, "[\n" + ",\n".join(reports) + "\n]\n")


def _piece(name: str, cleaned: Cleaned, given: dict[str, Any], *, lines: bool) -> Piece:
    article = cleaned.outcome.is_article
    return Piece(
        _rendered(name, cleaned, given, lines=lines) if article else "",
        _named(name, cleaned) if article and given["report"] else "",
        cleaned.title,
        sum(len(block.words) for block in cleaned.whole_blocks),
        sum(len(block.words) for block in cleaned.blocks),
    )


def _rendered(name: str, cleaned: Cleaned, given: dict[str, Any], *, lines: bool) -> str:
    """An article in a format, ending in a newline."""
    form = given["form"]
    if form == "json":
        return (_named(name, cleaned) if lines else cleaned.to_json(metadata=True, indent=2)) + "\n"
    return titled(form, "" if given["no_title"] else cleaned.title, getattr(cleaned, form))


def _named(name: str, cleaned: Cleaned) -> str:
    """All of a page as a line of JSON, its name first."""
    named = json.dumps({"page": printable(name)}, ensure_ascii=False).removesuffix("}")
    return f"{named}, " + cleaned.to_json(metadata=True).removeprefix("{")
