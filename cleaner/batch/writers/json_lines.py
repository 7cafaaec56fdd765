"""JSON Lines, compressed as the ending of the name tells."""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import Any

from cleaner.batch.job.delivery import Delivery
from cleaner.batch.readers.streams import packed, packed_or_not

FORMAT = "jsonl"
ENDINGS = packed_or_not(".jsonl", ".ndjson", ".json")
NEEDS = ""


def write(rows: Iterable[dict[str, Any]], delivery: Delivery, columns: tuple[str, ...]) -> None:
    """Write a line a row. Raises OSError, JobError."""
    with delivery.file() as file, packed(file, delivery.output.name) as lines:
        for row in rows:
            lines.write(json.dumps(row, ensure_ascii=False).encode("utf-8", "replace") + b"\n")
