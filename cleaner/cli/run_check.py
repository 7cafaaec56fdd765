"""What `cleaner check` and `cleaner accept` do with their options; the exit status."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

from rich.console import Console
from rich.text import Text

from cleaner.cli.acceptance import Acceptance
from cleaner.cli.colours import shown, tell
from cleaner.cli.learn import given_memory_file
from cleaner.cli.progress import progress
from cleaner.cli.rules import given_rule_files
from cleaner.cli.say import Screen, say
from cleaner.files import BadInput, write_output
from cleaner.options import OptionsError
from cleaner.regressions.case import Case, cases
from cleaner.regressions.checking import check_case
from cleaner.regressions.junit import junit
from cleaner.regressions.result import Result, summary, worst_first
from cleaner.regressions.settings import Settings, SettingsError, given
from cleaner.regressions.targets import targets

CHANGED, BROKEN = 1, 2
"""Exit statuses beside 0."""


def run_check(folders: Sequence[str], junit_file: str | None, *, articles_only: bool) -> int:
    """Check folders and say what has changed; the exit status."""
    try:
        found = [case for folder in folders for case in cases(folder)]
        results = _results(found, articles_only=articles_only)
        if junit_file:
            write_output(junit_file, junit(results, suite=" ".join(folders)))
    except BadInput as error:
        return _say(error)
    _tell(results, Screen(stderr=junit_file == "-"))
    if any(result.error for result in results):
        return BROKEN
    return CHANGED if any(result.changes for result in results) else 0


def run_accept(options: dict[str, Any]) -> int:
    """Record pages, or their new results; the exit status."""
    into = Path(options["into"]) if options["into"] else None
    try:
        settings = _settings(options)
        found = targets(options["pages"], into, options["name"])
        if into and into.exists() and not into.is_dir():
            raise BadInput(f"{into} is no folder")
        if settings.url and len(found) > 1:
            raise BadInput(f"--url is for one page; these are {len(found)}")
    except (BadInput, OptionsError, SettingsError) as error:
        return _say(error)
    acceptance = Acceptance(Screen(), settings, options["yes"], options["article"])
    accepted = [acceptance.of(target) for target in found]
    return 0 if all(accepted) else CHANGED


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


def _settings(options: dict[str, Any]) -> Settings:
    settings = given(
        **{name: options[name] for name in ("url", "keep", "strip", "source_kind")},
        rules=given_rule_files(),
        site_memory=given_memory_file(),
    )
    settings.options()
    return settings


def _say(message: object) -> int:
    say(str(message))
    return BROKEN
