"""Rows of stories with copies of every sort, for all engines: the same groups come of them."""

from __future__ import annotations

import random
from collections.abc import Iterable
from typing import Any

import pyarrow as pa

from cleaner.batch.dedup.copies import STORY
from cleaner.batch.rows import Row
from cleaner.batch.schema import schema, table_of
from cleaner.text.words import words
from tests.batch.dedup.stories import BOILERPLATE, CHINESE, CHINESE_OTHER, FERRY, LIBRARY


def _texts() -> list[str]:
    dice = random.Random(7)
    wild = [" ".join(dice.choices(words(FERRY + LIBRARY + BOILERPLATE), k=90)) for _ in range(20)]
    edited = [f"{FERRY} The {n}th edition says so." for n in range(24)]
    parts = LIBRARY.split("\n\n")
    return [
        *(FERRY, LIBRARY, f"{FERRY}\n\n{LIBRARY}", f"{FERRY}\n\n{parts[2]}", *edited),
        *("\n\n".join(parts[:3]), LIBRARY.replace("bakery", "baker"), LIBRARY, CHINESE),
        *(CHINESE_OTHER, CHINESE.replace("面粉", "大米"), "Photo: J. Moen", "Photo: J. Moen", ""),
        *(text + more for text in wild for more in ("", " It is so.")),
    ]


def _row(number: int, text: str) -> dict[str, Any]:
    outcome = "cleaned" if text else "no-article: no-text"
    metadata = {"date": f"2024-03-{1 + number % 5:02}"} if number % 3 else {}
    row = Row(f"{number:03}", f"https://s{number}.example/", outcome, text=text)
    return row.to_dict() | {"metadata": metadata}


ROWS = [_row(number, text) for number, text in enumerate(_texts())]
"""With ids in their order, so that the first of batch is the first of an engine."""
TABLE: pa.Table = table_of(ROWS, schema(["metadata"]))


def told(rows: Iterable[dict[str, Any]]) -> dict[str, tuple[str | None, ...]]:
    """What each row is told of its story."""
    return {row["id"]: tuple(row[name] for name in STORY) for row in rows}
