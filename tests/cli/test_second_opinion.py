"""--second-opinion of clean and explain: one page, a function of a module."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from cleaner.cli.main import main
from cleaner.cli.worker import SAMPLE
from cleaner.options import Options
from cleaner.pipeline import clean
from tests.opinion.made import DATE, PAGE, Asked

NAMED = ("--second-opinion", "tests.opinion.made:strip_all")


@pytest.fixture
def page(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> str:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "page.html").write_text(PAGE, encoding="utf-8")
    return "page.html"


def run(*arguments: str) -> Result:
    return CliRunner().invoke(main, arguments, catch_exceptions=False)


def test_clean_asks(page: str) -> None:
    assert DATE in run("clean", page).stdout
    done = run("clean", page, *NAMED)
    assert done.exit_code == 0
    assert DATE not in done.stdout
    assert '"opinion": {' in run("clean", page, *NAMED, "--format", "json").stdout


def test_explain_asks_and_tells(page: str) -> None:
    assert "second opinion" not in run("explain", page).stdout
    told = " ".join(run("explain", page, *NAMED).stdout.split())
    assert "second opinion: asked 2, answered 2, changed 1" in told
    assert "the second opinion strips it" in told


def test_what_goes_wrong_is_said(page: str) -> None:
    Path("model_that_fails.py").write_text("def ask(question):\n    raise OSError('no line')\n")
    failing = ("--second-opinion", "model_that_fails:ask")
    done = run("clean", page, *failing)
    assert (done.exit_code, done.stdout) == (0, run("clean", page).stdout)
    assert "no line" in done.stderr
    assert "no line" in run("explain", page, *failing).stdout


@pytest.mark.parametrize("command", ["clean", "explain"])
@pytest.mark.parametrize(
    ("asked", "said"),
    [
        (["--second-opinion", "ask"], "write MODULE:FUNCTION"),
        (["--second-opinion", "no_such:ask"], "cannot be imported (ModuleNotFoundError"),
        ([*NAMED, "--timeout", "15"], "opinion_timeout (20 s), which must be below timeout (15 s)"),
    ],
)
def test_what_cannot_be_asked_is_refused(
    page: str, command: str, asked: list[str], said: str
) -> None:
    done = run(command, page, *asked)
    assert done.exit_code == 2
    assert said in done.stderr


def test_no_limit_of_time_lets_an_answer_come(page: str) -> None:
    assert DATE not in run("clean", page, *NAMED, "--timeout", "0").stdout


def test_the_first_page_of_all_asks_nobody() -> None:
    ask = Asked()
    clean(SAMPLE, options=Options(second_opinion=ask))
    assert ask.questions == []
