"""Files of rows in, a file of rows with their stories out: what `cleaner copies` does."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, TypeVar

from cleaner.batch.dedup.copies import STORY, duplicates_among, with_story
from cleaner.batch.dedup.duplicates import Duplicate
from cleaner.batch.dedup.row_files import FORMATS, RowFiles
from cleaner.batch.job.delivery import Delivery, link_of, stamp_of
from cleaner.batch.optional import needed
from cleaner.batch.readers.sources import apart
from cleaner.batch.rows import DUPLICATES, Row
from cleaner.batch.writers import writers
from cleaner.files import BadInput

T = TypeVar("T")
Watch = Callable[[str], None]


def mark_copies(  # noqa: PLR0913  # each is a thing that callers set
    rows: Sequence[str],
    output: str,
    *,
    against: Sequence[str] = (),
    drop: bool = False,
    restart: bool = False,
    watch: Watch = lambda step: None,
) -> dict[str, Any]:
    """Write the rows of files with their stories, as `find_copies` tells them, to one file.

    rows: files of rows, JSON Lines or Parquet, folders of them, globs, fsspec URLs; they are read
    twice. output: FILE.jsonl (also .gz, .zst) or FILE.parquet. against: the same as `rows`, of
    earlier runs. drop: leave copies out. restart: write over a file that is there. In Parquet,
    columns that no job of ours writes are texts, or JSON. watch: is called with "read" or "written"
    for each row. Held in memory: 1.6 kB a row.

    Returns counts: `rows`; `stories`, whose kept row is among them; `copies`; `relations` by
    name. Raises BadInput, naming the place, for rows that cannot be read or an output that cannot
    be written, JobError for an output that is there, MissingExtra without the extra `ingest`.
    """
    needed("rensa", "looking for copies")
    files = RowFiles.named(rows)
    files = RowFiles(apart(files.files, rows, [Path(output)]))
    before = RowFiles.named(against) if against else RowFiles(())
    with TemporaryDirectory() as folder:
        target = Path(output)
        over = stamp_of(target) if restart else None
        delivery = Delivery(target, Path(folder), link_of(target), over)
        marking = _Marking(files, before, delivery, watch)
        return marking.run(drop=drop)


class _Marking:
    def __init__(self, files: RowFiles, before: RowFiles, delivery: Delivery, watch: Watch) -> None:
        self.files, self.before, self.delivery, self.watch = files, before, delivery, watch
        self.form = _form(delivery.output)
        self.counts, self.relations = Counter[str](), Counter[str]()

    def run(self, *, drop: bool) -> dict[str, Any]:
        """Read, write, count."""
        if module := writers()[self.form].NEEDS:
            needed(module, f"writing {self.delivery.output}")
        self.delivery.check()
        self.delivery.output.parent.mkdir(parents=True, exist_ok=True)
        names: dict[str, None] = {}
        try:
            new, before = self.files.compared(names), self.before.compared()
            found = duplicates_among(self._watched("read", new), self._watched("read", before))
        except BadInput:
            raise
        except ValueError as error:  # a row that is none
            raise BadInput(str(error)) from error
        more = [name for name in names if name not in {*Row("", None, "").to_dict(), *DUPLICATES}]
        columns = (*(name for name in more if name not in STORY), *STORY)
        rows = self._told(found)
        self._write((row for row in rows if not (drop and row["copy_of"] is not None)), columns)
        counts = {name: self.counts[name] for name in ("rows", "stories", "copies")}
        return counts | {"relations": dict(self.relations.most_common())}

    def _watched(self, step: str, rows: Iterable[T]) -> Iterator[T]:
        for row in rows:
            yield row
            self.watch(step)

    def _write(self, rows: Iterator[dict[str, Any]], columns: tuple[str, ...]) -> None:
        if self.form == "parquet":
            rows = _as_table(rows, columns)
        output = self.delivery.output
        try:
            writers()[self.form].write(rows, self.delivery, columns)
        except OSError as error:
            raise BadInput(f"{output}: cannot be written: {error.strerror or error}") from error
        except (ValueError, TypeError, AttributeError) as error:
            if isinstance(error, BadInput) or self.form != "parquet":
                raise
            said = f"a row does not fit the columns of a table: {error}; write JSON Lines"
            raise BadInput(f"{output}: {said}") from error

    def _told(self, found: dict[int, Duplicate]) -> Iterator[dict[str, Any]]:
        for number, (place, row) in enumerate(self._watched("written", self.files)):
            told = with_story(row, found.get(number), place)
            self.counts["rows"] += 1
            is_copy = told["copy_of"] is not None
            self.counts["copies"] += is_copy
            self.counts["stories"] += not is_copy and told["story_id"] is not None
            if is_copy:
                self.relations[told["relation"]] += 1
            yield told


def _form(output: Path) -> str:
    if output.is_dir():
        raise BadInput(f"{output}: is a folder; name a file")
    name = output.name.lower()
    for form in FORMATS:
        if name.endswith(writers()[form].ENDINGS):
            return form
    raise BadInput(f"{output}: name FILE.jsonl or FILE.parquet")


def _as_table(rows: Iterable[dict[str, Any]], columns: Sequence[str]) -> Iterator[dict[str, Any]]:
    """The rows with values that fit the columns of a table: texts where nothing else is known."""
    from cleaner.batch.schema import schema

    texts = [field.name for field in schema(columns) if str(field.type) == "string"]
    for row in rows:
        yield row | {name: _text(row.get(name)) for name in texts}


def _text(value: object) -> str | None:
    return value if value is None or isinstance(value, str) else json.dumps(value)
