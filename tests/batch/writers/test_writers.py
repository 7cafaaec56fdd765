"""Outputs of every form: all that a row holds, readable by others, and whole or not there."""

from __future__ import annotations

import bz2
import errno
import gzip
import io
import json
import lzma
import os
import random
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cleaner import clean, restore
from cleaner.batch.inputs import Input
from cleaner.batch.job.delivery import Delivery, link_of, stamp_of
from cleaner.batch.job.plan import DUPLICATES, Plan
from cleaner.batch.rows import as_json, failed, row_of
from cleaner.batch.setup import COLUMNS, Setup
from cleaner.batch.writers import folder, json_lines, parquet, writers
from cleaner.files import safe_write
from tests.batch.made import page

PACKINGS: dict[str, Callable[[bytes], bytes]] = {
    ".jsonl": bytes,
    ".jsonl.gz": gzip.decompress,
    ".jsonl.bz2": bz2.decompress,
    ".jsonl.xz": lzma.decompress,
}
ARTICLE = page(1)
OTHER = page(2)


def row(id_: str = "a", columns: tuple[str, ...] = (), html: str = ARTICLE) -> dict[str, Any]:
    """A row as the parts of a job hold it."""
    source = Input(html, f"http://news.example/{id_}", id_)
    made = row_of(source, clean(source.content, url=source.url), Setup.of(None, columns))
    loaded: dict[str, Any] = json.loads(as_json(made))
    return loaded


JOBS = tempfile.TemporaryDirectory()


def to(output: Path) -> Delivery:
    """The delivery of a job that was told to write over what is there; its folder is elsewhere."""
    folder = Path(JOBS.name, str(output).strip("/").replace("/", "_"))
    folder.mkdir(exist_ok=True)
    return Delivery(output, folder, link_of(output), stamp_of(output))


def failure(id_: str = "bad", columns: tuple[str, ...] = ()) -> dict[str, Any]:
    loaded: dict[str, Any] = json.loads(as_json(failed(id_, None, "timeout", "late", columns)))
    return loaded


PLAIN = row()


def named(id_: str) -> dict[str, Any]:
    """A row with another id, for little work."""
    return PLAIN | {"id": id_}


def lines(path: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in path.read_text("utf-8").split("\n")[:-1]]


# Which form


@pytest.mark.parametrize(
    ("name", "form"),
    [
        ("a.jsonl", "jsonl"),
        ("A.JSONL.GZ", "jsonl"),
        ("a.ndjson.zst", "jsonl"),
        ("a.json.xz", "jsonl"),
        ("a.parquet", "parquet"),
        ("a.b/A.Parquet", "parquet"),
        ("articles", "folder"),
        ("articles.jsonl/articles", "folder"),
        ("jsonl", "folder"),
    ],
)
def test_the_name_tells_the_form(name: str, form: str) -> None:
    assert Plan([], Path(name)).form == form


# JSON Lines


@pytest.mark.parametrize("ending", PACKINGS)
def test_lines_of_json_hold_all_columns(ending: str, tmp_path: Path) -> None:
    rows = [row("ä", COLUMNS), failure("bad", COLUMNS), row("z", COLUMNS, "<html></html>")]
    json_lines.write(iter(rows), to(tmp_path / f"x{ending}"), COLUMNS)
    text = PACKINGS[ending]((tmp_path / f"x{ending}").read_bytes()).decode()
    assert text.endswith("}\n")
    assert [json.loads(line) for line in text.split("\n")[:-1]] == rows
    assert '"ä"' in text
    assert [path.name for path in tmp_path.iterdir()] == [f"x{ending}"]


def test_lines_packed_by_zstandard_are_read_by_others(tmp_path: Path) -> None:
    pa = pytest.importorskip("pyarrow")
    json_lines.write(iter([PLAIN] * 500), to(tmp_path / "x.jsonl.zst"), ())
    with pa.CompressedInputStream(str(tmp_path / "x.jsonl.zst"), "zstd") as stream:
        data = stream.read()
    assert [json.loads(line) for line in data.splitlines()] == [PLAIN] * 500
    broken = bytearray((tmp_path / "x.jsonl.zst").read_bytes())
    assert broken[4] & 4, "with a checksum, so that damage is seen"


def test_the_same_rows_are_the_same_bytes(tmp_path: Path) -> None:
    """No time of writing in a file: a job that was killed gives what an undisturbed one gives."""
    for name in ("a.jsonl.gz", "b.jsonl.gz"):
        json_lines.write(iter([PLAIN]), to(tmp_path / name), ())
    assert (tmp_path / "a.jsonl.gz").read_bytes() == (tmp_path / "b.jsonl.gz").read_bytes()


@pytest.mark.parametrize("ending", [*PACKINGS, ".jsonl.zst"])
def test_no_rows_are_a_file_without_lines(ending: str, tmp_path: Path) -> None:
    json_lines.write(iter(()), to(tmp_path / f"x{ending}"), ())
    unpack = PACKINGS.get(ending)
    assert unpack is None or unpack((tmp_path / f"x{ending}").read_bytes()) == b""


def test_a_line_is_a_row_whatever_the_text_holds(tmp_path: Path) -> None:
    rows = [named("a\u2028b\x85c\r\n"), named("\x00"), named("\U0001f600"), named("\udc80")]
    json_lines.write(iter(rows), to(tmp_path / "x.jsonl"), ())
    data = (tmp_path / "x.jsonl").read_bytes()
    ids = [json.loads(line)["id"] for line in data.splitlines()]
    assert ids == ["a\u2028b\x85c\r\n", "\x00", "\U0001f600", "?"]


# Parquet


def test_a_table_holds_all_columns(tmp_path: Path) -> None:
    pq = pytest.importorskip("pyarrow.parquet")
    columns = (*COLUMNS, *DUPLICATES)
    rows = [row("ä", COLUMNS), failure("bad", COLUMNS), row("z", COLUMNS, "<html></html>")]
    rows[0] |= {"duplicate_of": "z", "duplicate_because": "same text"}
    parquet.write(iter(rows), to(tmp_path / "x.parquet"), columns)
    table = pq.read_table(tmp_path / "x.parquet")
    assert table.column_names == [*PLAIN, *columns]
    first, bad, last = table.to_pylist()
    assert dict(first["stripped"]) == rows[0]["stripped"]
    assert first["stripped"], "the page has residue"
    same = {name: value for name, value in first.items() if name != "stripped"}
    assert same == {name: value for name, value in rows[0].items() if name != "stripped"}
    assert {finding["kind"] for finding in first["findings"]} >= set(rows[0]["stripped"])
    assert any(first["metadata"].values())
    assert "Jane Doe" in restore(json.loads(first["report"]))
    assert (bad["outcome"], bad["error"], bad["text"]) == ("failed: timeout", "late", "")
    assert (bad["url"], bad["confidence"], bad["stripped"]) == (None, None, [])
    assert [bad[name] for name in columns] == [None] * len(columns)
    assert last["outcome"].startswith("no-article: ")
    assert str(table.schema.field("stripped").type) == "map<string, int32 ('stripped')>"


def test_row_groups_are_written_as_they_fill(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    pq = pytest.importorskip("pyarrow.parquet")
    monkeypatch.setattr(parquet, "GROUP", 3)
    sizes = []

    def rows() -> Iterator[dict[str, Any]]:
        for n in range(8):
            (part,) = tmp_path.glob(".x.parquet.*.part")
            sizes.append(part.stat().st_size)
            yield named(str(n)) | {"text": os.urandom(9999).hex()}

    parquet.write(rows(), to(tmp_path / "x.parquet"), ())
    file = pq.ParquetFile(tmp_path / "x.parquet")
    assert [file.metadata.row_group(n).num_rows for n in range(3)] == [3, 3, 2]
    assert file.read()["id"].to_pylist() == [str(n) for n in range(8)]
    assert sizes[0] < sizes[3] < sizes[6]


def test_no_rows_are_a_table_with_its_columns(tmp_path: Path) -> None:
    pq = pytest.importorskip("pyarrow.parquet")
    parquet.write(iter(()), to(tmp_path / "x.parquet"), COLUMNS)
    table = pq.read_table(tmp_path / "x.parquet")
    assert (table.num_rows, table.column_names) == (0, [*PLAIN, *COLUMNS])


# Folder


def names(output: Path) -> list[str]:
    return sorted(path.name for path in output.iterdir())


def test_a_folder_has_a_file_an_article_and_what_is_known_of_all(tmp_path: Path) -> None:
    rows = [row("one"), failure("two"), row("three", (), "<html></html>")]
    folder.write((dict(r) for r in rows), to(tmp_path / "out"), ())
    assert names(tmp_path / "out") == ["one.txt", "rows.jsonl"]
    text = (tmp_path / "out/one.txt").read_text("utf-8")
    assert text == f"{rows[0]['title']}\n\n{rows[0]['text']}\n"
    known = lines(tmp_path / "out/rows.jsonl")
    assert [(r["id"], r["file"]) for r in known] == [
        ("one", "one.txt"),
        ("two", None),
        ("three", None),
    ]
    for before, after in zip(rows, known, strict=True):
        assert {**after, "text": before["text"]} == {**before, "file": after["file"]}
    assert names(tmp_path) == ["out"]


@pytest.mark.parametrize(
    ("columns", "ending", "start"),
    [
        (("markdown",), "md", "# The bridge"),
        (("html",), "html", "<h1>The bridge"),
        (("markdown", "html"), "md", "# The bridge"),
        (("xmltei",), "xml", "<TEI "),
        (("findings",), "txt", "The bridge"),
    ],
)
def test_the_richest_form_is_written(
    columns: tuple[str, ...], ending: str, start: str, tmp_path: Path
) -> None:
    folder.write(iter([row("one", columns)]), to(tmp_path / "out"), columns)
    text = (tmp_path / f"out/one.{ending}").read_text("utf-8")
    assert text.startswith(start)
    assert text.endswith("\n")
    assert "signatures for it" in text
    known = lines(tmp_path / "out/rows.jsonl")[0]
    assert {"markdown": "html" in known, "html": True}.get(columns[0], True) == (
        columns != ("markdown",)
    )


HARD = [
    "a/b",
    "a_b",
    "../../../etc/passwd",
    "..",
    ".",
    "",
    "/",
    "/absolute",
    "rows.jsonl",
    "rows",
    "ROWS",
    "page",
    "Page-2",
    "page-2",
    "",
    "same",
    "same",
    "SAME",
    "same-2",
    "same",
    "straße",
    "STRASSE",
    "caf\u00e9",
    "cafe\u0301",
    "http://news.example/a?b=c&d=<e>#f",
    "line\nbreak\x00nul",
    "-rf",
    "~",
    "日本語" * 100,
    "日本語" * 101,
    "x" * 5000,
    "x" * 5001,
    "\u202egnp.exe",
    "\udc80",
    "CON",
    "a.txt",
    "a",
    "trailing. ",
]


def test_names_that_no_file_can_have_are_made_safe(tmp_path: Path) -> None:
    folder.write(map(named, HARD), to(tmp_path / "inside/out"), ())
    known = lines(tmp_path / "inside/out/rows.jsonl")
    files = [r["file"] for r in known]
    assert len({name.casefold() for name in files}) == len(HARD)
    assert names(tmp_path / "inside/out") == sorted([*files, "rows.jsonl"])
    assert names(tmp_path) == ["inside"]
    assert names(tmp_path / "inside") == ["out"]
    by_id = dict(zip(HARD, files, strict=True))
    assert by_id["http://news.example/a?b=c&d=<e>#f"] == "http_news.example_a_b_c_d_e_f.txt"
    assert by_id["../../../etc/passwd"] == "etc_passwd.txt"
    assert [files[n] for n in (0, 1)] == ["a_b.txt", "a_b-2.txt"]
    assert not any(name.startswith((".", "/")) for name in files)


@given(st.lists(st.text(max_size=8) | st.sampled_from(HARD), max_size=30))
def test_no_two_files_have_one_name(ids: list[str]) -> None:
    made = folder._Names("txt")
    given_names = [made.name(id_) for id_ in ids]
    assert len({name.casefold() for name in given_names}) == len(ids)
    for name in given_names:
        assert name == Path(name).name
        assert len(os.fsencode(name)) <= 255
        assert name.endswith(".txt")
        assert len(name) > 4


def test_a_thousand_pages_of_one_name_take_no_time() -> None:
    made = folder._Names("txt")
    assert len({made.name("same") for _ in range(20_000)}) == 20_000


def test_a_folder_takes_the_place_of_the_one_before(tmp_path: Path) -> None:
    folder.write(map(named, "ab"), to(tmp_path / "out"), ())
    folder.write(map(named, "bc"), to(tmp_path / "out"), ())
    assert names(tmp_path / "out") == ["b.txt", "c.txt", "rows.jsonl"]


def test_a_folder_takes_the_place_of_a_file(tmp_path: Path) -> None:
    """As with --restart, which is the word to write over what is there."""
    (tmp_path / "out").write_text("a file of the user's")
    folder.write(map(named, "b"), to(tmp_path / "out"), ())
    assert names(tmp_path / "out") == ["b.txt", "rows.jsonl"]


def test_a_link_to_a_folder_stays_one(tmp_path: Path) -> None:
    (tmp_path / "large/disk").mkdir(parents=True)
    (tmp_path / "out").symlink_to(tmp_path / "large/disk")
    folder.write(map(named, "b"), to(tmp_path / "out"), ())
    assert (tmp_path / "out").is_symlink()
    assert names(tmp_path / "large/disk") == ["b.txt", "rows.jsonl"]
    assert names(tmp_path / "large") == ["disk"]


# Whole or not at all

PACKED = ["x.jsonl.gz", "x.jsonl.zst", "x.jsonl.xz", "x.jsonl.bz2"]
FILES = [f"x{writer.ENDINGS[0]}" for writer in writers().values() if writer.ENDINGS]
OUTPUTS = [*FILES, *PACKED, "out"]


@pytest.fixture(params=OUTPUTS)
def before(request: pytest.FixtureRequest, tmp_path: Path) -> Path:
    """An output of an earlier job."""
    output: Path = tmp_path / request.param
    write(map(named, ["old"]), output)
    return output


def everything(folder: Path) -> dict[str, bytes]:
    return {
        str(path.relative_to(folder)): path.read_bytes()
        for path in folder.rglob("*")
        if path.is_file()
    }


def write(rows: Iterator[dict[str, Any]], output: Path) -> None:
    writers()[Plan([], output).form].write(rows, to(output), ())


class Fault(Exception):
    pass


@pytest.mark.parametrize("after", [0, 1, 5000])
@pytest.mark.parametrize("fault", [Fault, KeyboardInterrupt, MemoryError])
def test_rows_that_end_in_a_fault_change_nothing(
    before: Path, after: int, fault: type[BaseException]
) -> None:
    def rows() -> Iterator[dict[str, Any]]:
        for n in range(after if before.name != "out" else min(after, 50)):
            yield named(str(n))
        raise fault

    there = everything(before.parent)
    with pytest.raises(fault):
        write(rows(), before)
    assert everything(before.parent) == there


class Full(io.FileIO):
    """A file on a disk that is full from some byte on."""

    room = 0

    def write(self, data: Any) -> int:
        if self.tell() + len(data) > self.room:
            raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))
        return super().write(data)


@pytest.mark.parametrize("room", [0, 300, 5000])
def test_a_full_disk_changes_nothing(
    before: Path, room: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    dice = random.Random(2)
    real = Path.open

    def opened(path: Path, mode: str = "r", *args: Any, **options: Any) -> Any:
        if "w" not in mode:
            return real(path, mode, *args, **options)
        full = Full(str(path), "w")
        full.room = room
        return io.BufferedWriter(full, 100)

    there = everything(before.parent)
    with monkeypatch.context() as patched, pytest.raises(OSError, match="No space left") as raised:
        patched.setattr(Path, "open", opened)
        patched.setattr(safe_write, "_created", lambda path, target: opened(path, "w"))
        write((named(str(n)) | {"text": dice.randbytes(300).hex()} for n in range(60)), before)
    assert raised.value.errno == errno.ENOSPC
    assert everything(before.parent) == there


@pytest.mark.parametrize("name", OUTPUTS[:-1])
def test_a_disk_that_fails_at_the_end_changes_nothing(
    tmp_path: Path, name: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fails(_: int) -> None:
        raise OSError(errno.EIO, "Input/output error")

    write(iter([named("old")]), tmp_path / name)
    there = everything(tmp_path)
    with monkeypatch.context() as patched, pytest.raises(OSError, match="Input/output error"):
        patched.setattr(os, "fsync", fails)
        write(iter([named("new")]), tmp_path / name)
    assert everything(tmp_path) == there


def test_what_a_kill_left_is_no_hindrance(before: Path) -> None:
    part = before.with_name(safe_write.temporary_name(before))
    if before.name == "out":
        part.mkdir()
        (part / "rows.jsonl").write_text("half")
    else:
        part.write_text("half")
    write(iter([named("new")]), before)
    left = Delivery(before, before.parent)
    left.clear_left()
    assert not part.exists()
    if before.name == "out":
        assert names(before) == ["new.txt", "rows.jsonl"]


def test_an_output_that_cannot_be_written_is_named(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    for name in OUTPUTS:
        with pytest.raises(OSError) as raised:
            write(iter([named("new")]), tmp_path / "file" / name)
        assert str(tmp_path / "file") in str(raised.value.filename)
