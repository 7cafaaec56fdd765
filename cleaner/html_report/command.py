"""`cleaner report`: each input cleaned and shown, and how many had nothing usable."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from cleaner.address import unknown_host
from cleaner.files import BadInput, read_input
from cleaner.html_report.report import html_report
from cleaner.options import Options
from cleaner.pipeline import clean
from cleaner.report import Cleaned

Say = Callable[[str], None]


@dataclass
class Run:
    """One run of the command over inputs by name; what cannot be used is said and counted."""

    options: Options
    say: Say
    url: str | None = None
    """Where the page came from, if there is but one."""
    failed: int = 0

    def report(self, names: Iterable[str]) -> str:
        """The report as HTML."""
        return html_report(self._pages(names))

    def _pages(self, names: Iterable[str]) -> Iterator[tuple[str, Cleaned | str]]:
        for name in names:
            page = self._page(name)
            self.failed += isinstance(page, str) or not page.outcome.is_article
            yield name, page

    def _page(self, name: str) -> Cleaned | str:
        try:
            cleaned = clean(read_input(name), url=self.url, options=self.options)
        except BadInput as error:
            self.say(f"{name}: {error}")
            return str(error)
        if cleaned.fault:
            self.say(f"{name}: internal fault, returned whole: {cleaned.fault}")
        for note in unknown_host(cleaned, self.options):
            self.say(f"{name}: {note}")
        if not cleaned.outcome.is_article:
            self.say(f"{name}: {cleaned.outcome} ({cleaned.outcome.detail})")
        return cleaned
