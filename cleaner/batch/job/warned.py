"""Articles whose confidence is low: named in the log, with what speaks against them."""

from __future__ import annotations

import logging
from typing import Any

from cleaner.batch.rows import is_below
from cleaner.confidence.words import doubted

log = logging.getLogger("cleaner.batch")


def warn(row: dict[str, Any], least: float | None) -> None:
    """Name a row whose article is below a confidence; None names none."""
    if least is not None and is_below(row, least):
        log.warning("%s: %s", row["id"], doubted(row["confidence"], row["concerns"]))
