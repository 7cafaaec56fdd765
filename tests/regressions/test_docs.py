"""docs/regressions.md: its commands and its code run, and it names what there is."""

from __future__ import annotations

import re
import shlex
import subprocess
import sys
from pathlib import Path

import pytest

from cleaner.regressions import Sort
from cleaner.regressions.settings import NAMES, Settings
from tests.cases import ROOT
from tests.regressions.made import PAGE, recorded, run

DOCS = (ROOT / "docs/regressions.md").read_text(encoding="utf-8")
FENCES = dict(re.findall(r"^```(\w+)\n(.*?)^```$", DOCS, re.M | re.S))


def test_the_commands_run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    Path("page.html").write_text(PAGE, encoding="utf-8")
    for line in FENCES["sh"].splitlines():
        result = run(*shlex.split(line, comments=True)[1:])
        assert (result.exit_code, bool(result.stdout)) == (0, True), result.output
    assert Path("out.xml").exists()


def test_the_test_runs(tmp_path: Path) -> None:
    (recorded(tmp_path / "regressions", "broken") / "article.md").write_text("Lost words are here.")
    recorded(tmp_path / "regressions", "right")
    (tmp_path / "test_docs.py").write_text(FENCES["python"], encoding="utf-8")
    command = [sys.executable, "-m", "pytest", "-p", "no:cacheprovider", "-q", "test_docs.py"]
    ran = subprocess.run(
        command, cwd=tmp_path, capture_output=True, text=True, timeout=120, check=False
    )
    assert "1 failed, 1 passed" in ran.stdout
    assert "test_page[broken]" in ran.stdout
    assert "lost from the article (" in ran.stdout


def test_what_is_told_and_what_may_be_set_is_named() -> None:
    for sort in Sort:
        assert str(sort).split(",")[0] in DOCS
    assert set(re.findall(r"^(\w+) = ", FENCES["toml"], re.M)) == NAMES.keys() - {"max_bytes"}
    with pytest.raises(ValueError, match="rules"):
        Settings.read(FENCES["toml"])
