"""What `cleaner check` does: recorded pages cleaned again, and what has changed."""

from __future__ import annotations

from collections.abc import Sequence

from rich.console import Console
from rich.text import Text

from cleaner.cli.colours import shown, tell
from cleaner.cli.progress import progress
from cleaner.cli.say import say
from cleaner.cli.screen import Screen
from cleaner.files import BadInput, write_output
from cleaner.regressions.case import Case, cases
from cleaner.regressions.checking import check_case
from cleaner.regressions.junit import junit
from cleaner.regressions.result import Result, summary, worst_first

CHANGED = 1
BROKEN = 2
"""Exit statuses beside 0."""


def run_check(folders: Sequence[str], junit_file: str | None, *, articles_only: bool) -> int:
    """Check folders and say what has changed; the exit status."""
    try:
        found = [case for folder in folders for case in cases(folder)]
        results = _results(found, articles_only=articles_only)
        if junit_file:
            write_output(junit_file, junit(results, suite=" ".join(folders)))
    except BadInput as error:
        say(str(error))
        return BROKEN
    _tell(results, Screen(stderr=junit_file == "-"))
    if any(result.error for result in results):
        return BROKEN
    return CHANGED if any(result.changes for result in results) else 0


def _results(found: Sequence[Case], *, articles_only: bool) -> list[Result]:
    by_name = {str(case.folder): case for case in found}
    with progress(list(by_name)) as names:
        return [check_case(by_name[name], articles_only=articles_only) for name in names]


def _tell(results: Sequence[Result], console: Console) -> None:
    """What has changed, the worst first, and how many pages have not."""
    for result in worst_first(results):
        if result.status != "unchanged":
            tell(console, shown(result))
            console.print()
    console.print(Text(summary(results), style="bold"))
