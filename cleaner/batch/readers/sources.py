"""Sources by name: files, folders, globs, standard input, fsspec URLs; and the pages in them."""

from __future__ import annotations

import glob
import logging
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, BinaryIO

from cleaner.batch.inputs import BadRecord, Fields, MissingField, Record
from cleaner.batch.optional import MissingExtra, needed
from cleaner.batch.readers import endings, readers
from cleaner.batch.readers.streams import is_url, opened, zstd
from cleaner.files import BadInput, expand

log = logging.getLogger("cleaner.batch")
LOOKED_AT = 100
"""Parquet files whose columns are looked at before a job begins: each costs a round trip."""


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

    names: files, folders (searched for files that can be read), globs, `-`, fsspec URLs. form: the
    format of those whose name does not tell. Raises BadInput, naming what cannot be used.
    """
    found = dict.fromkeys(path for name in names for path in _expanded(name))
    return [Source(name, format_of(name, form)) for name in found]


def _expanded(name: str) -> list[str]:
    if is_url(name):
        return _expand_url(name)
    found = expand([name], endings())
    if found == [name] != ["-"] and not Path(name).exists():
        raise BadInput(f"{name}: no such file")
    return found


def apart(found: Sequence[Source], names: Sequence[str], own: Sequence[Path]) -> list[Source]:
    """The sources without what the job itself writes, as a search in a folder may find it.

    names: as the user gave them. own: files and folders that the job writes. Raises BadInput for
    one that the user named, and where nothing is left.
    """
    folders = {folder: folder.resolve() for folder in {Path(one.name).parent for one in found}}
    written = tuple(f"{path.parent.resolve() / path.name}/" for path in own)
    kept = list[Source]()
    for source in found:
        path = Path(source.name)
        if not f"{folders[path.parent] / path.name}/".startswith(written):
            kept.append(source)
        elif source.name in names:
            raise BadInput(f"{source.name}: is both a source and what -o names")
    if not kept:
        raise BadInput(f"{' '.join(names)}: nothing there but what -o names")
    return kept


def format_of(name: str, form: str | None = None) -> str:
    """The format of a file by its ending. Raises BadInput."""
    lower = name.lower()
    for known, reader in readers().items():
        if lower.endswith(reader.ENDINGS):
            return known
    if form is not None:
        return form
    if name == "-":
        return "jsonl"
    raise BadInput(f"{name}: of no known format; say which by --from {'|'.join(readers())}")


def _expand_url(url: str) -> list[str]:
    """The files that a URL, a folder or a pattern of URLs stands for."""
    core = needed("fsspec.core", f"reading {url}")
    try:
        fs, path = core.url_to_fs(url)
        found = [url] if _is_one(fs, path) else _listed(fs, path)
    except ImportError as error:  # of the library for this kind of URL
        raise MissingExtra(f"reading {url} needs another library: {error}") from error
    except Exception as error:  # whatever a library of another kind of storage raises
        raise BadInput(f"{url}: cannot be found: {_said(error)}") from error
    if not found:
        raise BadInput(f"{url}: nothing there that can be read")
    return found


def _is_one(fs: Any, path: str) -> bool:  # noqa: ANN401  # a file system of fsspec
    """Whether it is a file, even one with `?` in its name, as signed URLs have it."""
    return not fs.isdir(path) and bool(fs.exists(path))


def _listed(fs: Any, path: str) -> list[str]:  # noqa: ANN401
    """The files in a folder that can be read, or those that a pattern matches."""
    files = fs.glob(path, detail=True) if glob.has_magic(path) else fs.find(path, detail=True)
    names = sorted(name for name, known in files.items() if known["type"] == "file")
    if not glob.has_magic(path):
        names = [name for name in names if name.lower().endswith(endings())]
    return [fs.unstrip_protocol(name) for name in names]


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
    reader = readers()[source.format]
    last = ""
    try:
        with opened(source.name) as stream:
            for record in reader.records(stream, source.name, fields):
                last = record.name
                yield record
        if not last:
            log.warning("%s: holds no page", source.name)
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
        if module := readers()[form].NEEDS:
            needed(module, f"reading {form}")
    opened = 0
    for source in sources:
        if source.name == "-" and source.format == "parquet":
            raise BadInput("Parquet cannot be read from standard input; name the file")
        if source.name.lower().endswith(".zst") and source.format == "jsonl":
            zstd()
        if source.format == "parquet" and (opened := opened + 1) <= LOOKED_AT:
            first = next(records(source, fields), None)
            if first and isinstance(first.data, MissingField):
                raise BadInput(f"{source.name}: {first.data}")


def size(source: Source) -> int:
    """Bytes of a file; 0 where that is not known."""
    return Path(source.name).stat().st_size if Path(source.name).is_file() else 0
