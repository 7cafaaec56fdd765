"""A page that hangs, fills, crashes or raises costs its own line, and no other page."""

from __future__ import annotations

import ctypes
import faulthandler
import os
import re
import signal
import time
from pathlib import Path
from typing import Any

import pytest

import cleaner.cli.run_clean
import cleaner.cli.run_explain
import cleaner.cli.run_report
from cleaner import clean
from cleaner.cli.tried import Tried
from cleaner.cli.worker import FORKS, SAMPLE, PageFailed, Worker
from cleaner.result import Cleaned
from tests.cli.made import ARTICLE, PAGE, index, run, written

pytestmark = pytest.mark.limits
forks = pytest.mark.skipif(not FORKS, reason="no forks here")
COMMANDS = ["clean", "explain", "report"]
MODULES = (cleaner.cli.run_clean, cleaner.cli.run_explain, cleaner.cli.run_report)


def _raise(error: BaseException) -> None:
    raise error


HARM = {
    "hang": lambda: time.sleep(600),
    "spin": lambda: re.match(r"(a+)+$", "a" * 60 + "b"),  # holds the interpreter's lock
    "stop": lambda: os.kill(os.getpid(), signal.SIGSTOP),
    "memory": lambda: _raise(MemoryError()),
    "segfault": lambda: (faulthandler.disable(), ctypes.string_at(0)),
    "kill": lambda: os.kill(os.getpid(), signal.SIGKILL),
    "exit": lambda: os._exit(0),
    "raise": lambda: _raise(RuntimeError("a fault\x1b of ours")),
    "recursion": lambda: _raise(RecursionError("too deep")),
}
SAID = {
    "hang": "failed: timeout (not done within 2 s)",
    "spin": "failed: timeout (not done within 2 s)",
    "stop": "failed: timeout (not done within 2 s)",
    "memory": "failed: memory (ran out of memory)",
    "segfault": "failed: crash (its process was ended by signal 11, Segmentation fault)",
    "kill": "failed: crash (its process was ended by signal 9, Killed)",
    "exit": "failed: crash (its process ended with status 0)",
    "raise": "internal fault: RuntimeError: a fault\\x1b of ours",
    "recursion": "internal fault: RecursionError: too deep",
}


@pytest.fixture
def poison(folder: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder where a page between two others does what it says."""

    def poisoned(data: bytes, **options: Any) -> Cleaned:
        if match := re.search(rb"poison: (\w+)", data):
            HARM[match[1].decode()]()
        return clean(data, **options)

    for module in MODULES:
        monkeypatch.setattr(module, "clean", poisoned)
    (folder / "pages").mkdir()
    for name in ("a", "c", "e"):
        (folder / f"pages/{name}.html").write_text(PAGE, encoding="utf-8")
    return folder


@forks
@pytest.mark.parametrize("harm", HARM)
def test_a_page_that_does_harm_is_named_and_the_others_are_cleaned(poison: Path, harm: str) -> None:
    for name in ("b", "d")[: 1 if "timeout" in SAID[harm] else 2]:
        (poison / f"pages/{name}.html").write_text(f"<p>poison: {harm}</p>")
    result = run("clean", "pages", "-o", "out", "--timeout", "2")
    assert result.exit_code == 1
    bad = [row["input"] for row in index(poison / "out") if row["output"] is None]
    assert result.stderr.splitlines() == [
        *(f"cleaner: {name}: {SAID[harm]}" for name in bad),
        f"cleaner: {len(bad)} of {len(index(poison / 'out'))} inputs had nothing usable",
    ]
    assert written(poison / "out") == ["a.txt", "c.txt", "e.txt"]
    assert (poison / "out/e.txt").read_text(encoding="utf-8") == ARTICLE
    outcome = "failed: fault" if SAID[harm].startswith("internal") else SAID[harm].split(" (")[0]
    assert {row["outcome"] for row in index(poison / "out")} == {"cleaned", outcome}


@forks
@pytest.mark.parametrize("harm", ["hang", "segfault", "raise"])
@pytest.mark.parametrize("command", ["explain", "report"])
def test_the_same_of_other_commands(poison: Path, command: str, harm: str) -> None:
    (poison / "pages/b.html").write_text(f"<p>poison: {harm}</p>")
    result = run(command, "pages", "--timeout", "2")
    assert result.exit_code == 1
    assert result.stderr.splitlines() == [
        f"cleaner: pages/b.html: {SAID[harm]}",
        "cleaner: 1 of 4 inputs had nothing usable",
    ]
    for name in "ace":
        assert f"{name}.html" in result.stdout.replace("<wbr>", "")


@forks
@pytest.mark.parametrize("command", COMMANDS)
def test_no_limit_is_no_limit(folder: Path, command: str) -> None:
    assert run(command, "one.html", "--timeout", "0").exit_code == 0


@pytest.mark.parametrize("command", COMMANDS)
@pytest.mark.parametrize("value", ["-1", "nan", "inf", "soon"])
def test_a_limit_that_is_none_is_wrong_usage(folder: Path, command: str, value: str) -> None:
    result = run(command, "one.html", "--timeout", value)
    assert (result.exit_code, "Invalid value for '--timeout'" in result.stderr) == (2, True)


@forks
def test_the_shortest_limit_is_a_limit(poison: Path) -> None:
    (poison / "pages/a.html").write_text("<p>poison: hang</p>")
    assert "failed: timeout" in run("clean", "pages/a.html", "--timeout", "1e-9").stderr


@pytest.mark.parametrize("command", COMMANDS)
def test_a_page_that_is_too_large_is_named(folder: Path, command: str) -> None:
    (folder / "one.html").write_text(PAGE + " " * 5_000)
    result = run(command, "one.html", "two.html", "--max-bytes", "5000")
    assert result.exit_code == 1
    assert result.stderr.splitlines() == [
        "cleaner: one.html: no-article: too-large (more than 5,000 bytes)",
        "cleaner: 1 of 2 inputs had nothing usable",
    ]
    assert run(command, "one.html", "two.html", "--max-bytes", "50000").exit_code == 0


@pytest.mark.skipif(not Path("/dev/zero").exists(), reason="no endless file here")
def test_an_input_without_end_is_not_read_to_the_end() -> None:
    result = run("clean", "/dev/zero")
    assert "no-article: too-large (more than 32,000,000 bytes)" in result.stderr


@pytest.mark.parametrize("module", ["cleaner.cli.run_learn", "cleaner.regressions.checking"])
def test_a_page_that_raises_ends_neither_learn_nor_accept_nor_check(
    poison: Path, module: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    run("accept", "pages", "--into", "kept")
    monkeypatch.setattr(f"{module}.clean", cleaner.cli.run_clean.clean)
    for name in ("pages/b.html", "kept/a/page.html"):
        (poison / name).write_text("<p>poison: raise</p>")
    fault = "internal fault: RuntimeError: a fault\\x1b of ours"
    if module == "cleaner.cli.run_learn":
        result = run("learn", "pages", "-o", "site.json", "--host", "example.com")
        assert result.exit_code == 1
        assert f"cleaner: pages/b.html: {fault}" in result.stderr
        assert (poison / "site.json").exists()
        return
    result = run("check", "kept")
    assert (result.exit_code, f"a: cannot be checked: {fault}" in result.stdout) == (2, True)
    assert "3 pages: 2 unchanged, 1 broken" in result.stdout
    result = run("accept", "pages", "--into", "new", "--yes")
    assert result.exit_code == 1
    assert result.stderr == f"cleaner: pages/b.html: not recorded: {fault}\n"
    assert sorted(path.name for path in (poison / "new").iterdir()) == ["a", "c", "e"]


@forks
def test_a_child_that_died_between_pages_is_no_pages_fault() -> None:
    worker = Worker(lambda name, data: os.getpid(), 10)
    first = worker.run("a", b"")
    os.kill(first, signal.SIGKILL)
    time.sleep(0.2)
    assert worker.run("b", b"") not in (first, os.getpid())
    worker.close()


@forks
def test_a_child_is_used_for_page_after_page_and_ends_with_its_parent() -> None:
    worker = Worker(lambda name, data: os.getpid(), 10)
    pids = {worker.run(name, b"") for name in "abc"}
    assert len(pids) == 1
    worker.close()
    with pytest.raises(ProcessLookupError):
        os.kill(pids.pop(), 0)


@forks
def test_an_answer_that_cannot_be_sent_is_a_fault() -> None:
    worker: Worker[Any] = Worker(lambda name, data: lambda: None, 10)
    with pytest.raises(PageFailed, match="internal fault: "):
        worker.run("a", b"")
    worker.close()


def test_without_forks_the_work_is_done_here(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("cleaner.cli.worker.FORKS", False)
    assert run("clean", "one.html").stdout == ARTICLE
    worker: Worker[Tried[str]] = Worker(lambda name, data: _raise(ValueError("no")), 1)  # type: ignore[arg-type,return-value,func-returns-value]
    with pytest.raises(PageFailed, match="internal fault: ValueError: no"):
        worker.run("a", SAMPLE)
