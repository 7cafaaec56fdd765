"""What `cleaner clean` does: a plan of what is read and written, and a run over it."""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Iterable, Iterator
from contextlib import suppress
from dataclasses import replace
from pathlib import Path
from typing import Any

import click

from cleaner.cli.mirror import Roots, apart, found, outputs, refuse
from cleaner.cli.options import Cleaning
from cleaner.cli.outputs import Folder, Output, Piece, Stream, not_an_input
from cleaner.cli.run import Run
from cleaner.cli.say import printable
from cleaner.cli.second_opinion import asking
from cleaner.cli.tried import Tried, tried
from cleaner.confidence.words import doubted
from cleaner.files import BadInput, write_output
from cleaner.pipeline import clean
from cleaner.rendering.counts import words_in, words_out
from cleaner.rendering.formats import named
from cleaner.rendering.render import titled
from cleaner.result import Cleaned


def run_clean(pages: Iterable[str], cleaning: Cleaning, given: dict[str, Any]) -> None:
    """Clean pages and write their articles. given: the command's own options.

    Raises BadInput, OSError where an output cannot be written, click.UsageError.
    """
    if given["spans"] and given["form"] != "json" and not given["report"]:
        raise click.UsageError("--spans stands in JSON: add --format json or --report FILE")
    inputs, output = _planned(pages, given)
    run = _run(list(inputs), cleaning, given)
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
        raise BadInput(f"{folder} is a file; choose a folder")
    inputs = apart(inputs, folder)
    indexed = list(inputs.values()) != [None]
    output = Folder(folder, outputs(inputs, folder, _ending(given["form"])), indexed=indexed)
    if not given["overwrite"]:
        refuse(folder, output.files())
    return inputs, output


def _ending(form: str) -> str:
    return "json" if form == "json" else str(named(form).ENDING)


def _not_an_output(report: str, output: Output) -> None:
    files = [Path(output.name)] if isinstance(output, Stream) else []
    files += output.files() if isinstance(output, Folder) else []
    if Path(report).resolve() in {path.resolve() for path in files}:
        raise BadInput(f"--report {report} is also an output; choose another file")


def _run(names: list[str], cleaning: Cleaning, given: dict[str, Any]) -> Run[Piece]:
    """The run, whose pages are cleaned and rendered where nothing can hold it up."""
    options, url = cleaning.options(), cleaning.url_of(names)
    options = asking(options, given["second_opinion"], cleaning.timeout)
    on_stdout = given["output"] in (None, "-")
    lines = on_stdout and len(names) > 1

    def work(name: str, data: bytes) -> Tried[Piece]:
        cleaned = clean(data, url=url, options=options)
        piece = _piece(name, cleaned, given, lines=lines)
        one: Tried[Piece] = tried(cleaned, options)
        return replace(one, value=piece, says=(*one.says, *_doubted(cleaned, given["warn_below"])))

    screen = on_stdout and sys.stdout is not None and sys.stdout.isatty()
    return Run(names, work, cleaning, bar=not screen)


def _doubted(cleaned: Cleaned, least: float | None) -> Iterator[str]:
    """What is said of an article whose confidence is below the one to warn of."""
    if least is not None and cleaned.outcome.is_article and cleaned.confidence < least:
        yield doubted(cleaned.confidence, cleaned.concerns)


def _write(run: Run[Piece], output: Output, report: str | None) -> None:
    """Do the run. Raises BadInput, OSError where an output cannot be written."""
    reports: list[str] = []
    try:
        with run:
            for name, one in run:
                written = output.take(name, one)
                run.failed += one.usable and not written
                if one.value and one.value.report:
                    reports.append(one.value.report)
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
        _named(name, cleaned, given) if article and given["report"] else "",
        cleaned.title,
        words_in(cleaned),
        words_out(cleaned),
    )


def _rendered(name: str, cleaned: Cleaned, given: dict[str, Any], *, lines: bool) -> str:
    """An article in a format, ending in a newline."""
    form = given["form"]
    if form == "json":
        if lines:
            return _named(name, cleaned, given) + "\n"
        return cleaned.to_json(metadata=True, spans=given["spans"], indent=2) + "\n"
    return titled(form, "" if given["no_title"] else cleaned.title, cleaned.rendered(form))


def _named(name: str, cleaned: Cleaned, given: dict[str, Any]) -> str:
    """All of a page as a line of JSON, its name first."""
    told = cleaned.to_json(metadata=True, spans=given["spans"])
    named = json.dumps({"page": printable(name)}, ensure_ascii=False).removesuffix("}")
    return f"{named}, " + told.removeprefix("{")
