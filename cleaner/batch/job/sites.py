"""The memories of a job's sites, which grow as it goes: one generation of pages after another.

Rows must not depend on how many workers there are, nor on where a job was killed. So the memories
stand still while a generation of pages is cleaned, and take up what it had to teach at its end.
What goes wrong with the memory of one site is told once, and costs the job nothing else.
"""

from __future__ import annotations

from collections import OrderedDict, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from itertools import chain, islice
from pathlib import Path
from typing import Any

from cleaner.batch.job.troubles import Troubles
from cleaner.learn import site_of_cleaned
from cleaner.result import Cleaned
from cleaner.sites.memory.fingerprint import fingerprint_of
from cleaner.sites.memory.folder import SiteMemories
from cleaner.sites.memory.memory import SiteMemory, SiteMemoryError

TAUGHT = "site"
"""The field of a row, within a job only, for what a page teaches of its site."""
FIRST = 4
LONGEST = 1024
"""Pages of the first generation and, after each was as long as all before it, of the last ones."""
HELD = 512
NO_ADDRESS = "pages without an address use and teach none; --host-from-page believes what they say"
Stamp = tuple[int, int]


class SitesOfJob(Mapping[str, SiteMemory]):
    """Memories by host in a job's own folder, as workers see them; crosses processes as its name.

    A memory is read again where its file has changed.
    """

    def __init__(self, folder: Path) -> None:
        """Take the folder; nothing is read yet."""
        self.files = SiteMemories(folder)
        self.troubles = Troubles()
        self._waiting: list[Mapping[str, Any]] = []
        """What earlier runs were taught in the generation that is under way."""
        self._held = OrderedDict[str, tuple[Stamp, SiteMemory]]()

    def __getitem__(self, host: str) -> SiteMemory:
        """The memory of a host. Raises KeyError, SiteMemoryError."""
        path = self.files.path(host)
        try:
            stat = path.stat()
        except OSError:
            raise KeyError(host) from None
        stamp = stat.st_mtime_ns, stat.st_size
        if host not in self._held or self._held[host][0] != stamp:
            self._held[host] = stamp, SiteMemory.read(path)
        self._held.move_to_end(host)
        if len(self._held) > HELD:
            self._held.popitem(last=False)
        return self._held[host][1]

    def __iter__(self) -> Iterator[str]:
        """The hosts that are known."""
        return iter(self.files)

    def __len__(self) -> int:
        """How many hosts are known."""
        return len(self.files)

    def __getstate__(self) -> dict[str, Any]:
        """The folder alone."""
        return {"files": self.files, "troubles": Troubles(), "_waiting": [], "_held": OrderedDict()}

    def lesson_of(self, cleaned: Cleaned) -> dict[str, Any] | None:
        """What a page teaches of its site, which may be unknown; None where that is nothing."""
        host = site_of_cleaned(cleaned)
        if not cleaned.outcome.is_article:
            return None
        if not host:
            return {"host": ""}
        try:
            known = self.get(host) or SiteMemory(host)
        except SiteMemoryError:  # which the job names
            return None
        if not known.wants(cleaned):
            return None
        return SiteMemory(host, (fingerprint_of(cleaned, host),)).to_plain()

    def take_up(self, every: Iterable[Mapping[str, Any] | None], ended: int) -> None:
        """Go on behind the rows of earlier runs, of which so many are in generations that ended.

        every: what each row taught. Those of the generation that is under way wait for its end.
        Raises SiteMemoryError where the disk takes no more.
        """
        rows = iter(every)
        self.learn(filter(None, islice(rows, ended)))
        self._waiting = [taught for taught in rows if taught]

    def learn(self, every: Iterable[Mapping[str, Any]]) -> None:
        """Take up lessons of pages. Raises SiteMemoryError where the disk takes no more."""
        lessons = defaultdict[str, list[SiteMemory]](list)
        waiting, self._waiting = self._waiting, []
        for taught in chain(waiting, every):
            with self.troubles.told():
                lessons[_host(taught)].append(SiteMemory.from_plain(taught))
        for host, those in lessons.items():
            with self.troubles.told():
                self.files.add(SiteMemory(host).merge(*those))

    def begin(self, given: Path) -> None:
        """Start from the memories that a user has; what an earlier run left is kept.

        Raises SiteMemoryError where the disk takes no more.
        """
        folder = self.files.folder
        if folder.is_dir():
            return
        copies = SiteMemories(folder.with_name(f".{folder.name}.part"))
        copies.folder.mkdir(parents=True)
        for path in SiteMemories(given).files():
            with self.troubles.told():
                memory = SiteMemory.read(path)
                memory.write(copies.path(memory.host))
        copies.folder.rename(folder)

    def deliver(self, given: Path) -> dict[str, Any]:
        """Merge all into the user's folder: how many sites there are, and what went wrong.

        Raises SiteMemoryError where the folder cannot be written to at all.
        """
        try:
            given.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise SiteMemoryError(f"{given}: cannot be written: {error.strerror}") from error
        target, found = SiteMemories(given), self.files.files()
        for path in found:
            with self.troubles.told():
                target.add(SiteMemory.read(path))
        return {"sites": len(found)} | (
            {"site_troubles": [*self.troubles]} if self.troubles else {}
        )


def _host(taught: Mapping[str, Any]) -> str:
    """The host of a lesson. Raises SiteMemoryError where its page did not tell."""
    host: str = taught["host"]
    if not host:
        raise SiteMemoryError(NO_ADDRESS)
    return host


def generations(done: int) -> Iterator[int]:
    """How many pages there are in each generation from the one on that page `done` is in.

    >>> from itertools import islice
    >>> list(islice(generations(0), 6)), list(islice(generations(10), 3))
    ([4, 4, 8, 16, 32, 64], [6, 16, 32])
    """
    start, end = 0, FIRST
    while True:
        if done < end:
            yield end - max(start, done)
        start, end = end, end + min(end, LONGEST)


def settled(done: int) -> int:
    """How many of so many pages are in generations that have ended.

    >>> [settled(n) for n in (0, 3, 4, 10, 16, 17)]
    [0, 0, 4, 8, 16, 16]
    """
    end, last = FIRST, 0
    while end <= done:
        last, end = end, end + min(end, LONGEST)
    return last
