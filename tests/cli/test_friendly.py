"""What helps at a prompt: short options, hints, quiet, and the completion of a shell."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner

from cleaner import __version__
from cleaner.cli.main import main
from tests.cases import ROOT
from tests.cli.made import run
from tests.cli.test_cli import terminal


def test_short_names_of_options(folder: Path) -> None:
    assert run("-V").stdout == run("--version").stdout == f"cleaner, version {__version__}\n"
    result = run("batch", "one.html", "-o", "-", "-j", "1", "-q")
    assert (result.exit_code, result.stderr) == (0, "")
    assert json.loads(result.stdout)["outcome"] == "cleaned"
    assert run("batch", "one.html", "-o", "-", "-j", "0").exit_code == 2


@pytest.mark.parametrize(
    ("words", "meant"),
    [
        (["one.html"], "cleaner clean one.html"),
        (["nowhere/page", "--format", "json"], "cleaner clean nowhere/page --format json"),
        (["*.html", "-o", "my out/"], "cleaner clean '*.html' -o 'my out/'"),
        (["pages"], "cleaner clean pages"),
        (["-"], "cleaner clean -"),
        (
            ["https://example.com/a?b"],
            "curl -s 'https://example.com/a?b' | cleaner clean - --url 'https://example.com/a?b'",
        ),
        (
            ["www.example.com"],
            "curl -s https://www.example.com | cleaner clean - --url https://www.example.com",
        ),
        (["clen", "one.html"], "cleaner clean one.html"),
        (["rule", "check"], "cleaner rules check"),
    ],
)
def test_a_first_word_that_is_no_command_is_a_hint(
    folder: Path, words: list[str], meant: str
) -> None:
    (folder / "pages").mkdir()
    result = run(*words)
    assert (result.exit_code, result.stdout) == (2, "")
    assert result.stderr.endswith(f"No such command {words[0]!r}. Did you mean `{meant}`?\n")


def test_what_comes_near_to_nothing_gets_no_hint(folder: Path) -> None:
    assert run("zzz").stderr.endswith("No such command 'zzz'.\n")


def test_quiet_says_what_fails_and_nothing_else(folder: Path) -> None:
    (folder / "rules.toml").write_text('[[site]]\nhost = "a.example"\nstrip = ["aside"]\n')
    arguments = ["clean", "one.html", "bad.html", "-o", "out", "--rules", "rules.toml"]
    assert run(*arguments).stderr.splitlines() == [
        "cleaner: one.html: host unknown: only rules for every page were used; name it with --url",
        "cleaner: bad.html: no-article: not-html (it is a PDF)",
        "cleaner: 1 of 2 inputs had nothing usable",
    ]
    said = run(*arguments, "--overwrite", "-q")
    assert (said.exit_code, said.stderr) == (
        1,
        "cleaner: bad.html: no-article: not-html (it is a PDF)\n",
    )


@pytest.mark.parametrize(
    "command",
    [
        ["clean", "one.html", "two.html", "-o", "out"],
        ["report", "one.html", "two.html", "-o", "report.html"],
        ["batch", "one.html", "two.html", "-o", "rows.jsonl", "-j", "1", "--duplicates", "off"],
        ["learn", "one.html", "two.html", "--host", "a.example", "-o", "site.json"],
        ["rules", "convert", "a.example.txt", "-o", "rules.toml"],
    ],
    ids=lambda command: command[0],
)
@pytest.mark.skipif(sys.platform == "win32", reason="needs a pseudo-terminal")
def test_quiet_is_quiet_on_a_terminal(folder: Path, command: list[str]) -> None:
    (folder / "a.example.txt").write_text("title: //h1\nstrip: //aside\n")
    assert terminal(*command, "-q") == ("", "")
    again = [word.replace("out", "out2").replace("rows", "rows2") for word in command]
    assert terminal(*again)[1] != ""


# Completion


def completed(line: str) -> list[str]:
    """What a shell is told for the last word of a line, as `TYPE,WORD`."""
    words = line.split(" ")
    said = {"COMP_WORDS": line, "COMP_CWORD": str(len(words) - 1)}
    runner = CliRunner(env={"_CLEANER_COMPLETE": "bash_complete", **said})
    return runner.invoke(main, [], prog_name="cleaner").stdout.split()


@pytest.mark.parametrize(
    ("line", "told"),
    [
        ("cleaner cle", ["plain,clean"]),
        ("cleaner clean pa", ["file,pa"]),
        ("cleaner clean page.html -o ", ["file,"]),
        ("cleaner clean --config ", ["file,"]),
        ("cleaner --config ", ["file,"]),
        ("cleaner explain page.html --rules ru", ["file,ru"]),
        ("cleaner batch cr", ["file,cr"]),
        ("cleaner batch crawl.jsonl --site-memory me", ["dir,me"]),
        ("cleaner check re", ["dir,re"]),
        ("cleaner rules convert ex", ["file,ex"]),
        ("cleaner clean page.html --format ma", ["plain,markdown"]),
        ("cleaner clean page.html --no-c", ["plain,--no-config"]),
    ],
)
def test_shells_complete_names_of_files(folder: Path, line: str, told: list[str]) -> None:
    (folder / "cleaner.toml").write_text("x = 1")  # no matter
    assert completed(line) == told


@pytest.mark.skipif(not shutil.which("bash"), reason="needs bash")
def test_bash_reads_the_line_that_is_documented(folder: Path) -> None:
    line = 'eval "$(_CLEANER_COMPLETE=bash_source cleaner)"'
    assert line in (ROOT / "docs/command-line.md").read_text(encoding="utf-8")
    program = folder / "bin/cleaner"
    program.parent.mkdir()
    program.write_text(f'#!/bin/sh\nexec "{sys.executable}" "{folder}/bin/main.py" "$@"\n')
    program.chmod(0o755)
    call = "from cleaner.cli.main import main\nmain(prog_name='cleaner')\n"
    (folder / "bin/main.py").write_text(call)
    script = f"{line}\ncomplete -p cleaner\nCOMP_WORDS=(cleaner clean on) COMP_CWORD=2\n"
    script += "compopt() { echo compopt $*; }\n_cleaner_completion cleaner\necho ${COMPREPLY[@]}"
    path = f"{program.parent}{os.pathsep}{os.environ['PATH']}"
    environment = os.environ | {"PATH": path, "PYTHONPATH": str(ROOT)}
    ran = subprocess.run(
        ["bash", "--norc", "-c", script], env=environment, capture_output=True, text=True
    )
    assert ran.stdout.splitlines()[0].endswith("-F _cleaner_completion cleaner")
    assert "compopt -o default" in ran.stdout  # bash itself finds the files then
