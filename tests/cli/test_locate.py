"""cleaner locate: rows in, places out; and what a source says today."""

from __future__ import annotations

import gzip
import json
import re
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

from cleaner.cli.main import main
from tests.cli.made import FIRST, PAGE, SECOND
from tests.documents import BY_NAME

SAID = "most of them buy their groceries on the mainland"


@pytest.fixture
def rows(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The working folder, with two pages and their rows."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "pages").mkdir()
    (tmp_path / "pages/one.html").write_text(PAGE, encoding="utf-8")
    (tmp_path / "pages/two.html").write_text(PAGE.replace(SAID, "no one minds"), encoding="utf-8")
    made = run("clean", "pages/", "--format", "json", "--spans", "--timeout", "0")
    (tmp_path / "rows.jsonl").write_bytes(made.stdout_bytes)
    return tmp_path


def run(*arguments: str, **more: Any) -> Result:
    return CliRunner().invoke(main, arguments, catch_exceptions=False, **more)


def located(*arguments: str, **more: Any) -> list[dict[str, Any]]:
    done = run("locate", *arguments, "--json", **more)
    return [json.loads(line) for line in done.stdout.splitlines()]


def test_the_document_shows_what_is_printed(rows: Path) -> None:
    (shown,) = re.findall(r"```console\n(.*?)```", BY_NAME["docs/spans.md"].text, re.S)
    command, _, printed = shown.partition("\n")
    assert command == f'$ cleaner locate rows.jsonl "{SAID}"'
    done = run("locate", "rows.jsonl", SAID)
    assert (done.stdout, done.exit_code) == (printed, 0)


def test_a_changed_source_is_said_to_be(rows: Path) -> None:
    page = rows / "pages/one.html"
    page.write_text(PAGE.replace("Jane", "Joan"), encoding="utf-8")
    done = run("locate", "rows.jsonl", SAID)
    assert done.stdout.splitlines()[-1] == "  pages/one.html HAS CHANGED since; it says it"
    assert done.exit_code == 1
    page.write_text(PAGE.replace(SAID, "no one minds"), encoding="utf-8")
    assert "HAS CHANGED since; it does not say it" in run("locate", "rows.jsonl", SAID).stdout


def test_what_no_article_says_is_not_found(rows: Path) -> None:
    done = run("locate", "rows.jsonl", "The ferry sank.")
    assert (done.exit_code, done.stdout, done.stderr) == (1, "", "cleaner: no article says it\n")


@pytest.mark.parametrize("source", ["moved", "moved/pages", "moved/pages/one.html"])
def test_a_source_that_was_moved_is_named(rows: Path, source: str) -> None:
    (rows / "moved").mkdir()
    (rows / "pages").rename(rows / "moved/pages")
    assert "not at hand" in run("locate", "rows.jsonl", SAID).stdout
    (place,) = located("rows.jsonl", SAID, "--source", source)
    assert (place["is_same"], place["excerpt"]) == (True, SAID)
    assert place["source"].endswith("one.html")


def test_a_sentence_over_two_blocks(rows: Path) -> None:
    (place, other) = located("rows.jsonl", f"{FIRST[-9:]} {SECOND[:9]}")
    assert [span["block"] for span in place["spans"]] == [2, 3]
    assert place["excerpt"] == f"{FIRST[-9:]}</p><p>{SECOND[:9]}"
    assert other["row"] == "rows.jsonl:2"


def test_rows_of_a_batch_lead_to_their_records(rows: Path) -> None:
    for library in ("pyarrow", "rensa"):
        pytest.importorskip(library, reason="pip install '.[ingest]'")
    records = [{"html": PAGE.replace("Monday", "Friday")}, {"html": PAGE}]
    (rows / "dump.jsonl").write_text("\n".join(map(json.dumps, records)), encoding="utf-8")
    columns = ("--with", "spans", "--duplicates", "off", "-j", "1")
    assert run("batch", "dump.jsonl", "-o", "all.parquet", *columns).exit_code == 0
    (place,) = located("all.parquet", "cancelled on Monday")
    assert (place["row"], place["source"]) == ("all.parquet:2", "dump.jsonl:2")
    assert (place["is_same"], place["excerpt"]) == (True, "cancelled on Monday")
    (rows / "old").mkdir()
    (rows / "dump.jsonl").rename(rows / "old/dump.jsonl")
    assert located("all.parquet", "cancelled on Monday")[0]["is_same"] is None
    (place,) = located("all.parquet", "cancelled on Monday", "--source", "old/dump.jsonl")
    assert (place["source"], place["is_same"]) == ("old/dump.jsonl:2", True)


def test_records_with_other_fields(rows: Path) -> None:
    record = {"key": "pages/one.html", "body": PAGE}
    (rows / "dump.jsonl").write_text(json.dumps(record), encoding="utf-8")
    named = ("--source", "dump.jsonl", "--html-field", "body", "--id-field", "key")
    assert located("rows.jsonl", SAID, *named)[0]["is_same"]
    done = run("locate", "rows.jsonl", SAID, "--source", "dump.jsonl", "--id-field", "key")
    assert done.exit_code == 2
    assert (
        "dump.jsonl:1: no field html or text or content; its fields are: key, body" in done.stderr
    )


def test_standard_input_folders_and_reports_are_rows(rows: Path) -> None:
    data = (rows / "rows.jsonl").read_bytes()
    assert located("-", SAID, input=data)[0]["row"] == "-:1"
    (rows / "rows.jsonl.gz").write_bytes(gzip.compress(data))
    assert located("rows.jsonl.gz", SAID)[0]["row"] == "rows.jsonl.gz:1"
    run("clean", "pages/", "-o", "out/", "--format", "json", "--spans")
    assert [place["row"] for place in located("out/", SAID)] == ["out/one.json"]
    run("clean", "pages/", "-o", "txt/", "--report", "report.json", "--spans")
    (place,) = located("report.json", SAID)
    assert (place["row"], place["is_same"]) == ("report.json:1", True)
    one = run("clean", "pages/one.html", "--format", "json", "--spans")
    (rows / "one.jsonl").write_bytes(one.stdout_bytes)
    assert located("one.jsonl", SAID, "--source", "pages/one.html")[0]["is_same"]


def test_rows_that_are_none_are_named_and_passed_over(rows: Path) -> None:
    with (rows / "rows.jsonl").open("a", encoding="utf-8") as file:
        file.write('{"a": \n{"a": 1}\n[1]\n{"spans": 3}\n')
    done = run("locate", "rows.jsonl", SAID)
    assert (done.exit_code, done.stdout.count("block 3")) == (0, 1)
    told = done.stderr.splitlines()
    assert told[0].startswith("cleaner: rows.jsonl:3: not JSON: ")
    assert told[1] == "cleaner: rows.jsonl:4: no field text or spans; its fields are: a"
    assert told[2] == "cleaner: rows.jsonl:5: a row with fields was expected, not list"
    assert told[3].startswith("cleaner: rows.jsonl:6: spans are none of page-cleaner")


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (["none.jsonl", "x"], "none.jsonl: no such file"),
        (["pages/one.html", "x"], "pages/one.html: is no file of rows"),
        (["rows.jsonl", " "], "SENTENCE is empty"),
        (["rows.jsonl", SAID, "--source", "none.html"], "none.html: no such file"),
        (["bad.json", "x"], "bad.json: not JSON"),
    ],
)
def test_wrong_usage(rows: Path, arguments: list[str], told: str) -> None:
    (rows / "bad.json").write_text("{", encoding="utf-8")
    done = run("locate", *arguments)
    assert done.exit_code == 2
    assert told in done.stderr


def test_files_that_are_damaged_are_named(rows: Path) -> None:
    data = gzip.compress((rows / "rows.jsonl").read_bytes())
    (rows / "cut.jsonl.gz").write_bytes(data[: len(data) // 2])
    (rows / "no.parquet").write_bytes(b"PAR1")
    done = run("locate", "cut.jsonl.gz", "no.parquet", SAID)
    assert done.exit_code == 1
    assert "cut.jsonl.gz: cannot be read" in done.stderr
    assert "no.parquet: cannot be read from its start" in done.stderr


def test_an_excerpt_cannot_command_a_terminal(rows: Path) -> None:
    (rows / "pages/one.html").write_text(PAGE.replace(SAID, f"{SAID}\x1b[31m"), encoding="utf-8")
    row = run("clean", "pages/", "--format", "json", "--spans").stdout
    (rows / "rows.jsonl").write_text(row, encoding="utf-8")
    done = run("locate", "rows.jsonl", f"{SAID}[31m, where")
    assert "\\x1b[31m" in done.stdout
    assert "\x1b" not in done.stdout


def test_spans_stand_in_json_alone(rows: Path) -> None:
    done = run("clean", "pages/one.html", "--spans")
    assert done.exit_code == 2
    assert "--spans stands in JSON: add --format json or --report FILE" in done.stderr
