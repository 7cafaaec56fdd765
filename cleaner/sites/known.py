"""What is known of a page's site: its rules, its memory, and what there is to say of them."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from cleaner.document.article import Article
from cleaner.document.verdict import Remembered
from cleaner.reading.page import Page

if TYPE_CHECKING:
    from cleaner.sites.memory.memory import SiteMemory
    from cleaner.sites.rules import SiteRules
    from cleaner.sites.rules.on_page import OnPage

    Memories = SiteMemory | Mapping[str, SiteMemory]

NO_ADDRESS = (
    "its address is not known: no site memory was used; its URL, or host_from_page, names its site"
)
REVEALED = "its text is not shown without scripts: it stands in "


def rules_on(page: Page, given: SiteRules | None) -> OnPage | None:
    """The rules at work on a page; None where none are given, or none is for its host."""
    if given is None or not (rules := given.of(page.host)):
        return None
    from cleaner.sites.rules.on_page import OnPage  # nobody else pays for it

    return OnPage(rules)


def memory_on(page: Page, given: Memories | None) -> SiteMemory | None:
    """The memory of a page's site, among those that are given. Raises SiteMemoryError."""
    if given is None:
        return None
    from cleaner.sites.memory.remembered import memory_of  # nobody else pays for it

    return memory_of(given, page)


def notes_on(page: Page, given: Memories | None, rules: OnPage | None) -> tuple[str, ...]:
    """What rules missed, why no memory was used, where unseen text stood."""
    is_unnamed = isinstance(given, Mapping) and not page.site
    unseen = [REVEALED + page.revealed] if page.revealed else []
    return (*(rules.notes if rules else ()), *[NO_ADDRESS] * is_unnamed, *unseen)


def remembered_on(memory: SiteMemory | None, article: Article, page: Page) -> Remembered:
    """What a memory takes of an article, where there is one."""
    if memory is None:
        return Remembered()
    from cleaner.sites.memory.remembered import remembered

    return remembered(memory, article, page.source if page.kind == "page" else None)
