"""`cleaner batch` with `--warn-below` and `--min-confidence`: who is named, who set apart."""

from __future__ import annotations

import json
import os
from pathlib import Path
from typing import Any

import pyarrow.parquet as pq
import pytest

from cleaner.batch.job.delivery import Delivery
from cleaner.batch.writers import json_lines
from cleaner.opinion import reconsidered
from tests.batch.made import page
from tests.batch.test_command import FINISHED, PLAIN, REFUSED, here, ids, rows, run

__all__ = ["here"]
SHORT = "<p>The ferry sails.</p>"
"""A page of few words: of low confidence."""
APART = "out-low-confidence.jsonl"


@pytest.fixture
def mixed(here: Path) -> str:
    """Two articles, one of few words, and a page without one; the name of the file."""
    pages = {"a": page(1), "short": SHORT, "none": "%PDF-1.7", "b": page(2)}
    records = [json.dumps({"id": id_, "html": html}) for id_, html in pages.items()]
    (here / "in.jsonl").write_text("\n".join(records), encoding="utf-8")
    return "in.jsonl"


@pytest.fixture(autouse=True)
def doubted(monkeypatch: pytest.MonkeyPatch) -> None:
    """A page of few words has a confidence of 0.4, whatever the model for fragments says."""
    known = reconsidered.confidence_of

    def confidence_of(*given: object) -> tuple[float, tuple[str, ...]]:
        confidence, concerns = known(*given)  # type: ignore[arg-type]
        return (0.4 if concerns else confidence), concerns

    monkeypatch.setattr(reconsidered, "confidence_of", confidence_of)


def test_rows_carry_confidence_and_concerns(mixed: str) -> None:
    assert run(mixed, "-o", "out.jsonl", *PLAIN).exit_code == FINISHED
    found = {row["id"]: (row["confidence"], row["concerns"]) for row in rows("out.jsonl")}
    assert found["short"] == (0.4, ["few words: 3"])
    assert found["a"][0] > 0.8
    assert found["a"][1] == []


def test_pages_below_are_named_with_their_concerns_and_counted(
    mixed: str, caplog: pytest.LogCaptureFixture
) -> None:
    asked = ("--warn-below", "0.5", "--summary", "s.json")
    done = run(mixed, "-o", "out.jsonl", *PLAIN, *asked)
    assert done.exit_code == FINISHED
    assert caplog.messages == ["short: confidence 0.40: few words: 3"]
    assert json.loads(Path("s.json").read_text())["warned"] == 1
    assert "low confidence (--warn-below): 1" in done.stderr
    assert ids("out.jsonl") == ["a", "short", "none", "b"]


def test_rows_on_standard_output_are_warned_of_as_well(
    mixed: str, caplog: pytest.LogCaptureFixture
) -> None:
    assert run(mixed, "-o", "-", *PLAIN, "-q", "--warn-below", "0.5").exit_code == FINISHED
    assert caplog.messages == ["short: confidence 0.40: few words: 3"]


def test_pages_below_are_set_apart_and_none_is_lost(mixed: str) -> None:
    asked = ("--min-confidence", "0.5", "--summary", "s.json")
    done = run(mixed, "-o", "out.jsonl", *PLAIN, *asked)
    assert done.exit_code == FINISHED
    assert (ids("out.jsonl"), ids(APART)) == (["a", "none", "b"], ["short"])
    told = json.loads(Path("s.json").read_text())
    assert (told["set_apart"], told["set_apart_output"], told["pages"]) == (1, APART, 4)
    assert f"set apart in {APART}: 1" in done.stderr
    again = run(mixed, "-o", "out.jsonl", *PLAIN, "--min-confidence", "0.5")
    assert "already finished" in again.stderr


def test_the_other_output_is_there_where_no_page_is_below(mixed: str) -> None:
    assert run(mixed, "-o", "out.jsonl", *PLAIN, "--min-confidence", "0").exit_code == FINISHED
    assert (len(rows("out.jsonl")), rows(APART)) == (4, [])


def test_parquet_and_folders_have_another_output_of_their_form(mixed: str) -> None:
    low = ("--min-confidence", "0.5")
    assert run(mixed, "-o", "out.parquet", *PLAIN, *low).exit_code == FINISHED
    short = pq.read_table("out-low-confidence.parquet").to_pylist()
    assert [(row["id"], row["concerns"]) for row in short] == [("short", ["few words: 3"])]
    for _ in range(2):  # the second run takes the place of the first one's files
        assert run(mixed, "-o", "out", *PLAIN, *low, "--restart").exit_code == FINISHED
    assert sorted(p.name for p in Path("out-low-confidence").iterdir()) == [
        "rows.jsonl",
        "short.txt",
    ]
    assert not Path("out/short.txt").exists()


def test_the_other_output_is_no_source_of_the_job(mixed: str) -> None:
    asked = (".", "-o", "out.jsonl", *PLAIN, "--min-confidence", "0.5")
    for _ in range(2):
        assert run(*asked, "--restart").exit_code == FINISHED
        assert (len(ids("out.jsonl")), ids(APART)) == (3, ["short"])


def test_a_copy_keeps_the_name_of_an_original_that_was_set_apart(here: Path) -> None:
    story = page(1) * 3
    lines = [json.dumps({"id": id_, "html": story + SHORT}) for id_ in ("one", "two")]
    (here / "in.jsonl").write_text("\n".join(lines), encoding="utf-8")
    low = ("--duplicates", "mark", "--workers", "1", "--min-confidence", "1")
    assert run("in.jsonl", "-o", "out.jsonl", *low).exit_code == FINISHED
    found = rows("out.jsonl") + rows(APART)
    assert [row["duplicate_of"] for row in found] == [None, "one"]
    dropped = ("--duplicates", "drop", *low[2:], "--summary", "s.json")
    assert run("in.jsonl", "-o", "few.jsonl", *dropped).exit_code == FINISHED
    assert ids("few.jsonl") + ids("few-low-confidence.jsonl") == ["one"]
    assert json.loads(Path("s.json").read_text())["set_apart"] == 1


def test_a_job_that_ends_between_its_two_outputs_goes_on(
    mixed: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    low, write = ("--min-confidence", "0.5"), json_lines.write

    def full(rows: Any, delivery: Delivery, columns: tuple[str, ...]) -> None:
        if delivery.output.name == "out.jsonl":
            raise OSError(28, "No space left on device")
        write(rows, delivery, columns)

    with monkeypatch.context() as patched:
        patched.setattr(json_lines, "write", full)
        assert run(mixed, "-o", "out.jsonl", *PLAIN, *low).exit_code == 3
    assert ids(APART) == ["short"]
    assert run(mixed, "-o", "out.jsonl", *PLAIN, *low).exit_code == FINISHED
    assert (ids("out.jsonl"), ids(APART)) == (["a", "none", "b"], ["short"])


def test_a_file_of_the_user_makes_no_way_for_the_other_output(mixed: str) -> None:
    Path(APART).write_text("mine")
    refused = run(mixed, "-o", "out.jsonl", *PLAIN, "--min-confidence", "0.5")
    assert refused.exit_code == REFUSED
    assert f"{APART}: not made by this job" in refused.stderr
    assert Path(APART).read_text() == "mine"


def test_another_threshold_is_another_job(mixed: str) -> None:
    run(mixed, "-o", "out.jsonl", *PLAIN, "--min-confidence", "0.5")
    other = run(mixed, "-o", "out.jsonl", *PLAIN)
    assert other.exit_code == REFUSED
    assert "least confidence was 0.5 and is None" in other.stderr


@pytest.mark.parametrize(
    ("asked", "said"),
    [
        (("-o", "-", "--min-confidence", "0.5"), "--min-confidence does not work with rows on"),
        (("-o", "pipe.jsonl", "--min-confidence", "0.5"), "pipe.jsonl: is no file; --min-conf"),
        (("-o", "out.jsonl", "--min-confidence", "80"), "80.0 is not in the range 0<=x<=1"),
        (("-o", "out.jsonl", "--warn-below", "nan"), "nan is not a confidence; use a number"),
        (("-o", "out.jsonl", "--warn-below", "low"), "'low' is not a valid float"),
    ],
)
def test_what_cannot_be_is_refused(mixed: str, asked: tuple[str, ...], said: str) -> None:
    os.mkfifo("pipe.jsonl")
    refused = run(mixed, *PLAIN, *asked)
    assert refused.exit_code == REFUSED
    assert said in refused.stderr


def test_a_configuration_file_may_say_both(mixed: str, here: Path) -> None:
    (here / "cleaner.toml").write_text("warn-below = 0.5\n[batch]\nmin-confidence = 0.5\n")
    assert run(mixed, "-o", "out.jsonl", *PLAIN).exit_code == FINISHED
    assert ids(APART) == ["short"]
    (here / "cleaner.toml").write_text("warn-below = 80\n")
    refused = run(mixed, "-o", "other.jsonl", *PLAIN)
    assert refused.exit_code == REFUSED
    assert "cleaner.toml: warn-below: 80.0 is not in the range 0<=x<=1" in refused.stderr
