"""`cleaner batch`: what is written where, what is said, what is refused, and the exit status."""

from __future__ import annotations

import errno
import fcntl
import gzip
import io
import json
import os
import re
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from concurrent.futures import Future
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

from cleaner.batch import many
from cleaner.batch.job import job, progress
from cleaner.batch.rows import as_json
from cleaner.batch.workers.child import work
from cleaner.cli.main import main
from cleaner.files import safe_write
from tests.batch.made import page, write_jsonl
from tests.batch.readers.archives import HTML, http, warc
from tests.cases import ROOT

COMMAND = [sys.executable, "-m", "cleaner", "batch"]
PLAIN = ("--duplicates", "off", "--workers", "1")
FINISHED, FAILURES, REFUSED, STOPPED = range(4)
INTERRUPTED = 130
CLOSED = 141
TERMINATED = 143
TABLE_AND_IMAGE = """<table><tr><td>North</td><td>21 m</td></tr><tr><td>South</td><td>20 m</td></tr>
</table><img src="/p.jpg" alt="Pier"><p>The works on the pier cost nine million euros, the council
said, of which the region has paid two thirds.</p>"""


class Worker:
    """As that of cleaner.batch.workers.worker, in this process: a child takes a second to start."""

    def __init__(self, setup: Any) -> None:
        self.setup = setup

    def run_json(self, task: Any) -> bytes:
        return as_json(self.run(task))

    def run(self, task: Any) -> Any:
        return work(task, self.setup)


@contextmanager
def guarded(_: int, setup: Any) -> Iterator[Any]:
    def submit(function: Any, task: Any) -> Future[Any]:
        future = Future[Any]()
        future.set_result(function(Worker(setup), task))
        return future

    yield submit


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """The working folder; pages are cleaned in this process."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(job, "guarded", guarded)
    monkeypatch.setattr(many, "guarded", guarded)
    monkeypatch.setattr(many.Worker, "run", Worker.run)
    monkeypatch.setattr(progress, "PART", 4)
    before = signal.getsignal(signal.SIGTERM)
    yield tmp_path
    signal.signal(signal.SIGTERM, before)


def run(*arguments: str, stdin: bytes | None = None) -> Result:
    """Run in this process; an exception that has no status fails the test."""
    given = ["batch", *arguments]
    return CliRunner().invoke(main, given, input=stdin, catch_exceptions=False)


def shell(*arguments: str, **options: Any) -> subprocess.CompletedProcess[bytes]:
    """Run as users do."""
    given = [*COMMAND, *arguments]
    return subprocess.run(given, capture_output=True, timeout=120, check=False, **options)


def rows(path: Path | str) -> list[dict[str, Any]]:
    return [json.loads(line) for line in Path(path).read_bytes().splitlines()]


def ids(path: Path | str) -> list[str]:
    return [row["id"] for row in rows(path)]


def listing(folder: Path) -> dict[str, bytes | None]:
    """Everything in a folder."""
    return {
        str(path.relative_to(folder)): path.read_bytes() if path.is_file() else None
        for path in sorted(folder.rglob("*"))
    }


def pages(count: int) -> list[str]:
    return [f"page-{n}" for n in range(count)]


# What comes out


def test_a_job_gives_a_row_a_page_and_says_what_it_did(here: Path) -> None:
    write_jsonl(here / "pages.jsonl", 10)
    result = run("pages.jsonl", "-o", "new/out.jsonl", "--summary", "s.json", *PLAIN)
    assert (result.exit_code, result.stdout) == (FINISHED, "")
    assert ids("new/out.jsonl") == pages(10)
    assert result.stderr.startswith("cleaner: new/out.jsonl: 10 pages in ")
    assert "articles 10, without an article 0, failed 0" in result.stderr
    assert sorted(path.name for path in (here / "new").iterdir()) == ["out.jsonl", "out.jsonl.job"]
    summary = json.loads((here / "s.json").read_text())
    assert {name: summary[name] for name in ("pages", "articles", "no_article", "failed")} == {
        "pages": 10,
        "articles": 10,
        "no_article": 0,
        "failed": 0,
    }
    assert sum(summary["outcomes"].values()) == 10
    assert summary["output"] == "new/out.jsonl"
    assert summary["stripped"]


@pytest.mark.parametrize("output", ["out.jsonl.gz", "out.parquet", "articles", "out.ndjson.zst"])
def test_the_same_pages_in_every_form(here: Path, output: str) -> None:
    if output.endswith("parquet"):
        pytest.importorskip("pyarrow")
    write_jsonl(here / "pages.jsonl", 6)
    result = run("pages.jsonl", "-o", output, "--with", "markdown", *PLAIN)
    assert result.exit_code == FINISHED
    if output == "articles":
        assert len(list((here / output).glob("*.md"))) == 6
        assert ids("articles/rows.jsonl") == pages(6)
    else:
        assert run(output, "-o", "again.jsonl", "--html-field", "markdown", *PLAIN).exit_code == 0
        assert ids("again.jsonl") == pages(6)


def test_rows_show_what_is_asked_for(here: Path) -> None:
    body = page(1).replace("</article>", TABLE_AND_IMAGE + "</article>")
    (here / "pages.jsonl").write_text(json.dumps({"html": body, "url": "https://news.example/1"}))
    asked = ["pages.jsonl", "--with", "markdown", "--with", "xmltei", *PLAIN]
    run(*asked, "-o", "usual.jsonl")
    run(*asked, "-o", "asked.jsonl", "--images", "--no-tables")
    (usual,), (other,) = rows("usual.jsonl"), rows("asked.jsonl")
    assert "21 m" in usual["text"]
    assert "21 m" not in other["text"] + other["markdown"] + other["xmltei"]
    assert "![Pier](https://news.example/p.jpg)" in other["markdown"]
    assert '<graphic url="https://news.example/p.jpg">' in other["xmltei"]
    assert "p.jpg" not in usual["markdown"]


def test_copies_are_marked_or_dropped(here: Path) -> None:
    pytest.importorskip("rensa")
    lines = [{"id": str(n), "html": page(n % 3)} for n in range(5)]
    (here / "pages.jsonl").write_text("\n".join(map(json.dumps, lines)))
    assert run("pages.jsonl", "-o", "marked.jsonl").exit_code == FINISHED
    copies = [row["duplicate_of"] for row in rows("marked.jsonl")]
    assert copies[2] is None
    assert sorted(map(bool, copies)) == [False, False, False, True, True]
    assert all(
        bool(row["duplicate_because"]) == bool(row["duplicate_of"]) for row in rows("marked.jsonl")
    )
    result = run("pages.jsonl", "-o", "dropped.jsonl", "--duplicates", "drop", "--summary", "-")
    summary = json.loads(result.stdout)
    assert (summary["pages"], summary["duplicates"], len(rows("dropped.jsonl"))) == (5, 2, 3)
    run("pages.jsonl", "-o", "off.jsonl", "--duplicates", "off")
    assert "duplicate_of" not in rows("off.jsonl")[0]
    assert set(rows("marked.jsonl")[0]) - set(rows("off.jsonl")[0]) == {
        "duplicate_of",
        "duplicate_because",
    }


def test_options_reach_the_pages(here: Path) -> None:
    line = {"key": 5, "link": "http://a.example/", "body": page(1), "html": "<p>not this</p>"}
    (here / "pages.jsonl").write_text(json.dumps(line))
    fields = ("--html-field", "body", "--url-field", "link", "--id-field", "key")
    result = run("pages.jsonl", "-o", "out.jsonl", *fields, "--keep", "byline", *PLAIN)
    assert result.exit_code == FINISHED
    (row,) = rows("out.jsonl")
    assert (row["id"], row["url"]) == ("5", "http://a.example/")
    assert "By Jane Doe" in row["text"]
    run("pages.jsonl", "-o", "text.jsonl", *fields, "--source-kind", "text", *PLAIN)
    assert "<p>" in rows("text.jsonl")[0]["text"]


def test_every_broken_input_has_a_row_that_names_the_place(
    here: Path, caplog: pytest.LogCaptureFixture
) -> None:
    good = json.dumps({"id": "good", "html": page(1)}).encode() + b"\n"
    (here / "half.jsonl").write_bytes(good + good[:90])
    long = b"".join(json.dumps({"html": page(n)}).encode() + b"\n" for n in range(40))
    (here / "cut.jsonl.gz").write_bytes(gzip.compress(long)[:-9])
    archive = [gzip.compress(warc("resource", page(n).encode(), n, HTML)) for n in range(3)]
    archive[1] = archive[1][:40] + b"damage" + archive[1][46:]
    (here / "damaged.warc.gz").write_bytes(b"".join(archive))
    gone = gzip.compress(warc("response", http(page(7).encode(), status="404 Gone"), 7))
    (here / "gone.warc.gz").write_bytes(gone)
    result = run(*listing(here), "-o", "out.jsonl", "--summary", "-", *PLAIN)
    assert result.exit_code == FAILURES
    found = {row["id"]: row for row in rows("out.jsonl")}
    failed = {id_ for id_, row in found.items() if row["outcome"].startswith("failed: ")}
    assert failed == {"half.jsonl:2", "cut.jsonl.gz!", "damaged.warc.gz@0+"}
    assert {found[id_]["outcome"] for id_ in failed} == {"failed: input"}
    assert "not JSON" in found["half.jsonl:2"]["error"]
    assert "cannot be read after cut.jsonl.gz:" in found["cut.jsonl.gz!"]["error"]
    assert "damaged WARC after byte 0: " in found["damaged.warc.gz@0+"]["error"]
    missing = found[f"urn:uuid:{7:032}"]
    assert (missing["outcome"], missing["text"]) == ("no-article: http-404", "")
    articles = [row for row in found.values() if row["text"]]
    assert len(articles) > 20
    assert {f"urn:uuid:{n:032}" for n in (0, 2)} < {row["id"] for row in articles}
    summary = json.loads(result.stdout)
    assert (summary["failed"], summary["no_article"]) == (3, 1)
    assert summary["pages"] == len(rows("out.jsonl"))
    for id_ in failed:
        assert any(message.startswith(f"{id_}: failed: input (") for message in caplog.messages)


def test_a_source_without_any_page_is_told(here: Path, caplog: pytest.LogCaptureFixture) -> None:
    (here / "empty.jsonl").write_bytes(b"")
    assert run("empty.jsonl", "-o", "out.jsonl", *PLAIN).exit_code == FINISHED
    assert caplog.messages == ["empty.jsonl: holds no page"]
    assert (here / "out.jsonl").read_bytes() == b""


# Standard input and output


def test_rows_on_standard_output(here: Path) -> None:
    write_jsonl(here / "pages.jsonl", 3)
    result = run("pages.jsonl", "-o", "-", "--summary", "s.json")
    assert (result.exit_code, result.stderr) == (FINISHED, "")
    assert [json.loads(line)["id"] for line in result.stdout.splitlines()] == pages(3)
    assert json.loads((here / "s.json").read_text())["pages"] == 3
    (here / "pages.jsonl").write_text("{}\n")
    assert run("pages.jsonl", "-o", "-").exit_code == FAILURES
    assert list(listing(here)) == ["pages.jsonl", "s.json"]


def test_standard_input_that_is_a_pipe(tmp_path: Path) -> None:
    archive = b"".join(gzip.compress(warc("resource", page(n).encode(), n, HTML)) for n in range(3))
    result = shell("-", "--from", "warc", "-o", "-", "--workers", "1", input=archive[:-20])
    assert result.returncode == FAILURES, result.stderr
    found = [json.loads(line) for line in result.stdout.splitlines()]
    assert [row["id"][-1] for row in found[:2]] == ["0", "1"]
    assert "cut short" in found[-1]["error"]


def test_a_pipe_that_is_closed_ends_the_job_in_a_sentence(tmp_path: Path) -> None:
    source = write_jsonl(tmp_path / "pages.jsonl", 40)
    given = [*COMMAND, str(source), "-o", "-", "--workers", "1"]
    with subprocess.Popen(given, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as process:
        assert process.stdout
        assert process.stderr
        assert json.loads(process.stdout.readline())["id"] == "page-0"
        process.stdout.close()
        said = process.stderr.read().decode()
        assert process.wait(60) == CLOSED
    assert re.match(
        r"cleaner: stopped: standard output was closed; [1-9]\d* pages are done; ", said
    )
    assert said.count("\n") == 1


def test_standard_output_on_a_full_disk(tmp_path: Path) -> None:
    if not Path("/dev/full").exists():
        pytest.skip("no /dev/full")
    source = write_jsonl(tmp_path / "pages.jsonl", 1)
    with Path("/dev/full").open("wb") as full:
        given = [*COMMAND, str(source), "-o", "-", "--workers", "1"]
        result = subprocess.run(given, stdout=full, stderr=subprocess.PIPE, check=False)
    assert result.returncode == STOPPED
    said = result.stderr.decode()
    assert said.startswith("cleaner: stopped: standard output cannot be written: No space left")
    assert said.count("\n") == 1


# What is refused, with nothing written


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["pages.jsonl"], "Missing option '-o'"),
        (["-o", "out.jsonl"], "Missing argument 'SOURCE"),
        (["absent.jsonl", "-o", "out.jsonl"], "cleaner: absent.jsonl: no such file"),
        (["absent*", "-o", "out.jsonl"], "cleaner: absent*: nothing matches"),
        (["empty", "-o", "out.jsonl"], "cleaner: empty: no page in this folder"),
        (["odd.bin", "-o", "out.jsonl"], "odd.bin: of no known format; say which by --from"),
        (["pages.jsonl", "odd.bin", "-o", "out.jsonl"], "odd.bin: of no known format"),
        (["pages.jsonl", "-o", "out.jsonl", "--with", "pdf"], "no column pdf; there are: markdown"),
        (["pages.jsonl", "-o", "out.jsonl", "--keep", "nothing"], "unknown kind nothing; valid"),
        (["pages.jsonl", "-o", "out.jsonl", "--timeout", "0"], "timeout must be above 0"),
        (["pages.jsonl", "-o", "out.jsonl", "--timeout", "nan"], "timeout must be above 0"),
        (["pages.jsonl", "-o", "out.jsonl", "--timeout", "inf"], "timeout must be above 0"),
        (["pages.jsonl", "-o", "out.jsonl", "--timeout", "1e300"], "at most 1,000,000 seconds"),
        (["pages.jsonl", "-o", "out.jsonl", "--memory", "0"], "memory must be"),
        (["pages.jsonl", "-o", "out.jsonl", "--memory", "9" * 20], "memory must be"),
        (
            ["pages.jsonl", "-o", "out.jsonl", "--workers", "0"],
            "Invalid value for '-j' / '--workers'",
        ),
        (["pages.jsonl", "-o", "."], "cleaner: .: name a file or a folder of its own"),
        (["pages.jsonl", "-o", ""], "name a file or a folder of its own"),
        (["pages.jsonl", "-o", "empty/.."], "name a file or a folder of its own"),
        (["pages.jsonl", "-o", "/"], "name a file or a folder of its own"),
        (["pages.jsonl", "-o", "/proc"], "cleaner: /proc: a disk of its own; name a folder in it"),
        (["pages.jsonl", "-o", "folder.jsonl"], "folder.jsonl: is a folder; name a file"),
        (["pages.jsonl", "-o", "pages.jsonl"], "pages.jsonl: is both a source and what -o names"),
        (["pages.jsonl", "-o", "pages.jsonl", "--restart"], "is both a source and what -o names"),
        (["./pages.jsonl", "-o", "empty/../pages.jsonl"], "is both a source and what -o names"),
        (
            ["pages.jsonl", "-o", "-", "--duplicates", "mark"],
            "--duplicates does not work with rows",
        ),
        (["pages.jsonl", "-o", "-", "--summary", "-"], "--summary - does not work with rows"),
        (["-", "--from", "parquet", "-o", "out.jsonl"], "cannot be read from standard input"),
        (
            ["pages.jsonl", "-o", "pages.jsonl/out.jsonl"],
            "/out.jsonl: cannot be written: Not a dir",
        ),
        (["pages.jsonl", "-o", "/proc/none/out.jsonl"], "/out.jsonl: cannot be written: No such"),
        (
            ["pages.jsonl", "-o", "theirs.jsonl"],
            "theirs.jsonl: not made by this command; --restart",
        ),
        (["pages.jsonl", "-o", "theirs"], "theirs: not empty, and not made by this command; name"),
        (["pages.jsonl", "-o", "theirs", "--restart"], "not made by this command; name another"),
        (["s3://a/b.jsonl", "-o", "out.jsonl"], "reading s3://a/b.jsonl needs"),
    ],
    ids=lambda value: " ".join(value)[:50] if isinstance(value, list) else "",
)
def test_a_job_that_cannot_be_is_refused(
    here: Path, arguments: list[str], said: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "s3fs", None)
    write_jsonl(here / "pages.jsonl", 1)
    (here / "odd.bin").write_text("x")
    (here / "empty").mkdir()
    (here / "folder.jsonl").mkdir()
    (here / "theirs").mkdir()
    (here / "theirs/letter.txt").write_text("Dear all")
    (here / "theirs.jsonl").write_text("{}")
    before = listing(here)
    result = run(*arguments)
    assert result.exit_code == REFUSED
    assert said in result.stderr
    assert result.stdout == ""
    assert listing(here) == before


def test_a_table_without_the_column_is_refused_before_anything_is_written(here: Path) -> None:
    pa, pq = pytest.importorskip("pyarrow"), pytest.importorskip("pyarrow.parquet")
    pq.write_table(pa.table({"body": ["a"], "link": ["b"]}), "pages.parquet")
    for output in ("out.jsonl", "-"):
        result = run("pages.parquet", "-o", output, *PLAIN)
        assert result.exit_code == REFUSED
        assert result.stderr == (
            "cleaner: pages.parquet: no field html or text or content; its fields are: body, link\n"
        )
    assert list(listing(here)) == ["pages.parquet"]


@contextmanager
def nobody(folder: Path) -> Iterator[None]:
    """Root may write anywhere, so another user is played."""
    for path in (folder, *list(folder.parents)[:3]):
        if path.stat().st_uid == os.getuid():
            path.chmod(path.stat().st_mode | 0o055)
    before = os.geteuid()
    if before == 0:
        os.seteuid(65534)
    try:
        yield
    finally:
        os.seteuid(before)


def test_folders_without_permission_are_refused(here: Path) -> None:
    write_jsonl(here / "pages.jsonl", 1)
    (here / "locked").mkdir(mode=0o500)
    (here / "closed").mkdir(mode=0o000)
    with nobody(here):
        for output in ("locked/out.jsonl", "locked/out", "closed/out.jsonl", "closed/out"):
            result = run("pages.jsonl", "-o", output, *PLAIN)
            assert result.exit_code == REFUSED
            assert f"{output}: cannot be written: Permission denied" in result.stderr
        result = run("closed/pages.jsonl", "-o", "out.jsonl", *PLAIN)
        assert result.exit_code == REFUSED
        assert "closed/pages.jsonl: cannot be read: Permission denied" in result.stderr
    assert listing(here / "locked") == {}


def test_a_source_without_permission_is_told(here: Path) -> None:
    write_jsonl(here / "pages.jsonl", 1)
    write_jsonl(here / "closed.jsonl", 1).chmod(0o000)
    (here / "out").mkdir(mode=0o777)
    (here / "out").chmod(0o777)
    with nobody(here):
        result = run("closed.jsonl", "pages.jsonl", "-o", "out/out.jsonl", *PLAIN)
    assert result.exit_code == FAILURES
    assert ids("out/out.jsonl") == ["closed.jsonl!", "page-0"]
    error = rows("out/out.jsonl")[0]["error"]
    assert error == "cannot be read from its start: Permission denied"


def test_a_folder_in_a_folder_without_permission_is_not_passed_over(here: Path) -> None:
    (here / "data/closed").mkdir(parents=True)
    write_jsonl(here / "data/pages.jsonl", 1)
    (here / "data/closed").chmod(0o000)
    with nobody(here):
        assert run("data", "-o", "-").exit_code == REFUSED


@pytest.mark.parametrize("output", ["out.xml", "out.txt", "out.html.gz", "out.jsonl.lz4"])
def test_a_file_of_another_form_is_refused(here: Path, output: str) -> None:
    write_jsonl(here / "pages.jsonl", 1)
    result = run("pages.jsonl", "-o", output, *PLAIN)
    assert result.exit_code == REFUSED
    assert f"{output}: name FILE.jsonl" in result.stderr
    assert not (here / output).exists()


def test_an_empty_folder_is_used(here: Path) -> None:
    write_jsonl(here / "pages.jsonl", 2)
    (here / "out").mkdir()
    assert run("pages.jsonl", "-o", "out", *PLAIN).exit_code == FINISHED
    assert list(listing(here / "out")) == ["page-0.txt", "page-1.txt", "rows.jsonl"]


@pytest.mark.parametrize("output", ["theirs.jsonl", "theirs"])
def test_restart_writes_over_a_file(here: Path, output: str) -> None:
    write_jsonl(here / "pages.jsonl", 2)
    (here / output).write_text("theirs")
    assert run("pages.jsonl", "-o", output, *PLAIN).exit_code == REFUSED
    assert (here / output).read_text() == "theirs"
    assert run("pages.jsonl", "-o", output, "--restart", *PLAIN).exit_code == FINISHED


# The same command again


@pytest.fixture
def done(here: Path) -> Path:
    """A job that is finished, with 10 pages."""
    write_jsonl(here / "pages.jsonl", 10)
    assert run("pages.jsonl", "-o", "out.jsonl", *PLAIN).exit_code == FINISHED
    return here


def test_a_finished_job_does_nothing(done: Path) -> None:
    before = (done / "out.jsonl").stat()
    result = run("pages.jsonl", "-o", "out.jsonl", "--summary", "-", *PLAIN)
    assert result.exit_code == FINISHED
    assert (
        "out.jsonl: already finished, nothing to do. Use --restart to start again" in result.stderr
    )
    assert json.loads(result.stdout)["pages"] == 10
    after = (done / "out.jsonl").stat()
    assert (after.st_mtime_ns, after.st_ino) == (before.st_mtime_ns, before.st_ino)


def test_a_finished_job_with_failures_keeps_its_status(here: Path) -> None:
    (here / "pages.jsonl").write_text("{}\n")
    for _ in range(2):
        assert run("pages.jsonl", "-o", "out.jsonl", *PLAIN).exit_code == FAILURES


@pytest.mark.parametrize("limit", [("--timeout", "9"), ("--memory", "999"), ("--workers", "2")])
def test_limits_and_workers_may_change(done: Path, limit: tuple[str, str]) -> None:
    result = run("pages.jsonl", "-o", "out.jsonl", "--duplicates", "off", *limit)
    assert result.exit_code == FINISHED


def test_an_output_that_was_removed_is_made_anew(done: Path) -> None:
    before = (done / "out.jsonl").read_bytes()
    (done / "out.jsonl").unlink()
    result = run("pages.jsonl", "-o", "out.jsonl", *PLAIN)
    assert result.exit_code == FINISHED
    assert "already finished" not in result.stderr
    assert (done / "out.jsonl").read_bytes() == before


@pytest.mark.parametrize(
    ("options", "said"),
    [
        (["--keep", "byline"], "keep was [] and is ['byline']"),
        (["--strip", "byline"], "strip was [] and is ['byline']"),
        (["--source-kind", "page"], "source kind was None and is 'page'"),
        (["--no-links"], "links was True and is False"),
        (["--images"], "images was False and is True"),
        (["--no-tables"], "tables was True and is False"),
        (["--no-formatting"], "formatting was True and is False"),
        (["--with", "html"], "columns was [] and is ['html']"),
        (["--html-field", "html"], "fields was {'html': None,"),
        (["--duplicates", "mark"], "duplicates was 'off' and is 'mark'"),
    ],
)
def test_changed_options_are_refused_by_name(done: Path, options: list[str], said: str) -> None:
    before = listing(done)
    result = run("pages.jsonl", "-o", "out.jsonl", *PLAIN, *options)
    assert result.exit_code == REFUSED
    assert result.stderr.startswith(f"cleaner: out.jsonl was started with other settings: {said}")
    assert result.stderr.endswith("; use --restart to start again\n")
    assert listing(done) == before
    assert run("pages.jsonl", "-o", "out.jsonl", *PLAIN, *options, "--restart").exit_code == 0


@pytest.mark.parametrize("change", ["more", "touched", "other"])
def test_changed_sources_are_refused(done: Path, change: str) -> None:
    if change == "more":
        write_jsonl(done / "pages.jsonl", 11)
    elif change == "touched":
        os.utime(done / "pages.jsonl", (1, 1))
    else:
        shutil.copy2(done / "pages.jsonl", done / "other.jsonl")
    result = run("other.jsonl" if change == "other" else "pages.jsonl", "-o", "out.jsonl", *PLAIN)
    assert result.exit_code == REFUSED
    said = "was started with other settings: the sources have other names, sizes or times; use"
    assert f"out.jsonl {said} --restart" in result.stderr
    assert ids("out.jsonl") == pages(10)


def test_restart_begins_anew(done: Path) -> None:
    write_jsonl(done / "pages.jsonl", 3)
    assert run("pages.jsonl", "-o", "out.jsonl", "--restart", *PLAIN).exit_code == FINISHED
    assert ids("out.jsonl") == pages(3)


def test_another_version_is_refused(done: Path) -> None:
    known = done / "out.jsonl.job/job.json"
    text = known.read_text()
    known.write_text(text.replace('"version": "', '"version": "0.0.'))
    result = run("pages.jsonl", "-o", "out.jsonl", *PLAIN)
    assert result.exit_code == REFUSED
    assert "other settings: version was '0.0." in result.stderr


@pytest.mark.parametrize(
    "text",
    [
        *("", "{", "\xff"),
        *("[]", "[1]", '"a"', "null", "{}", '{"a": 1}'),
    ],
)
def test_a_damaged_memory_is_refused_and_nothing_is_lost(here: Path, text: str) -> None:
    stopped(here, after=6)
    (here / "out.jsonl.job/job.json").write_bytes(text.encode("latin-1"))
    before = listing(here)
    result = run("pages.jsonl", "-o", "out.jsonl", *PLAIN)
    assert result.exit_code == REFUSED
    assert "out.jsonl.job/job.json: damaged" in result.stderr
    assert "--restart" in result.stderr
    assert listing(here) == before
    assert run("pages.jsonl", "-o", "out.jsonl", "--restart", *PLAIN).exit_code == FINISHED
    assert ids("out.jsonl") == pages(10)


def test_two_processes_do_not_work_on_one_output(done: Path) -> None:
    with Path("out.jsonl.job/lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        for more in ((), ("--restart",)):
            result = run("pages.jsonl", "-o", "out.jsonl", *PLAIN, *more)
            assert result.exit_code == REFUSED
            assert result.stderr == "cleaner: out.jsonl: another process is at work on it\n"
    assert run("pages.jsonl", "-o", "out.jsonl", *PLAIN).exit_code == FINISHED


@pytest.mark.parametrize("output", ["data/out.jsonl", "data/articles"])
def test_an_output_among_its_sources_is_no_source(here: Path, output: str) -> None:
    """Not when it is there, and not while it is being made."""
    (here / "data").mkdir()
    stopped(here, 6, "data", output)
    if not output.endswith("jsonl"):
        part = Path(output).with_name(safe_write.temporary_name(Path(output)))
        part.mkdir()
        (part / "half.txt").write_text("left by a kill")
    assert run("data", "-o", output, *PLAIN).exit_code == FINISHED
    assert "already finished" in run("data", "-o", output, *PLAIN).stderr
    assert run("data", "-o", output, "--restart", *PLAIN).exit_code == FINISHED
    index = output if output.endswith("jsonl") else f"{output}/rows.jsonl"
    assert ids(index) == pages(10)


# Stopped


@contextmanager
def interrupted_behind(after: int) -> Iterator[None]:
    """Ctrl-C comes behind so many pages."""
    real, count = Worker.run, 0

    def run_or_stop(self: Worker, task: Any) -> Any:
        nonlocal count
        count += 1
        if count > after:
            raise KeyboardInterrupt
        return real(self, task)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(Worker, "run", run_or_stop)
        yield


def stopped(
    here: Path, after: int, source: str = "pages.jsonl", output: str = "out.jsonl"
) -> Result:
    """A job of 10 pages that Ctrl-C ended behind so many."""
    pages = here / source
    write_jsonl(pages / "pages.jsonl" if pages.is_dir() else pages, 10)
    with interrupted_behind(after):
        return run(source, "-o", output, *PLAIN)


@contextmanager
def counted() -> Iterator[list[Any]]:
    """The pages that workers of this process are given to clean."""
    cleaned: list[Any] = []
    real = Worker.run

    def run_counted(self: Worker, task: Any) -> Any:
        cleaned.append(task)
        return real(self, task)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(Worker, "run", run_counted)
        yield cleaned


@pytest.mark.parametrize("after", [0, 1, 4, 9])
def test_ctrl_c_loses_nothing(here: Path, after: int) -> None:
    result = stopped(here, after)
    assert result.exit_code == INTERRUPTED
    assert (
        result.stderr
        == f"cleaner: stopped: {after} pages are done. Run the same command to continue\n"
    )
    assert not (here / "out.jsonl").exists()
    with counted() as cleaned:
        assert run("pages.jsonl", "-o", "out.jsonl", *PLAIN).exit_code == FINISHED
    assert ids("out.jsonl") == pages(10)
    assert len(cleaned) == 10 - after


def test_ctrl_c_with_rows_on_standard_output(here: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write_jsonl(here / "pages.jsonl", 2)

    def stop(*_: Any) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(many.Worker, "run", stop)
    result = run("pages.jsonl", "-o", "-")
    assert result.exit_code == INTERRUPTED
    assert "stopped: 0 pages are done; rows on standard output cannot be continued" in result.stderr
    assert "goes on" not in result.stderr


def test_sources_that_changed_in_secret_are_refused(here: Path) -> None:
    """Same name, size and time, and another page where the first part began."""
    stopped(here, 6)
    source = here / "pages.jsonl"
    stat = source.stat()
    source.write_bytes(source.read_bytes().replace(b"rebuilt", b"sold to", 1))
    os.utime(source, ns=(stat.st_atime_ns, stat.st_mtime_ns))
    result = run("pages.jsonl", "-o", "out.jsonl", *PLAIN)
    assert result.exit_code == REFUSED
    assert (
        "pages.jsonl:1: page 1 is not the one that was cleaned before; use --restart"
        in result.stderr
    )


def test_standard_input_that_is_given_again_goes_on(here: Path) -> None:
    write_jsonl(here / "pages.jsonl", 10)
    data = (here / "pages.jsonl").read_bytes()
    real, count = Worker.run, 0

    def run_or_stop(self: Worker, task: Any) -> Any:
        nonlocal count
        count += 1
        if count == 7:
            raise KeyboardInterrupt
        return real(self, task)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(Worker, "run", run_or_stop)
        assert run("-", "-o", "out.jsonl", *PLAIN, stdin=data).exit_code == INTERRUPTED
    short = run("-", "-o", "out.jsonl", *PLAIN, stdin=b"")
    assert short.exit_code == REFUSED
    assert "the end of the sources: page 1 is not the one" in short.stderr
    assert run("-", "-o", "out.jsonl", *PLAIN, stdin=data).exit_code == FINISHED
    assert ids("out.jsonl") == pages(10)


class Full(io.FileIO):
    """A file on a full disk."""

    def write(self, data: Any) -> int:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))


@pytest.mark.parametrize(
    "full",
    [
        *("000000000000-", "000000000004-", "000000000008-", "out.jsonl"),
        *("job.json", "job.json again"),
    ],
)
def test_a_disk_that_fills_up_at_any_file(
    here: Path, full: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Whatever cannot be written is named, and the same command goes on when there is room."""
    write_jsonl(here / "pages.jsonl", 10)
    name, _, again = full.partition(" ")
    real, seen = safe_write._created, []

    def created(path: Path, target: Path) -> Any:
        if path.name.startswith(f".{name}"):
            seen.append(path)
            if len(seen) == (2 if again else 1):
                return io.BufferedWriter(Full(str(path), "w"))
        return real(path, target)

    with monkeypatch.context() as patch:
        patch.setattr(safe_write, "_created", created)
        result = run("pages.jsonl", "-o", "out.jsonl", *PLAIN)
    assert seen
    assert result.exit_code == STOPPED
    assert "No space left on device" in result.stderr
    assert "out.jsonl" in result.stderr
    assert result.stderr.startswith("cleaner: stopped: ")
    assert result.stderr.count("\n") == 1
    for part in (here / "out.jsonl.job/parts").iterdir():
        assert all(json.loads(line) for line in part.read_bytes().splitlines())
    assert run("pages.jsonl", "-o", "out.jsonl", *PLAIN).exit_code == FINISHED
    assert ids("out.jsonl") == pages(10)
    assert not [path for path in here.rglob("*") if path.name.endswith(".part")]


def test_a_disk_that_fails_to_store_is_no_success(
    here: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write_jsonl(here / "pages.jsonl", 10)

    def fails(_: int) -> None:
        raise OSError(errno.EIO, os.strerror(errno.EIO))

    with monkeypatch.context() as patch:
        patch.setattr(safe_write.os, "fsync", fails)
        assert run("pages.jsonl", "-o", "out.jsonl", *PLAIN).exit_code == STOPPED
    assert run("pages.jsonl", "-o", "out.jsonl", *PLAIN).exit_code == FINISHED
    assert ids("out.jsonl") == pages(10)


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """A disk with room for some of the rows."""
    disk = tmp_path / "disk"
    disk.mkdir()
    mount = ["mount", "-t", "tmpfs", "-o", "size=160k", "tmpfs", str(disk)]
    if os.geteuid() or subprocess.run(mount, capture_output=True, check=False).returncode:
        pytest.skip("may not mount a small disk")
    yield disk
    subprocess.run(["umount", "-l", str(disk)], check=True)


def test_a_real_disk_that_is_full(here: Path, small_disk: Path) -> None:
    write_jsonl(here / "pages.jsonl", 150)
    output = small_disk / "out.jsonl"
    result = run("pages.jsonl", "-o", str(output), *PLAIN)
    assert result.exit_code == STOPPED
    assert result.stderr.startswith(f"cleaner: stopped: {output}")
    assert (
        "cannot be written: No space left on device. Run the same command to continue"
        in result.stderr
    )
    assert not output.exists()
    parts = list((small_disk / "out.jsonl.job/parts").iterdir())
    assert len(parts) > 8
    subprocess.run(["mount", "-o", "remount,size=8m", str(small_disk)], check=True)
    assert run("pages.jsonl", "-o", str(output), *PLAIN).exit_code == FINISHED
    assert ids(output) == pages(150)


SMALL_PARTS = """
import sys
from cleaner.cli.main import main
from cleaner.batch.job import progress
progress.PART = 8
main(sys.argv[1:])
"""


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT])
def test_a_signal_in_the_middle(here: Path, number: signal.Signals) -> None:
    write_jsonl(here / "pages.jsonl", 300)
    arguments = ["pages.jsonl", "-o", "out.jsonl", *PLAIN]
    given = [sys.executable, "-c", SMALL_PARTS, "batch", *arguments]
    environment = os.environ | {"PYTHONPATH": str(ROOT)}
    with subprocess.Popen(given, stderr=subprocess.PIPE, env=environment) as process:
        assert process.stderr
        parts = here / "out.jsonl.job/parts"
        while not (parts.exists() and any(parts.iterdir())) and process.poll() is None:
            time.sleep(0.01)
        process.send_signal(number)
        said = process.stderr.read().decode()
        assert process.wait(60) == 128 + number
        onward = "Run the same command to continue"
        assert re.fullmatch(rf"cleaner: stopped: \d+ pages are done\. {onward}\n", said)
    assert not (here / "out.jsonl").exists()
    assert run(*arguments).exit_code == FINISHED
    assert ids("out.jsonl") == pages(300)


# What is not installed


@pytest.mark.parametrize(
    ("module", "source", "output", "said"),
    [
        ("fastwarc", "x.warc.gz", "out.jsonl", "needs fastwarc: "),
        ("pyarrow", "x.parquet", "out.jsonl", "needs pyarrow: "),
        ("pyarrow.parquet", "x.jsonl", "out.parquet", "writing out.parquet needs pyarrow"),
        ("backports.zstd", "x.jsonl", "out.jsonl.zst", "reading and writing .zst needs"),
        ("backports.zstd", "x.jsonl.zst", "out.jsonl", "reading and writing .zst needs"),
        ("fsspec.core", "memory://a/b.jsonl", "out.jsonl", "reading memory://a/b.jsonl needs"),
    ],
)
def test_a_library_that_is_missing_is_named_with_its_extra(  # noqa: PLR0913  # fields of a case
    here: Path, module: str, source: str, output: str, said: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, module, None)
    if "zstd" in module and sys.version_info >= (3, 14):
        monkeypatch.setitem(sys.modules, "compression.zstd", None)
    if "://" not in source:
        write_jsonl(here / source, 1)
    before = listing(here)
    result = run(source, "-o", output)
    assert result.exit_code == REFUSED
    assert said in result.stderr
    assert "pip install '.[ingest]' in a checkout of page-cleaner" in result.stderr
    assert result.stderr.count("\n") == 1
    assert listing(here) == before


def test_without_the_library_for_copies_a_job_says_so_and_goes_on(
    here: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "rensa", None)
    write_jsonl(here / "pages.jsonl", 2)
    result = run("pages.jsonl", "-o", "out.jsonl", "--workers", "1")
    assert result.exit_code == FINISHED
    assert result.stderr.startswith("cleaner: copies are not looked for: it needs rensa: pip ")
    assert ids("out.jsonl") == pages(2)
    assert "duplicate_of" not in rows("out.jsonl")[0]


@pytest.mark.parametrize("asked", ["mark", "drop"])
def test_copies_that_were_asked_for_need_the_library(
    here: Path, asked: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "rensa", None)
    write_jsonl(here / "pages.jsonl", 2)
    result = run("pages.jsonl", "-o", "out.jsonl", "--duplicates", asked)
    assert result.exit_code == REFUSED
    assert "looking for copies (or say --duplicates off) needs rensa: pip " in result.stderr
    assert list(listing(here)) == ["pages.jsonl"]


def test_one_page_needs_nothing_of_all_this(tmp_path: Path) -> None:
    (tmp_path / "one.html").write_text(page(1))
    code = """
import sys
sys.argv = ["cleaner", "clean", "one.html"]
from cleaner.cli.main import main
main(standalone_mode=False)
heavy = ("cleaner.batch", "cleaner.integrations", "pyarrow", "fastwarc", "rensa", "fsspec")
print([name for name in sys.modules if name.startswith(heavy)], file=sys.stderr)
"""
    environment = os.environ | {"PYTHONPATH": str(ROOT)}
    command = [sys.executable, "-c", code]
    done = subprocess.run(command, cwd=tmp_path, env=environment, capture_output=True, check=True)
    assert done.stderr.decode() == "[]\n"
    assert b"signatures for it" in done.stdout


def test_help_names_the_exit_statuses_and_examples() -> None:
    said = " ".join(run("--help").stdout.split())
    assert "Exit status: 0 finished, 1 finished but some pages failed, 2 wrong usage" in said
    assert "3 stopped before the end, 130 interrupted, 143 terminated" in said
    assert "cleaner batch pages/ -o articles.jsonl " in said
