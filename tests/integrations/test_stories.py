"""The tasks of an engine give the stories of batch, however its rows are dealt out."""

from __future__ import annotations

import random
from collections.abc import Callable
from functools import partial
from typing import Any

import pytest

pytest.importorskip("rensa", reason="pip install '.[ingest]'")
pa = pytest.importorskip("pyarrow", reason="pip install '.[ingest]'")

from cleaner.batch import find_copies  # noqa: E402
from cleaner.batch.dedup.copies import STORY  # noqa: E402
from cleaner.integrations import stories  # noqa: E402
from tests.integrations.copied import ROWS, TABLE, told  # noqa: E402


def shuffled(table: pa.Table, name: str, parts: int) -> list[pa.Table]:
    """All rows of a key in one part, in any order."""
    order = random.Random(parts).sample(range(table.num_rows), table.num_rows)
    table = table.take(order)
    keys = [key % parts for key in table[name].to_pylist()]
    return [
        table.filter(pa.array([key == part for key in keys], pa.bool_())) for part in range(parts)
    ]


def mapped(function: Callable[[pa.Table], pa.Table], parts: list[pa.Table]) -> pa.Table:
    return pa.concat_tables(map(function, parts))


def found_in(table: pa.Table, parts: int, earlier: str | None = None) -> list[dict[str, Any]]:
    """What tasks make of rows that are dealt out to so many parts."""
    known = stories.sketches_of(table)
    banded = shuffled(stories.bands_of(known), "key", parts)
    pairs = mapped(stories.pairs_of, banded)
    asked = mapped(stories.with_sketch, shuffled(pa.concat_tables([pairs, known]), "key", parts))
    both = pa.concat_tables([asked, known])
    edges = mapped(stories.edges_of, shuffled(both, "key", parts))
    given = shuffled(stories.Shares(edges).given(table), stories.SHARE, parts)
    return mapped(partial(stories.stories_of, earlier=earlier), given).to_pylist()


@pytest.mark.parametrize("parts", [1, 2, 5])
def test_the_stories_are_those_of_batch(parts: int) -> None:
    found = found_in(TABLE, parts)
    assert told(found) == told(find_copies(ROWS))
    assert len({row["story_id"] for row in found}) < len(ROWS) - 20


def test_what_an_earlier_run_kept_is_kept() -> None:
    old = [row for row in find_copies(ROWS[1::2]) if row["copy_of"] is None]
    kept = {row["id"] for row in old}
    flags = pa.array([row["id"] in kept for row in ROWS])
    table = TABLE.append_column("kept", flags)
    table = table.filter(pa.array([n % 2 == 0 or row["id"] in kept for n, row in enumerate(ROWS)]))
    new = told(find_copies(ROWS[::2], against=old))
    assert {
        id_: story for id_, story in told(found_in(table, 3, "kept")).items() if id_ in new
    } == new
    assert "kept by an earlier run" in {story[3] for story in new.values()}


def test_no_rows() -> None:
    none = TABLE.slice(0, 0)
    known = stories.sketches_of(none)
    for step in (stories.bands_of, stories.pairs_of, stories.with_sketch, stories.edges_of):
        assert step(known).num_rows == 0
    given = stories.Shares(stories.edges_of(known)).given(none)
    assert stories.stories_of(given).column_names[-4:] == list(STORY)
