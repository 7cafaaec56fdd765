"""One story once on an engine: what its tasks do, from rows to edges, and from edges to stories.

An engine needs two things: to map tables, and to bring all rows of a key together. Rows give their
sketches; sketches give bands; texts that share a band are pairs; pairs get the sketches of both,
and those that are copies are edges. Edges are few (16 bytes for each pair of copies), so one
process tells what they connect. Then rows that are connected come together, and the same function
as in `cleaner batch` says which one is kept: it knows all that a row is joined with, so the stories
are those of batch.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from typing import Any
from zlib import crc32

import numpy as np
import pyarrow as pa
from numpy.typing import NDArray

from cleaner.batch.dedup.canonical import Copy
from cleaner.batch.dedup.copies import STORY, TEXT, copy_of, with_story
from cleaner.batch.dedup.duplicates import find_duplicates, key_of
from cleaner.batch.dedup.groups import connected
from cleaner.batch.dedup.likeness import Likeness, bands, neighbours, sketches_in
from cleaner.batch.dedup.signatures import DIGEST, LENGTH
from cleaner.batch.rows import DUPLICATES, SIGNATURE
from cleaner.batch.schema import records_of

FORM = pa.schema([("key", pa.int64()), ("other", pa.int64()), ("sketch", pa.binary())])
"""The columns of all tables between rows and edges."""
SHARE = "story_share"
"""The column by which rows that are connected come together."""
COLUMNS = ("id", "url", "outcome", SIGNATURE, *TEXT)
"""What is read of a row."""
REPLACED = (*STORY, *DUPLICATES)
"""What an earlier look said of copies."""
Keys = NDArray[np.int64]


def sketches_of(rows: pa.Table) -> pa.Table:
    """The sketch of each row that has one, by its key. Raises ValueError for what is no row."""
    known = [copy.signature for copy in _copies(rows) if len(copy.signature) > DIGEST]
    return _table([_key(s) for s in known], sketches=[s[DIGEST:LENGTH] for s in known])


def bands_of(known: pa.Table) -> pa.Table:
    """A row for each band of a sketch: the band, and the key of the sketch."""
    if not known.num_rows:
        return _table([], [])
    found = list(bands(sketches_in(b"".join(_plain(known, "sketch")))["values"]))
    keys = np.tile(_numbers(known, "key"), len(found))
    return _table(np.concatenate(found).view(np.int64), keys)


def pairs_of(banded: pa.Table) -> pa.Table:
    """Pairs of keys that share a band; all rows of a band are in the table."""
    both = np.stack([_numbers(banded, "key"), _numbers(banded, "other")])
    band, key = np.unique(both, axis=1) if banded.num_rows else both
    order = np.lexsort((key.view(np.uint64), band))  # as batch has them
    band, key = band[order], key[order]
    one, other = neighbours(band.view(np.uint64))
    return _distinct(key[one], key[other])


def with_sketch(table: pa.Table) -> pa.Table:
    """Pairs turned round, with the sketch of their first; all rows of a key are in the table.

    Other rows of the table are those of `sketches_of`.
    """
    known, pairs = _known(table), _pairs(table)
    asked = _distinct(_numbers(pairs, "key"), _numbers(pairs, "other"))
    found = [known[key] for key in _plain(asked, "key")]
    return _table(_numbers(asked, "other"), _numbers(asked, "key"), found)


def edges_of(table: pa.Table) -> pa.Table:
    """The pairs that are copies of each other; the table is as for `with_sketch`."""
    known, pairs = _known(table), _pairs(table)
    own = [known[key] for key in _plain(pairs, "key")]
    rows = b"".join([*own, *_plain(pairs, "sketch")])
    first = np.arange(len(own))
    alike = Likeness(rows, range(2 * len(own))).alike(first, first + len(own))
    return _table(_numbers(pairs, "key")[alike], _numbers(pairs, "other")[alike])


def _known(table: pa.Table) -> dict[int, bytes]:
    own = table.filter(table["other"].is_null()) if table.num_rows else table
    return dict(zip(_plain(own, "key"), _plain(own, "sketch"), strict=True))


def _pairs(table: pa.Table) -> pa.Table:
    return table.filter(table["other"].is_valid()) if table.num_rows else table


def none() -> pa.Table:
    """A table between rows and edges with nothing in it."""
    return _table([], [])


class Shares:
    """What edges connect: a number for each key, the same for all that are connected."""

    def __init__(self, edges: pa.Table) -> None:
        """Take all edges, each any number of times."""
        joined = connected(zip(_plain(edges, "key"), _plain(edges, "other"), strict=True))
        found = sorted((key, keys[0]) for keys in joined for key in keys)
        self._known = np.array(found, dtype=np.int64).reshape(-1, 2)

    def of(self, key: int) -> int:
        """The number of a key; the key itself where nothing is connected with it."""
        place = int(np.searchsorted(self._known[:, 0], key))
        is_known = place < len(self._known) and self._known[place, 0] == key
        return int(self._known[place, 1]) if is_known else key

    def given(self, rows: pa.Table) -> pa.Table:
        """The rows with a column SHARE, and without what an earlier look said of copies."""
        shares = np.array([crc32(str(n).encode()) for n in range(rows.num_rows)], dtype=np.int64)
        for copy in _copies(rows):
            shares[copy.position] = self.of(_key(copy.signature)) if copy.signature else 0
        return _without(rows, REPLACED).append_column(SHARE, pa.array(shares))


def stories_of(rows: pa.Table, earlier: str | None = None) -> pa.Table:
    """The rows with the columns of `find_copies`; all rows of a share are in the table.

    earlier: a column that is true for rows that an earlier run kept. Where nothing else tells which
    one is kept, it is the one whose id comes first.
    """
    ids = [str(each) for each in _ids(rows)]
    rows = rows.take(pa.array(sorted(range(len(ids)), key=ids.__getitem__), pa.int64()))
    before = _plain(rows, earlier) if earlier else [False] * rows.num_rows
    known = zip(_plain(rows, SHARE), before, strict=True)
    found = find_duplicates(_copies(rows, list(known)))
    plain = enumerate(_records(_some(rows, ("id", "outcome"))))
    told = [with_story(row, found.get(n), _place(row, n)) for n, row in plain]
    rows = _without(rows, (SHARE,))
    for name in STORY:
        rows = rows.append_column(name, pa.array([row[name] for row in told], pa.string()))
    return rows


def _copies(rows: pa.Table, known: list[tuple[int, bool]] | None = None) -> Iterator[Copy]:
    """What is to be known of the rows; known: of each its share, and whether it was kept before."""
    for number, row in enumerate(_records(_some(rows, COLUMNS))):
        share, earlier = known[number] if known else (0, False)
        copy = copy_of(number, row, _place(row, number), earlier=bool(earlier), share=share)
        if copy is not None:
            yield copy


def _some(rows: pa.Table, names: Collection[str]) -> pa.Table:
    return rows.select([name for name in names if name in rows.column_names])


def _without(rows: pa.Table, names: Collection[str]) -> pa.Table:
    return rows.select([name for name in rows.column_names if name not in names])


def _place(row: dict[str, Any], number: int) -> str:
    return str(row.get("id") or f"row {number} of a block")


def _records(rows: pa.Table) -> Iterator[dict[str, Any]]:
    for batch in rows.to_batches(max_chunksize=64):
        yield from records_of(batch)


def _ids(rows: pa.Table) -> list[Any]:
    return rows["id"].to_pylist() if "id" in rows.column_names else [""] * rows.num_rows


def _key(signature: bytes) -> int:
    """The key of a signature as a number that every engine has: with a sign."""
    key = key_of(signature)
    return key - (1 << 64) if key >> 63 else key


def _plain(table: pa.Table, name: str) -> list[Any]:
    return table[name].to_pylist() if table.num_rows else []


def _numbers(table: pa.Table, name: str) -> Keys:
    return np.array(_plain(table, name), dtype=np.int64)


def _distinct(one: Keys, other: Keys) -> pa.Table:
    return _table(*np.unique(np.stack([one, other]), axis=1)) if len(one) else _table([], [])


def _table(
    key: Iterable[int], other: Iterable[int] | None = None, sketches: list[bytes] | None = None
) -> pa.Table:
    keys = pa.array(key, pa.int64())
    columns = [
        keys,
        pa.nulls(len(keys), pa.int64()) if other is None else pa.array(other, pa.int64()),
        pa.nulls(len(keys), pa.binary()) if sketches is None else pa.array(sketches, pa.binary()),
    ]
    return pa.Table.from_arrays(columns, schema=FORM)
