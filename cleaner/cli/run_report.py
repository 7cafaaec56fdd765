"""`cleaner report`: each input cleaned and shown, and how many had nothing usable."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from cleaner.cli.options import Cleaning
from cleaner.cli.outputs import not_an_input
from cleaner.cli.run import Run
from cleaner.cli.tried import Tried, tried
from cleaner.files import expand, write_output
from cleaner.html_report.report import html_of, named
from cleaner.html_report.view import View, unread, view_of
from cleaner.pipeline import clean


def run_report(pages: Iterable[str], output: str | None, cleaning: Cleaning) -> None:
    """Clean pages and write one report. Raises BadInput, OSError, click.UsageError."""
    names = expand(pages)
    if output:
        not_an_input(output, names)
    run = _run(names, cleaning)
    with run:
        report = html_of(list(_views(run)))
    write_output(output or "-", report)
    run.conclude()


def _run(names: Sequence[str], cleaning: Cleaning) -> Run[View]:
    options, url = cleaning.options(), cleaning.url_of(names)

    def work(name: str, data: bytes) -> Tried[View]:
        cleaned = clean(data, url=url, options=options)
        view = view_of(0, named(name), cleaned)
        return replace(tried(replace(cleaned, notes=()), options), value=view)

    return Run(names, work, cleaning)


def _views(run: Run[View]) -> Iterator[View]:
    for number, (name, one) in enumerate(run, 1):
        view = one.value or unread(number, named(name), "; ".join(one.says))
        yield replace(view, number=number)
