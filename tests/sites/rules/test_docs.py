"""docs/site-rules.md: each example does what it says."""

from __future__ import annotations

import doctest
import re
from pathlib import Path

import pytest

from tests.cases import ROOT
from tests.cli.made import run

DOCS = (ROOT / "docs/site-rules.md").read_text("utf-8")
FENCES = re.findall(r"^```(\w+)\n(.*?)^```$", DOCS, re.M | re.S)
EXAMPLES = re.findall(r"```toml\n(.*?)```.*?```html\n(.*?)```.*?```text\n(.*?)```", DOCS, re.S)


def test_python_runs_and_gives_what_is_said() -> None:
    code = "".join(code for name, code in FENCES if name == "python")
    examples = doctest.DocTestParser().get_doctest(code, {}, "docs", "docs", 0)
    said: list[str] = []
    doctest.DocTestRunner().run(examples, out=said.append)
    assert "".join(said) == ""


def test_there_are_three_examples() -> None:
    assert len(EXAMPLES) == 3


@pytest.mark.parametrize(("rules", "page", "text"), EXAMPLES)
def test_an_example(rules: str, page: str, text: str, tmp_path: Path) -> None:
    (tmp_path / "rules.toml").write_text(rules, "utf-8")
    (tmp_path / "page.html").write_text(page, "utf-8")
    assert run("rules", "check", f"{tmp_path}/rules.toml").exit_code == 0
    result = run("clean", f"{tmp_path}/page.html", "--rules", f"{tmp_path}/rules.toml")
    assert result.stderr == ""
    assert text in result.stdout
    assert result.stdout.endswith(text)
    without = run("clean", f"{tmp_path}/page.html").stdout
    assert without != result.stdout


def test_what_is_said_to_be_wrong_is(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    Path("bad.toml").write_text(
        "[[site]]\nhost = 'a.example'\nstrip = [\n  'div >',\n  \"//p[lower-case(.)='ad']\",\n]\nkep = 'p'\n",
        "utf-8",
    )
    assert run("rules", "check", "bad.toml").stderr in DOCS


@pytest.mark.parametrize("command", [c for n, code in FENCES if n == "sh" for c in code.splitlines()])  # fmt: skip
def test_a_command_knows_its_options(command: str) -> None:
    words = command.split()
    options = [word for word in words if word.startswith("-")]
    said = run(*(words[1:3] if words[1] == "rules" else words[1:2]), "--help").output
    assert all(option in said for option in options)
