"""Check recorded pages: clean each as it was cleaned before, and tell what has changed."""

from __future__ import annotations

import time
from dataclasses import replace
from pathlib import Path

from cleaner.document.block import Block
from cleaner.pipeline import clean
from cleaner.regressions.case import BrokenCase, Case, cases
from cleaner.regressions.changes import Change, Sort
from cleaner.regressions.fates import Fates
from cleaner.regressions.prose import article_changes
from cleaner.regressions.reading import read
from cleaner.regressions.removals import removal_changes, report_of
from cleaner.regressions.result import Result
from cleaner.regressions.settings import SETTINGS, Settings
from cleaner.rendering.formats.markdown import render as markdown
from cleaner.rendering.render import titled
from cleaner.result import Cleaned
from cleaner.sites.memory import SiteMemoryError
from cleaner.text.words import collapse_space


def check(folder: str | Path, *, articles_only: bool = False) -> list[Result]:
    """Check the recorded pages of a folder, or of the folder of one.

    articles_only: compare title and article, and not the outcome, what was stripped and why; no
    report.json is needed then. A page that cannot be checked is a result with an `error`. Raises
    BadInput, of cleaner.files, where the folder holds no recorded page.
    """
    return [check_case(case, articles_only=articles_only) for case in cases(folder)]


def check_case(case: Case, *, articles_only: bool = False) -> Result:
    """Check one recorded page. Raises nothing for what its files hold."""
    start = time.perf_counter()
    try:
        cleaned = clean_case(case, case.settings())
        changes = differences(case, cleaned, articles_only=articles_only)
        result = Result(case, changes)
    except BrokenCase as error:
        result = Result(case, error=str(error))
    except Exception as error:
        result = Result(case, error=f"internal fault: {type(error).__name__}: {error}")
    return replace(result, seconds=time.perf_counter() - start)


def clean_case(case: Case, settings: Settings) -> Cleaned:
    """What the page of a case gives now. Raises BrokenCase."""
    try:
        return clean(case.source(), url=settings.url, options=settings.options())
    except SiteMemoryError as error:  # of a folder, read when the page's site is met
        raise BrokenCase(f"{SETTINGS}: site_memory: {error}") from error


def differences(case: Case, cleaned: Cleaned, *, articles_only: bool = False) -> tuple[Change, ...]:
    """What has changed against the files of a case, the worst first. Raises BrokenCase."""
    leaks = case.leaks()
    found = [Change(Sort.HEALED, line) for line in sorted(leaks - _lines(cleaned))]
    if cleaned.fault:
        found.append(Change(Sort.FAULT, cleaned.fault))
    found += article_changes(case.article(), read(article_of(cleaned, leaks)))
    report, now = (None if articles_only else case.report()), report_of(cleaned)
    if report and report["outcome"] != now["outcome"]:
        found.append(Change(Sort.OUTCOME, now["outcome"], report["outcome"]))
    stripped = report["stripped"] if report else []
    found += removal_changes(stripped, now["stripped"]) if report else []
    told = Fates(stripped, cleaned).explain(found) if found else []
    return tuple(sorted(told, key=lambda change: change.sort.rank))


def article_of(cleaned: Cleaned, leaks: frozenset[str] = frozenset()) -> str:
    """The article.md that a page would have now, without the lines that are known to leak."""
    text = titled("markdown", cleaned.title, markdown(_without(cleaned.blocks, leaks)))
    return text.encode("utf-8", "replace").decode("utf-8")


def _without(blocks: tuple[Block, ...], leaks: frozenset[str]) -> list[Block]:
    return [block for block in blocks if collapse_space(block.text) not in leaks]


def _lines(cleaned: Cleaned) -> set[str]:
    return {collapse_space(block.text) for block in cleaned.blocks}
