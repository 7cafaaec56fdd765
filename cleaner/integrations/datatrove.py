"""CleanPages: a datatrove step, from the HTML in `Document.text` to the article.

Every page is cleaned in a child of the task's process: where a task itself dies, datatrove's
local executor waits for it without end.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import nullcontext

from cleaner.ingest.idle import lent
from cleaner.ingest.inputs import Input
from cleaner.ingest.rows import is_article
from cleaner.ingest.setup import Limits, Setup
from cleaner.integrations.documents import described
from cleaner.integrations.missing import needs
from cleaner.options import Options

with needs("datatrove"):
    from datatrove.data import Document
    from datatrove.pipeline.base import PipelineStep
    from datatrove.pipeline.writers.disk_base import DiskWriter
    from datatrove.utils.typeshelper import StatHints


class CleanPages(PipelineStep):
    """HTML or text in, the article out, and what became of the page in the metadata.

    In: `Document.text`, and the address in `metadata["url"]`. Out: the article as `text`; in the
    metadata `title`, `language`, `outcome`, `confidence`, `stripped` (JSON text), `error`.
    """

    type = "🛢 - EXTRAC"
    name = "🧽 page-cleaner"

    def __init__(  # noqa: PLR0913  # each is a thing that callers set
        self,
        *,
        options: Options | None = None,
        columns: Iterable[str] = (),
        timeout: float = 30.0,
        memory: int = 2 << 30,
        articles_only: bool = True,
        exclusion_writer: DiskWriter | None = None,
    ) -> None:
        """Nothing is started before the first page.

        columns: columns on request, into the metadata. timeout: seconds, and memory: bytes, that
        one page may take. articles_only: leave out the pages that failed or hold no article;
        else they go on with what text they have. exclusion_writer: takes those left out, their
        text as it came, `filter_reason` in their metadata. Raises ValueError for what cannot be.
        """
        super().__init__()
        self.setup = Setup.of(options, columns, Limits(timeout, memory))
        self.articles_only = articles_only
        self.exclusion_writer = exclusion_writer

    def run(
        self, data: Iterable[Document], rank: int = 0, world_size: int = 1
    ) -> Iterator[Document]:
        """The documents that go on. Raises GuardError where no child can be started at all.

        Each is counted in the statistics: `total`, its outcome, and `forwarded` or `dropped`.
        """
        with self.exclusion_writer or nullcontext() as writer, lent(self.setup) as guard:
            for document in data:
                with self.track_time():
                    url = document.metadata.get("url")
                    row = guard.run(Input(document.text, url, document.id))
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
