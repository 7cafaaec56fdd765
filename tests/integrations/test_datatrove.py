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

pytest.importorskip("datatrove", reason="pip install '.[datatrove]'")

from datatrove.data import Document
from datatrove.pipeline.dedup import MinhashDedupBuckets, MinhashDedupFilter
from warcio.statusandheaders import StatusAndHeaders
from warcio.warcwriter import WARCWriter

from cleaner.batch import find_copies
from cleaner.batch.dedup.copies import STORY
from cleaner.batch.inputs import Fields, Input
from cleaner.batch.many import clean_many
from cleaner.batch.readers.sources import Pages, sources
from cleaner.batch.rows import Row, is_article
from cleaner.batch.workers.worker import GuardError, Worker
from cleaner.integrations.datatrove import (
    BROKEN,
    STORY_CONFIG,
    CleanPages,
    MarkStories,
    PageLines,
    StoryCluster,
    StorySignature,
)
from tests.integrations.copied import ROWS, told
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


LINES = [
    b'{"html": "<p>cut in ha',
    b"[1]",
    b"",
    b'{"html": "caf\xe9"}',
    b'{"html": "<p>A lone surrogate \\ud800 in a page of its own.</p>", "id": "lone \\udfff"}',
    b'{"html": null, "id": "null"}',
    b'{"html": ' + b"[" * 100_000 + b"}",
    b'{"html": "<p>One.</p>", "html": "<p>The last of two counts.</p>", "id": "twice"}',
    b'{"html": "<p>Numbers.</p>", "score": NaN, "large": 123456789012345678901234567890}',
    b'{"html": "<p>Bytes \0 of nothing.</p>"}',
    b'\xef\xbb\xbf{"html": "<p>Behind a mark.</p>", "id": "bom"}\r',
    b'{"text": ["a"]}',
]


def test_a_document_comes_out_for_every_line(tmp_path: Path, poison: dict[str, str]) -> None:
    write_jsonl(tmp_path / "pages", "page", files=2)
    with (tmp_path / "pages" / "page-1.jsonl").open("ab") as file:
        file.write(b"\n".join([*LINES, b""]))
    job(tmp_path, "Local", env=poison)
    found = documents(tmp_path / "articles") | documents(tmp_path / "left-out")
    assert len(found) == len(PAGES) + len(LINES) - 1  # one is empty
    batch = clean_many(Pages(sources([str(tmp_path / "pages")]), Fields()), **LIMITS)
    assert Counter(told["metadata"]["outcome"] for told in found.values()) == Counter(
        row.outcome for row in batch
    )
    assert "broken_record" not in str(found)


def test_fields_beside_the_page_are_handed_on(tmp_path: Path) -> None:
    lines = [b'{"body": "<p>x</p>", "date": "2024\\ud800", "n": 1e3, "more": {"a": [1]}}']
    lines += [b'{"body": "<p>y</p>", "n": 123456789012345678901234567890}', b"{", b"[]"]
    (tmp_path / "x.jsonl").write_bytes(b"\n".join(lines))
    reader = PageLines(
        str(tmp_path),
        fields=Fields("body"),
        metadata=("date", "n", "more"),
        default_metadata={"crawl": "one"},
        add_file_path=False,
    )
    one, two, *broken = reader.run()
    assert (one.text, one.id) == ("<p>x</p>", "x.jsonl:1")
    assert one.metadata == {
        **{"crawl": "one", "url": None, "date": "2024?", "n": 1000.0, "more": '{"a": [1]}'}
    }
    assert two.metadata["n"] == "123456789012345678901234567890"
    assert [document.metadata[BROKEN][:20] for document in broken] == [
        "not JSON: Expecting ",
        "a record with fields",
    ]
    cleaned = list(CleanPages(articles_only=False)(iter(broken)))
    assert [document.metadata["outcome"] for document in cleaned] == ["failed: input"] * 2
    assert [document.id for document in cleaned] == ["x.jsonl:3", "x.jsonl:4"]


def test_a_file_that_is_damaged_is_a_document_and_the_next_is_read(tmp_path: Path) -> None:
    (tmp_path / "a.jsonl.gz").write_bytes(gzip.compress(b'{"html": "<p>a</p>"}\n' * 900)[:-9])
    (tmp_path / "b.jsonl").write_bytes(b'{"html": "<p>b</p>"}')
    found = list(PageLines(str(tmp_path)).run())
    assert "cannot be read" in next(d.metadata[BROKEN] for d in found if BROKEN in d.metadata)
    assert found[-1].text == "<p>b</p>"


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

    monkeypatch.setattr(Worker, "_ready", refuse)
    with pytest.raises(GuardError):
        list(CleanPages()(iter([Document(SOURCES["ferry-0"], "ferry-0")])))


def some(*ids: str) -> list[Input]:
    return [page for page in PAGES if page.id in ids]


# One story once


def article(row: dict[str, Any]) -> Document:
    metadata = {name: row[name] for name in ("url", "outcome")}
    return Document(row["text"], row["id"], metadata=metadata | {"metadata": row["metadata"]})


def test_the_stories_are_those_of_batch(tmp_path: Path) -> None:
    signatures, pairs, found = (str(tmp_path / name) for name in ("signatures", "pairs", "found"))
    shares = [ROWS[:30], ROWS[30:50], ROWS[50:]]
    for task, rows in enumerate(shares):
        StorySignature(signatures).run(map(article, rows), task, len(shares))
    buckets = STORY_CONFIG.num_buckets
    for task in range(buckets):
        MinhashDedupBuckets(signatures, pairs, config=STORY_CONFIG).run(None, task, buckets)
    with pytest.raises(ValueError, match="one task"):
        StoryCluster(pairs, signatures, found).run(None, 0, 2)
    StoryCluster(pairs, signatures, found).run()
    marked, kept = list[Document](), list[Document]()
    for task, rows in enumerate(shares):
        documents = list(MarkStories(found).run(map(article, rows), task, len(shares)))
        marked += documents
        kept += MinhashDedupFilter(found).run(iter(documents), task, len(shares))
    stories = told(find_copies(ROWS))
    assert {d.id: tuple(d.metadata[name] for name in STORY) for d in marked} == stories
    assert [d.id for d in kept] == [id_ for id_, story in stories.items() if story[1] is None]
