"""`cleaner report`: each input cleaned and shown, and how many had nothing usable."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from cleaner.cli.run import Limits, Run, Tried
from cleaner.cli.shared_options import ended
from cleaner.html_report.report import html_of, named
from cleaner.html_report.view import View, unread, view_of
from cleaner.options import Options
from cleaner.pipeline import clean


def report_run(
    names: Sequence[str], options: Options, limits: Limits, url: str | None
) -> Run[View]:
    """A run over inputs by name. url: where the page came from, if there is but one."""

    def work(name: str, data: bytes) -> Tried[View]:
        cleaned = clean(data, url=url, options=options)
        view = view_of(0, named(name), cleaned)
        return replace(ended(replace(cleaned, notes=()), options), value=view)

    return Run(names, work, limits)


def report_of(run: Run[View]) -> str:
    """Do the run; the report as HTML. Raises SiteMemoryError."""
    with run:
        return html_of(list(_views(run)))


def _views(run: Run[View]) -> Iterator[View]:
    for number, (name, tried) in enumerate(run, 1):
        view = tried.value or unread(number, named(name), "; ".join(tried.says))
        yield replace(view, number=number)
