"""datatrove: whatever the pages do, its executors give the rows of `cleaner batch`."""

from __future__ import annotations

import gzip
import json
import os
import subprocess
import sys
from collections import Counter
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest

pytest.importorskip("datatrove", reason="pip install 'page-cleaner[datatrove]'")

from datatrove.data import Document
from warcio.statusandheaders import StatusAndHeaders
from warcio.warcwriter import WARCWriter

from cleaner.ingest.guard import Guard, GuardError
from cleaner.ingest.inputs import Input
from cleaner.ingest.rows import Row, is_article
from cleaner.integrations.datatrove import CleanPages
from tests.integrations.pages import LIMITS, PAGES, SOURCES, code, row_from, write_jsonl

pytestmark = pytest.mark.engine

SBATCH = """#!/bin/sh
for job; do :; done
export SLURM_JOB_ID=7 SLURM_NODELIST=here
grep -q merge_stats $job || for task in 0 1; do SLURM_ARRAY_TASK_ID=$task sh $job || exit 1; done
echo Submitted batch job 7
"""
"""Enough of Slurm for an executor to run its tasks here, one after the other."""
BEFORE = """
import fsspec
store = fsspec.filesystem("memory")
store.put("pages/", "/my-bucket/pages/", recursive=True)
"""
AFTER = """
    print(store.cat_file("/my-bucket/articles/000_00000.parquet")[:4])
"""


def job(folder: Path, heading: str, **run: Any) -> str:
    """Run an example of the docs as a script, with the limits of these tests; what it logged."""
    script = code("datatrove.md", heading)
    assert "timeout=30.0" in script
    limits = ", ".join(f"{name}={value}" for name, value in LIMITS.items())
    (folder / "job.py").write_text(
        run.pop("before", "")
        + script.replace("timeout=30.0", limits).replace("s3://", "memory://")
        + run.pop("after", "")
    )
    done = subprocess.run(
        [sys.executable, "job.py"], cwd=folder, timeout=120, capture_output=True, text=True, **run
    )
    assert done.returncode == 0, done.stderr
    return done.stdout + done.stderr


def documents(folder: Path) -> dict[str, dict[str, Any]]:
    files = (gzip.decompress(file.read_bytes()).decode() for file in sorted(folder.iterdir()))
    lines = [line for file in files for line in file.splitlines()]
    found = {told["id"]: told for told in map(json.loads, lines)}
    assert len(found) == len(lines)
    return found


def row(told: dict[str, Any]) -> Row:
    return row_from(told["id"], told.get("text", ""), told["metadata"])


@pytest.fixture(scope="module")
def done(tmp_path_factory: pytest.TempPathFactory, poison: dict[str, str]) -> Path:
    folder = tmp_path_factory.mktemp("datatrove")
    write_jsonl(folder / "pages", "page", files=3)
    job(folder, "Local", env=poison)
    return folder


def test_the_rows_are_those_of_a_batch(done: Path, expected_rows: list[Row]) -> None:
    articles, rest = documents(done / "articles"), documents(done / "left-out")
    assert {id_: row(told) for id_, told in articles.items()} == {
        row.id: row for row in expected_rows if is_article(row.outcome)
    }
    assert {id_: told["text"] for id_, told in rest.items()} == {
        row.id: SOURCES[row.id] for row in expected_rows if not is_article(row.outcome)
    }
    assert {id_: row(told | {"text": ""}) for id_, told in rest.items()} == {
        row.id: row for row in expected_rows if not is_article(row.outcome)
    }
    assert all(t["metadata"]["filter_reason"] == t["metadata"]["outcome"] for t in rest.values())


def test_every_page_is_counted(done: Path, expected_rows: list[Row]) -> None:
    told = json.loads((done / "logs" / "stats.json").read_text())[1]
    assert told["name"] == "🛢 - EXTRAC: 🧽 page-cleaner"
    counts = {name: s if isinstance(s, int) else s["total"] for name, s in told["stats"].items()}
    outcomes = Counter(row.outcome for row in expected_rows)
    articles = sum(is_article(row.outcome) for row in expected_rows)
    sums = {"total": len(PAGES), "forwarded": articles, "dropped": len(PAGES) - articles}
    assert counts == outcomes | sums | {"doc_len": counts["doc_len"]}


def test_a_second_run_does_nothing(done: Path, poison: dict[str, str]) -> None:
    before = {f: f.stat().st_mtime_ns for f in done.glob("*/*.gz")}
    assert "all 2 tasks have already been completed" in job(done, "Local", env=poison)
    assert {f: f.stat().st_mtime_ns for f in done.glob("*/*.gz")} == before


def test_slurm(tmp_path: Path, poison: dict[str, str]) -> None:
    write_jsonl(tmp_path / "pages", "some", files=2, pages=some("ferry-0", "poison-exit"))
    programs = tmp_path / "bin"
    programs.mkdir()
    for name, text in {"sbatch": SBATCH, "srun": '#!/bin/sh\nshift 3\nexec "$@"\n'}.items():
        (programs / name).write_text(text)
        (programs / name).chmod(0o755)
    (programs / "scontrol").symlink_to("/bin/echo")
    path = os.pathsep.join((str(programs), str(Path(sys.executable).parent), poison["PATH"]))
    job(tmp_path, "Cluster", env=poison | {"PATH": path})
    assert list(documents(tmp_path / "articles")) == ["ferry-0"]
    assert list(documents(tmp_path / "left-out")) == ["poison-exit"]


def test_object_storage(tmp_path: Path, poison: dict[str, str]) -> None:
    write_jsonl(tmp_path / "pages", "some", pages=some("ferry-0", "poison-exit"))
    assert "PAR1" in job(tmp_path, "Object storage", env=poison, before=BEFORE, after=AFTER)


def test_warc(tmp_path: Path, poison: dict[str, str], expected_rows: list[Row]) -> None:
    pytest.importorskip("magic", reason="WarcReader needs libmagic", exc_type=ImportError)
    pages = some("ferry-0", "poison-segfault", "choir-3", "empty-body")
    (tmp_path / "crawl").mkdir()
    with (tmp_path / "crawl" / "one.warc.gz").open("wb") as out:
        writer = WARCWriter(out, gzip=True)
        for page in pages:
            head = StatusAndHeaders("200 OK", [("Content-Type", "text/html")], protocol="HTTP/1.1")
            body = BytesIO(str(page.content).encode())
            writer.write_record(
                writer.create_warc_record(page.url, "response", body, http_headers=head)
            )
    job(tmp_path, "WARC", env=poison)
    found = documents(tmp_path / "articles").values()
    ids = {page.url: page.id for page in pages}
    rows = [row(told | {"id": ids[told["metadata"]["url"]]}) for told in found]
    assert {r.id: r for r in rows} == {r.id: r for r in expected_rows if r.id in ids.values()}


def test_a_task_fails_where_no_child_can_be_started(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object) -> None:
        raise GuardError("a worker process could not be started: it ended with status 1")

    monkeypatch.setattr(Guard, "_ready", refuse)
    with pytest.raises(GuardError):
        list(CleanPages()(iter([Document(SOURCES["ferry-0"], "ferry-0")])))


def some(*ids: str) -> list[Input]:
    return [page for page in PAGES if page.id in ids]
