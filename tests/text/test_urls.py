"""The address of a page: `url=` and `--url`, absolute links, and addresses that make no sense."""

from __future__ import annotations

import doctest
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from cleaner import clean
from cleaner.cli.main import main
from cleaner.text import urls as links
from tests.cli.made import FIRST, PAGE, SECOND

LINKED = PAGE.replace("rudder", '<a href="../crack?a=1#b">rudder</a>')
URL = "https://www.gazette.example/news/2024/ferry"
RULES = f"""[[site]]
host = "gazette.example"
strip-text = "{SECOND[:40]}…"
"""


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    for name in ("one.html", "two.html"):
        (tmp_path / name).write_text(LINKED, encoding="utf-8")
    (tmp_path / "rules.toml").write_text(RULES, encoding="utf-8")
    (tmp_path / "memories").mkdir()
    monkeypatch.chdir(tmp_path)
    return tmp_path


def run(*arguments: str, stdin: str | None = None) -> Result:
    return CliRunner().invoke(main, list(arguments), input=stdin, catch_exceptions=False)


def test_the_documented_examples_of_links_run() -> None:
    assert doctest.testmod(links).failed == 0


@pytest.mark.parametrize(
    ("base", "href", "absolute"),
    [
        ("", "/a", "https://www.gazette.example/a"),
        ("", "b?c=d", "https://www.gazette.example/news/2024/b?c=d"),
        ("", "#note", f"{URL}#note"),
        ("", "//other.example/a", "https://other.example/a"),
        ("", "http://other.example/a", "http://other.example/a"),
        ("", "mailto:a@b.example", "mailto:a@b.example"),
        ("", " \n /a ", "https://www.gazette.example/a"),
        ("/deep/", "a", "https://www.gazette.example/deep/a"),
        ("https://cdn.example/x/", "a", "https://cdn.example/x/a"),
        ("http://[broken", "a", "https://www.gazette.example/news/2024/a"),
        ("", "http://[broken", "http://[broken"),
    ],
)
def test_links_are_absolute_where_the_address_is_known(base: str, href: str, absolute: str) -> None:
    page = PAGE.replace("rudder", f'<a href="{href}">rudder</a>')
    if base:
        page = page.replace("<head>", f'<head><base href="{base}">')
    cleaned = clean(page, url=URL)
    assert f'<a href="{absolute}">rudder</a>' in cleaned.html
    assert cleaned.text == clean(page).text


@pytest.mark.parametrize("href", ["javascript:alert(1)", "java\nscript:alert(1)", "data:x,y"])
def test_no_link_becomes_one_that_runs(href: str) -> None:
    page = PAGE.replace("rudder", f'<a href="{href}">rudder</a>')
    assert "<a" not in clean(page, url=URL).html
    assert "<a" not in clean(page.replace("<head>", f'<head><base href="{href}">'), url=URL).html


def test_links_stay_as_they_are_where_no_address_is_known() -> None:
    assert '<a href="../crack?a=1#b">' in clean(LINKED).html


@pytest.mark.parametrize("url", ["http://[a", "http://[a]b", "http://a\u2100b", "http://a:b", ""])
def test_an_address_without_sense_is_no_exception(url: str) -> None:
    page = PAGE.replace("<head>", f'<head><link rel="canonical" href="{url}"><base href="{url}">')
    for given in (None, url):
        cleaned = clean(page, url=given)
        assert (cleaned.outcome.name, cleaned.fault) == ("cleaned", "")
        assert FIRST in cleaned.text


@pytest.mark.parametrize("command", ["clean", "explain", "report"])
def test_rules_know_the_page_by_its_address(folder: Path, command: str) -> None:
    unknown = run(command, "one.html", "--rules", "rules.toml")
    said = "host unknown: only rules for every page were used; name it with --url"
    assert (unknown.exit_code, unknown.stderr) == (0, f"cleaner: one.html: {said}\n")
    known = run(command, "one.html", "--rules", "rules.toml", "--url", URL)
    assert (known.exit_code, known.stderr) == (0, "")
    gone = {"clean": SECOND not in known.stdout}
    assert gone.get(command, "site-rule" in known.stdout)
    assert "site-rule" not in unknown.stdout


def test_a_folder_of_memories_needs_to_know_the_page(folder: Path) -> None:
    result = run("clean", "one.html", "--site-memory", "memories")
    said = (
        "its address is not known: no site memory was used; "
        "its URL, or host_from_page, names its site"
    )
    assert (result.exit_code, result.stderr) == (0, f"cleaner: one.html: {said}\n")
    assert run("clean", "one.html", "--site-memory", "memories", "--url", URL).stderr == ""


@pytest.mark.parametrize("command", ["clean", "explain", "report"])
def test_a_damaged_memory_is_wrong_usage(folder: Path, command: str) -> None:
    (folder / "memories/gazette.example.json").write_text("{", encoding="utf-8")
    result = run(command, "one.html", "--site-memory", "memories", "--url", URL)
    assert (result.exit_code, result.stdout) == (2, "")
    assert "gazette.example.json:1: not JSON" in result.stderr


def test_links_of_a_pipe(folder: Path) -> None:
    result = run("clean", "-", "--url", URL, "--format", "markdown", stdin=LINKED)
    assert "[rudder](https://www.gazette.example/news/crack?a=1#b)" in result.stdout


@pytest.mark.parametrize("command", ["clean", "explain", "report"])
@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["one.html", "two.html", "--url", URL], "--url takes one page, not 2"),
        ([".", "--url", URL], "--url takes one page, not 2"),
        (["one.html", "--url", "gazette.example/a"], "is not a full address"),
        (["one.html", "--url", "http://[a"], "is not a full address"),
    ],
)
def test_wrong_usage(folder: Path, command: str, arguments: list[str], said: str) -> None:
    result = run(command, *arguments)
    assert (result.exit_code, result.stdout) == (2, "")
    assert said in result.stderr
