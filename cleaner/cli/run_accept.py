"""What `cleaner accept` does: pages recorded, or their new results, after a question."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from cleaner.cli.acceptance import Acceptance
from cleaner.cli.options import Cleaning
from cleaner.cli.run_check import BROKEN, CHANGED
from cleaner.cli.say import say
from cleaner.cli.screen import Screen
from cleaner.files import BadInput
from cleaner.options import OptionsError
from cleaner.regressions.settings import Settings, SettingsError, given
from cleaner.regressions.targets import targets


def run_accept(cleaning: Cleaning, options: dict[str, Any]) -> int:
    """Record pages, or their new results; the exit status."""
    into = Path(options["into"]) if options["into"] else None
    try:
        settings = _settings(cleaning)
        found = targets(options["pages"], into, options["name"])
        if into and into.exists() and not into.is_dir():
            raise BadInput(f"{into} is not a folder")
        if settings.url and len(found) > 1:
            raise BadInput(f"--url takes one page, not {len(found)}")
    except (BadInput, OptionsError, SettingsError) as error:
        say(str(error))
        return BROKEN
    acceptance = Acceptance(Screen(), settings, options["yes"], options["article"])
    accepted = [acceptance.of(target) for target in found]
    return 0 if all(accepted) else CHANGED


def _settings(cleaning: Cleaning) -> Settings:
    names = ("url", "keep", "strip", "source_kind", "rules", "site_memory")
    settings = given(**{name: getattr(cleaning, name) for name in names})
    settings.options()
    return settings
