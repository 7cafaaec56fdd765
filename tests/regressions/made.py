"""Folders of recorded pages that tests make, and the commands that they run on them."""

from __future__ import annotations

from pathlib import Path

from click.testing import CliRunner, Result

from cleaner.cli.main import main
from tests.cli.made import FIRST, PAGE, SECOND, THIRD, TITLE

__all__ = ["FIRST", "PAGE", "SECOND", "THIRD", "TITLE", "recorded", "run"]


def run(*arguments: str | Path, stdin: str | bytes | None = None) -> Result:
    """Run in this process; an exception that click does not turn into a status fails the test."""
    given = [str(argument) for argument in arguments]
    return CliRunner().invoke(main, given, input=stdin, catch_exceptions=False)


def recorded(into: Path, name: str = "ferry", page: str | bytes = PAGE) -> Path:
    """The folder of a page that was recorded."""
    result = run("accept", "-", "--name", name, "--into", into, stdin=page)
    assert result.exit_code == 0, result.output
    return into / name
