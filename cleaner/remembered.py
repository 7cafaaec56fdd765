"""The memory of a page's site, among those that were given."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from cleaner.page import Page
    from cleaner.site_memory.memory import SiteMemory
    from cleaner.site_memory.recall import Recall

NO_ADDRESS = (
    "its address is not known: no site memory was used; its URL, or host_from_page, names its site"
)


@dataclass(frozen=True)
class Remembered:
    """What is known of a page's site."""

    recall: Recall | None = None
    fault: str = ""
    """A fault of ours, which must not cost the page."""
    unused: str = ""
    """Why no memory was used, where one might have been."""

    @property
    def notes(self) -> tuple[str, ...]:
        """What there is to tell; asked for once the page was judged."""
        said = self.recall.notes if self.recall else ()
        return (self.unused, *said) if self.unused else said


def remembered(given: SiteMemory | Mapping[str, SiteMemory] | None, page: Page) -> Remembered:
    """What is known of a page's site.

    Of memories by host, the one of the page's address. A single memory was given for the page: it
    is used, unless the page is of another site, be it by its own word. Raises SiteMemoryError
    where the memory itself cannot be read.
    """
    if isinstance(given, Mapping):
        memory = given.get(page.site) if page.site else None
        unused = "" if page.site else NO_ADDRESS
    else:
        memory = given if given is not None and page.host in ("", given.host) else None
        unused = ""
    try:
        return Remembered(memory.recall() if memory is not None else None, unused=unused)
    except Exception as error:
        return Remembered(fault=f"site memory: {type(error).__name__}: {error}")
