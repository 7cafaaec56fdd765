"""LangChain: the transformer gives the rows of `cleaner batch`, whatever the pages do."""

from __future__ import annotations

import asyncio
import logging
from typing import Any

import pytest

pytest.importorskip("langchain_core", reason="pip install '.[langchain]'")

from langchain_core.documents import Document

from cleaner.batch.rows import Row, is_article
from cleaner.integrations.langchain import CleanPages
from tests.integrations.pages import HARM, LIMITS, PAGES, SOURCES, code, row_from

pytestmark = pytest.mark.engine

DOCUMENTS = [
    Document(str(page.content), id=page.id, metadata={"source": page.url}) for page in PAGES
]
GOOD = DOCUMENTS[0]
EXIT = next(d for d in DOCUMENTS if d.id == "poison-exit")


def rows(documents: list[Document]) -> list[Row]:
    return [row_from(str(d.id), d.page_content, d.metadata) for d in documents]


def test_the_rows_are_those_of_a_batch(expected_rows: list[Row]) -> None:
    clean = CleanPages(workers=2, articles_only=False, **LIMITS)
    assert rows(clean.transform_documents(DOCUMENTS)) == expected_rows
    assert DOCUMENTS[0].page_content == PAGES[0].content  # what was given is left alone


def test_what_is_no_article_is_left_out_and_counted(
    poison: dict[str, str], caplog: pytest.LogCaptureFixture
) -> None:
    with caplog.at_level(logging.WARNING):
        kept = CleanPages(workers=1, **LIMITS).transform_documents([GOOD, EXIT, GOOD])
    assert [d.id for d in kept] == ["ferry-0", "ferry-0"]
    told = [r.getMessage() for r in caplog.records if r.name == "cleaner.integrations.langchain"]
    assert told == ["left out 1 of 3 pages: failed: crash (1)"]


def test_async(poison: dict[str, str]) -> None:
    clean = CleanPages(workers=1, articles_only=False, **LIMITS)
    documents = asyncio.run(clean.atransform_documents([GOOD, EXIT]))
    assert [d.metadata["outcome"] for d in documents] == ["cleaned", "failed: crash"]


def test_metadata_given_stays_and_columns_come_as_text() -> None:
    given = Document("By Jane Doe\n\nThe ferry to Harwick was cancelled on Monday, they said.")
    given.metadata = {"title": "As the loader found it", "page": 3}
    clean = CleanPages(columns=["markdown", "metadata"], articles_only=False)
    (document,) = clean.transform_documents([given])
    assert document.metadata["title"] == "As the loader found it"
    assert document.metadata["page"] == 3
    assert document.metadata["markdown"].startswith("The ferry")
    assert isinstance(document.metadata["metadata"], str)


def test_arguments_that_cannot_be() -> None:
    with pytest.raises(ValueError, match="timeout must be above 0"):
        CleanPages(timeout=0)
    with pytest.raises(ValueError, match="no column mark; there are: markdown"):
        CleanPages(columns=["mark"])


def test_the_examples_of_the_docs_run(capsys: pytest.CaptureFixture[str]) -> None:
    exec(code("langchain.md", "Local"), {})
    assert capsys.readouterr().out.strip() == code("langchain.md", "Local", "text").strip()
    fsspec = pytest.importorskip("fsspec")
    fsspec.filesystem("memory").pipe("/my-bucket/pages/1.html", SOURCES["bees-0"].encode())
    stored: dict[str, Any] = {}
    exec(code("langchain.md", "Object storage").replace('"s3"', '"memory"'), stored)
    assert [document.metadata["source"] for document in stored["articles"]]


def test_all_kinds_of_harm_were_done(expected_rows: list[Row]) -> None:
    failed = [row.outcome for row in expected_rows if row.failed]
    assert len(failed) == len(HARM)
    assert set(failed) == {f"failed: {why}" for why in ("timeout", "memory", "crash", "fault")}
    assert sum(is_article(row.outcome) for row in expected_rows) == 40
