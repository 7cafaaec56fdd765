"""What `cleaner explain` does: each input cleaned, and told with its findings."""

from __future__ import annotations

from collections.abc import Iterable

from rich.text import Text

from cleaner.cli.colours import tell
from cleaner.cli.explained import explained
from cleaner.cli.options import Cleaning
from cleaner.cli.run import Run
from cleaner.cli.screen import Screen
from cleaner.cli.second_opinion import asking
from cleaner.cli.tried import Tried, unknown_host
from cleaner.files import expand
from cleaner.pipeline import clean


def run_explain(
    pages: Iterable[str], cleaning: Cleaning, *, every: bool, second_opinion: str | None
) -> None:
    """Print of each page a summary, what was found, and the article, folded.

    every: each visible line in its place, in the place of both. second_opinion: the name of a
    function. Raises BadInput, OSError, click.UsageError.
    """
    names = expand(pages)
    url = cleaning.url_of(names)
    options = asking(cleaning.options(), second_opinion, cleaning.timeout)

    def work(name: str, data: bytes) -> Tried[Text]:
        cleaned = clean(data, url=url, options=options)
        outcome = cleaned.outcome
        told = explained(name, cleaned, every=every)
        notes = unknown_host(cleaned, options)
        return Tried(str(outcome), outcome.is_article, told, notes=notes)

    screen = Screen()
    with Run(names, work, cleaning, bar=not screen.is_terminal) as run:
        for _, tried in run:
            if tried.value is not None:
                tell(screen, tried.value.append("\n"))
    run.conclude()
