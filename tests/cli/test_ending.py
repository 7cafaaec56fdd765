"""How commands end where something outside ends them: a sentence and the usual exit status."""

from __future__ import annotations

import os
import re
import signal
import subprocess
import sys
import time
from pathlib import Path

import click
import pytest

from cleaner.cli.ending import ending
from tests.cases import FIXTURES, ROOT
from tests.cli.made import PAGE, index, run, written

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="signals and devices of POSIX")
PRINTING = [
    ["clean", "one.html", "two.html"],
    ["explain", "one.html"],
    ["report", "one.html"],
    ["check", str(FIXTURES / "pages/seed-text")],
    ["clean", "one.html", "-o", "article.txt", "--report", "-"],
    ["accept", "one.html", "--into", "kept"],
    ["kinds"],
    ["--help"],
]
"""Commands that print; the last ones less than a pipe holds, or by a library."""


def begun(*arguments: str, stdout: object = subprocess.PIPE) -> subprocess.Popen[bytes]:
    """Begin as `python -m cleaner` does."""
    command = [sys.executable, "-m", "cleaner", *arguments]
    environment = os.environ | {"PYTHONPATH": str(ROOT)}
    return subprocess.Popen(
        command,
        stdin=subprocess.DEVNULL,
        stdout=stdout,  # type: ignore[call-overload]
        stderr=subprocess.PIPE,
        env=environment,
    )


@pytest.fixture
def full(tmp_path: Path) -> Path:
    """A device that is full, made here."""
    node = tmp_path / "full"
    try:
        os.mknod(node, 0o666 | 0o020000, os.makedev(1, 7))
        node.open("wb").close()
    except OSError:
        pytest.skip("no devices can be made here")
    return node


@pytest.mark.parametrize("arguments", PRINTING, ids=" ".join)
def test_a_full_standard_output_ends_in_a_sentence(
    folder: Path, full: Path, arguments: list[str]
) -> None:
    with full.open("wb") as device, begun(*arguments, stdout=device) as process:
        assert process.stderr
        said = process.stderr.read().decode()
    assert said == "cleaner: standard output cannot be written: No space left on device\n"
    assert process.returncode == 2


@pytest.mark.parametrize("arguments", PRINTING[:4], ids=" ".join)
def test_a_pipe_whose_reader_has_gone_ends_in_silence(folder: Path, arguments: list[str]) -> None:
    reader, writer = os.pipe()
    os.close(reader)
    with begun(*arguments, stdout=writer) as process:
        os.close(writer)
        assert process.stderr
        assert process.stderr.read() == b""
    assert process.returncode == 141


@pytest.mark.parametrize("arguments", [PRINTING[0], PRINTING[1], PRINTING[-1]], ids=" ".join)
def test_a_standard_output_that_is_closed_is_no_traceback(
    folder: Path, arguments: list[str]
) -> None:
    command = [sys.executable, "-m", "cleaner", *arguments]
    shell = f"exec {' '.join(command)} >&-"
    environment = os.environ | {"PYTHONPATH": str(ROOT)}
    done = subprocess.run(["sh", "-c", shell], capture_output=True, env=environment, check=False)
    assert b"Traceback" not in done.stderr
    assert done.returncode in (0, 2)


def test_a_standard_error_that_is_closed_or_full_is_no_traceback(folder: Path, full: Path) -> None:
    for target in ("2>&-", f"2>{full}"):
        shell = f"{sys.executable} -m cleaner clean bad.html one.html {target}"
        environment = os.environ | {"PYTHONPATH": str(ROOT)}
        done = subprocess.run(
            ["sh", "-c", shell], capture_output=True, env=environment, check=False
        )
        assert b"The ferry between the two islands" in done.stdout
        assert b"Traceback" not in done.stdout
        assert done.returncode == 1


def test_a_full_disk_keeps_what_was_done(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(_: int) -> None:
        if (folder / "out/one.txt").exists():
            raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    result = run("clean", "one.html", "two.html", "-o", "out")
    assert result.exit_code == 2
    assert result.stderr == "cleaner: out/two.txt: cannot be written: No space left on device\n"
    assert [path.name for path in (folder / "out").iterdir()] == ["one.txt"]


HANGS = """
import sys, time
import cleaner.cli.main, cleaner.cli.run_clean, cleaner.cli.run_explain, cleaner.cli.run_report
def hang(data, **options):
    if b"poison" in data:
        open("hangs", "w").close()
        time.sleep(600)
    return clean(data, **options)
from cleaner import clean
for module in (cleaner.cli.run_clean, cleaner.cli.run_explain, cleaner.cli.run_report):
    module.clean = hang
cleaner.cli.main.main(sys.argv[1:], prog_name="cleaner")
"""


CLEAN = ["clean", "-o", "out"]
GROUP = [True, False]
"""A terminal sends Ctrl-C to all processes of a command, `kill` to the one that is named."""


@pytest.mark.parametrize(
    ("number", "arguments", "group"),
    [
        *((signal.SIGINT, CLEAN, group) for group in GROUP),
        *((signal.SIGTERM, CLEAN, group) for group in GROUP),
        (signal.SIGINT, ["explain"], True),
        (signal.SIGTERM, ["report", "-o", "out.html"], False),
    ],
)
def test_a_signal_ends_with_its_status_and_how_many_were_done(
    folder: Path, number: signal.Signals, arguments: list[str], group: bool
) -> None:
    how, status = ("interrupted", 130) if number == signal.SIGINT else ("terminated", 143)
    (folder / "three.html").write_text(PAGE + "poison", encoding="utf-8")
    names = ["one.html", "two.html", "three.html", "bad.html"]
    command = [sys.executable, "-c", HANGS, *arguments, *names]
    environment = os.environ | {"PYTHONPATH": str(ROOT)}
    with subprocess.Popen(
        command,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
        env=environment,
        start_new_session=True,
    ) as process:
        while not (folder / "hangs").exists() and process.poll() is None:
            time.sleep(0.01)
        (os.killpg if group else os.kill)(process.pid, number)
        assert process.stderr
        said = process.stderr.read().decode()
    assert said == f"cleaner: {how}; 2 of 4 inputs were done\n"
    assert process.returncode == status
    with pytest.raises(ProcessLookupError):  # nothing goes on
        os.killpg(process.pid, 0)
    if arguments == CLEAN:
        assert written(folder / "out") == ["one.txt", "two.txt"]
        assert [row["input"] for row in index(folder / "out")] == ["one.html", "two.html"]
    assert not list(folder.rglob("*.part"))
    assert not (folder / "out.html").exists()


def test_an_interrupt_before_the_first_page_is_none_of_its_outcomes(folder: Path) -> None:
    os.mkfifo(folder / "pipe")
    with begun("clean", "pipe") as process, (folder / "pipe").open("wb"):  # it waits for a page
        time.sleep(0.1)
        process.send_signal(signal.SIGINT)
        assert process.stderr
        said = process.stderr.read().decode()
    assert (process.returncode, said) == (130, "cleaner: interrupted; 0 of 1 inputs were done\n")


def test_a_question_that_is_interrupted() -> None:
    def interrupted() -> None:
        try:
            raise KeyboardInterrupt
        except KeyboardInterrupt:
            raise click.Abort from None

    with pytest.raises(SystemExit) as ended, ending():
        interrupted()
    assert ended.value.code == 130


def test_sigterm_is_as_before_when_a_command_has_ended(folder: Path) -> None:
    before = signal.getsignal(signal.SIGTERM)
    run("clean", "one.html")
    assert signal.getsignal(signal.SIGTERM) is before


def test_the_help_names_the_statuses() -> None:
    said = " ".join(run("--help").stdout.split())
    assert re.search(r"130 interrupted, 143 terminated, 141", said)
