"""One story once among rows that were cleaned before: in a program, and in files."""

from __future__ import annotations

import json
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

pytest.importorskip("rensa", reason="pip install '.[ingest]'")
pytest.importorskip("pyarrow", reason="pip install '.[ingest]'")

import pyarrow.parquet as pq

from cleaner.batch import Input, clean_many, find_copies, mark_copies
from cleaner.batch.dedup.copies import STORY
from cleaner.batch.rows import Row
from cleaner.batch.schema import schema, table_of
from cleaner.cli.main import main
from cleaner.files import BadInput
from tests.batch.dedup.stories import FERRY, LIBRARY

ADDED = LIBRARY.split("\n\n")[2]
TEXTS = {
    "ferry": FERRY,
    "updated": f"{FERRY}\n\n{ADDED}",
    "part": "\n\n".join(FERRY.split("\n\n")[:2]),
    "library": LIBRARY,
    "edited": LIBRARY.replace("bakery", "baker"),
    "photo": "Photo: J. Moen",
    "photo-again": "Photo: J. Moen",
    "hollow": "",
    "also-hollow": "",
}
OUTCOMES = {"hollow": "no-article: no-text", "also-hollow": "failed: timeout"}
EXPECTED = {
    "ferry": ("updated", "updated", "updated"),
    "updated": ("updated", None, ""),
    "part": ("updated", "updated", "excerpt"),
    "library": ("library", None, ""),
    "edited": ("library", "library", "repost"),
    "photo": ("photo", None, ""),
    "photo-again": ("photo", "photo", "same text"),
    "hollow": (None, None, ""),
    "also-hollow": (None, None, ""),
}


def made(**texts: str) -> list[dict[str, Any]]:
    return [
        Row(id_, f"https://{id_}.example/", OUTCOMES.get(id_, "cleaned"), text=text).to_dict()
        for id_, text in texts.items()
    ]


def told(rows: Iterable[dict[str, Any]]) -> dict[str, tuple[str, str, str]]:
    return {row["id"]: (row["story_id"], row["copy_of"], row["relation"]) for row in rows}


ROWS = made(**TEXTS)


def test_the_stories_of_rows() -> None:
    found = list(find_copies(ROWS))
    assert told(found) == EXPECTED
    assert [row["id"] for row in found] == list(TEXTS)
    assert found[0]["because"].startswith("the most complete copy (194 words")
    assert [{k: v for k, v in row.items() if k not in STORY} for row in found] == ROWS


def test_rows_of_batch_with_a_signature_have_the_stories_of_rows_without(tmp_path: Path) -> None:
    link = '<link rel="canonical" href="https://gazette.example/ferry">'
    body = "".join(f"<p>{' '.join(part.split())}</p>" for part in FERRY.split("\n\n"))
    page = f"<html><head>{link}</head><body><article>{body}</article></body></html>"
    urls = [f"https://{host}.example/ferry" for host in ("mirror", "gazette")]
    pages = [Input(page, url, url) for url in urls]
    for column in ("signature", "metadata"):
        rows = [row.to_dict() for row in clean_many(pages, columns=[column], workers=1)]
        first, second = find_copies(rows)
        assert (first["copy_of"], second["copy_of"]) == (urls[1], None)
        assert first["because"] == "canonical link of this page points to it"
        if column == "signature":
            hollow = [row | {"text": None} for row in rows]
            assert told(find_copies(hollow)) == told([first, second])
            pq.write_table(table_of(hollow, schema([column])), tmp_path / "rows.parquet")
            mark_copies([str(tmp_path / "rows.parquet")], str(tmp_path / "out.parquet"))
            table = pq.read_table(tmp_path / "out.parquet")
            assert told(table.to_pylist()) == told([first, second])
            assert table["signature"].to_pylist() == [row["signature"] for row in rows]


def test_what_an_earlier_run_kept_is_kept() -> None:
    old = list(find_copies(made(ferry=FERRY, part=TEXTS["part"], photo=TEXTS["photo"])))
    new = made(updated=TEXTS["updated"], photo2=TEXTS["photo"], library=LIBRARY)
    found = list(find_copies(new, against=old))
    assert told(found) == {
        "updated": ("ferry", "ferry", "updated"),
        "photo2": ("photo", "photo", "same text"),
        "library": ("library", None, ""),
    }
    assert found[0]["because"] == "kept by an earlier run"
    again = find_copies(made(third=FERRY), against=[*old, *found])
    assert told(again) == {"third": ("ferry", "ferry", "same text")}


def test_columns_of_an_earlier_look_make_way() -> None:
    jobs = [row | {"duplicate_of": "x", "duplicate_because": "y"} for row in ROWS]
    assert list(find_copies(list(find_copies(jobs)))) == list(find_copies(ROWS))


@pytest.mark.parametrize(
    ("row", "said"),
    [
        ({"id": "a", "body": "x"}, "row 1: no field text, and no signature; its fields are: id, b"),
        ({"id": "a", "text": None}, "row 1: text holds NoneType, and no signature"),
        ({"id": "a", "signature": 7}, "row 1: signature is not what this version writes"),
        ({"id": "a", "signature": {"sketch": "eA=="}}, "it lacks 'canonical'"),
        (
            {"signature": dict.fromkeys(("words", "canonical", "published", "publisher"))
             | {"sketch": "eA=="}},
            "no sketch has 1 bytes",
        ),
    ],
)  # fmt: skip
def test_rows_that_are_none(row: dict[str, Any], said: str) -> None:
    with pytest.raises(ValueError, match=said):
        list(find_copies([ROWS[0], row]))


def test_rows_that_can_be_read_only_once() -> None:
    with pytest.raises(TypeError, match="give a list, not an iterator"):
        find_copies(iter(ROWS))


# Files


def write(path: Path, rows: Iterable[dict[str, Any]]) -> str:
    path.write_text("".join(f"{json.dumps(row)}\n" for row in rows), encoding="utf-8")
    return str(path)


def read(path: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    write(tmp_path / "rows.jsonl", ROWS)
    return tmp_path


def run(*arguments: str) -> Result:
    return CliRunner().invoke(main, ["copies", *arguments], catch_exceptions=False)


def test_json_lines_packed_lines_and_parquet_give_the_same(folder: Path) -> None:
    rows = [row | {"mine": [1, {"deep": True}], "stripped": {"byline": 2}} for row in ROWS]
    done = run(write(folder / "mine.jsonl", rows), "-o", "out.jsonl")
    summary = "9 rows, 3 stories, 4 copies (updated 1, excerpt 1, repost 1, same text 1)"
    assert (done.exit_code, done.stderr) == (0, f"cleaner: out.jsonl: {summary}\n")
    assert read(folder / "out.jsonl") == list(find_copies(rows))
    for before, after in (("mine.jsonl", "a.jsonl.gz"), ("a.jsonl.gz", "b.parquet")):
        assert run(before, "-o", after).exit_code == 0
    assert run("b.parquet", "-o", "c.jsonl", "-q").stderr == ""
    table = pq.read_table("b.parquet")
    assert table.column_names[-5:] == ["mine", *STORY]
    assert told(table.to_pylist()) == told(read(folder / "c.jsonl")) == EXPECTED
    (row, *_), (first, *_) = read(folder / "c.jsonl"), list(find_copies(rows))
    assert row == first | {"mine": '[1, {"deep": true}]'}


def test_a_new_crawl_against_an_old_one(folder: Path) -> None:
    assert run("rows.jsonl", "-o", "old.parquet").exit_code == 0
    write(folder / "new.jsonl", made(x=FERRY, y="A text of its own."))
    done = run(
        "new.jsonl", "--against", "old.parquet", "-o", "new/out.jsonl", "--duplicates", "drop"
    )
    assert done.stderr == "cleaner: new/out.jsonl: 2 rows, 1 story, 1 copy (updated 1)\n"
    assert told(read(folder / "new" / "out.jsonl")) == {"y": ("y", None, "")}


def test_a_folder_of_rows_is_read_without_the_output_in_it(folder: Path) -> None:
    (folder / "page.html").write_text("<p>Rain.</p>", encoding="utf-8")
    for restart in ((), ("--restart",)):
        assert run(".", "-o", "out.jsonl", *restart).exit_code == 0
        assert told(read(folder / "out.jsonl")) == EXPECTED


def test_half_of_a_surrogate_pair_and_values_that_no_table_takes(folder: Path) -> None:
    (folder / "odd.jsonl").write_bytes(
        b'{"id": "\\ud800", "text": "\\udc00 rain", "x": ["\\ud800"]}\n'
    )
    assert run("odd.jsonl", "-o", "odd.parquet").exit_code == 0
    (row,) = pq.read_table("odd.parquet").to_pylist()
    assert (row["id"], row["text"], row["story_id"], row["x"]) == ("?", "? rain", "?", '["?"]')
    write(folder / "wrong.jsonl", [{"id": "a", "text": "Rain.", "confidence": "high"}])
    done = run("wrong.jsonl", "-o", "wrong.parquet")
    assert done.exit_code == 2
    assert "wrong.parquet: a row does not fit the columns of a table: " in done.stderr
    assert not (folder / "wrong.parquet").exists()


def test_a_terminal_shows_how_far_it_is(folder: Path) -> None:
    seen: list[str] = []
    mark_copies(["rows.jsonl"], "out.jsonl", against=["rows.jsonl"], watch=seen.append)
    assert seen == ["read"] * 18 + ["written"] * 9


def test_an_output_that_is_there_stays(folder: Path) -> None:
    (folder / "out.jsonl").write_text("mine", encoding="utf-8")
    done = run("rows.jsonl", "-o", "out.jsonl")
    assert (done.exit_code, (folder / "out.jsonl").read_text()) == (2, "mine")
    assert "out.jsonl: not made by this job; move it away" in done.stderr
    assert "is both a source and what -o names" in run("rows.jsonl", "-o", "rows.jsonl").stderr


@pytest.mark.parametrize(
    ("name", "content", "said"),
    [
        ("a.jsonl", b'{"id": "a", "text": "x"}\n{"id": ', "a.jsonl:2: not JSON: Expecting value"),
        ("a.jsonl", b"[1]\n", "a.jsonl:1: a row with fields was expected, not list"),
        ("a.jsonl", b'\n{"id": "a"}\n', "a.jsonl:2: no field text, and no signature"),
        ("a.jsonl", b'{"text": "\xff"}\n', "a.jsonl:1: not JSON: not UTF-8 at byte"),
        ("a.jsonl.gz", b"nothing packed", "a.jsonl.gz: cannot be read: Not a gzipped file"),
        ("a.parquet", b"PAR1 and no more", "a.parquet: cannot be read: "),
        ("a.html", b"<p>Rain.</p>", "a.html: no file of rows; name FILE.jsonl or FILE.parquet"),
    ],
)  # fmt: skip
def test_rows_that_cannot_be_read_are_named_and_nothing_is_written(
    folder: Path, name: str, content: bytes, said: str
) -> None:
    (folder / name).write_bytes(content)
    done = run("rows.jsonl", name, "-o", "out.jsonl")
    assert (done.exit_code, done.stderr.startswith(f"cleaner: {said}")) == (2, True), done.stderr
    assert not (folder / "out.jsonl").exists()


@pytest.mark.parametrize(
    ("rows", "output", "said"),
    [
        ("-", "out.jsonl", "rows are read twice, and standard input once"),
        ("nothing.jsonl", "out.jsonl", "nothing.jsonl: no such file"),
        ("rows.jsonl", "out.csv", "out.csv: name FILE.jsonl or FILE.parquet"),
        ("rows.jsonl", "made", "made: is a folder; name a file"),
    ],
)
def test_names_that_cannot_be(folder: Path, rows: str, output: str, said: str) -> None:
    (folder / "made").mkdir()
    with pytest.raises(BadInput, match=f"^{said}"):
        mark_copies([rows], output)
