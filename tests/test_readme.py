"""The README: its examples run and give what it says, and its commands exist."""

from __future__ import annotations

import doctest
import json
import re
import shlex
import tomllib
from pathlib import Path

import pytest
from click.testing import CliRunner

import cleaner
from cleaner.cli.main import main
from cleaner.learn import learn
from cleaner.residue import markdown_table
from tests.batch.made import make_sources
from tests.cases import FIXTURES, ROOT
from tests.cli.made import PAGE
from tests.test_pages import PAGES, cleaned_page

README = (ROOT / "README.md").read_text(encoding="utf-8")
FENCES = re.findall(r"^```(\w+)\n(.*?)^```$", README, re.M | re.S)
PYTHON = [code for name, code in FENCES if name == "python"]
COMMANDS = [
    command.strip()
    for name, code in FENCES
    if name == "sh"
    for line in code.splitlines()
    for command in re.split(r"&&|\|", line.split(" #")[0])
    if command.strip()
]
PROGRAMS = {"cleaner", "pip", "python", "pytest", "ruff", "mypy", "curl", "zcat", "head", ".ci/run"}
RULES = '[[site]]\nhost = "example.com"\nstrip = ["aside"]\n'
BATCH = [command for command in COMMANDS if command.startswith("cleaner batch")]


def commands(program: str) -> list[str]:
    return [command for command in COMMANDS if command.split()[0] == program]


def test_python_examples_run_and_give_what_is_said() -> None:
    examples = doctest.DocTestParser().get_doctest("".join(PYTHON), {}, "README.md", "README.md", 0)
    said: list[str] = []
    doctest.DocTestRunner(optionflags=doctest.ELLIPSIS).run(examples, out=said.append)
    assert "".join(said) == ""
    assert len(examples.examples) > 10


def test_every_program_is_known() -> None:
    assert {command.split()[0] for command in COMMANDS} <= PROGRAMS
    assert {name for name, _ in FENCES} == {"text", "sh", "python"}


@pytest.mark.parametrize("command", sorted({*commands("cleaner")} - {*BATCH}))
def test_cleaner_commands_run(
    command: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "pages").mkdir()
    named = PAGE.replace("<head>", '<head><link rel="canonical" href="https://example.com/a">')
    assert named != PAGE
    for name in ("page.html", "pages/one.html", "pages/two.html"):
        (tmp_path / name).write_text(named, encoding="utf-8")
    (tmp_path / "fixtures").symlink_to(FIXTURES, target_is_directory=True)
    (tmp_path / "rules.toml").write_text(RULES, encoding="utf-8")
    (tmp_path / "example.com.txt").write_text("title: //h1\nstrip: //aside\n", encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    if "learn" not in command:
        learn([named], host="example.com").write("example.com.json")
    before = {path: path.stat().st_mtime_ns for path in tmp_path.iterdir()}
    result = CliRunner().invoke(main, shlex.split(command)[1:], input=PAGE, catch_exceptions=False)
    assert result.exit_code == 0, result.output
    if "-o articles/" in command:
        assert len(list((tmp_path / "articles").iterdir())) == 3  # two articles and an index
    elif written := re.search(r"(?:-o|--into) (\S+)", command):
        path = tmp_path / written[1]
        assert path.exists()
        assert path.stat().st_mtime_ns != before.get(path)
    else:
        assert result.stdout.strip()


@pytest.mark.parametrize("command", BATCH)
def test_batch_commands_run(command: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for library in ("pyarrow", "fastwarc", "rensa", "fsspec"):
        pytest.importorskip(library, reason="pip install '.[ingest]'")
    monkeypatch.chdir(tmp_path)
    line = make_sources(tmp_path)
    result = CliRunner().invoke(main, shlex.split(command)[1:], input=line)
    assert result.exit_code == 0, result.output
    if "-o -" in command:
        assert json.loads(result.stdout)["outcome"] == "cleaned"
    else:
        assert Path(re.search(r"-o (\S+)", command)[1]).exists()  # type: ignore[index]


@pytest.mark.parametrize("command", commands("python"))
def test_modules_exist_and_know_their_options(command: str) -> None:
    _, flag, package, *arguments = command.split()
    assert flag == "-m"
    if arguments:
        _assert_options(package, arguments[0], [a for a in arguments if a.startswith("--")])
    else:
        assert (ROOT / package / "__main__.py").exists()


@pytest.mark.parametrize(
    "option", re.findall(r"^python -m (benchmarks) (\w+).*?# .*?(--[\w-]+)", README, re.M)
)
def test_options_in_remarks_exist(option: tuple[str, str, str]) -> None:
    _assert_options(option[0], option[1], [option[2]])


def _assert_options(package: str, module: str, options: list[str]) -> None:
    source = (ROOT / package / f"{module}.py").read_text(encoding="utf-8")
    assert all(f'"{name}"' in source for name in options)


def test_what_is_installed_exists() -> None:
    settings = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    named = {e for given in commands("pip") for e in re.findall(r"[\w-]+(?=[\w,-]*\])", given)}
    assert {"dev", "ray", "haystack"} <= named <= {*settings["project"]["optional-dependencies"]}


def test_ci_runs_all_that_the_test_command_of_the_readme_runs() -> None:
    script = ROOT / ".ci/run"
    lines = script.read_text(encoding="utf-8").splitlines()
    assert script.stat().st_mode & 0o100
    assert "pip install --quiet '.[dev]'" in lines
    assert {'pytest -n 2 -m "not limits"', "pytest -m limits"} <= {*lines}
    assert "pip install '.[dev]' && pytest" in README


def test_the_table_of_kinds_is_the_one_that_is_printed() -> None:
    assert markdown_table() in README, "paste the output of `cleaner kinds --markdown`"


def test_the_seed_page_is_shown_as_it_is() -> None:
    cleaned = cleaned_page(PAGES / "seed-text")
    source = (PAGES / "seed-text/page.txt").read_text(encoding="utf-8")
    before, after = (code for name, code in FENCES if name == "text" and "Axis of Evil" in code)
    for line in _pieces(before):
        assert line in source
    for line in _pieces(after):
        assert line in f"{cleaned.title}\n{cleaned.text}"
    assert f"{len(source.split()):,} words" in README
    assert f"{len(cleaned.text.split()):,} words" in README
    assert len(cleaned.text.split("\n\n")) == 18


def _pieces(shown: str) -> list[str]:
    """What an excerpt shows, between its marks of omission."""
    lines = [line for line in shown.splitlines() if not line.startswith("(")]
    return [piece.strip() for line in lines for piece in line.split("…") if piece.strip()]


def test_what_is_said_to_be_explained_is() -> None:
    explained = next(code for name, code in FENCES if name == "text" and "[related-items" in code)
    result = CliRunner().invoke(main, ["explain", str(PAGES / "seed-text/page.txt")])
    assert explained in result.output


def test_files_that_are_named_exist() -> None:
    for path in re.findall(r"`((?:cleaner|fixtures|tests|benchmarks)/[\w./-]+)`", README):
        assert (ROOT / path).exists(), path
    for path in re.findall(r"\]\(((?!#|https?:)[^)]+)\)", README):
        assert (ROOT / path).exists(), path


def test_every_public_name_and_attribute_that_is_named_exists() -> None:
    rows = re.findall(r"^\| (`\w+(?:\(\))?`(?:, `\w+(?:\(\))?`)*) \| [^|]+ \|$", README, re.M)
    names = [name.strip("`()") for row in rows for name in row.split(", ")]
    assert {"text", "findings", "metadata", "restore"} <= set(names)
    assert [name for name in names if not hasattr(cleaner.clean(""), name)] == []


def test_no_figure_is_missing() -> None:
    assert "FIGURES" not in README
