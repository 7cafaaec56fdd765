"""PageCleaner: a Haystack converter, from HTML files and streams to documents of articles."""

# without postponed annotations: Haystack 2 reads types of sockets as they stand

from dataclasses import asdict
from pathlib import Path
from typing import Any, Self, Unpack

from cleaner.batch.inputs import BadRecord, Input, Record
from cleaner.batch.rows import is_article
from cleaner.batch.setup import Settings, Setup
from cleaner.integrations.documents import described, rows_of
from cleaner.integrations.missing import needs
from cleaner.options import Options

with needs("haystack"):
    from haystack import Document, component, default_from_dict, default_to_dict
    from haystack.components.converters.utils import get_bytestream_from_source, normalize_metadata
    from haystack.dataclasses import ByteStream

__all__ = ["PageCleaner"]


@component
class PageCleaner:
    """HTML or text in, documents of articles out, and what became of each page in their `meta`.

    In: paths or streams, as `HTMLToDocument` takes them, with the address in `meta["url"]` and
    the charset that the HTTP header named in `meta["encoding"]`. `meta` out has `title`,
    `language`, `outcome`, `confidence`, `concerns` and `stripped` (JSON text), and `error`.
    """

    def __init__(
        self,
        *,
        workers: int | None = None,
        **settings: Unpack[Settings],
    ) -> None:
        """Nothing is started before the first page.

        workers: child processes; None is one a processor. settings: `options`, `columns` (into
        the meta), `timeout`, `memory` (cleaner.batch.Settings). Raises ValueError for what cannot
        be.
        """
        self.setup = Setup.given(settings)
        self.workers = workers

    def to_dict(self) -> dict[str, Any]:
        """The component as plain data."""
        setup = self.setup
        options = asdict(setup.options)
        options |= {name: sorted(options[name]) for name in ("keep", "strip")}
        plain: dict[str, Any] = default_to_dict(
            self,
            **setup.settings() | {"options": options, "columns": list(setup.columns)},
            workers=self.workers,
        )
        return plain

    @classmethod
    def from_dict(cls, data: dict[str, Any]) -> Self:
        """The component that `to_dict` told of."""
        given = data["init_parameters"]
        options = Options(**given.get("options") or {})
        told = data | {"init_parameters": given | {"options": options}}
        made: Self = default_from_dict(cls, told)
        return made

    @component.output_types(documents=list[Document], failed=list[ByteStream])
    def run(
        self,
        sources: list[str | Path | ByteStream],
        meta: dict[str, Any] | list[dict[str, Any]] | None = None,
    ) -> dict[str, Any]:
        """Clean the pages; `meta` is added to each, or from a list one to each.

        documents: the articles, in the order of their sources. failed: the pages that failed,
        could not be read or hold no article, as they came; `meta` says why. Raises nothing for
        what a page does.
        """
        metas = normalize_metadata(meta, len(sources))
        opened = [_opened(source, given) for source, given in zip(sources, metas, strict=True)]
        rows = rows_of([page for _, page in opened], self.setup, self.workers)
        documents, rest = [], []
        for (stream, _), row in zip(opened, rows, strict=True):
            told = described(row, stream.meta)
            if is_article(row.outcome):
                documents.append(Document(content=row.text, meta=told))
            else:
                rest.append(ByteStream(stream.data, told, stream.mime_type))
        return {"documents": documents, "failed": rest}


def _opened(
    source: str | Path | ByteStream, given: dict[str, Any]
) -> tuple[ByteStream, Input | Record]:
    """The stream, with the meta given beside its own, and the page in it."""
    try:
        stream = get_bytestream_from_source(source)
    except OSError as error:
        name = str(source)
        return ByteStream(b"", {"file_path": name} | given), Record(name, BadRecord(str(error)))
    meta = stream.meta | given
    page = Input(stream.data, meta.get("url"), charset=meta.get("encoding"))
    return ByteStream(stream.data, meta, stream.mime_type), page
