"""`clean … -o DIR`: trees are mirrored, every input has a row, nothing is written over."""

from __future__ import annotations

import json
import os
import sys
from pathlib import Path

import pytest

from cleaner.cli.mirror import found, outputs
from tests.cli.made import ARTICLE, BODY, OTHER, PAGE, TITLE, index, run, written


@pytest.fixture
def crawl(folder: Path) -> Path:
    """Two pages of one name in two folders of a crawl, and one that is none."""
    for name, page in (("01", PAGE), ("02", OTHER)):
        (folder / "crawl/2024" / name).mkdir(parents=True)
        (folder / "crawl/2024" / name / "index.html").write_text(page, encoding="utf-8")
    (folder / "crawl/bad.html").write_bytes((folder / "bad.html").read_bytes())
    return folder


@pytest.mark.parametrize("source", ["crawl", "crawl/", "./crawl", "crawl/**/*.html"])
def test_a_folder_is_mirrored(crawl: Path, source: str) -> None:
    assert run("clean", source, "-o", "out").exit_code == 1
    assert written(crawl / "out") == ["2024/01/index.txt", "2024/02/index.txt"]
    assert (crawl / "out/2024/01/index.txt").read_text(encoding="utf-8") == ARTICLE


def test_the_root_of_a_glob_is_what_stands_before_its_magic(crawl: Path) -> None:
    run("clean", "crawl/2024/*/index.html", "-o", "out")
    assert written(crawl / "out") == ["01/index.txt", "02/index.txt"]


def test_a_glob_never_leads_out_of_the_output_folder(crawl: Path) -> None:
    run("clean", "crawl/*/../../one.html", "-o", "out")
    assert written(crawl / "out") == ["one.txt"]


def test_the_index_has_a_row_an_input(crawl: Path) -> None:
    run("clean", "crawl", "nowhere.html", "-o", "out", "--format", "markdown")
    first, second, bad, nowhere = index(crawl / "out")
    assert list(first) == ["input", "output", "outcome", "title", "words_in", "words_out"]
    assert first["input"] == "crawl/2024/01/index.html"
    assert first["output"] == "2024/01/index.md"
    assert (first["outcome"], first["title"]) == ("cleaned", TITLE)
    assert first["words_out"] == len(BODY.split()) < first["words_in"]
    assert second["output"] == "2024/02/index.md"
    assert bad | {"input": ""} == {
        "input": "",
        "output": None,
        "outcome": "no-article: not-html",
        "title": "",
        "words_in": 0,
        "words_out": 0,
    }
    assert (nowhere["input"], nowhere["outcome"]) == ("nowhere.html", "failed: input")


def test_two_roots_with_one_name_are_told_apart(crawl: Path) -> None:
    run("clean", "crawl/2024/01", "crawl/2024/02", "-o", "out")
    assert {row["input"]: row["output"] for row in index(crawl / "out")} == {
        "crawl/2024/01/index.html": "index.txt",
        "crawl/2024/02/index.html": "index-2.txt",
    }
    assert "Another page" in (crawl / "out/index-2.txt").read_text(encoding="utf-8")


def test_a_file_never_takes_the_place_of_a_folder() -> None:
    inputs = {"p/a.html": Path("p"), "p/a.txt/b.html": Path("p"), "p/A.htm": Path("p")}
    assert list(map(str, outputs(inputs, Path("out"), "txt").values())) == [
        "out/a-2.txt",
        "out/a.txt/b.txt",
        "out/A-3.txt",
    ]


def test_an_output_below_the_folder_is_not_read(crawl: Path) -> None:
    for _ in range(2):
        run("clean", "crawl", "-o", "crawl/out", "--overwrite")
        assert written(crawl / "crawl/out") == ["2024/01/index.txt", "2024/02/index.txt"]
    assert len(index(crawl / "crawl/out")) == 3


def test_a_folder_is_not_cleaned_into_itself(crawl: Path) -> None:
    before = written(crawl / "crawl")
    for output in ("crawl", "crawl/", "./crawl", str(crawl / "crawl"), "."):
        result = run("clean", "crawl", "-o", output, "--overwrite")
        assert (result.exit_code, result.stdout) == (2, "")
        assert "all pages are inside the output folder" in " ".join(result.stderr.split())
    assert written(crawl / "crawl") == before


@pytest.mark.skipif(sys.platform == "win32", reason="needs links")
def test_a_link_to_the_output_is_the_output(crawl: Path) -> None:
    run("clean", "crawl", "-o", "crawl/out")
    (crawl / "link").symlink_to("crawl/out")
    run("clean", "crawl", "-o", "link", "--overwrite")
    assert written(crawl / "crawl/out") == ["2024/01/index.txt", "2024/02/index.txt"]


def test_a_page_that_is_named_is_read_wherever_it_lies(folder: Path) -> None:
    assert run("clean", "one.html", "-o", ".").exit_code == 0
    assert (folder / "one.txt").read_text(encoding="utf-8") == ARTICLE
    assert not (folder / "index.jsonl").exists()
    assert run("clean", "one.html", "two.html", "-o", ".", "--overwrite").exit_code == 0
    assert [row["output"] for row in index(folder)] == ["one.txt", "two.txt"]


@pytest.mark.parametrize("form", ["text", "html"])
def test_a_page_is_never_written_over_a_page(folder: Path, form: str) -> None:
    (folder / "notes.txt").write_text(f"{BODY}\n\nAll rights reserved.", encoding="utf-8")
    before = {name: (folder / name).read_bytes() for name in ("one.html", "notes.txt")}
    result = run("clean", *before, "-o", ".", "--format", form, "--overwrite")
    assert result.exit_code == 0
    assert {name: (folder / name).read_bytes() for name in before} == before
    assert len(index(folder)) == 2


@pytest.mark.parametrize("option", ["-o", "--report"])
def test_a_file_is_not_written_over_its_own_page(folder: Path, option: str) -> None:
    result = run("clean", "one.html", option, "./one.html")
    assert (result.exit_code, "is also an input" in result.stderr) == (2, True)
    assert (folder / "one.html").read_text(encoding="utf-8") == PAGE


@pytest.mark.parametrize(
    ("output", "report"),
    [("a.txt", "./a.txt"), ("out/", "out/one.txt"), ("out", "out/index.jsonl")],
)
def test_a_report_is_no_other_output(folder: Path, output: str, report: str) -> None:
    pages = ["one.html"] if output == "a.txt" else ["one.html", "two.html"]
    result = run("clean", *pages, "-o", output, "--report", report)
    assert (result.exit_code, "is also an output" in result.stderr) == (2, True)
    assert not (folder / output).exists()


def test_what_stands_there_is_refused_before_anything_is_done(crawl: Path) -> None:
    run("clean", "one.html", "two.html", "-o", "out")
    before = {path: path.read_bytes() for path in (crawl / "out").iterdir()}
    (crawl / "one.html").write_text(OTHER, encoding="utf-8")
    result = run("clean", "one.html", "two.html", "-o", "out")
    assert result.exit_code == 2
    said = " ".join(result.stderr.split())
    assert "out contains 3 files of another run, the first is out/one.txt; choose another" in said
    assert {path: path.read_bytes() for path in (crawl / "out").iterdir()} == before
    result = run("clean", "crawl", "-o", "out")  # no name but that of the index is the same
    assert "contains a file of another run, out/index.jsonl" in " ".join(result.stderr.split())
    assert {path: path.read_bytes() for path in (crawl / "out").iterdir()} == before


def test_overwrite_writes_over_names_and_removes_nothing(folder: Path) -> None:
    run("clean", "one.html", "two.html", "-o", "out")
    (folder / "out/mine.txt").write_text("mine")
    (folder / "two.html").write_text(PAGE, encoding="utf-8")
    assert run("clean", "two.html", "./two.html", "-o", "out", "--overwrite").exit_code == 0
    assert (folder / "out/mine.txt").read_text() == "mine"
    assert (folder / "out/two.txt").read_text(encoding="utf-8") == ARTICLE
    assert (folder / "out/one.txt").read_text(encoding="utf-8") == ARTICLE


def test_one_page_into_a_folder_writes_over_nothing(folder: Path) -> None:
    (folder / "out").mkdir()
    for name in ("one.html", "two.html"):
        assert run("clean", name, "-o", "out").exit_code == 0
    assert written(folder / "out") == ["one.txt", "two.txt"]
    assert run("clean", "one.html", "-o", "out/").exit_code == 2
    assert run("clean", "one.html", "-o", "out/one.txt").exit_code == 0  # a file that is named


def test_a_folder_of_one_page_is_a_folder(crawl: Path) -> None:
    assert run("clean", "crawl/2024/01", "-o", "articles").exit_code == 0
    assert written(crawl / "articles") == ["index.txt"]


@pytest.mark.skipif(sys.platform == "win32", reason="names are bytes on POSIX alone")
def test_a_name_that_no_disk_takes_costs_no_other_page(folder: Path) -> None:
    (folder / "pages").mkdir()
    (folder / "pages" / ("n" * 251 + ".txt")).write_text(BODY, encoding="utf-8")
    (folder / "pages/one.html").write_text(PAGE, encoding="utf-8")
    result = run("clean", "pages", "-o", "out", "--format", "html")
    assert result.exit_code == 1
    assert "cannot be written: File name too long" in result.stderr
    assert written(folder / "out") == ["one.html"]
    assert [row["outcome"] for row in index(folder / "out")] == ["failed: output", "cleaned"]


def test_json_on_standard_output_is_a_line_a_page_with_its_name(folder: Path) -> None:
    result = run("clean", "bad.html", "one.html", "two.html", "--format", "json")
    rows = list(map(json.loads, result.stdout.splitlines()))
    assert [(row["page"], row["outcome"]) for row in rows] == [
        ("one.html", "cleaned"),
        ("two.html", "cleaned"),
    ]


@pytest.mark.parametrize("form", ["markdown", "html"])
def test_markup_is_parted_by_comments_that_no_name_can_close(folder: Path, form: str) -> None:
    (folder / "--><b>x.html").write_text(PAGE, encoding="utf-8")
    result = run("clean", "--format", form, "one.html", "./--><b>x.html")
    lines = [line for line in result.stdout.splitlines() if line.startswith("<!--")]
    assert lines == ["<!-- one.html -->", "<!-- ./-&#45;&gt;&lt;b&gt;x.html -->"]
    assert "<b>x" not in result.stdout


ODD = os.fsdecode(b"\xff\x1b[31m\n\xc2\x9b.html")


@pytest.mark.skipif(sys.platform != "linux", reason="other disks do not take such names")
@pytest.mark.parametrize(
    "arguments",
    [
        ["clean", ODD, "one.html"],
        ["clean", ODD, "one.html", "--format", "markdown"],
        ["clean", ODD, "one.html", "--format", "json"],
        ["clean", ODD, "one.html", "-o", "out"],
        ["clean", ODD, "-o", "out/"],
        ["clean", ODD + "x"],
        ["clean", ODD, "-o", "one.html/" + ODD],
        ["clean", ODD, "-o", ODD],
        ["clean", ODD, "--report", "-"],
        ["clean", ODD + "*"],
        ["explain", ODD],
        ["explain", ODD + "x"],
        ["report", ODD, "-o", ODD],
        ["report", ODD + "x", "-o", "report.html"],
        ["check", ODD],
        ["learn", ODD, "-o", "site.json"],
        ["learn", "one.html", "-o", ODD, "--host", "example.com"],
        ["accept", ODD],
        ["accept", ODD, "--into", ODD],
        [ODD],
        ["clean", "one.html", "--" + ODD],
    ],
)
def test_a_name_never_reaches_the_terminal_raw(folder: Path, arguments: list[str]) -> None:
    (folder / ODD).write_text(PAGE, encoding="utf-8")
    result = run(*arguments)
    shown = result.stdout + result.stderr
    files = list(folder.rglob("index.jsonl"))
    shown += "".join(path.read_text(encoding="utf-8") for path in files)
    assert "\x1b" not in shown
    assert "\x9b" not in shown
    assert not any("\ud800" <= character <= "\udfff" for character in shown)
    assert "[31m\n" not in shown


def test_a_text_that_holds_escape_codes_is_explained_without_them(folder: Path) -> None:
    (folder / "page.txt").write_text(f"{FIRST_LINE}\x1b]0;owned\x07\n\n{BODY}", encoding="utf-8")
    assert "\x1b" not in run("explain", "page.txt").stdout


FIRST_LINE = "The ferry was painted red in the spring, the operator said on Monday."


def test_found_names_each_input_once(folder: Path) -> None:
    assert found(["one.html", "*.html"]) == {
        "one.html": None,
        "bad.html": Path(),
        "two.html": Path(),
    }
