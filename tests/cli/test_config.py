"""The configuration file: which is read, what goes before what, and what is said of mistakes."""

from __future__ import annotations

import os
import re
from pathlib import Path

import pytest

from cleaner.cli.config import Config
from cleaner.cli.main import COMMANDS
from tests.cli.made import ARTICLE, BODY, PAGE, run, written
from tests.cli.test_cli import terminal
from tests.documents import BY_NAME

MARKDOWN = f"# {ARTICLE}"


def put(file: str, text: str) -> None:
    Path(file).parent.mkdir(parents=True, exist_ok=True)
    Path(file).write_text(text, encoding="utf-8")


def test_a_file_gives_defaults_and_the_command_line_wins(folder: Path) -> None:
    put("cleaner.toml", 'format = "markdown"')
    assert run("clean", "one.html").stdout == MARKDOWN
    assert run("clean", "one.html", "--format", "text").stdout == ARTICLE


def test_the_file_that_is_documented_does_what_is_said(folder: Path) -> None:
    (documented,) = BY_NAME["docs/command-line.md"].code("toml")
    put("cleaner.toml", documented)
    put("rules.toml", '[[site]]\nhost = "*"\nkeep = ["footer"]')
    put("one.html", PAGE.replace("fishing boat", '<a href="https://a.example/">boat</a>'))
    assert run("clean", "one.html").exit_code == 0
    article = (folder / "articles/one.md").read_text(encoding="utf-8")
    assert "By Jane Doe" in article
    assert "](" not in article


def test_a_table_is_for_one_command_and_goes_before_the_top(folder: Path) -> None:
    put("cleaner.toml", 'keep = ["byline"]\n[clean]\nkeep = "copyright"\nno-title = true')
    cleaned, explained = run("clean", "one.html").stdout, run("explain", "one.html").stdout
    assert cleaned == f"{BODY}\n\nAll rights reserved.\n"
    assert "? By Jane Doe" in explained
    assert "- All rights reserved." in explained


def test_a_list_on_the_command_line_takes_the_place_of_the_file_s(folder: Path) -> None:
    put("cleaner.toml", 'keep = ["byline"]')
    assert "By Jane Doe" in run("clean", "one.html").stdout
    assert "By Jane Doe" not in run("clean", "one.html", "--keep", "copyright").stdout


def test_a_pair_of_options_is_a_boolean(folder: Path) -> None:
    put("one.html", PAGE.replace("fishing boat", '<a href="https://a.example/">boat</a>'))
    put("cleaner.toml", 'format = "markdown"\nlinks = false')
    assert "https://a.example/" not in run("clean", "one.html").stdout
    assert "https://a.example/" in run("clean", "one.html", "--links").stdout


def test_an_option_that_is_required_may_stand_in_the_file(folder: Path) -> None:
    put("cleaner.toml", '[batch]\noutput = "rows.jsonl"\nworkers = 1\nwith = ["markdown"]')
    assert run("batch", "one.html", "--duplicates", "off").exit_code == 0
    assert '"markdown":' in (folder / "rows.jsonl").read_text(encoding="utf-8")


def test_the_command_of_a_group_has_a_table_in_the_group_s(folder: Path) -> None:
    put("example.com.txt", "title: //h1\nstrip: //aside\n")
    put("cleaner.toml", '[rules.convert]\noutput = "made.toml"')
    assert run("rules", "convert", "example.com.txt").exit_code == 0
    assert 'host = "example.com"' in (folder / "made.toml").read_text(encoding="utf-8")


@pytest.mark.parametrize("deep", ["deep", "deep/er"])
def test_the_nearest_file_upward_is_read(
    folder: Path, deep: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    put("cleaner.toml", 'format = "markdown"')
    put(f"{deep}/one.html", PAGE)
    put(f"{deep}/pyproject.toml", '[project]\nname = "cleaner-user"')  # has no table of ours
    monkeypatch.chdir(folder / deep)
    assert run("clean", "one.html").stdout == MARKDOWN
    put("pyproject.toml", "[tool.cleaner]\nno-title = true")
    assert run("clean", "one.html").stdout == f"{BODY}\n"
    put("cleaner.toml", "")
    assert run("clean", "one.html").stdout == ARTICLE


def test_a_project_with_mistakes_that_does_not_name_us_is_passed_over(folder: Path) -> None:
    put("pyproject.toml", "[project")
    assert run("clean", "one.html").stdout == ARTICLE
    put("pyproject.toml", "[tool.cleaner")
    said = run("clean", "one.html")
    assert (said.exit_code, said.stdout) == (2, "")
    assert said.stderr.startswith("cleaner: pyproject.toml: is not TOML: ")
    assert "--no-config goes on without it" in said.stderr


@pytest.mark.parametrize("before", [True, False])
def test_another_file_or_none(folder: Path, before: bool) -> None:
    put("cleaner.toml", 'format = "html"')
    put("other/settings.toml", 'format = "markdown"')

    def cleaned(*options: str) -> str:
        command = ["clean", "one.html"]
        return run(*([*options, *command] if before else [*command, *options])).stdout

    assert cleaned("--config", "other/settings.toml") == MARKDOWN
    assert cleaned("--no-config") == ARTICLE


def test_what_stands_behind_the_command_goes_before_what_stands_before_it(folder: Path) -> None:
    put("a.toml", 'format = "markdown"')
    assert run("--config", "a.toml", "clean", "one.html", "--no-config").stdout == ARTICLE
    assert run("--no-config", "clean", "one.html", "--config", "a.toml").stdout == MARKDOWN


def test_names_are_relative_to_the_file(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    put("rules.toml", '[[site]]\nhost = "*"\nkeep = ["footer"]')
    put("cleaner.toml", '[clean]\nrules = ["rules.toml"]\noutput = "articles/"')
    put("deep/one.html", PAGE.replace("</article>", "</article><footer>The colophon.</footer>"))
    monkeypatch.chdir(folder / "deep")
    result = run("clean", "one.html")
    assert (result.exit_code, result.stdout) == (0, "")
    assert written(folder / "articles") == ["one.txt"]
    assert "The colophon." in (folder / "articles/one.txt").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("name", "placed"),
    [
        ("-", "-"),
        ("/tmp/there", "/tmp/there"),
        ("https://example.com/story", "https://example.com/story"),
        ("rules.toml", "up/rules.toml"),
        ("articles/", "up/articles/"),
        ("~/rules.toml", str(Path.home() / "rules.toml")),
    ],
)
def test_a_name_is_placed_where_the_file_means_it(name: str, placed: str) -> None:
    assert Config("up/cleaner.toml", {}).placed(name) == placed


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (
            'formt = "text"',
            "unknown key formt (did you mean format?); valid are: against, all, ",
        ),
        (
            "[clean]\nworkers = 3",
            "[clean] unknown key workers; valid are: fast, format, formatting, ",
        ),
        ("[wash]\nformat = 3", "unknown key wash; valid are: "),
        ("[rules.check]\noutput = 3", "[rules.check] unknown key output; valid are: "),
        ("no-links = true", "unknown key no-links (did you mean links?)"),
        ('config = "other.toml"', "unknown key config; "),
        ("clean = 3", "clean: must be a table, as [clean]"),
        ("format = 3", "format: must be a string, not 3"),
        ('format = "pdf"', "format: 'pdf' is not one of 'html', "),
        ('links = "no"', "links: must be true or false, not 'no'"),
        ("[batch]\nworkers = 2.5", "[batch] workers: must be a whole number, not 2.5"),
        ("[batch]\nworkers = 0", "[batch] workers: 0 is not in the range x>=1"),
        ("max-bytes = true", "max-bytes: must be a whole number, not true"),
        ("timeout = nan", "timeout: nan is not a number of seconds"),
        (f"timeout = 1{'0' * 400}", "timeout: must be a number that is not as large"),
        ('keep = ["byline", 3]', "keep: must be a string or a list of strings, not 3"),
        ("output = ['a']", "output: must be a string, not a list"),
        ('url = "story"', "url: 'story' is not a full address"),
        ("keep = [", "is not TOML: "),
    ],
)
def test_a_mistake_is_named_with_file_key_and_what_is_valid(
    folder: Path, text: str, said: str
) -> None:
    put("cleaner.toml", text)
    for command in ("clean", "kinds"):  # whichever command is run
        result = run(command, *["one.html"] * (command == "clean"))
        assert (result.exit_code, result.stdout) == (2, "")
        assert result.stderr.startswith(f"cleaner: cleaner.toml: {said}")
        assert len(result.stderr.splitlines()) == 1


def test_what_is_valid_is_all_that_commands_take(folder: Path) -> None:
    put("cleaner.toml", "x = 1")
    valid = run("kinds").stderr.rstrip().partition("valid are: ")[2].split(", ")
    assert {"with", "html-field", "no-title", "quiet", "into", *map("[{}]".format, COMMANDS)} <= {
        *valid
    }
    assert not {"help", "version", "config", "no-config"} & {*valid}


def test_a_mistake_that_is_found_later_names_the_file_too(folder: Path) -> None:
    put("cleaner.toml", 'keep = ["bylines"]')
    result = run("clean", "one.html")
    assert result.exit_code == 2
    assert "unknown kind bylines; valid are: " in result.stderr
    assert "(defaults are from cleaner.toml)" in result.stderr
    assert "defaults" not in run("clean", "one.html", "--no-config", "--keep", "x").stderr


@pytest.mark.parametrize(
    ("options", "said"),
    [
        (["--config", "nowhere.toml"], "cleaner: nowhere.toml: no such file"),
        (["--config", "pyproject.toml"], "pyproject.toml: there is no table [tool.cleaner]"),
        (["--config", "a.toml", "--no-config"], "--config and --no-config: choose one"),
    ],
)
def test_a_file_that_is_named_must_be_there(folder: Path, options: list[str], said: str) -> None:
    put("pyproject.toml", "")
    result = run("clean", "one.html", *options)
    assert result.exit_code == 2
    assert said in result.stderr


def test_help_comes_whatever_the_file_says_and_shows_its_defaults(folder: Path) -> None:
    put("cleaner.toml", "x = 1")
    assert run("clean", "--help").exit_code == 0
    put("cleaner.toml", 'format = "markdown"')
    said = re.sub(r"\s+", " ", run("clean", "--help").stdout)
    assert "Format of the articles. [default: markdown]" in said
    assert "--config FILE Read defaults of options" in said


def test_a_terminal_is_told_which_file_is_used(folder: Path) -> None:
    put("cleaner.toml", 'format = "markdown"\nkeep = ["byline"]')
    out, err = terminal("clean", "one.html")
    assert err == "cleaner: defaults from cleaner.toml: keep, format\r\n"
    assert out.startswith("# Ferry")
    assert terminal("clean", "one.html", "--quiet")[1] == ""
    assert terminal("kinds")[1] == ""
    assert run("clean", "one.html").stderr == ""


def test_a_folder_that_is_gone_has_no_configuration(folder: Path) -> None:
    gone = folder / "gone"
    gone.mkdir()
    os.chdir(gone)
    gone.rmdir()
    assert run("clean", str(folder / "one.html")).stdout == ARTICLE
