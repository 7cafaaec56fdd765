"""Languages whose lists are tried together: a page with all that stands around an article."""

from __future__ import annotations

from pathlib import Path

import pytest

from cleaner.text.lexicon import LANGUAGES
from tests.cases import cases, files

PAGES = [pytest.param(file, id=file.stem) for file in files("languages")]
LEAST_KINDS, LEAST_KEPT = 12, 4


@pytest.mark.parametrize("file", PAGES)
def test_a_language_has_a_page_of_residue_and_look_alikes_that_stay(file: Path) -> None:
    found = cases(file)
    assert {case.language for case in found} == {file.stem}
    assert file.stem in LANGUAGES
    assert max(len({kind for kind, _ in case.residue}) for case in found) >= LEAST_KINDS
    assert len([case for case in found if not case.residue]) >= LEAST_KEPT
