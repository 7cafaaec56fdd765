"""Pages for the tests of the command line, and ways to run it."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

from cleaner.cli.main import main

FIRST = (
    "The ferry between the two islands was cancelled on Monday after divers found a crack in the "
    "rudder, the operator said, and it will not sail again before the end of the month."
)
SECOND = (
    "Some three hundred people live on the smaller island through the winter, and most of them buy "
    "their groceries on the mainland, where the school and the doctor are as well."
)
THIRD = (
    "A fishing boat has carried the post and the milk since Tuesday, and its skipper, who asks for "
    "nothing but diesel, says that she can go on until the wind turns to the north."
)
TITLE = "Ferry to the islands is cancelled until June"
PAGE = f"""<!doctype html><html lang="en"><head><title>{TITLE}</title></head><body><article>
<h1>{TITLE}</h1><p>By Jane Doe</p><p>{FIRST}</p><p>{SECOND}</p><p>{THIRD}</p>
<p>All rights reserved.</p></article></body></html>"""
BODY = f"{FIRST}\n\n{SECOND}\n\n{THIRD}"
ARTICLE = f"{TITLE}\n\n{BODY}\n"
OTHER = PAGE.replace(TITLE, "Another page about the same ferry")


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The working folder: two good pages and a bad one."""
    (tmp_path / "one.html").write_text(PAGE, encoding="utf-8")
    (tmp_path / "two.html").write_text(OTHER, encoding="utf-8")
    (tmp_path / "bad.html").write_bytes(b"%PDF-1.7\n%\xe2\xe3\xcf\xd3")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def run(*arguments: str, stdin: str | bytes | None = None) -> Result:
    """Run in this process; an exception that click does not turn into a status fails the test."""
    return CliRunner().invoke(main, list(arguments), input=stdin, catch_exceptions=False)


def shell(*arguments: str, stdin: bytes = b"") -> subprocess.CompletedProcess[bytes]:
    """Run as `python -m cleaner` does."""
    command = [sys.executable, "-m", "cleaner", *arguments]
    return subprocess.run(command, input=stdin, capture_output=True, timeout=120, check=False)


def written(out: Path) -> list[str]:
    """The files below an output folder, without its index."""
    files = (path for path in out.rglob("*") if path.is_file())
    return sorted(path.relative_to(out).as_posix() for path in files if path.name != "index.jsonl")


def index(out: Path) -> list[dict[str, Any]]:
    """The rows of its index."""
    return list(map(json.loads, (out / "index.jsonl").read_text(encoding="utf-8").splitlines()))
