"""The tasks of an engine give the stories of batch, however its rows are dealt out."""

from __future__ import annotations

import random
from collections.abc import Callable

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


@pytest.mark.parametrize("parts", [1, 2, 5])
def test_the_stories_are_those_of_batch(parts: int) -> None:
    known = stories.sketches_of(TABLE)
    banded = shuffled(stories.bands_of(known), "key", parts)
    pairs = mapped(stories.pairs_of, banded)
    asked = mapped(stories.with_sketch, shuffled(pa.concat_tables([pairs, known]), "key", parts))
    both = pa.concat_tables([asked, known])
    edges = mapped(stories.edges_of, shuffled(both, "key", parts))
    given = stories.Shares(edges).given(TABLE)
    found = mapped(stories.stories_of, shuffled(given, stories.SHARE, parts))
    assert told(found.to_pylist()) == told(find_copies(ROWS))
    assert len({row["story_id"] for row in found.to_pylist()}) < len(ROWS) - 20


def test_no_rows() -> None:
    none = TABLE.slice(0, 0)
    known = stories.sketches_of(none)
    for step in (stories.bands_of, stories.pairs_of, stories.with_sketch, stories.edges_of):
        assert step(known).num_rows == 0
    given = stories.Shares(stories.edges_of(known)).given(none)
    assert stories.stories_of(given).column_names[-4:] == list(STORY)
