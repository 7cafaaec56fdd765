"""Accept what a page gives now: what would be written, and the writing of it."""

from __future__ import annotations

import json
import secrets
import shutil
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from cleaner.files import BadInput, write_output
from cleaner.regressions.case import ARTICLE, LEAKS, REPORT, BrokenCase, Case
from cleaner.regressions.changes import Change, Sort
from cleaner.regressions.checking import article_of, clean_case, differences
from cleaner.regressions.removals import report_of
from cleaner.regressions.settings import SETTINGS, Settings
from cleaner.result import Cleaned
from cleaner.text.words import collapse_space


@dataclass(frozen=True)
class Proposal:
    """What accepting a recorded page would change; nothing is written yet."""

    case: Case
    cleaned: Cleaned
    changes: tuple[Change, ...] = ()
    files: Mapping[str, str] = field(default_factory=dict)
    """What would be written, by name; an empty text where the file would go."""

    @property
    def overwrites_article(self) -> bool:
        """Whether an article.md that says something else would be written over."""
        return ARTICLE in self.files and (self.case.folder / ARTICLE).exists()


def propose(case: Case, settings: Settings | None = None) -> Proposal:
    """What accepting the present result of a recorded page would change.

    settings: options that were given anew; where the page has others already, the file is the
    user's to change. An article.md whose words are right is never touched. Raises BrokenCase.
    """
    settings, files = _settings(case, settings or Settings())
    cleaned = clean_case(case, settings)
    changes = _differences(case, cleaned)
    leaks = case.leaks()
    if not (case.folder / ARTICLE).exists() or any(_of_words(change) for change in changes):
        files[ARTICLE] = article_of(cleaned, leaks)
    if any(change.sort is Sort.HEALED for change in changes):
        still = leaks & {collapse_space(block.text) for block in cleaned.blocks}
        files[LEAKS] = "".join(f"{line}\n" for line in sorted(still))
    if changes or not (case.folder / REPORT).exists():
        files[REPORT] = report_text(cleaned)
    return Proposal(case, cleaned, changes, files)


def report_text(cleaned: Cleaned) -> str:
    """The report.json of a result."""
    return json.dumps(report_of(cleaned), ensure_ascii=False, indent=1) + "\n"


def record(proposal: Proposal) -> None:
    """Write the files of a proposal, each whole or not at all. Raises BadInput."""
    for name, text in proposal.files.items():
        path = proposal.case.folder / name
        if text or name != LEAKS:
            write_output(str(path), text)
        else:
            _remove(path)


def record_new(folder: Path, page: str, source: bytes, settings: Settings) -> Proposal:
    """Record a page in a folder that does not exist yet: all of its files, or none.

    page: the name of its file in there. Raises BadInput where it cannot be written.
    """
    try:
        folder.parent.mkdir(parents=True, exist_ok=True)
        made = folder.with_name(f".{secrets.token_hex(8)}.part")
        made.mkdir()
    except OSError as error:
        raise BadInput(f"{folder.parent}: cannot be written: {error.strerror}") from error
    try:
        (made / page).write_bytes(source)
        proposal = propose(Case(made), settings)
        record(proposal)
        made.rename(folder)
    except OSError as error:
        raise BadInput(f"{folder}: cannot be written: {error.strerror}") from error
    finally:
        shutil.rmtree(made, ignore_errors=True)
    return Proposal(Case(folder), proposal.cleaned, (), proposal.files)


def _settings(case: Case, new: Settings) -> tuple[Settings, dict[str, str]]:
    """The settings to clean a case with, and the file where they are new."""
    old = case.settings()
    merged = Settings({**old.values, **new.at(case.folder).values}, case.folder)
    if merged.values == old.values:
        return old, {}
    if old.values:
        raise BrokenCase(f"{SETTINGS} says otherwise already; change it there, and accept then")
    return merged, {SETTINGS: merged.text()}


def _differences(case: Case, cleaned: Cleaned) -> tuple[Change, ...]:
    """What has changed as far as it is recorded: a file that is missing is no difference."""
    if not (case.folder / ARTICLE).exists():
        return ()
    return differences(case, cleaned, articles_only=not (case.folder / REPORT).exists())


def _of_words(change: Change) -> bool:
    return change.sort in (Sort.LOST, Sort.LEAKED, Sort.REWORDED, Sort.MOVED, Sort.TITLE)


def _remove(path: Path) -> None:
    try:
        path.unlink(missing_ok=True)
    except OSError as error:
        raise BadInput(f"{path}: cannot be written: {error.strerror}") from error
