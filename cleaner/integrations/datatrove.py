"""PageLines and CleanPages: datatrove steps, from JSON Lines to pages, and from pages to articles.

datatrove's own reader leaves out lines that are no JSON or hold a lone surrogate, and all of a file
behind bytes that are no UTF-8; PageLines gives a document for every line. Every page is cleaned in
a child of the task's process: where a task itself dies, datatrove's local executor waits for it
without end.
"""

from __future__ import annotations

import io
import json
from collections.abc import Iterable, Iterator
from contextlib import nullcontext, suppress
from typing import Any, BinaryIO, Unpack

from cleaner.batch.inputs import BadRecord, Fields, Input, Record
from cleaner.batch.readers.json_lines import JsonLine
from cleaner.batch.readers.sources import Source, records
from cleaner.batch.rows import is_article
from cleaner.batch.setup import Settings, Setup
from cleaner.batch.workers.idle import lent
from cleaner.integrations.datatrove_copies import (
    STORY_CONFIG,
    MarkStories,
    StoryCluster,
    StorySignature,
)
from cleaner.integrations.documents import described
from cleaner.integrations.missing import needs

with needs("datatrove"):
    from datatrove.data import Document
    from datatrove.pipeline.base import PipelineStep
    from datatrove.pipeline.readers.base import BaseDiskReader
    from datatrove.pipeline.writers.disk_base import DiskWriter
    from datatrove.utils.typeshelper import StatHints

__all__ = [
    "BROKEN",
    "STORY_CONFIG",
    "CleanPages",
    "MarkStories",
    "PageLines",
    "StoryCluster",
    "StorySignature",
]


BROKEN = "broken_record"
"""The field of the metadata that says why a document holds no page."""
_LARGEST_NUMBER = 1 << 63


class PageLines(BaseDiskReader):
    """Files of JSON Lines, packed or not, to documents of pages: one for every line.

    A line that holds no page is a document without text that says why in its metadata, of which
    `CleanPages` makes `failed: input`. A lone surrogate becomes a question mark.
    """

    type = "📖 - READER"
    name = "🧽 page-cleaner: JSON Lines"

    def __init__(
        self,
        data_folder: Any,  # noqa: ANN401  # as datatrove takes it
        *,
        fields: Fields | None = None,
        metadata: Iterable[str] = (),
        **reader: Any,  # noqa: ANN401
    ) -> None:
        """Take a folder or URL; nothing is read yet.

        fields: which of a line's hold the page, its URL and its id (`html` or `text`, `url`, `id`).
        metadata: names of others to hand on; what is no text or number becomes JSON text. reader:
        other arguments of datatrove's readers from disk, such as `glob_pattern` and `limit`.
        """
        super().__init__(data_folder, **reader)
        self.fields, self.handed_on = fields or Fields(), tuple(metadata)

    def read_file(self, filepath: str) -> Iterator[Document]:
        """A document a line, and one that says why where the file cannot be read on."""
        where = (
            {"file_path": self.data_folder.resolve_paths(filepath)} if self.add_file_path else {}
        )
        for record in records(Source(filepath, "jsonl"), self.fields, self._opened):
            with self.track_time():
                document = self._document(record)
                document.metadata = (self.default_metadata or {}) | where | document.metadata
            yield document

    def _opened(self, name: str) -> BinaryIO:
        return io.BufferedReader(self.data_folder.open(name, "rb"))

    def _document(self, record: Record) -> Document:
        id_, url = record.named()
        metadata = {"url": _plain(url)} | self._others(record)
        try:
            content = record.read().content
        except BadRecord as error:
            return Document("", _plain(id_), metadata=metadata | {BROKEN: str(error)})
        return Document(_plain(content), _plain(id_), metadata=metadata)

    def _others(self, record: Record) -> dict[str, Any]:
        line: object = None
        if self.handed_on and isinstance(record.data, JsonLine):
            with suppress(BadRecord):
                line = record.data.parsed()
        told = line if isinstance(line, dict) else {}
        return {name: _plain(told.get(name)) for name in self.handed_on}


def _plain(value: Any) -> Any:  # noqa: ANN401  # what JSON holds
    """What every writer of datatrove takes: Unicode, a number of 64 bits, or nothing."""
    if isinstance(value, str):
        return value.encode("utf-8", "replace").decode()
    if isinstance(value, int) and abs(value) >= _LARGEST_NUMBER:
        return str(value)
    if isinstance(value, dict | list):
        return json.dumps(value)
    return value


class CleanPages(PipelineStep):
    """HTML or text in, the article out, and what became of the page in the metadata.

    In: `Document.text`, and the address in `metadata["url"]`. Out: the article as `text`; in the
    metadata `title`, `language`, `outcome`, `confidence`, `concerns` and `stripped` (JSON text),
    `error`.
    """

    type = "🛢 - EXTRAC"
    name = "🧽 page-cleaner"

    def __init__(
        self,
        *,
        articles_only: bool = True,
        exclusion_writer: DiskWriter | None = None,
        **settings: Unpack[Settings],
    ) -> None:
        """Nothing is started before the first page.

        articles_only: leave out the pages that failed or hold no article; else they go on with
        what text they have. exclusion_writer: takes those left out, their text as it came,
        `filter_reason` in their metadata. settings: `options`, `columns` (into the metadata),
        `timeout`, `memory` (cleaner.batch.Settings). Raises ValueError for what cannot be.
        """
        super().__init__()
        self.setup = Setup.given(settings)
        self.articles_only = articles_only
        self.exclusion_writer = exclusion_writer

    def run(
        self, data: Iterable[Document], rank: int = 0, world_size: int = 1
    ) -> Iterator[Document]:
        """The documents that go on. Raises GuardError where no child can be started at all.

        Each is counted in the statistics: `total`, its outcome, and `forwarded` or `dropped`.
        """
        with self.exclusion_writer or nullcontext() as writer, lent(self.setup) as worker:
            for document in data:
                with self.track_time():
                    row = worker.run(_page(document))
                self.stat_update(StatHints.total, row.outcome)
                document.metadata = described(row, document.metadata)
                if is_article(row.outcome) or not self.articles_only:
                    document.text = row.text
                    self.stat_update(StatHints.forwarded)
                    self.update_doc_stats(document)
                    yield document
                    continue
                self.stat_update(StatHints.dropped)
                if writer:
                    document.metadata["filter_reason"] = row.outcome
                    writer.write(document, rank)


def _page(document: Document) -> Input | Record:
    """The page in a document, or what a reader of ours said of it, which no writer need know."""
    if broken := document.metadata.pop(BROKEN, None):
        error = BadRecord(broken)
        error.named = document.id, document.metadata.get("url")
        return Record(document.id, error)
    return Input(document.text, document.metadata.get("url"), document.id)
