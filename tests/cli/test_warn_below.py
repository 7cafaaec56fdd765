"""`cleaner clean --warn-below`: pages with a low confidence are named, with their concerns."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from cleaner import Cleaned, clean
from cleaner.cli import run_clean
from tests.cli.made import folder, run

__all__ = ["folder"]


@pytest.mark.parametrize("more", [(), ("--quiet",)])
def test_a_page_below_is_named_with_what_speaks_against_it(
    folder: Path, monkeypatch: pytest.MonkeyPatch, more: tuple[str, ...]
) -> None:
    def unsure(data: bytes, **given: Any) -> Cleaned:
        cleaned = clean(data, **given)
        return replace(cleaned, confidence=0.614) if cleaned.concerns else cleaned

    monkeypatch.setattr(run_clean, "clean", unsure)
    (folder / "short.html").write_text("<p>The ferry sails.</p>")
    done = run("clean", "short.html", "one.html", "--warn-below", "0.7", *more)
    warned = [line for line in done.stderr.splitlines() if "confidence" in line]
    assert warned == ["cleaner: short.html: confidence 0.61: few words: 3"]
    assert done.exit_code == 0
    assert "The ferry sails." in done.stdout


def test_a_page_without_an_article_is_not_warned_of(folder: Path) -> None:
    done = run("clean", "bad.html", "--warn-below", "1")
    assert "confidence" not in done.stderr


def test_nothing_is_said_unasked_and_no_threshold_is_beyond_one(folder: Path) -> None:
    assert run("clean", "one.html").stderr == ""
    refused = run("clean", "one.html", "--warn-below", "1.5")
    assert refused.exit_code == 2
    assert "1.5 is not in the range 0<=x<=1" in refused.stderr
