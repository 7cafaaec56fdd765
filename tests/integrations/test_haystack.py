"""Haystack: the converter gives the rows of `cleaner batch`, whatever the pages do."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

pytest.importorskip("haystack", reason="pip install '.[haystack]'")

from haystack import Pipeline
from haystack.dataclasses import ByteStream

from cleaner.batch.rows import Row, is_article
from cleaner.integrations.haystack import PageCleaner
from cleaner.options import Options
from tests.integrations.pages import LIMITS, PAGES, SOURCES, code, row_from

pytestmark = pytest.mark.engine

STREAMS = [
    ByteStream.from_string(str(page.content), meta={"id": page.id, "url": page.url})
    for page in PAGES
]


def ran(cleaner: PageCleaner, sources: list[Any], **run: Any) -> dict[str, list[Any]]:
    pipeline = Pipeline()
    pipeline.add_component("cleaner", cleaner)
    return pipeline.run({"cleaner": {"sources": sources} | run})["cleaner"]


def test_the_rows_are_those_of_a_batch(expected_rows: list[Row]) -> None:
    result = ran(PageCleaner(workers=2, **LIMITS), STREAMS)
    articles = [row_from(d.meta["id"], d.content, d.meta) for d in result["documents"]]
    assert articles == [row for row in expected_rows if is_article(row.outcome)]
    rest = [row_from(s.meta["id"], "", s.meta) for s in result["failed"]]
    assert rest == [row for row in expected_rows if not is_article(row.outcome)]
    assert all(s.to_string() == SOURCES[s.meta["id"]] for s in result["failed"])


def test_files_with_meta_for_each(tmp_path: Path) -> None:
    (tmp_path / "page.html").write_bytes(SOURCES["bees-0"].replace("utf-8", "latin1").encode())
    missing = tmp_path / "missing.html"
    result = ran(PageCleaner(workers=1), [tmp_path / "page.html", missing], meta=[{"n": 1}, {}])
    (document,), (failed,) = result["documents"], result["failed"]
    assert document.meta["n"] == 1
    assert document.meta["file_path"] == str(tmp_path / "page.html")
    assert failed.meta["file_path"] == str(missing)
    assert failed.meta["outcome"] == "failed: input"
    assert "No such file" in failed.meta["error"]


def test_the_charset_of_the_header_is_heard() -> None:
    text = "Die Fähre nach Föhr fällt am Montag aus, weil Taucher einen Riss im Ruder fanden."
    page = ByteStream(f"<p>{text}</p><p>{text}</p>".encode("cp1250"), {"encoding": "cp1250"})
    (document,) = ran(PageCleaner(workers=1), [page])["documents"]
    assert "Fähre" in document.content


def test_a_pipeline_is_dumped_and_loaded(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HAYSTACK_DESERIALIZATION_ALLOWLIST", "cleaner.integrations.haystack")
    options = Options(keep={"byline", "caption"}, source_kind="page")
    cleaner = PageCleaner(options=options, columns=["markdown"], workers=1, **LIMITS)
    pipeline = Pipeline()
    pipeline.add_component("cleaner", cleaner)
    loaded = Pipeline.loads(pipeline.dumps()).get_component("cleaner")
    assert isinstance(loaded, PageCleaner)
    assert (loaded.setup, loaded.workers) == (cleaner.setup, 1)


def test_arguments_that_cannot_be() -> None:
    with pytest.raises(ValueError, match="timeout must be above 0"):
        PageCleaner(timeout=0)


def test_the_examples_of_the_docs_run(capsys: pytest.CaptureFixture[str]) -> None:
    exec(code("haystack.md", "Local"), {})
    assert capsys.readouterr().out.strip() == code("haystack.md", "Local", "text").strip()
    fallback: dict[str, Any] = {}
    exec(code("haystack.md", "A failed page"), fallback)
    result = fallback["pipeline"].run({"cleaner": {"sources": [ByteStream(b"%PDF-1.7")]}})
    assert result["patient"]["failed"][0].meta["outcome"] == "no-article: not-html"
    fsspec = pytest.importorskip("fsspec")
    fsspec.filesystem("memory").pipe("/my-bucket/pages/1.html", SOURCES["bees-0"].encode())
    stored: dict[str, Any] = {}
    exec(code("haystack.md", "Object storage").replace('"s3"', '"memory"'), stored)
    assert [d.meta["title"] for d in stored["articles"]] == [
        "Beekeepers of Harwick count fewer losses"
    ]
