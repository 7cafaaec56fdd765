"""Sources by name: files, folders, globs, standard input, fsspec URLs; and the pages in them."""

from __future__ import annotations

import glob
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from types import ModuleType
from typing import BinaryIO

from cleaner.files import BadInput, expand
from cleaner.ingest.inputs import BadRecord, Fields, MissingField, Record
from cleaner.ingest.optional import MissingExtra, needed
from cleaner.ingest.readers import json_lines, page, parquet, warc
from cleaner.ingest.streams import is_url, opened

FORMATS: dict[str, ModuleType] = {
    "warc": warc,
    "jsonl": json_lines,
    "parquet": parquet,
    "page": page,
}
ENDINGS = tuple(ending for reader in FORMATS.values() for ending in reader.ENDINGS)


@dataclass(frozen=True)
class Source:
    """A file, standard input (`-`) or URL, and the format it is in."""

    name: str
    format: str

    @property
    def is_page(self) -> bool:
        """Whether it is one page and not a file of many."""
        return self.format == "page"


def sources(names: Iterable[str], form: str | None = None) -> list[Source]:
    """The sources that names stand for, each once, in order.

    names: files, folders (searched for ENDINGS), globs, `-`, fsspec URLs. form: the format of
    those whose name does not tell. Raises BadInput, naming what cannot be used.
    """
    names = list(names)
    local = expand((n for n in names if not is_url(n)), ENDINGS)
    if absent := next((n for n in local if n != "-" and not Path(n).exists()), None):
        raise BadInput(f"{absent}: no such file")
    remote = [found for name in names if is_url(name) for found in _expand_url(name)]
    return [Source(name, format_of(name, form)) for name in (*local, *remote)]


def format_of(name: str, form: str | None = None) -> str:
    """The format of a file by its ending. Raises BadInput."""
    lower = name.lower()
    for known, reader in FORMATS.items():
        if lower.endswith(reader.ENDINGS):
            return known
    if form is not None:
        return form
    if name == "-":
        return "jsonl"
    raise BadInput(f"{name}: of no known format; say which by --from {'|'.join(FORMATS)}")


def _expand_url(url: str) -> list[str]:
    """The files that a URL, a folder or a pattern of URLs stands for."""
    fs, path = needed("fsspec.core", f"reading {url}").url_to_fs(url)
    if glob.has_magic(path):
        found = sorted(fs.glob(path))
    elif fs.isdir(path):
        found = [name for name in sorted(fs.find(path)) if name.lower().endswith(ENDINGS)]
    else:
        return [url]
    if not found:
        raise BadInput(f"{url}: nothing matches")
    return [fs.unstrip_protocol(name) for name in found]


class Pages:
    """The pages of sources, in order, and how many bytes of the sources have been read."""

    def __init__(self, sources: Sequence[Source], fields: Fields) -> None:
        """Nothing is opened before it is iterated over."""
        self.sources, self.fields = sources, fields
        self.total = sum(map(size, sources))
        self._finished = 0
        self._stream: BinaryIO | None = None

    def __iter__(self) -> Iterator[Record]:
        """A Record a page; damage of a source is a Record too."""
        for source in self.sources:
            yield from records(source, self.fields, self._open)
            self._finished += size(source)

    def _open(self, name: str) -> BinaryIO:
        self._stream = opened(name)
        return self._stream

    @property
    def read(self) -> int:
        """Bytes that have been read, of `total`."""
        stream = self._stream
        inside = stream.tell() if stream and not stream.closed and stream.seekable() else 0
        return min(self.total, self._finished + inside)


def records(
    source: Source, fields: Fields, opened: Callable[[str], BinaryIO] = opened
) -> Iterator[Record]:
    """The pages of a source; where it cannot be read on, a last Record that says where and why."""
    reader = FORMATS[source.format]
    last = ""
    try:
        with opened(source.name) as stream:
            for record in reader.records(stream, source.name, fields):
                last = record.name
                yield record
    except MissingExtra:
        raise
    except MissingField as error:
        yield Record(f"{source.name}!", error)
    except Exception as error:  # whatever a format's library raises, the other sources go on
        where = f"after {last}" if last else "from its start"
        yield Record(f"{source.name}!", BadRecord(f"cannot be read {where}: {_said(error)}"))


def _said(error: Exception) -> str:
    return (isinstance(error, OSError) and error.strerror) or str(error) or type(error).__name__


def check(sources: Iterable[Source], fields: Fields) -> None:
    """See what can be seen before a job begins. Raises BadInput, MissingExtra."""
    for form in {source.format for source in sources}:
        if module := FORMATS[form].NEEDS:
            needed(module, f"reading {form}")
    for source in sources:
        first = next(records(source, fields), None) if source.format == "parquet" else None
        if first and isinstance(first.data, MissingField):
            raise BadInput(f"{source.name}: {first.data}")


def size(source: Source) -> int:
    """Bytes of a file; 0 where that is not known."""
    return Path(source.name).stat().st_size if Path(source.name).is_file() else 0
