"""SiteMemory: pages of one site, as sketches; JSON in and out; merging.

A memory is the set of the pages that were learnt, so merging two of them is their union and gives
what one would have learnt from all pages at once. Beyond MAX_PAGES pages it keeps those with the
smallest ids, which is a fair sample (ids are digests) and the same one on every machine: the
k-minimum-values sketch of Bar-Yossef et al. (2002), which also tells how many there were.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import astuple, dataclass
from functools import cached_property
from pathlib import Path
from typing import Any

from cleaner.document.article import Article
from cleaner.document.verdict import Remembered
from cleaner.files import BadInput, write_output
from cleaner.reading.lines import Source
from cleaner.result import Cleaned
from cleaner.sites.memory.fingerprint import PageFingerprint, id_of
from cleaner.sites.memory.form import plain_of, read_plain
from cleaner.sites.memory.furniture import Furniture, furniture_of
from cleaner.sites.memory.recall import recall

MAX_PAGES = 16
"""Pages that a memory keeps."""
_IDS = 1 << 48


class SiteMemoryError(ValueError):
    """A memory that cannot be read, or cannot be merged; the message names what and where."""


@dataclass(frozen=True)
class SiteMemory:
    """What is known of a site. `host` is without "www."; `pages` are in the order of their ids."""

    host: str
    pages: tuple[PageFingerprint, ...] = ()

    @cached_property
    def furniture(self) -> Furniture:
        """What comes back from page to page, worked out from the pages."""
        return furniture_of(self.host, self.pages)

    def recall(self, article: Article, source: Source | None) -> Remembered:
        """What is known of an article's page; source: the page's lines, None for text."""
        known = self.furniture
        return recall(article, source, known) if known.lines or known.lists else Remembered()

    @property
    def seen(self) -> int:
        """How many pages were learnt; estimated where there were more than are kept."""
        if len(self.pages) < MAX_PAGES:
            return len(self.pages)
        return max(MAX_PAGES, round((MAX_PAGES - 1) * _IDS / (int(self.pages[-1].id, 16) + 1)))

    def with_pages(self, sketches: Iterable[PageFingerprint]) -> SiteMemory:
        """A memory of these pages, too."""
        known = {page.id: page for page in self.pages}
        for page in sketches:
            before = known.get(page.id)
            known[page.id] = min(before, page, key=_order) if before else page
        return SiteMemory(self.host, tuple(known[i] for i in sorted(known)[:MAX_PAGES]))

    def wants(self, cleaned: Cleaned) -> bool:
        """Whether a page that was cleaned would be kept and is not."""
        page = id_of(cleaned)
        full = len(self.pages) >= MAX_PAGES and page > self.pages[-1].id
        return not full and all(known.id != page for known in self.pages)

    def merge(self, *others: SiteMemory) -> SiteMemory:
        """What one would have learnt from the pages of all. Raises SiteMemoryError."""
        for other in others:
            if other.host != self.host:
                raise SiteMemoryError(f"memories of two sites: {self.host} and {other.host}")
        return self.with_pages(page for other in others for page in other.pages)

    def to_json(self) -> str:
        """As readable JSON: what is furniture first, then the pages it is told from."""
        return json.dumps(self.to_plain(), ensure_ascii=False, indent=1) + "\n"

    def to_plain(self) -> dict[str, Any]:
        """The same as plain data, which `from_plain` reads."""
        return plain_of(self.furniture, self.pages, self.seen)

    @classmethod
    def from_json(cls, text: str, name: str = "site memory") -> SiteMemory:
        """Read back what `to_json` wrote. Raises SiteMemoryError, naming the place."""
        try:
            plain = json.loads(text)
        except json.JSONDecodeError as error:
            raise SiteMemoryError(f"{name}:{error.lineno}: not JSON: {error.msg}") from None
        except (ValueError, RecursionError) as error:
            raise SiteMemoryError(f"{name}: not a site memory: {error}") from None
        return cls.from_plain(plain, name)

    @classmethod
    def from_plain(cls, plain: object, name: str = "site memory") -> SiteMemory:
        """The same from JSON that was read. Raises SiteMemoryError."""
        try:
            host, pages = read_plain(plain)
        except ValueError as error:
            raise SiteMemoryError(f"{name}: not a site memory: {error}") from None
        return cls(host).with_pages(pages)

    @classmethod
    def read(cls, path: str | Path) -> SiteMemory:
        """Read a file. Raises SiteMemoryError."""
        try:
            text = Path(path).read_text(encoding="utf-8")
        except OSError as error:
            raise SiteMemoryError(f"{path}: cannot be read: {error.strerror}") from error
        except UnicodeDecodeError as error:
            raise SiteMemoryError(f"{path}: not UTF-8 at byte {error.start}") from None
        return cls.from_json(text, str(path))

    def write(self, path: str | Path) -> None:
        """Write a file, whole or not at all. Raises SiteMemoryError."""
        try:
            write_output(str(path), self.to_json())
        except BadInput as error:
            raise SiteMemoryError(str(error)) from error


def _order(page: PageFingerprint) -> tuple[object, ...]:
    """Of two readings of one page, which is kept: the same one, whatever came first."""
    return page.url, page.title, [astuple(line) for line in page.lines]
