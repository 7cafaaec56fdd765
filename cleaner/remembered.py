"""The memory of a page's site, among those that were given."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from cleaner.site_memory.memory import SiteMemory
    from cleaner.site_memory.recall import Recall


def remembered(
    given: SiteMemory | Mapping[str, SiteMemory], host: str
) -> tuple[Recall | None, str]:
    """What is known of a host; a single memory is taken for that of a page without a host.

    Second, a fault of ours, which must not cost the page. Raises SiteMemoryError where the memory
    itself cannot be read.
    """
    if isinstance(given, Mapping):
        memory = given.get(host)
    else:
        memory = given if host in ("", given.host) else None
    try:
        return (None if memory is None else memory.recall()), ""
    except Exception as error:
        return None, f"site memory: {type(error).__name__}: {error}"
