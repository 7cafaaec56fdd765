"""The command line: what is written where, what is said, and the exit status."""

from __future__ import annotations

import contextlib
import json
import os
import re
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from xml.etree import ElementTree

import pytest

from cleaner import __version__, clean, kinds, restore
from cleaner.batch.readers import readers
from cleaner.batch.setup import COLUMNS
from cleaner.batch.writers import writers
from cleaner.residue import markdown_table
from cleaner.text.lexicon import LANGUAGES, kinds_with
from tests.cases import FIXTURES, ROOT
from tests.cli.made import (
    ARTICLE,
    BODY,
    FIRST,
    OTHER,
    PAGE,
    SECOND,
    THIRD,
    TITLE,
    index,
    run,
    shell,
    written,
)

SEED = FIXTURES / "pages/seed-text/page.txt"


def test_one_page_goes_to_standard_output(folder: Path) -> None:
    result = run("clean", "one.html")
    assert result.exit_code == 0
    assert result.stdout == ARTICLE
    assert result.stderr == ""


def test_no_title_leaves_the_title_out(folder: Path) -> None:
    assert run("clean", "one.html", "--no-title").stdout == BODY + "\n"


def test_the_seed_page(folder: Path) -> None:
    result = run("clean", str(SEED))
    paragraphs = result.stdout.strip().split("\n\n")
    assert (
        paragraphs[0] == "How Russia and China Technologically Strengthen the Modern Axis of Evil"
    )
    assert len(paragraphs) == 1 + 18


def test_several_pages_on_standard_output_are_set_apart(folder: Path) -> None:
    result = run("clean", "one.html", "two.html", "--no-title")
    assert result.stdout == f"==> one.html <==\n{BODY}\n\n==> two.html <==\n{BODY}\n"


def test_one_page_to_a_file(folder: Path) -> None:
    result = run("clean", "one.html", "-o", "new/folder/article.txt")
    assert (result.exit_code, result.stdout) == (0, "")
    assert (folder / "new/folder/article.txt").read_text(encoding="utf-8") == ARTICLE


@pytest.mark.parametrize("inputs", [["one.html", "two.html"], ["[ot]*.html"], ["pages"]])
def test_many_pages_to_a_folder(folder: Path, inputs: list[str]) -> None:
    (folder / "pages/deeper").mkdir(parents=True)
    (folder / "pages/one.html").write_text(PAGE, encoding="utf-8")
    (folder / "pages/deeper/two.HTM").write_text(OTHER, encoding="utf-8")
    (folder / "pages/picture.jpg").write_bytes(b"\xff\xd8\xff")
    result = run("clean", *inputs, "-o", "out")
    assert (result.exit_code, result.stdout, result.stderr) == (0, "", "")
    places = {entry["input"]: entry["output"] for entry in index(folder / "out")}
    assert sorted(written(folder / "out")) == sorted(places.values())
    assert {Path(place).name for place in places.values()} == {"one.txt", "two.txt"}
    assert (folder / "out/one.txt").read_text(encoding="utf-8") == ARTICLE


def test_a_page_that_is_named_twice_is_cleaned_once(folder: Path) -> None:
    assert run("clean", "one.html", "one.html", "o*.html").stdout == ARTICLE


def test_a_name_with_brackets_is_a_file_before_it_is_a_glob(folder: Path) -> None:
    (folder / "page[1].html").write_text(PAGE, encoding="utf-8")
    assert run("clean", "page[1].html").stdout == ARTICLE


def test_standard_input(folder: Path) -> None:
    assert run("clean", "-", stdin=PAGE).stdout == ARTICLE
    assert (
        run("clean", "-", "-o", "-", stdin=BODY + "\n\nAll rights reserved.").stdout == BODY + "\n"
    )


def test_standard_input_to_a_folder(folder: Path) -> None:
    (folder / "out").mkdir()
    assert run("clean", "-", "-o", "out", stdin=PAGE).exit_code == 0
    assert (folder / "out/stdin.txt").read_text(encoding="utf-8") == ARTICLE


def test_a_pipe_in_any_charset_comes_out_as_utf_8() -> None:
    page = PAGE.replace("crack", "fêlure").replace("<head>", '<head><meta charset="latin-1">')
    result = shell("clean", "-", stdin=page.encode("latin-1"))
    assert result.returncode == 0
    assert result.stdout.decode("utf-8") == ARTICLE.replace("crack", "fêlure")
    assert result.stderr == b""


def test_markdown(folder: Path) -> None:
    assert run("clean", "one.html", "--format", "markdown").stdout == f"# {ARTICLE}"


def test_html_is_well_formed(folder: Path) -> None:
    (folder / "one.html").write_text(
        PAGE.replace(TITLE, "Ferry &amp; bridge: &lt;both&gt; are shut")
    )
    result = run("clean", "one.html", "--format", "html")
    root = ElementTree.fromstring(f"<div>{result.stdout}</div>")
    assert [child.tag for child in root] == ["h1", "p", "p", "p"]
    assert root[0].text == "Ferry & bridge: <both> are shut"


def test_a_tei_document_is_whole(folder: Path) -> None:
    root = ElementTree.fromstring(run("clean", "one.html", "--format", "xmltei").stdout)
    names = {"": "http://www.tei-c.org/ns/1.0"}
    assert root.findtext(".//titleStmt/title", namespaces=names) == TITLE
    assert [p.text for p in root.iterfind(".//body/div/p", names)] == [FIRST, SECOND, THIRD]
    both = run("clean", "one.html", "two.html", "--format", "xmltei").stdout
    assert both.startswith("<!-- one.html -->\n<TEI ")
    assert "\n\n<!-- two.html -->\n<TEI " in both


SHOWN = """<p>The <b>pier</b> of the <a href="/n">north</a> was rebuilt.</p>
<img src="/p.jpg" alt="P">
<table><tr><td>North</td><td>21 m</td></tr><tr><td>South</td><td>20 m</td></tr></table>"""
LINK, IMAGE, TABLE, BOLD = "](https://a.example/n)", "![P](https://a.example/p.jpg)", "| 21 m", "**"


@pytest.mark.parametrize(
    ("options", "shown"),
    [
        ((), {LINK, TABLE, BOLD}),
        (("--links", "--tables", "--formatting", "--no-images"), {LINK, TABLE, BOLD}),
        (("--images",), {LINK, TABLE, BOLD, IMAGE}),
        (("--no-links",), {TABLE, BOLD}),
        (("--no-tables",), {LINK, BOLD}),
        (("--no-formatting",), {LINK, TABLE}),
        (("--no-links", "--no-tables", "--no-formatting"), set()),
    ],
)
def test_articles_show_what_is_asked_for(
    folder: Path, options: tuple[str, ...], shown: set[str]
) -> None:
    (folder / "one.html").write_text(PAGE.replace(f"<p>{THIRD}", f"{SHOWN}<p>{THIRD}"))
    asked = ("clean", "one.html", "--url", "https://a.example/s", "--format", "markdown")
    written = run(*asked, *options).stdout
    assert {part for part in (LINK, IMAGE, TABLE, BOLD) if part in written} == shown


def test_words_are_counted_as_they_are_written(folder: Path) -> None:
    (folder / "one.html").write_text(PAGE.replace(f"<p>{THIRD}", f"{SHOWN}<p>{THIRD}"))
    run("clean", "one.html", "two.html", "-o", "all")
    run("clean", "one.html", "two.html", "-o", "some", "--no-tables")
    (whole, _), (less, _) = index(folder / "all"), index(folder / "some")
    assert whole["words_in"] == less["words_in"]
    assert whole["words_out"] - less["words_out"] == len("North | 21 m South | 20 m".split())


def test_json_parses_and_names_its_schema(folder: Path) -> None:
    data = json.loads(run("clean", "one.html", "--format", "json").stdout)
    assert data["schema"] == "page-cleaner/1"
    assert (data["title"], data["text"], data["outcome"]) == (TITLE, BODY, "cleaned")
    assert {f["kind"] for f in data["findings"]} >= {"byline", "copyright"}
    assert set(data["metadata"]) >= {"author", "date", "site_name", "original_publisher"}


@pytest.mark.parametrize(
    ("form", "ending"),
    [("markdown", "md"), ("html", "html"), ("json", "json"), ("xmltei", "xml")],
)
def test_the_format_gives_the_ending(folder: Path, form: str, ending: str) -> None:
    run("clean", "one.html", "two.html", "-o", "out", "--format", form)
    assert written(folder / "out") == [f"one.{ending}", f"two.{ending}"]


def test_two_pages_of_the_same_name_do_not_overwrite_each_other(folder: Path) -> None:
    (folder / "deeper").mkdir()
    (folder / "deeper/one.html").write_text(OTHER, encoding="utf-8")
    (folder / "one.htm").write_text(OTHER, encoding="utf-8")
    result = run("clean", "one.html", "one.htm", "deeper", "-o", "same")
    assert result.exit_code == 0
    assert [(row["input"], row["output"], row["title"]) for row in index(folder / "same")] == [
        ("one.html", "one.txt", TITLE),
        ("one.htm", "one-2.txt", "Another page about the same ferry"),
        ("deeper/one.html", "one-3.txt", "Another page about the same ferry"),
    ]
    for row in index(folder / "same"):
        text = (folder / "same" / row["output"]).read_text(encoding="utf-8")
        assert text.startswith(row["title"])


def test_no_part_of_a_file_is_left_behind(folder: Path) -> None:
    run("clean", "one.html", "two.html", "bad.html", "-o", "whole", "--report", "whole/report.json")
    names = sorted(p.name for p in (folder / "whole").iterdir())
    assert names == ["index.jsonl", "one.txt", "report.json", "two.txt"]


def test_report_restores_each_page(folder: Path) -> None:
    result = run("clean", "one.html", "two.html", "--report", "reports/all.json")
    assert result.exit_code == 0
    entries = json.loads((folder / "reports/all.json").read_text(encoding="utf-8"))
    assert [entry["page"] for entry in entries] == ["one.html", "two.html"]
    for entry in entries:
        before = clean(Path(entry["page"]).read_bytes()).restore()
        assert restore(entry) == before
        assert "By Jane Doe" in before
        assert "All rights reserved." in before


def test_report_on_standard_output(folder: Path) -> None:
    result = run("clean", "one.html", "-o", "article.txt", "--report", "-")
    assert [entry["page"] for entry in json.loads(result.stdout)] == ["one.html"]


def test_keep_keeps_a_kind_and_may_be_repeated(folder: Path) -> None:
    assert "By Jane Doe" in run("clean", "one.html", "--keep", "byline").stdout
    kept = run("clean", "one.html", "--keep", "byline", "--keep", "copyright").stdout
    assert "By Jane Doe" in kept
    assert "All rights reserved." in kept


def test_strip_goes_where_there_is_doubt(folder: Path) -> None:
    doubtful = PAGE.replace(f"<p>{SECOND}</p>", f"<p>Related</p><p>{SECOND}</p>")
    (folder / "one.html").write_text(doubtful, encoding="utf-8")
    assert "\nRelated\n" in run("clean", "one.html").stdout
    assert run("clean", "one.html", "--strip", "related-items").stdout == ARTICLE


def test_source_kind_is_obeyed(folder: Path) -> None:
    (folder / "tag.txt").write_text(f"<p>\n\n{FIRST}\n\n{SECOND}", encoding="utf-8")
    assert "<p>" in run("clean", "tag.txt", "--source-kind", "text").stdout


def test_a_bad_page_is_named_skipped_and_counted(folder: Path) -> None:
    result = run("clean", "bad.html", "one.html", "nowhere.html", "two.html", "-o", "out")
    assert result.exit_code == 1
    assert result.stderr.splitlines() == [
        "cleaner: bad.html: no-article: not-html (it is a PDF)",
        "cleaner: nowhere.html: no such file",
        "cleaner: 2 of 4 inputs had nothing usable",
    ]
    assert written(folder / "out") == ["one.txt", "two.txt"]


def test_the_first_article_opens_standard_output_even_after_a_bad_page(folder: Path) -> None:
    assert run("clean", "bad.html", "one.html").stdout == f"==> one.html <==\n{ARTICLE}"


@pytest.mark.parametrize(
    ("stdin", "why"),
    [
        (b"", "empty"),
        (b"\x89PNG\r\n\x1a\n", "not-html"),
        (b'{"a": 1}', "not-html"),
        (b"<html><body><div id=a></div><script>a()</script></body></html>", "script-shell"),
    ],
)
def test_nothing_usable_is_status_1_and_says_why(stdin: bytes, why: str) -> None:
    result = run("clean", "-", stdin=stdin)
    assert (result.exit_code, result.stdout) == (1, "")
    assert result.stderr.startswith(f"cleaner: -: no-article: {why} (")


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["clean"], "Missing argument"),
        (
            ["clean", "one.html", "--format", "pdf"],
            "'pdf' is not one of 'html', ",
        ),
        (["clean", "one.html", "--keep", "byline", "--strip", "byline"], "both name byline"),
        (["clean", "nothing-*.html"], "nothing matches"),
        (["clean", "void"], "no page in this folder"),
        (
            ["clean", "one.html", "two.html", "-o", "bad.html"],
            "bad.html is a file; choose a folder",
        ),
        (["clean", "one.html", "--source-kind", "pdf"], "'pdf' is not one of"),
        (["wash", "one.html"], "No such command"),
    ],
)
def test_wrong_usage_is_status_2(folder: Path, arguments: list[str], said: str) -> None:
    (folder / "void").mkdir()
    result = run(*arguments)
    assert (result.exit_code, result.stdout) == (2, "")
    assert said in result.stderr


@pytest.mark.parametrize("option", ["--keep", "--strip"])
@pytest.mark.parametrize("command", ["clean", "explain"])
def test_an_unknown_kind_names_those_there_are(folder: Path, command: str, option: str) -> None:
    result = run(command, "one.html", option, "bylines")
    assert result.exit_code == 2
    assert "unknown kind bylines" in result.stderr
    assert ", ".join(kinds()) in result.stderr


@pytest.mark.parametrize("output", ["one.html/article.txt", "one.html/"])
def test_an_output_that_cannot_be_written_is_said(folder: Path, output: str) -> None:
    result = shell("clean", f"{folder}/two.html", "-o", f"{folder}/{output}")
    assert result.returncode == 2
    assert b"Traceback" not in result.stderr
    assert (folder / "one.html").read_text(encoding="utf-8") == PAGE


def test_explain_is_plain_in_a_pipe() -> None:
    result = shell("explain", str(SEED))
    lines = result.stdout.decode("utf-8").splitlines()
    assert (result.returncode, result.stderr) == (0, b"")
    assert b"\x1b" not in result.stdout
    assert lines[0].startswith(
        f"{SEED}: cleaned: 1,746 words in, 1,055 kept; stripped: related-items 16, price-widget 8, "
    )
    assert lines[1].startswith("confidence ")
    assert "# How Russia and China Technologically Strengthen the Modern Axis of Evil" in lines
    below = lines.index("- You May Also Like") + 1
    assert lines[below].startswith("    [related-items, likely: ")
    assert sum(line.startswith("- ") for line in lines) == sum(
        line.startswith("    [") for line in lines
    )
    assert lines[lines.index("") + 1] == f"# {clean(SEED.read_bytes()).title}"
    assert lines[2].startswith("- ")


def test_explain_folds_a_long_article_between_its_first_and_last_lines() -> None:
    shown = run("explain", str(SEED)).stdout.splitlines()
    article = clean(SEED.read_bytes()).text.split("\n\n")
    lines = [line[2:] for line in shown if line.startswith("  ") and line[2] != " "]
    assert lines == [*article[:3], "… 12 more lines", *article[-3:]]
    every = run("explain", str(SEED), "--all").stdout.splitlines()
    assert [line[2:] for line in every if line[:2] == "  " and line[2] != " "] == article


@pytest.mark.parametrize(("count", "hidden"), [(7, 0), (8, 2)])
def test_explain_folds_nothing_that_takes_a_line_itself(
    folder: Path, count: int, hidden: int
) -> None:
    lines = clean(SEED.read_bytes()).text.split("\n\n")[:count]
    (folder / "page.txt").write_text("\n\n".join(lines), encoding="utf-8")
    shown = run("explain", "page.txt").stdout
    assert sum(line in shown for line in lines) == count - hidden
    assert (f"\n  … {hidden} more lines\n" in shown) == bool(hidden)


def test_explain_shows_every_word_of_the_extraction(folder: Path) -> None:
    shown = run("explain", "one.html", "--all").stdout.splitlines()
    lines = [line[2:] for line in shown if line[:2] in ("- ", "  ", "? ") and line[2] != " "]
    assert "\n".join(lines).split() == clean(PAGE).restore().split()


def test_explain_marks_what_is_kept_in_doubt(folder: Path) -> None:
    shown = run("explain", "one.html", "--keep", "byline").stdout
    assert "? By Jane Doe\n    [byline, " in shown
    assert ", kept: " in shown


def test_explain_of_a_page_without_an_article(folder: Path) -> None:
    result = run("explain", "bad.html", "nowhere.html", "one.html")
    assert result.exit_code == 1
    assert result.stdout.startswith("bad.html: no-article: not-html")
    assert "one.html: cleaned" in result.stdout
    assert result.stderr.splitlines() == [
        "cleaner: nowhere.html: no such file",
        "cleaner: 2 of 3 inputs had nothing usable",
    ]


@pytest.mark.parametrize("arguments", [["explain"], ["kinds"]])
def test_a_narrow_charset_is_no_traceback(
    folder: Path, arguments: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PYTHONIOENCODING", "latin-1")
    (folder / "one.html").write_text(PAGE.replace("Tuesday", "вторник"), encoding="utf-8")
    pages = ["one.html"] if arguments == ["explain"] else []
    result = shell(*arguments, *pages)
    assert b"Traceback" not in result.stderr
    assert result.returncode == 0


@pytest.mark.skipif(sys.platform == "win32", reason="needs a pseudo-terminal")
def test_a_terminal_gets_colours_and_a_bar(folder: Path) -> None:
    explained, _ = terminal("explain", "one.html")
    assert "31m- \x1b[0m\x1b[31mBy Jane Doe" in explained
    out, err = terminal("clean", "one.html", "two.html", "-o", "out")
    assert (out, "Cleaning" in err) == ("", True)
    _, err = terminal("clean", "bad.html", "two.html", "-o", "new")
    assert "\ncleaner: bad.html: no-article: not-html (it is a PDF)\r\n" in f"\n{_plain(err)}"


def terminal(*arguments: str) -> tuple[str, str]:
    """Run with standard output and standard error each a terminal of its own."""
    import pty

    ends = [pty.openpty() for _ in range(2)]
    command = [sys.executable, "-m", "cleaner", *arguments]
    environment = {**os.environ, "TERM": "xterm", "COLUMNS": "100"}
    environment.pop("NO_COLOR", None)
    ran = subprocess.Popen(command, stdout=ends[0][1], stderr=ends[1][1], env=environment)
    for _, inner in ends:
        os.close(inner)
    with ThreadPoolExecutor() as pool:
        said = list(pool.map(lambda end: _drain(end[0]), ends))
    ran.wait(60)
    return said[0], said[1]


def _plain(shown: str) -> str:
    """What a terminal was sent, as lines: without codes, a line that is erased being no line."""
    return re.sub(r"[^\n]*\x1b\[2K|\x1b\[[?\d;]*[A-Za-z]", "", shown)


def _drain(outer: int) -> str:
    parts = []
    with contextlib.suppress(OSError):  # Linux ends a terminal with an error
        while part := os.read(outer, 4096):
            parts.append(part)
    os.close(outer)
    return b"".join(parts).decode("utf-8")


def test_kinds_names_each_with_what_is_kept() -> None:
    result = run("kinds")
    assert result.exit_code == 0
    for kind in kinds().values():
        assert (
            f"{kind.name}\n  {kind.summary}\n  Seen as: {kind.seen_as}\n  Kept: {kind.kept}"
            in result.stdout
        )


def test_kinds_by_language_are_a_table_and_what_is_lacking() -> None:
    table, _, lacking = run("kinds", "--languages").stdout.partition("\n\n")
    head, *rows = (row.split() for row in table.split("\n"))
    assert head == list(LANGUAGES)
    assert {row[0] for row in rows} >= set(kinds_with("heading"))
    assert all(len(row) == len(head) + 1 for row in rows)
    empty = {
        (row[0], code) for row in rows for code, n in zip(head, row[1:], strict=True) if n == "0"
    }
    told = {line.split(" lacks ")[0]: line for line in lacking.strip().split("\n")}
    assert all(kind in told[language] for kind, language in empty)
    assert all(line.split(" lacks ")[1] for line in told.values())


def test_kinds_as_markdown_is_the_document() -> None:
    document = run("kinds", "--markdown").stdout
    assert document.endswith(f"\n\n{markdown_table()}\n")
    assert document == (ROOT / "docs/kinds.md").read_text(encoding="utf-8")


def test_version() -> None:
    assert run("--version").stdout == f"cleaner, version {__version__}\n"


@pytest.mark.parametrize("arguments", [["--help"], ["-h"], ["clean", "--help"]])
def test_help_has_examples(arguments: list[str]) -> None:
    result = run(*arguments)
    assert result.exit_code == 0
    assert "Examples:" in result.stdout
    assert "cleaner clean pages/ -o articles/ " in result.stdout


def test_help_names_the_exit_statuses() -> None:
    said = " ".join(run("--help").stdout.split())
    assert "0 success, 1 an input had nothing usable, 2 wrong usage" in said


HEAVY = ("numpy", "lxml", "bs4", "trafilatura", "rich", "jinja2", "cleaner.pipeline", "asyncio")


@pytest.mark.parametrize("arguments", [[], ["--help"], ["--version"], ["clean", "--help"]])
def test_help_imports_nothing_that_cleans(arguments: list[str]) -> None:
    code = (
        "import sys\nfrom cleaner.cli.main import main\n"
        f"try: main({arguments})\n"
        f"except SystemExit: print(sorted(set({HEAVY}) & sys.modules.keys()), file=sys.stderr)"
    )
    ran = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert ran.stderr.splitlines()[-1] == "[]"


def test_public_names_are_listed_and_imported_when_asked_for() -> None:
    import cleaner

    assert set(cleaner.__all__) <= set(dir(cleaner))
    for name in cleaner.__all__:
        assert getattr(cleaner, name).__module__.startswith("cleaner")
    with pytest.raises(AttributeError, match="no attribute 'washed'"):
        cleaner.washed  # noqa: B018


def test_help_of_batch_names_all_that_is_found_by_listing() -> None:
    help_text = " ".join(run("batch", "--help").stdout.split())
    for name in (*COLUMNS, *readers()):
        assert name in help_text
    for writer in writers().values():
        assert not writer.ENDINGS or f"FILE{writer.ENDINGS[0]}" in help_text
