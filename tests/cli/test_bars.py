"""Progress on terminals of 40, 80 and 120 columns: bar and percentage are always there."""

from __future__ import annotations

import contextlib
import os
import re
import subprocess
import sys
import termios
from pathlib import Path

import pytest
from rich.console import Console
from rich.progress import Progress

from cleaner.cli.batch_bar import columns
from tests.cli.made import PAGE
from tests.cli.test_cli import _drain, _plain

WIDTHS = [40, 80, 120]
TOLD = "12,345 pages · 23.4/s · 12 failed · related-items 1,234 · share-bar 567 · byline 89"
pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="needs a pseudo-terminal")


@pytest.mark.parametrize("width", WIDTHS)
def test_a_job_s_bar_keeps_bar_percentage_and_time(width: int) -> None:
    console = Console(width=width, force_terminal=True, color_system=None)
    progress = Progress(*columns(width), console=console)
    progress.add_task("", total=200, completed=73, told=TOLD)
    with console.capture() as captured:
        console.print(progress.get_renderable())
    (line,) = captured.get().splitlines()
    assert len(line.rstrip()) <= width
    bar, told = re.fullmatch(r"(━+╸? *)  36% (\S.*?) +-:--:--", line.rstrip()).groups()  # type: ignore[union-attr]
    assert len(bar) == min(width // 4, 24)
    assert told.startswith("12,345 pages ")
    assert told == TOLD or (told.endswith("…") and TOLD.startswith(told[:-1]))


def on_terminal(width: int, *arguments: str) -> list[str]:
    """The lines that standard error shows one after the other on a terminal of so many columns."""
    import pty

    outer, inner = pty.openpty()
    termios.tcsetwinsize(inner, (24, width))
    environment = {name: value for name, value in os.environ.items() if name != "COLUMNS"}
    ran = subprocess.Popen(
        [sys.executable, "-m", "cleaner", *arguments],
        stdout=subprocess.DEVNULL,
        stdin=inner,
        stderr=inner,
        env=environment | {"TERM": "xterm"},
    )
    os.close(inner)
    shown = _drain(outer)
    with contextlib.suppress(subprocess.TimeoutExpired):
        ran.wait(60)
    return [_plain(part).rstrip() for part in re.split(r"[\r\n]+", shown)]


@pytest.mark.parametrize("width", WIDTHS)
def test_a_run_s_bar_keeps_bar_and_percentage(folder: Path, width: int) -> None:
    lines = on_terminal(width, "clean", "one.html", "two.html", "bad.html", "-o", "out")
    drawn = [line for line in lines if "━" in line]
    assert any(re.match(r"Cleaning ━+[╸╺]?━* +33% ", line) for line in drawn), lines
    assert all(len(line) <= width and "%" in line for line in drawn)


@pytest.mark.parametrize("width", WIDTHS)
def test_a_job_draws_its_bar_on_one_line(folder: Path, width: int) -> None:
    (folder / "pages").mkdir()
    for number in range(120):
        page = PAGE.replace("Monday", f"day {number}")
        (folder / f"pages/{number}.html").write_text(page, encoding="utf-8")
    lines = on_terminal(width, "batch", "pages", "-o", "rows.jsonl", "-j", "1", "--duplicates=off")
    drawn = [line for line in lines if "━" in line]
    assert any(re.match(r"━+[╸╺]?━* +\d+% \d+ pages ", line) for line in drawn), lines
    assert all(len(line) <= width for line in drawn)
