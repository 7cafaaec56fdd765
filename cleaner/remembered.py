"""The memory of a page's site, among those that were given."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from cleaner.site_memory.memory import SiteMemory
    from cleaner.site_memory.recall import Recall


def remembered(given: SiteMemory | Mapping[str, SiteMemory], host: str) -> Recall | None:
    """What is known of a host; a single memory is taken for that of a page without a host."""
    if isinstance(given, Mapping):
        memory = given.get(host)
    else:
        memory = given if host in ("", given.host) else None
    return None if memory is None else memory.recall()
