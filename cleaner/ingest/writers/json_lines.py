"""JSON Lines, compressed as the ending of the name tells."""

from __future__ import annotations

import json
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from cleaner.ingest.streams import packed
from cleaner.ingest.whole import replaced


def write(rows: Iterable[dict[str, Any]], output: Path, columns: tuple[str, ...]) -> None:
    """Write a line a row. Raises OSError."""
    with replaced(output) as file, packed(file, output.name) as lines:
        for row in rows:
            lines.write(json.dumps(row, ensure_ascii=False).encode("utf-8", "replace") + b"\n")
