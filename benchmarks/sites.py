"""Which site a page is of, and in which fold of the cross-validation that site is."""

from __future__ import annotations

import hashlib
from typing import Any
from urllib.parse import urlsplit

SEED, FOLDS = 20260101, 5
SECOND_LEVEL = 3
"""Letters up to which the last but one label is a suffix, as in co.uk and com.au."""


def site_of(page: dict[str, Any]) -> str:
    """The registered domain of a page, roughly; its id where there is no URL."""
    host = urlsplit(page.get("url") or "").hostname or str(page["id"])
    parts = host.removeprefix("www.").split(".")
    return ".".join(parts[-3 if len(parts) > 2 and len(parts[-2]) <= SECOND_LEVEL else -2 :])


def fold_of(site: str) -> int:
    """The fold of a site: by a hash of its name, so that it never changes."""
    return int(hashlib.sha256(f"{SEED} {site}".encode()).hexdigest(), 16) % FOLDS
