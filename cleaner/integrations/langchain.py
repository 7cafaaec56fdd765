"""CleanPages: a LangChain document transformer, from HTML to the article."""

from __future__ import annotations

import logging
from collections import Counter
from collections.abc import Sequence
from typing import Unpack

from cleaner.batch.inputs import Input
from cleaner.batch.rows import is_article
from cleaner.batch.setup import Settings, Setup
from cleaner.integrations.documents import described, rows_of
from cleaner.integrations.missing import needs

with needs("langchain"):
    from langchain_core.documents import BaseDocumentTransformer, Document

__all__ = ["CleanPages"]

log = logging.getLogger(__name__)


class CleanPages(BaseDocumentTransformer):
    """HTML or text in, the article out, and what became of the page in the metadata.

    In: `page_content`, and the address in `metadata["source"]`. Out: copies with the article as
    `page_content`; in the metadata `title`, `language`, `outcome`, `confidence`, `concerns` and
    `stripped` (JSON text), `error`.
    """

    def __init__(
        self,
        *,
        workers: int | None = None,
        articles_only: bool = True,
        **settings: Unpack[Settings],
    ) -> None:
        """Nothing is started before the first page.

        workers: child processes; None is one a processor. articles_only: leave out the pages that
        failed or hold no article, and log how many. settings: `options`, `columns` (into the
        metadata), `timeout`, `memory` (cleaner.batch.Settings). Raises ValueError for what cannot
        be.
        """
        self.setup = Setup.given(settings)
        self.workers = workers
        self.articles_only = articles_only

    def transform_documents(
        self, documents: Sequence[Document], **kwargs: object
    ) -> Sequence[Document]:
        """The cleaned documents, in their order. Raises nothing for what a page does."""
        rows = rows_of(map(_page, documents), self.setup, self.workers)
        pairs = list(zip(documents, rows, strict=True))
        if self.articles_only:
            _warn(Counter(row.outcome for row in rows if not is_article(row.outcome)), len(rows))
            pairs = [(document, row) for document, row in pairs if is_article(row.outcome)]
        return [
            document.model_copy(
                update={"page_content": row.text, "metadata": described(row, document.metadata)}
            )
            for document, row in pairs
        ]


def _page(document: Document) -> Input:
    return Input(document.page_content, document.metadata.get("source"), document.id or "")


def _warn(gone: Counter[str], count: int) -> None:
    if gone:
        why = ", ".join(f"{outcome} ({number})" for outcome, number in sorted(gone.items()))
        log.warning("left out %d of %d pages: %s", gone.total(), count, why)
