"""Every case of fixtures/residue, keep and languages, as HTML and as plain text."""

from __future__ import annotations

from pathlib import Path

import pytest

from cleaner import clean
from cleaner.text.words import words
from tests.cases import FIXTURES, Case, cases, files, options_of

KNOWN = set(Path(FIXTURES / "known_failures/cases.txt").read_text(encoding="utf-8").splitlines())
"""Cases that fail, by name and input: strict, so that one that passes must be taken off."""


def _marks(name: str) -> list[pytest.MarkDecorator]:
    return [pytest.mark.xfail(strict=True)] if name in KNOWN else []


CASES = [
    pytest.param(
        file, case, kind, id=f"{case.name} ({kind})", marks=_marks(f"{case.name} ({kind})")
    )
    for folder in ("residue", "keep", "languages")
    for file in files(folder)
    for case in cases(file)
    for kind in case.forms
]


def test_every_case_that_is_known_to_fail_exists() -> None:
    assert {case.id for case in CASES} >= KNOWN


@pytest.mark.parametrize(("file", "case", "kind"), CASES)
def test_keeps_the_article_and_strips_the_residue(file: Path, case: Case, kind: str) -> None:
    source_kind = case.html_kind if kind == "html" else "text"
    cleaned = clean(case.source[kind], options=options_of(file, source_kind))
    assert cleaned.fault == ""
    assert words(cleaned.text) == words(case.kept)
