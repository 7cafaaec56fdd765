"""A lesson: pages and memories in, one memory a site out, and what there is to say of it."""

from __future__ import annotations

from collections import defaultdict
from pathlib import Path

from cleaner.files import BadInput, read_input
from cleaner.learn import site_of_cleaned
from cleaner.options import Options
from cleaner.pipeline import clean
from cleaner.sites.memory.compare import MIN_ARTICLES
from cleaner.sites.memory.fingerprint import PageFingerprint, fingerprint_of
from cleaner.sites.memory.fit import layout_changed
from cleaner.sites.memory.folder import ENDING, SiteMemories
from cleaner.sites.memory.memory import MAX_PAGES, SiteMemory, SiteMemoryError


class Lesson:
    """What `cleaner learn` does. output: a file, or a folder of one file a site."""

    def __init__(
        self, output: str, host: str | None = None, *, host_from_page: bool = False
    ) -> None:
        """Take the output and, where pages do not name it, the host. Raises SiteMemoryError.

        host_from_page: pages are believed what they say of their site; those for one file are.
        """
        self.output = Path(output)
        self.single = not (output.endswith("/") or self.output.is_dir())
        self.options = Options(host_from_page=host_from_page or self.single)
        self.host = host.lower().removeprefix("www.") if host else None
        self.problems: list[str] = []
        self._pages = defaultdict[str, dict[str, PageFingerprint]](dict)
        """By host: the pages that were read, by the name of their file."""
        self._merged: list[SiteMemory] = []

    def read(self, name: str) -> None:
        """Read a page, or a memory. Raises SiteMemoryError where that is damaged."""
        if name.endswith(ENDING):
            if Path(name) != self.output:
                self._merged.append(SiteMemory.read(name))
            return
        try:
            cleaned = clean(read_input(name), options=self.options)
        except BadInput as error:
            self.problems.append(f"{name}: {error}")
            return
        except Exception as error:  # a page that harms us must not cost the others
            self.problems.append(f"{name}: internal fault: {type(error).__name__}: {error}")
            return
        host = self.host or site_of_cleaned(cleaned)
        if not cleaned.outcome.is_article:
            self.problems.append(f"{name}: nothing to learn: {cleaned.outcome}")
        elif not host:
            self.problems.append(f"{name}: site unknown; {self._naming}")
        else:
            self._pages[host][name] = fingerprint_of(cleaned, host)

    @property
    def _naming(self) -> str:
        trusted = "name it with --host"
        return trusted if self.options.host_from_page else f"{trusted}, or use --host-from-page"

    def write(self) -> list[str]:
        """Write the memories; what to say of each. Raises SiteMemoryError."""
        hosts = sorted({*self._pages, *(memory.host for memory in self._merged)})
        if not hosts:
            return [f"{self.output}: nothing was learned"]
        if self.single and len(hosts) > 1:
            raise SiteMemoryError(
                f"{self.output}: pages of {len(hosts)} sites ({', '.join(hosts[:5])}); "
                "give a folder instead of a file"
            )
        return [line for host in hosts for line in self._site(host)]

    def _site(self, host: str) -> list[str]:
        path = self.output if self.single else SiteMemories(self.output).path(host)
        known = SiteMemory.read(path) if path.exists() else SiteMemory(host)
        if known.host != host:
            raise SiteMemoryError(f"{path}: this is the memory of {known.host}, not of {host}")
        pages = self._pages[host]
        merged = known.merge(*(m for m in self._merged if m.host == host))
        learnt = merged.with_pages(pages.values())
        learnt.write(path)
        return [_told(path, learnt), *_changes(merged, pages)]


def _told(path: Path, memory: SiteMemory) -> str:
    furniture = memory.furniture
    pages = f"about {memory.seen}" if len(memory.pages) == MAX_PAGES else str(memory.seen)
    start = f"{path}: {memory.host}, {pages} pages, {furniture.of} different articles"
    if furniture.of < MIN_ARTICLES:
        return f"{start}; at least {MIN_ARTICLES} are needed"
    back = sum(known.seen >= MIN_ARTICLES for known in furniture.lines.values())
    kept = f"; {len(memory.pages)} of the pages are kept" if memory.seen > len(memory.pages) else ""
    return f"{start}; recurring lines: {back}, recurring lists: {len(furniture.lists)}{kept}"


def _changes(known: SiteMemory, pages: dict[str, PageFingerprint]) -> list[str]:
    """What to say where pages are laid out otherwise than those that were known."""
    changed = [name for name, page in pages.items() if layout_changed(known.furniture, page)]
    if not changed:
        return []
    often = f"{len(changed)} of {len(pages)} pages"
    return [
        f"{known.host}: the layout has changed: {often} have nothing of what was known and are "
        f"laid out differently (first {changed[0]}); learn the site again from new pages"
    ]
